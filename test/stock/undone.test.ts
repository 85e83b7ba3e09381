// What a reversal does beyond balances: to the request that was filled, to the count that was explained, to what is
// issued a day.

import { describe, expect, test } from 'vitest';
import { deliveredOf, deliveries, lines } from '../engine/run.js';
import { requests, told } from './run.js';

const stock = ['@1 QC1 opening SUIT - - 100 - D1'];
const asked = { requests: ['@2 SQ1 S1 SUIT 30'] };

describe('of a request', () => {
  const sent = [...stock, '@3 CK1 issue SUIT - - 20 D1 S1 SQ1'];
  const filled = (...rows: string[]): string[] => requests(told(9, { stock: [...sent, ...rows], ...asked }));

  test('what is undone of a dispatch is open again', () => {
    expect(filled()).toEqual(['SQ1 S1 SUIT: 20 of 30, 10 open, part-filled routine']);
    expect(filled('@4 CX1 reversal SUIT - - 8 D1 S1 CK1')).toEqual([
      'SQ1 S1 SUIT: 12 of 30, 18 open, part-filled routine',
    ]);
  });

  test('what is undone of a transfer that filled it is open as well', () => {
    const moved = ['@3 DB1 transfer SUIT - - 5 D1 S1 SQ1'];
    expect(filled(...moved, '@4 CX1 reversal SUIT - - 2 D1 S1 DB1')).toEqual([
      'SQ1 S1 SUIT: 23 of 30, 7 open, part-filled routine',
    ]);
  });

  test('what came back from transit is open, and is not where its return is undone', () => {
    const back = '@4 TH1 return SUIT - - 8 transit D1 CK1';
    expect(filled(back)).toEqual(['SQ1 S1 SUIT: 12 of 30, 18 open, part-filled routine']);
    expect(filled(back, '@5 CX1 reversal SUIT - - 3 transit D1 TH1')).toEqual([
      'SQ1 S1 SUIT: 15 of 30, 15 open, part-filled routine',
    ]);
  });

  test('what is undone of anything else changes nothing', () => {
    const lost = '@4 SS1 loss SUIT - - 8 transit - CK1';
    const before = filled(lost);
    expect(filled(lost, '@5 CX1 reversal SUIT - - 3 transit - SS1')).toEqual(before);
    expect(filled('@4 RK1 receipt SUIT - - 8 SUP D1', '@5 CX1 reversal SUIT - - 3 SUP D1 RK1')).toEqual(filled());
  });
});

describe('of a count', () => {
  const variance = (counted: number, ...rows: string[]): number => {
    const { figures } = told(9, { stock: [...stock, ...rows], counts: [`@3 close D1 SUIT - ${counted}`] });
    return [...figures.counts].map((one) => one.variance / 1_000_000)[0] ?? Number.NaN;
  };
  const gain = (ref: string) => `@4 PY1 gain SUIT - - 5 - D1 ${ref}`;
  const loss = (ref: string) => `@4 PK1 loss SUIT - - 5 D1 - ${ref}`;

  test('what a gain or a loss explained is unexplained again, as far as it is undone', () => {
    const named = 'count:2022-01-03:D1';
    expect([variance(105), variance(105, gain(named))]).toEqual([5, 0]);
    expect(variance(105, gain(named), '@5 CX1 reversal SUIT - - 2 - D1 PY1')).toBe(2);
    expect([variance(95), variance(95, loss(named))]).toEqual([-5, 0]);
    expect(variance(95, loss(named), '@5 CX1 reversal SUIT - - 2 D1 - PK1')).toBe(-2);
  });

  test('gains and losses that name none, and other movements, explain nothing, undone or not', () => {
    expect(variance(105, gain('-'), '@5 CX1 reversal SUIT - - 2 - D1 PY1')).toBe(5);
    expect(variance(95, loss('-'), '@5 CX1 reversal SUIT - - 2 D1 - PK1')).toBe(-5);
    expect(variance(105, '@4 RK1 receipt SUIT - - 5 SUP D1', '@5 CX1 reversal SUIT - - 2 SUP D1 RK1')).toBe(5);
  });
});

describe('of what is issued a day', () => {
  /** Hundredths of a day's average, over seven days. */
  const average = (...rows: string[]): number => {
    const { figures } = told(9, { stock: [...stock, ...rows] });
    return Math.round((figures.stock[0]?.averageDailyIssue ?? 0) / 10_000);
  };

  test('issues and returns that are undone no longer count; transfers never did', () => {
    const issue = '@3 CK1 issue SUIT - - 14 D1 S3';
    expect(average(issue)).toBe(200);
    expect(average(issue, '@4 CX1 reversal SUIT - - 7 D1 S3 CK1')).toBe(100);
    const back = '@4 TH1 return SUIT - - 7 S3 D1 CK1';
    expect(average(issue, back)).toBe(100);
    expect(average(issue, back, '@5 CX1 reversal SUIT - - 7 S3 D1 TH1')).toBe(200);
    const moved = ['@1 QC2 opening SUIT - - 18 - D2', '@4 DB1 transfer SUIT - - 9 D2 D1'];
    expect(average(issue, ...moved, '@5 CX1 reversal SUIT - - 9 D2 D1 DB1')).toBe(200);
  });
});

describe('of what was on its way', () => {
  const sent = [...stock, '@3 CK1 issue SUIT - - 20 D1 S1'];
  const way = (...rows: string[]): string[] => deliveries(9, { stock: [...sent, ...rows] });

  test('what was lost or sent back is on its way again', () => {
    const lost = '@4 SS1 loss SUIT - - 8 transit - CK1';
    expect(way(lost)).toEqual(['CK1 SUIT -: 20 0 0 0 8 12 overdue']);
    expect(way(lost, '@5 CX1 reversal SUIT - - 3 transit - SS1')).toEqual(['CK1 SUIT -: 20 0 0 0 5 15 overdue']);
    const back = '@4 TK1 return SUIT - - 8 transit D1 CK1';
    expect(way(back)).toEqual(['CK1 SUIT -: 20 0 0 8 0 12 overdue']);
    expect(way(back, '@5 CX1 reversal SUIT - - 3 transit D1 TK1')).toEqual(['CK1 SUIT -: 20 0 0 5 0 15 overdue']);
  });

  test('between depots is not delivered again by what came back from it and is undone', () => {
    const moved = '@3 DB1 transfer SUIT - - 10 D1 D3';
    const back = ['@4 TK1 return SUIT - - 8 transit D1 DB1', '@5 CX1 reversal SUIT - - 3 transit D1 TK1'];
    expect(deliveredOf('protective', 9, { stock: [...stock, moved, ...back] })).toBe('0 0 0 false');
  });
});

describe('of what was written off or found', () => {
  const adjusted = (...rows: string[]): string[] => lines(9, { stock: [...stock, ...rows] });

  test('what is undone counts among what was adjusted', () => {
    for (const kind of ['disposal', 'loss'])
      expect(adjusted(`@9 BS1 ${kind} SUIT - - 8 D1 -`, '@9 CX1 reversal SUIT - - 3 D1 - BS1')).toEqual([
        'D1 SUIT -: 100 0 0 -5 95 - - uncounted',
      ]);
    expect(adjusted('@9 PY1 gain SUIT - - 8 - D1', '@9 CX1 reversal SUIT - - 3 - D1 PY1')).toEqual([
      'D1 SUIT -: 100 0 0 5 105 - - uncounted',
    ]);
    expect(adjusted('@9 RK1 receipt SUIT - - 8 SUP D1', '@9 CX1 reversal SUIT - - 3 SUP D1 RK1')).toEqual([
      'D1 SUIT -: 100 5 0 0 105 - - uncounted',
    ]);
  });
});
