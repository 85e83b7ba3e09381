// Balances by rule: columns of a day, credits before debits, below zero, exact decimals, reversals.
import { describe, expect, test } from 'vitest';
import { engineAnswer } from '../model/engine.js';
import { smallBook } from '../model/small.js';
import { asOf, finds, lines } from './run.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';

describe('the day of a balance', () => {
  test('closes on opening + in − out + adjusted, gains and losses adjusted apart from in and out', () => {
    const stock = [
      opening,
      '@2 RK1 receipt SUIT - - 20 SUP D1',
      '@2 CK1 issue SUIT - - 30 D1 S3',
      '@2 PK1 loss SUIT - - 2 D1 -',
      '@2 BS1 disposal SUIT - - 3 D1 -',
      '@2 PY1 gain SUIT - - 1 - D1',
    ];
    expect(lines(2, { stock })).toEqual(['D1 SUIT -: 100 20 30 -4 86 - - uncounted']);
  });

  test('begins at nothing: what a book opens with comes in', () => {
    expect(lines(1, { stock: [opening] })).toEqual(['D1 SUIT -: 0 100 0 0 100 - - uncounted']);
  });

  test('is listed while something is there or happened, and no longer once nothing is and nothing did', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 100 D1 S3', '@3 RK1 receipt RICE - - 1 SUP D1'];
    expect(lines(2, { stock })).toEqual(['D1 SUIT -: 100 0 100 0 0 - - uncounted']);
    expect(lines(3, { stock })).toEqual(['D1 RICE -: 0 1 0 0 1 - - uncounted']);
  });

  test('is kept at tracked sites only', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 5 D1 S3', '@2 CK2 issue SUIT - - 6 D1 S4'];
    expect(lines(2, { stock })).toEqual([
      'D1 SUIT -: 100 0 11 0 89 - - uncounted',
      'S4 SUIT -: 0 6 0 0 6 - - uncounted',
    ]);
  });
});

describe('within a day', () => {
  test('what comes in counts before what goes out, in whatever order and at whatever time it was written', () => {
    const stock = ['@2T08:00 CK1 issue SUIT - - 30 D1 S3', '@2T17:00 RK1 receipt SUIT - - 30 SUP D1'];
    expect(finds('stock/negative', 2, { stock })).toEqual([]);
    expect(lines(2, { stock })).toEqual(['D1 SUIT -: 0 30 30 0 0 - - uncounted']);
  });

  test('goods may pass through several depots', () => {
    const stock = [
      '@2 DB2 transfer SUIT - - 100 D2 S4',
      '@2 DB1 transfer SUIT - - 100 D1 D2',
      '@2 RK1 receipt SUIT - - 100 SUP D1',
    ];
    expect(finds('stock/negative', 2, { stock })).toEqual([]);
    expect(lines(2, { stock }).at(-1)).toBe('S4 SUIT -: 0 100 0 0 100 - - uncounted');
  });

  test('nothing of a later day is there yet', () => {
    const stock = ['@2 CK1 issue SUIT - - 30 D1 S3', '@3 RK1 receipt SUIT - - 30 SUP D1'];
    expect(finds('stock/negative', 3, { stock })).toEqual(['stock:2']);
  });
});

describe('below zero', () => {
  test('is found once for a balance, on its first day, though it recovers and falls again', () => {
    const stock = [
      opening,
      '@2 CK1 issue SUIT - - 101 D1 S3',
      '@3 RK1 receipt SUIT - - 50 SUP D1',
      '@4 CK2 issue SUIT - - 60 D1 S3',
    ];
    expect(finds('stock/negative', 4, { stock })).toEqual(['stock:3']);
    expect(lines(3, { stock })).toEqual(['D1 SUIT -: -1 50 0 0 49 - - uncounted']);
    expect(lines(4, { stock })).toEqual(['D1 SUIT -: 49 0 60 0 -11 - - negative']);
  });

  test('is found at the row that first takes it there: by document, then the smaller amount', () => {
    const stock = [
      opening,
      '@2 CK2 issue SUIT - - 1 D1 S3',
      '@2 CK1 issue SUIT - - 70 D1 S3',
      '@2 CK1 issue SUIT - - 40 D1 S3',
    ];
    expect(finds('stock/negative', 2, { stock })).toEqual(['stock:4']);
  });

  test('is not found where a day only dips below and closes at zero', () => {
    const stock = [opening, '@2 CK1 issue SUIT - - 110 D1 S3', '@2 RK1 receipt SUIT - - 10 SUP D1'];
    expect(finds('stock/negative', 2, { stock })).toEqual([]);
  });

  test('is found at the row that takes it there though a receipt at a site that signs was undone before', () => {
    const stock = [
      '@1 RK1 receipt SUIT - - 8 SUP D3',
      '@1 CX1 reversal SUIT - - 1 SUP D3 RK1',
      '@2 CK1 issue SUIT - - 8 D3 S3',
      '@2 CK1 issue SUIT - - 20 D3 S3',
    ];
    expect(finds('stock/negative', 2, { stock })).toEqual(['stock:4']);
  });

  test('is found at the signature where a correction takes away what had already left again', () => {
    const stock = [
      '@1 QC1 opening MASK A 2022-02-01 9 - D1',
      '@2 CK1 issue MASK A - 9 D1 S2',
      '@3 CK2 issue MASK A - 9 S2 S3',
    ];
    const signed = ['@2 CK1 MASK - 9', '@4 CK1 MASK - -2 2'];
    expect(finds('stock/negative', 4, { stock, deliveries: signed })).toEqual(['deliveries:3']);
  });
});

describe('quantities', () => {
  test('are exact: a tenth and two tenths less three tenths is nothing', () => {
    const stock = [
      '@1 QC1 opening RICE - - 0.1 - D1',
      '@2 RK1 receipt RICE - - 0.2 SUP D1',
      '@2 CK1 issue RICE - - 0.3 D1 S3',
    ];
    expect(lines(2, { stock })).toEqual(['D1 RICE -: 0.1 0.2 0.3 0 0 - - uncounted']);
    expect(finds('stock/negative', 2, { stock })).toEqual([]);
  });

  test('keep the last of six decimals beside the largest number there is room for', () => {
    const stock = ['@1 QC1 opening RICE - - 9007199254.74099 - D1', '@2 CK1 issue RICE - - 0.000001 D1 S3'];
    expect(lines(2, { stock })).toEqual(['D1 RICE -: 9007199254.74099 0 0.000001 0 9007199254.740989 - - uncounted']);
  });

  test('past the range are an error, in one row or in all rows together, and never a wrong number', () => {
    const one = ['@1 QC1 opening RICE - - 9007199254.740992 - D1'];
    expect(finds('value/quantity', 1, { stock: one })).toEqual(['stock:2']);
    const sum = ['@1 QC1 opening RICE - - 9007199254.74099 - D1', '@2 RK1 receipt RICE - - 0.000002 SUP D1'];
    expect(finds('value/quantity', 2, { stock: sum })).toEqual(['stock:2']);
    expect(lines(2, { stock: sum })).toEqual(['D1 RICE -: 0 0.000002 0 0 0.000002 - - incomplete']);
  });

  test('are told in base units, whatever they were written in', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 1.5箱 - D1',
      '@1 QC1 opening SUIT - - 3.6万 - D1',
      '@1 QC1 opening SUIT - - ２包 - D1',
      '@1 QC1 opening SUIT - - 0.1万套 - D1',
    ];
    expect(lines(1, { stock })).toEqual(['D1 SUIT -: 0 37040 0 0 37040 - - uncounted']);
  });

  test('that are not written as quantities are errors', () => {
    const stock = ['1e3', '+5', '-5', '0', '1.2.3', '0.0000001', '5桶'].map(
      (qty, i) => `@1 QC${i} opening SUIT - - ${qty} - D1`,
    );
    const wrong = ['value/quantity', 'value/unit'].flatMap((code) => finds(code, 1, { stock }));
    expect(wrong.sort()).toEqual([2, 3, 4, 5, 6, 7, 8].map((line) => `stock:${line}`));
  });
});

describe('a reversal', () => {
  const issued = [opening, '@2 CK1 issue SUIT - - 30 D1 S3'];

  test('counts in the column of what it undoes with the opposite sign, on its own date', () => {
    const stock = [...issued, '@3 CX1 reversal SUIT - - 30 D1 S3 CK1'];
    expect(lines(2, { stock })).toEqual(['D1 SUIT -: 100 0 30 0 70 - - uncounted']);
    expect(lines(3, { stock })).toEqual(['D1 SUIT -: 70 0 -30 0 100 - - uncounted']);
  });

  test('of a loss is an adjustment', () => {
    const stock = [opening, '@2 PK1 loss SUIT - - 4 D1 -', '@3 CX1 reversal SUIT - - 4 D1 - PK1'];
    expect(lines(3, { stock })).toEqual(['D1 SUIT -: 96 0 0 4 100 - - uncounted']);
  });

  test('may come in parts, but never undo more than is left', () => {
    const stock = [
      ...issued,
      '@3 CX1 reversal SUIT - - 20 D1 S3 CK1',
      '@3 CX2 reversal SUIT - - 11 D1 S3 CK1',
      '@4 CX3 reversal SUIT - - 10 D1 S3 CK1',
    ];
    expect(finds('stock/reversal-exceeds', 4, { stock })).toEqual(['stock:5']);
    expect(lines(4, { stock })).toEqual(['D1 SUIT -: 90 0 -10 0 100 - - incomplete']);
  });

  test('cannot undo what has been returned since', () => {
    const back = [...issued, '@3 TK1 return SUIT - - 25 S3 D1 CK1'];
    expect(finds('stock/reversal-exceeds', 4, { stock: [...back, '@4 CX1 reversal SUIT - - 6 D1 S3 CK1'] })).toEqual([
      'stock:5',
    ]);
    expect(finds('stock/reversal-exceeds', 4, { stock: [...back, '@4 CX1 reversal SUIT - - 5 D1 S3 CK1'] })).toEqual(
      [],
    );
  });

  test('that was left out says nothing of duplicates', () => {
    const twice = '@3 CX1 reversal SUIT - - 30 D1 S3 CK1';
    expect(finds('stock/reversal-exceeds', 3, { stock: [...issued, twice, twice] })).toEqual(['stock:5']);
    expect(finds('stock/duplicate-row', 3, { stock: [...issued, twice, twice] })).toEqual([]);
  });

  test('of a return that was more than had arrived gives back what the return took, and no more', () => {
    const stock = [
      ...issued,
      '@3 TK1 return SUIT - - 40 S3 D1 CK1',
      '@4 CX1 reversal SUIT - - 15 S3 D1 TK1',
      '@5 CX2 reversal SUIT - - 6 D1 S3 CK1',
      '@6 CX3 reversal SUIT - - 5 D1 S3 CK1',
    ];
    expect(lines(4, { stock })).toEqual(['D1 SUIT -: 110 -15 0 0 95 - - uncounted']);
    expect(finds('stock/reversal-exceeds', 6, { stock })).toEqual(['stock:6']);
  });

  test('gives a reversed return room again', () => {
    const stock = [
      ...issued,
      '@3 TK1 return SUIT - - 25 S3 D1 CK1',
      '@4 CX1 reversal SUIT - - 25 S3 D1 TK1',
      '@5 CX2 reversal SUIT - - 30 D1 S3 CK1',
    ];
    expect(lines(5, { stock })).toEqual(['D1 SUIT -: 70 0 -30 0 100 - - uncounted']);
  });

  test('names from and to as the original has them, a document that is there, and no reversal', () => {
    const stock = [
      ...issued,
      '@3 CX1 reversal SUIT - - 1 S3 D1 CK1',
      '@3 CX2 reversal SUIT - - 1 D1 S3 CK9',
      '@3 CX3 reversal RICE - - 1 D1 S3 CK1',
      '@3 CX4 reversal SUIT - - 1 D1 S3 CK1',
      '@4 CX5 reversal SUIT - - 1 D1 S3 CX4',
    ];
    expect(finds('stock/reversal-unmatched', 4, { stock })).toEqual([4, 5, 6, 8].map((line) => `stock:${line}`));
  });

  test('undoes what is dated the same day, not what is dated later', () => {
    const same = [opening, '@2 CX1 reversal SUIT - - 30 D1 S3 CK1', '@2 CK1 issue SUIT - - 30 D1 S3'];
    expect(lines(2, { stock: same })).toEqual(['D1 SUIT -: 100 0 0 0 100 - - uncounted']);
    const before = [opening, '@2 CX1 reversal SUIT - - 30 D1 S3 CK1', '@3 CK1 issue SUIT - - 30 D1 S3'];
    expect(finds('stock/reversal-unmatched', 3, { stock: before })).toEqual(['stock:3']);
  });

  test('of a receipt takes away, and may take below zero', () => {
    const stock = [
      '@1 RK1 receipt SUIT - - 10 SUP D1',
      '@2 CK1 issue SUIT - - 10 D1 S3',
      '@3 CX1 reversal SUIT - - 4 SUP D1 RK1',
    ];
    expect(lines(3, { stock })).toEqual(['D1 SUIT -: 0 -4 0 0 -4 - - negative']);
    expect(finds('stock/negative', 3, { stock })).toEqual(['stock:4']);
  });
});

describe('as of a date', () => {
  const stock = [opening, '@3 CK1 issue SUIT - - 130 D1 S3', '@5 CX1 reversal SUIT - - 130 D1 S3 CK1'];

  test('later rows change no figure and no finding', () => {
    const days = [1, 2, 3, 4, 5].map((day) => lines(day, { stock })[0]?.split(' ')[7]);
    expect(days).toEqual(['100', '100', '-30', '-30', '100']);
    expect([2, 3].map((day) => finds('stock/negative', day, { stock }).length)).toEqual([0, 1]);
  });

  test('before every row there is nothing, in whatever order the rows stand', () => {
    expect(lines(1, { stock: ['@3 RK1 receipt SUIT - - 5 SUP D1', '@2 QC1 opening SUIT - - 5 - D1'] })).toEqual([]);
  });

  test('a row that cannot be read is found whatever its date', () => {
    const later = [...stock, '@9 CK2 issue NOTHING - - 1 D1 S3', '@9 CK3 issue SUIT - - x D1 S3'];
    expect(finds('ref/item', 2, { stock: later })).toEqual(['stock:5']);
    expect(finds('value/quantity', 2, { stock: later })).toEqual(['stock:6']);
    expect(lines(2, { stock: later })).toEqual(['D1 SUIT -: 100 0 0 0 100 - - uncounted']);
  });
});

describe('the same rows', () => {
  const stock = [
    '@1 QC1 opening MASK A 2022-01-20 10 - D1',
    '@1 QC1 opening MASK B 2022-01-25 10 - D1',
    '@2 CK1 issue MASK - - 12 D1 S2',
    '@2 CK2 issue MASK B - 3 D1 S3',
    '@3 TK1 return MASK - - 5 S2 D1 CK1',
    '@3 CX1 reversal MASK - - 3 D1 S3 CK2',
    '@3 PK1 loss SUIT - - 1 D1 -',
  ];
  const signed = ['@2 CK1 MASK - 7', '@3 CK1 MASK - 5'];
  const figures = ({ lines: balances, deliveries, delivered }: ReturnType<typeof asOf>) => ({
    balances,
    deliveries,
    delivered,
  });

  test('give the same answer in any order', () => {
    const plain = asOf(3, { stock, deliveries: signed });
    const turned = asOf(3, { stock: stock.toReversed(), deliveries: signed.toReversed() });
    expect(figures(turned)).toEqual(figures(plain));
    expect(turned.findings.map(({ code }) => code).sort()).toEqual(plain.findings.map(({ code }) => code).sort());
  });

  test('give the same answer spread over files of any layout', () => {
    const files = smallBook({ stock, deliveries: signed });
    const [header = '', ...rows] = (files['stock/a.csv'] ?? '').trimEnd().split('\n');
    const { 'stock/a.csv': _, ...spread } = files;
    rows.forEach((row, i) => {
      spread[`stock/${i % 2 === 0 ? 'z/2022' : 'b'}/${9 - i}.csv`] = `${header}\n${row}\n`;
    });
    expect(figures(engineAnswer(spread, '2022-01-03'))).toEqual(figures(asOf(3, { stock, deliveries: signed })));
  });
});
