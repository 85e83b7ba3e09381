// The few things the writer does to a disk, one call each, so that a test can make any one of them fail.

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';

export interface Disk {
  /** Null where there is no such file. */
  read(path: string): Uint8Array | null;
  /** Names in a folder; none where it is not there. */
  list(folder: string): readonly string[];
  /** When the file was last written, by the clock of the disk it is on; null where it is not there. */
  writtenAt(path: string): number | null;
  /** The place a path really leads to; null where nothing is there. */
  realPath(path: string): string | null;
  /** Writes a whole file, in place of what was there. */
  write(path: string, bytes: Uint8Array): void;
  /** Writes the same bytes over a file once more, for its time to be that of the disk; false where it is not there. */
  refresh(path: string, bytes: Uint8Array): boolean;
  /** Makes sure that a file's bytes outlast a power cut. */
  sync(path: string): void;
  /** The same for the names in a folder. */
  syncFolder(folder: string): void;
  rename(from: string, to: string): void;
  /** Gives a file a second name, unless somebody has that name already: then false. */
  claim(from: string, to: string): boolean;
  remove(path: string): void;
  makeFolder(folder: string): void;
}

/** The code of what the system reported, or null where the error is one of ours. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function isMissing(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function withOpen(path: string, flags: string, act: (fd: number) => void): void {
  const fd = openSync(path, flags);
  try {
    act(fd);
  } finally {
    closeSync(fd);
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

/** A pipe in place of a file would be waited for without end. */
function readRegular(path: string): Uint8Array {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) {
      const code = stats.isDirectory() ? 'EISDIR' : 'EFTYPE';
      throw Object.assign(new Error(`${code}: not a regular file`), { code, path });
    }
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Shares without hard links (SMB, exFAT) still make a file exclusively. */
function claimByCreating(from: string, to: string): boolean {
  const bytes = readFileSync(from);
  try {
    withOpen(to, 'wx', (fd) => writeAll(fd, bytes));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL']);

export const nodeDisk: Disk = {
  read: (path) => orNull(() => readRegular(path)),
  list: (folder) => orNull(() => readdirSync(folder)) ?? [],
  writtenAt: (path) => orNull(() => statSync(path).mtimeMs),
  realPath: (path) => orNull(() => realpathSync(path)),
  write: (path, bytes) => withOpen(path, 'w', (fd) => writeAll(fd, bytes)),
  refresh(path, bytes) {
    const done = orNull(() => {
      withOpen(path, 'r+', (fd) => writeAll(fd, bytes));
      return true;
    });
    return done ?? false;
  },
  sync: (path) => withOpen(path, 'r+', fsyncSync),
  syncFolder(folder) {
    // Windows cannot open a folder to flush it, and journals its names itself.
    if (process.platform === 'win32') return;
    withOpen(folder, 'r', fsyncSync);
  },
  rename: renameSync,
  claim(from, to) {
    try {
      linkSync(from, to);
      return true;
    } catch (error) {
      const code = systemCode(error) ?? '';
      if (code === 'EEXIST') return false;
      if (!WITHOUT_LINKS.has(code)) throw error;
      return claimByCreating(from, to);
    }
  },
  remove(path) {
    orNull(() => unlinkSync(path));
  },
  makeFolder(folder) {
    mkdirSync(folder, { recursive: true });
  },
};
