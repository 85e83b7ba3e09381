// Tables of spellings that stand beside each other, and texts that meet in one place of a table: each is kept apart.

import { describe, expect, test } from 'vitest';
import { Int32Vector } from '../../src/core/vector.js';
import { type Batch, STRIDE } from '../../src/source/csv/batch.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { hashCell, Interner, SLACK } from '../../src/source/intern.js';
import { float64Rows, int32Rows, makeSpellings } from '../../src/source/spellings.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';
import { splitOf } from './split.js';

/** The batches of a table of two columns, each looked at while it stands. */
function batchesOf(rows: readonly (readonly [string, string])[], look: (batch: Batch) => void): void {
  const text = `a,b\n${rows.map((cells) => `${cells.join(',')}\n`).join('')}`;
  const sink = { header() {}, batch: look, multiline: () => false, restart() {} };
  new CsvReader().read(bytesSource(new TextEncoder().encode(text)), sink);
}

describe.each([
  ['in plain loops', false],
  ['in compiled loops', true],
])('%s', (_, compiled) => {
  test('columns that learn by the thousand, in turns, do not get in each other’s way', () => {
    withKernel(compiled, () => {
      const columns = [3, 5, 7].map((factor) => ({ factor, spellings: makeSpellings(), values: new Int32Vector() }));
      const out = new Int32Array(STRIDE);
      const seen: number[][] = [[], [], []];
      const rows = Array.from({ length: 9000 }, (_, n) => [`D${n % 4000}`, `lot ${n % 2500} of a column`] as const);
      batchesOf(rows, (batch) => {
        for (const [at, { factor, spellings, values }] of columns.entries()) {
          const learn = () => {
            while (values.length < spellings.size) values.push(factor * values.length);
            // Whoever learns may look up others.
            if (at === 0) columns[1]?.spellings.fill(batch, 1, new Int32Vector(), () => {}, new Int32Array(STRIDE));
          };
          spellings.fill(batch, at % 2, values, learn, out);
          seen[at]?.push(...out.subarray(0, batch.rows));
        }
      });
      const distinct = [4000, 2500, 4000];
      expect(seen).toEqual(columns.map(({ factor }, at) => rows.map((_, n) => factor * (n % (distinct[at] ?? 1)))));
    });
  });

  test('what stands before digits is told apart from what stood before those of the one before', () => {
    withKernel(compiled, () => {
      const spellings = makeSpellings();
      const prefixes = ['XYB', 'AY', 'AZ', 'BZ', 'XYC', 'AYC', 'C', 'BC', 'ABC', 'ABD', 'BBD'];
      for (const prefix of prefixes) for (const n of [1, 2]) spellings.internText(`${prefix}${n}`);
      expect(splitOf(spellings)).toEqual(prefixes.flatMap((_, at) => [1, 2].map((n) => [2 * at + n - 1, at, n])));
    });
  });

  test('columns of whole numbers and of others lie where they meet no others', () => {
    withKernel(compiled, () => {
      const floats = [float64Rows(), float64Rows(), float64Rows()];
      const ints = [int32Rows(), int32Rows()];
      const all = [...floats, ...ints];
      for (const [at, column] of all.entries()) column.fill(at + 1);
      expect(all.map((column) => [column.length, column.every((n) => n === column[0]), column[0]])).toEqual(
        all.map((_, at) => [STRIDE, true, at + 1]),
      );
      for (const { buffer } of all) expect(buffer instanceof SharedArrayBuffer).toBe(compiled);
    });
  });
});

function hashOf(text: string): number {
  const bytes = new Uint8Array(text.length + SLACK);
  bytes.set(new TextEncoder().encode(text));
  return hashCell(new DataView(bytes.buffer), 0, text.length);
}

test('texts that meet in one place are kept apart all the same', () => {
  // Where they meet is another in every run: looked for until two of one length and two of different ones are found.
  const met = new Map<number, string>();
  const found = new Map<boolean, readonly [string, string]>();
  for (let n = 0; n < 2_000_000 && found.size < 2; n++) {
    const text = `${(n * 2_654_435_761) % 4_294_967_296}${n % 2 === 0 ? '' : '-a'}`;
    const hash = hashOf(text);
    const other = met.get(hash);
    if (other === undefined) met.set(hash, text);
    else if (other !== text) found.set(other.length === text.length, [other, text]);
  }
  expect(found.size).toBe(2);
  for (const [one, other] of found.values()) {
    const interner = new Interner();
    expect([one, other, one, other].map((text) => interner.internText(text))).toEqual([0, 1, 0, 1]);
  }
});
