// Which of several counts of one thing stands: the closing one, and of two that differ the smaller, in any order.

import { describe, expect, test } from 'vitest';
import { standingCounts } from '../../src/stock/countings.js';
import type { CountResult } from '../../src/stock/counts.js';
import { on, told } from './run.js';

const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@1 QC2 opening MASK A - 10 - D1'];

/** The counts of a book as the engine has held them against it. */
function results(...counts: readonly string[]): readonly CountResult[] {
  return [...told(3, { stock, counts: [...counts] }).figures.counts];
}

/** What stands of these counts, in the order in which they are given and in the other. */
function standing(day: number, ...counts: readonly string[]): (readonly number[])[] {
  const all = results(...counts);
  return [all, all.toReversed()].map((some) => {
    const { ofLots, ofItems } = standingCounts(some.filter(({ count }) => count.day === on(day)));
    return [...ofLots.values(), ...ofItems.values()].map(({ count }) => count.counted / 1_000_000);
  });
}

describe('of several counts of a day', () => {
  test('the closing one stands, whatever the figures', () => {
    expect(standing(2, '@2 open D1 SUIT - 3', '@2 close D1 SUIT - 9')).toEqual([[9], [9]]);
    expect(standing(2, '@2 open D1 SUIT - 9', '@2 close D1 SUIT - 3')).toEqual([[3], [3]]);
    expect(standing(2, '@2 open D1 MASK - 3', '@2 close D1 MASK - 9')).toEqual([[9], [9]]);
  });

  test('at one point the smaller stands', () => {
    expect(standing(2, '@2 close D1 SUIT - 3', '@2 close D1 SUIT - 9')).toEqual([[3], [3]]);
    expect(standing(2, '@2 open D1 MASK - 9', '@2 open D1 MASK - 3')).toEqual([[3], [3]]);
  });

  test('those of another day are left aside', () => {
    expect(standing(3, '@2 close D1 SUIT - 3')).toEqual([[], []]);
  });

  test('those of a lot and of all lots stand side by side', () => {
    expect(standing(2, '@2 close D1 MASK A 4', '@2 close D1 MASK - 9')).toEqual([
      [4, 9],
      [4, 9],
    ]);
  });
});

test('a count where no stock is kept is held against nothing', () => {
  expect(results('@2 close S3 SUIT - 3')).toEqual([]);
  expect(results('@2 close D1 SUIT - 3')).toHaveLength(1);
});
