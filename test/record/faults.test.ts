// What may never happen while a book is written: half a document, a book between two states, a lock left behind.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/core/day.js';
import { appendRows, type Batch } from '../../src/record/append.js';
import type { Disk } from '../../src/record/disk.js';
import type { Recorded } from '../../src/record/fault.js';
import { completePending, withTurn } from '../../src/record/session.js';
import { bookOf, failing, filesOf, Killed } from './book.js';

const day = parseDay('2022-01-12')!;
const batch: Batch = {
  ledger: 'stock',
  day,
  series: 'CK',
  rows: [1, 2, 3].map((n) => ({ date: '2022-01-12', kind: 'issue', item: 'SUIT', qty: `${n}`, from: 'D1', to: 'F1' })),
};

/** What is recorded: one file, or several that belong together. */
const acts: readonly (readonly [string, (root: string, disk?: Disk) => Recorded<unknown>])[] = [
  ['a document', (root, disk) => appendRows(root, [batch], disk === undefined ? {} : { disk })],
  [
    'several files at once',
    (root, disk) =>
      withTurn(
        root,
        (turn) => {
          turn.put('seals/2022-01-11.json', new TextEncoder().encode('{}\n'));
          turn.put('seals/2022-01-11.csv', new TextEncoder().encode('site\n'));
          turn.put('stock/2022-01-11.csv', null);
        },
        disk === undefined ? {} : { disk },
      ),
  ],
];

function leftovers(root: string): string[] {
  const names = readdirSync(root, { recursive: true }).map(String);
  return names.filter((name) => /\.taizhang-|lock-|candidate-|journal\.json$/.test(path.basename(name)));
}

describe.each(acts)('%s', (_, act) => {
  const before = filesOf(bookOf());
  const reference = bookOf();
  act(reference);
  const after = filesOf(reference);
  const counter = failing(-1, 'kill');
  act(bookOf(), counter.disk);
  const calls = counter.calls();

  it.each(['kill', 'tear', 'kill-after'] as const)('killed at every call (%s): as before or as after', (how) => {
    const seen = new Set<string>();
    for (let at = 0; at < calls; at++) {
      const root = bookOf();
      const { disk } = failing(at, how);
      expect(() => act(root, disk), `call ${at}`).toThrow(Killed);
      // The process is gone: this test's own process stands in for it, so its lock is taken for that of a dead one.
      orphan(root);
      completePending(root);
      const now = filesOf(root);
      const state = JSON.stringify(now) === JSON.stringify(before) ? 'before' : 'after';
      if (state === 'after') expect(now, `call ${at}`).toEqual(after);
      seen.add(state);
      // The next run works without repair by hand and leaves nothing lying about.
      expect(appendRows(root, [batch], { waitMs: 2000 }).ok, `next run after call ${at}`).toBe(true);
      expect(leftovers(root)).toEqual([]);
    }
    expect([...seen].sort()).toEqual(['after', 'before']);
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])('%s at every call: a clear fault, nothing changed', (code) => {
    for (const always of [false, true]) {
      for (let at = 0; at < calls; at++) {
        const root = bookOf();
        const done = act(root, failing(at, { code, always }).disk);
        if (done.ok) {
          expect(filesOf(root)).toEqual(after);
          continue;
        }
        const { kind } = done.fault;
        if (kind === 'disk') expect(filesOf(root), `call ${at}`).toEqual(before);
        else if (kind === 'unconfirmed') expect(filesOf(root)).toEqual(after);
        else {
          expect(kind).toBe('unfinished');
          completePending(root);
          expect(filesOf(root)).toEqual(after);
        }
        expect(appendRows(root, [batch], { waitMs: 2000 }).ok).toBe(true);
        expect(leftovers(root)).toEqual([]);
      }
    }
  });
});

/** Rewrites the locks in a book as those of a process that no longer runs. */
function orphan(root: string): void {
  const folder = path.join(root, '.taizhang');
  for (const name of readdirSync(root).includes('.taizhang') ? readdirSync(folder) : []) {
    if (/^lock-/.test(name)) replaceStart(path.join(folder, name));
    if (/^candidate-/.test(name)) rmSync(path.join(folder, name));
  }
}

function replaceStart(file: string): void {
  const text = readFileSync(file, 'utf8');
  // A torn lock says nothing: only its age can free it, and ages are the business of lock.test.ts.
  if (!text.endsWith('}\n')) rmSync(file);
  else writeFileSync(file, text.replace(/"started":"\d+"/, '"started":"1"'));
}
