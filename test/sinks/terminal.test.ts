// The terminal: nothing acts on it but the colours that the program puts in itself.

import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../../src/render/terminal/diagnostics.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { textWidth } from '../../src/render/terminal/width.js';
import { COLUMNS, findingsOf, pageOf } from './made.js';
import { acting, each, naughty, withoutColour } from './strings.js';

describe.each([true, false])('with colour: %j', (color) => {
  const shown = (page: string): string => (color ? withoutColour(page) : page);

  test('a string in a page is shown and not obeyed', () => {
    each((text) => {
      for (const width of [30, 80, 200]) {
        const page = renderTerminal(pageOf([text]), { lang: 'zh', width, color });
        expect(acting.exec(shown(page))?.[0]).toBeUndefined();
        expect(page).not.toMatch(/\p{M}{9}/u);
        expect(shown(page)).not.toMatch(/^\s*::/mu);
      }
    });
  });

  test('a string in a finding is shown and not obeyed, and makes no line of its own', () => {
    each((text) => {
      for (const one of findingsOf([text])) {
        const said = renderDiagnostic(one, { lang: 'zh', width: 80, color });
        expect(acting.exec(shown(said))?.[0]).toBeUndefined();
        expect(shown(said)).not.toMatch(/^\s*::/mu);
        // Where and what, the line and its carets, what to do, what else.
        expect(said.split('\n').length).toBe(text === '' ? 5 : 6);
      }
    });
  });
});

test('colour codes in the data are not taken for our own', () => {
  const page = renderTerminal(pageOf(['\u001b[31mred\u001b[0m']), { lang: 'zh', width: 80, color: true });
  expect(page).toContain('\\u001b[31mred\\u001b[0m');
});

test('a row of a table stays a row: as many lines as there would be with plain text of the width', () => {
  for (const text of naughty) {
    const { blocks } = pageOf([text]);
    const page = { ...pageOf([]), title: 'x', subtitle: 'y', blocks: blocks.slice(-1) };
    const wide = renderTerminal(page, { lang: 'zh', width: 20_000, color: false });
    // Title, subtitle, a blank, the headings, the rule and two rows.
    expect([text, wide.trimEnd().split('\n').length]).toEqual([text, 7]);
    expect(textWidth(wide.split('\n')[3] ?? '')).toBeGreaterThan(COLUMNS.length);
  }
});
