// What is remembered of closed days lies in the user's cache: used where it fits, never missed where it does not.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Night } from '../../src/cli/night.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { everything, sealed, wholeAnswer } from '../closed/nights.js';
import { settings, sites, staff } from '../record/book.js';

const header = 'date,time,doc,kind,item,lot,expiry,qty,unit,from,to,by,ref\n';
const items =
  'item,name,category,unit,packs,lots\nSUIT,防护服,protective,套,箱=20,no\nMILK,牛奶,living,盒,箱=12,auto\n';
const stockOf = (...rows: readonly string[]): string => `${header}${rows.map((row) => `${row}\n`).join('')}`;
const book: Readonly<Record<string, string>> = {
  'taizhang.yaml': settings,
  'items.csv': items,
  'sites.csv': sites,
  'staff.csv': staff,
  'stock/2022-01-10.csv': stockOf(
    '2022-01-10,,QC20220110-001,opening,SUIT,,,200,,,D1,P1,',
    '2022-01-10,,QC20220110-002,opening,MILK,L1,2022-03-01,50,,,D1,P1,',
  ),
  'stock/2022-01-11.csv': stockOf(
    '2022-01-11,,CK20220111-001,issue,SUIT,,,30,,D1,S1,P1,',
    '2022-01-11,,CK20220111-002,issue,MILK,,,5,,D1,F1,P1,',
  ),
  // Signed for what is still on its way, and back from what had arrived.
  'stock/2022-01-12.csv': stockOf(
    '2022-01-12,,CK20220112-001,issue,SUIT,,,10,,D1,F1,P1,',
    '2022-01-12,,TK20220112-001,return,MILK,,,2,,F1,D1,P1,CK20220111-002',
  ),
  'deliveries/2022-01-12.csv': 'date,doc,item,received,site\n2022-01-12,CK20220111-001,SUIT,29,S1\n',
};

const CLOSED = ['stock/2022-01-10.csv', 'stock/2022-01-11.csv'];
const names = ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'TAIZHANG_CACHE'];
const before = new Map(names.map((name) => [name, process.env[name]]));
let home = '';
let root = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'taizhang-cache-'));
  root = path.join(home, 'book');
  process.env.XDG_CACHE_HOME = path.join(home, 'cache');
  process.env.LOCALAPPDATA = path.join(home, 'cache');
  process.env.TAIZHANG_CACHE = '';
  for (const [name, content] of Object.entries(sealed(book, '2022-01-11'))) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
    longAgo(name);
  }
});

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(home, { recursive: true, force: true });
});

function longAgo(name: string): void {
  utimesSync(path.join(root, name), 1e9, 1e9);
}

/** Plays one night; returns which closed files were read for it, once its answer has been held to the whole one. */
function closedFilesRead(): string[] {
  const workspace = diskWorkspace(root);
  const opened = new Set<string>();
  const watched = {
    ...workspace,
    open: (file: string) => {
      opened.add(file);
      return workspace.open(file);
    },
  };
  const night = new Night();
  const { checked } = night.open(watched, root, null, null);
  expect(everything(checked)).toEqual(wholeAnswer(workspace, null));
  const read = CLOSED.filter((file) => opened.has(file));
  night.keep();
  return read;
}

/** Files in the cache, with the folder of their book. */
function cached(): string[] {
  const folder = path.join(home, 'cache', 'taizhang');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}

function rememberedFile(): string {
  return cached().find((name) => name.endsWith('closed.json')) ?? '';
}

/** Files that have just been written are read once more: within a moment they could change again and not show it. */
function nightsUntilSettled(): void {
  const now = Date.now;
  Date.now = () => now() + 60_000;
  try {
    closedFilesRead();
    closedFilesRead();
  } finally {
    Date.now = now;
  }
}

describe('a book that is closed but for today', () => {
  test('is read whole once, and from then on only what is open', () => {
    nightsUntilSettled();
    expect(closedFilesRead()).toEqual([]);
  });

  test('is read whole where nothing may be kept', () => {
    process.env.TAIZHANG_CACHE = 'off';
    nightsUntilSettled();
    expect(closedFilesRead()).toEqual(CLOSED);
    expect(cached()).toEqual([]);
  });

  test('does not keep what a program that was killed left half written', () => {
    nightsUntilSettled();
    const draft = `${rememberedFile()}.1.new`;
    writeFileSync(draft, 'half of');
    utimesSync(path.join(root, 'stock/2022-01-11.csv'), 1.1e9, 1.1e9);
    const strange = path.join(path.dirname(draft), 'notes.txt');
    writeFileSync(strange, 'whoever put this here');
    closedFilesRead();
    expect(cached()).not.toContain(draft);
    expect(cached()).toContain(strange);
  });

  test('keeps nothing in the book itself', () => {
    const files = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    const were = files();
    nightsUntilSettled();
    expect(files()).toEqual(were);
  });

  test('is remembered for its owner alone', () => {
    nightsUntilSettled();
    const found = cached();
    expect(found.length).toBeGreaterThan(1);
    if (process.platform === 'win32') return;
    for (const file of found) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    }
  });

  test('is read whole after a closed file changed, its size and its time kept', () => {
    nightsUntilSettled();
    const file = path.join(root, 'stock/2022-01-11.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('SUIT,,,30', 'SUIT,,,31'));
    longAgo('stock/2022-01-11.csv');
    expect(closedFilesRead()).toEqual(CLOSED);
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test('is hashed again where only the time changed, and not read', () => {
    nightsUntilSettled();
    utimesSync(path.join(root, 'stock/2022-01-11.csv'), 1.1e9, 1.1e9);
    const whole = readFileSync(rememberedFile(), 'utf8');
    expect(closedFilesRead()).toEqual(['stock/2022-01-11.csv']);
    expect(readFileSync(rememberedFile(), 'utf8')).not.toBe(whole);
  });
});

describe('what is remembered is as good as not there', () => {
  const spoil: readonly (readonly [string, (text: string) => string])[] = [
    ['empty', () => ''],
    ['cut short', (text) => text.slice(0, text.length >> 1)],
    ['of one line', (text) => text.split('\n')[0] ?? ''],
    ['not what its digest says', (text) => text.replace('QC20220110-001', 'QC20220110-009')],
    ['of another format', (text) => text.replace('"format":1', '"format":0')],
    ['of another version of the program', (text) => text.replace('0.0.0-test', '0.0.0-tesu')],
    ['of another version of Node', (text) => text.replace(process.version, 'v1.0.0')],
    ['no text at all', () => '\u0000\uFFFD\n{}'],
  ];

  test.each(spoil)('where it is %s', (_, change) => {
    nightsUntilSettled();
    const text = readFileSync(rememberedFile(), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(rememberedFile(), change(text));
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test('where a drawer of documents is gone or spoilt', () => {
    nightsUntilSettled();
    const drawer = cached().find((name) => name.endsWith('.drawer')) ?? '';
    writeFileSync(drawer, readFileSync(drawer).fill(7, 0, 20));
    expect(closedFilesRead()).toEqual(CLOSED);
    nightsUntilSettled();
    rmSync(drawer);
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test('where another book has taken its place', () => {
    nightsUntilSettled();
    renameSync(root, `${root}-before`);
    cpSync(`${root}-before`, root, { recursive: true });
    writeFileSync(path.join(root, 'items.csv'), items.replace('箱=20', '箱=50'));
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test('where the book has moved, however like it is', () => {
    nightsUntilSettled();
    renameSync(root, `${root}-moved`);
    root = `${root}-moved`;
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test.skipIf(process.platform === 'win32')('where others may write to it', () => {
    nightsUntilSettled();
    chmodSync(path.dirname(rememberedFile()), 0o777);
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test.skipIf(process.platform === 'win32')('where a link leads elsewhere, and nothing is put there', () => {
    nightsUntilSettled();
    const folder = path.dirname(rememberedFile());
    renameSync(folder, `${home}/elsewhere`);
    symlinkSync(`${home}/elsewhere`, folder);
    const were = readFileSync(`${home}/elsewhere/closed.json`, 'utf8');
    utimesSync(path.join(root, 'stock/2022-01-11.csv'), 1.1e9, 1.1e9);
    expect(closedFilesRead()).toEqual(CLOSED);
    expect(readFileSync(`${home}/elsewhere/closed.json`, 'utf8')).toBe(were);
  });

  test.skipIf(process.platform === 'win32')('where a pipe, which nobody writes to, stands in place of a file', () => {
    for (const pick of ['closed.json', '.drawer']) {
      nightsUntilSettled();
      const file = cached().find((name) => name.endsWith(pick)) ?? '';
      rmSync(file);
      execFileSync('mkfifo', [file]);
      expect(closedFilesRead()).toEqual(CLOSED);
      rmSync(file, { force: true });
    }
  });

  test.skipIf(process.platform !== 'linux')('where no folder can be made in the one that is there', () => {
    process.env.XDG_CACHE_HOME = '/proc/self';
    nightsUntilSettled();
    expect(closedFilesRead()).toEqual(CLOSED);
  });

  test('where a file stands in the way of the folder', () => {
    writeFileSync(path.join(home, 'cache'), 'not a folder');
    nightsUntilSettled();
    expect(closedFilesRead()).toEqual(CLOSED);
  });
});
