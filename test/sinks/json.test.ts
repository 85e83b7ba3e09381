// JSON in its three forms: every string comes back as it was, and on the way nothing in it acts on a terminal.

import { expect, test } from 'vitest';
import { renderJson } from '../../src/render/json/envelope.js';
import { ndjsonPieces } from '../../src/render/json/lines.js';
import { renderSarif } from '../../src/render/sarif.js';
import { findingsOf } from './made.js';
import { acting, each, naughty } from './strings.js';

const outcome = {
  command: 'check',
  date: null,
  quarantined: 0,
  strict: false,
  lang: 'zh',
} as const;

test('a string comes back exactly', () => {
  each((text) => {
    const diagnostics = findingsOf([text]);
    const written = renderJson({ ...outcome, book: text, diagnostics }, [
      ['list', [text, { text }]],
      [text, text],
    ]);
    expect(acting.exec(written)?.[0]).toBeUndefined();
    const read = JSON.parse(written);
    expect(read.book).toBe(text);
    expect(read.list).toEqual([text, { text }]);
    expect(read.diagnostics[0].message).toBe(text);
    expect(read.diagnostics[0].file).toBe(`stock/${text}.csv`);
  });
});

test('in lines: a line a value, whatever line ends are in it', () => {
  const written = [...ndjsonPieces(naughty)].join('');
  expect(acting.exec(written)?.[0]).toBeUndefined();
  const lines = written.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(naughty);
});

test('a string in SARIF: the message comes back, the address is one', () => {
  each((text) => {
    const written = renderSarif(findingsOf([text]), { lang: 'zh', version: '1.0.0' });
    expect(acting.exec(written)?.[0]).toBeUndefined();
    const [run] = JSON.parse(written).runs;
    const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation;
    expect(run.results[0].message.text).toBe(text === '' ? '' : `${text}\n${text}`);
    expect(uri).toMatch(/^stock\/(?:[\w.!~*'()/-]|%[0-9A-F]{2})+$/u);
    expect(decodeURIComponent(uri)).toBe(`stock/${text.replace(/[\ud800-\udfff]/gu, '\ufffd')}.csv`);
  });
});
