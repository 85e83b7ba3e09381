// Items kept in lots take another way through the engine than items without: the figures beyond balances are the same.

import { describe, expect, test } from 'vitest';
import { deliveredOf } from '../engine/run.js';
import { dispatches, requests, stockOf, told } from './run.js';

/** The same book with an item without lots, with one in lots, and with the lots named. */
const ways: readonly (readonly [string, string, readonly string[]])[] = [
  ['no lots', 'SUIT', ['@1 QC1 opening SUIT - - 100 - D1']],
  ['lots', 'MASK', ['@1 QC1 opening MASK A 2022-03-01 40 - D1', '@1 QC2 opening MASK B 2022-04-01 60 - D1']],
];

describe.each(ways)('an item with %s', (_, item, opening) => {
  const rows = (lines: readonly string[]): string[] => [
    ...opening,
    ...lines.map((line) => line.replace('ITEM', `${item} - -`)),
  ];
  const average = (day: number, ...lines: string[]): string | undefined =>
    stockOf(told(day, { stock: rows(lines) }))[0]?.split(', ')[1];
  const delivered = (day: number, ...lines: string[]): string => deliveredOf('protective', day, { stock: rows(lines) });
  const signed = (day: number, received: readonly string[], ...lines: string[]): string =>
    deliveredOf('protective', day, {
      stock: rows(lines),
      deliveries: received.map((line) => line.replace('ITEM', item)),
    });

  test('is issued on an average day, less what comes back', () => {
    const sent = ['@7 CK1 issue ITEM 49 D1 S3', '@7 CK2 issue ITEM 14 D1 S1'];
    expect(average(7, ...sent)).toBe('9 a day');
    expect(average(13, ...sent)).toBe('9 a day');
    expect(average(14, ...sent)).toBe('0 a day');
    expect(average(7, ...sent, '@7 TK1 return ITEM 7 S3 D1')).toBe('8 a day');
    expect(average(7, ...sent, '@7 TK1 return ITEM 7 S3 D1 CK1')).toBe('8 a day');
    expect(average(7, ...sent, '@7 TK1 return ITEM 7 transit D1 CK2')).toBe('8 a day');
    expect(average(7, ...sent, '@7 CX1 reversal ITEM 7 D1 S3 CK1')).toBe('8 a day');
    expect(average(7, ...sent, '@7 TK1 return ITEM 7 S3 D1 CK1', '@7 CX1 reversal ITEM 7 S3 D1 TK1')).toBe('9 a day');
    expect(average(7, ...sent, '@7 DB1 transfer ITEM 7 D1 D2', '@7 BS1 disposal ITEM 7 D1 -')).toBe('9 a day');
  });

  test('is delivered when it goes from a depot to a site, and is signed for there or where nobody signs', () => {
    expect(delivered(2, '@2 CK1 issue ITEM 30 D1 S3')).toBe('30 30 30 false');
    expect(delivered(3, '@2 CK1 issue ITEM 30 D1 S3')).toBe('0 30 30 false');
    expect(delivered(2, '@2 CK1 issue ITEM 30 D1 S1')).toBe('30 30 0 false');
    expect(signed(3, ['@3 CK1 ITEM - 20'], '@2 CK1 issue ITEM 30 D1 S1')).toBe('0 30 20 false');
    expect(signed(3, ['@3 CK1 ITEM - 20 5'], '@2 CK1 issue ITEM 30 D1 S2')).toBe('0 30 20 false');
    expect(delivered(2, '@2 DB1 transfer ITEM 30 D1 D2')).toBe('0 0 0 false');
    expect(delivered(2, '@2 DB1 transfer ITEM 30 D1 D3')).toBe('0 0 0 false');
    expect(delivered(2, '@2 CK1 issue ITEM 30 D1 REC')).toBe('30 30 30 false');
  });

  test('is delivered no more once it comes back, is reversed, or comes back and that is reversed', () => {
    const sent = '@2 CK1 issue ITEM 30 D1 S4';
    expect(delivered(3, sent, '@3 TK1 return ITEM 10 S4 D1')).toBe('-10 20 20 false');
    expect(delivered(3, sent, '@3 TK1 return ITEM 10 S4 D1 CK1')).toBe('-10 20 20 false');
    expect(delivered(3, sent, '@3 TK1 return ITEM 10 S4 D3 CK1')).toBe('-10 20 20 false');
    expect(delivered(3, sent, '@3 CX1 reversal ITEM 10 D1 S4 CK1')).toBe('-10 20 20 false');
    expect(delivered(3, sent, '@3 TK1 return ITEM 10 S4 D1 CK1', '@3 CX1 reversal ITEM 4 S4 D1 TK1')).toBe(
      '-6 24 24 false',
    );
    const way = '@2 CK1 issue ITEM 30 D1 S1';
    expect(delivered(3, way, '@3 TK1 return ITEM 10 transit D1 CK1')).toBe('-10 20 0 false');
    expect(delivered(3, way, '@3 PK1 loss ITEM 10 transit - CK1')).toBe('0 30 0 false');
    expect(delivered(3, way, '@3 CX1 reversal ITEM 10 D1 S1 CK1')).toBe('-10 20 0 false');
    expect(delivered(3, way, '@3 TK1 return ITEM 10 transit D1 CK1', '@3 CX1 reversal ITEM 4 transit D1 TK1')).toBe(
      '-6 24 0 false',
    );
  });

  test('fills a request, until it comes back or is reversed', () => {
    const filled = (...lines: string[]): string | undefined =>
      requests(
        told(9, { stock: rows(['@2 CK1 issue ITEM 60 D1 S4 SQ1', ...lines]), requests: [`@2 SQ1 S4 ${item} 80`] }),
      )[0]
        ?.split(': ')[1]
        ?.split(' of')[0];
    expect(filled()).toBe('60');
    expect(filled('@3 DB1 transfer ITEM 10 D1 S4 SQ1')).toBe('70');
    expect(filled('@3 TK1 return ITEM 50 S4 D1 CK1')).toBe('10');
    expect(filled('@3 TK1 return ITEM 50 S4 D1')).toBe('60');
    expect(filled('@3 CX1 reversal ITEM 50 D1 S4 CK1')).toBe('10');
    expect(filled('@3 TK1 return ITEM 50 S4 D1 CK1', '@4 CX1 reversal ITEM 30 S4 D1 TK1')).toBe('40');
  });

  test('may be sent back only up to what arrived and has not come back yet, for what there is to undo', () => {
    const left = (...lines: string[]): number => told(9, { stock: rows(lines) }).figures.leftOutRows.size;
    const sent = '@2 CK1 issue ITEM 60 D1 S4';
    expect(left(sent, '@3 TK1 return ITEM 50 S4 D1 CK1', '@4 CX1 reversal ITEM 10 D1 S4 CK1')).toBe(0);
    expect(left(sent, '@3 TK1 return ITEM 50 S4 D1 CK1', '@4 CX1 reversal ITEM 11 D1 S4 CK1')).toBe(1);
    expect(
      left(
        sent,
        '@3 TK1 return ITEM 50 S4 D1 CK1',
        '@4 CX1 reversal ITEM 20 S4 D1 TK1',
        '@5 CX2 reversal ITEM 30 D1 S4 CK1',
      ),
    ).toBe(0);
    expect(
      left(
        sent,
        '@3 TK1 return ITEM 50 S4 D1 CK1',
        '@4 CX1 reversal ITEM 20 S4 D1 TK1',
        '@5 CX2 reversal ITEM 31 D1 S4 CK1',
      ),
    ).toBe(1);
  });
});

describe('what was signed for and never sent', () => {
  const opening = '@1 QC1 opening SUIT - - 100 - D1';
  const lines = (day: number, deliveries: string[], from = day): string[] =>
    dispatches(told(day, { stock: [opening], deliveries }, {}, from));

  test('is one line for one document, item and site, however often it was signed for', () => {
    expect(lines(3, ['@2 CK9 SUIT - 5 1 S1', '@3 CK9 SUIT - 3 2 S1'])).toEqual([
      'CK9 SUIT 2022-01-02 to S1: 0 8 3 -11, unmatched',
    ]);
    expect(
      lines(3, [
        '@3 CK9 SUIT - 5 0 S1',
        '@3 CK8 SUIT - 3 0 S1',
        '@3 CK9 RICE - 3 0 S1',
        '@3 CK9 SUIT - 3 0 S2',
      ]).toSorted(),
    ).toEqual([
      'CK8 SUIT 2022-01-03 to S1: 0 3 0 -3, unmatched',
      'CK9 RICE 2022-01-03 to S1: 0 3 0 -3, unmatched',
      'CK9 SUIT 2022-01-03 to S1: 0 5 0 -5, unmatched',
      'CK9 SUIT 2022-01-03 to S2: 0 3 0 -3, unmatched',
    ]);
  });

  test('is past once it was taken back, on another day than the one that is told', () => {
    const taken = ['@2 CK9 SUIT - 5 0 S1', '@3 CK9 SUIT - -5 0 S1'];
    expect(lines(3, taken)).toEqual(['CK9 SUIT 2022-01-02 to S1: 0 0 0 0, unmatched']);
    expect(lines(4, taken)).toEqual(['CK9 SUIT 2022-01-02 to S1: 0 0 0 0, unmatched, past']);
    expect(lines(4, taken, 3)).toEqual(['CK9 SUIT 2022-01-02 to S1: 0 0 0 0, unmatched']);
    expect(lines(4, taken.slice(0, 1))).toEqual(['CK9 SUIT 2022-01-02 to S1: 0 5 0 -5, unmatched']);
    expect(lines(4, ['@2 CK9 SUIT - 5 0 S1', '@3 CK9 SUIT - 3 0 S1'])).toEqual([
      'CK9 SUIT 2022-01-02 to S1: 0 8 0 -8, unmatched',
    ]);
    expect(lines(4, ['@2 CK9 SUIT - 0 0 S1'])).toEqual(['CK9 SUIT 2022-01-02 to S1: 0 0 0 0, unmatched, past']);
    expect(lines(4, ['@2 CK9 SUIT - 0 0 S1', '@4 CK9 SUIT - 0 0 S1'])).toEqual([
      'CK9 SUIT 2022-01-02 to S1: 0 0 0 0, unmatched',
    ]);
  });
});
