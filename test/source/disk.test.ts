// A book on a real disk, with everything in its folders that is no plain file, and with files that change at every moment
// of the reading: it is read as it was at one moment, or not at all.

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { type Files, nodeFiles } from '../../src/source/files.js';
import { Unreadable } from '../../src/source/unreadable.js';

const HEADER = 'date,doc,kind,item,qty,to\n';
const row = (n: number, qty: number) => `2022-01-12,QC20220112-${String(n).padStart(3, '0')},opening,SUIT,${qty},D1\n`;
const plain: Readonly<Record<string, string>> = {
  'taizhang.yaml': 'title: 东街\n',
  'items.csv': 'item,name,category,unit\nSUIT,防护服,protective,套\n',
  'sites.csv': 'site,name,kind\nD1,Depot,depot\n',
  'stock/a.csv': HEADER + row(1, 1),
  'stock/b.csv': HEADER + row(2, 2),
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function bookWith(more: Readonly<Record<string, string>> = {}): string {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'taizhang-disk-')), 'book');
  made.push(path.dirname(root));
  for (const [name, text] of Object.entries({ ...plain, ...more })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** What a book says: how much there is, and the findings; or why it is not read. */
function told(root: string, files: Files = nodeFiles): { qty: number; codes: string[] } | string {
  try {
    const workspace = diskWorkspace(root, files);
    const book = loadBook(workspace);
    let qty = 0;
    for (let at = 0; at < book.stock.length; at++) qty += book.stock.movement(at).qty / 1_000_000;
    const { diagnostics } = checkBook(workspace, book, null);
    return { qty, codes: diagnostics.map(({ code, at }) => `${at.file} ${code}`).filter((one) => !/stale/.test(one)) };
  } catch (error) {
    if (error instanceof Unreadable) return `${error.file}: ${error.reason}`;
    throw error;
  }
}

describe('links', () => {
  test('out of the book are reported and not followed, whatever they lead to', () => {
    const root = bookWith();
    writeFileSync(path.join(root, '../far.csv'), HEADER + row(9, 9));
    mkdirSync(path.join(root, '../far'));
    symlinkSync('../../far.csv', path.join(root, 'stock/c.csv'));
    symlinkSync('../../far', path.join(root, 'stock/d'));
    symlinkSync('/dev/zero', path.join(root, 'stock/e.csv'));
    symlinkSync('/nowhere/at/all', path.join(root, 'stock/f.csv'));
    symlinkSync('../far', path.join(root, 'counts'));
    const codes = ['counts', 'stock/c.csv', 'stock/d', 'stock/e.csv', 'stock/f.csv'].map(
      (at) => `${at} file/outside-book`,
    );
    expect(told(root)).toEqual({ qty: 3, codes });
  });

  test('inside the book are followed, and what they lead to counts once', () => {
    const root = bookWith({ 'archive/c.csv': HEADER + row(3, 4) });
    symlinkSync('../archive', path.join(root, 'stock/old'));
    symlinkSync('a.csv', path.join(root, 'stock/0-latest.csv'));
    symlinkSync('../archive/c.csv', path.join(root, 'stock/z.csv'));
    expect(told(root)).toEqual({ qty: 7, codes: [] });
  });

  test('round in a circle', () => {
    const root = bookWith();
    symlinkSync('.', path.join(root, 'stock/all'));
    symlinkSync('..', path.join(root, 'stock/up'));
    expect(told(root)).toEqual({ qty: 3, codes: [] });
    symlinkSync('y.csv', path.join(root, 'stock/x.csv'));
    symlinkSync('x.csv', path.join(root, 'stock/y.csv'));
    expect(told(root)).toBe('stock/x.csv: ELOOP');
  });

  test('to something that is not there, or is no file', () => {
    const root = bookWith();
    symlinkSync('gone.csv', path.join(root, 'stock/c.csv'));
    expect(told(root)).toBe('stock/c.csv: dangling');
    unlinkSync(path.join(root, 'stock/c.csv'));
    symlinkSync('stock/gone', path.join(root, 'counts'));
    expect(told(root)).toBe('counts: dangling');
    unlinkSync(path.join(root, 'counts'));
    mkdirSync(path.join(root, 'pipes'));
    execFileSync('mkfifo', [path.join(root, 'pipes/p')]);
    symlinkSync('../pipes/p', path.join(root, 'stock/c.csv'));
    expect(told(root)).toBe('stock/c.csv: special');
  });
});

describe('what is no file', () => {
  test('a pipe and a socket are never opened', async () => {
    const root = bookWith();
    execFileSync('mkfifo', [path.join(root, 'stock/p.csv')]);
    expect(told(root)).toBe('stock/p.csv: special');
    unlinkSync(path.join(root, 'stock/p.csv'));
    const server = createServer();
    await new Promise<void>((done) => server.listen(path.join(root, 'stock/s.csv'), done));
    expect(told(root)).toBe('stock/s.csv: special');
    await new Promise((done) => server.close(done));
  });

  test('a file of more than four gigabytes is refused before a byte of it is read', () => {
    const root = bookWith();
    // A hole: nothing of it is on the disk.
    truncateSync(path.join(root, 'stock/a.csv'), 2 ** 32);
    expect(told(root)).toBe('stock/a.csv: large');
  });

  test('a pipe that takes the place of a file after the book was listed is not waited for', () => {
    const root = bookWith();
    const files: Files = {
      ...nodeFiles,
      open(file) {
        if (file.endsWith('b.csv')) {
          unlinkSync(file);
          execFileSync('mkfifo', [file]);
        }
        return nodeFiles.open(file);
      },
    };
    expect(told(root, files)).toBe('stock/b.csv: changed');
  });

  test('a folder called x.csv is a folder; one in place of a register is said to be one', () => {
    const root = bookWith({ 'stock/x.csv/c.csv': HEADER + row(3, 4) });
    expect(told(root)).toEqual({ qty: 7, codes: [] });
    mkdirSync(path.join(root, 'parties.csv'));
    expect(told(root)).toBe('parties.csv: EISDIR');
  });

  test('other files and folders, and names that begin with a point, are no part of the book', () => {
    const root = bookWith({ 'stock/.#a.csv': 'x', 'stock/a.csv~': 'x', 'backup.csv/x.csv': 'x', '.git/a.csv': 'x' });
    execFileSync('mkfifo', [path.join(root, 'stock/pipe')]);
    expect(told(root)).toEqual({ qty: 3, codes: [] });
  });
});

describe('names', () => {
  test('that differ only in case, or in how a character is composed, are one file elsewhere', () => {
    const root = bookWith({
      'stock/A.csv': HEADER + row(3, 4),
      'stock/caf\u00e9.csv': HEADER + row(4, 8),
      'stock/cafe\u0301.csv': HEADER + row(5, 16),
    });
    expect(told(root)).toEqual({ qty: 31, codes: ['stock/a.csv file/name', 'stock/caf\u00e9.csv file/name'] });
  });

  test('of folders and registers in the wrong case are not read, and said so', () => {
    const root = bookWith({ 'Stock/c.csv': HEADER + row(3, 4), 'Parties.csv': 'party,name,kind\nX,y,donor\n' });
    expect(told(root)).toEqual({ qty: 3, codes: ['Parties.csv file/name', 'Stock file/name'] });
  });

  test.each(['-rf.csv', 'two\nlines.csv', '\u001b[2J.csv', 'a b.csv', '%2e.csv', '..csv.csv', 'CON.csv', '=1+1.csv'])(
    'any other name will do: %j',
    (name) => {
      expect(told(bookWith({ [`stock/${name}`]: HEADER + row(3, 4) }))).toEqual(
        name.startsWith('.') ? { qty: 3, codes: [] } : { qty: 7, codes: [] },
      );
    },
  );

  test('in bytes that are not UTF-8 are said to be that', () => {
    const root = bookWith();
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/stock/`), Buffer.from([0xc8, 0xeb, 0xbf, 0xe2]), Buffer.from('.csv')]),
      'x',
    );
    expect(told(root)).toMatch(/^stock\/\uFFFD+.*\.csv: name$/u);
    expect(told(bookWith({ 'stock/\uFFFD.csv': HEADER + row(3, 4) }))).toEqual({ qty: 7, codes: [] });
  });

  test('that are not in the list are not opened, whatever asks for them', () => {
    const root = bookWith();
    writeFileSync(path.join(root, '../far.csv'), 'x');
    const workspace = diskWorkspace(root);
    for (const file of ['../far.csv', 'stock/../../far.csv', '/etc/passwd', '', '.', 'stock']) {
      expect(workspace.has(file)).toBe(false);
      expect(() => workspace.open(file)).toThrow(Unreadable);
      expect(() => workspace.size(file)).toThrow(Unreadable);
    }
  });
});

/** Files that the system refuses: at the n-th call of a kind, with a code. */
function refusing(call: 'list' | 'stat' | 'open' | 'statOpen' | 'read', at: number, code: string): Files {
  let calls = 0;
  const fail = <A extends unknown[], R>(act: (...args: A) => R) => {
    return (...args: A): R => {
      if (calls++ === at) throw Object.assign(new Error(code), { code });
      return act(...args);
    };
  };
  return { ...nodeFiles, [call]: fail<never[], unknown>(nodeFiles[call]) };
}

describe('what may not be read', () => {
  test.each(['list', 'stat', 'open', 'statOpen', 'read'] as const)(
    'the book is refused as a whole, at every call of %s',
    (call) => {
      const root = bookWith();
      let refused = 0;
      for (let at = 0; at < 60; at++) {
        const answer = told(root, refusing(call, at, 'EACCES'));
        if (typeof answer === 'string') {
          expect(answer).toMatch(/^(?:[\w./]*): EACCES$/u);
          refused++;
        } else expect(answer).toEqual({ qty: 3, codes: [] });
      }
      expect(refused).toBeGreaterThan(1);
    },
  );
});

/** What somebody else does to a file of the book. */
const changes: Readonly<Record<string, (file: string) => void>> = {
  grows: (file) => appendFileSync(file, row(7, 32)),
  shrinks: (file) => truncateSync(file, HEADER.length),
  'is emptied': (file) => truncateSync(file, 0),
  'is written anew, of the same size': (file) => writeFileSync(file, HEADER + row(2, 3)),
  'is written anew, of the same size and time': (file) => {
    const time = new Date(1_640_000_000_000);
    writeFileSync(file, HEADER + row(2, 3));
    utimesSync(file, time, time);
  },
  'is replaced': (file) => {
    writeFileSync(`${file}.new`, HEADER + row(2, 3));
    renameSync(`${file}.new`, file);
  },
  vanishes: (file) => unlinkSync(file),
  'is joined by another': (file) => linkSync(file, `${file.slice(0, -5)}c.csv`),
};

describe.each(Object.entries(changes))('a file that %s', (_name, change) => {
  test.each(['open', 'read', 'statOpen', 'close', 'stat', 'list'] as const)(
    'at any call of %s: all of it as before, all of it as after, or nothing',
    (call) => {
      const before = told(bookWith());
      const changed = bookWith();
      change(path.join(changed, 'stock/b.csv'));
      const after = told(changed);
      const answers = new Set<string>();
      let calls = 0;
      for (let at = 0; at <= calls; at++) {
        const root = bookWith();
        calls = 0;
        const hooked = <A extends unknown[], R>(act: (...args: A) => R) => {
          return (...args: A): R => {
            if (calls++ === at) change(path.join(root, 'stock/b.csv'));
            return act(...args);
          };
        };
        const answer = told(root, { ...nodeFiles, sleep() {}, [call]: hooked<never[], unknown>(nodeFiles[call]) });
        if (typeof answer === 'string') expect(answer).toMatch(/^stock\/(?:b|c)\.csv(?:\.new)?: (?:changed|gone)$/u);
        else expect([before, after]).toContainEqual(answer);
        answers.add(JSON.stringify(answer));
      }
      expect(answers.size).toBeGreaterThan(1);
    },
  );
});

test('a file that was changed a moment ago is read after the moment: a second change in it could go unseen', () => {
  const root = bookWith();
  const slept: number[] = [];
  const { changed } = nodeFiles.stat(path.join(root, 'stock/b.csv'));
  const clock = (now: number): Files => ({ ...nodeFiles, now: () => now, sleep: (ms) => slept.push(ms) });
  told(root, clock(changed + 5));
  expect(slept).toEqual([20]);
  told(root, clock(changed + 500));
  // A clock behind that of the disk says nothing, and nobody waits for it.
  told(root, clock(changed - 5000));
  expect(slept).toEqual([20]);
});

test('a change of several files that is half done is no book', () => {
  const root = bookWith({ '.taizhang/journal.json': '{"steps":[]}' });
  expect(told(root)).toBe(': unfinished');
});

test('a file larger than Node reads at once is read in parts', () => {
  const root = bookWith();
  const size = 2 ** 30 + 5;
  const asked: number[] = [];
  const files: Files = {
    ...nodeFiles,
    stat: (file) => ({ ...nodeFiles.stat(file), size }),
    statOpen: (fd) => ({ ...nodeFiles.statOpen(fd), size }),
    read(_fd, _into, _at, length) {
      asked.push(length);
      return length;
    },
  };
  expect(diskWorkspace(root, files).open('stock/a.csv').all()).toHaveLength(size);
  expect(asked).toEqual([2 ** 30, 5]);
});
