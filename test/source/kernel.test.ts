// The compiled inner loops and the plain ones are held to the same answer.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../src/book/personal.js';
import type { Finding } from '../../src/core/finding.js';
import { Int32Vector } from '../../src/core/vector.js';
import { type Batch, STRIDE } from '../../src/source/csv/batch.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { makeSpellings, type Spellings } from '../../src/source/spellings.js';
import { kernel, withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';
import { splitOf } from './split.js';

interface Read {
  readonly encoding: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly record: number; readonly cells: readonly string[]; readonly fault: number }[];
  readonly faults: readonly string[];
  readonly spellings: readonly (readonly string[])[];
}

interface Table {
  readonly spellings: Spellings;
  readonly values: Int32Vector;
}

/** Everything a reader gives for some bytes, spellings of each column included. */
function read(bytes: Uint8Array, compiled: boolean): Read {
  return withKernel(compiled, () => readNow(bytes));
}

function readNow(bytes: Uint8Array): Read {
  const header: string[] = [];
  const rows: { record: number; cells: string[]; fault: number }[] = [];
  const faults: string[] = [];
  const tables: (Table & { readonly texts: string[] })[] = [];
  const encoding = new CsvReader().read(bytesSource(bytes), {
    header(cells, found) {
      header.push(...cells.map(({ text, start, end }) => `${text}@${start}-${end}`));
      faults.push(...found.map((fault) => JSON.stringify(fault)));
      for (const _ of cells) tables.push({ spellings: makeSpellings(), values: new Int32Vector(), texts: [] });
    },
    batch(batch) {
      for (const [cell, table] of tables.entries()) {
        const ids = fillNumbers(table, batch, cell);
        table.texts.push(...ids.map((id) => (id < 0 ? '' : table.spellings.text(id))));
      }
      for (let row = 0; row < batch.rows; row++) {
        const cells = Array.from({ length: batch.present[row] ?? 0 }, (_, cell) => batch.text(row, cell));
        rows.push({ record: batch.record[row] ?? -1, cells, fault: batch.fault[row] ?? -1 });
      }
      faults.push(
        ...batch.faults.map((fault) => JSON.stringify({ ...fault, row: rows.length - batch.rows + fault.row })),
      );
    },
    multiline: (cell) => cell === 2,
    restart() {
      header.length = 0;
      rows.length = 0;
      faults.length = 0;
      tables.length = 0;
    },
  });
  return { encoding, header, rows, faults, spellings: tables.map(({ texts }) => texts) };
}

/** The number of each cell's spelling: values that stand for themselves. */
function fillNumbers(table: Table, batch: Batch, cell: number): number[] {
  const { spellings, values } = table;
  const out = new Int32Array(STRIDE);
  const learn = () => {
    while (values.length < spellings.size) values.push(values.length);
  };
  spellings.fill(batch, cell, values, learn, out);
  return [...out.subarray(0, batch.rows)];
}

/** Bytes that are CSV more often than not: what the loops look at comes up all the time. */
const csvBytes = fc
  .array(
    fc.constantFrom(
      ',',
      ',',
      ',',
      '\n',
      '\n',
      '\r\n',
      '"',
      '""',
      'a',
      '12',
      '出库',
      '=',
      '<',
      '|',
      ' ',
      '　',
      '\r',
      'x'.repeat(17),
    ),
    {
      maxLength: 400,
    },
  )
  .map((parts) => new TextEncoder().encode(`a,b,note\n${parts.join('')}`));

/** Does a table hold what looks like an identity number? With and without the kernel; the kernel only rules out. */
function personal(text: string, compiled: boolean): string[] {
  return withKernel(compiled, () => {
    const findings: Finding[] = [];
    new CsvReader().read(bytesSource(new TextEncoder().encode(text)), {
      header() {},
      batch: (batch) => findPersonalData('f', batch, findings),
      multiline: () => true,
      restart() {},
    });
    return findings.map(({ at }) => JSON.stringify(at));
  });
}

describe('the compiled loops', () => {
  test('rule out nothing that is an identity number', () => {
    const digits = fc.stringMatching(/^[0-9０-９Xx]{0,22}$/u);
    const number = fc.constant('110101199003078531');
    const cell = fc.array(fc.oneof(digits, number, fc.constantFrom('张三', ' ', '-', '')), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 9 }), (cells) => {
        const text = `a,b\n${cells.map((parts) => `${parts.join('')},x\n`).join('')}`;
        expect(personal(text, true)).toEqual(personal(text, false));
      }),
      { numRuns: 1000 },
    );
    expect(personal('a,b\n张三 110101199003078531,x\n', true)).toHaveLength(1);
  });

  test('are there on this machine', () => {
    expect(withKernel(true, kernel)).not.toBeNull();
    expect(withKernel(false, kernel)).toBeNull();
  });

  test('read whatever bytes as the plain ones do', () => {
    fc.assert(
      fc.property(csvBytes, (bytes) => {
        expect(read(bytes, true)).toEqual(read(bytes, false));
      }),
      { numRuns: 1500 },
    );
  });

  test('read across the borders of batches and of windows', () => {
    const line = (n: number) => `${n},"行 ${n % 97}",${n % 13 === 0 ? `"a ""quoted"" ${n}\nnote"` : 'plain'}\n`;
    const text = `a,b,note\n${Array.from({ length: 60_000 }, (_, n) => line(n)).join('')}`;
    const bytes = new TextEncoder().encode(text);
    expect(bytes.length).toBeGreaterThan(1 << 20);
    const compiled = read(bytes, true);
    expect(compiled.rows).toHaveLength(60_000);
    expect(compiled).toEqual(read(bytes, false));
  });

  test('keep every spelling when their memory has to grow', () => {
    const compiled = withKernel(true, makeSpellings);
    const texts = Array.from({ length: 400_000 }, (_, n) => `单号-${n}-${'0123456789'.repeat(12)}`);
    const ids = texts.map((text) => compiled.internText(text));
    expect(new Set(ids).size).toBe(texts.length);
    for (let n = 0; n < texts.length; n += 997) expect(compiled.text(ids[n] ?? -1)).toBe(texts[n]);
    // What was read before the memory grew is read the same after it.
    const bytes = new TextEncoder().encode('a,b,note\n1,2,3\n4,5,6\n');
    expect(read(bytes, true)).toEqual(read(bytes, false));
  });

  test('read more doubled quotes than a buffer has room for once more', () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row},"${'""a'.repeat(row % 17)}",""`);
    const bytes = new TextEncoder().encode(`a,b,note\n${rows.join('\n')}\n`);
    expect(bytes.length).toBeGreaterThan(1 << 20);
    expect(read(bytes, true)).toEqual(read(bytes, false));
  });

  test('number, compare and split spellings as the plain ones do', () => {
    const word = fc.stringMatching(/^[A-Z\u4e00-\u4e10]{0,3}-?\d{0,11}$/u);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const answers = [true, false].map((use) => {
          const table = withKernel(use, makeSpellings);
          const ids = words.map((one) => table.internText(one));
          const series = splitOf(table).map(([id, prefix, value]) => `${table.text(id)}:${prefix}:${value}`);
          const order = ids.map((id) => Math.sign(table.compare(id, ids[0] ?? id)));
          return { ids, series, order, unplain: ids.map((id) => table.firstUnplain(id)), size: table.size };
        });
        expect(answers[0]).toEqual(answers[1]);
      }),
      { numRuns: 500 },
    );
  });
});
