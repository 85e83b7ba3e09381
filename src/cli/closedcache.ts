// Where what is remembered of closed days lies: in the user's own cache, never in the book, which may come from anybody.
// Nothing depends on it: what is missing, broken, foreign or of another version is as good as not there.

import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Memory, type Origin, parseRemembered, type Remembered, renderRemembered } from '../closed/remembered.js';

type Environment = Readonly<Record<string, string | undefined>>;

declare const __TAIZHANG_VERSION__: string;

/** What is remembered, beside the drawers that it names. */
const MEMORY = 'closed.json';
/** Files that may be thrown away once nobody names them: drawers, and drafts of anything. */
const DISPOSABLE = /^(?:[0-9a-f]{64}\.drawer|(?:closed\.json|[0-9a-f]{64}\.drawer)\.\d+\.new)$/u;

/** The folder for what may be thrown away; null where there is none, or none is wanted. */
function cacheHome(env: Environment): string | null {
  if (env.TAIZHANG_CACHE === 'off') return null;
  const named = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (named !== undefined && path.isAbsolute(named)) return path.join(named, 'taizhang');
  const home = homedir();
  return path.isAbsolute(home) ? path.join(home, '.cache', 'taizhang') : null;
}

/**
 * What goes wrong with what is remembered is none of the user's business: the whole history answers, and says what is
 * wrong where anything is.
 */
export function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** Somebody else's folder, one that others may write to, or a link to anywhere says nothing. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  if (!stat.isDirectory()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}

/**
 * One folder after the other. Where a file system has a parent and says of its child that there is none (/proc), Node's
 * own recursion never ends.
 */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolders(parent);
  mkdirSync(folder, { mode: 0o700 });
}

/** A pipe in place of a file would be waited for without end. */
function regular(file: string): Buffer {
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(fd).isFile()) throw new Error('not a regular file');
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

export class ClosedCache {
  private constructor(
    private readonly folder: string,
    private readonly origin: Origin,
  ) {}

  /** Null where nothing may be kept. */
  static of(root: string, env: Environment): ClosedCache | null {
    return quietly(() => {
      const home = cacheHome(env);
      if (home === null) return null;
      const book = realpathSync(root);
      const key = createHash('sha256').update(book).digest('hex').slice(0, 32);
      // A version that is being worked on has many builds.
      const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url));
      const program = [__TAIZHANG_VERSION__, mtimeMs, size].join(' ');
      return new ClosedCache(path.join(home, key), { program, node: process.version, book });
    });
  }

  read(): Remembered | null {
    return quietly(() => {
      if (!isOurs(this.folder)) return null;
      return parseRemembered(this.origin, regular(this.file(MEMORY)).toString('utf8'));
    });
  }

  readonly drawer = (sha256: string): Uint8Array | null => quietly(() => regular(this.file(`${sha256}.drawer`)));

  /** Drawers first: what is remembered names them. Each file is there as a whole or not at all. */
  write({ remembered, drawer }: Memory): void {
    quietly(() => {
      makeFolders(this.folder);
      if (!isOurs(this.folder)) return;
      const names = remembered.drawers.map(({ sha256 }) => `${sha256}.drawer`);
      const last = names[names.length - 1];
      if (drawer !== null && last !== undefined) this.put(last, drawer);
      this.put(MEMORY, renderRemembered(this.origin, remembered));
      // Drawers that nobody names any more, and drafts of a program that was killed; who is just writing one only loses it.
      for (const name of readdirSync(this.folder)) {
        if (DISPOSABLE.test(name) && !names.includes(name)) quietly(() => unlinkSync(this.file(name)));
      }
    });
  }

  private put(name: string, content: string | Uint8Array): void {
    const draft = this.file(`${name}.${process.pid}.new`);
    try {
      writeFileSync(draft, content, { mode: 0o600 });
      renameSync(draft, this.file(name));
    } catch (error) {
      quietly(() => unlinkSync(draft));
      throw error;
    }
  }

  private file(name: string): string {
    return path.join(this.folder, name);
  }
}
