// Holds the model to the rules of lots: first expired first out, required lots, lots that travel and come back.
import { describe, expect, test } from 'vitest';
import { balances, found, run, transit } from './small.js';

const closings = (stock: string[], day: number) =>
  run({ stock }, day).lines.map((line) => `${line.site} ${line.lot === '' ? '-' : line.lot} ${line.closing}`);

describe('lots kept automatically', () => {
  const opening = ['@1 QC1 opening MASK A 2022-01-20 10 - D1', '@1 QC2 opening MASK B 2022-01-10 10 - D1'];

  test('what expires first goes first', () => {
    expect(closings([...opening, '@2 CK1 issue MASK - - 12 D1 S3'], 2)).toEqual(['D1 A 8', 'D1 B 0']);
  });

  test('a lot is usable through its expiry date and skipped after it', () => {
    expect(closings([...opening, '@10 CK1 issue MASK - - 4 D1 S3'], 10)).toEqual(['D1 A 10', 'D1 B 6']);
    expect(closings([...opening, '@11 CK1 issue MASK - - 4 D1 S3'], 11)).toEqual(['D1 A 6', 'D1 B 10']);
  });

  test('of equal expiries the lot first received goes first, then the lesser lot', () => {
    const stock = [
      '@1 QC1 opening MASK C 2022-01-20 5 - D1',
      '@2 RK1 receipt MASK B 2022-01-20 5 SUP D1',
      '@2 RK2 receipt MASK A 2022-01-20 5 SUP D1',
    ];
    expect(closings([...stock, '@3 CK1 issue MASK - - 7 D1 S3'], 3)).toEqual(['D1 A 3', 'D1 B 5', 'D1 C 0']);
  });

  test('a lot without an expiry goes last', () => {
    const stock = ['@1 QC1 opening MASK A - 5 - D1', '@1 QC2 opening MASK B 2022-02-01 5 - D1'];
    expect(closings([...stock, '@3 CK1 issue MASK - - 6 D1 S3'], 3)).toEqual(['D1 A 4', 'D1 B 0']);
  });

  test('what no lot covers is booked without a lot and goes below zero', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 25 D1 S3'];
    expect(closings(stock, 2)).toEqual(['D1 - -5', 'D1 A 0', 'D1 B 0']);
    expect(found(run({ stock }, 2))).toEqual(['stock/negative stock:4']);
  });

  test('what takes from a named lot comes before what names none', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 10 D1 S3', '@2 CK2 issue MASK B - 10 D1 S3'];
    expect(closings(stock, 2)).toEqual(['D1 A 0', 'D1 B 0']);
  });

  test('a transfer between tracked sites is there before the other site issues, whatever the numbers', () => {
    const stock = [...opening, '@2 DB1 transfer MASK - - 15 D1 D2', '@2 CK1 issue MASK - - 12 D2 S3'];
    expect(closings(stock, 2)).toEqual(['D1 A 5', 'D1 B 0', 'D2 A 3', 'D2 B 0']);
  });

  test('where transfers go in a circle the first in the order goes first', () => {
    const stock = [...opening, '@2 DB2 transfer MASK - - 3 D2 D1', '@2 DB1 transfer MASK - - 4 D1 D2'];
    expect(closings(stock, 2)).toEqual(['D1 A 10', 'D1 B 9', 'D2 B 1']);
  });

  test('a return gives back the lots last taken first, up to what was dispatched of each', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 14 D1 S3', '@3 TK1 return MASK - - 6 S3 D1 CK1'];
    expect(closings(stock, 3)).toEqual(['D1 A 10', 'D1 B 2']);
  });

  test('a reversal gives back the lots last taken first', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 14 D1 S3', '@3 CX1 reversal MASK - - 5 D1 S3 CK1'];
    expect(balances(run({ stock }, 3))).toEqual([
      'D1 MASK A: 6 0 -4 0 10 - - uncounted',
      'D1 MASK B: 0 0 -1 0 1 - - uncounted',
    ]);
  });

  test('a dispatch in several lots has a delivery line for each, filled in the order taken', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 14 D1 S2'];
    const result = run({ stock, deliveries: ['@2 CK1 MASK - 12'] }, 2);
    expect(transit(result)).toEqual(['CK1 MASK A: 4 2 0 0 0 2 short', 'CK1 MASK B: 10 10 0 0 0 0 received']);
    expect(balances(result).filter((line) => line.startsWith('S2'))).toEqual([
      'S2 MASK A: 0 2 0 0 2 - - uncounted',
      'S2 MASK B: 0 10 0 0 10 - - uncounted',
    ]);
  });

  test('a return from transit takes the lots last taken, a correction those last received', () => {
    const stock = [...opening, '@2 CK1 issue MASK - - 14 D1 S2', '@3 TK1 return MASK - - 5 transit D1 CK1'];
    const returned = run({ stock, deliveries: [] }, 3);
    expect(transit(returned)).toEqual(['CK1 MASK B: 10 0 0 1 0 9 overdue']);
    const corrected = run({ stock: stock.slice(0, 3), deliveries: ['@2 CK1 MASK - 14', '@3 CK1 MASK - -5'] }, 3);
    expect(transit(corrected)).toEqual(['CK1 MASK A: 4 0 0 0 0 4 short', 'CK1 MASK B: 10 9 0 0 0 1 short']);
  });
});

describe('lots that must be named', () => {
  const opening = ['@1 QC1 opening KIT A 2022-01-05 10 - D1', '@1 QC2 opening KIT B 2022-01-20 10 - D1'];

  test('a row without its lot is left out, as is a lot on an item without', () => {
    const stock = [...opening, '@2 CK1 issue KIT - - 4 D1 S3', '@2 QC3 opening SUIT L - 4 - D1'];
    expect(balances(run({ stock }, 2))).toEqual([
      'D1 KIT A: 10 0 0 0 10 - - incomplete',
      'D1 KIT B: 10 0 0 0 10 - - incomplete',
    ]);
  });

  test('naming a lot while one that expires earlier is in stock is found, unless that one has expired', () => {
    const stock = [...opening, '@5 CK1 issue KIT B - 1 D1 S3', '@6 CK2 issue KIT B - 1 D1 S3'];
    expect(found(run({ stock }, 6))).toEqual(['stock/fefo stock:4']);
  });

  test('issuing an expired lot is found', () => {
    const stock = [...opening, '@5 CK1 issue KIT A - 1 D1 S3', '@6 CK2 issue KIT A - 1 D1 S3'];
    expect(found(run({ stock }, 6))).toEqual(['stock/expired-issued stock:5']);
  });
});
