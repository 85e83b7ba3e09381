// Holds the model itself to rules.md: balances, order, units, reversals, quarantine, documents and requests by hand.
import { describe, expect, test } from 'vitest';
import { reconcileModel } from './model.js';
import { balances, delivered, found, run, smallBook } from './small.js';

describe('balances', () => {
  test('closing is opening + in − out + adjusted, and yesterday closes where today opens', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 100 - D1',
      '@2 RK1 receipt SUIT - - 50 SUP D1',
      '@2 CK1 issue SUIT - - 30 D1 S3',
      '@2 BS1 disposal SUIT - - 5 D1 -',
      '@2 PY1 gain SUIT - - 2 - D1',
      '@2 PK1 loss SUIT - - 1 D1 -',
    ];
    expect(balances(run({ stock }, 1))).toEqual(['D1 SUIT -: 0 100 0 0 100 - - uncounted']);
    expect(balances(run({ stock }, 2))).toEqual(['D1 SUIT -: 100 50 30 -4 116 - - uncounted']);
    expect(balances(run({ stock }, 3))).toEqual(['D1 SUIT -: 116 0 0 0 116 - - uncounted']);
  });

  test('a transfer leaves one depot and arrives at the other on the same day', () => {
    const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@1 DB1 transfer SUIT - - 4 D1 D2'];
    expect(balances(run({ stock }, 1))).toEqual([
      'D1 SUIT -: 0 10 4 0 6 - - uncounted',
      'D2 SUIT -: 0 4 0 0 4 - - uncounted',
    ]);
  });

  test('an issue to a tracked site that does not sign is in there at once', () => {
    const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@1 CK1 issue SUIT - - 4 D1 S4'];
    expect(balances(run({ stock }, 1))[1]).toBe('S4 SUIT -: 0 4 0 0 4 - - uncounted');
  });

  test('a line that is zero is listed only on a day with a row', () => {
    const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@2 CK1 issue SUIT - - 10 D1 S3'];
    expect(balances(run({ stock }, 2))).toEqual(['D1 SUIT -: 10 0 10 0 0 - - uncounted']);
    expect(balances(run({ stock }, 3))).toEqual([]);
  });

  test('packs are converted exactly and decimals stay exact', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 3箱 - D1',
      '@1 QC2 opening RICE - - 0.1 - D1',
      '@1 QC3 opening RICE - - 0.2 - D1',
    ];
    expect(balances(run({ stock }, 1))).toEqual([
      'D1 RICE -: 0 0.3 0 0 0.3 - - uncounted',
      'D1 SUIT -: 0 60 0 0 60 - - uncounted',
    ]);
  });

  test('what adds comes before what takes away on a day, wherever the rows stand', () => {
    const stock = ['@1 CK1 issue SUIT - - 10 D1 S3', '@1 RK1 receipt SUIT - - 10 SUP D1'];
    expect(found(run({ stock }, 1))).toEqual([]);
  });

  test('a negative balance is found once, at the row that first takes it below on the first day it closes below', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 10 - D1',
      '@2 CK3 issue SUIT - - 1 D1 S3',
      '@2 CK1 issue SUIT - - 8 D1 S3',
      '@2 CK2 issue SUIT - - 3 D1 S3',
      '@3 CK4 issue SUIT - - 3 D1 S3',
    ];
    expect(found(run({ stock }, 3))).toEqual(['stock/negative stock:5']);
    expect(balances(run({ stock }, 2))).toEqual(['D1 SUIT -: 10 0 12 0 -2 - - negative']);
  });

  test('rows later than the date change no figure and no finding', () => {
    const stock = ['@1 QC1 opening SUIT - - 10 - D1', '@3 CK1 issue SUIT - - 11 D1 S3'];
    expect(found(run({ stock }, 2))).toEqual([]);
    expect(balances(run({ stock }, 2))).toEqual(['D1 SUIT -: 10 0 0 0 10 - - uncounted']);
  });
});

describe('reversals', () => {
  const before = ['@1 QC1 opening SUIT - - 100 - D1', '@2 CK1 issue SUIT - - 30 D1 S3'];

  test('a reversal counts in the column of what it undoes, with the opposite sign, on its own date', () => {
    const stock = [...before, '@3 CX1 reversal SUIT - - 10 D1 S3 CK1'];
    expect(balances(run({ stock }, 3))).toEqual(['D1 SUIT -: 70 0 -10 0 80 - - uncounted']);
  });

  test('a reversal of a receipt, a gain or a disposal takes it out of its own column again', () => {
    const stock = [
      '@1 RK1 receipt SUIT - - 9 SUP D1',
      '@1 PY1 gain SUIT - - 4 - D1',
      '@1 BS1 disposal SUIT - - 3 D1 -',
      '@2 CX1 reversal SUIT - - 2 SUP D1 RK1',
      '@2 CX2 reversal SUIT - - 4 - D1 PY1',
      '@2 CX3 reversal SUIT - - 1 D1 - BS1',
    ];
    expect(balances(run({ stock }, 2))).toEqual(['D1 SUIT -: 10 -2 0 -3 5 - - uncounted']);
  });

  test('a reversal on the day of its original comes after it', () => {
    const stock = ['@1 CX1 reversal SUIT - - 30 SUP D1 RK1', '@1 RK1 receipt SUIT - - 30 SUP D1'];
    const result = run({ stock }, 1);
    expect(found(result)).toEqual([]);
    expect(balances(result)).toEqual(['D1 SUIT -: 0 0 0 0 0 - - uncounted']);
  });

  test('a reversal of a document, item or destination that is not there is unmatched and left out', () => {
    const stock = [...before, '@3 CX1 reversal SUIT - - 1 D1 S3 CK9', '@3 CX2 reversal SUIT - - 1 D1 S1 CK1'];
    const result = run({ stock }, 3);
    expect(found(result)).toEqual(['stock/reversal-unmatched stock:4', 'stock/reversal-unmatched stock:5']);
    expect(balances(result)).toEqual(['D1 SUIT -: 70 0 0 0 70 - - incomplete']);
  });

  test('reversals of more than is left to undo are left out, returns and earlier reversals having used it up', () => {
    const stock = [
      ...before,
      '@3 CX1 reversal SUIT - - 10 D1 S3 CK1',
      '@3 TK1 return SUIT - - 15 S3 D1 CK1',
      '@4 CX2 reversal SUIT - - 6 D1 S3 CK1',
      '@5 CX3 reversal SUIT - - 5 D1 S3 CK1',
    ];
    const result = run({ stock }, 5);
    expect(found(result)).toEqual(['stock/reversal-exceeds stock:6']);
    expect(balances(result)).toEqual(['D1 SUIT -: 95 0 -5 0 100 - - incomplete']);
  });

  test('a reversal of a reversal document is unmatched', () => {
    const stock = [...before, '@3 CX1 reversal SUIT - - 10 D1 S3 CK1', '@4 CX2 reversal SUIT - - 10 D1 S3 CX1'];
    expect(found(run({ stock }, 4))).toEqual(['stock/reversal-unmatched stock:5']);
  });

  test('a reversed return leaves more of the dispatch to undo again', () => {
    const stock = [
      ...before,
      '@3 TK1 return SUIT - - 30 S3 D1 CK1',
      '@4 CX1 reversal SUIT - - 30 S3 D1 TK1',
      '@5 CX2 reversal SUIT - - 30 D1 S3 CK1',
    ];
    const result = run({ stock }, 5);
    expect(found(result)).toEqual([]);
    expect(balances(result)).toEqual(['D1 SUIT -: 70 0 -30 0 100 - - uncounted']);
  });
});

describe('quarantine', () => {
  const opening = [
    '@1 QC1 opening SUIT - - 10 - D1',
    '@1 QC2 opening RICE - - 10 - D1',
    '@1 QC3 opening RICE - - 1 - D2',
  ];
  const statuses = (stock: string[], day: number) =>
    run({ stock }, day).lines.map((line) => `${line.site} ${line.item} ${line.status}`);

  test('a bad quantity makes the lines of its site and item incomplete from its date on', () => {
    const stock = [...opening, '@3 CK1 issue SUIT - - x D1 S3'];
    expect(statuses(stock, 2)).toEqual(['D1 RICE uncounted', 'D1 SUIT uncounted', 'D2 RICE uncounted']);
    expect(statuses(stock, 4)).toEqual(['D1 RICE uncounted', 'D1 SUIT incomplete', 'D2 RICE uncounted']);
  });

  test('an unknown item may be any item of its site, an unknown site any site of its item', () => {
    const item = [...opening, '@1 CK1 issue WHAT - - 1 D1 S3'];
    expect(statuses(item, 1)).toEqual(['D1 RICE incomplete', 'D1 SUIT incomplete', 'D2 RICE uncounted']);
    const site = [...opening, '@1 CK1 issue RICE - - 1 D9 S3'];
    expect(statuses(site, 1)).toEqual(['D1 RICE incomplete', 'D1 SUIT uncounted', 'D2 RICE incomplete']);
  });

  test('a date that cannot be read makes every date incomplete', () => {
    const stock = [...opening, '2022-13-01 CK1 issue SUIT - - 1 D1 S3'];
    expect(statuses(stock, 1)[1]).toBe('D1 SUIT incomplete');
  });

  test('a wrong direction is left out, and an incomplete line gives no finding of its own', () => {
    const stock = [...opening, '@2 BS1 disposal SUIT - - 1 D1 S3', '@2 CK1 issue SUIT - - 20 D1 S3'];
    const result = run({ stock, counts: ['@2 close D1 SUIT - 3'] }, 2);
    expect(found(result)).toEqual([]);
    expect(balances(result)[1]).toBe('D1 SUIT -: 10 0 20 0 -10 3 13 incomplete');
  });

  test('a finding of a day before the broken row stands', () => {
    const stock = [...opening, '@2 CK1 issue SUIT - - 20 D1 S3', '@3 CK2 issue SUIT - - x D1 S3'];
    expect(found(run({ stock }, 3))).toEqual(['stock/negative stock:5']);
  });

  test('a broken count leaves only its own day incomplete', () => {
    const counts = ['@2 close D1 SUIT - x'];
    const status = (day: number) => run({ stock: opening, counts }, day).lines[1]?.status;
    expect([status(1), status(2), status(3)]).toEqual(['uncounted', 'incomplete', 'uncounted']);
  });

  test('a delivered figure is incomplete where a row of its category is', () => {
    const result = run({ stock: [...opening, '@2 CK1 issue SUIT - - x D1 S3'] }, 2);
    expect(delivered(result, 'protective')).toBe('0 0 0 true');
    expect(delivered(result, 'living')).toBe('0 0 0 false');
  });
});

describe('documents', () => {
  test('a row that stands twice counts twice and is found at the later one', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 1箱 - D1',
      '@1 QC1 opening SUIT - - 20 - D1',
      '@1 QC1 opening SUIT - - 21 - D1',
    ];
    const result = run({ stock }, 1);
    expect(found(result)).toEqual(['stock/duplicate-row stock:3']);
    expect(result.lines[0]?.closing).toBe('61');
  });

  test('a number used with another destination is found once for each further head', () => {
    const stock = [
      '@1 QC1 opening SUIT - - 9 - D1',
      '@1 CK1 issue SUIT - - 1 D1 S3',
      '@1 CK1 issue SUIT - - 2 D1 S4',
      '@1 CK1 issue SUIT - - 3 D1 S4',
      '@2 CK1 issue SUIT - - 1 D1 S3',
    ];
    expect(found(run({ stock }, 2))).toEqual(['stock/document-reused stock:4', 'stock/document-reused stock:6']);
  });

  test('the answer does not depend on the file that holds a row', () => {
    const files = smallBook({ stock: ['@1 QC1 opening SUIT - - 9 - D1', '@2 CK1 issue SUIT - - 1 D1 S3'] });
    const [header, first, second] = (files['stock/a.csv'] ?? '').split('\n');
    const split = {
      ...files,
      'stock/a.csv': `${header}\n${second}\n`,
      'stock/x/y.csv': `\uFEFF${header}\r\n\r\n${first}\r\n`,
    };
    expect(reconcileModel(split, '2022-01-02')).toEqual(reconcileModel(files, '2022-01-02'));
  });
});
