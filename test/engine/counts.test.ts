// Counts by rule: the book held against the shelf, tolerance, what explains a variance, and what a broken row leaves open.
import { describe, expect, test } from 'vitest';
import { asOf, deliveries, finds, lines } from './run.js';

const opening = '@1 QC1 opening SUIT - - 200 - D1';
const issued = [opening, '@3 CK1 issue SUIT - - 50 D1 S3'];
/** `counted variance status` of the only line. */
const counted = (day: number, stock: string[], counts: string[], policy?: string) =>
  lines(day, { stock, counts, ...(policy === undefined ? {} : { policy }) })
    .map((line) => line.split(' ').slice(8).join(' '))
    .join('; ');

describe('a count', () => {
  test('at close is held against the day after its rows, at open against the day before them', () => {
    expect(counted(3, issued, ['@3 close D1 SUIT - 150'])).toBe('150 0 balanced');
    expect(counted(3, issued, ['@3 open D1 SUIT - 200'])).toBe('200 0 balanced');
    expect(counted(3, issued, ['@3 - D1 SUIT - 149'])).toBe('149 -1 short');
  });

  test('at close stands where there are both, and each is held against its own point', () => {
    const both = ['@3 open D1 SUIT - 190', '@3 close D1 SUIT - 151'];
    expect(counted(3, issued, both)).toBe('151 1 surplus');
    expect(finds('count/variance', 3, { stock: issued, counts: both })).toEqual(['counts:2', 'counts:3']);
  });

  test('never changes the book', () => {
    expect(lines(4, { stock: issued, counts: ['@3 close D1 SUIT - 1'] })).toEqual([
      'D1 SUIT -: 150 0 0 0 150 - - uncounted',
    ]);
  });

  test('of nothing where nothing is balances; of something the book never had is a surplus', () => {
    expect(counted(2, [], ['@2 close D1 SUIT - 0'])).toBe('0 0 balanced');
    expect(counted(2, [], ['@2 close D1 SUIT - 5'])).toBe('5 5 surplus');
  });

  test('of an item kept in lots, without a lot, is of all its lots and no line of the balances', () => {
    const stock = ['@1 QC1 opening MASK A 2022-02-01 10 - D1', '@1 QC1 opening MASK B 2022-03-01 5 - D1'];
    const counts = ['@2 close D1 MASK - 14'];
    expect(lines(2, { stock, counts }).map((line) => line.split(' ').at(-1))).toEqual(['uncounted', 'uncounted']);
    expect(asOf(2, { stock, counts }).itemCounts).toEqual([
      { site: 'D1', item: 'MASK', book: '15', counted: '14', variance: '-1', status: 'short' },
    ]);
  });

  test('of a balance below zero leaves it negative', () => {
    expect(counted(3, ['@3 CK1 issue SUIT - - 5 D1 S3'], ['@3 close D1 SUIT - 0'])).toBe('0 5 negative');
  });
});

describe('tolerance', () => {
  const found = (policy: string, figure: number) =>
    finds('count/variance', 3, { stock: issued, counts: [`@3 close D1 SUIT - ${figure}`], policy }).length;

  test('in base units ends at its own figure', () => {
    expect([148, 149, 151, 152].map((figure) => found('count-tolerance: 1', figure))).toEqual([1, 0, 0, 1]);
  });

  test('in percent is of the book, exactly', () => {
    expect([147.75, 147.749999].map((figure) => found('count-tolerance: 1.5%', figure))).toEqual([0, 1]);
  });

  test('decides whether it is a finding, not what the line is', () => {
    expect(counted(3, issued, ['@3 close D1 SUIT - 149'], 'count-tolerance: 5')).toBe('149 -1 short');
  });
});

describe('a variance', () => {
  const short = ['@3 close D1 SUIT - 148'];
  const loss = (day: number, ref: string, from = 'D1') => `@${day} PK1 loss SUIT - - 2 ${from} - ${ref}`;
  const variances = (stock: string[], days: number[]) =>
    days.map((day) => finds('count/variance', day, { stock, counts: short }).length);

  test('stays a finding on later days until it is explained', () => {
    expect(variances(issued, [2, 3, 4, 9])).toEqual([0, 1, 1, 1]);
  });

  test('is explained by a later loss that names the count, from the date of the loss on', () => {
    expect(variances([...issued, loss(5, 'count:2022-01-03:D1')], [3, 4, 5, 6])).toEqual([1, 1, 0, 0]);
  });

  test('is not explained by a later loss that names no count, another count, or is of another site', () => {
    expect(variances([...issued, loss(5, '-')], [5])).toEqual([1]);
    const elsewhere = [...issued, '@1 QC2 opening SUIT - - 9 - D2', loss(5, 'count:2022-01-03:D1', 'D2')];
    expect(variances(elsewhere, [5])).toEqual([1]);
  });

  test('is reduced by the amount explained, and a loss too large turns it round', () => {
    const one = [...issued, '@5 PK1 loss SUIT - - 1 D1 - count:2022-01-03:D1'];
    const three = [...issued, '@5 PK1 loss SUIT - - 3 D1 - count:2022-01-03:D1'];
    expect([one, three].map((stock) => variances(stock, [5]))).toEqual([[1], [1]]);
  });

  test('is there again once the loss that explained it is reversed', () => {
    const stock = [...issued, loss(5, 'count:2022-01-03:D1'), '@6 CX1 reversal SUIT - - 2 D1 - PK1'];
    expect(variances(stock, [4, 5, 6])).toEqual([1, 0, 1]);
  });

  test('of one lot is explained by what a loss took of that lot', () => {
    const stock = [
      '@1 QC1 opening MASK A 2022-02-01 10 - D1',
      '@1 QC1 opening MASK B 2022-03-01 10 - D1',
      '@5 PK1 loss MASK - - 2 D1 - count:2022-01-03:D1',
    ];
    const counts = ['@3 close D1 MASK A 8', '@3 close D1 MASK B 8'];
    expect(finds('count/variance', 5, { stock, counts })).toEqual(['counts:3']);
  });

  test('is none where the loss was booked on the day: the closing count is held against the book after it', () => {
    expect(counted(3, [...issued, loss(3, 'count:2022-01-03:D1')], short)).toBe('148 0 balanced');
  });
});

describe('counts of one thing', () => {
  test('that agree are one; each other figure is found once, and the smallest stands', () => {
    const counts = ['@3 close D1 SUIT - 150', '@3 close D1 SUIT - 150', '@3 close D1 SUIT - 149'];
    expect(finds('count/duplicate', 3, { stock: issued, counts })).toEqual(['counts:4']);
    expect(finds('count/variance', 3, { stock: issued, counts })).toEqual(['counts:4']);
    expect(counted(3, issued, counts)).toBe('149 -1 short');
    expect(finds('count/duplicate', 3, { stock: issued, counts: counts.toReversed() })).toEqual(['counts:3']);
  });

  test('are stale after the days of the policy, not on the last of them', () => {
    const counts = ['@3 close D1 SUIT - 150'];
    expect([10, 11].map((day) => finds('count/stale', day, { stock: issued, counts }).length)).toEqual([0, 1]);
    const soon = { stock: issued, counts, policy: 'count-every-days: 1' };
    expect([4, 5].map((day) => finds('count/stale', day, soon).length)).toEqual([0, 1]);
  });

  test('are never stale in a book that keeps none, nor where nothing is left', () => {
    expect(finds('count/stale', 31, { stock: issued })).toEqual([]);
    const gone = [...issued, '@4 CK2 issue SUIT - - 150 D1 S3', '@1 QC2 opening RICE - - 1 - D2'];
    expect(finds('count/stale', 31, { stock: gone, counts: ['@31 close D2 RICE - 1'] })).toEqual([]);
  });
});

describe('a row that is left out', () => {
  const statuses = (day: number, stock: string[], counts: string[] = []) =>
    Object.fromEntries(
      lines(day, { stock, counts }).map((line) => {
        const words = line.split(' ');
        return [`${words[0]} ${words[1]}`, words.at(-1)];
      }),
    );
  const book = [opening, '@1 QC1 opening RICE - - 7 - D1', '@1 QC2 opening SUIT - - 9 - D2'];

  test('leaves incomplete what its readable cells fit, from its date on, and nothing else', () => {
    const stock = [...book, '@3 CK1 issue SUIT - - x D1 S3'];
    expect(statuses(2, stock)).toEqual({ 'D1 RICE': 'uncounted', 'D1 SUIT': 'uncounted', 'D2 SUIT': 'uncounted' });
    expect(statuses(4, stock)).toEqual({ 'D1 RICE': 'uncounted', 'D1 SUIT': 'incomplete', 'D2 SUIT': 'uncounted' });
  });

  test('with an item that cannot be told may have been any item of its site', () => {
    expect(statuses(3, [...book, '@3 CK1 issue NOTHING - - 1 D1 S3'])).toEqual({
      'D1 RICE': 'incomplete',
      'D1 SUIT': 'incomplete',
      'D2 SUIT': 'uncounted',
    });
  });

  test('with a site that cannot be told may have been at any', () => {
    expect(statuses(3, [...book, '@3 CK1 issue SUIT - - 1 NOWHERE S3'])).toEqual({
      'D1 RICE': 'uncounted',
      'D1 SUIT': 'incomplete',
      'D2 SUIT': 'incomplete',
    });
  });

  test('with a date that cannot be told may have been on any day', () => {
    expect(statuses(1, [...book, '2022-02-30 CK1 issue SUIT - - 1 D1 S3'])['D1 SUIT']).toBe('incomplete');
  });

  test('of one lot leaves the count of all lots together incomplete, though the lot was never there', () => {
    const stock = ['@1 QC1 opening MASK A 2022-02-01 10 - D1', '@3 CK1 issue MASK B - x D1 S3'];
    const result = asOf(3, { stock, counts: ['@3 close D1 MASK - 9'] });
    expect(result.itemCounts.map(({ status }) => status)).toEqual(['incomplete']);
    expect(result.lines.map(({ lot, status }) => `${lot} ${status}`)).toEqual(['A uncounted']);
    expect(finds('count/variance', 3, { stock, counts: ['@3 close D1 MASK - 9'] })).toEqual([]);
  });

  test('of the counts is unknown on its own day only', () => {
    const counts = ['@3 close D1 SUIT - x'];
    expect([2, 3, 4].map((day) => statuses(day, book, counts)['D1 SUIT'])).toEqual([
      'uncounted',
      'incomplete',
      'uncounted',
    ]);
  });

  test('of the counts keeps a line from being found below zero that day; the book itself is found the next', () => {
    const stock = ['@3 CK1 issue SUIT - - 5 D1 S3'];
    const found = (day: number) => finds('stock/negative', day, { stock, counts: ['@3 close D1 SUIT - x'] });
    expect([3, 4].map((day) => found(day).length)).toEqual([0, 1]);
  });

  test('of the deliveries leaves its document and the site it went to incomplete', () => {
    const stock = [...book, '@2 CK1 issue SUIT - - 5 D1 S2', '@2 CK2 issue SUIT - - 6 D1 S1'];
    const signed = ['@2 CK1 SUIT - 5', '@3 CK1 SUIT - x'];
    const at = (day: number) => deliveries(day, { stock, deliveries: signed }).map((line) => line.split(' ').at(-1));
    expect(at(2)).toEqual(['received', 'in-transit']);
    expect(at(3)).toEqual(['overdue']);
    expect(lines(3, { stock, deliveries: signed }).at(-1)).toBe('S2 SUIT -: 5 0 0 0 5 - - incomplete');
  });

  test('hides no other: the rest of the file counts, and each is told', () => {
    const stock = [
      ...book,
      '@3 CK1 issue SUIT - - x D1 S3',
      '@3 CK2 issue SUIT - - 5 D1 S3',
      '@3 CK3 issue SUIT - - y D1 S3',
    ];
    expect(finds('value/quantity', 3, { stock })).toEqual(['stock:5', 'stock:7']);
    expect(lines(3, { stock })[1]).toBe('D1 SUIT -: 200 0 5 0 195 - - incomplete');
  });

  test('keeps a line from being found below zero or off its count', () => {
    const stock = ['@2 RK1 receipt SUIT - - x SUP D1', '@3 CK1 issue SUIT - - 5 D1 S3'];
    const result = asOf(3, { stock, counts: ['@3 close D1 SUIT - 9'] });
    expect(result.findings.map(({ code }) => code)).toEqual(['value/quantity']);
  });
});
