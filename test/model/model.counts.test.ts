// Holds the model to the rules of counts and of requests.
import { describe, expect, test } from 'vitest';
import { balances, found, run } from './small.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';
const issue = '@2 CK1 issue SUIT - - 40 D1 S3';

describe('counts', () => {
  test('a closing count is held against the book after the rows of the day, an opening one before them', () => {
    const close = run({ stock: [opening, issue], counts: ['@2 - D1 SUIT - 58'] }, 2);
    expect(balances(close)).toEqual(['D1 SUIT -: 100 0 40 0 60 58 -2 short']);
    const open = run({ stock: [opening, issue], counts: ['@2 open D1 SUIT - 103'] }, 2);
    expect(balances(open)).toEqual(['D1 SUIT -: 100 0 40 0 60 103 3 surplus']);
  });

  test('with both counts the closing one is shown, and each gives its finding', () => {
    const result = run({ stock: [opening, issue], counts: ['@2 open D1 SUIT - 99', '@2 close D1 SUIT - 60'] }, 2);
    expect(balances(result)).toEqual(['D1 SUIT -: 100 0 40 0 60 60 0 balanced']);
    expect(found(result)).toEqual(['count/variance counts:2']);
  });

  test('a count of nothing where the book has nothing makes a line', () => {
    expect(balances(run({ counts: ['@1 - D1 SUIT - 0'] }, 1))).toEqual(['D1 SUIT -: 0 0 0 0 0 0 0 balanced']);
  });

  test('the tolerance decides only whether a variance is a finding', () => {
    const counted = (value: string, policy: string) => {
      const result = run({ stock: [opening], counts: [`@1 - D1 SUIT - ${value}`], policy }, 1);
      return [result.lines[0]?.status, result.findings.length];
    };
    expect(counted('98', 'count-tolerance: 2')).toEqual(['short', 0]);
    expect(counted('97.999', 'count-tolerance: 2')).toEqual(['short', 1]);
    expect(counted('99.5', 'count-tolerance: 0.5%')).toEqual(['short', 0]);
    expect(counted('100.51', 'count-tolerance: 0.5%')).toEqual(['surplus', 1]);
  });

  test('a count stays a finding on later days, until a loss that names it explains it', () => {
    const stock = [opening, '@3 PK1 loss SUIT - - 2 D1 - count:2022-01-02:D1'];
    const counts = ['@2 - D1 SUIT - 98'];
    expect(found(run({ stock, counts }, 2))).toEqual(['count/variance counts:2']);
    expect(found(run({ stock, counts }, 3))).toEqual([]);
    expect(balances(run({ stock, counts }, 2))).toEqual(['D1 SUIT -: 100 0 0 0 100 98 -2 short']);
  });

  test('a loss on the day of a closing count is in the book already and counts once', () => {
    const stock = [opening, '@2 PK1 loss SUIT - - 2 D1 - count:2022-01-02:D1'];
    const result = run({ stock, counts: ['@2 - D1 SUIT - 98'] }, 2);
    expect(balances(result)).toEqual(['D1 SUIT -: 100 0 0 -2 98 98 0 balanced']);
  });

  test('a gain on the day of an opening count explains it only where it names it', () => {
    const variance = (ref: string) =>
      run({ stock: [opening, `@2 PY1 gain SUIT - - 3 - D1 ${ref}`], counts: ['@2 open D1 SUIT - 103'] }, 2).lines[0]
        ?.variance;
    expect([variance('count:2022-01-02:D1'), variance('-')]).toEqual(['0', '3']);
  });

  test('a count without a lot of an item kept in lots is of all its lots together', () => {
    const stock = ['@1 QC1 opening MASK A - 5 - D1', '@1 QC2 opening MASK B - 7 - D1'];
    const result = run({ stock, counts: ['@1 - D1 MASK - 11', '@1 - D1 MASK B 7'] }, 1);
    expect(result.itemCounts).toEqual([
      { site: 'D1', item: 'MASK', book: '12', counted: '11', variance: '-1', status: 'short' },
    ]);
    expect(balances(result)).toEqual(['D1 MASK A: 0 5 0 0 5 - - uncounted', 'D1 MASK B: 0 7 0 0 7 7 0 balanced']);
    expect(found(result)).toEqual(['count/variance counts:2']);
  });

  test('two different counts of one thing are found, two equal ones are fine', () => {
    const counts = ['@1 - D1 SUIT - 100', '@1 - D1 SUIT - 100', '@1 close D1 SUIT - 101'];
    expect(found(run({ stock: [opening], counts }, 1))).toEqual(['count/duplicate counts:4']);
  });

  test('of two different counts the later row is found, and the smaller figure stands', () => {
    const counts = ['@1 - D1 SUIT - 100', '@1 close D1 SUIT - 99'];
    const result = run({ stock: [opening], counts }, 1);
    expect(found(result)).toEqual(['count/duplicate counts:3', 'count/variance counts:3']);
    expect(found(run({ stock: [opening], counts: counts.toReversed() }, 1))).toEqual([
      'count/variance counts:2',
      'count/duplicate counts:3',
    ]);
  });

  test('a loss that explained a count and is reversed explains it no longer', () => {
    const stock = [opening, '@2 PK1 loss SUIT - - 2 D1 - count:2022-01-01:D1', '@3 CX1 reversal SUIT - - 2 D1 - PK1'];
    const variances = (day: number) => found(run({ stock, counts: ['@1 - D1 SUIT - 98'] }, day));
    expect([1, 2, 3].map((day) => variances(day).length)).toEqual([1, 0, 1]);
  });
});

describe('requests', () => {
  const asked = ['@1 SQ1 S3 SUIT 30 @2', '@1 SQ1 S3 SUIT 20 @2'];
  const filled = (stock: string[], day: number, requests = asked) =>
    found(run({ stock: [opening, ...stock], requests }, day));

  test('a request is overdue after the end of the day it was needed by, not on it', () => {
    expect([2, 3].map((day) => filled([], day).length)).toEqual([0, 1]);
  });

  test('repeated lines add up and stay open until filled', () => {
    expect(filled(['@2 CK1 issue SUIT - - 30 D1 S3 SQ1'], 2)).toEqual([]);
    expect(filled(['@2 CK1 issue SUIT - - 30 D1 S3 SQ1'], 3)).toEqual(['request/overdue requests:2']);
    expect(filled(['@2 CK1 issue SUIT - - 50 D1 S3 SQ1'], 3)).toEqual([]);
  });

  test('returns and reversals open a request again', () => {
    const issues = ['@2 CK1 issue SUIT - - 50 D1 S3 SQ1', '@3 TK1 return SUIT - - 1 S3 D1 CK1'];
    expect(filled(issues, 3)).toEqual(['request/overdue requests:2']);
    expect(filled([...issues, '@3 CX1 reversal SUIT - - 1 S3 D1 TK1'], 3)).toEqual([]);
  });

  test('issued more than asked is found at the row that goes over', () => {
    const stock = [
      '@2 CK1 issue SUIT - - 45 D1 S3 SQ1',
      '@2 CK2 issue SUIT - - 6 D1 S3 SQ1',
      '@2 CK3 issue SUIT - - 1 D1 S3 SQ1',
    ];
    expect(filled(stock, 2)).toEqual(['request/over-issued stock:4']);
  });

  test('a row fills the request it names itself, though its number was used before without one', () => {
    const twice = ['@2 CK1 issue SUIT - - 1 D1 S3', '@3 CK1 issue SUIT - - 51 D1 S3 SQ1'];
    expect(filled(twice, 3)).toContain('request/over-issued stock:4');
  });

  test('an issue to another site or of another item fills nothing', () => {
    expect(filled(['@2 CK1 issue SUIT - - 50 D1 S4 SQ1'], 3)).toEqual(['request/overdue requests:2']);
  });

  test('a cancellation closes what is left as of its date, and a line without a day is never overdue', () => {
    const cancelled = [...asked, '@4 SQ1 S3 SUIT - - yes'];
    expect([filled([], 3, cancelled), filled([], 4, cancelled)]).toEqual([['request/overdue requests:2'], []]);
    expect(filled([], 31, ['@1 SQ1 S3 SUIT 30'])).toEqual([]);
  });

  test('an issue that names no request is left out where the book has requests', () => {
    const result = run({ stock: [opening, '@2 CK1 issue SUIT - - 5 D1 S3 SQ9'], requests: asked }, 2);
    expect(balances(result)).toEqual(['D1 SUIT -: 100 0 0 0 100 - - incomplete']);
  });
});
