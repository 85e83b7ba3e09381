// Texts of a column, kept as bytes row by row until somebody reads them.

import { describe, expect, test } from 'vitest';
import { CellTexts } from '../../src/book/ledger/celltexts.js';
import { CELL, column } from './column.js';

function kept(texts: readonly string[]): CellTexts {
  const cells = new CellTexts();
  const batch = column(texts);
  cells.reserve(texts.length);
  for (const row of texts.keys()) cells.put(row, batch, CELL, row);
  cells.length = texts.length;
  return cells;
}

describe('texts of a column', () => {
  test('are given back as they stood, without the blanks around them', () => {
    const cells = kept(['张三', '', ' R1 ', '  ', 'x']);
    expect([0, 1, 2, 3, 4].map((row) => cells.text(row))).toEqual(['张三', '', 'R1', '', 'x']);
    expect([0, 1, 2, 3, 4].map((row) => cells.has(row))).toEqual([true, false, true, true, true]);
    expect(cells.text(-1)).toBe('');
    expect(kept(['']).has(0)).toBe(false);
  });

  test('may be more than there was room for at first, and one may be', () => {
    const long = Array.from({ length: 40 }, (_, n) => `${n}${'字'.repeat(n * 40)}`);
    const texts = [...long, 'x'.repeat(300_000), 'y'];
    const cells = kept(texts);
    expect(texts.map((_, row) => cells.text(row))).toEqual(texts);
  });

  test('may be exactly as much as there is room for', () => {
    const cells = kept(['x'.repeat((1 << 16) - 1), 'y', 'z']);
    expect([cells.text(0).length, cells.text(1), cells.text(2)]).toEqual([(1 << 16) - 1, 'y', 'z']);
  });

  test('of a file without the column are empty', () => {
    const cells = kept(['a', 'b']);
    const batch = column(['c', 'd']);
    cells.reserve(2);
    cells.put(2, batch, -1, 0);
    cells.put(3, batch, CELL, 1);
    cells.length = 4;
    expect([0, 1, 2, 3].map((row) => cells.text(row))).toEqual(['a', 'b', '', 'd']);
  });

  test('are forgotten from the end, and others written in their place', () => {
    const cells = kept(['a', 'bcd', 'e']);
    cells.length = 1;
    expect(cells.length).toBe(1);
    cells.put(1, column(['fg']), CELL, 0);
    cells.length = 2;
    expect([cells.text(0), cells.text(1)]).toEqual(['a', 'fg']);
  });

  test('may stand in the first cell', () => {
    const cells = new CellTexts();
    const batch = column(['a']);
    batch.start.copyWithin(0, batch.start.length / 2);
    batch.end.copyWithin(0, batch.end.length / 2);
    cells.reserve(1);
    cells.put(0, batch, 0, 0);
    cells.length = 1;
    expect(cells.text(0)).toBe('a');
  });
});
