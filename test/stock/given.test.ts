// What posting a book leaves for reports to read: what was given back of a dispatch, and adjustments that were undone.

import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { oneDay } from '../../src/stock/period.js';
import { postBook } from '../../src/stock/post.js';
import type { Posting } from '../../src/stock/posting.js';
import { type Ledgers, smallBook } from '../model/small.js';
import { on } from './run.js';

const opening = ['@1 QC1 opening SUIT - - 100 - D1', '@1 QC2 opening MASK A 2022-03-01 50 - D1'];

function posted(ledgers: Ledgers): Posting {
  const { stock = [], ...more } = ledgers;
  const book = loadBook(memoryWorkspace(smallBook({ stock: [...opening, ...stock], ...more })));
  return postBook(book, oneDay(on(9))).posting;
}

/** `document that gives back: amount of document`. */
function givenBack(...stock: string[]): string[] {
  const { givenBack: given, lines, book } = posted({ stock });
  const doc = (at: number | undefined): string => (at === undefined || at < 0 ? '?' : book.docs.text(at));
  return given.map(
    ({ row, line, qty }) => `${doc(book.stock.doc.data[row])}: ${qty / 1_000_000} of ${doc(lines.doc.data[line])}`,
  );
}

/** `document that undoes: change at site`. */
function undone(...stock: string[]): string[] {
  const { undoneAdjustments, book } = posted({ stock });
  return undoneAdjustments.map(
    ({ row, site, qty }) =>
      `${book.docs.text(book.stock.doc.data[row] ?? -1)}: ${qty / 1_000_000} at ${book.sites.all[site]?.code}`,
  );
}

describe('what is given back', () => {
  const sent = '@2 CK1 issue SUIT - - 20 D1 S1';

  test('of a dispatch is what came back, was undone, or is undone of what came back', () => {
    const back = '@3 TK1 return SUIT - - 8 transit D1 CK1';
    expect(givenBack(sent)).toEqual([]);
    expect(givenBack(sent, back)).toEqual(['TK1: 8 of CK1']);
    expect(givenBack(sent, '@3 CX1 reversal SUIT - - 5 D1 S1 CK1')).toEqual(['CX1: 5 of CK1']);
    expect(givenBack(sent, back, '@4 CX1 reversal SUIT - - 5 transit D1 TK1')).toEqual([
      'TK1: 8 of CK1',
      'CX1: -5 of CK1',
    ]);
    expect(givenBack('@2 DB1 transfer SUIT - - 20 D1 D2', '@3 CX1 reversal SUIT - - 5 D1 D2 DB1')).toEqual([
      'CX1: 5 of DB1',
    ]);
  });

  test('of several lines is told of each that it is of, and undone of the last first', () => {
    const lots = ['@1 QC3 opening MASK B 2022-04-01 50 - D1', '@2 CK1 issue MASK - - 60 D1 S4'];
    const back = '@3 TK1 return MASK - - 13 S4 D1 CK1';
    expect(givenBack(...lots, back)).toEqual(['TK1: 10 of CK1', 'TK1: 3 of CK1']);
    const undone = (qty: number, lot = '-') => `@4 CX1 reversal MASK ${lot} - ${qty} S4 D1 TK1`;
    expect(givenBack(...lots, back, undone(2)).slice(2)).toEqual(['CX1: -2 of CK1']);
    expect(givenBack(...lots, back, undone(12)).slice(2)).toEqual(['CX1: -3 of CK1', 'CX1: -9 of CK1']);
  });

  test('is not there again because the dispatch itself is undone', () => {
    const lots = ['@1 QC3 opening MASK B 2022-04-01 4 - D1', '@2 CK1 issue MASK - - 54 D1 S4'];
    const back = '@3 TK1 return MASK - - 2 S4 D1 CK1';
    expect(givenBack(...lots, back, '@4 CX1 reversal MASK B - 2 D1 S4 CK1')).toEqual([
      'TK1: 2 of CK1',
      'CX1: 2 of CK1',
    ]);
  });

  test('of what was never on its way is nothing', () => {
    expect(givenBack(sent, '@3 TK1 return MASK - - 8 transit D1 CK1')).toEqual([]);
  });

  test('of what was lost on the way, or came in, or was written off, is nothing', () => {
    const lost = '@3 PK1 loss SUIT - - 8 transit - CK1';
    expect(givenBack(sent, lost, '@4 CX1 reversal SUIT - - 5 transit - PK1')).toEqual([]);
    expect(givenBack('@2 RK1 receipt SUIT - - 8 SUP D1', '@3 CX1 reversal SUIT - - 5 SUP D1 RK1')).toEqual([]);
    expect(givenBack('@2 BS1 disposal SUIT - - 8 D1 -', '@3 CX1 reversal SUIT - - 5 D1 - BS1')).toEqual([]);
    expect(givenBack('@2 TK1 return SUIT - - 8 S3 D1', '@3 CX1 reversal SUIT - - 5 S3 D1 TK1')).toEqual([]);
  });
});

describe('what is undone of an adjustment', () => {
  test('is a gain that is taken off again, and a loss that is put back', () => {
    expect(undone('@2 PY1 gain SUIT - - 8 - D1', '@3 CX1 reversal SUIT - - 5 - D1 PY1')).toEqual(['CX1: -5 at D1']);
    expect(undone('@2 PK1 loss SUIT - - 8 D1 -', '@3 CX1 reversal SUIT - - 5 D1 - PK1')).toEqual(['CX1: 5 at D1']);
  });

  test('is nothing where another movement is undone', () => {
    expect(undone('@2 RK1 receipt SUIT - - 8 SUP D1', '@3 CX1 reversal SUIT - - 5 SUP D1 RK1')).toEqual([]);
    expect(undone('@2 BS1 disposal SUIT - - 8 D1 -', '@3 CX1 reversal SUIT - - 5 D1 - BS1')).toEqual([]);
    expect(undone('@2 DB1 transfer SUIT - - 8 D1 D2', '@3 CX1 reversal SUIT - - 5 D1 D2 DB1')).toEqual([]);
  });
});

test('the lots of a loss are told where it says what it is for, but not which lot it was', () => {
  const told = (...rows: string[]): string[] => {
    const { lossLots, book } = posted({ stock: rows, counts: ['@1 close D1 MASK - 45'] });
    return [...lossLots].flatMap(([row, pieces]) =>
      pieces.map(
        ({ lot, qty }) =>
          `${book.docs.text(book.stock.doc.data[row] ?? -1)}: ${qty / 1_000_000} of ${book.lots.text(lot)}`,
      ),
    );
  };
  const named = 'count:2022-01-01:D1';
  expect(told(`@2 PK1 loss MASK - - 5 D1 - ${named}`)).toEqual(['PK1: 5 of A']);
  expect(told(`@2 PK1 loss MASK A - 5 D1 - ${named}`)).toEqual([]);
  expect(told('@2 PK1 loss MASK - - 5 D1 -', '@2 BS1 disposal MASK - - 5 D1 -')).toEqual([]);
  expect(told(`@2 PK1 loss SUIT - - 5 D1 - ${named}`)).toEqual([]);
});
