// The book in a directory, as it was at one moment. Only regular files are opened, no link that leaves the book is
// followed, and a file that is no longer what it was when the book was listed is not read: never half old, half new.

import path from 'node:path';
import { compareText } from '../core/text.js';
import { codeOf, type Files, nodeFiles, type Stat, same } from './files.js';
import { type Listing, listBook } from './listing.js';
import { Unreadable, type UnreadableReason } from './unreadable.js';
import { type OpenFile, PENDING_FILE, type Workspace } from './workspace.js';

/** The place of a row is a number of four bytes. */
const MOST_BYTES = 2 ** 32 - 1;

/** Two changes within a tick of the file system's clock may leave one and the same time behind. */
const TICK_MS = 20;

/** Node reads no more at once than fits an int. */
const MOST_AT_ONCE = 2 ** 30;

export function diskWorkspace(root: string, files: Files = nodeFiles): Workspace {
  let home: string;
  try {
    home = files.real(root);
  } catch (error) {
    throw new Unreadable('', codeOf(error));
  }
  const listing = settled(files, home);
  const { stats } = listing;
  const paths = [...stats.keys()].sort(compareText);
  const stat = (file: string): Stat => {
    const found = stats.get(file);
    if (found === undefined) throw new Unreadable(file, 'unlisted');
    return found;
  };
  return {
    // Another thread reads by itself, and knows no file system but this machine's.
    ...(files === nodeFiles ? { home } : {}),
    paths,
    outside: [...listing.outside].sort(compareText),
    strays: [...listing.strays].sort(compareText),
    has: (file) => stats.has(file),
    size: (file) => stat(file).size,
    stamp(file) {
      const { size, modified, changed, inode } = stat(file);
      return `${size} ${modified} ${changed} ${inode}`;
    },
    changedAt(file) {
      const { modified, changed } = stat(file);
      return Math.max(modified, changed);
    },
    open: (file) => openOnDisk(home, file, stat(file), files),
    confirm() {
      const now = listBook(files, home);
      for (const [file, before] of stats) {
        const after = now.stats.get(file);
        if (after === undefined) throw new Unreadable(file, 'gone');
        if (!same(before, after)) throw new Unreadable(file, 'changed');
      }
      for (const file of now.stats.keys()) if (!stats.has(file)) throw new Unreadable(file, 'changed');
      // Somebody is half-way through a change of several files.
      if (exists(files, path.join(home, PENDING_FILE))) throw new Unreadable('', 'unfinished');
    },
  };
}

/** The files as they are, once none of them was changed so lately that another change could go unseen. */
function settled(files: Files, home: string): Listing {
  const listing = listBook(files, home);
  let latest = 0;
  for (const { changed } of listing.stats.values()) if (changed > latest) latest = changed;
  const age = files.now() - latest;
  // A clock that is behind that of the disk says nothing.
  if (age < 0 || age > TICK_MS) return listing;
  files.sleep(TICK_MS);
  return listBook(files, home);
}

function exists(files: Files, file: string): boolean {
  try {
    files.stat(file);
    return true;
  } catch {
    return false;
  }
}

/** Opens a file as it was listed; without a listing as it is now, for which whoever listed the book answers. */
export function openOnDisk(home: string, file: string, listed: Stat | null = null, files: Files = nodeFiles): OpenFile {
  const asked = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      const code = codeOf(error);
      throw new Unreadable(file, code === 'ENOENT' ? 'gone' : code);
    }
  };
  const fd = asked(() => files.open(path.join(home, file)));
  const refuse = (reason: UnreadableReason): never => {
    files.close(fd);
    throw new Unreadable(file, reason);
  };
  const now = (): Stat => asked(() => files.statOpen(fd));
  const before = now();
  if (listed !== null && !same(before, listed)) refuse('changed');
  if (before.kind !== 'file') refuse('special');
  if (before.size > MOST_BYTES) refuse('large');
  const { size } = before;
  let position = 0;
  const readAt = (into: Uint8Array, at: number, length: number, from: number): number =>
    asked(() => files.read(fd, into, at, length, from));
  return {
    size,
    get ended() {
      return position >= size;
    },
    read(into, at, length) {
      // What is written behind the end meanwhile belongs to another state of the file.
      const count = readAt(into, at, Math.min(length, size - position), position);
      position += count;
      return count;
    },
    all() {
      const bytes = new Uint8Array(size);
      let at = 0;
      while (at < bytes.length) {
        const count = readAt(bytes, at, Math.min(bytes.length - at, MOST_AT_ONCE), at);
        if (count === 0) throw new Unreadable(file, 'changed');
        at += count;
      }
      return bytes;
    },
    close() {
      if (!same(now(), before)) refuse('changed');
      files.close(fd);
    },
  };
}
