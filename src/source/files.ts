// The few things the reader asks of a file system, one call each, so that a test can make any one of them go wrong.

import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';

/** What tells that a file is still the one it was: any change of it changes one of these. */
export interface Stat {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  readonly device: number;
}

export interface Entry {
  readonly name: string;
  readonly kind: Stat['kind'];
}

export interface Files {
  list(folder: string): Entry[];
  /** Whether every name in a folder is Unicode; names that are not cannot be opened by what `list` says. */
  legible(folder: string): boolean;
  /** Of what a path leads to. */
  stat(path: string): Stat;
  /** Where a path really leads. */
  real(path: string): string;
  /** What stands in a link. */
  link(path: string): string;
  /** Never waits for a writer, as a pipe would have it. */
  open(path: string): number;
  statOpen(fd: number): Stat;
  read(fd: number, into: Uint8Array, at: number, length: number, from: number): number;
  close(fd: number): void;
  /** Milliseconds, by the clock that files are stamped with. */
  now(): number;
  sleep(ms: number): void;
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: Kinds): Stat['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function statOf(stats: ReturnType<typeof statSync> & object): Stat {
  const { size, mtimeMs, ctimeMs, ino, dev } = stats;
  return {
    kind: kindOf(stats),
    size: Number(size),
    modified: Number(mtimeMs),
    changed: Number(ctimeMs),
    inode: Number(ino),
    device: Number(dev),
  };
}

const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export const nodeFiles: Files = {
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  legible(folder) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for (const name of readdirSync(folder, { encoding: 'buffer' })) decoder.decode(name);
      return true;
    } catch {
      return false;
    }
  },
  stat: (path) => statOf(statSync(path)),
  real: (path) => realpathSync(path),
  link: (path) => readlinkSync(path),
  open: (path) => openSync(path, READING),
  statOpen: (fd) => statOf(fstatSync(fd)),
  read: readSync,
  close: closeSync,
  now: Date.now,
  sleep: (ms) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  },
};

/** The code of what the system reported, else what was thrown. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

export function same(a: Stat, b: Stat): boolean {
  return (
    a.size === b.size &&
    a.modified === b.modified &&
    a.changed === b.changed &&
    a.inode === b.inode &&
    a.device === b.device
  );
}
