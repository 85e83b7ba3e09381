// Requests by rule: what fills a line, what reopens it, when it is overdue, and when too much was issued.
import { describe, expect, test } from 'vitest';
import { finds } from './run.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';
const asked = '@2 SQ1 S3 SUIT 30 @4';
const book = (stock: string[], requests = [asked]) => ({ stock: [opening, ...stock], requests });
const overdue = (day: number, stock: string[], requests = [asked]) =>
  finds('request/overdue', day, book(stock, requests)).length;
const over = (day: number, stock: string[], requests = [asked]) =>
  finds('request/over-issued', day, book(stock, requests));

describe('a request', () => {
  test('is overdue after the end of the day it was needed by, not on it', () => {
    expect([3, 4, 5].map((day) => overdue(day, []))).toEqual([0, 0, 1]);
    expect(finds('request/overdue', 5, book([]))).toEqual(['requests:2']);
  });

  test('without a date of need is never overdue', () => {
    expect(overdue(31, [], ['@2 SQ1 S3 SUIT 30'])).toBe(0);
  });

  test('stays open while it is filled in part, and is closed once it is filled', () => {
    expect(overdue(5, ['@3 CK1 issue SUIT - - 29.9 D1 S3 SQ1'])).toBe(1);
    expect(overdue(5, ['@3 CK1 issue SUIT - - 29.9 D1 S3 SQ1', '@5 DB1 transfer SUIT - - 0.1 D1 S3 SQ1'])).toBe(0);
  });

  test('is not filled by another item, for another site, or by what does not name it', () => {
    const stock = [
      '@3 CK1 issue SUIT - - 30 D1 S4 SQ1',
      '@3 CK2 issue SUIT - - 30 D1 S3',
      '@1 QC1 opening RICE - - 99 - D1',
    ];
    expect(overdue(5, [...stock, '@3 CK3 issue RICE - - 30 D1 S3 SQ1'])).toBe(1);
  });

  test('is filled by what was sent, though nobody has signed for it', () => {
    expect(overdue(5, ['@3 CK1 issue SUIT - - 30 D1 S1 SQ1'], ['@2 SQ1 S1 SUIT 30 @4'])).toBe(0);
  });

  test('is open again when what filled it is reversed or comes back', () => {
    const filled = '@3 CK1 issue SUIT - - 30 D1 S3 SQ1';
    expect(overdue(5, [filled, '@5 CX1 reversal SUIT - - 1 D1 S3 CK1'])).toBe(1);
    expect(overdue(5, [filled, '@5 TK1 return SUIT - - 1 S3 D1 CK1'])).toBe(1);
    expect(overdue(5, [filled, '@5 TK1 return SUIT - - 1 S3 D1 CK1', '@5 CX1 reversal SUIT - - 1 S3 D1 TK1'])).toBe(0);
  });

  test('that is repeated adds up, for the same site and item', () => {
    const twice = [asked, '@3 SQ1 S3 SUIT 10 @9'];
    expect(over(3, ['@3 CK1 issue SUIT - - 40 D1 S3 SQ1'], twice)).toEqual([]);
    expect(overdue(5, ['@3 CK1 issue SUIT - - 39 D1 S3 SQ1'], twice)).toBe(1);
  });

  test('is closed by a cancellation as of its date', () => {
    const cancelled = [asked, '@6 SQ1 S3 SUIT - - yes'];
    expect([5, 6].map((day) => overdue(day, [], cancelled))).toEqual([1, 0]);
  });
});

describe('more than was asked', () => {
  const stock = ['@3 CK2 issue SUIT - - 20 D1 S3 SQ1', '@3 CK1 issue SUIT - - 20 D1 S3 SQ1'];

  test('is found at the row that goes beyond, by document, wherever it stands', () => {
    expect(over(3, stock)).toEqual(['stock:3']);
    expect(over(3, stock.toReversed())).toEqual(['stock:4']);
  });

  test('is in order again once the rest has come back', () => {
    const back = [...stock, '@4 TK1 return SUIT - - 10 S3 D1 CK2'];
    expect([3, 4].map((day) => over(day, back).length)).toEqual([1, 0]);
  });
});
