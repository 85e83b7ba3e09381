// Balances by site, item and lot, held to a map: in a grid where there are few, by hashing where there are many.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Balances } from '../../src/stock/balances.js';

describe.each([
  ['few sites and items', 4, 5],
  ['more than a grid has room for', 3000, 2000],
])('%s', (_, sites, items) => {
  const name = fc.record({
    site: fc.constantFrom(0, 1, sites - 1),
    item: fc.constantFrom(0, 3, items - 1),
    lot: fc.integer({ min: -1, max: 5 }),
  });

  test('each site, item and lot has one balance, numbered in the order in which they come', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 80 }), (names) => {
        const balances = new Balances(sites, items);
        const known = new Map<string, number>();
        for (const { site, item, lot } of names) {
          const key = `${site} ${item} ${lot}`;
          expect(balances.find(site, item, lot)).toBe(known.get(key) ?? -1);
          if (!known.has(key)) known.set(key, known.size);
          expect(balances.of(site, item, lot)).toBe(known.get(key));
          expect(balances.find(site, item, lot)).toBe(known.get(key));
        }
        expect(balances.size).toBe(known.size);
        for (const [key, balance] of known) {
          const { site, item, lot } = balances;
          expect([site, item, lot].map(({ data }) => data[balance]).join(' ')).toBe(key);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('thousands of lots are kept apart while they come', () => {
    const balances = new Balances(sites, items);
    const all = Array.from({ length: 3000 }, (_, n) => [n % 4, (n * 7) % 5, Math.floor(n / 20) - 1] as const);
    expect(all.map((one) => balances.of(...one))).toEqual(all.map((_, n) => n));
    expect(all.map((one) => balances.find(...one))).toEqual(all.map((_, n) => n));
    expect(balances.find(1, 1, 5000)).toBe(-1);
  });
});

test('thousands of sites with the same lot are kept apart, and thousands of items', () => {
  const balances = new Balances(3000, 2000);
  const all = Array.from(
    { length: 4000 },
    (_, n) => (n < 2500 ? [n, 3, 5] : [2, n - 2000, 5]) as [number, number, number],
  );
  expect(all.map((one) => balances.find(...one))).toEqual(all.map(() => -1));
  expect(all.map((one) => balances.of(...one))).toEqual(all.map((_, n) => n));
  expect(all.map((one) => balances.find(...one))).toEqual(all.map((_, n) => n));
});

test('the first balance of all is found for itself alone, whatever comes after it', () => {
  for (let first = 0; first < 20; first++) {
    const balances = new Balances(4, 5);
    balances.of(1, 2, 5000 + first);
    for (let lot = 1; lot <= 600; lot++) {
      expect(balances.find(3, 4, lot)).toBe(-1);
      balances.of(3, 4, lot);
    }
    expect([balances.find(1, 2, 5000 + first), balances.find(0, 0, 0), balances.size]).toEqual([0, -1, 601]);
  }
});

test('a balance begins with nothing: no amount, and no day or row that touched it', () => {
  const balances = new Balances(1, 1);
  const balance = balances.of(0, 0, 3);
  const { closing, opening, firstDay, lastDay, receivedDay, negativeDay, lastRow } = balances;
  expect([closing, opening, balances.in, balances.out, balances.adjusted].map(({ data }) => data[balance])).toEqual(
    Array(5).fill(0),
  );
  expect([firstDay, lastDay, receivedDay, negativeDay, lastRow].map(({ data }) => data[balance])).toEqual(
    Array(5).fill(-1),
  );
});

test('a period begins with what stands there, and later balances with nothing', () => {
  const balances = new Balances(1, 2);
  balances.closing.data[balances.of(0, 0, -1)] = 7;
  balances.closing.data[balances.of(0, 0, 2)] = 9;
  balances.beginPeriod();
  balances.closing.data[balances.of(0, 0, 2)] = 1;
  balances.closing.data[balances.of(0, 1, -1)] = 4;
  expect([...balances.opening.data.subarray(0, 3)]).toEqual([7, 9, 0]);
});
