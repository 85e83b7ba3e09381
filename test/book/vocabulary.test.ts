// Names that stand for themselves (documents, lots, units): spellings that match are one number.

import { describe, expect, test } from 'vitest';
import { AMBIGUOUS, EMPTY, Names, UNKNOWN, Vocabulary } from '../../src/book/vocabulary.js';

describe('names', () => {
  test('are one number however they are written, and their text is the form that is matched', () => {
    const names = new Names();
    const first = names.of('ＣＫ1');
    expect(['CK1', ' CK1 ', 'C\u200bK1'].map((raw) => names.text(names.of(raw)))).toEqual(['CK1', 'CK1', 'CK1']);
    expect(new Set(['ＣＫ1', 'CK1', ' CK1 ', 'C\u200bK1'].map((raw) => names.of(raw)))).toEqual(new Set([first]));
    expect(names.of('CK2')).not.toBe(first);
    expect(names.text(names.of('CK2'))).toBe('CK2');
  });

  test('may be met in the form that is matched before or after another', () => {
    const names = new Names();
    const plain = names.of('防护服');
    expect(names.of(' 防护服')).toBe(plain);
    expect(names.of('手 套')).not.toBe(plain);
    expect(names.of('手 套　')).toBe(names.of('手 套'));
  });

  test('of nothing but blanks are none', () => {
    const names = new Names();
    expect(['', ' ', '　', '\u200b'].map((raw) => names.of(raw))).toEqual([EMPTY, EMPTY, EMPTY, EMPTY]);
    expect(names.text(EMPTY)).toBe('');
  });

  test('are ordered by their text, none first', () => {
    const names = new Names();
    const [b, a, c] = ['B1', 'A2', '防'].map((raw) => names.of(raw));
    const sign = (x = 0, y = 0): number => Math.sign(names.compare(x, y));
    expect([sign(a, b), sign(b, a), sign(a, a), sign(b, c)]).toEqual([-1, 1, 0, -1]);
    expect([sign(EMPTY, a), sign(a, EMPTY), sign(EMPTY, EMPTY)]).toEqual([-1, 1, 0]);
  });

  test('that end in a number are told with it, once each, whatever their spellings', () => {
    const names = new Names();
    for (const raw of ['CK-007', ' CK-007', 'CK-8', 'RK-1', 'note']) names.of(raw);
    const told: [string, number][] = [];
    const prefixes = new Map<string, number>();
    names.numbered((id, prefix, value) => {
      told.push([names.text(id), value]);
      prefixes.set(names.text(id), prefix);
    });
    expect(told.toSorted((a, b) => a[1] - b[1])).toEqual([
      ['RK-1', 1],
      ['CK-007', 7],
      ['CK-8', 8],
    ]);
    expect(prefixes.get('CK-007')).not.toBe(prefixes.get('RK-1'));
  });
});

test('a word is looked up in the form that is matched, and blanks are no word', () => {
  const asked: string[] = [];
  const words = new Vocabulary((text) => {
    asked.push(text);
    return { D1: 4, 库: AMBIGUOUS }[text] ?? UNKNOWN;
  });
  expect(['D1', ' Ｄ1', '库', '?', '', ' '].map((raw) => words.valueOfText(raw))).toEqual([
    4,
    4,
    AMBIGUOUS,
    UNKNOWN,
    EMPTY,
    EMPTY,
  ]);
  expect(asked).toEqual(['D1', 'D1', '库', '?']);
});
