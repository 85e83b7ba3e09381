// One writer's turn: takes the lock, completes what a stopped writer had decided, lets changes be worked out on the book
// as it is now, and puts them on disk together. Everything that writes into a book goes through here.

import path from 'node:path';
import { diskWorkspace } from '../source/disk.js';
import { LEDGER_FOLDERS, Unreadable, type Workspace } from '../source/workspace.js';
import { type Change, commit, isUnfinished, recover } from './commit.js';
import { type Disk, nodeDisk, systemCode } from './disk.js';
import { type Recorded, Refused } from './fault.js';
import { takeLock } from './lock.js';
import { overlay } from './overlay.js';

export interface WriterOptions {
  readonly disk?: Disk;
  /** How long to wait for another writer. */
  readonly waitMs?: number;
}

/** The book during one writer's turn. */
export class Turn {
  private readonly changes = new Map<string, Uint8Array | null>();

  constructor(
    readonly root: string,
    readonly disk: Disk,
    private readonly base: Workspace,
  ) {}

  /** The book as it will be with what was changed so far. */
  get workspace(): Workspace {
    return this.changes.size === 0 ? this.base : overlay(this.base, this.pending);
  }

  get pending(): Change[] {
    return [...this.changes].map(([file, bytes]) => ({ file, bytes }));
  }

  /** Whether a file is there that is no part of the book's own, a signature for instance. */
  exists(file: string): boolean {
    return this.disk.read(path.join(this.root, file)) !== null;
  }

  /** Nothing shall change after all. */
  forget(): void {
    this.changes.clear();
  }

  /** Sets what a file shall hold; null: it shall be gone. */
  put(file: string, bytes: Uint8Array | null): void {
    this.changes.set(file, bytes);
  }
}

/**
 * Runs `work` as the only writer of the book at `root` and then writes what it has put, all of it or none. Work that
 * comes back with `null` changes nothing. What stands in the way is a value; an exception is a fault of the program.
 */
export function withTurn<T>(root: string, work: (turn: Turn) => T, options: WriterOptions = {}): Recorded<T> {
  const { disk = nodeDisk, waitMs } = options;
  try {
    const lock = takeLock(disk, root, waitMs);
    try {
      recover(disk, root, [...LEDGER_FOLDERS, 'seals', 'imports'], lock.inherited);
      const turn = new Turn(root, disk, diskWorkspace(root));
      const value = work(turn);
      commit(disk, root, lock, turn.pending);
      return { ok: true, value };
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    const code = systemCode(error);
    if (code === null || error instanceof Unreadable) throw error;
    const file = error instanceof Error && 'path' in error ? String(error.path) : '';
    return { ok: false, fault: { kind: 'disk', file: path.basename(file), code } };
  }
}

/**
 * For commands that only read: completes a change of several files that a stopped writer had decided, so that nobody
 * ever reads half of it. A book where nothing is pending is not touched.
 */
export function completePending(root: string, options: WriterOptions = {}): void {
  if (!isPending(options.disk ?? nodeDisk, root)) return;
  withTurn(root, () => null, { waitMs: 5_000, ...options });
}

/** A journal that cannot be read may be half done: then no answer is given, as for any file of the book. */
function isPending(disk: Disk, root: string): boolean {
  try {
    return isUnfinished(disk, root);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new Unreadable('.taizhang/journal.json', code === 'EFTYPE' ? 'special' : code);
  }
}

const PASSING: readonly string[] = ['changed', 'gone', 'unfinished'];

/**
 * For commands that write, and read the book before it is their turn: where another writer changed it meanwhile, reads
 * it once more while nobody else may. What changes even then is changed by somebody who knows of no turns.
 */
export function readInTurn<T>(root: string, read: () => T, options: WriterOptions = {}): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable) || !PASSING.includes(error.reason)) throw error;
    const again = withTurn(root, read, options);
    if (again.ok) return again.value;
    throw error;
  }
}
