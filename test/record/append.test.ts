// Rows go where they belong, whole, and leave everything that stood there as it was.

import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/core/day.js';
import { appendRows, type Batch } from '../../src/record/append.js';
import { basics, bookOf, filesOf } from './book.js';

const day = (text: string): Day => parseDay(text)!;
const issue = (more: Partial<Batch> = {}, row: Record<string, string> = {}): Batch => ({
  ledger: 'stock',
  day: day('2022-01-12'),
  series: 'CK',
  rows: [{ date: '2022-01-12', kind: 'issue', item: 'SUIT', qty: '20', from: 'D1', to: 'F1', ...row }],
  ...more,
});
const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');

describe('where a row goes', () => {
  it("is the day's file; a new one has the book's language and the mark that Excel needs", () => {
    const root = bookOf();
    const done = appendRows(root, [issue()]);
    expect(done).toMatchObject({ ok: true, value: [{ file: 'stock/2022-01-12.csv', doc: 'CK20220112-001' }] });
    const text = read(root, 'stock/2022-01-12.csv');
    expect(text.startsWith('\uFEFF日期,时间,单号,类别,物资')).toBe(true);
    expect(text.split('\n')[1]).toBe('2022-01-12,,CK20220112-001,issue,SUIT,,,,20,,D1,F1,,,,');
  });

  it('without the mark where the book says excel: no, and with English columns in an English book', () => {
    const plain = bookOf({ ...basics, 'taizhang.yaml': 'language: zh-CN\nexcel: no\n' });
    appendRows(plain, [issue()]);
    expect(read(plain, 'stock/2022-01-12.csv').startsWith('日期')).toBe(true);
    const english = bookOf({ ...basics, 'taizhang.yaml': 'language: en\n' });
    appendRows(english, [issue()]);
    expect(read(english, 'stock/2022-01-12.csv').startsWith('date,time,doc')).toBe(true);
  });

  it('is -2 where the file lacks a column that the row needs: no value dropped, no header rewritten', () => {
    const head = 'date,doc,kind,item,qty,from,to\n';
    const root = bookOf({ ...basics, 'stock/2022-01-12.csv': head });
    appendRows(root, [issue(), issue({}, { ref: 'SQ1' })]);
    expect(read(root, 'stock/2022-01-12.csv')).toBe(`${head}2022-01-12,CK20220112-001,issue,SUIT,20,D1,F1\n`);
    expect(read(root, 'stock/2022-01-12-2.csv')).toContain('CK20220112-002');
    expect(read(root, 'stock/2022-01-12-2.csv')).toContain('SQ1');
  });

  it.each([
    ['is in GB18030', Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x0a])],
    [
      'has a quote left open',
      Buffer.from('date,doc,kind,item,qty,from,to,note\n2022-01-12,X,issue,SUIT,1,D1,F1,"left open\n'),
    ],
    ['lacks a required column', Buffer.from('date,doc,kind,item,from,to\n')],
    ['holds a conflict', Buffer.from('date,doc,kind,item,qty,from,to\n<<<<<<< HEAD\n')],
  ])('is -2 where the file %s, which is left alone', (_, bytes) => {
    const root = bookOf();
    writeFileSync(path.join(root, 'stock/2022-01-12.csv'), bytes);
    expect(appendRows(root, [issue()])).toMatchObject({ ok: true, value: [{ file: 'stock/2022-01-12-2.csv' }] });
    expect(readFileSync(path.join(root, 'stock/2022-01-12.csv'))).toEqual(bytes);
  });
});

describe('an existing file', () => {
  const head = '\uFEFF去向,来源,数量,品名,类别,单号,日期,我的列\r\n';
  it('keeps its mark, the order of its columns and its line ends; unknown columns stay blank', () => {
    const root = bookOf({
      ...basics,
      'stock/2022-01-12.csv': `${head}F1,D1,1,SUIT,出库,CK20220112-007,2022-01-12,x\r\n`,
    });
    appendRows(root, [issue()]);
    expect(read(root, 'stock/2022-01-12.csv')).toBe(
      `${head}F1,D1,1,SUIT,出库,CK20220112-007,2022-01-12,x\r\nF1,D1,20,SUIT,issue,CK20220112-008,2022-01-12,\r\n`,
    );
  });

  it('has a last line without its end completed, never glued to', () => {
    const root = bookOf({ ...basics, 'stock/2022-01-12.csv': `${head}F1,D1,1,SUIT,出库,CK2,2022-01-12,x` });
    appendRows(root, [issue()]);
    expect(read(root, 'stock/2022-01-12.csv')).toContain('2022-01-12,x\r\nF1,D1,20,');
  });
});

describe('numbers', () => {
  it('go on per kind and day, over every file and layout of the ledger', () => {
    const old =
      'date,doc,kind,item,qty,from,to\n2022-01-12,ck20220112-004,issue,SUIT,1,D1,F1\n2022-01-12,CK20220112-009,issue,NOBODY,1,D1,F1\n';
    const root = bookOf({ ...basics, 'stock/2022/january.csv': old });
    const done = appendRows(root, [issue(), issue({ series: 'DB' }), issue()]);
    expect(done.ok && done.value.map(({ doc }) => doc)).toEqual(['CK20220112-010', 'DB20220112-001', 'CK20220112-011']);
  });
});

describe('refused, with nothing changed', () => {
  const refused = (root: string, batch: Batch) => {
    const before = filesOf(root);
    const done = appendRows(root, [issue(), batch]);
    expect(filesOf(root)).toEqual(before);
    return done.ok ? null : done.fault;
  };
  it('what falls in a closed day', () => {
    const root = bookOf({ ...basics, 'seals/2022-01-11.json': '{}' });
    expect(refused(root, issue({ day: day('2022-01-11') }))).toMatchObject({ kind: 'closed' });
  });
  it('a newline outside the note, and a column that the ledger does not have', () => {
    expect(refused(bookOf(), issue({}, { lot: 'a\nb' }))).toMatchObject({ kind: 'cell', column: 'lot' });
    expect(refused(bookOf(), issue({}, { colour: 'red' }))).toMatchObject({ kind: 'column', column: 'colour' });
  });
  it('a file or a folder that is a link out of the book', () => {
    const away = mkdtempSync(path.join(tmpdir(), 'taizhang-away-'));
    const folder = bookOf();
    symlinkSync(away, path.join(folder, 'counts'));
    expect(refused(folder, { ledger: 'counts', day: day('2022-01-12'), rows: [{ counted: '1' }] })).toMatchObject({
      kind: 'outside',
    });
    const file = bookOf();
    mkdirSync(path.join(file, 'counts'));
    symlinkSync(path.join(away, 'nowhere.csv'), path.join(file, 'counts/2022-01-12.csv'));
    expect(refused(file, { ledger: 'counts', day: day('2022-01-12'), rows: [{ counted: '1' }] })).toMatchObject({
      kind: 'outside',
    });
    expect(filesOf(away)).toEqual({});
  });
});
