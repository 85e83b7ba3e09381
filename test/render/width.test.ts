// Width of text in a terminal, cutting and wrapping.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutTo, padTo, textWidth } from '../../src/render/terminal/width.js';
import { wrap, wrapEvenly } from '../../src/render/terminal/wrap.js';

test.each([
  ['abc', 3],
  ['防护服', 6],
  ['N95口罩', 7],
  ['（）', 4],
  ['“”…', 3],
  ['ｱｲｳ', 3],
  ['한국', 4],
  ['e\u0301', 1],
  ['😷', 2],
  ['👨‍👩‍👧', 2],
  ['👍🏽', 2],
  ['❤️', 2],
  ['🇨🇳', 2],
  ['𠮷', 2],
  ['─×·℃', 4],
  ['', 0],
])('%s takes %d columns', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test('a text is cut between characters, never within one', () => {
  expect(cutTo('医用防护服', 10)).toBe('医用防护服');
  expect(cutTo('医用防护服', 9)).toBe('医用防护…');
  expect(cutTo('医用防护服', 8)).toBe('医用防…');
  expect(cutTo('医用', 1)).toBe('…');
  expect(cutTo('医用', 0)).toBe('');
});

test('blanks fill up what is missing, on either side', () => {
  expect(padTo('套', 4, false)).toBe('套  ');
  expect(padTo('套', 4, true)).toBe('  套');
});

describe('wrapping', () => {
  test('breaks between words and between Chinese characters', () => {
    expect(wrap('As of 12 January: 36,000 items', 12)).toEqual(['As of 12', 'January:', '36,000 items']);
    expect(wrap('累计配送防护物资', 8)).toEqual(['累计配送', '防护物资']);
  });

  test('no line begins with a comma or ends with an opening bracket', () => {
    expect(wrap('防护物资，核酸', 8)).toEqual(['防护物', '资，核酸']);
    expect(wrap('物资件（36件）', 8)).toEqual(['物资件', '（36件）']);
  });

  test('headings break evenly', () => {
    expect(wrapEvenly('昨日结存', 6)).toEqual(['昨日', '结存']);
    expect(wrapEvenly('昨日结存', 8)).toEqual(['昨日结存']);
  });

  test('whatever the text, every line fits and nothing is lost but blanks', () => {
    const texts = fc.array(fc.constantFrom('防', '护', '，', '（', '）', 'a', 'bc', ' ', '36,000', '😷', 'e\u0301'));
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrap(text, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
