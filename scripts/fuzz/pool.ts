// Books and files to start from: those of the repository, and the real ones beside it where they are there.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Files } from './case.js';

export interface Pool {
  /** Small whole books, good and broken. */
  readonly books: readonly { readonly name: string; readonly files: Files }[];
  /** Strings that break software. */
  readonly naughty: readonly string[];
  /** Files that an import may be given. */
  readonly imports: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A case costs what its book costs: larger ones are cut down to their first files and lines. */
const MOST = 6000;

export function readPool(root: string, shared: string | null): Pool {
  const books = [
    ...booksUnder(path.join(root, 'test/fixtures/checks')),
    { name: 'broken', files: filesOf(path.join(root, 'test/broken/book')) },
    { name: 'shizhu', files: filesOf(path.join(root, 'data/shizhu')) },
  ].map(({ name, files }) => ({ name, files: cutDown(files) }));
  const imports: { name: string; bytes: Uint8Array }[] = [];
  for (const folder of ['data/shizhu/stock', 'test/broken/book/stock']) {
    for (const [name, bytes] of Object.entries(filesOf(path.join(root, folder))))
      imports.push({ name, bytes: firstLines(bytes, 4000) });
  }
  let naughty = homemade;
  if (shared !== null && existsSync(shared)) {
    naughty = [...naughty, ...strings(path.join(shared, 'naughty-strings/blns.json'))];
    for (const folder of ['csv-spectrum', 'redcross-wuhan', 'retail-week']) {
      for (const [name, bytes] of Object.entries(filesOf(path.join(shared, folder), /\.(csv|xlsx)$/iu))) {
        imports.push({ name, bytes: /\.csv$/iu.test(name) ? firstLines(bytes, 4000) : bytes });
      }
    }
  }
  return { books, naughty, imports };
}

function strings(file: string): string[] {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(data) ? data.filter((one): one is string => typeof one === 'string') : [];
}

function booksUnder(folder: string): { name: string; files: Files }[] {
  if (existsSync(path.join(folder, 'taizhang.yaml')) || /^(?:wrong|near)$/u.test(path.basename(folder))) {
    return [{ name: folder.split(path.sep).slice(-3).join('/'), files: filesOf(folder) }];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => booksUnder(path.join(folder, name)));
}

function filesOf(folder: string, wanted = /\.(csv|ya?ml|json)$/iu): Files {
  const files: Files = {};
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const at = path.join(folder, name);
    if (wanted.test(name) && statSync(at, { throwIfNoEntry: false })?.isFile() === true) {
      files[name.split(path.sep).join('/')] = readFileSync(at);
    }
  }
  return files;
}

function cutDown(files: Files): Files {
  const names = Object.keys(files);
  const size = names.reduce((sum, name) => sum + files[name]!.length, 0);
  if (size <= MOST) return files;
  const kept: Files = {};
  const seen = new Map<string, number>();
  for (const name of names) {
    const folder = name.includes('/') ? name.split('/')[0]! : name;
    const n = seen.get(folder) ?? 0;
    seen.set(folder, n + 1);
    if (n < 2) kept[name] = name.endsWith('.csv') ? firstLines(files[name]!, 900) : files[name]!;
  }
  return kept;
}

function firstLines(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  const end = bytes.lastIndexOf(0x0a, most);
  return bytes.slice(0, end < 0 ? most : end + 1);
}

/** Where the public list is not there, and what it lacks. */
const homemade = [
  '',
  ' ',
  '\u3000',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '\u202eevil\u202c',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u2028\u2029',
  'é́́́́',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '１２３．５',
  '①②③',
  '٣٤٥',
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-1',
  '\t1',
  '<script>alert(1)</script>',
  '|a|b|',
  '`x`',
  '%0A::error::x',
  '::error file=a::b',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  'None',
  '../../etc/passwd',
  'C:\\CON',
  'count:2022-01-12:D1',
  'transit',
  '在途',
  'ﷺ',
  'ｶﾞ',
  'ſ',
  'İ',
  'ß',
  '\ud800',
  '\udfff\ud800',
  '"',
  '""',
  "'",
  '<<<<<<< HEAD',
  '=======',
];
