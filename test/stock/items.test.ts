// An item over all its sites: how much there is, how much goes out on a day, and how long that will do.

import { describe, expect, test } from 'vitest';
import { stockOf, told } from './run.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';

describe('an item', () => {
  test('is the sum of its lines at all sites and lots', () => {
    const stock = [
      opening,
      '@1 QC2 opening SUIT - - 50 - D2',
      '@2 DB1 transfer SUIT - - 10 D1 D2',
      '@2 RK1 receipt SUIT - - 5 SUP D2',
      '@2 BS1 disposal SUIT - - 1 D2 -',
    ];
    expect(stockOf(told(2, { stock }))).toEqual(['SUIT: 150 15 10 -1 154, 0 a day, - days']);
  });

  test('of several is listed by its code', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 1 - D1',
      '@1 QC2 opening RICE - - 2 - D1',
      '@1 QC3 opening KIT L1 - 3 - D1',
    ];
    expect(stockOf(told(1, { stock })).map((line) => line.split(':')[0])).toEqual(['KIT', 'RICE', 'SUIT']);
  });

  test('is incomplete where one of its lines is', () => {
    const stock = [opening, '@1 QC2 opening SUIT - - 5 - D2', '@2 CK1 issue SUIT - - x D2 S3'];
    expect(stockOf(told(2, { stock }))).toEqual(['SUIT?: 105 0 0 0 105, 0 a day, - days']);
  });
});

describe('what goes out on a day', () => {
  const issues = (...days: readonly number[]): string[] => [
    opening,
    ...days.map((day) => `@${day} CK${day} issue SUIT - - 7 D1 S3`),
  ];

  test('is what was issued over the days the book has, and over the last week once it has more', () => {
    expect(stockOf(told(1, { stock: issues(1) }))).toEqual(['SUIT: 0 100 7 0 93, 7 a day, 13.285714 days']);
    expect(stockOf(told(2, { stock: issues(2) }))).toEqual(['SUIT: 100 0 7 0 93, 3.5 a day, 26.571429 days']);
    expect(stockOf(told(7, { stock: issues(1, 2) }))).toEqual(['SUIT: 86 0 0 0 86, 2 a day, 43 days']);
    expect(stockOf(told(8, { stock: issues(1, 2) }))).toEqual(['SUIT: 86 0 0 0 86, 1 a day, 86 days']);
    expect(stockOf(told(9, { stock: issues(1, 2) }))).toEqual(['SUIT: 86 0 0 0 86, 0 a day, - days']);
  });

  test('is less what came back, from there or from transit, and less what was reversed', () => {
    const sent = [opening, '@7 CK1 issue SUIT - - 28 D1 S1', '@7 CK2 issue SUIT - - 14 D1 S3'];
    const average = (...more: string[]): string | undefined =>
      stockOf(told(7, { stock: [...sent, ...more] }))[0]?.split(', ')[1];
    expect(average()).toBe('6 a day');
    expect(average('@7 TK1 return SUIT - - 7 S3 D1 CK2')).toBe('5 a day');
    expect(average('@7 TK1 return SUIT - - 7 transit D1 CK1')).toBe('5 a day');
    expect(average('@7 CX1 reversal SUIT - - 7 D1 S3 CK2')).toBe('5 a day');
    expect(average('@7 TK1 return SUIT - - 7 S3 D1 CK2', '@7 CX1 reversal SUIT - - 7 S3 D1 TK1')).toBe('6 a day');
    // What is lost on the way, moved or disposed of was not used up by anybody who asked for it back, or not issued.
    expect(average('@7 PK1 loss SUIT - - 7 transit - CK1')).toBe('6 a day');
    expect(average('@7 DB1 transfer SUIT - - 7 D1 D2', '@7 BS1 disposal SUIT - - 7 D1 -')).toBe('6 a day');
  });

  test('comes back only on days of the week that is looked at', () => {
    const sent = [opening, '@1 CK1 issue SUIT - - 28 D1 S1', '@8 CK2 issue SUIT - - 14 D1 S3'];
    const average = (day: number, ...more: string[]): string | undefined =>
      stockOf(told(day, { stock: [...sent, ...more] }))[0]?.split(', ')[1];
    expect(average(8, '@1 TK1 return SUIT - - 7 transit D1 CK1')).toBe('2 a day');
    expect(average(8, '@2 TK1 return SUIT - - 7 transit D1 CK1')).toBe('1 a day');
    expect(average(8, '@1 CX1 reversal SUIT - - 7 D1 S1 CK1')).toBe('2 a day');
    expect(average(8, '@2 CX1 reversal SUIT - - 7 D1 S1 CK1')).toBe('1 a day');
  });

  test('says nothing of cover where stock is below zero, and that it is none where nothing is left', () => {
    expect(stockOf(told(1, { stock: ['@1 CK1 issue SUIT - - 5 D1 S3'] }))).toEqual([
      'SUIT: 0 0 5 0 -5, 5 a day, - days',
    ]);
    expect(stockOf(told(1, { stock: [opening, '@1 CK1 issue SUIT - - 100 D1 S3'] }))).toEqual([
      'SUIT: 0 100 100 0 0, 100 a day, 0 days',
    ]);
    const back = ['@1 QC1 opening SUIT - - 5 - D1', '@2 TK1 return SUIT - - 5 S3 D1'];
    expect(stockOf(told(2, { stock: back }))).toEqual(['SUIT: 5 5 0 0 10, -2.5 a day, - days']);
  });
});

test('a report of several days opens on what was there before the first of them', () => {
  const stock = [
    opening,
    '@2 CK1 issue SUIT - - 10 D1 S3',
    '@3 RK1 receipt SUIT - - 5 SUP D1',
    '@4 CK2 issue SUIT - - 1 D1 S3',
  ];
  expect(stockOf(told(3, { stock }, {}, 2))).toEqual(['SUIT: 100 5 10 0 95, 3.333333 a day, 28.500003 days']);
});
