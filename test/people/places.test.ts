// Head counts and roll-calls: the latest row counts, and silence where the book does not say.

import { describe, expect, test } from 'vitest';
import { rollcallProgress } from '../../src/people/rollcall.js';
import { checkedBook, found } from './book.js';

const sites = ['site,name,kind,capacity,closed', 'S1,one,isolation,100,', 'S2,two,isolation,,2022-01-11'];

describe('head counts', () => {
  const book = (...lines: string[]) =>
    found(checkedBook({ 'sites.csv': sites, 'census/a.csv': ['date,site,residents,staff', ...lines] }));

  test('the latest one is held against the capacity', () => {
    expect(book('2022-01-11,S1,101,', '2022-01-12,S1,100,')).toEqual([]);
    expect(book('2022-01-12,S1,101人,5')).toEqual(['census/a.csv:2:15 site/over-capacity']);
    expect(book('2022-01-12,S1,90,', '2022-01-13,S1,900,')).toEqual([]);
  });

  test('a site that has not reported is named once, with what it said last', () => {
    expect(book('2022-01-11,S1,90,')).toEqual(['sites.csv:2:1 census/missing']);
  });

  test('a row that cannot be read may have been the one', () => {
    expect(book('2022-01-12,S1,many,')).toEqual(['census/a.csv:2:15 value/quantity']);
    expect(book('2022-01-12,S1,1.5,-1')).toEqual([
      'census/a.csv:2:15 value/quantity',
      'census/a.csv:2:19 value/quantity',
    ]);
  });

  test('silent without the ledger', () => {
    expect(found(checkedBook({ 'sites.csv': sites }))).toEqual([]);
  });
});

describe('roll-calls', () => {
  test('the latest row of each counts, in time and not in the order of the file', () => {
    const { book, day } = checkedBook({
      'rollcalls/a.csv': [
        '日期,时间,名单,对象,状态,联系人',
        '2022-01-12,03:00,摸排,A,已联系,王芳',
        '2022-01-12,02:00,摸排,A,未联系上,陈明',
        '2022-01-12,02:10,摸排,B,未联系上,陈明',
        '2022-01-12,04:10,摸排,B,未联系上,李静',
        '2022-01-12,02:30,摸排,C,moved,陈明',
        '2022-01-13,02:30,摸排,B,reached,陈明',
      ],
    });
    expect(rollcallProgress(book, day)).toMatchObject([
      { list: '摸排', total: 3, reached: 1, moved: 1, left: [{ person: 'B', by: '李静', tries: 2 }] },
    ]);
  });

  test('each fault at its cell', () => {
    expect(found(checkedBook({ 'rollcalls/a.csv': ['date,time,list,person,status', ',25:00,,,maybe'] }))).toEqual([
      'rollcalls/a.csv:2:1 value/required',
      'rollcalls/a.csv:2:2 value/date',
      'rollcalls/a.csv:2:8 value/required',
      'rollcalls/a.csv:2:9 value/required',
      'rollcalls/a.csv:2:10 value/choice',
    ]);
  });
});
