// What a seal has to know of a ledger file: its rows with their days, their lines, and what they name.

import { describe, expect, test } from 'vitest';
import type { LedgerName } from '../../src/book/columns.js';
import { formatDay } from '../../src/core/day.js';
import { datedRows } from '../../src/seal/dated.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { encodeGb18030 } from '../source/reading.js';

/** Each row as `day first-last`, its lines counted from 0. */
function rows(text: string | Uint8Array, ledger: LedgerName = 'stock'): string[] {
  const file = `${ledger}/a.csv`;
  return datedRows(memoryWorkspace({ [file]: text }), ledger, file).map(
    ({ day, firstLine, lastLine }) => `${formatDay(day)} ${firstLine}-${lastLine}`,
  );
}

const head = 'date,doc,kind,item,qty,from,to,note\n';

describe('the rows of a file', () => {
  test('have their days, however these are written, and their lines', () => {
    const text = `${head}2022-01-12,A,issue,X,1,D1,D2,\n2022/1/13,B,issue,X,1,D1,D2,\n\n ２０２２０１１４ ,C,issue,X,1,D1,D2,\n`;
    expect(rows(text)).toEqual(['2022-01-12 1-1', '2022-01-13 2-2', '2022-01-14 4-4']);
  });

  test('end where the file ends, with or without a newline', () => {
    const row = '2022-01-12,A,issue,X,1,D1,D2,';
    expect(rows(`${head}${row}`)).toEqual(['2022-01-12 1-1']);
    expect(rows(`${head}${row}\n`)).toEqual(['2022-01-12 1-1']);
    expect(rows(`${head}${row}\n\n\n`)).toEqual(['2022-01-12 1-1']);
  });

  test('go over several lines where a note does, and those after it are counted on', () => {
    const text = `${head}2022-01-12,A,issue,X,1,D1,D2,"one\ntwo\nthree"\n2022-01-13,B,issue,X,1,D1,D2,"one\ntwo"`;
    expect(rows(text)).toEqual(['2022-01-12 1-3', '2022-01-13 4-5']);
  });

  test('go over no other cell: a quote that swallowed rows gives them back', () => {
    const text = `${head}2022-01-12,A,issue,"X\n2022-01-13,B,issue,X",1,D1,D2,\n2022-01-14,C,issue,X,1,D1,D2,\n`;
    expect(rows(text).map((row) => row.slice(-3))).toEqual(rows(text).map((row) => `${row.at(-3)}-${row.at(-3)}`));
    expect(rows(text).at(-1)).toBe('2022-01-14 3-3');
  });

  test('have a date and a time in one cell where the ledger does', () => {
    const text = 'time,need,event,person\n2022-01-12 08:30,N1,raise,R1\n2022-01-13T09:00,N1,resolve,R1\n';
    expect(rows(text, 'needs')).toEqual(['2022-01-12 1-1', '2022-01-13 2-2']);
  });

  test('are left out where their date cannot be read, which is reported elsewhere', () => {
    const text = `${head}soon,A,issue,X,1,D1,D2,\n,B,issue,X,1,D1,D2,\n2022-01-13,C,issue,X,1,D1,D2,\nsoon,D,issue,X,1,D1,D2,\n`;
    expect(rows(text)).toEqual(['2022-01-13 3-3']);
  });

  test('are found by their column, wherever it stands and whatever its name is', () => {
    expect(rows('单号,类别,物资,数量,日期\nA,出库,X,1,2022-01-12\nB,出库,X\n')).toEqual(['2022-01-12 1-1']);
    expect(rows('doc,kind,item,qty\nA,issue,X,1\n')).toEqual([]);
  });

  test('begin where their record does, and name the cell of their date', () => {
    const text = 'doc,date,kind,item,qty\nA,2022-01-12,issue,X,1\nB,2022-01-13,issue,X,1\n';
    const found = datedRows(memoryWorkspace({ 'stock/a.csv': text }), 'stock', 'stock/a.csv');
    expect(found.map(({ record, cell }) => [text.slice(record, record + 12), cell])).toEqual([
      ['A,2022-01-12', 1],
      ['B,2022-01-13', 1],
    ]);
  });

  test('are counted in the lines of the file, whatever its encoding', () => {
    const text = '日期,单号,类别,物资,数量,备注\n2022-01-12,A,出库,防护服,1,"一\n二"\n2022-01-13,B,出库,防护服,1,\n';
    expect(rows(encodeGb18030(text))).toEqual(['2022-01-12 1-2', '2022-01-13 3-3']);
    expect(rows(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(['2022-01-12 1-2', '2022-01-13 3-3']);
  });

  test('are begun again where a file turns out late not to be UTF-8', () => {
    const many = Array.from({ length: 40_000 }, (_, n) => `2022-01-12,A${n},issue,X,1,D1,D2,`).join('\n');
    const bytes = Buffer.concat([
      Buffer.from(`${head}${many}\n`),
      encodeGb18030('2022-01-13,B,issue,X,1,D1,D2,破损\n'),
    ]);
    const found = rows(bytes);
    expect(found).toHaveLength(40_001);
    expect(found[0]).toBe('2022-01-12 1-1');
    expect(found.at(-1)).toBe('2022-01-13 40001-40001');
  });

  test('are none in a file that cannot be read', () => {
    expect(rows(Uint8Array.of(0x61, 0xff, 0xff, 0x0a))).toEqual([]);
    expect(rows('')).toEqual([]);
  });
});

test('a row names its items and its places as they stand, blank cells apart', () => {
  const text = `${head}2022-01-12,A,issue, 防护服,1,一号库,S1,\n2022-01-12,B,receipt,X,1,,D1,\n2022-01-12,C\n`;
  const named = (file: string, ledger: LedgerName, content: string) =>
    datedRows(memoryWorkspace({ [file]: content }), ledger, file).map(({ items, places }) => [items, places]);
  expect(named('stock/a.csv', 'stock', text)).toEqual([
    [[' 防护服'], ['一号库', 'S1']],
    [['X'], ['D1']],
    [[], []],
  ]);
  expect(named('stock/a.csv', 'stock', 'date,doc,kind,qty\n2022-01-12,A,issue,1\n')).toEqual([[[], []]]);
  expect(named('stock/a.csv', 'stock', 'item,date,doc,kind,qty\nX,2022-01-12,A,issue,1\n')).toEqual([[['X'], []]]);
  expect(named('stock/a.csv', 'stock', 'to,date,doc,kind,qty\nD1,2022-01-12,A,issue,1\n')).toEqual([[[], ['D1']]]);
  expect(named('counts/a.csv', 'counts', 'date,site,item,counted\n2022-01-12,D1,X,1\n')).toEqual([[['X'], ['D1']]]);
  expect(named('rollcalls/a.csv', 'rollcalls', 'date,list,person,status\n2022-01-12,L,R1,reached\n')).toEqual([
    [[], []],
  ]);
});
