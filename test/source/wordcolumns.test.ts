// Columns whose cells are looked up together: in compiled loops and in plain ones as one after the other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Int32Vector } from '../../src/core/vector.js';
import { STRIDE } from '../../src/source/csv/batch.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { int32Rows, makeSpellings } from '../../src/source/spellings.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { type Meaning, WordColumns } from '../../src/source/wordcolumns.js';
import { bytesSource } from '../../src/source/workspace.js';

/** Words that stand for their length, with what was asked of them. */
function lengths(): Meaning & { readonly asked: string[] } {
  const spellings = makeSpellings();
  const values = new Int32Vector();
  const asked: string[] = [];
  const learn = () => {
    while (values.length < spellings.size) {
      const text = spellings.text(values.length);
      asked.push(text);
      values.push(text.length);
    }
  };
  return { spellings, values, learn, asked };
}

/** What each column holds of the rows of a text, and what was asked, in order. */
function looked(
  compiled: boolean,
  text: string,
  cellOf: readonly number[],
  place = int32Rows,
): { readonly found: number[][]; readonly asked: readonly string[][] } {
  return withKernel(compiled, () => {
    const [days, docs] = [lengths(), lengths()];
    const meanings = [days, docs, days];
    const outs = meanings.map(() => place());
    const words = new WordColumns(
      meanings.map((meaning, column) => ({ column, meaning, out: outs[column] ?? place() })),
    );
    const found: number[][] = meanings.map(() => []);
    const cells = Int32Array.from(cellOf);
    new CsvReader().read(bytesSource(new TextEncoder().encode(text)), {
      header() {},
      batch(batch) {
        words.fill(batch, cells);
        for (const [column, out] of outs.entries()) found[column]?.push(...out.subarray(0, batch.rows));
      },
      multiline: () => false,
      restart() {},
    });
    return { found, asked: [days.asked, docs.asked] };
  });
}

const cell = fc.constantFrom('', 'a', 'b', 'abc', 'abcdefgh', 'abcdefghi', '防护服', '"q,r"');
const plainText = (text: string) => text.replaceAll('"', '');

describe.each([true, false])('columns of words, compiled %s,', (compiled) => {
  test('hold what each cell stands for, none for an empty one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }), (rows) => {
        const text = `a,b,c,x\n${rows.map((row) => `${row.join(',')},x\n`).join('')}`;
        const { found } = looked(compiled, text, [2, 0, 1]);
        const column = (at: number) => rows.map((row) => plainText(row[at] ?? '').length || -1);
        expect(found).toEqual([column(2), column(0), column(1)]);
      }),
      { numRuns: compiled ? 30 : 100 },
    );
  });

  test('are empty where the table has none such', () => {
    expect(looked(compiled, 'a,b\nxx,yyy\nx,yy\n', [1, -1, 0]).found).toEqual([
      [3, 2],
      [-1, -1],
      [2, 1],
    ]);
  });

  test('ask for each spelling once, whichever of them has it', () => {
    const rows = Array.from({ length: 3 * 1024 }, (_, n) => `d${n % 7},CK${n % 5},d${n % 9}\n`).join('');
    const { asked } = looked(compiled, `a,b,c\n${rows}`, [0, 1, 2]);
    expect(asked.map((one) => one.toSorted())).toEqual([
      ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8'],
      ['CK0', 'CK1', 'CK2', 'CK3', 'CK4'],
    ]);
  });

  test('follow the cells of another header', () => {
    withKernel(compiled, () => {
      const meaning = lengths();
      const out = int32Rows();
      const words = new WordColumns([{ column: 0, meaning, out }]);
      const found: number[] = [];
      for (const [text, at] of [
        ['a,b\nx,yy\n', 0],
        ['b,a\nyy,x\n', 1],
        ['b,c\nyy,zzz\n', 0],
      ] as const)
        new CsvReader().read(bytesSource(new TextEncoder().encode(text)), {
          header() {},
          batch(batch) {
            words.fill(batch, Int32Array.of(at));
            found.push(out[0] ?? 0);
          },
          multiline: () => false,
          restart() {},
        });
      expect(found).toEqual([1, 1, 2]);
    });
  });

  test('may lie beside the memory of the cells', () => {
    const { found } = looked(compiled, 'a,b\nxx,yyy\n', [0, 1, -1], () => new Int32Array(STRIDE));
    expect(found).toEqual([[2], [3], [-1]]);
  });
});
