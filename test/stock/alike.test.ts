// Two rows of a day that are alike in document, lot and quantity: which of them comes first.

import { describe, expect, test } from 'vitest';
import { compareAlike } from '../../src/stock/alike.js';
import { told } from './run.js';

const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@2 CK1 issue SUIT - - 5 D1 S1', '@2 CK1 issue SUIT - - 5 D1 S1'];
const deliveries = ['@3 CK1 SUIT - 5 2', '@3 CK1 SUIT - 5 1', '@3 CK1 SUIT - 5 1'];

/** `before`, `after` or `as they stand`; a delivery row is written d0, a stock row s0. */
function order(one: string, other: string): string {
  const { book } = told(3, { stock, deliveries });
  const event = (name: string) => (name.startsWith('d') ? -2 - Number(name.slice(1)) : Number(name.slice(1)));
  const difference = compareAlike(book, event(one), event(other));
  return difference < 0 ? 'before' : difference > 0 ? 'after' : 'as they stand';
}

describe('of two rows that are alike', () => {
  test('of the stock ledger the first in the file comes first', () => {
    expect([order('s1', 's2'), order('s2', 's1'), order('s0', 's1')]).toEqual(['before', 'after', 'before']);
  });

  test('of the delivery ledger the one with less damage comes first, then the first in the file', () => {
    expect([order('d0', 'd1'), order('d1', 'd0')]).toEqual(['after', 'before']);
    expect([order('d1', 'd2'), order('d2', 'd1')]).toEqual(['before', 'after']);
  });

  test('of both ledgers damage decides nothing, only how far down in its file each stands', () => {
    expect([order('s0', 'd1'), order('d1', 's0')]).toEqual(['before', 'after']);
    expect([order('s1', 'd0'), order('d0', 's1')]).toEqual(['after', 'before']);
    expect([order('s0', 'd0'), order('d0', 's0')]).toEqual(['as they stand', 'as they stand']);
  });
});
