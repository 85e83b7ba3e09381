// Where each row of a ledger stands.

import { describe, expect, test } from 'vitest';
import { RowLog } from '../../src/book/rowlog.js';

function append(made: RowLog, offset: number): void {
  made.offset.reserve(1)[made.length] = offset;
  made.offset.length++;
}

/** Files with so many rows each; row n of all of them stands at offset 10 n. */
function log(...files: readonly (readonly [path: string, rows: number])[]): RowLog {
  const made = new RowLog();
  for (const [path, rows] of files) {
    made.begin({ path, cellOf: Int32Array.of(2, -1) });
    for (let row = 0; row < rows; row++) append(made, made.length * 10);
  }
  return made;
}

describe('a row stands in its file', () => {
  test('however many rows the files have, none among them', () => {
    const made = log(['a', 0], ['b', 3], ['c', 1], ['d', 0], ['e', 0], ['f', 2], ['g', 0]);
    const files = Array.from({ length: made.length }, (_, row) => made.fileOf(row).path);
    expect(files).toEqual(['b', 'b', 'b', 'c', 'f', 'f']);
    expect(Array.from({ length: made.length }, (_, row) => made.fileIndex(row))).toEqual([1, 1, 1, 2, 5, 5]);
    expect([...made.runs()].map(({ file, from, to }) => [file.path, from, to])).toEqual([
      ['a', 0, 0],
      ['b', 0, 3],
      ['c', 3, 4],
      ['d', 4, 4],
      ['e', 4, 4],
      ['f', 4, 6],
      ['g', 6, 6],
    ]);
  });

  test('at its record, in the cell of its column, or as a whole where the file has no such column', () => {
    const made = log(['a', 1], ['b', 2]);
    expect(made.recordPlace(2)).toEqual({ kind: 'record', file: 'b', record: 20 });
    expect(made.cellPlace(2, 0)).toEqual({ kind: 'cell', file: 'b', record: 20, cell: 2 });
    expect(made.cellPlace(0, 1)).toEqual({ kind: 'record', file: 'a', record: 0 });
    made.begin({ path: 'c', cellOf: Int32Array.of(0) });
    append(made, 70);
    expect(made.cellPlace(3, 0)).toEqual({ kind: 'cell', file: 'c', record: 70, cell: 0 });
  });
});
