// A large book is read with another thread ahead: it gives the same book, with the same complaints about it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import type { Ways } from '../../src/book/ways.js';
import { beginReadAhead, ReadAhead } from '../../src/source/ahead/consume.js';
import type { Batch } from '../../src/source/csv/batch.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { Unreadable, type Workspace } from '../../src/source/workspace.js';
import { books } from '../model/books.js';
import { compiled, damage, damaged, plain, told } from './bothways.js';

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
        const given = other?.read('stock', file, {
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

  test('leaves files that it was not told of to who wants them, and gives the others', () => {
    const { home } = onDisk(Object.fromEntries([1, 2, 3, 4].map((n) => [`stock/${n}.csv`, head + row(n)])));
    const given = withKernel(true, () => {
      const { ahead: program } = ahead;
      if (home === undefined || program === null) throw new Error('nothing to read');
      const other = beginReadAhead(home, [{ table: 'stock', files: ['stock/2.csv', 'stock/4.csv'] }], program);
      const texts: string[] = [];
      const sink = {
        header() {},
        batch: (batch: Batch) => texts.push(batch.text(0, 1)),
        multiline: () => false,
        restart() {},
      };
      const told = [1, 2, 3, 4].map((n) => other?.read('stock', `stock/${n}.csv`, sink));
      other?.end();
      return [...told, ...texts];
    });
    expect(given).toEqual([false, true, false, true, 'QC-2', 'QC-4']);
  });

  test('is not waited for where it has come to an end', () => {
    const { home } = onDisk({ 'stock/1.csv': head + row(1) });
    withKernel(true, () => {
      const { ahead: program } = ahead;
      if (home === undefined || program === null) throw new Error('nothing to read');
      const other = beginReadAhead(home, [], program);
      expect(
        other?.read('stock', 'stock/1.csv', { header() {}, batch() {}, multiline: () => false, restart() {} }),
      ).toBe(false);
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
