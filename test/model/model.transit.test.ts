// Holds the model to the rules of transit: deliveries, what comes back or is lost on the way, and delivered figures.
import { describe, expect, test } from 'vitest';
import { balances, delivered, found, run, transit } from './small.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';
const dispatch = [opening, '@2 CK1 issue SUIT - - 30 D1 S2'];
const rest = (lines: string[]) => lines.map((line) => line.replace('CK1 SUIT -: ', ''));
const line = (stock: string[], deliveries: string[], day: number) => rest(transit(run({ stock, deliveries }, day)));

describe('goods in transit', () => {
  test('a dispatch to a signing site stays in transit, whether or not there are deliveries', () => {
    const result = run({ stock: dispatch }, 2);
    expect(transit(result)).toEqual(['CK1 SUIT -: 30 0 0 0 0 30 in-transit']);
    expect(balances(result)).toEqual(['D1 SUIT -: 100 0 30 0 70 - - uncounted']);
  });

  test('a tracked signing site gains what it received in good order on the date of the delivery row', () => {
    const result = run({ stock: dispatch, deliveries: ['@3 CK1 SUIT - 28 2'] }, 3);
    expect(balances(result)[1]).toBe('S2 SUIT -: 0 28 0 0 28 - - uncounted');
    expect(transit(result)).toEqual(['CK1 SUIT -: 30 28 2 0 0 0 received']);
    expect(found(result)).toEqual(['delivery/damaged deliveries:2']);
  });

  test('partial receipts add up, and what is missing is short until it is returned or lost', () => {
    const deliveries = ['@2 CK1 SUIT - 10', '@3 CK1 SUIT - 15'];
    expect(line(dispatch, deliveries, 2)).toEqual(['30 10 0 0 0 20 short']);
    expect(line(dispatch, deliveries, 3)).toEqual(['30 25 0 0 0 5 short']);
    expect(found(run({ stock: dispatch, deliveries }, 4))).toEqual(['delivery/short deliveries:3']);
    const settled = [...dispatch, '@3 TK1 return SUIT - - 2 transit D1 CK1', '@3 PK1 loss SUIT - - 3 transit - CK1'];
    expect(line(settled, deliveries, 3)).toEqual(['30 25 0 2 3 0 settled']);
    expect(balances(run({ stock: settled, deliveries }, 3))[0]).toBe('D1 SUIT -: 70 2 0 0 72 - - uncounted');
  });

  test('a receipt of zero is a receipt: the line is short', () => {
    expect(line(dispatch, ['@2 CK1 SUIT - 0'], 2)).toEqual(['30 0 0 0 0 30 short']);
  });

  test('a correction with negative figures takes back, on its date', () => {
    const deliveries = ['@2 CK1 SUIT - 30', '@3 CK1 SUIT - -4 4'];
    const result = run({ stock: dispatch, deliveries }, 3);
    expect(transit(result)).toEqual(['CK1 SUIT -: 30 26 4 0 0 0 received']);
    expect(balances(result)[1]).toBe('S2 SUIT -: 30 -4 0 0 26 - - uncounted');
  });

  test('a correction below zero is left out and leaves the line incomplete', () => {
    const result = run({ stock: dispatch, deliveries: ['@2 CK1 SUIT - 3', '@3 CK1 SUIT - -4'] }, 3);
    expect(transit(result)).toEqual(['CK1 SUIT -: 30 3 0 0 0 27 incomplete']);
    expect(found(result)).toEqual([]);
  });

  test('more received than dispatched is over, negative in transit, and counts at the tracked site', () => {
    const result = run({ stock: dispatch, deliveries: ['@2 CK1 SUIT - 33'] }, 2);
    expect(transit(result)).toEqual(['CK1 SUIT -: 30 33 0 0 0 -3 over']);
    expect(found(result)).toEqual(['delivery/over deliveries:2']);
    expect(balances(result)[1]).toBe('S2 SUIT -: 0 33 0 0 33 - - uncounted');
  });

  test('over is found at the row that goes beyond, each row as a whole', () => {
    const at = (deliveries: string[]) => found(run({ stock: dispatch, deliveries }, 2));
    const corrected = ['@2 CK1 SUIT - 25', '@2 CK1 SUIT - -5 5', '@2 CK1 SUIT - 8'];
    expect(at(corrected).filter((each) => each.startsWith('delivery/over'))).toEqual(['delivery/over deliveries:2']);
    expect(at(['@2 CK1 SUIT - 30', '@2 CK1 SUIT - -5 5'])).toEqual(['delivery/damaged deliveries:3']);
  });

  test('unsigned for longer than delivery-hours is overdue, measured from its time or the start of its day', () => {
    const status = (day: number, time: string, policy: string) =>
      run({ stock: [opening, `@2${time} CK1 issue SUIT - - 1 D1 S1`], policy }, day).deliveries[0]?.status;
    expect(status(2, '', '')).toBe('in-transit');
    expect(status(3, '', '')).toBe('overdue');
    expect(status(3, 'T08:00', 'delivery-hours: 40')).toBe('in-transit');
    expect(status(3, 'T07:59', 'delivery-hours: 40')).toBe('overdue');
  });

  test('a line wholly returned without a signature is settled', () => {
    expect(line([...dispatch, '@2 TK1 return SUIT - - 30 transit D1 CK1'], [], 2)).toEqual(['30 0 0 30 0 0 settled']);
  });

  test('a reversal of a dispatch takes only what is still in transit', () => {
    const stock = [...dispatch, '@3 CX1 reversal SUIT - - 10 D1 S2 CK1', '@4 CX2 reversal SUIT - - 6 D1 S2 CK1'];
    const result = run({ stock, deliveries: ['@3 CK1 SUIT - 15'] }, 4);
    expect(transit(result)).toEqual(['CK1 SUIT -: 20 15 0 0 0 5 incomplete']);
    expect(found(result)).toEqual(['stock/reversal-exceeds stock:5']);
    expect(balances(result)[0]).toBe('D1 SUIT -: 80 0 0 0 80 - - incomplete');
  });

  test('a loss in transit can be reversed and is then in transit again', () => {
    const stock = [...dispatch, '@3 PK1 loss SUIT - - 30 transit - CK1', '@4 CX1 reversal SUIT - - 9 transit - PK1'];
    expect(line(stock, [], 4)).toEqual(['30 0 0 0 21 9 overdue']);
  });

  test('signed for nothing, for a site that does not sign, or before the dispatch is unmatched', () => {
    const stock = [opening, '@1 CK1 issue SUIT - - 5 D1 S3', '@3 CK2 issue SUIT - - 5 D1 S2'];
    const deliveries = ['@2 CK9 SUIT - 5 - S1', '@2 CK1 SUIT - 5', '@2 CK2 SUIT - 5'];
    const result = run({ stock, deliveries }, 3);
    expect(found(result)).toEqual([2, 3, 4].map((row) => `delivery/unmatched deliveries:${row}`));
    expect(transit(result)).toEqual([
      'CK1 SUIT -: 0 5 0 0 0 -5 unmatched',
      'CK2 SUIT -: 0 5 0 0 0 -5 unmatched',
      'CK2 SUIT -: 5 0 0 0 0 5 in-transit',
      'CK9 SUIT -: 0 5 0 0 0 -5 unmatched',
    ]);
  });

  test('a delivery of a document whose dispatch is quarantined is incomplete and gives no finding', () => {
    const result = run({ stock: [opening, '@2 CK1 issue SUIT - - x D1 S1'], deliveries: ['@2 CK1 SUIT - 5'] }, 2);
    expect(transit(result)).toEqual(['CK1 SUIT -: 0 5 0 0 0 -5 incomplete']);
    expect(found(result)).toEqual([]);
  });

  test('dispatched, signed and sent back on one day, the delivery still comes after its dispatch', () => {
    const stock = [
      '@1 QC1 opening MASK A 2022-02-01 9 - D1',
      '@2 CK1 issue MASK - - 9 D1 S2',
      '@2 TK1 return MASK - - 2 S2 D1 CK1',
    ];
    const result = run({ stock, deliveries: ['@2 CK1 MASK - 9'] }, 2);
    expect(found(result)).toEqual([]);
    expect(balances(result)).toEqual(['D1 MASK A: 9 2 9 0 2 - - uncounted', 'S2 MASK A: 0 9 2 0 7 - - uncounted']);
  });

  test('only lines of the day and open ones are listed', () => {
    expect(line(dispatch, ['@3 CK1 SUIT - 30'], 3)).toEqual(['30 30 0 0 0 0 received']);
    expect(line(dispatch, ['@3 CK1 SUIT - 30'], 4)).toEqual([]);
  });
});

describe('delivered', () => {
  const figures = (stock: string[], deliveries: string[], day: number) =>
    delivered(run({ stock: [opening, ...stock], deliveries }, day), 'protective');

  test('what goes from depots to sites of other kinds and to recipients counts, today and in total', () => {
    const stock = ['@1 CK1 issue SUIT - - 5 D1 S3', '@2 CK2 issue SUIT - - 7 D1 REC', '@2 CK3 issue SUIT - - 1 D1 OTH'];
    expect(figures([...stock, '@2 DB1 transfer SUIT - - 9 D1 D2'], [], 2)).toBe('7 12 12 false');
  });

  test('a signing site counts as signed only what it received in good order', () => {
    const stock = ['@1 CK1 issue SUIT - - 20 D1 S1', '@1 CK2 issue SUIT - - 5 D1 S3'];
    expect(figures(stock, ['@2 CK1 SUIT - 17 1'], 1)).toBe('25 25 5 false');
    expect(figures(stock, ['@2 CK1 SUIT - 17 1'], 2)).toBe('0 25 22 false');
  });

  test('what comes back from sites or from transit is taken off, losses in transit are not', () => {
    const stock = [
      '@1 CK1 issue SUIT - - 20 D1 S1',
      '@2 TK1 return SUIT - - 3 S1 D1 CK1',
      '@2 TK2 return SUIT - - 2 transit D1 CK1',
      '@2 PK1 loss SUIT - - 5 transit - CK1',
    ];
    expect(figures(stock, ['@1 CK1 SUIT - 10'], 2)).toBe('-5 15 7 false');
  });

  test('reversals count with the opposite sign of what they undo', () => {
    const stock = ['@1 CK1 issue SUIT - - 20 D1 S3', '@1 TK1 return SUIT - - 4 S3 D1 CK1'];
    const undo = ['@2 CX1 reversal SUIT - - 6 D1 S3 CK1', '@2 CX2 reversal SUIT - - 4 S3 D1 TK1'];
    expect(figures([...stock, ...undo], [], 2)).toBe('-2 14 14 false');
  });
});
