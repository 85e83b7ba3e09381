// What files a book has, and how they are read; a book in memory, for programs and tests. See disk.ts for one on disk.

import { compareText } from '../core/text.js';
import { Unreadable } from './unreadable.js';

export { LEDGER_FOLDERS, meantBy, SETTINGS_FILE } from './listing.js';
export { Unreadable } from './unreadable.js';

/** A change of several files that is decided and not complete: see record/commit.ts. */
export const PENDING_FILE = '.taizhang/journal.json';

/** Bytes in order, each given once. */
export interface ByteSource {
  /** Fills `into` from `at` with at most `length` bytes; 0 at the end. */
  read(into: Uint8Array, at: number, length: number): number;
  /** True once the last byte has been given; a source that cannot tell gives nothing more in the end. */
  readonly ended?: boolean;
}

export interface OpenFile extends ByteSource {
  readonly size: number;
  /** The whole file, whatever was read before. */
  all(): Uint8Array;
  close(): void;
}

export interface Workspace {
  /** The folder on disk, where files are read as they lie there. */
  readonly home?: string;
  /** Files of the book relative to its root, with `/`, in code-unit order. */
  readonly paths: readonly string[];
  /** Links and entries that lead out of the book: they are not followed. */
  readonly outside: readonly string[];
  /** Names in the root that are the book's but for the case of their letters: they are not read. */
  readonly strays: readonly string[];
  has(file: string): boolean;
  size(file: string): number;
  /** Another text as soon as the file is another. */
  stamp(file: string): string;
  /** When a file last changed, in milliseconds; not there where only its bytes tell whether it is another. */
  readonly changedAt?: (file: string) => number;
  open(file: string): OpenFile;
  /** Throws `Unreadable` unless all files are still what they were when the book was listed. */
  confirm(): void;
}

export function bytesSource(bytes: Uint8Array): OpenFile {
  let position = 0;
  return {
    size: bytes.length,
    get ended() {
      return position >= bytes.length;
    },
    read(into, at, length) {
      const part = bytes.subarray(position, position + length);
      into.set(part, at);
      position += part.length;
      return part.length;
    },
    all: () => bytes,
    close() {},
  };
}

/** A book in memory: path → text or bytes. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const encoder = new TextEncoder();
  const contents = new Map(
    Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? encoder.encode(data) : data]),
  );
  const get = (file: string): Uint8Array => {
    const bytes = contents.get(file);
    if (bytes === undefined) throw new Unreadable(file, 'unlisted');
    return bytes;
  };
  return {
    paths: [...contents.keys()].sort(compareText),
    outside: [],
    strays: [],
    has: (file) => contents.has(file),
    size: (file) => get(file).length,
    stamp: (file) => String(get(file).length),
    open: (file) => bytesSource(get(file)),
    confirm() {},
  };
}
