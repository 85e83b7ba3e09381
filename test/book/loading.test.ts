// A book as a whole: the files it has, what is wrong with their form, which day is its last, and what is missing.

import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/book/load.js';
import { ledgerFiles, loadBook } from '../../src/book/load.js';
import { nameFindings } from '../../src/book/names.js';
import { waysFor } from '../../src/book/ways.js';
import { formatDay } from '../../src/core/day.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';
import { REGISTERS } from './desk.js';
import { readBook, readLines } from './ledgerrow.js';

const settings = { 'taizhang.yaml': 'categories:\n  living: {zh: 生活物资, en: living supplies}\n' };
type Files = Readonly<Record<string, string | Uint8Array>>;

function found(files: Files): string[] {
  const workspace = memoryWorkspace({ ...settings, ...files });
  return told(workspace, loadBook(workspace).findings);
}

describe('the form of a file', () => {
  const head = 'date,site,residents,note\n';
  const census = (text: string | Uint8Array): string[] => found({ ...REGISTERS, 'census/a.csv': text });

  test('is wrong where a row has more cells or fewer than its header', () => {
    expect(census(`${head}2022-01-12,D1,5,,x\n2022-01-12,D2,6\n2022-01-12,S1,7,\n`)).toEqual([
      'census/a.csv:2:18-19 csv/ragged-row',
      'census/a.csv:3:16-16 csv/ragged-row',
    ]);
    const { findings } = readLines('census', `${head}2022-01-12,D1,5,,x\n2022-01-12,D2,6\n`).book;
    expect(words(findings, 'en').map((one) => one.split(' | ')[0])).toEqual([
      "the row has more cells than the header's 4",
      'the row has 3 cells where the header has 4',
    ]);
  });

  test('is wrong where a quote is not closed, but for a note of several lines', () => {
    expect(census(`${head}2022-01-12,D1,5,"two\nlines"\n`)).toEqual([]);
    expect(census(`${head}2022-01-12,"D1,5,\n2022-01-13,D1,5,\n`)).toEqual([expect.stringContaining('csv/quote')]);
    expect(census('date,site,residents\n2022-01-12,"D\n1",5\n')).toEqual([
      'census/a.csv:2:12-13 csv/quote',
      'census/a.csv:3:2-3 csv/quote',
    ]);
  });

  test('is wrong where a conflict was left in it, in whatever place', () => {
    const marked = `${head}2022-01-12,D1,5,\n<<<<<<< HEAD\n2022-01-13,D1,6,\n`;
    expect(census(marked)).toEqual(['census/a.csv:3:1-13 file/conflict-marker']);
  });

  test('without a header is wrong once, and nothing else is said of its rows', () => {
    expect(census('')).toEqual(['census/a.csv:1:1-1 csv/header-missing']);
    expect(census('date,site,"residents\n2022-01-12,D1,5\n')).toEqual([expect.stringContaining('csv/quote')]);
    expect(census('date,site,residents\r2022-01-12,D1,5\r')).toEqual([expect.stringContaining('csv/header-missing')]);
    const wide = `${head.trim()},${','.repeat(17_000)}\n2022-01-12,D1,5\n`;
    expect(census(wide)).toEqual([expect.stringContaining('csv/header-unknown')]);
  });

  test('that leaves nothing to read leaves the whole file out', () => {
    const out = (text: string | Uint8Array) => readLines('census', text).left;
    expect(out('date,site,"residents\n2022-01-12,D1,5\n')).toEqual(['census file ? ? ? ? ? ?']);
    expect(out(Uint8Array.of(0x64, 0xff, 0xff, 0xff, 0x0a))).toEqual(['census file ? ? ? ? ? ?']);
    expect(out(`${head}2022-01-12,D1,5,\n`)).toEqual([]);
  });

  test('in another encoding is told, and one that cannot be read at all is an error', () => {
    const text = Buffer.concat([Buffer.from(`${head}2022-01-12,D1,5,`), Uint8Array.of(0xb7, 0xc0), Buffer.from('\n')]);
    expect(census(text)).toEqual(['census/a.csv:1:1-1 file/encoding']);
    const severities = (bytes: Uint8Array) => readLines('census', bytes).book.findings.map(({ severity }) => severity);
    expect(severities(text)).toEqual([undefined]);
    expect(severities(Uint8Array.of(0x64, 0xff, 0xff, 0xff, 0x0a))).toEqual(['error']);
  });

  test('is told once of a file that is read anew in another encoding', () => {
    const long = 'x'.repeat(1_100_000);
    const text = `${head.replace('note', 'nota')}2022-01-12,D1,5,,x\n2022-01-12,D1,5,${long}\n2022-01-12,D2,5,`;
    const bytes = Buffer.concat([Buffer.from(text), Uint8Array.of(0xb7, 0xc0), Buffer.from('\n')]);
    expect(census(bytes).map((one) => one.split(' ')[1])).toEqual([
      'file/encoding',
      'csv/header-unknown',
      'csv/ragged-row',
    ]);
  });
});

describe('a ledger', () => {
  test('has every table in its folder, whatever they are called', () => {
    const workspace = memoryWorkspace({
      'stock/a.csv': '',
      'stock/2022/b.CSV': '',
      'stock/c.txt': '',
      'stocks/d.csv': '',
      'stock.csv': '',
      'needs/stock/e.csv': '',
    });
    expect(ledgerFiles(workspace, 'stock')).toEqual(['stock/2022/b.CSV', 'stock/a.csv']);
  });

  test('is present where it has a file, with rows or without', () => {
    const { present } = loadBook(memoryWorkspace({ ...settings, 'counts/a.csv': 'date,site,item,counted\n' }));
    expect([...present]).toEqual(['counts']);
  });
});

describe('the last day of a book', () => {
  const last = (files: Files): string | null => {
    const { lastDay } = readBook(Object.fromEntries(Object.entries(files))).book;
    return lastDay === null ? null : formatDay(lastDay);
  };
  const stock = (date: string, qty = '5') => ({
    'stock/a.csv': `date,doc,kind,item,qty,to\n2022-01-03,QC1,opening,SUIT,5,D1\n${date},QC2,opening,SUIT,${qty},D1\n`,
  });

  test('is that of the latest movement, delivery or count', () => {
    expect(last(stock('2022-01-12'))).toBe('2022-01-12');
    expect(last(stock('2022-01-01'))).toBe('2022-01-03');
    const deliveries = { 'deliveries/a.csv': 'date,doc,item,received\n2022-01-13,CK1,SUIT,5\n' };
    expect(last({ ...stock('2022-01-12'), ...deliveries })).toBe('2022-01-13');
    const counts = { 'counts/a.csv': 'date,site,item,counted\n2022-01-14,D1,SUIT,5\n2022-01-02,D1,SUIT,5\n' };
    expect(last({ ...stock('2022-01-12'), ...deliveries, ...counts })).toBe('2022-01-14');
  });

  test('may be that of a row that is left out, where its day can be read', () => {
    expect(last(stock('2022-01-15', 'few'))).toBe('2022-01-15');
    expect(last(stock('2022-01-01', 'few'))).toBe('2022-01-03');
    expect(last(stock('soon'))).toBe('2022-01-03');
  });

  test('is not that of a request or a need, and there is none without rows', () => {
    const requests = {
      'requests/a.csv': 'date,doc,site,item,qty\n2022-01-19,SQ1,D1,SUIT,few\n2022-01-20,SQ1,D1,SUIT,5\n',
    };
    expect(last({ ...stock('2022-01-12'), ...requests })).toBe('2022-01-12');
    expect(last(requests)).toBeNull();
    expect(last({})).toBeNull();
  });

  test('may be the first of all days', () => {
    expect(last({ 'counts/a.csv': 'date,site,item,counted\n1970-01-01,D1,SUIT,5\n' })).toBe('1970-01-01');
  });
});

describe('a register that ledgers need', () => {
  const rows = {
    stock: 'date,doc,kind,item,qty,to\n2022-01-12,QC1,opening,SUIT,5,D1\n',
    deliveries: 'date,doc,item,received\n2022-01-12,CK1,SUIT,5\n',
    counts: 'date,site,item,counted\n2022-01-12,D1,SUIT,5\n',
    requests: 'date,doc,site,item,qty\n2022-01-12,SQ1,D1,SUIT,5\n',
    needs: 'time,need,event\n2022-01-12,XQ1,raise\n',
    census: 'date,site,residents\n2022-01-12,D1,5\n',
    roster: 'date,start,end,staff,site\n2022-01-12,08:00,16:00,P1,D1\n',
    rollcalls: 'date,list,person,status\n2022-01-12,L,R1,reached\n',
  };
  const missing = (ledger: keyof typeof rows, text: string = rows[ledger]): string[] =>
    found({ [`${ledger}/a.csv`]: text }).flatMap((one) => one.match(/^(\S+?):.* file\/missing$/)?.[1] ?? []);

  test.each(['stock', 'deliveries', 'counts', 'requests'] as const)(
    'of goods and of sites is missed by %s',
    (ledger) => {
      expect(missing(ledger)).toEqual(['items.csv', 'sites.csv']);
    },
  );

  test.each(['needs', 'census', 'roster'] as const)('of sites is missed by %s', (ledger) => {
    expect(missing(ledger)).toEqual(['sites.csv']);
  });

  test('is missed by no list of people, and by no ledger without rows', () => {
    expect(missing('rollcalls')).toEqual([]);
    for (const ledger of ['stock', 'deliveries', 'counts', 'requests', 'needs', 'census', 'roster'] as const)
      expect(missing(ledger, rows[ledger].split('\n')[0]), ledger).toEqual([]);
  });

  test('is told with the first ledger that misses it', () => {
    const workspace = memoryWorkspace({ 'counts/a.csv': rows.counts, 'census/a.csv': rows.census });
    const said = words(loadBook(workspace).findings, 'en').filter((one) => one.includes('there is no'));
    expect(said.map((one) => one.split(' | ')[0])).toEqual([
      'counts/ has rows, but there is no items.csv',
      'counts/ has rows, but there is no sites.csv',
    ]);
  });

  test('is missed by rows of any kind that were read without it', () => {
    expect(missing('needs', 'time,need,event\n2022-01-12,XQ1,raise\n')).toEqual(['sites.csv']);
    expect(missing('counts', 'date,site,item,counted\n,,,5\n')).toEqual(['items.csv', 'sites.csv']);
  });
});

describe('files that are not what they seem', () => {
  const with_ = (more: Partial<Workspace>): Workspace => ({ ...memoryWorkspace(settings), ...more });

  test('lead out of the book and are not read', () => {
    const workspace = with_({ outside: ['stock/link.csv'] });
    const { findings } = loadBook(workspace);
    expect(findings.map(({ code, at }) => [code, at])).toEqual([
      ['file/outside-book', { kind: 'file', file: 'stock/link.csv' }],
    ]);
    expect(words(findings, 'en')[0]).toContain('stock/link.csv leads out of the book');
  });

  test('are called like another but for case or composition, in which some systems tell none apart', () => {
    const paths = [
      'stock/A.csv',
      'stock/a.csv',
      'stock/b.csv',
      'stock/e\u0301.csv',
      'stock/\u00e9.csv',
      'stock/\u00c9.csv',
    ];
    const same = nameFindings(with_({ paths }));
    expect(same.map(({ code, at }) => [code, at.kind === 'file' ? at.file : ''])).toEqual([
      ['file/name', 'stock/a.csv'],
      ['file/name', 'stock/\u00e9.csv'],
      ['file/name', 'stock/\u00c9.csv'],
    ]);
    expect(words(same, 'en').map((one) => one.includes('stock/A.csv'))).toEqual([true, false, false]);
    expect(same.map(({ severity }) => severity)).toEqual([undefined, undefined, undefined]);
  });

  test('are called nearly as a file of the book', () => {
    const strays = nameFindings(with_({ strays: ['Items.csv'] }));
    expect(strays.map(({ code, at, severity }) => [code, at, severity])).toEqual([
      ['file/name', { kind: 'file', file: 'Items.csv' }, 'error'],
    ]);
    expect(words(strays, 'en')[0]).toContain('in a book it is called items.csv');
  });
});

test('how far reading has come is told after each file, in bytes', () => {
  const steps: [number, number][] = [];
  const progress: Progress = (done, total) => steps.push([done, total]);
  const first = 'date,site,residents\n2022-01-12,D1,5\n';
  const second = 'date,list,person,status\n';
  loadBook(memoryWorkspace({ ...settings, ...REGISTERS, 'census/a.csv': first, 'rollcalls/b.csv': second }), progress);
  const total = first.length + second.length;
  expect(steps).toEqual([
    [first.length, total],
    [total, total],
  ]);
});

test('a book is read by compiled loops where that pays, and ahead where it is large', () => {
  const compiled = [0, 2 ** 20 - 1, 2 ** 20, 2 ** 31, 2 ** 31 + 1].map((bytes) => waysFor(bytes).compiled);
  expect(compiled).toEqual([false, false, true, true, false]);
  expect([0, 2 ** 20, 100 * 2 ** 20 - 1, 2 ** 31 + 1].map((bytes) => waysFor(bytes).ahead)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
