// Names that stand for themselves (documents, lots, units): spellings that match are one number.

import { describe, expect, test } from 'vitest';
import { AMBIGUOUS, EMPTY, FAULT, Names, UNKNOWN, Vocabulary } from '../../src/book/vocabulary.js';
import { CELL, column } from './column.js';

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
    const { prefixOf, numberOf } = names.numbered();
    for (const [id, prefix] of prefixOf.entries()) {
      if (prefix < 0) continue;
      told.push([names.text(id), numberOf[id] ?? -1]);
      prefixes.set(names.text(id), prefix);
    }
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

describe('a column of words', () => {
  const meant = { D1: 0, D2: 1, 库: AMBIGUOUS } as const;
  const isKnown = (text: string): text is keyof typeof meant => Object.hasOwn(meant, text);

  function words() {
    const asked: string[] = [];
    const vocabulary = new Vocabulary((text) => {
      asked.push(text);
      return isKnown(text) ? meant[text] : UNKNOWN;
    });
    const read = (...texts: readonly string[]): number[] => {
      const out = new Int32Array(texts.length + 1).fill(7);
      vocabulary.fill(column(texts), CELL, out);
      expect(out.at(-1), 'nothing is written beyond the last row').toBe(7);
      return [...out.subarray(0, texts.length)];
    };
    return { asked, vocabulary, read };
  }

  test('is what each word means, asked once for each spelling', () => {
    const { asked, read } = words();
    expect(read('D2', '', 'D1', 'D2', ' D1', '　')).toEqual([1, EMPTY, 0, 1, 0, EMPTY]);
    expect(read('D1', 'D2', ' D1')).toEqual([0, 1, 0]);
    expect(asked).toEqual(['D2', 'D1', 'D1']);
  });

  test('tells words that mean nothing apart, as they stand, and whether they might mean several', () => {
    const { vocabulary, read } = words();
    const [one = 0, again = 0, other = 0, several = 0] = read('D9 ', 'D9 ', 'D8', '库');
    expect([one <= FAULT, other <= FAULT, several <= FAULT, one === again]).toEqual([true, true, true, true]);
    expect([one, other, several].map((value) => vocabulary.faultText(value))).toEqual(['D9 ', 'D8', '库']);
    expect([one, other, several].map((value) => vocabulary.isAmbiguous(value))).toEqual([false, false, true]);
  });

  test('is empty in a file without the column', () => {
    const { vocabulary } = words();
    const out = new Int32Array(3).fill(7);
    vocabulary.fill(column(['D1', 'D2']), -1, out);
    expect([...out]).toEqual([EMPTY, EMPTY, 7]);
  });

  test('may be the first', () => {
    const { vocabulary } = words();
    const batch = column(['D2']);
    batch.start.copyWithin(0, batch.start.length / 2);
    batch.end.copyWithin(0, batch.end.length / 2);
    const out = new Int32Array(1);
    vocabulary.fill(batch, 0, out);
    expect([...out]).toEqual([1]);
  });
});

describe('a column of names', () => {
  test('has a number for each name, whatever its spellings, met in a column or asked for by itself', () => {
    const names = new Names();
    names.expect(10);
    const asked = names.of('CK2');
    const out = new Int32Array(6);
    names.fill(column(['CK1', ' CK1', 'ＣＫ2', '', ' ', 'CK1']), CELL, out);
    const [first, spaced, wide, empty, blank, again] = out;
    expect([first === spaced, first === again, wide === asked, empty, blank]).toEqual([true, true, true, EMPTY, EMPTY]);
    expect([first, wide].map((id) => names.text(id ?? -1))).toEqual(['CK1', 'CK2']);
    expect(names.size).toBeGreaterThanOrEqual(2);
  });

  test('in other forms than they are matched in keep their numbers when more come', () => {
    const names = new Names();
    const texts = ['Ａ1', 'Ｂ1', 'A1', ' Ｂ1', 'Ｃ1', 'C1 ', 'B1', '防 1', '防 1　'];
    const ids = texts.map((text) => names.of(text));
    expect(ids.map((id) => names.text(id))).toEqual(['A1', 'B1', 'A1', 'B1', 'C1', 'C1', 'B1', '防 1', '防 1']);
    expect(texts.map((text) => names.of(text))).toEqual(ids);
    expect(new Set(ids).size).toBe(4);
  });
});
