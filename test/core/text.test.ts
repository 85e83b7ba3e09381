// Text from a book: in the form in which it is matched, and in the form in which it can be shown without doing harm.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText, matchable, quoted, visible, visibleLines } from '../../src/core/text.js';

describe('matching', () => {
  test.each([
    ['  防护服 ', '防护服'],
    ['防护服　', '防护服'],
    ['\u00a0防护服', '防护服'],
    ['防\u200b护服\ufeff', '防护服'],
    ['ＰＰＥ－ＳＵＩＴ', 'PPE-SUIT'],
    ['（大）', '(大)'],
    ['①', '1'],
    ['ﬁ', 'fi'],
    ['e\u0301', 'é'],
    ['\u200b', ''],
    ['a b', 'a b'],
    [' a', 'a'],
    ['a ', 'a'],
    ['!~', '!~'],
    ['a\u007f', 'a\u007f'],
  ])('%j is matched as %j', (raw, expected) => {
    expect(matchable(raw)).toBe(expected);
  });

  test('is stable: matching again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(matchable(matchable(raw))).toBe(matchable(raw));
      }),
    );
  });
});

describe('showing', () => {
  test.each([
    ['\u001b[31m红', '\\u001b[31m红'],
    ['a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['\u202eabc', '\\u202eabc'],
    ['a\u200bb', 'a\\u200bb'],
    ['\u0000', '\\u0000'],
    ['\u0085\u2028', '\\u0085\\u2028'],
    ['\u{e0041}\u{1d173}', '\\u{e0041}\\u{1d173}'],
    ['\uffff', '\\uffff'],
    ['防护服（箱）', '防护服（箱）'],
    ['👨‍⚕️', '👨\\u200d⚕️'],
  ])('%j is shown as %j', (raw, expected) => {
    expect(visible(raw)).toBe(expected);
  });

  test('whatever the text, nothing is left that acts on a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(visible(raw)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('what is long is cut between characters, and says so', () => {
    expect(quoted('口'.repeat(60))).toBe('口'.repeat(60));
    expect(quoted('口'.repeat(61))).toBe(`${'口'.repeat(59)}…`);
    expect(quoted('😷'.repeat(61))).toBe(`${'😷'.repeat(59)}…`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 80 }), (raw, most) => {
        expect([...quoted(raw, most)].length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test('a text of several lines keeps them, and what is hidden in each is shown', () => {
  expect(visibleLines('一\u200b\n二\r\n三')).toBe('一\\u200b\n二\\r\n三');
  expect(visibleLines('one\ntwo')).toBe('one\ntwo');
});

test('the order of texts is that of their code units, the same on every machine', () => {
  expect(['b', 'a', 'B', '防', 'é', '10', '9'].sort(compareText)).toEqual(['10', '9', 'B', 'a', 'b', 'é', '防']);
});

test('of two texts one comes first, the other after it, and a text is equal to itself only', () => {
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
});
