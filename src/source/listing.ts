// Which files of a folder are the book's, where links lead, and what each file was like when it was seen.

import path from 'node:path';
import { codeOf, type Entry, type Files, type Stat } from './files.js';
import { Unreadable } from './unreadable.js';

/** Its presence marks the root of a book. */
export const SETTINGS_FILE = 'taizhang.yaml';
/** Folders whose files belong to a book. */
export const LEDGER_FOLDERS = ['stock', 'deliveries', 'counts', 'requests', 'needs', 'census', 'roster', 'rollcalls'];
const OTHER_FOLDERS = ['org', 'seals', 'imports', 'templates'];
const FOLDERS = [...LEDGER_FOLDERS, ...OTHER_FOLDERS];
const FILES = [SETTINGS_FILE, 'org.yaml', 'items.csv', 'sites.csv', 'staff.csv', 'parties.csv', 'norms.csv'];

export interface Listing {
  readonly stats: ReadonlyMap<string, Stat>;
  /** Links that lead out of the book: they are not followed. */
  readonly outside: readonly string[];
  /** Names in the root that are a folder's or a register's but for the case of their letters: they are not read. */
  readonly strays: readonly string[];
}

/** The files a book is made of: tables and YAML. */
function isBookFile(name: string): boolean {
  return /\.(csv|ya?ml|json)$/iu.test(name);
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

const known = new Map([...FOLDERS, ...FILES].map((name) => [folded(name), name]));

/** The name that one in the root was perhaps meant to be; null where it is that or none. */
export function meantBy(name: string): string | null {
  const meant = known.get(folded(name));
  return meant === undefined || meant === name ? null : meant;
}

export function listBook(files: Files, home: string): Listing {
  const stats = new Map<string, Stat>();
  const outside: string[] = [];
  const strays: string[] = [];
  /** Real places in each of the book's folders, by the first name they were found under. */
  const met = new Set<string>();

  const within = (target: string): boolean => target === home || target.startsWith(home + path.sep);
  const asked = <T>(name: string, act: () => T): T => {
    try {
      return act();
    } catch (error) {
      const code = codeOf(error);
      throw new Unreadable(name, code === 'ENOENT' && name !== '' ? 'gone' : code);
    }
  };

  const visit = (folder: string, real: string, above: readonly string[]): void => {
    const absolute = path.join(home, folder);
    const entries = asked(folder, () => files.list(absolute));
    const illegible = entries.find(({ name }) => name.includes('\uFFFD'));
    if (illegible !== undefined && !files.legible(absolute)) {
      throw new Unreadable(folder === '' ? illegible.name : `${folder}/${illegible.name}`, 'name');
    }
    // Links last: a file is known by its own name rather than by that of a link to it.
    entries.sort((a, b) => Number(a.kind === 'link') - Number(b.kind === 'link'));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      if (folder === '' && !belongs(entry)) continue;
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.kind === 'link') follow(name, real, above);
      else if (entry.kind === 'folder') enter(name, path.join(real, entry.name), above);
      else if (isBookFile(name)) take(name, path.join(real, entry.name));
    }
  };

  /** Of the root only what a book has. */
  const belongs = ({ name, kind }: Entry): boolean => {
    if (FOLDERS.includes(name)) return true;
    if (FILES.includes(name) && kind === 'folder') throw new Unreadable(name, 'EISDIR');
    if (meantBy(name) !== null) {
      strays.push(name);
      return false;
    }
    return kind !== 'folder' && isBookFile(name);
  };

  const take = (name: string, real: string): void => {
    // A file that a folder has under two names, by a link, is one file.
    const key = `${name.split('/')[0]}\0${real}`;
    if (met.has(key)) return;
    met.add(key);
    const stat = asked(name, () => files.stat(path.join(home, name)));
    if (stat.kind !== 'file') throw new Unreadable(name, stat.kind === 'folder' ? 'EISDIR' : 'special');
    stats.set(name, stat);
  };

  const enter = (name: string, real: string, above: readonly string[]): void => {
    // A folder inside itself, by a link, has nothing new to say.
    if (!above.includes(real)) visit(name, real, [...above, real]);
  };

  const follow = (name: string, folder: string, above: readonly string[]): void => {
    let target: string;
    try {
      target = files.real(path.join(home, name));
    } catch (error) {
      const named = path.resolve(
        folder,
        asked(name, () => files.link(path.join(home, name))),
      );
      if (!within(named)) outside.push(name);
      else throw new Unreadable(name, codeOf(error) === 'ENOENT' ? 'dangling' : codeOf(error));
      return;
    }
    if (!within(target)) {
      outside.push(name);
      return;
    }
    const { kind } = asked(name, () => files.stat(target));
    if (kind === 'folder') enter(name, target, above);
    else if (isBookFile(name)) take(name, target);
  };

  visit('', home, [home]);
  return { stats, outside, strays };
}
