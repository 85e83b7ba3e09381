// Identity numbers and telephones: found wherever they stand, shown to nobody who did not ask.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityNumberIn, isIdentityNumber, maskPersonal, maskPhone } from '../../src/core/personal.js';
import { checkedBook, found } from './book.js';

// The example of GB 11643, and the one of the manual: nobody's.
const numbers = ['110101190001010014', '11010519491231002X'];

describe('identity numbers', () => {
  test('the check character decides', () => {
    for (const number of numbers) expect(isIdentityNumber(number)).toBe(true);
    expect(isIdentityNumber('110101190001010010')).toBe(false);
    expect(isIdentityNumber('110101190013010014')).toBe(false);
    expect(identityNumberIn(`${numbers[0]}1`)).toBeNull();
  });

  test('are eighteen characters with a date of birth in them, and nothing else', () => {
    // Each of these has the right check character.
    const made = (body: string): string => {
      const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
      const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
      return `${body}${'10X98765432'[sum % 11]}`;
    };
    const born = (date: string): string => made(`110101${date}001`);
    for (const date of ['18500101', '20991231', '19000131']) expect(isIdentityNumber(born(date)), date).toBe(true);
    for (const date of ['18491231', '21000101', '19000001', '19001301', '19000100', '19000132'])
      expect(isIdentityNumber(born(date)), date).toBe(false);
    expect(isIdentityNumber(made('01010119000101001'))).toBe(false);
    for (const text of ['', `${numbers[0]}1`, `1${numbers[0]}`, ` ${numbers[0]}`, numbers[0]!.slice(1)])
      expect(isIdentityNumber(text), text).toBe(false);
  });

  test('may end in a small x', () => {
    expect(isIdentityNumber(numbers[1]!.toLowerCase())).toBe(true);
  });

  test('any slip of one digit is noticed', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
        const number = numbers[0] ?? '';
        fc.pre(number[at] !== String(digit));
        expect(isIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('are found before shorter numbers and after them, wherever those stand', () => {
    const notes = [
      ...numbers.map((number) => `${number}${'x'.repeat(15)}5`),
      ...numbers.map((number) => `${'x'.repeat(16)}5 ${number}`),
      ...numbers.map((number) => `${'x'.repeat(33)}5x${number}`),
    ];
    const rows = notes.map((note, n) => `P${n},somebody,${note}`);
    const checked = checkedBook({ 'staff.csv': ['staff,name,note', ...rows, 'Q1,nobody,12345678901234567'] });
    expect(found(checked)).toEqual(
      notes.map((_, n) => expect.stringMatching(`^staff.csv:${n + 2}:.* staff/personal-data`)),
    );
  });

  test('in any cell of any ledger or register, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers, '１１０１０１１９０００１０１００１４'),
        fc.stringMatching(/^[a-z\u4e00-\u9fa5（：，]{0,30}$/u),
        fc.stringMatching(/^[a-wyz\u4e00-\u9fa5）。]{0,30}$/u),
        fc.boolean(),
        (number, before, after, quoted) => {
          const text = `${before}${number}${after}`;
          const checked = checkedBook({
            'staff.csv': ['staff,name,note', `P1,one,${quoted ? `"${text}"` : text}`],
          });
          expect(found(checked)).toEqual(['staff.csv:2:8 staff/personal-data']);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the finding does not say it again', () => {
    const { diagnostics } = checkedBook({ 'staff.csv': ['staff,name,note', `P1,one,${numbers[1]}`] });
    for (const lang of ['zh', 'en'] as const) {
      const { message, hint } = diagnostics[0]?.tell(lang) ?? { message: '', hint: '' };
      expect(message + hint).not.toContain('19491231');
      expect(message).toContain('110105********002X');
    }
  });

  test('a waybill number is none', () => {
    expect(found(checkedBook({ 'staff.csv': ['staff,name,note', 'P1,one,SF110101190001010010'] }))).toEqual([]);
  });
});

describe('what is shown', () => {
  test('telephones', () => {
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('138 1234 1234')).toBe('138 **** 1234');
    expect(maskPhone('0571-8765432')).toBe('057*-***5432');
    expect(maskPhone('66123')).toBe('***23');
    expect(maskPhone('6612345')).toBe('*****45');
    expect(maskPhone('66123456')).toBe('661*3456');
    expect(maskPhone('无')).toBe('无');
    expect(maskPhone('')).toBe('');
  });

  test('only what is a number of somebody: an order number of the same length stays', () => {
    expect(maskPersonal('110101190001010010,12812341234,138123412345')).toBe(
      '110101190001010010,12812341234,138123412345',
    );
  });

  test('a line of a file keeps its length', () => {
    const line = `P1,王芳,13812341234,${numbers[0]},CK20220112-001`;
    expect(maskPersonal(line)).toBe('P1,王芳,138****1234,110101********0014,CK20220112-001');
  });
});
