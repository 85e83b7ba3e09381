// Which files a book has, on a disk of the test's own making: folders list what they hold in any order, and lie if told to.

import { describe, expect, test } from 'vitest';
import { diskWorkspace } from '../../src/source/disk.js';
import type { Entry, Files, Stat } from '../../src/source/files.js';
import { listBook } from '../../src/source/listing.js';
import { Unreadable } from '../../src/source/unreadable.js';

/** A path of the book to what is there: nothing special, a pipe, or a link to another path. */
type Tree = Readonly<Record<string, 'file' | 'other' | `-> ${string}`>>;

const HOME = '/book';

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

/** A disk with these things on it, in folders that list them in the order given. */
function diskOf(tree: Tree): Files {
  const all = new Map(Object.entries(tree).map(([name, what]) => [`${HOME}/${name}`, what]));
  const isFolder = (file: string) => file === HOME || [...all.keys()].some((name) => name.startsWith(`${file}/`));
  const real = (file: string): string => {
    const parts = file.split('/');
    for (let count = 2; count <= parts.length; count++) {
      const what = all.get(parts.slice(0, count).join('/'));
      if (what?.startsWith('-> ') === true) return real([what.slice(3), ...parts.slice(count)].join('/'));
    }
    return all.has(file) || isFolder(file) ? file : fail('ENOENT');
  };
  const kindOf = (file: string): Stat['kind'] => {
    const what = all.get(file);
    return isFolder(file) ? 'folder' : what === 'other' ? 'other' : what === 'file' ? 'file' : 'link';
  };
  const stat = (file: string): Stat => {
    const at = real(file);
    return { kind: kindOf(at), size: at.length, modified: 1, changed: 1, inode: 1, device: 1 };
  };
  return {
    list(folder) {
      const at = real(folder);
      const names = [...all.keys()]
        .filter((name) => name.startsWith(`${at}/`))
        .map((name) => name.slice(at.length + 1).split('/')[0] ?? '');
      return [...new Set(names)].map((name): Entry => ({ name, kind: kindOf(`${at}/${name}`) }));
    },
    legible: () => true,
    stat,
    real,
    link: (file) => all.get(file)?.slice(3) ?? fail('EINVAL'),
    open: () => fail('EIO'),
    statOpen: () => fail('EIO'),
    read: () => 0,
    close() {},
    now: () => 1_000_000,
    sleep() {},
  };
}

function pathsOf(tree: Tree): string[] {
  return [...listBook(diskOf(tree), HOME).stats.keys()];
}

function refusal(files: Files): string {
  try {
    listBook(files, HOME);
  } catch (error) {
    if (error instanceof Unreadable) return `${error.file}: ${error.reason}`;
    throw error;
  }
  return 'read';
}

describe('a file', () => {
  test('is known by its own name, whatever links to it stand before it or behind', () => {
    const link = { 'stock/a.csv': '-> /book/stock/m.csv', 'stock/b.csv': '-> /book/stock/m.csv' } as const;
    const own = { 'stock/m.csv': 'file', 'stock/n.csv': 'file' } as const;
    expect(pathsOf({ ...link, ...own })).toEqual(['stock/m.csv', 'stock/n.csv']);
    expect(pathsOf({ ...own, ...link })).toEqual(['stock/m.csv', 'stock/n.csv']);
    expect(pathsOf({ 'stock/n.csv': 'file', ...link, 'stock/m.csv': 'file' })).toEqual(['stock/n.csv', 'stock/m.csv']);
  });

  test('that two of the book’s folders have is in both', () => {
    expect(pathsOf({ 'stock/a.csv': 'file', 'seals/b.csv': '-> /book/stock/a.csv' })).toEqual([
      'stock/a.csv',
      'seals/b.csv',
    ]);
  });

  test('outside of its folders is there where a link leads to it, under the name of the link', () => {
    expect(
      pathsOf({ 'old/a.csv': 'file', 'stock/b.csv': '-> /book/old/a.csv', 'stock/c.csv': '-> /book/old/a.csv' }),
    ).toEqual(['stock/b.csv']);
    expect(pathsOf({ 'old/a.csv': 'file', 'stock/note': '-> /book/old/a.csv' })).toEqual([]);
  });

  test('that is none when it is looked at is refused', () => {
    const tree: Tree = { 'stock/a.csv': 'file', 'items.csv': 'file' };
    const turned = (kind: Stat['kind']): Files => ({
      ...diskOf(tree),
      stat: (file) => ({ ...diskOf(tree).stat(file), kind }),
    });
    expect(refusal(turned('folder'))).toBe('stock/a.csv: EISDIR');
    expect(refusal(turned('other'))).toBe('stock/a.csv: special');
    expect(refusal(diskOf({ 'stock/p.csv': 'other' }))).toBe('stock/p.csv: special');
    expect(refusal(diskOf({ 'old/p': 'other', 'stock/p.csv': '-> /book/old/p' }))).toBe('stock/p.csv: special');
    expect(refusal(diskOf({ 'stock/pipe': 'other' }))).toBe('read');
  });
});

describe('a folder', () => {
  test('that a link leads to is read under the name of the link', () => {
    expect(pathsOf({ 'old/a.csv': 'file', 'old/b/c.csv': 'file', 'stock/2021': '-> /book/old' })).toEqual([
      'stock/2021/a.csv',
      'stock/2021/b/c.csv',
    ]);
    expect(pathsOf({ 'old/a.csv': 'file', counts: '-> /book/old' })).toEqual(['counts/a.csv']);
    expect(pathsOf({ 'old/a.csv': 'file', archive: '-> /book/old', 'x.txt': '-> /book/old' })).toEqual([]);
  });

  test('that is no folder of a book is none of its own, whatever it is called', () => {
    expect(
      pathsOf({
        'notes/a.csv': 'file',
        'backup.csv/a.csv': 'file',
        'Stock/a.csv': 'file',
        'b.csv': 'file',
        'b.txt': 'file',
      }),
    ).toEqual(['b.csv']);
    expect(pathsOf({ stock: 'file', counts: 'other' })).toEqual([]);
  });

  test('in the place of a register is told as that', () => {
    expect(refusal(diskOf({ 'items.csv/a.csv': 'file' }))).toBe('items.csv: EISDIR');
  });

  test('that is gone is told as gone, the book itself by what the system says', () => {
    const gone = (folder: string): Files => {
      const disk = diskOf({ 'stock/a.csv': 'file' });
      return { ...disk, list: (file) => (file === folder ? fail('ENOENT') : disk.list(file)) };
    };
    expect(refusal(gone('/book/stock'))).toBe('stock: gone');
    expect(refusal(gone('/book'))).toBe(': ENOENT');
  });
});

describe('names that are not Unicode', () => {
  const disk = (name: string, legible: boolean) => {
    const asked: string[] = [];
    const files: Files = {
      ...diskOf({ 'stock/a.csv': 'file', [name]: 'file' }),
      legible(folder) {
        asked.push(folder);
        return legible;
      },
    };
    return { files, asked };
  };

  test('are told with the folder that they are in', () => {
    expect(refusal(disk('stock/b\uFFFD.csv', false).files)).toBe('stock/b\uFFFD.csv: name');
    expect(refusal(disk('b\uFFFD.csv', false).files)).toBe('b\uFFFD.csv: name');
  });

  test('are asked after only where a name looks like it, and one may be called that', () => {
    const { files, asked } = disk('stock/b\uFFFD.csv', true);
    expect(refusal(files)).toBe('read');
    expect(asked).toEqual(['/book/stock']);
    const other = disk('stock/b.csv', false);
    expect(refusal(other.files)).toBe('read');
    expect(other.asked).toEqual([]);
  });
});

test('files, links that lead out and names in the wrong case are told in order, however they are listed', () => {
  const tree: Tree = {
    'stock/b.csv': 'file',
    'stock/z': '-> /elsewhere',
    'Stock/c.csv': 'file',
    'stock/a.csv': 'file',
    'stock/y': '-> /elsewhere',
    'Items.csv': 'file',
    'items.csv': 'file',
  };
  const { paths, outside, strays } = diskWorkspace(HOME, diskOf(tree));
  expect(paths).toEqual(['items.csv', 'stock/a.csv', 'stock/b.csv']);
  expect(outside).toEqual(['stock/y', 'stock/z']);
  expect(strays).toEqual(['Items.csv', 'Stock']);
});
