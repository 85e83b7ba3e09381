// What expires soon, and what nobody has counted for too long.

import { describe, expect, test } from 'vitest';
import { expiring, stale, told } from './run.js';

describe('a lot in stock', () => {
  const stock = [
    '@1 QC1 opening MASK A 2022-01-31 10 - D1',
    '@1 QC2 opening MASK B 2022-02-01 20 - D1',
    '@1 QC3 opening MASK C - 30 - D1',
    '@1 QC4 opening MASK - - 40 - D1',
  ];

  test('expires soon from the days of the policy on, and goes on expiring once it has', () => {
    const policy = 'expiring-days: 20';
    expect(expiring(told(10, { stock, policy }))).toEqual([]);
    expect(expiring(told(11, { stock, policy }))).toEqual(['D1 MASK A: 10, 20 left']);
    expect(expiring(told(31, { stock, policy }))).toEqual(['D1 MASK A: 10, 0 left', 'D1 MASK B: 20, 1 left']);
    expect(expiring(told('2022-02-02', { stock, policy }))).toEqual([
      'D1 MASK A: 10, -2 left',
      'D1 MASK B: 20, -1 left',
    ]);
  });

  test('that is used up expires no more, and one that is below zero has nothing to expire', () => {
    expect(expiring(told(31, { stock: [...stock, '@2 CK1 issue MASK A - 10 D1 S3'] }))).toEqual([
      'D1 MASK B: 20, 1 left',
    ]);
    expect(expiring(told(31, { stock: [...stock, '@2 CK1 issue MASK A - 11 D1 S3'] }))).toEqual([
      'D1 MASK B: 20, 1 left',
    ]);
  });
});

describe('stock that nobody counts', () => {
  const opening = '@1 QC1 opening SUIT - - 100 - D1';
  const policy = 'count-every-days: 5';
  const other = '@1 close D2 SUIT - 0';

  test('is told with the days since it was counted, or since it first moved', () => {
    const book = (...counts: string[]) => ({ stock: [opening], counts: [other, ...counts], policy });
    expect([6, 7].map((day) => stale(told(day, book())))).toEqual([[], ['D1 SUIT: 100, 6 days, never, row 0']]);
    expect(stale(told(9, book('@3 close D1 SUIT - 100')))).toEqual(['D1 SUIT: 100, 6 days, row 0']);
    expect(stale(told(9, book('@3 close D1 SUIT - 100', '@5 open D1 SUIT - 100')))).toEqual([]);
    expect(stale(told(11, book('@5 close D1 SUIT - 100', '@3 open D1 SUIT - 100')))).toEqual([
      'D1 SUIT: 100, 6 days, row 0',
    ]);
  });

  test('is all lots of an item together: the first day of any, the row that moved it last', () => {
    const stock = [
      '@2 QC1 opening MASK B - 10 - D1',
      '@1 QC2 opening MASK A - 20 - D1',
      '@4 RK1 receipt MASK A - 5 SUP D1',
      '@3 RK2 receipt MASK B - 5 SUP D1',
      '@3 RK3 receipt MASK C - 5 SUP D2',
    ];
    expect(stale(told(8, { stock, counts: [other], policy }))).toEqual(['D1 MASK: 40, 7 days, never, row 2']);
    expect(stale(told(8, { stock, counts: [other, '@2 close D1 MASK B 1'], policy }))).toEqual([
      'D1 MASK: 40, 6 days, row 2',
    ]);
    expect(stale(told(9, { stock, counts: [other], policy }))).toEqual([
      'D1 MASK: 40, 8 days, never, row 2',
      'D2 MASK: 5, 6 days, never, row 4',
    ]);
  });

  test.each(['SUIT', 'MASK'])('%s is told with the row of its last day, wherever that stands', (item) => {
    const lot = item === 'MASK' ? 'A' : '-';
    const [first, second] = [`@1 QC9 opening ${item} ${lot} - 20 - D1`, `@3 RK1 receipt ${item} ${lot} - 5 SUP D1`];
    const rowOf = (...stock: string[]) =>
      stale(told(8, { stock, counts: [other], policy })).map((one) => one.slice(-1));
    expect([rowOf(first, second), rowOf(second, first)]).toEqual([['1'], ['0']]);
  });

  test('of which nothing is left, or of which nobody knows how much, is not told', () => {
    const counts = [other];
    expect(stale(told(9, { stock: [opening, '@2 CK1 issue SUIT - - 100 D1 S3'], counts, policy }))).toEqual([]);
    expect(stale(told(9, { stock: [opening, '@2 CK1 issue SUIT - - 101 D1 S3'], counts, policy }))).toEqual([]);
    expect(stale(told(9, { stock: [opening, '@2 CK1 issue SUIT - - x D1 S3'], counts, policy }))).toEqual([]);
  });

  test('is nobody’s concern in a book without counts', () => {
    expect(stale(told(20, { stock: [opening], policy }))).toEqual([]);
  });
});
