import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/core/nearest.js';

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

  test('case, width and zero-width characters make no difference', () => {
    expect(nearest('ｐｐｅ-suit\u200b', ['PPE-SUIT', 'PPE-SUITS'])).toEqual(['PPE-SUIT', 'PPE-SUITS']);
  });

  test('no more are named than asked for, ties in code-unit order, none twice', () => {
    expect(nearest('S009', ['S003', 'S001', 'S002', 'S001', 'S004'])).toEqual(['S001', 'S002', 'S003']);
    expect(nearest('S009', ['S003', 'S001', 'S002'], 1)).toEqual(['S001']);
  });

  test('nothing is near to nothing', () => {
    expect(nearest('', ['a'])).toEqual([]);
    expect(nearest('\u200b ', ['a'])).toEqual([]);
    expect(nearest('防护服', [])).toEqual([]);
  });

  test('among ten thousand names the one that was meant comes first', () => {
    const known = Array.from({ length: 10_000 }, (_, i) => `${i % 2 === 0 ? '金华市第' : 'SITE-'}${i}号隔离点`);
    expect(nearest('金华市第42号隔离店', known)[0]).toBe('金华市第42号隔离点');
  });
});
