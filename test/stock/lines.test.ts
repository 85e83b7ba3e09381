// The lines that a day's balance sheet has: which balances are on it, in which order, and how each of them stands.

import { describe, expect, test } from 'vitest';
import { formatQuantity } from '../../src/core/quantity.js';
import type { Ledgers } from '../model/small.js';
import { told } from './run.js';

const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@1 QC2 opening RICE - - 10 - D2'];

/** `site item lot closing status` of every line. */
function lines(day: number, ledgers: Ledgers, from = day): string[] {
  const { book, figures } = told(day, ledgers, {}, from);
  const { sites, items, lots } = book;
  return figures.balances.map(
    ({ site, item, lot, closing, status }) =>
      `${sites.all[site]?.code} ${items.all[item]?.code}${lot < 0 ? '' : ` ${lots.text(lot)}`} ${formatQuantity(closing)} ${status}`,
  );
}

describe('a balance is on the sheet', () => {
  const emptied = [...stock, '@3 CK1 issue SUIT - - 10 D1 S3'];

  test('while there is something of it, and on the day on which the last of it went', () => {
    expect(lines(2, { stock: emptied })).toEqual(['D1 SUIT 10 uncounted', 'D2 RICE 10 uncounted']);
    expect(lines(3, { stock: emptied })).toEqual(['D1 SUIT 0 uncounted', 'D2 RICE 10 uncounted']);
    expect(lines(4, { stock: emptied })).toEqual(['D2 RICE 10 uncounted']);
    expect(lines(4, { stock: emptied }, 3)).toEqual(['D1 SUIT 0 uncounted', 'D2 RICE 10 uncounted']);
  });

  test('on a day that moved it there and back', () => {
    const passed = [...stock, '@3 DB1 transfer RICE - - 4 D2 D1', '@3 DB2 transfer RICE - - 4 D1 D2'];
    expect(lines(3, { stock: passed })).toEqual([
      'D1 RICE 0 uncounted',
      'D1 SUIT 10 uncounted',
      'D2 RICE 10 uncounted',
    ]);
    expect(lines(4, { stock: passed })).toHaveLength(2);
  });

  test('where it was counted that day, though there has never been any', () => {
    const counts = ['@3 close D2 SUIT - 0', '@3 close D1 RICE - 2'];
    expect(lines(3, { stock, counts })).toEqual([
      'D1 RICE 0 surplus',
      'D1 SUIT 10 uncounted',
      'D2 RICE 10 uncounted',
      'D2 SUIT 0 balanced',
    ]);
    expect(lines(4, { stock, counts })).toHaveLength(2);
  });
});

test('a balance stands as it was counted, unless it is below zero or in doubt', () => {
  const status = (counted: number, ...rows: string[]) =>
    lines(3, { stock: [...stock, ...rows], counts: [`@3 close D1 SUIT - ${counted}`] })[0];
  expect([9, 10, 11].map((counted) => status(counted))).toEqual([
    'D1 SUIT 10 short',
    'D1 SUIT 10 balanced',
    'D1 SUIT 10 surplus',
  ]);
  expect(status(0, '@3 CK1 issue SUIT - - 10 D1 S3')).toBe('D1 SUIT 0 balanced');
  expect(status(0, '@3 CK1 issue SUIT - - 11 D1 S3')).toBe('D1 SUIT -1 negative');
  expect(status(9, '@3 CK1 issue SUIT - - x D1 S3')).toBe('D1 SUIT 10 incomplete');
});

test('lines are in the order of sites, items and lots, whatever the order of their rows', () => {
  const rows = [
    '@1 QC1 opening SUIT - - 1 - S2',
    '@1 QC2 opening MASK B 2023-02-01 1 - D2',
    '@1 QC3 opening MASK A 2023-01-01 1 - D2',
    '@1 QC4 opening RICE - - 1 - D2',
    '@1 QC5 opening SUIT - - 1 - D1',
  ];
  const expected = ['D1 SUIT', 'D2 MASK A', 'D2 MASK B', 'D2 RICE', 'S2 SUIT'];
  for (const order of [rows, rows.toReversed()]) {
    expect(lines(1, { stock: order }).map((line) => line.replace(/ 1 uncounted$/u, ''))).toEqual(expected);
  }
});

test('what is counted of all lots together is told apart, by site and item', () => {
  const lots = [
    '@1 QC3 opening MASK A 2023-01-01 6 - D1',
    '@1 QC4 opening MASK B 2023-02-01 4 - D1',
    '@1 QC5 opening GEL A 2023-01-01 5 - D1',
    '@1 QC6 opening MASK A 2023-01-01 3 - D2',
  ];
  const counts = ['@3 close D2 MASK - 3', '@3 close D1 MASK - 9', '@3 close D1 GEL - 6'];
  for (const order of [counts, counts.toReversed()]) {
    const { book, figures } = told(3, { stock: lots, counts: order });
    expect(
      figures.itemCounts.map(({ site, item, book: there, counted, variance, status }) => {
        const amounts = [there, counted, variance].map(formatQuantity).join(' ');
        return `${book.sites.all[site]?.code} ${book.items.all[item]?.code} ${amounts} ${status}`;
      }),
    ).toEqual(['D1 GEL 5 6 1 surplus', 'D1 MASK 10 9 -1 short', 'D2 MASK 3 3 0 balanced']);
  }
});
