// Which way a book is read, and what becomes of the other thread and of a kernel that is full.

import { describe, expect, test, vi } from 'vitest';
import { readIn } from '../../src/book/ways.js';
import type { ReadAhead } from '../../src/source/ahead/consume.js';
import { kernel } from '../../src/source/wasm/kernel.js';

const program = new URL('file:///other.mjs');
const nobody = (): ReadAhead | null => null;
const withKernelOrNot = (): string => (kernel() === null ? 'plain' : 'compiled');

/** More than the kernel can have, in pieces that it could give one by one. */
function fill(): void {
  for (let piece = 0; piece < 64; piece++) kernel()?.call.allocate(2 ** 26);
}

describe('a book is read', () => {
  test('by plain loops or by compiled ones, and the kernel is put away after', () => {
    expect(readIn({ compiled: false, ahead: null }, nobody, withKernelOrNot)).toBe('plain');
    expect(readIn({ compiled: true, ahead: null }, nobody, withKernelOrNot)).toBe('compiled');
    expect(kernel()).toBeNull();
  });

  test('with another thread only where its program is there, and in compiled loops', () => {
    const begin = vi.fn(nobody);
    readIn({ compiled: true, ahead: null }, begin, withKernelOrNot);
    readIn({ compiled: false, ahead: program }, begin, withKernelOrNot);
    expect(begin).not.toHaveBeenCalled();
    expect(readIn({ compiled: true, ahead: program }, begin, withKernelOrNot)).toBe('compiled');
    expect(begin).toHaveBeenCalledExactlyOnceWith(program);
  });

  test('by plain loops from the beginning where the kernel is full', () => {
    const ways: string[] = [];
    const read = (): string => {
      ways.push(withKernelOrNot());
      fill();
      return withKernelOrNot();
    };
    expect(readIn({ compiled: true, ahead: null }, nobody, read)).toBe('plain');
    expect(ways).toEqual(['compiled', 'plain']);
  });

  test('not at all where something else is wrong', () => {
    const read = vi.fn(() => {
      throw new Error('a disk that cannot be read');
    });
    expect(() => readIn({ compiled: true, ahead: null }, nobody, read)).toThrow('a disk that cannot be read');
    expect(read).toHaveBeenCalledOnce();
  });
});
