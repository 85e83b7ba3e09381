// The bytes that a seal speaks of, and the digests of a file and of its lines.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { asNumbers, canonical, lineDigests, lineStarts, sha256 } from '../../src/seal/canonical.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shown = (data: Uint8Array): string => Buffer.from(data).toString('latin1');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

describe('the canonical bytes', () => {
  test.each([
    ['a,b\n', 'a,b\n'],
    ['a\r\nb\r\n', 'a\nb\n'],
    ['\xef\xbb\xbfa\n', 'a\n'],
    ['\xef\xbb\xbfa\r\n', 'a\n'],
    // A return that no newline follows is part of the text.
    ['a\rb\n', 'a\rb\n'],
    ['a\r', 'a\r'],
    ['a\r\r\n', 'a\r\n'],
    // Two bytes of a mark are no mark, and neither is one further in.
    ['\xef\xbba', '\xef\xbba'],
    ['\xef\xbfa', '\xef\xbfa'],
    ['\xbb\xbfa', '\xbb\xbfa'],
    ['xx\xbfa', 'xx\xbfa'],
    ['x\xbb\xbfa', 'x\xbb\xbfa'],
    ['\r\na', '\na'],
    ['\xefx\xbfa', '\xefx\xbfa'],
    ['a\xef\xbb\xbf', 'a\xef\xbb\xbf'],
    ['', ''],
  ])('of %j are %j', (text, expected) => {
    expect(shown(canonical(Buffer.from(text, 'latin1')))).toBe(expected);
  });
});

test('a digest names its kind, as sha256sum gives it', () => {
  expect(sha256(bytes(''))).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

describe('the lines of a text', () => {
  test.each([
    ['a\nbc\n', [0, 2, 5]],
    ['a\nbc', [0, 2, 4]],
    ['\n\n', [0, 1, 2]],
    ['a', [0, 1]],
    ['', [0]],
  ])('%j begin at %j', (text, starts) => {
    expect(lineStarts(bytes(text))).toEqual(starts);
  });

  test('of a stretch are those within it', () => {
    expect(lineStarts(bytes('a\nb\nc\nd\n'), 2, 6)).toEqual([2, 4, 6]);
    expect(lineStarts(bytes('a\nb\nc\nd\n'), 2, 5)).toEqual([2, 4, 5]);
    // The newline at the end of the stretch is not in it.
    expect(lineStarts(bytes('ab\ncd\n'), 0, 2)).toEqual([0, 2]);
  });

  test('have four bytes each of the digest of what stands before the newline', () => {
    const expected = Buffer.concat(['b', 'cd'].map((line) => digest(line).subarray(0, 4)));
    expect(Buffer.from(lineDigests(bytes('a\nb\ncd'), 2, 6))).toEqual(expected);
    expect(Buffer.from(lineDigests(bytes('a\nb\ncd\n'), 2, 7))).toEqual(expected);
    expect(lineDigests(bytes('a\n'), 2, 2)).toHaveLength(0);
  });

  test('are compared as numbers, wherever the digests lie in memory', () => {
    const digests = lineDigests(bytes('a\nb\n'), 0, 4);
    const expected = ['a', 'b'].map((line) => digest(line).readUInt32BE(0));
    expect(asNumbers(digests)).toEqual(expected);
    const within = new Uint8Array([9, 9, ...digests, 9]);
    expect(asNumbers(within.subarray(2, 10))).toEqual(expected);
    // Less than a whole digest is none.
    expect(asNumbers(within.subarray(2, 9))).toEqual(expected.slice(0, 1));
  });
});
