// One writer a book: a dead holder is passed over at once on this machine, after its lease on another; ten processes
// that record a hundred documents each lose nothing and number nothing twice.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/record/disk.js';
import { Refused } from '../../src/record/fault.js';
import { LEASE_MS, takeLock } from '../../src/record/lock.js';
import { readInTurn } from '../../src/record/session.js';
import { Unreadable } from '../../src/source/unreadable.js';
import { bookOf } from './book.js';

/** The lock of somebody else in a book. */
function foreign(root: string, holder: Record<string, unknown>, ageMs = 0): string {
  const file = path.join(root, '.taizhang/lock-1');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ token: 'x', host: 'other', machine: 'other', pid: 1, started: '1', ...holder })}\n`,
  );
  const then = new Date(Date.now() - ageMs);
  utimesSync(file, then, then);
  return file;
}

/** How this machine calls itself in a lock. */
function machineHere(): string {
  const root = bookOf();
  const lock = takeLock(nodeDisk, root);
  const held: { machine: string } = JSON.parse(readFileSync(path.join(root, '.taizhang/lock-1'), 'utf8'));
  lock.release();
  return held.machine;
}

const faultOf = (act: () => unknown): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Refused ? error.fault : error;
  }
};

describe('the lock', () => {
  it('leaves nothing but its own folder, which git does not see', () => {
    const root = bookOf();
    takeLock(nodeDisk, root).release();
    expect(readdirSync(path.join(root, '.taizhang'))).toEqual(['.gitignore']);
    expect(readFileSync(path.join(root, '.taizhang/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('sweeps away what was left by those who were killed while they waited, long ago', () => {
    const root = bookOf();
    const old = path.join(path.dirname(foreign(root, {}, LEASE_MS * 2)), 'candidate-old');
    writeFileSync(old, '');
    const then = new Date(Date.now() - 3_600_000);
    utimesSync(old, then, then);
    takeLock(nodeDisk, root).release();
    expect(readdirSync(path.join(root, '.taizhang'))).toEqual(['.gitignore']);
  });

  it('is taken to read the book once more where another writer changed it while it was read', () => {
    const root = bookOf();
    for (const reason of ['changed', 'gone', 'unfinished'] as const) {
      const held: boolean[] = [];
      const read = () => {
        held.push(faultOf(() => takeLock(nodeDisk, root, 0).release()) !== null);
        if (held.length === 1) throw new Unreadable('stock/2022-01-12.csv', reason);
        return 'the book';
      };
      expect(readInTurn(root, read)).toBe('the book');
      expect(held).toEqual([false, true]);
    }
  });

  it('is no help against what changes all the same, or cannot be read at all', () => {
    const root = bookOf();
    for (const [reason, times] of [
      ['changed', 2],
      ['special', 1],
    ] as const) {
      let reads = 0;
      const read = () => {
        reads++;
        throw new Unreadable('stock/2022-01-12.csv', reason);
      };
      expect(() => readInTurn(root, read)).toThrow(Unreadable);
      expect(reads).toBe(times);
    }
  });

  it('is waited for while its holder lives, and names the holder when the wait is over', () => {
    const root = bookOf();
    const lock = takeLock(nodeDisk, root);
    expect(faultOf(() => takeLock(nodeDisk, root, 60))).toMatchObject({ kind: 'locked', pid: process.pid });
    lock.release();
    takeLock(nodeDisk, root, 60).release();
  });

  it('of a process of this machine that is gone is passed over at once, also where its number is in use again', () => {
    const machine = machineHere();
    for (const holder of [{ pid: 2 ** 22 + 1 }, { pid: process.pid, started: '1' }]) {
      const root = bookOf();
      foreign(root, { machine, ...holder });
      const lock = takeLock(nodeDisk, root, 200);
      expect(lock.inherited).toBe(true);
      lock.release();
    }
  });

  it('of another machine holds for its lease, by the clock of the disk, and no longer', () => {
    const root = bookOf();
    foreign(root, {}, LEASE_MS / 2);
    expect(faultOf(() => takeLock(nodeDisk, root, 60))).toMatchObject({ kind: 'locked', host: 'other' });
    foreign(root, {}, LEASE_MS + 5_000);
    takeLock(nodeDisk, root, 200).release();
  });

  it('that was torn while it was written lapses with its lease', () => {
    const root = bookOf();
    const file = foreign(root, {}, LEASE_MS + 5_000);
    writeFileSync(file, '{"tok');
    expect(faultOf(() => takeLock(nodeDisk, root, 60))).toMatchObject({ kind: 'locked' });
    const then = new Date(Date.now() - LEASE_MS - 5_000);
    utimesSync(file, then, then);
    takeLock(nodeDisk, root, 200).release();
  });

  it('that was taken over meanwhile stops its old holder before anything is changed', () => {
    const root = bookOf();
    const lock = takeLock(nodeDisk, root);
    rmSync(path.join(root, '.taizhang/lock-1'));
    expect(faultOf(() => lock.confirm())).toEqual({ kind: 'overtaken' });
    expect(readdirSync(path.join(root, '.taizhang'))).toEqual(['.gitignore']);
  });
});

describe('ten processes, a hundred documents each', () => {
  let worker = '';
  beforeAll(async () => {
    worker = path.join(bookOf({}), 'worker.mjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
      outfile: worker,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
  });
  afterAll(() => rmSync(path.dirname(worker), { recursive: true, force: true }));

  it('make a thousand documents, every number once', async () => {
    const root = bookOf();
    const run = (name: number) =>
      new Promise<number | null>((resolve) => {
        spawn(process.execPath, [worker, root, String(name), '100'], { stdio: 'inherit' }).on('close', resolve);
      });
    expect(await Promise.all(Array.from({ length: 10 }, (_, n) => run(n)))).toEqual(Array(10).fill(0));
    const rows = readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(rows.length).toBe(2000);
    const docs = new Set(rows.map((row) => row.split(',')[2]));
    expect(docs.size).toBe(1000);
    expect(docs).toContain('CK20220112-1000');
    // The two rows of a document stand together, and every process has all of its own.
    for (let at = 0; at < rows.length; at += 2) expect(rows[at]!.split(',')[2]).toBe(rows[at + 1]!.split(',')[2]);
    for (let name = 0; name < 10; name++) expect(rows.filter((row) => row.endsWith(`,by ${name}`)).length).toBe(200);
    expect(readdirSync(path.join(root, '.taizhang')).sort()).toEqual(['.gitignore', 'recorded.json']);
  }, 120_000);
});
