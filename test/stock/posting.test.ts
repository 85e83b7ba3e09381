// Which lines of documents are kept once a book is posted: those that somebody may ask about later, or that are told.

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { postBook } from '../../src/stock/post.js';
import type { Ledgers } from '../model/small.js';
import { on, told } from './run.js';

const opening = ['@1 QC1 opening SUIT - - 100 - D1', '@1 QC2 opening MASK A 2023-03-01 40 - D1'];

/** The documents of which lines are kept, in their order. */
function kept(ledgers: Ledgers, everyLine: boolean | Day = false): string[] {
  const { book } = told(9, { ...ledgers, stock: [...opening, ...(ledgers.stock ?? [])] });
  const { lines } = postBook(book, { from: on(9), to: on(9) }, everyLine).posting;
  const docs = new Set<string>();
  for (let line = 0; line < lines.size; line++) docs.add(book.docs.text(lines.doc.data[line] ?? -1));
  return [...docs].sort();
}

describe('the lines of a document are kept', () => {
  const plain = ['@2 CK1 issue SUIT - - 5 D1 S3', '@3 CK2 issue SUIT - - 5 D1 S3'];

  test('where a site has to sign for them, and not where the goods simply went', () => {
    expect(kept({ stock: [...plain, '@3 CK3 issue SUIT - - 5 D1 S1'] })).toEqual(['CK3']);
  });

  test('where they are undone', () => {
    expect(kept({ stock: [...plain, '@4 CX1 reversal SUIT - - 5 D1 S3 CK1'] })).toEqual(['CK1']);
  });

  test('where something came back from them and the lot, the request or what is left to undo matters', () => {
    const back = '@4 TH1 return SUIT - - 2 S3 D1 CK1';
    expect(kept({ stock: [...plain, back] })).toEqual([]);
    expect(kept({ stock: [...plain, back], requests: ['@1 SQ1 S3 SUIT 9'] })).toContain('CK1');
    expect(kept({ stock: [...plain, back, '@5 CX1 reversal SUIT - - 2 S3 D1 TH1'] })).toEqual(['CK1', 'TH1']);
    expect(kept({ stock: ['@2 CK1 issue MASK - - 5 D1 S3', '@4 TH1 return MASK - - 2 S3 D1 CK1'] })).toContain('CK1');
  });

  test('of every document, or of those since a day, where that is asked for', () => {
    expect(kept({ stock: plain }, true)).toEqual(['CK1', 'CK2', 'QC1', 'QC2']);
    expect(kept({ stock: plain }, on(2))).toEqual(['CK1', 'CK2']);
    expect(kept({ stock: plain }, on(3))).toEqual(['CK2']);
    expect(kept({ stock: plain })).toEqual([]);
  });
});

test('a reversal of too much is told, and where there is none nothing is', () => {
  const faults = (...rows: string[]) => told(9, { stock: [...opening, ...rows] }).figures.reversalFaults;
  expect(faults('@2 CK1 issue SUIT - - 5 D1 S3')).toEqual([]);
  const undone = '@3 CX1 reversal SUIT - - 6 D1 S3 CK1';
  expect(faults('@2 CK1 issue SUIT - - 5 D1 S3', undone)).toEqual([{ row: 3, left: 5_000_000 }]);
});
