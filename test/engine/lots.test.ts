// Lots by rule: first expired first out, what travels with goods, what must and must not name a lot.
import { describe, expect, test } from 'vitest';
import { deliveries, finds, lines } from './run.js';

const two = ['@1 QC1 opening MASK A 2022-01-20 10 - D1', '@1 QC1 opening MASK B 2022-01-25 10 - D1'];
const closings = (day: number, stock: string[], site = 'D1') =>
  lines(day, { stock })
    .filter((line) => line.startsWith(`${site} `))
    .map((line) => `${line.split(' ')[2]}${line.split(' ')[7]}`);

describe('what names no lot is booked', () => {
  test('on the lot that expires first, then on the next', () => {
    expect(closings(2, [...two, '@2 CK1 issue MASK - - 12 D1 S3'])).toEqual(['A:0', 'B:8']);
  });

  test('of equal expiries on the one received first, of those on the one whose name comes first', () => {
    const stock = [
      '@1 QC1 opening MASK C 2022-01-20 10 - D1',
      '@2 RK1 receipt MASK B 2022-01-20 10 SUP D1',
      '@2 RK1 receipt MASK A 2022-01-20 10 SUP D1',
    ];
    expect(closings(3, [...stock, '@3 CK1 issue MASK - - 15 D1 S3'])).toEqual(['A:5', 'B:10', 'C:0']);
  });

  test('counting a lot as received when it came in, not when it was issued before it was there', () => {
    const stock = [
      '@1 CK1 issue MASK B 2022-01-20 1 D1 S3',
      '@2 RK1 receipt MASK B 2022-01-20 5 SUP D1',
      '@2 RK1 receipt MASK A 2022-01-20 5 SUP D1',
    ];
    expect(closings(3, [...stock, '@3 CK2 issue MASK - - 3 D1 S3'])).toEqual(['A:2', 'B:4']);
  });

  test('last on a lot that never expires', () => {
    const stock = ['@1 QC1 opening MASK A - 10 - D1', '@1 QC1 opening MASK B 2032-01-01 10 - D1'];
    expect(closings(2, [...stock, '@2 CK1 issue MASK - - 12 D1 S3'])).toEqual(['A:8', 'B:0']);
  });

  test('on a lot that expires today, but on none that expired yesterday', () => {
    expect(closings(20, [...two, '@20 CK1 issue MASK - - 5 D1 S3'])).toEqual(['A:5', 'B:10']);
    expect(closings(21, [...two, '@21 CK1 issue MASK - - 5 D1 S3'])).toEqual(['A:10', 'B:5']);
  });

  test('without a lot and below zero where no lot covers it', () => {
    const stock = [...two, '@21 CK1 issue MASK - - 12 D1 S3'];
    expect(closings(21, stock)).toEqual(['-:-2', 'A:10', 'B:0']);
    expect(finds('stock/negative', 21, { stock })).toEqual(['stock:4']);
  });

  test('after what names its lot, whatever the numbers of the documents', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 10 D1 S3', '@2 CK2 issue MASK A - 10 D1 S3'];
    expect(closings(2, stock)).toEqual(['A:0', 'B:0']);
  });

  test('on lots that came in on the same day, by a transfer too', () => {
    const stock = [
      '@2 CK1 issue MASK - - 4 D2 S3',
      '@2 DB1 transfer MASK - - 4 D1 D2',
      '@2 RK1 receipt MASK A 2022-02-01 4 SUP D1',
    ];
    expect(closings(2, stock, 'D2')).toEqual(['A:0']);
  });

  test('first expired first out for disposals and losses as well', () => {
    const stock = [...two, '@2 BS1 disposal MASK - - 3 D1 -', '@2 PK1 loss MASK - - 9 D1 -'];
    expect(closings(2, stock)).toEqual(['A:0', 'B:8']);
  });
});

describe('lots travel', () => {
  test('with a transfer, and their expiry with them', () => {
    const stock = [...two, '@2 DB1 transfer MASK - - 12 D1 D2', '@3 CK1 issue MASK - - 11 D2 S3'];
    expect(closings(3, stock, 'D2')).toEqual(['A:0', 'B:1']);
  });

  test('to a site that signs: what is received fills the lots in the order in which they were taken', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 15 D1 S2'];
    const signed = { stock, deliveries: ['@3 CK1 MASK - 12'] };
    expect(deliveries(3, signed)).toEqual(['CK1 MASK A: 10 10 0 0 0 0 received', 'CK1 MASK B: 5 2 0 0 0 3 short']);
    expect(lines(3, signed).filter((line) => line.startsWith('S2'))).toEqual([
      'S2 MASK A: 0 10 0 0 10 - - uncounted',
      'S2 MASK B: 0 2 0 0 2 - - uncounted',
    ]);
  });

  test('and more coming back than had arrived goes on the lot that was taken last', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 15 D1 S3', '@3 TK1 return MASK - - 18 S3 D1 CK1'];
    expect(closings(3, stock)).toEqual(['A:10', 'B:13']);
    expect(closings(4, [...stock, '@4 CX1 reversal MASK - - 18 S3 D1 TK1'])).toEqual(['A:0', 'B:5']);
  });

  test('and a signature that names its lot fills that one', () => {
    const signed = { stock: [...two, '@2 CK1 issue MASK - - 15 D1 S2'], deliveries: ['@3 CK1 MASK B 5'] };
    expect(deliveries(3, signed)).toEqual(['CK1 MASK A: 10 0 0 0 0 10 overdue', 'CK1 MASK B: 5 5 0 0 0 0 received']);
  });

  test('back with a return: the last taken is given back first', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 15 D1 S3', '@3 TK1 return MASK - - 6 S3 D1 CK1'];
    expect(closings(3, stock)).toEqual(['A:1', 'B:10']);
  });

  test('back with a reversal: the last taken is given back first', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 15 D1 S3', '@3 CX1 reversal MASK - - 6 D1 S3 CK1'];
    expect(closings(3, stock)).toEqual(['A:1', 'B:10']);
  });

  test('out of transit: the last taken is lost first', () => {
    const stock = [...two, '@2 CK1 issue MASK - - 15 D1 S2', '@2 PK1 loss MASK - - 6 transit - CK1'];
    expect(deliveries(2, { stock })).toEqual([
      'CK1 MASK A: 10 0 0 0 1 9 in-transit',
      'CK1 MASK B: 5 0 0 0 5 0 settled',
    ]);
  });
});

describe('a lot that is named', () => {
  test('while one that expires earlier is in stock is warned of', () => {
    expect(finds('stock/fefo', 2, { stock: [...two, '@2 CK1 issue MASK B - 1 D1 S3'] })).toEqual(['stock:4']);
    expect(finds('stock/fefo', 2, { stock: [...two, '@2 CK1 issue MASK A - 1 D1 S3'] })).toEqual([]);
  });

  test('while the earlier one has expired, is elsewhere or is used up is in order', () => {
    expect(finds('stock/fefo', 21, { stock: [...two, '@21 CK1 issue MASK B - 1 D1 S3'] })).toEqual([]);
    const elsewhere = ['@1 QC1 opening MASK A 2022-01-20 9 - D2', '@1 QC2 opening MASK B 2022-01-25 9 - D1'];
    expect(finds('stock/fefo', 2, { stock: [...elsewhere, '@2 CK1 issue MASK B - 1 D1 S3'] })).toEqual([]);
    const usedUp = [...two, '@2 CK1 issue MASK A - 10 D1 S3', '@2 CK2 issue MASK B - 1 D1 S3'];
    expect(finds('stock/fefo', 2, { stock: usedUp })).toEqual([]);
  });

  test('may be issued through the day it expires on, and not after', () => {
    expect(finds('stock/expired-issued', 20, { stock: [...two, '@20 CK1 issue MASK A - 1 D1 S3'] })).toEqual([]);
    expect(finds('stock/expired-issued', 21, { stock: [...two, '@21 CK1 issue MASK A - 1 D1 S3'] })).toEqual([
      'stock:4',
    ]);
  });

  test('has one expiry throughout the book', () => {
    const stock = [...two, '@2 RK1 receipt MASK A 2022-01-21 5 SUP D1', '@2 RK1 receipt MASK B 2022-01-25 5 SUP D1'];
    expect(finds('stock/lot-expiry', 2, { stock })).toEqual(['stock:4']);
  });

  test('must be where the item requires one, and must not be where the item has none', () => {
    const stock = [
      '@1 QC1 opening KIT - - 5 - D1',
      '@1 QC1 opening SUIT A - 5 - D1',
      '@1 QC1 opening KIT A - 5 - D1',
      '@1 QC1 opening SUIT - - 5 - D1',
    ];
    expect(finds('stock/lot-required', 1, { stock })).toEqual(['stock:2']);
    expect(finds('stock/lot-unexpected', 1, { stock })).toEqual(['stock:3']);
    expect(closings(1, stock)).toEqual(['A:5', '-:5']);
  });
});
