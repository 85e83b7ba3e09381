import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/core/nearest.js';

/** Edits from one word to the other, worked out cell by cell: insert, delete, replace, swap of neighbours. */
function distance(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => cells[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const ways = [i === 0 ? j : at(i - 1, j) + 1, j === 0 ? i : at(i, j - 1) + 1];
      if (i > 0 && j > 0) ways.push(at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) ways.push(at(i - 2, j - 2) + 1);
      cells[i]![j] = Math.min(...ways);
    }
  }
  return at(a.length, b.length);
}

describe('the names nearest to a word nobody knows', () => {
  test('a slip of the pen is forgiven: a letter wrong, missing, added, or two swapped', () => {
    const known = ['title', 'language', 'timezone'];
    for (const word of ['titel', 'titl', 'titlle', 'tilte', 'tytle']) expect(nearest(word, known)).toEqual(['title']);
  });

  test('a key of another word at the end is still found', () => {
    expect(nearest('delivery-days', ['count-every-days', 'delivery-hours', 'cover-days'])[0]).toBe('delivery-hours');
  });

  test('in a short Chinese name one character may be wrong', () => {
    expect(nearest('防护衣', ['防护服', '隔离衣', '护目镜'])).toEqual(['防护服']);
  });

  test('a part of a name stands for it, the shorter name first', () => {
    expect(nearest('防护服', ['一次性医用防护服', '医用防护服', '面屏'])).toEqual(['医用防护服', '一次性医用防护服']);
    expect(nearest('医用防护口罩N95', ['防护口罩'])).toEqual(['防护口罩']);
  });

  test('one character in common is no likeness', () => {
    expect(nearest('衣', ['隔离衣', '雨衣'])).toEqual([]);
    expect(nearest('a', ['b', 'ab'])).toEqual([]);
    expect(nearest('米', ['大米'])).toEqual([]);
  });

  test('in a word of two to four letters one may be wrong or two swapped, from five on two, from nine on a third', () => {
    const slips = { 2: 1, 3: 1, 4: 1, 5: 2, 8: 2, 9: 3, 11: 3, 12: 4, 15: 5, 18: 5, 21: 5 };
    for (const [length, most] of Object.entries(slips)) {
      // Letters that no two places share, so that nothing but the slips is between the two.
      const name = 'abcdefghijklmnopqrstu'.slice(0, Number(length));
      expect(nearest(`${'0'.repeat(most)}${name.slice(most)}`, [name]), length).toEqual([name]);
      expect(nearest(`${'0'.repeat(most + 1)}${name.slice(most + 1)}`, [name]), length).toEqual([]);
    }
    expect(nearest('bacd', ['abcd'])).toEqual(['abcd']);
    expect(nearest('ba', ['ab'])).toEqual(['ab']);
  });

  test('the one with fewer slips is named first', () => {
    expect(nearest('abcdef', ['abcxyf', 'abcdex'])).toEqual(['abcdex', 'abcxyf']);
    expect(nearest('abcdef', ['abcdef', 'abcdex', 'badcef'])).toEqual(['abcdef', 'abcdex', 'badcef']);
  });

  test('the word itself is nearer than what it is a part of, and that nearer than two slips', () => {
    const known = ['abcdexy', 'abxyef', 'abcdef', 'abcdef-and-more'];
    expect(nearest('abcdef', known, 9)).toEqual(['abcdef', 'abcdef-and-more', 'abcdexy', 'abxyef']);
  });

  test('a letter more at its end is one slip, not the part of a longer name', () => {
    expect(nearest('abcdef', ['abcdex', 'abcdefg'])).toEqual(['abcdefg', 'abcdex']);
  });

  test('a part has to say something: two characters of Chinese, three letters', () => {
    expect(nearest('手套', ['一次性橡胶手套'])).toEqual(['一次性橡胶手套']);
    expect(nearest('一次性橡胶手套', ['手套', '套'])).toEqual(['手套']);
    expect(nearest('kit', ['sampling-kit'])).toEqual(['sampling-kit']);
    expect(nearest('it', ['sampling-kit'])).toEqual([]);
    expect(nearest('sampling-kit', ['it'])).toEqual([]);
  });

  test('among names that it is a part of, the shorter comes first, however much longer both are', () => {
    expect(nearest('口罩', ['一次性使用医用外科口罩（无菌独立包装）', '一次性使用医用外科口罩（无菌）'])).toEqual([
      '一次性使用医用外科口罩（无菌）',
      '一次性使用医用外科口罩（无菌独立包装）',
    ]);
  });

  test('whatever two words: the second is named where few enough edits lie between, counted the long way', () => {
    const word = fc.stringMatching(/^[abc]{5,9}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(!a.includes(b) && !b.includes(a));
        const allowed = Math.min(5, Math.max(2, Math.floor(a.length / 3)));
        expect(nearest(a, [b])).toEqual(distance(a, b) <= allowed ? [b] : []);
      }),
      { numRuns: 2_000 },
    );
  });

  test('case, width and zero-width characters make no difference', () => {
    expect(nearest('ｐｐｅ-suit\u200b', ['PPE-SUIT', 'PPE-SUITS'])).toEqual(['PPE-SUIT', 'PPE-SUITS']);
  });

  test('no more are named than asked for, ties in code-unit order, none twice', () => {
    expect(nearest('S009', ['S003', 'S001', 'S002', 'S001', 'S004'])).toEqual(['S001', 'S002', 'S003']);
    expect(nearest('S009', ['S003', 'S001', 'S002'], 1)).toEqual(['S001']);
  });

  test('nothing is near to nothing', () => {
    expect(nearest('', ['a'])).toEqual([]);
    expect(nearest('', ['', 'a'])).toEqual([]);
    expect(nearest('\u200b ', ['a'])).toEqual([]);
    expect(nearest('防护服', [])).toEqual([]);
  });

  test('among ten thousand names the one that was meant comes first', () => {
    const known = Array.from({ length: 10_000 }, (_, i) => `${i % 2 === 0 ? '金华市第' : 'SITE-'}${i}号隔离点`);
    expect(nearest('金华市第42号隔离店', known)[0]).toBe('金华市第42号隔离点');
  });
});
