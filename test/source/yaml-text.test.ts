// The library counts the units of a text, files are told in bytes: the way from one to the other, held to counting anew.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YamlText } from '../../src/source/yaml/text.js';

function textOf(text: string): YamlText {
  return new YamlText('a.yaml', new TextEncoder().encode(text));
}

/** The last characters before each length of UTF-8 becomes another, and the first after it. */
const character = fc.constantFrom(
  'a',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '😀',
  '\u{10000}',
  '\u{10fc00}',
  '\u{10ffff}',
  ' ',
  '\n',
);
const plain = fc.constantFrom('a', 'b', ' ', '\n');
const written = fc
  .tuple(fc.constantFrom(character, plain), fc.integer({ min: 0, max: 700 }))
  .chain(([unit, length]) => fc.array(unit, { minLength: length, maxLength: length + 20 }));

test('a place is where its characters are, whatever stands before them, and ends with its line', () => {
  fc.assert(
    fc.property(written, fc.nat(730), fc.nat(40), fc.boolean(), (characters, from, length, backwards) => {
      const units = (count: number) => characters.slice(0, count).join('').length;
      const bytes = (count: number) => Buffer.byteLength(characters.slice(0, count).join(''));
      const text = textOf(characters.join(''));
      const first = Math.min(from, characters.length);
      let last = Math.min(first + length, characters.length);
      const newline = characters.indexOf('\n', first);
      if (newline >= 0 && newline < last) last = newline;
      while (last > first + 1 && /\s/u.test(characters[last - 1] ?? '')) last--;
      const end = units(first) + characters.slice(first, first + length).join('').length;
      if (backwards) text.place(units(characters.length), units(characters.length));
      expect(text.place(units(first), end)).toEqual({
        kind: 'bytes',
        file: 'a.yaml',
        start: bytes(first),
        end: bytes(last),
      });
    }),
    { numRuns: 400 },
  );
});

test('a place behind the end is at the end, and one that ends before it begins is empty', () => {
  expect(textOf('a防').place(7, 9)).toMatchObject({ start: 4, end: 4 });
  expect(textOf('a防b').place(2, 1)).toMatchObject({ start: 4, end: 4 });
  expect(textOf('ab\ncd').place(2, 5)).toMatchObject({ start: 2, end: 2 });
});

describe('the line of an offset', () => {
  test('is found from anywhere on it, its end included', () => {
    const text = textOf('一: 1\n\n二: 2\n三');
    const lines = Array.from({ length: 13 }, (_, offset) => text.lineAt(offset));
    expect(lines).toEqual([...Array(5).fill('一: 1'), '', ...Array(5).fill('二: 2'), '三', '三']);
  });
});

describe('marks of a merge', () => {
  const marked = (text: string) =>
    textOf(text)
      .conflictMarkers()
      .map((place) => (place.kind === 'bytes' ? text.slice(place.start, place.end) : place.kind));

  test('are the lines that begin with seven of a kind, the last one too', () => {
    expect(marked('<<<<<<< a\n|||||||\r\n=======\n>>>>>>> b')).toEqual([
      '<<<<<<< a',
      '|||||||',
      '=======',
      '>>>>>>> b',
    ]);
    expect(marked('a\n=======')).toEqual(['=======']);
    expect(marked('========\n<<<<<<<a\n ======= \na =======\n======\n<<<=<<< a')).toEqual([]);
  });
});
