// Where a writer may write and what it may read: the book's own folder, plain files, whatever somebody has put in the way.

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { emit } from '../../src/cli/output.js';
import { parseDay } from '../../src/core/day.js';
import { appendRows, tellFault } from '../../src/record/append.js';
import { completePending, withTurn } from '../../src/record/session.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { Unreadable } from '../../src/source/unreadable.js';
import { bookOf, filesOf } from './book.js';

const day = parseDay('2022-01-12')!;
const rows = [{ date: '2022-01-12', kind: 'opening', item: 'SUIT', qty: '1', to: 'D1' }];
const add = (root: string) => appendRows(root, [{ ledger: 'stock', day, series: 'QC', rows }]);
const elsewhere = (): string => mkdtempSync(path.join(tmpdir(), 'taizhang-elsewhere-'));

describe('the folder of the writer', () => {
  test('is not made behind a link that leads elsewhere, nor anything in it', () => {
    for (const target of [elsewhere(), path.join(elsewhere(), 'gone')]) {
      const root = bookOf();
      symlinkSync(target, path.join(root, '.taizhang'));
      expect(add(root)).toMatchObject({ ok: false, fault: { kind: 'outside', file: '.taizhang' } });
      expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
    }
  });

  test('is not waited for where a pipe stands in place of one of its files', () => {
    const root = bookOf();
    mkdirSync(path.join(root, '.taizhang'));
    execFileSync('mkfifo', [path.join(root, '.taizhang/journal.json')]);
    const done = add(root);
    expect(done).toMatchObject({ ok: false, fault: { kind: 'disk', code: 'EFTYPE' } });
    if (!done.ok) expect(tellFault(done.fault)('en').message).toContain('no regular file');
  });

  test('gives readers no answer where a pipe stands in place of its journal, which may be half done', () => {
    const root = bookOf();
    mkdirSync(path.join(root, '.taizhang'));
    execFileSync('mkfifo', [path.join(root, '.taizhang/journal.json')]);
    expect(() => completePending(root)).toThrow(new Unreadable('.taizhang/journal.json', 'special'));
  });

  test.each(['disk', 'unconfirmed', 'unfinished'] as const)('%s: each language says its own reason', (kind) => {
    for (const code of ['ENOSPC', 'EXXX']) {
      const told = tellFault({ kind, file: 'stock/x.csv', code });
      expect(told('en').message).not.toMatch(/\p{Script=Han}/u);
      expect(told('zh').message).not.toMatch(/disk|system/u);
    }
  });
});

describe('a journal that the writer has not written', () => {
  const journal = (root: string, text: string) => {
    mkdirSync(path.join(root, '.taizhang'), { recursive: true });
    writeFileSync(path.join(root, '.taizhang/journal.json'), text);
  };
  const secret = path.join(elsewhere(), 'secret');
  writeFileSync(secret, 'secret');

  test.each([
    ['from outside the book', (root: string) => path.relative(root, secret)],
    ['from an absolute place', () => secret],
    ['another file of the book', () => 'items.csv'],
    ['what lies in another folder', () => 'counts/.taizhang-0a'],
    ['a name that climbs', () => 'stock/../../.taizhang-0a'],
  ])('moves nothing %s', (_name, temporary) => {
    const root = bookOf();
    const before = filesOf(root);
    journal(root, JSON.stringify({ steps: [{ file: 'stock/x.csv', temporary: temporary(root) }] }));
    expect(add(root)).toMatchObject({ ok: false, fault: { kind: 'outside' } });
    expect(filesOf(root)).toEqual(before);
    expect(readFileSync(secret, 'utf8')).toBe('secret');
  });

  test('removes and replaces nothing outside the book', () => {
    const root = bookOf();
    journal(root, JSON.stringify({ steps: [{ file: path.relative(root, secret), temporary: null }] }));
    expect(add(root)).toMatchObject({ ok: false, fault: { kind: 'outside' } });
    expect(existsSync(secret)).toBe(true);
  });

  test('and cannot be read is said to be that, and the book is not', () => {
    const root = bookOf();
    journal(root, '{');
    const done = add(root);
    expect(done).toMatchObject({ ok: false, fault: { kind: 'disk', code: 'EBADMSG' } });
    expect(() => completePending(root)).not.toThrow();
    expect(() => diskWorkspace(root).confirm()).toThrow('unfinished');
  });
});

describe('something in place of the day file', () => {
  test('a folder of its name: said, nothing written, nothing left behind', () => {
    const root = bookOf();
    mkdirSync(path.join(root, 'stock/2022-01-12.csv'));
    const before = filesOf(root);
    const done = add(root);
    expect(done).toMatchObject({ ok: false, fault: { kind: 'disk', file: 'stock/2022-01-12.csv', code: 'EISDIR' } });
    if (!done.ok) {
      expect(tellFault(done.fault)('zh').message).toContain('同名的文件夹');
      expect(tellFault(done.fault)('en').hint).toContain('rename it');
    }
    expect(filesOf(root)).toEqual(before);
    expect(readdirSync(path.join(root, 'stock')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a link inside the book is written through, and stays a link', () => {
    const root = bookOf();
    mkdirSync(path.join(root, 'archive'));
    writeFileSync(path.join(root, 'archive/day.csv'), 'date,doc,kind,item,qty,to\n');
    symlinkSync('../archive/day.csv', path.join(root, 'stock/2022-01-12.csv'));
    expect(add(root).ok).toBe(true);
    const text = readFileSync(path.join(root, 'archive/day.csv'), 'utf8');
    expect(text).toContain('2022-01-12,QC20220112-001,opening,SUIT,1,D1');
    expect(filesOf(root)['stock/2022-01-12.csv']).toBe('a link');
  });
});

test('a name that climbs is never written, whoever asks', () => {
  for (const file of ['../x.csv', '/tmp/x.csv', 'stock/../../x.csv', 'stock//x.csv', './x.csv', '']) {
    const root = bookOf();
    const done = withTurn(root, (turn) => turn.put(file, new Uint8Array([1])));
    expect(done).toMatchObject({ ok: false, fault: { kind: 'outside' } });
  }
});

describe('--output', () => {
  test('to what is no file is written to, and stays what it is', () => {
    const folder = elsewhere();
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    // A reader that is there, so that writing does not wait. Not a device of this machine: what is wrong here would
    // put a file in its place.
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    emit(['answer'], pipe);
    expect(readFileSync(reader, 'utf8')).toBe('answer');
    closeSync(reader);
    expect(readdirSync(folder)).toEqual(['pipe']);
    expect(execFileSync('stat', ['-c', '%F', pipe], { encoding: 'utf8' }).trim()).toBe('fifo');
    rmSync(folder, { recursive: true });
  });

  test('to a link replaces what it leads to', () => {
    const folder = elsewhere();
    writeFileSync(path.join(folder, 'real'), 'old');
    symlinkSync('real', path.join(folder, 'link'));
    emit(['new'], path.join(folder, 'link'));
    expect(readFileSync(path.join(folder, 'real'), 'utf8')).toBe('new');
    expect(filesOf(folder)).toEqual({ real: 'new', link: 'a link' });
  });

  test('to a folder is refused, and leaves nothing behind', () => {
    const folder = elsewhere();
    mkdirSync(path.join(folder, 'x.csv'));
    expect(() => emit(['x'], path.join(folder, 'x.csv'))).toThrow('EISDIR');
    expect(readdirSync(folder)).toEqual(['x.csv']);
  });
});
