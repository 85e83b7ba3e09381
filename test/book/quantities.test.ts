// A column of quantities: plain numbers are read straight from the bytes, as the slow way reads them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QuantityColumn } from '../../src/book/ledger/quantities.js';
import { EMPTY, FAULT, Names } from '../../src/book/vocabulary.js';
import { parseQuantity } from '../../src/core/quantity.js';
import { matchable } from '../../src/core/text.js';
import { float64Rows, int32Rows } from '../../src/source/spellings.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { CELL, column } from './column.js';

/** What a cell comes to: millionths with the unit behind them, nothing, or why it is no quantity. */
type Read = number | string | null;

function read(texts: readonly string[], spellings = true): Read[] {
  const units = new Names();
  const quantities = new QuantityColumn(units);
  const batch = column(texts, spellings);
  const amounts = float64Rows()
    .subarray(0, texts.length + 1)
    .fill(-7);
  const suffixes = int32Rows()
    .subarray(0, texts.length + 1)
    .fill(-7);
  quantities.fill(batch, CELL, amounts, suffixes);
  expect([amounts.at(-1), suffixes.at(-1)], 'nothing is written beyond the last row').toEqual([-7, -7]);
  return texts.map((_, row) => {
    const amount = amounts[row] ?? 0;
    const suffix = suffixes[row] ?? 0;
    if (suffix <= FAULT) {
      const { text, fault } = quantities.fault(suffix);
      return `${text}: ${fault}`;
    }
    if (Number.isNaN(amount)) return null;
    return suffix === EMPTY ? amount : `${amount} ${units.text(suffix)}`;
  });
}

/** The same, each text by itself. */
function slowly(texts: readonly string[]): Read[] {
  return texts.map((text) => {
    const bare = text.replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '').trim();
    if (bare === '') return null;
    const parsed = parseQuantity(bare);
    if (!parsed.ok) return `${text}: ${parsed.fault}`;
    const unit = matchable(parsed.suffix);
    return unit === '' ? parsed.value : `${parsed.value} ${unit}`;
  });
}

describe('a quantity', () => {
  test('is millionths, with the unit that is written behind it', () => {
    expect(read(['12', '0.5', '1,200', '３箱', '3.6万只', '12 套', '-2'])).toEqual([
      12_000_000,
      500_000,
      1_200_000_000,
      '3000000 箱',
      '36000000000 只',
      '12000000 套',
      -2_000_000,
    ]);
  });

  test('is none in a blank cell, whatever is blank in it', () => {
    expect(read(['', ' ', '　', '\u200b', '\ufeff \u200d'])).toEqual([null, null, null, null, null]);
  });

  test('that is none is told as it stands, with what is wrong with it', () => {
    expect(read(['few', '1.2.3', '0.1234567', '9007199255', ' x ', 'few'])).toEqual([
      'few: notation',
      '1.2.3: notation',
      '0.1234567: decimals',
      '9007199255: range',
      ' x : notation',
      'few: notation',
    ]);
  });

  test('may have invisible characters in it', () => {
    expect(read(['1\u200b2', '\u20603\ufeff箱'])).toEqual([12_000_000, '3000000 箱']);
  });

  test('is the same each time its spelling comes, and others come between', () => {
    const texts = ['few', 'few', '3箱', 'few', '3箱', ' ', 'x', '４', 'x', '4 盒', '４'];
    expect(read(texts)).toEqual(slowly(texts));
  });

  test('is exact up to the largest that there is', () => {
    const texts = ['9007199253.999999', '9007199254.740991', '9007199254.740992', '9007199254', '9007199253'];
    expect(read(texts)).toEqual(slowly(texts));
  });

  test('is in no row where the file has no such column', () => {
    const quantities = new QuantityColumn(new Names());
    const amounts = new Float64Array(3).fill(5);
    const suffixes = new Int32Array(3).fill(5);
    quantities.fill(column(['1', '2']), -1, amounts, suffixes);
    expect([...amounts]).toEqual([Number.NaN, Number.NaN, 5]);
    expect([...suffixes]).toEqual([EMPTY, EMPTY, 5]);
  });

  test('may stand in the first cell', () => {
    const batch = column(['1']);
    batch.start.copyWithin(0, batch.start.length / 2);
    batch.end.copyWithin(0, batch.end.length / 2);
    const amounts = new Float64Array(1);
    new QuantityColumn(new Names()).fill(batch, 0, amounts, new Int32Array(1));
    expect([...amounts]).toEqual([1_000_000]);
  });
});

test('the kernel reads the same as the plain loop, and both the same as each text by itself', () => {
  const usual = fc.stringMatching(/^\d{0,11}(\.\d{0,8})?$/u);
  const odd = fc.constantFrom(
    'few',
    '1,200',
    '3箱',
    '12 套',
    '-2',
    '.5',
    '9007199253.999999',
    '9007199254',
    ' 7',
    '７',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: usual }, odd), { maxLength: 40 }), (texts) => {
      const expected = slowly(texts);
      expect(withKernel(true, () => read(texts))).toEqual(expected);
      expect(withKernel(false, () => read(texts))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('plain numbers and empty cells need no spelling to be looked up', () => {
  const texts = ['0', '9', '10', '4096', '1234567890', '9007199253', '0.5', '7.000001', '98.765432', '9.9', '', '3.09'];
  expect(read(texts, false)).toEqual(slowly(texts));
});

test('whatever stands in a cell, both ways read the same', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.9-,e 箱万:/;'), maxLength: 12 }),
    fc.tuple(fc.nat(), fc.nat({ max: 9_999_999 })).map(([whole, rest]) => `${whole}.${rest}`),
    fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(String),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (texts) => {
      expect(read(texts)).toEqual(slowly(texts));
    }),
  );
});
