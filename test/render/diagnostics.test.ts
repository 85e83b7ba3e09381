// Findings in a terminal: the place, the message, the line as it stands with carets under the cell, hint and related.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiagnostic, renderDiagnostics } from '../../src/render/terminal/diagnostics.js';
import { textWidth } from '../../src/render/terminal/width.js';
import { diagnostic, span } from './samples.js';

const zh = { lang: 'zh', color: false, width: 80 } as const;

/** The text above the carets, as a terminal would show it. */
function pointedAt(text: string): string {
  const [, line = '', carets = ''] = text.split('\n');
  const before = carets.indexOf('^');
  const under = carets.trimEnd().length - before;
  let shown = '';
  let at = 0;
  for (const point of line) {
    if (at >= before && at < before + under) shown += point;
    at += textWidth(point);
  }
  return shown;
}

test('place, slug and message, the line with carets, the hint, what is related', () => {
  const related = [{ at: span('counts/a.csv', 3, 1, 4), tell: () => '盘点在这里' }];
  expect(renderDiagnostic(diagnostic({ related }), zh)).toBe(
    [
      'stock/2022-01-12.csv:7:12: error[stock/negative]: 结存为负',
      '    2022-01-12,30,D1',
      '               ^^',
      '  hint: 补记入库',
      '  counts/a.csv:3:1: 盘点在这里',
      '',
    ].join('\n'),
  );
});

test('carets stand under the cell behind full-width characters and tabs', () => {
  const excerpt = '2022-01-12,出库,防护服\t,三十,一号仓库';
  const at = span('stock/a.csv', 2, 20, 22);
  expect([...excerpt].slice(19, 21).join('')).toBe('三十');
  expect(pointedAt(renderDiagnostic(diagnostic({ excerpt, at }), zh))).toBe('三十');
});

test('an empty cell still has a caret', () => {
  const text = renderDiagnostic(diagnostic({ excerpt: 'a,,b', at: span('a.csv', 2, 3, 3) }), zh);
  expect(text.split('\n')[2]).toBe('      ^');
});

test('a cell that goes on over lines is underlined to the end of its first', () => {
  const text = renderDiagnostic(diagnostic({ excerpt: 'a,"b', at: span('a.csv', 2, 3, 2, 4) }), zh);
  expect(text.split('\n')[2]).toBe('      ^^');
});

test('escapes are written out in message and line', () => {
  const text = renderDiagnostic(
    diagnostic({ message: 'x\u001b[2J', excerpt: 'a,\u202eb', at: span('a.csv', 1, 3, 5) }),
    zh,
  );
  expect(text).not.toMatch(/[\u001b\u202e]/u);
  expect(text.split('\n')[2]).toBe(`      ${'^'.repeat(7)}`);
});

test('no line where the file is not there, no hint where there is none', () => {
  expect(renderDiagnostic(diagnostic({ excerpt: null, hint: '' }), zh).split('\n')).toHaveLength(2);
});

describe('a very long line', () => {
  test('is shown around its cell', () => {
    const excerpt = `${'备注'.repeat(5_000)},三十,${'x'.repeat(10_000)}`;
    const text = renderDiagnostic(diagnostic({ excerpt, at: span('a.csv', 2, 10_002, 10_004) }), zh);
    const line = text.split('\n')[1] ?? '';
    expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect(line).toMatch(/^ {4}….*….*$/);
    expect(pointedAt(text)).toBe('三十');
  });

  test('whatever the line, the cell and the width, it fits and the carets stand under the cell', () => {
    const cell = fc.array(fc.constantFrom('防', '护', 'a', '7', '😷', '\t', '"'), { maxLength: 60 });
    fc.assert(
      fc.property(cell, cell, cell, fc.integer({ min: 30, max: 120 }), (before, inside, after, width) => {
        const excerpt = [...before, ...inside, ...after].join('');
        const at = span('a.csv', 1, before.length + 1, before.length + inside.length + 1);
        const text = renderDiagnostic(diagnostic({ excerpt, at }), { ...zh, width });
        if (excerpt === '') return;
        const [, line = '', carets = ''] = text.split('\n');
        expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(carets.length).toBeLessThanOrEqual(width);
        const shown = inside.join('').replaceAll('\t', '\\t');
        const pointed = pointedAt(text);
        if (inside.length > 0) expect(pointed === '' ? 'x' : shown.startsWith(pointed)).toBe(true);
      }),
    );
  });
});

test('a last line counts them', () => {
  const all = [diagnostic(), diagnostic({ severity: 'warning' }), diagnostic({ severity: 'warning' })];
  expect(renderDiagnostics(all, zh)).toMatch(/\n1 个错误，2 个警告\n$/);
  expect(renderDiagnostics(all, { ...zh, lang: 'en' }, 3)).toMatch(
    /\n1 error, 2 warnings; 3 rows were left out of every figure\n$/,
  );
  expect(renderDiagnostics([], zh)).toBe('没有发现问题\n');
});
