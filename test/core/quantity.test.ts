// Quantities: read as people write them, exact to the millionth, and refused where they would not be.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convert,
  formatGrouped,
  formatQuantity,
  groupedDigits,
  LIMIT,
  ONE,
  parseQuantity,
  quantity,
  ZERO,
} from '../../src/core/quantity.js';

/** What was read, as `amount|suffix`, or why it was not. */
function read(text: string): string {
  const parsed = parseQuantity(text);
  return parsed.ok ? `${formatQuantity(parsed.value)}|${parsed.suffix}` : parsed.fault;
}

describe('notations that are read', () => {
  test.each([
    ['36000', '36000|'],
    ['36,000', '36000|'],
    ['1,234,567.5', '1234567.5|'],
    ['1,200.5', '1200.5|'],
    ['0', '0|'],
    ['0.0', '0|'],
    ['-0', '0|'],
    ['-3', '-3|'],
    ['007', '7|'],
    ['1.10', '1.1|'],
    ['  12  ', '12|'],
    ['１２３', '123|'],
    ['１，２００．５', '1200.5|'],
    ['３　箱', '3|箱'],
    ['3箱', '3|箱'],
    ['3 箱', '3|箱'],
    ['3.6万', '36000|'],
    ['3.6 万', '36000|'],
    ['3.6万只', '36000|只'],
    ['3.6万 只', '36000|只'],
    ['0.0001万', '1|'],
    ['0.0000000001万', '0.000001|'],
    ['1,200万', '12000000|'],
    ['5kg', '5|kg'],
    ['5 m²', '5|m²'],
    ['5 type2', '5|type2'],
    // Whether what follows is a unit is for the caller to say.
    ['2亿', '2|亿'],
    ['0x10', '0|x10'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no quantity', () => {
  test.each([
    '',
    ' ',
    '万',
    '箱3',
    '三箱',
    '①',
    '²',
    '½',
    '.5',
    '+3',
    '--3',
    '1e3',
    '1E3',
    '1,20',
    '1,2000',
    '12,34',
    '1,234,56',
    ',123',
    '1.2.3',
    '3..5',
    '3,,000',
    "3'000",
    '1/2',
    '3*20',
    '3×20',
    '10:30',
    '3-5',
    'NaN',
    'Infinity',
    '٣',
  ])('“%s”', (text) => {
    expect(read(text)).toBe('notation');
  });
});

describe('the edges', () => {
  test('six decimals are exact, a seventh is refused and never rounded', () => {
    expect(read('0.000001')).toBe('0.000001|');
    expect(read('0.0000001')).toBe('decimals');
    expect(read('1.0000000')).toBe('decimals');
    expect(read('0.00000000001万')).toBe('decimals');
  });

  test('the largest quantity is the last whole millionth that a double holds', () => {
    expect(read('9007199254.740991')).toBe('9007199254.740991|');
    expect(read('9007199254.740992')).toBe('range');
    expect(read('-9007199254.740991')).toBe('-9007199254.740991|');
    expect(read('-9007199254.740992')).toBe('range');
    expect(read('900719.9254740991万')).toBe('9007199254.740991|');
    expect(read('900719.9254740992万')).toBe('range');
  });

  test('however long the digits, the answer is a refusal and not a wrong number', () => {
    expect(read('9'.repeat(24))).toBe('range');
    expect(read('9'.repeat(5000))).toBe('range');
    expect(read(`0.${'9'.repeat(5000)}`)).toBe('decimals');
  });

  test('only whole millionths within the range are quantities', () => {
    expect(() => quantity(0.5)).toThrow(RangeError);
    expect(() => quantity(LIMIT + 1)).toThrow(RangeError);
    expect(() => quantity(Number.NaN)).toThrow(RangeError);
    expect(quantity(LIMIT)).toBe(LIMIT);
    expect(ZERO).toBe(0);
  });
});

describe('packs', () => {
  test('are exact, or not converted at all', () => {
    expect(convert(quantity(3 * ONE), quantity(20 * ONE))).toBe(60 * ONE);
    expect(convert(quantity(ONE / 2), quantity(5 * ONE))).toBe(2.5 * ONE);
    expect(convert(quantity(1), quantity(ONE / 2))).toBe('decimals');
    expect(convert(quantity(LIMIT), quantity(2 * ONE))).toBe('range');
    expect(convert(quantity(-LIMIT), quantity(2 * ONE))).toBe('range');
    expect(convert(quantity(LIMIT), quantity(ONE))).toBe(LIMIT);
  });

  test('of less than one are exact too', () => {
    expect(convert(quantity(3 * ONE), quantity(ONE / 2))).toBe(1.5 * ONE);
    expect(convert(quantity(-3 * ONE), quantity(ONE / 2))).toBe(-1.5 * ONE);
    expect(convert(quantity(0), quantity(ONE / 2))).toBe(0);
  });

  test('reach to the very last quantity and no further', () => {
    expect(convert(quantity(LIMIT - 1), quantity(2 * ONE))).toBe('range');
    // 6361 divides the limit, so this comes to it exactly.
    expect(convert(quantity((LIMIT / 6361) * 1000), quantity(6_361_000))).toBe(LIMIT);
    expect(convert(quantity((LIMIT / 6361) * 1000 + 1000), quantity(6_361_000))).toBe('range');
    expect(convert(quantity((LIMIT / 6361) * -1000 - 1000), quantity(6_361_000))).toBe('range');
  });
});

const millionths = fc.integer({ min: -LIMIT, max: LIMIT });

test('thousands are set apart by commas, decimals are not', () => {
  expect(formatGrouped(1_234_567 * ONE)).toBe('1,234,567');
  expect(formatGrouped(-1234.5678 * ONE)).toBe('-1,234.5678');
  expect(formatGrouped(999 * ONE)).toBe('999');
  expect(formatGrouped(0)).toBe('0');
  expect(groupedDigits('12345678901234567890')).toBe('12,345,678,901,234,567,890');
});

test('zero has no sign, read or written', () => {
  const parsed = parseQuantity('-0.000');
  expect(parsed.ok && Object.is(parsed.value, 0)).toBe(true);
  expect(formatQuantity(-0)).toBe('0');
});

describe('whatever the quantity', () => {
  test('what is written is read back, with and without separators', () => {
    fc.assert(
      fc.property(millionths, (value) => {
        expect(read(formatQuantity(value))).toBe(`${formatQuantity(value)}|`);
        expect(parseQuantity(formatGrouped(value))).toEqual({ ok: true, value: value === 0 ? 0 : value, suffix: '' });
      }),
    );
  });

  test('it is written plainly: no trailing zero, no lone point, no minus zero, no exponent', () => {
    fc.assert(
      fc.property(millionths, (value) => {
        expect(formatQuantity(value)).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d{0,5}[1-9])?$/);
        expect(formatQuantity(value)).not.toBe('-0');
      }),
    );
  });

  test('万 is four places, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 9999 }), (wan, rest) => {
        const text = `${wan}.${String(rest).padStart(4, '0')}万`;
        expect(parseQuantity(text)).toEqual({ ok: true, value: (wan * 10_000 + rest) * ONE, suffix: '' });
      }),
    );
  });

  test('converting agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (amount, factor) => {
        const product = BigInt(amount) * BigInt(factor);
        const expected = product % 1_000_000n === 0n ? Number(product / 1_000_000n) : 'decimals';
        const converted = convert(quantity(amount), quantity(factor));
        expect(converted === 0 ? 0 : converted).toBe(expected);
      }),
    );
  });

  test('any text at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseQuantity(text);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.value)).toBe(true);
      }),
    );
  });
});
