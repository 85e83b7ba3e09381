// The row that is told as the one that takes a balance below zero, where several rows of a day take from it.

import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/core/day.js';
import { formatQuantity } from '../../src/core/quantity.js';
import { finds } from '../engine/run.js';
import type { Ledgers } from '../model/small.js';
import { told } from './run.js';

describe.each([
  ['without lots', 'SUIT', '- -'],
  ['in lots', 'MASK', 'A 2022-03-01'],
])('of an item %s, what takes a site below zero that signs', (_, item, lot) => {
  const stock = [
    `@1 QC1 opening ${item} ${lot} 10 - D1`,
    `@2 DB1 transfer ${item} - - 10 D1 S2`,
    `@3 CK1 issue ${item} - - 6 S2 S3`,
  ];
  const below = (day: number, ...deliveries: string[]): string[] =>
    finds('stock/negative', day, { stock, deliveries: deliveries.map((row) => row.replace('ITEM', `${item} -`)) });

  test('is the later in the file of two corrections that are alike', () => {
    expect(below(4, '@2 DB1 ITEM 9', '@4 DB1 ITEM -2', '@4 DB1 ITEM -2')).toEqual(['deliveries:4']);
    expect(below(4, '@2 DB1 ITEM 9', '@4 DB1 ITEM -4', '@4 DB1 ITEM -4')).toEqual(['deliveries:3']);
  });

  test('is the one with the less damage taken back last of two that are alike but for that', () => {
    const signed = '@2 DB1 ITEM 8 2';
    expect(below(4, signed, '@4 DB1 ITEM -1 -1', '@4 DB1 ITEM -2 -1', '@4 DB1 ITEM -2 0')).toEqual(['deliveries:5']);
    expect(below(4, signed, '@4 DB1 ITEM -2 0', '@4 DB1 ITEM -2 -1')).toEqual(['deliveries:3']);
    expect(below(4, signed, '@4 DB1 ITEM -2 -1', '@4 DB1 ITEM -2 0')).toEqual(['deliveries:4']);
  });
});

describe('a balance below zero', () => {
  const opening = '@1 QC1 opening SUIT - - 10 - D1';
  /** `site item day: closing, row` of each; stock rows count from 0, a delivery row is −2 − its own. */
  const negatives = (ledgers: Ledgers, day = 9): string[] => {
    const { book, figures } = told(day, ledgers);
    return figures.negatives.map(
      ({ site, item, day: on, closing, row }) =>
        `${book.sites.all[site]?.code} ${book.items.all[item]?.code} ${formatDay(on).slice(8)}: ${formatQuantity(closing)}, row ${row}`,
    );
  };

  test('is told with its first day and what it closed with then, whatever came later', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 12 D1 S3', '@3 CK2 issue SUIT - - 5 D1 S3'];
    expect(negatives({ stock }, 1)).toEqual([]);
    expect(negatives({ stock }, 2)).toEqual(['D1 SUIT 02: -2, row 1']);
    expect(negatives({ stock })).toEqual(['D1 SUIT 02: -2, row 1']);
    expect(negatives({ stock: [...stock, '@4 RK1 receipt SUIT - - 90 SUP D1'] })).toEqual(['D1 SUIT 02: -2, row 1']);
    expect(negatives({ stock: [...stock, '@2 RK1 receipt SUIT - - 2 SUP D1'] })).toEqual(['D1 SUIT 03: -5, row 2']);
  });

  test('is what all kinds of movements make of it', () => {
    const of = (...more: string[]): string[] =>
      negatives({ stock: [opening, ...more, '@5 CK9 issue SUIT - - 20 D1 S3'] });
    expect(of()).toEqual(['D1 SUIT 05: -10, row 1']);
    for (const day of [4, 5]) {
      expect(of(`@${day} RK1 receipt SUIT - - 3 SUP D1`)).toEqual(['D1 SUIT 05: -7, row 2']);
      expect(of(`@${day} PY1 gain SUIT - - 3 - D1`)).toEqual(['D1 SUIT 05: -7, row 2']);
      expect(of(`@${day} TK1 return SUIT - - 3 S3 D1`)).toEqual(['D1 SUIT 05: -7, row 2']);
      expect(of(`@${day} BS1 disposal SUIT - - 3 D1 -`)).toEqual(['D1 SUIT 05: -13, row 2']);
      expect(of(`@${day} PK1 loss SUIT - - 3 D1 -`)).toEqual(['D1 SUIT 05: -13, row 2']);
      expect(of(`@${day} DB1 transfer SUIT - - 3 D1 D2`)).toEqual(['D1 SUIT 05: -13, row 2']);
      expect(of(`@${day} DB1 transfer SUIT - - 3 D1 D3`)).toEqual(['D1 SUIT 05: -13, row 2']);
    }
  });

  test('counts what is undone, and leaves aside what is left out', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 6 D1 S3', '@2 RK1 receipt SUIT - - 9 SUP D1'];
    const last = '@5 CK9 issue SUIT - - 20 D1 S3';
    expect(negatives({ stock: [...stock, last] })).toEqual(['D1 SUIT 05: -7, row 3']);
    expect(negatives({ stock: [...stock, '@3 CX1 reversal SUIT - - 6 D1 S3 CK1', last] })).toEqual([
      'D1 SUIT 05: -1, row 4',
    ]);
    expect(negatives({ stock: [...stock, '@3 CX1 reversal SUIT - - 9 SUP D1 RK1', last] })).toEqual([
      'D1 SUIT 05: -16, row 4',
    ]);
    // Undone last of all on a day, it is what takes the rest.
    expect(
      negatives({ stock: [...stock, '@5 CX1 reversal SUIT - - 9 SUP D1 RK1', '@5 CK9 issue SUIT - - 13 D1 S3'] }),
    ).toEqual(['D1 SUIT 05: -9, row 3']);
    // More is undone than there is: nothing is.
    expect(negatives({ stock: [...stock, '@3 CX1 reversal SUIT - - 7 D1 S3 CK1', last] }).slice(0, 1)).toEqual([]);
  });

  test('of a site that signs has what it signed for, and not what was sent to it or undone on the way', () => {
    const stock = ['@1 QC2 opening SUIT - - 1 - S2', opening, '@2 DB1 transfer SUIT - - 6 D1 S2'];
    const last = '@5 CK9 issue SUIT - - 9 S2 S3';
    const signed = (...deliveries: string[]): string[] => negatives({ stock: [...stock, last], deliveries });
    expect(signed()).toEqual(['S2 SUIT 05: -8, row 3']);
    expect(signed('@3 DB1 SUIT - 2 1 S2', '@4 DB1 SUIT - 2')).toEqual(['S2 SUIT 05: -4, row 3']);
    expect(signed('@3 DB1 SUIT - 5', '@4 DB1 SUIT - -3')).toEqual(['S2 SUIT 05: -6, row 3']);
    expect(signed('@3 DB1 SUIT - 5', '@5 DB1 SUIT - -3')).toEqual(['S2 SUIT 05: -6, row 3']);
    expect(signed('@6 DB1 SUIT - 5')).toEqual(['S2 SUIT 05: -8, row 3']);
    // What was never sent is not there.
    expect(signed('@3 DB9 SUIT - 5 0 S2', '@1 DB1 SUIT - 5')).toEqual(['S2 SUIT 05: -8, row 3']);
    expect(negatives({ stock: [...stock, '@3 CX1 reversal SUIT - - 6 D1 S2 DB1', last] })).toEqual([
      'S2 SUIT 05: -8, row 4',
    ]);
  });

  test('of one of several sites of a document has what was signed for there, named or not', () => {
    const both = ['@2 DB1 transfer SUIT - - 6 D1 S2', '@2 DB1 transfer SUIT - - 6 D1 D3'];
    const stock = ['@1 QC1 opening SUIT - - 12 - D1', ...both];
    const of = (site: string, ...deliveries: string[]): string[] =>
      negatives({ stock: [...stock, `@5 CK9 issue SUIT - - 9 ${site} S3`], deliveries });
    expect(of('D3', '@3 DB1 SUIT - 4 0 D3')).toEqual(['D3 SUIT 05: -5, row 3']);
    expect(of('S2', '@3 DB1 SUIT - 4 0 S2')).toEqual(['S2 SUIT 05: -5, row 3']);
    // Where no site is named the first is filled first, and the other has the rest.
    expect(of('S2', '@3 DB1 SUIT - 10')).toEqual(['S2 SUIT 05: -3, row 3']);
    expect(of('D3', '@3 DB1 SUIT - 10')).toEqual(['D3 SUIT 05: -5, row 3']);
  });

  test('of a depot that signs has what comes back from transit at once', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 6 D1 S1', '@3 TK1 return SUIT - - 4 transit D3 CK1'];
    const last = '@5 CK9 issue SUIT - - 5 D3 S3';
    expect(negatives({ stock: [...stock, last] })).toEqual(['D3 SUIT 05: -1, row 3']);
    expect(negatives({ stock: [...stock, '@4 CX1 reversal SUIT - - 3 transit D3 TK1', last] })).toEqual([
      'D3 SUIT 05: -4, row 4',
    ]);
  });

  test('is told at the row that comes last in the order of the day: of documents, then of amounts, then as they stand', () => {
    const of = (...more: string[]): string[] => negatives({ stock: [opening, ...more] });
    expect(of('@5 CK2 issue SUIT - - 6 D1 S3', '@5 CK1 issue SUIT - - 7 D1 S3')).toEqual(['D1 SUIT 05: -3, row 1']);
    expect(of('@5 CK1 issue SUIT - - 7 D1 S3', '@5 CK1 issue SUIT - - 6 D1 S3')).toEqual(['D1 SUIT 05: -3, row 1']);
    expect(of('@5 CK1 issue SUIT - - 6 D1 S3', '@5 CK1 issue SUIT - - 6 D1 S4')).toEqual(['D1 SUIT 05: -2, row 2']);
    const lots = (...rows: string[]): string[] =>
      negatives({ stock: ['@1 QC1 opening MASK A 2022-03-01 9 - D1', ...rows] });
    expect(lots('@5 CK1 issue MASK A - 7 D1 S3', '@5 CK2 issue MASK A - 6 D1 S3')).toEqual(['D1 MASK 05: -4, row 2']);
    // What came in that day was there before, and what went the days before has gone.
    expect(
      of('@5 CK1 issue SUIT - - 12 D1 S3', '@5 CK2 issue SUIT - - 4 D1 S3', '@5 RK9 receipt SUIT - - 5 SUP D1'),
    ).toEqual(['D1 SUIT 05: -1, row 2']);
    expect(of('@4 CK9 issue SUIT - - 5 D1 S3', '@5 CK1 issue SUIT - - 8 D1 S3')).toEqual(['D1 SUIT 05: -3, row 2']);
    expect(
      of('@4 RK1 receipt SUIT - - 9 SUP D1', '@5 AX1 reversal SUIT - - 9 SUP D1 RK1', '@5 CK9 issue SUIT - - 13 D1 S3'),
    ).toEqual(['D1 SUIT 05: -3, row 2']);
    expect(negatives({ stock: ['@5 CK2 issue SUIT - - 6 D1 S3', '@5 CK1 issue SUIT - - 7 D1 S3', opening] })).toEqual([
      'D1 SUIT 05: -3, row 0',
    ]);
    // Never at a row of another day, of which there were more.
    const days = ['@4 CK7 issue MASK A - 1 D1 S3', '@4 CK8 issue MASK A - 1 D1 S3', '@4 CK9 issue MASK A - 1 D1 S3'];
    expect(lots(...days, '@5 CK4 issue MASK A - 5 D1 S3', '@5 CK5 issue MASK A - 2 D1 S3')).toEqual([
      'D1 MASK 05: -1, row 5',
    ]);
    // A row that names its lot comes before one that does not, whatever the document.
    expect(lots('@5 CK1 issue MASK - - 7 D1 S3', '@5 CK2 issue MASK A - 6 D1 S3')).toEqual(['D1 MASK 05: -4, row 1']);
    expect(lots('@5 CK2 issue MASK A - 6 D1 S3', '@5 CK1 issue MASK - - 7 D1 S3')).toEqual(['D1 MASK 05: -4, row 2']);
  });

  test('gives no finding where a row that was left out may have changed it', () => {
    const stock = [opening, '@5 CK9 issue SUIT - - 20 D1 S3'];
    expect(negatives({ stock: [...stock, '@5 RK1 receipt SUIT - - x SUP D1'] })).toEqual([]);
    expect(negatives({ stock: [...stock, '@6 RK1 receipt SUIT - - x SUP D1'] })).toEqual(['D1 SUIT 05: -10, row 1']);
    expect(negatives({ stock, counts: ['@5 close D1 SUIT - x'] }, 5)).toEqual([]);
    expect(negatives({ stock, counts: ['@5 close D1 SUIT - x'] }, 6)).toEqual(['D1 SUIT 05: -10, row 1']);
  });
});
