// Transit by rule: what is on its way, what was signed for, what became of the rest, and what counts as delivered.
import { describe, expect, test } from 'vitest';
import { deliveredOf, deliveries, finds, lines } from './run.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';
const sent = [opening, '@2 CK1 issue SUIT - - 30 D1 S2'];
const status = (day: number, stock: string[], signed: string[] = [], policy?: string) =>
  deliveries(day, { stock, deliveries: signed, ...(policy === undefined ? {} : { policy }) })
    .map((line) => line.split(' ').slice(3).join(' '))
    .join('; ');

describe('on its way to a site that signs', () => {
  test('goods have left the one and not reached the other', () => {
    expect(lines(2, { stock: sent })).toEqual(['D1 SUIT -: 100 0 30 0 70 - - uncounted']);
    expect(status(2, sent)).toBe('30 0 0 0 0 30 in-transit');
  });

  test('they arrive on the date of the signature: the day before they were not there', () => {
    expect(lines(3, { stock: sent, deliveries: ['@4 CK1 SUIT - 30'] }).length).toBe(1);
    expect(lines(4, { stock: sent, deliveries: ['@4 CK1 SUIT - 30'] })[1]).toBe('S2 SUIT -: 0 30 0 0 30 - - uncounted');
  });

  test('what arrived damaged is accounted for and not in stock', () => {
    const signed = ['@3 CK1 SUIT - 0 30'];
    expect(status(3, sent, signed)).toBe('30 0 30 0 0 0 received');
    expect(lines(3, { stock: sent, deliveries: signed }).length).toBe(1);
    expect(finds('delivery/damaged', 3, { stock: sent, deliveries: signed })).toEqual(['deliveries:2']);
    expect(finds('delivery/short', 3, { stock: sent, deliveries: signed })).toEqual([]);
  });

  test('of two signatures for as much the one with less damage comes first, however they stand', () => {
    const stock = [
      '@1 QC1 opening MASK L1 - 5 - D1',
      '@1 QC1 opening MASK L2 - 5 - D1',
      '@2 CK1 issue MASK - - 8 D1 S2',
    ];
    const signed = ['@3 CK1 MASK - 2', '@3 CK1 MASK - 2 2'];
    const told = deliveries(3, { stock, deliveries: signed });
    expect(told).toHaveLength(2);
    expect(deliveries(3, { stock, deliveries: [...signed].reverse() })).toEqual(told);
  });

  test('a depot that signs waits for its signature like any other site', () => {
    const stock = [opening, '@2 DB1 transfer SUIT - - 30 D1 D3'];
    expect(lines(2, { stock }).length).toBe(1);
    expect(lines(3, { stock, deliveries: ['@3 DB1 SUIT - 30'] })[1]).toBe('D3 SUIT -: 0 30 0 0 30 - - uncounted');
  });

  test('what a signing depot is supplied with or finds is there at once', () => {
    const stock = ['@2 RK1 receipt SUIT - - 5 SUP D3', '@2 PY1 gain SUIT - - 1 - D3'];
    expect(lines(2, { stock })).toEqual(['D3 SUIT -: 0 5 0 1 6 - - uncounted']);
    expect(status(2, stock)).toBe('');
  });
});

describe('unsigned', () => {
  const at = (time: string) => [opening, `@2${time} CK1 issue SUIT - - 30 D1 S1`];

  test('for exactly as long as allowed is in transit, a minute longer is overdue', () => {
    expect(status(2, at(''), [])).toBe('30 0 0 0 0 30 in-transit');
    expect(status(2, at('T01:00'), [], 'delivery-hours: 23')).toBe('30 0 0 0 0 30 in-transit');
    expect(status(2, at('T00:59'), [], 'delivery-hours: 23')).toBe('30 0 0 0 0 30 overdue');
    expect(finds('delivery/overdue', 3, { stock: at('') })).toEqual(['stock:3']);
  });

  test('a row without a time counts from the start of its day', () => {
    expect(status(2, at(''), [], 'delivery-hours: 23')).toBe('30 0 0 0 0 30 overdue');
  });

  test('and wholly back or reversed it is settled, never overdue', () => {
    expect(status(2, [...sent, '@2 TK1 return SUIT - - 30 transit D1 CK1'])).toBe('30 0 0 30 0 0 settled');
    expect(finds('delivery/overdue', 5, { stock: [...sent, '@3 CX1 reversal SUIT - - 30 D1 S2 CK1'] })).toEqual([]);
  });
});

describe('signed', () => {
  test('for less, the rest is short until it is sent back or lost', () => {
    const back = '@3 TK1 return SUIT - - 3 transit D1 CK1';
    const lost = (day: number) => `@${day} PK1 loss SUIT - - 2 transit - CK1`;
    const signed = ['@3 CK1 SUIT - 25'];
    expect(status(3, sent, signed)).toBe('30 25 0 0 0 5 short');
    expect(status(3, [...sent, back], signed)).toBe('30 25 0 3 0 2 short');
    expect(status(3, [...sent, back, lost(3)], signed)).toBe('30 25 0 3 2 0 settled');
    const later = { stock: [...sent, back, lost(5)], deliveries: signed };
    expect([4, 5].map((day) => finds('delivery/short', day, later).length)).toEqual([1, 0]);
    expect([4, 5].map((day) => deliveries(day, later).length)).toEqual([1, 0]);
  });

  test('for more is over, at the row that went beyond, until it is corrected', () => {
    const signed = ['@3 CK1 SUIT - 20', '@3 CK1 SUIT - 12', '@5 CK1 SUIT - -2'];
    expect(status(3, sent, signed)).toBe('30 32 0 0 0 -2 over');
    expect(finds('delivery/over', 3, { stock: sent, deliveries: signed })).toEqual(['deliveries:2']);
    expect(status(5, sent, signed)).toBe('30 30 0 0 0 0 received');
    expect(finds('delivery/over', 5, { stock: sent, deliveries: signed })).toEqual([]);
  });

  test('a correction moves goods between good order and damaged without a moment of being over', () => {
    const signed = ['@3 CK1 SUIT - 30', '@4 CK1 SUIT - -4 4'];
    expect(status(4, sent, signed)).toBe('30 26 4 0 0 0 received');
    expect(finds('delivery/over', 4, { stock: sent, deliveries: signed })).toEqual([]);
  });

  test('for more again, after it had been put right, is over at the new row', () => {
    const signed = ['@3 CK1 SUIT - 32', '@4 CK1 SUIT - -2', '@5 CK1 SUIT - 1'];
    expect(finds('delivery/over', 4, { stock: sent, deliveries: signed })).toEqual([]);
    expect(finds('delivery/over', 5, { stock: sent, deliveries: signed })).toEqual(['deliveries:4']);
  });

  test('below nothing at all is not a quantity', () => {
    const signed = ['@3 CK1 SUIT - 3', '@4 CK1 SUIT - -4'];
    expect(finds('value/quantity', 4, { stock: sent, deliveries: signed })).toEqual(['deliveries:3']);
    expect(status(4, sent, signed)).toBe('30 3 0 0 0 27 incomplete');
  });

  test('for another site, for a site that does not sign, or too early is unmatched', () => {
    const stock = [...sent, '@2 CK2 issue SUIT - - 5 D1 S3'];
    const signed = ['@3 CK1 SUIT - 30 - S1', '@3 CK2 SUIT - 5', '@1 CK1 SUIT - 30', '@3 CK1 RICE - 30'];
    expect(finds('delivery/unmatched', 3, { stock, deliveries: signed })).toEqual(
      [2, 3, 4, 5].map((line) => `deliveries:${line}`),
    );
  });

  test('for nothing of what was never sent is listed on its day only', () => {
    const signed = ['@3 CK9 SUIT - 0'];
    expect([3, 4].map((day) => status(day, [opening], signed))).toEqual(['0 0 0 0 0 0 unmatched', '']);
  });

  test('goods that arrived come back by a return, and not by a reversal', () => {
    const signed = ['@3 CK1 SUIT - 30'];
    const undone = { stock: [...sent, '@4 CX1 reversal SUIT - - 1 D1 S2 CK1'], deliveries: signed };
    expect(finds('stock/reversal-exceeds', 4, undone)).toEqual(['stock:4']);
    const back = { stock: [...sent, '@4 TK1 return SUIT - - 10 S2 D1 CK1'], deliveries: signed };
    expect(lines(4, back)).toEqual(['D1 SUIT -: 70 10 0 0 80 - - uncounted', 'S2 SUIT -: 30 0 10 0 20 - - uncounted']);
  });
});

describe('delivered', () => {
  const figure = (day: number, stock: string[], signed: string[] = []) =>
    deliveredOf('protective', day, { stock: [opening, ...stock], deliveries: signed });

  test('counts from depots to other sites and to recipients: not between depots, nor from elsewhere, nor to others', () => {
    const stock = [
      '@2 CK1 issue SUIT - - 1 D1 S3',
      '@2 CK2 issue SUIT - - 2 D1 REC',
      '@2 CK3 issue SUIT - - 4 D1 OTH',
      '@2 DB1 transfer SUIT - - 8 D1 D2',
      '@2 DB2 transfer SUIT - - 16 D1 S4',
      '@3 CK4 issue SUIT - - 5 S4 S3',
    ];
    expect(figure(3, stock)).toBe('0 19 19 false');
  });

  test('counts on the day goods leave; what is signed for counts on the day of the signature', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S1'];
    expect(figure(2, stock, ['@3 CK1 SUIT - 28 2'])).toBe('30 30 0 false');
    expect(figure(3, stock, ['@3 CK1 SUIT - 28 2'])).toBe('0 30 28 false');
  });

  test('is not reduced by losses in transit, and is by what comes back from there', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S1', '@3 PK1 loss SUIT - - 7 transit - CK1'];
    expect(figure(3, stock)).toBe('0 30 0 false');
    expect(figure(4, [...stock, '@4 TK1 return SUIT - - 3 transit D2 CK1'])).toBe('-3 27 0 false');
  });

  test('falls when a site gives goods back to a depot, one that signs too, at once', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S3', '@3 TK1 return SUIT - - 10 S3 D3 CK1'];
    expect(figure(3, stock)).toBe('-10 20 20 false');
  });

  test('is net of reversals, which count today', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S3', '@4 CX1 reversal SUIT - - 30 D1 S3 CK1'];
    expect(figure(4, stock)).toBe('-30 0 0 false');
  });

  test('is incomplete for the category of a dispatch that could not be read, from its date on', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S3', '@3 CK2 issue SUIT - - x D1 S3'];
    expect([2, 3].map((day) => figure(day, stock))).toEqual(['30 30 30 false', '0 30 30 true']);
    expect(deliveredOf('living', 3, { stock: [opening, ...stock] })).toBe('0 0 0 false');
  });
});
