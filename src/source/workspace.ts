// What files a book has: on disk, or in memory for programs and tests. The only room that reads files.

import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../core/text.js';

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
  has(file: string): boolean;
  size(file: string): number;
  open(file: string): OpenFile;
}

/** The world outside failed us: a file that cannot be read, or that changed while it was read. */
export class Unreadable extends Error {
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
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
    if (bytes === undefined) throw new Unreadable(file, 'not found');
    return bytes;
  };
  return {
    paths: [...contents.keys()].sort(compareText),
    outside: [],
    has: (file) => contents.has(file),
    size: (file) => get(file).length,
    open: (file) => bytesSource(get(file)),
  };
}

/** Its presence marks the root of a book. */
export const SETTINGS_FILE = 'taizhang.yaml';
/** Folders whose files belong to a book. */
export const LEDGER_FOLDERS = ['stock', 'deliveries', 'counts', 'requests', 'needs', 'census', 'roster', 'rollcalls'];
const OTHER_FOLDERS = ['org', 'seals', 'imports', 'templates'];

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The book in a directory. Only regular files are read, and no link that leaves the book is followed. */
export function diskWorkspace(root: string): Workspace {
  const home = realpathSync(root);
  const sizes = new Map<string, number>();
  const outside: string[] = [];

  const within = (target: string): boolean => target === home || target.startsWith(home + path.sep);

  const visit = (folder: string, depth: number, seen: ReadonlySet<string>): void => {
    const absolute = path.join(home, folder);
    let entries: ReturnType<typeof listFolder>;
    try {
      entries = listFolder(absolute);
    } catch (error) {
      throw new Unreadable(folder, reasonOf(error));
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const top = depth === 0;
      if (entry.isSymbolicLink()) {
        if (top && !LEDGER_FOLDERS.includes(name) && !OTHER_FOLDERS.includes(name) && !isBookFile(name)) continue;
        followLink(name, depth, seen);
      } else if (entry.isDirectory()) {
        if (!top || LEDGER_FOLDERS.includes(name) || OTHER_FOLDERS.includes(name)) visit(name, depth + 1, seen);
      } else if (entry.isFile() && isBookFile(name)) {
        sizes.set(name, -1);
      } else if (isBookFile(name)) throw new Unreadable(name, 'not a regular file');
    }
  };

  const followLink = (name: string, depth: number, seen: ReadonlySet<string>): void => {
    let target: string;
    try {
      target = realpathSync(path.join(home, name));
    } catch {
      if (isBookFile(name)) outside.push(name);
      return;
    }
    if (!within(target)) {
      outside.push(name);
      return;
    }
    const kind = statSync(target);
    if (kind.isDirectory()) {
      if (!seen.has(target)) visit(name, depth + 1, new Set([...seen, target]));
    } else if (kind.isFile() && isBookFile(name)) sizes.set(name, -1);
  };

  visit('', 0, new Set([home]));

  return {
    home,
    paths: [...sizes.keys()].sort(compareText),
    outside: outside.sort(compareText),
    has: (file) => sizes.has(file),
    size(file) {
      try {
        return statSync(path.join(home, file)).size;
      } catch (error) {
        throw new Unreadable(file, reasonOf(error));
      }
    },
    open: (file) => openOnDisk(home, file),
  };
}

function listFolder(absolute: string) {
  return readdirSync(absolute, { withFileTypes: true });
}

/** The files a book is made of: tables and YAML. */
function isBookFile(name: string): boolean {
  return /\.(csv|ya?ml|json)$/iu.test(name);
}

export function openOnDisk(home: string, file: string): OpenFile {
  let fd: number;
  try {
    fd = openSync(path.join(home, file), 'r');
  } catch (error) {
    throw new Unreadable(file, reasonOf(error));
  }
  const before = fstatSync(fd);
  let position = 0;
  const readAt = (into: Uint8Array, at: number, length: number, from: number): number => {
    try {
      return readSync(fd, into, at, length, from);
    } catch (error) {
      throw new Unreadable(file, reasonOf(error));
    }
  };
  return {
    size: before.size,
    // What is written behind this end meanwhile is noticed when the file is closed.
    get ended() {
      return position >= before.size;
    },
    read(into, at, length) {
      const count = readAt(into, at, length, position);
      position += count;
      return count;
    },
    all() {
      const bytes = new Uint8Array(before.size);
      let at = 0;
      while (at < bytes.length) {
        const count = readAt(bytes, at, bytes.length - at, at);
        if (count === 0) break;
        at += count;
      }
      return bytes.subarray(0, at);
    },
    close() {
      const after = fstatSync(fd);
      closeSync(fd);
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw new Unreadable(file, 'changed while it was read');
      }
    },
  };
}
