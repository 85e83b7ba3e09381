// Columns that grow: what was put in is there, in its place, however often room had to be made.

import { describe, expect, test } from 'vitest';
import { Float64Vector, Int32Vector, Uint8Vector, Uint32Vector } from '../../src/core/vector.js';

describe.each([
  ['whole numbers with a sign', () => new Int32Vector(), 2 ** 31],
  ['whole numbers', () => new Uint32Vector(), 2 ** 32],
  ['bytes', () => new Uint8Vector(), 256],
  ['numbers', () => new Float64Vector(), 2 ** 53],
])('a column of %s', (_, make, end) => {
  const value = (n: number): number => (n * 7919) % end;

  /** Puts numbers in, a stretch at a time, as the reader does. */
  function filled(...stretches: readonly number[]): number[] {
    const column = make();
    for (const count of stretches) {
      const data = column.reserve(count);
      expect(data).toBe(column.data);
      for (let n = 0; n < count; n++) data[column.length + n] = value(column.length + n);
      column.length += count;
    }
    return Array.from(column.data.subarray(0, column.length));
  }

  test.each([[[10]], [[1024]], [[1025]], [[1000, 24, 1]], [[1024, 1, 1024, 1, 4000]], [[5000, 1]]])(
    'of %j keeps all of it',
    (stretches) => {
      const count = stretches.reduce((sum, each) => sum + each, 0);
      expect(filled(...stretches)).toEqual(Array.from({ length: count }, (_each, n) => value(n)));
    },
  );

  test('has room for what was asked for, and is not moved while there is room', () => {
    const column = make();
    const first = column.reserve(1);
    column.length = 1;
    expect(column.reserve(first.length - 1)).toBe(first);
    expect(column.reserve(first.length)).not.toBe(first);
    expect(column.data.length).toBeGreaterThan(first.length);
  });

  test('may begin in memory of somebody else, and leaves it when it grows', () => {
    const column = make();
    const size = column.data.BYTES_PER_ELEMENT;
    const memory = new ArrayBuffer(size * 6);
    const asked: number[] = [];
    const allocate = (bytes: number) => {
      asked.push(bytes);
      return size * 2;
    };
    column.startIn({ buffer: memory, allocate }, 4);
    expect(asked).toEqual([size * 4]);
    column.reserve(4).fill(7);
    column.length = 4;
    expect([column.data.buffer, column.data.byteOffset, column.data.length]).toEqual([memory, size * 2, 4]);
    const grown = column.reserve(1);
    expect(grown.buffer).not.toBe(memory);
    expect(Array.from(grown.subarray(0, 4))).toEqual([7, 7, 7, 7]);
  });

  test('doubles when it grows, so that a row more is not a copy more', () => {
    const column = make();
    column.length = column.data.length;
    expect(column.reserve(1)).toHaveLength(2 * column.length);
    expect(make().reserve(100_000)).toHaveLength(100_000);
  });
});

test.each([
  ['whole numbers', () => new Int32Vector()],
  ['numbers', () => new Float64Vector()],
  ['flags', () => new Uint8Vector()],
])('a value more in a column of %s says where it is', (_, make) => {
  const column = make();
  const places = Array.from({ length: 3000 }, (_each, n) => column.push(n % 256));
  expect(places).toEqual(Array.from({ length: 3000 }, (_each, n) => n));
  expect(column.length).toBe(3000);
  expect(column.data[2999]).toBe(2999 % 256);
});
