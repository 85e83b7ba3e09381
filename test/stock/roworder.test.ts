// Rows by day: in the order of the file within a day, none after the last day, however far apart the days are.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAt, orderByDay } from '../../src/stock/roworder.js';

/** The order as it would be said: sorted by day, rows of one day as they stand. */
function naive(days: readonly number[], last: number): number[] {
  return days
    .map((day, row) => ({ day, row }))
    .filter(({ day }) => day <= last)
    .sort((a, b) => a.day - b.day || a.row - b.row)
    .map(({ row }) => row);
}

function ordered(days: readonly number[], last: number): number[] {
  // The column is longer than what is in it, as columns are.
  const { rows, count } = orderByDay(Int32Array.from([...days, 0, 0, 0]), days.length, last);
  if (rows !== null) expect(rows).toHaveLength(count);
  return rows === null ? Array.from({ length: count }, (_, row) => row) : [...rows];
}

test('rows that are in order already are left as they stand, up to the last day', () => {
  expect(orderByDay(Int32Array.of(1, 1, 2, 3, 9), 5, 3)).toEqual({ rows: null, count: 4 });
  expect(orderByDay(Int32Array.of(0, 5), 2, 5)).toEqual({ rows: null, count: 2 });
  expect(orderByDay(Int32Array.of(7, 6), 2, 5)).toEqual({ rows: null, count: 0 });
  expect(orderByDay(new Int32Array(0), 0, 5)).toEqual({ rows: null, count: 0 });
});

test('a later row in between does not hide that the others are out of order', () => {
  expect(ordered([3, 9, 2], 5)).toEqual([2, 0]);
  expect(ordered([9, 2, 3], 5)).toEqual([1, 2]);
});

test('days that are close together, and days that are centuries apart', () => {
  for (const days of [
    [12, 10, 11, 10, 12],
    [3_000_000, 10, 2_000_000, 10, 3_000_000],
    [70_000, 2, 1],
    [65_536, 1],
    [65_537, 1],
  ]) {
    for (const last of [10, 11, 70_000, 3_000_000]) expect(ordered(days, last)).toEqual(naive(days, last));
  }
});

test('whatever the days', () => {
  const near = fc.array(fc.nat(20), { maxLength: 60 });
  const far = fc.array(fc.nat(4_000_000), { maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(near, far), fc.nat(4_000_000), (days, last) => {
      expect(ordered(days, last)).toEqual(naive(days, last));
    }),
  );
});

test('the day at a position of an order, and beyond its end none that a day could come before', () => {
  const days = Int32Array.of(9, 4, 7, 0);
  const order = orderByDay(days, 3, 8);
  expect([0, 1, 2].map((position) => dayAt(order, position, days))).toEqual([4, 7, Number.POSITIVE_INFINITY]);
  expect(dayAt({ rows: null, count: 2 }, 1, days)).toBe(4);
});
