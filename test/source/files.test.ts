// A book's files one by one: how each is told from what it was, opened, read and closed again.

import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { diskWorkspace, openOnDisk } from '../../src/source/disk.js';
import { codeOf, type Files, nodeFiles, type Stat, same } from '../../src/source/files.js';
import { meantBy } from '../../src/source/listing.js';
import { Unreadable } from '../../src/source/unreadable.js';
import { bytesSource, memoryWorkspace, type OpenFile, type Workspace } from '../../src/source/workspace.js';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'taizhang-files-')));
  made.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** Nobody waits for a clock to tick. */
const unhurried: Files = { ...nodeFiles, sleep() {} };

/** What was refused, and why. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Unreadable) return `${error.file}: ${error.reason}`;
    throw error;
  }
  return 'read';
}

/** All bytes that reading in parts gives. */
function inParts(file: OpenFile, part: number): string {
  const parts: Uint8Array[] = [];
  for (;;) {
    const into = new Uint8Array(part + 2).fill(0x5f);
    const count = file.read(into, 1, part);
    expect([into[0], into[count + 1]]).toEqual([0x5f, 0x5f]);
    if (count === 0) break;
    expect(count).toBeLessThanOrEqual(part);
    parts.push(into.subarray(1, count + 1));
  }
  expect(file.ended).toBe(true);
  return Buffer.concat(parts).toString();
}

describe.each([
  ['on a disk', (files: Readonly<Record<string, string>>): Workspace => diskWorkspace(folderWith(files), unhurried)],
  ['in memory', memoryWorkspace],
])('a book %s', (_, bookWith) => {
  const files = { 'stock/b.csv': 'date,qty\n2022-01-12,5\n', 'items.csv': '', 'stock/a.csv': '防护服' };

  test('lists its files in order, with their sizes', () => {
    const book = bookWith(files);
    expect(book.paths).toEqual(['items.csv', 'stock/a.csv', 'stock/b.csv']);
    expect(book.paths.map((file) => book.size(file))).toEqual([0, 9, 22]);
    expect([book.has('items.csv'), book.has('stock'), book.has('x.csv')]).toEqual([true, false, false]);
    expect([book.outside, book.strays]).toEqual([[], []]);
  });

  test('gives a file in parts of any size, each byte once, and whole whatever was read before', () => {
    const book = bookWith(files);
    for (const part of [1, 4, 21, 22, 23, 100]) {
      const file = book.open('stock/b.csv');
      expect([file.size, file.ended]).toEqual([22, false]);
      expect(inParts(file, part)).toBe(files['stock/b.csv']);
      expect(Buffer.from(file.all()).toString()).toBe(files['stock/b.csv']);
      file.close();
    }
    const empty = book.open('items.csv');
    expect([empty.ended, empty.all().length]).toEqual([true, 0]);
    empty.close();
  });

  test('has nothing to say of a file that it does not have', () => {
    const book = bookWith(files);
    for (const act of [book.open, book.size, book.stamp])
      expect(refusal(() => act('stock/c.csv'))).toBe('stock/c.csv: unlisted');
  });

  test('is as it was as long as nobody changes it', () => {
    const book = bookWith(files);
    expect(refusal(() => book.confirm())).toBe('read');
    expect(book.stamp('stock/a.csv')).toBe(book.stamp('stock/a.csv'));
    expect(book.stamp('stock/a.csv')).not.toBe(book.stamp('stock/b.csv'));
  });
});

test('bytes are a file too', () => {
  const source = bytesSource(Buffer.from('abc'));
  expect([source.size, source.ended, inParts(source, 2)]).toEqual([3, false, 'abc']);
});

test('a refusal says which file and why; the root is a point', () => {
  expect(new Unreadable('a.csv', 'gone').message).toBe('a.csv: gone');
  expect(new Unreadable('', 'EIO').message).toBe('.: EIO');
});

describe('what a file was', () => {
  const stat: Stat = { kind: 'file', size: 1, modified: 2, changed: 3, inode: 4, device: 5 };

  test('is the same only where everything about it is', () => {
    expect(same(stat, { ...stat })).toBe(true);
    for (const key of ['size', 'modified', 'changed', 'inode', 'device'] as const)
      expect([key, same(stat, { ...stat, [key]: 9 })]).toEqual([key, false]);
  });

  test('shows in its stamp, whichever of its size, times and place is another', () => {
    const root = folderWith({ 'items.csv': 'a,b\n' });
    const file = path.join(root, 'items.csv');
    const stamps = new Set<string>();
    const stamp = () => stamps.add(diskWorkspace(root, unhurried).stamp('items.csv'));
    stamp();
    stamp();
    expect(stamps.size).toBe(1);
    for (const key of ['size', 'modified', 'changed', 'inode'] as const) {
      const other: Files = { ...unhurried, stat: (one) => ({ ...nodeFiles.stat(one), [key]: 1 }) };
      stamps.add(diskWorkspace(root, other).stamp('items.csv'));
    }
    expect(stamps.size).toBe(5);
    utimesSync(file, 1, 1);
    stamp();
    expect(stamps.size).toBe(6);
  });

  test('tells when it last changed, in its text or in its name and place', () => {
    const at = (modified: number, changed: number) => {
      const files: Files = { ...unhurried, stat: (one) => ({ ...nodeFiles.stat(one), modified, changed }) };
      return diskWorkspace(folderWith({ 'items.csv': '' }), files).changedAt?.('items.csv');
    };
    expect([at(7, 9), at(9, 7)]).toEqual([9, 9]);
  });

  test('is of a kind', () => {
    const root = folderWith({ 'a/b.csv': 'abc' });
    symlinkSync('b.csv', path.join(root, 'a/c.csv'));
    expect(nodeFiles.stat(path.join(root, 'a'))).toMatchObject({ kind: 'folder' });
    expect(nodeFiles.stat(path.join(root, 'a/c.csv'))).toMatchObject({ kind: 'file', size: 3 });
    expect(nodeFiles.list(path.join(root, 'a')).toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      { name: 'b.csv', kind: 'file' },
      { name: 'c.csv', kind: 'link' },
    ]);
    expect(nodeFiles.link(path.join(root, 'a/c.csv'))).toBe('b.csv');
    expect(nodeFiles.real(path.join(root, 'a/c.csv'))).toBe(path.join(root, 'a/b.csv'));
    expect(nodeFiles.legible(path.join(root, 'a'))).toBe(true);
    expect(nodeFiles.legible(path.join(root, 'nowhere'))).toBe(false);
    const before = Date.now();
    nodeFiles.sleep(15);
    expect(nodeFiles.now() - before).toBeGreaterThanOrEqual(14);
  });

  test('an error without a code is told as it is', () => {
    expect(codeOf(Object.assign(new Error('x'), { code: 'EIO' }))).toBe('EIO');
    expect(codeOf(new Error('out of luck'))).toBe('Error: out of luck');
    expect(codeOf('nothing')).toBe('nothing');
    expect(codeOf({ code: 'EIO' })).toBe('[object Object]');
  });
});

describe('a file on a disk', () => {
  test('of the last byte that a place can tell is opened, and one more is too large', () => {
    const root = folderWith({ 'a.csv': '' });
    truncateSync(path.join(root, 'a.csv'), 2 ** 32 - 1);
    const file = openOnDisk(root, 'a.csv');
    expect(file.size).toBe(2 ** 32 - 1);
    file.close();
    truncateSync(path.join(root, 'a.csv'), 2 ** 32);
    expect(refusal(() => openOnDisk(root, 'a.csv'))).toBe('a.csv: large');
  });

  test('that grows while it is read ends where it ended, and closing it says so', () => {
    const root = folderWith({ 'a.csv': 'abc' });
    const file = openOnDisk(root, 'a.csv');
    writeFileSync(path.join(root, 'a.csv'), 'abcdef');
    expect(inParts(file, 10)).toBe('abc');
    expect(Buffer.from(file.all()).toString()).toBe('abc');
    expect(refusal(() => file.close())).toBe('a.csv: changed');
  });

  test('that shrinks while it is read is refused', () => {
    const root = folderWith({ 'a.csv': 'abc' });
    const file = openOnDisk(root, 'a.csv');
    truncateSync(path.join(root, 'a.csv'), 1);
    expect(refusal(() => file.all())).toBe('a.csv: changed');
    expect(refusal(() => file.close())).toBe('a.csv: changed');
  });

  test('is opened as what it was when it was listed, or not at all', () => {
    const root = folderWith({ 'a.csv': 'abc', 'b.csv': 'abc' });
    const listed = nodeFiles.stat(path.join(root, 'a.csv'));
    expect(refusal(() => openOnDisk(root, 'a.csv', listed).close())).toBe('read');
    renameSync(path.join(root, 'b.csv'), path.join(root, 'a.csv'));
    expect(refusal(() => openOnDisk(root, 'a.csv', listed))).toBe('a.csv: changed');
    expect(refusal(() => openOnDisk(root, 'b.csv'))).toBe('b.csv: gone');
    mkdirSync(path.join(root, 'c.csv'));
    expect(refusal(() => openOnDisk(root, 'c.csv'))).toMatch(/^c\.csv: (?:special|EISDIR)$/u);
  });

  test('is closed again, whatever becomes of it', () => {
    const root = folderWith({ 'a.csv': 'abc', 'b.csv': 'abc' });
    const open = new Set<number>();
    const files: Files = {
      ...nodeFiles,
      open(file) {
        const fd = nodeFiles.open(file);
        open.add(fd);
        return fd;
      },
      close(fd) {
        open.delete(fd);
        nodeFiles.close(fd);
      },
    };
    openOnDisk(root, 'a.csv', null, files).close();
    const other = nodeFiles.stat(path.join(root, 'b.csv'));
    expect(refusal(() => openOnDisk(root, 'a.csv', other, files))).toBe('a.csv: changed');
    const file = openOnDisk(root, 'a.csv', null, files);
    writeFileSync(path.join(root, 'a.csv'), 'other');
    expect(refusal(() => file.close())).toBe('a.csv: changed');
    truncateSync(path.join(root, 'a.csv'), 2 ** 32);
    expect(refusal(() => openOnDisk(root, 'a.csv', null, files))).toBe('a.csv: large');
    expect(open.size).toBe(0);
  });
});

describe('a book on a disk', () => {
  test('that is nowhere cannot be read', () => {
    expect(refusal(() => diskWorkspace('/nowhere/at/all'))).toBe(': ENOENT');
  });

  test('has a home where another thread may read, and only on this disk', () => {
    const root = folderWith({ 'items.csv': '' });
    expect(diskWorkspace(root).home).toBe(root);
    expect('home' in diskWorkspace(root, unhurried)).toBe(false);
  });

  test('is no longer what it was once a file has come, gone or changed, or a change of several is half done', () => {
    const root = folderWith({ 'items.csv': 'a', 'stock/a.csv': 'a' });
    const once = (change: () => void): string => {
      const book = diskWorkspace(root, unhurried);
      change();
      return refusal(() => book.confirm());
    };
    expect(once(() => {})).toBe('read');
    expect(once(() => writeFileSync(path.join(root, 'notes.txt'), ''))).toBe('read');
    expect(once(() => writeFileSync(path.join(root, 'stock/b.csv'), ''))).toBe('stock/b.csv: changed');
    expect(once(() => writeFileSync(path.join(root, 'items.csv'), 'bb'))).toBe('items.csv: changed');
    expect(once(() => rmSync(path.join(root, 'items.csv')))).toBe('items.csv: gone');
    mkdirSync(path.join(root, '.taizhang'));
    expect(once(() => writeFileSync(path.join(root, '.taizhang/journal.json'), '{}'))).toBe(': unfinished');
  });

  test.each([
    [-1, 0],
    [0, 1],
    [20, 1],
    [21, 0],
  ])('changed %d ms ago is listed again after a tick %d times', (age, times) => {
    const root = folderWith({ 'items.csv': '', 'sites.csv': '' });
    const slept: number[] = [];
    const files: Files = {
      ...nodeFiles,
      stat: (file) => ({ ...nodeFiles.stat(file), changed: file.endsWith('items.csv') ? 1000 : 400 }),
      now: () => 1000 + age,
      sleep: (ms) => slept.push(ms),
    };
    expect(diskWorkspace(root, files).paths).toEqual(['items.csv', 'sites.csv']);
    expect(slept).toEqual(Array(times).fill(20));
  });

  test('keeps to the folders and files of a book', () => {
    const names = ['org/units.yml', 'seals/1.json', 'imports/a.CSV', 'templates/x.yaml', 'needs/n.csv', 'census/c.csv'];
    const others = [
      'notes/a.csv',
      'stock/a.txt',
      'stock/csv',
      'stock/a.csv.bak',
      'stock/.hidden.csv',
      'stock/.git/a.csv',
      'README.md',
    ];
    const root = folderWith(
      Object.fromEntries([...names, ...others, 'stock/2022/01/a.csv', 'odd.csv'].map((name) => [name, ''])),
    );
    expect(diskWorkspace(root, unhurried).paths).toEqual(['odd.csv', 'stock/2022/01/a.csv', ...names].toSorted());
  });

  test('knows a name that was meant for one of its own', () => {
    const meant = ['Stock', 'ＯＲＧ.yaml', 'ITEMS.CSV', 'stock', 'stocks', 'Templates'].map(meantBy);
    expect(meant).toEqual(['stock', 'org.yaml', 'items.csv', null, null, 'templates']);
  });
});
