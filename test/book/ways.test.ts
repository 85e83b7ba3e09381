// A book is read in one of three ways, by its size: by plain loops, by compiled ones, or with another thread reading
// ahead. All give the same book, with the same complaints about it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import type { Ways } from '../../src/book/ways.js';
import { checkBook } from '../../src/checks/run.js';
import { diagnosticData } from '../../src/render/json/envelope.js';
import { reconcileData } from '../../src/report/reconcile.js';
import { beginReadAhead, ReadAhead } from '../../src/source/ahead/consume.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { kernel, withKernel } from '../../src/source/wasm/kernel.js';
import { memoryWorkspace, Unreadable, type Workspace } from '../../src/source/workspace.js';
import { books } from '../model/books.js';

const plain: Ways = { compiled: false, ahead: null };
const compiled: Ways = { compiled: true, ahead: null };
let folder = '';
let ahead: Ways = compiled;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'taizhang-ways-'));
  const outfile = path.join(folder, 'readahead.mjs');
  const entry = new URL('../../src/book/readahead.ts', import.meta.url).pathname;
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
  ahead = { compiled: true, ahead: pathToFileURL(outfile) };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a book says of itself: rows as they were understood, what was left out, what is wrong, and the figures. */
function told(workspace: Workspace, ways: Ways) {
  const book = loadBook(workspace, null, ways);
  const { figures, diagnostics, quarantined } = checkBook(workspace, book, null);
  return {
    rows: rowsOf(book),
    diagnostics: diagnostics.map((one) => diagnosticData(one, 'en')),
    quarantined,
    left: book.quarantined.map((row) => JSON.stringify(row)),
    data: figures === null ? null : reconcileData(book, figures),
  };
}

function rowsOf({ stock, docs, lots, places }: Book) {
  return Array.from({ length: stock.length }, (_, row) => {
    const { doc, ref, lot, from, to, ...rest } = stock.movement(row);
    const ends = [places.code(from), places.code(to)];
    return { ...rest, doc: docs.text(doc), ref: docs.text(ref), lot: lots.text(lot), ends, at: stock.recordPlace(row) };
  });
}

/** Damage as people and programs do it: a cell gone, another notation, a quote, a line cut short. */
const damage = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  cell: fc.nat(),
  text: fc.constantFrom(
    '',
    ' ',
    '"',
    '""""',
    '"a ""b"""',
    '３箱',
    '1,5',
    '-3',
    '0',
    '1e3',
    '防护服',
    'D1',
    'nobody',
    '2022-02-30',
    '2022/1/5',
    '期初',
    'x,y',
    '<<<<<<<',
    '9007199254',
    '110101199003078531',
    '\u00a0D1\u200b',
  ),
});

function damaged(
  files: Record<string, string>,
  marks: readonly { file: number; line: number; cell: number; text: string }[],
) {
  const made = { ...files };
  const ledgers = Object.keys(files).filter((name) => name.includes('/') && name.endsWith('.csv'));
  for (const { file, line, cell, text } of marks) {
    const name = ledgers[file % Math.max(1, ledgers.length)];
    if (name === undefined) continue;
    const lines = (made[name] ?? '').split('\n');
    const at = line % lines.length;
    const cells = (lines[at] ?? '').split(',');
    cells[cell % cells.length] = text;
    lines[at] = cells.join(',');
    made[name] = lines.join('\n');
  }
  return made;
}

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

describe('a book that the kernel has no room for', () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `2022-01-12,QC-${n}-${'x'.repeat(n % 20)},opening,PPE,${n},,D1`);
  const files = {
    'taizhang.yaml': 'taizhang: 1\n',
    'items.csv': 'item,name,category,unit\nPPE,防护服,protective,套\n',
    'sites.csv': 'site,name,kind\nD1,总仓,depot\n',
    'stock/1.csv': `date,doc,kind,item,qty,from,to\n${lines.join('\n')}\n`,
    'stock/2.csv': `date,doc,kind,item,qty,from,to\n${lines.join('\n').replaceAll('QC', 'QD')}\n`,
  };
  const inMemory = memoryWorkspace(files);

  test('is read by the plain loops from the beginning, however late that shows', () => {
    const filling: Workspace = {
      ...inMemory,
      open(file) {
        // Whatever is left is taken away before the second file.
        for (let size = 2 ** 30 - 64; file === 'stock/2.csv' && size >= 64; ) {
          try {
            kernel()?.call.allocate(size);
            if (kernel() === null) break;
          } catch {
            size = Math.floor(size / 2);
          }
        }
        return inMemory.open(file);
      },
    };
    expect(told(filling, compiled)).toEqual(told(inMemory, plain));
  });

  test.each([0.9e9, 1.05e9, 1.6e9, 2e9, 2.2e9])('is read where its ledger has %d bytes', (bytes) => {
    const large: Workspace = {
      ...inMemory,
      size: (file) => (file === 'stock/1.csv' ? bytes : inMemory.size(file)),
    };
    expect(told(large, compiled)).toEqual(told(inMemory, plain));
  });
});

describe('another thread that reads ahead', () => {
  function onDisk(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
    const root = mkdtempSync(path.join(folder, 'book-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    return diskWorkspace(root);
  }

  test('gives any book, sound or damaged, as this one reads it', () => {
    fc.assert(
      fc.property(books(), fc.array(damage, { maxLength: 6 }), ({ files }, marks) => {
        const workspace = onDisk(damaged(files, marks));
        expect(told(workspace, ahead)).toEqual(told(workspace, plain));
      }),
      { numRuns: 25 },
    );
  });

  const registers = {
    'taizhang.yaml': 'taizhang: 1\n',
    'items.csv': 'item,name,category,unit\nPPE,防护服,protective,套\n',
    'sites.csv': 'site,name,kind\nD1,总仓,depot\n',
  };
  const head = 'date,doc,kind,item,qty,from,to,note\n';
  const row = (n: number, note = '') =>
    `2022-01-${String((n % 28) + 1).padStart(2, '0')},QC-${n},opening,PPE,${n + 1},,D1,${note}\n`;

  function alike(files: Readonly<Record<string, string | Uint8Array>>): ReturnType<typeof told> {
    const workspace = onDisk({ ...registers, ...files });
    const seen = told(workspace, ahead);
    expect(seen).toEqual(told(workspace, plain));
    return seen;
  }

  test('gives the files in order, and says which it does not give', () => {
    const gb = Uint8Array.of(
      ...Buffer.from(`${head}2022-01-02,QC-2,opening,`),
      0xb7,
      0xc0,
      ...Buffer.from(',5,,D1,\n'),
    );
    const files = { 'stock/1.csv': head + row(1) + row(2), 'stock/2.csv': gb, 'stock/3.csv': head + row(3) };
    const { home } = onDisk(files);
    const seen: string[] = [];
    withKernel(true, () => {
      const { ahead: program } = ahead;
      if (home === undefined || program === null) throw new Error('nothing to read');
      const other = beginReadAhead(home, [{ table: 'stock', files: Object.keys(files) }], program);
      for (const file of Object.keys(files)) {
        const given = other?.read('stock', {
          header: (cells) => seen.push(`${file} has ${cells.length} columns`),
          batch: (batch) => seen.push(`${batch.rows} rows, the last ${batch.text(batch.rows - 1, 1)}`),
          multiline: () => false,
          restart() {},
        });
        seen.push(given === true ? 'given' : 'not given');
      }
      other?.end();
    });
    expect(seen).toEqual([
      'stock/1.csv has 8 columns',
      '2 rows, the last QC-2',
      'given',
      'not given',
      'stock/3.csv has 8 columns',
      '1 rows, the last QC-3',
      'given',
    ]);
  });

  test('is not waited for where it has come to an end', () => {
    const { home } = onDisk({ 'stock/1.csv': head + row(1) });
    withKernel(true, () => {
      const { ahead: program } = ahead;
      if (home === undefined || program === null) throw new Error('nothing to read');
      const other = beginReadAhead(home, [], program);
      expect(other?.read('stock', { header() {}, batch() {}, multiline: () => false, restart() {} })).toBe(false);
    });
  });

  test('is let go where a register cannot be read, and its rows are never asked for', () => {
    const end = vi.spyOn(ReadAhead.prototype, 'end');
    const sound = onDisk({ ...registers, 'stock/1.csv': head + row(1) });
    const broken: Workspace = {
      ...sound,
      open(file) {
        if (file === 'items.csv') throw new Unreadable(file, 'EIO');
        return sound.open(file);
      },
    };
    expect(() => loadBook(broken, null, ahead)).toThrow(Unreadable);
    expect(end).toHaveBeenCalledOnce();
    end.mockRestore();
  });

  test('goes on through files of many batches, longer than all its buffers', () => {
    const many = Array.from({ length: 60_000 }, (_, n) => row(n, n % 50 === 0 ? '"他说""好"""' : '')).join('');
    const { rows } = alike({ 'stock/1.csv': head + many, 'stock/2.csv': head + row(70_000) });
    expect(rows).toHaveLength(60_001);
  });

  test('leaves a file in another encoding to this one, and goes on with the next', () => {
    // 防护服 in GB18030.
    const gb = Uint8Array.of(
      ...Buffer.from(head),
      ...Buffer.from('2022-01-02,QC-2,opening,'),
      0xb7,
      0xc0,
      0xbb,
      0xa4,
      0xb7,
      0xfe,
      ...Buffer.from(',5,,D1,\n'),
    );
    const { rows, diagnostics } = alike({
      'stock/1.csv': head + row(1),
      'stock/2.csv': gb,
      'stock/3.csv': head + row(3),
    });
    expect(rows).toHaveLength(3);
    expect(diagnostics.map(({ code }) => code)).toContain('file/encoding');
  });

  test('leaves a line that is longer than its buffers, and a table wider than its batches', () => {
    const note = `"${'长'.repeat(500_000)}"`;
    const wide = `date,doc,kind,item,qty,from,to,${Array.from({ length: 60 }, (_, n) => `c${n}`).join(',')}\n2022-01-02,QC-2,opening,PPE,5,,D1\n`;
    const { rows } = alike({ 'stock/1.csv': head + row(1, note), 'stock/2.csv': wide, 'stock/3.csv': head + row(3) });
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  test('finds identity numbers where this one finds them', () => {
    const { diagnostics } = alike({ 'stock/1.csv': head + row(1) + row(2, '张三 110101199003078531') + row(3) });
    expect(diagnostics.map(({ code }) => code)).toContain('staff/personal-data');
  });
});
