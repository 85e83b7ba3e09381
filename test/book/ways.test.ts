// A book is read by plain loops or by compiled ones: both give the same book, with the same complaints about it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { books } from '../model/books.js';
import { compiled, damage, damaged, plain, told } from './bothways.js';

describe('the compiled loops', () => {
  test('read any book, sound or damaged, as the plain ones do', () => {
    fc.assert(
      fc.property(books(), fc.array(damage, { maxLength: 6 }), ({ files }, marks) => {
        const workspace = memoryWorkspace(damaged(files, marks));
        expect(told(workspace, compiled)).toEqual(told(workspace, plain));
      }),
      { numRuns: Number(process.env.MODEL_RUNS ?? 120) },
    );
  });
});
