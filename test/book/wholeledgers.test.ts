// What is wrong with a ledger as a whole: a column or a register that it wants, cells too many, another encoding.

import { describe, expect, test } from 'vitest';
import { readLines, readRow } from './ledgerrow.js';

const goods = { date: '2022-01-12', item: 'SUIT' };

describe('a ledger without one of its columns', () => {
  test('says so once, at its header, and its rows stand for nothing', () => {
    const { wrong, left, book } = readLines('stock', 'date,doc,kind,item,from,to\n2022-01-12,CK1,issue,SUIT,D1,D2\n');
    expect(wrong).toEqual([expect.stringContaining('csv/header-missing: the required column qty (数量) is absent')]);
    expect(left).toEqual(['stock record 2022-01-12 issue CK1 SUIT ? D1+D2']);
    expect(book.stock.length).toBe(0);
  });

  test('that may be absent is read without it, and what is wrong for want of it is said of the row', () => {
    const { wrong, left } = readLines('stock', 'date,doc,kind,item,qty,to\n2022-01-12,RK1,receipt,KIT,5,D1\n');
    expect(wrong.map((one) => one.split(':')[0])).toEqual(['record stock/lot-required', 'record stock/direction']);
    expect(left).toEqual(['stock record 2022-01-12 receipt RK1 KIT ? D1']);
  });

  test.each([
    ['stock', 'date,doc,kind,item,qty,from,to,lot,lot', '2022-01-12,CK1,issue,SUIT,5,D1,D2,,'],
    ['counts', 'date,site,item,counted,unit,unit', '2022-01-12,D1,SUIT,5,,'],
    ['census', 'date,site,residents,staff,staff', '2022-01-12,D1,5,6,6'],
    ['rollcalls', 'date,list,person,status,by,by', '2022-01-12,L,R1,reached,,'],
  ] as const)('of %s stands for nothing either where a column stands twice', (ledger, header, row) => {
    const { wrong, left } = readLines(ledger, `${header}\n${row}\n`);
    expect(wrong).toEqual([expect.stringContaining('csv/header-duplicate')]);
    expect(left).toHaveLength(1);
  });

  test.each([
    ['stock', 'date,doc,kind,item,qty,from,to', '2022-01-12,CK1,issue,SUIT,5,D1,D2'],
    ['counts', 'date,site,item,counted', '2022-01-12,D1,SUIT,5'],
    ['census', 'date,site,residents', '2022-01-12,D1,5'],
    ['rollcalls', 'date,list,person,status', '2022-01-12,L,R1,reached'],
  ] as const)('of %s leaves out a row with more cells than its header, whatever they say', (ledger, header, row) => {
    const { wrong, left } = readLines(ledger, `${header}\n${row},x\n`);
    expect(wrong).toEqual([expect.stringContaining('csv/ragged-row')]);
    expect(left).toEqual([
      expect.stringMatching(ledger === 'stock' ? /CK1 SUIT \? \?$/ : `^${ledger} record 2022-01-12`),
    ]);
  });

  test('of a short row the cells that it has not are empty', () => {
    const { wrong } = readLines('counts', 'date,site,item,counted,unit\n2022-01-12,D1,SUIT,5\n');
    expect(wrong).toEqual([expect.stringContaining('csv/ragged-row')]);
  });
});

test('without a register of what a row names, the register is what is missing, and nothing of the row is wrong', () => {
  const { wrong, left } = readRow('counts', { ...goods, site: 'D1', counted: '5' }, { 'sites.csv': '' });
  expect(wrong.filter((one) => one.includes('ref/'))).toEqual([]);
  expect(left).toEqual(['counts record 2022-01-12 ? - SUIT ? ?']);
});

describe('a file in another encoding, which shows only far into it,', () => {
  // The first megabyte is ASCII and is read as UTF-8 before the first Chinese character comes.
  const many = 1_200;
  const note = 'x'.repeat(1_000);

  test.each([
    [
      'stock',
      'date,doc,kind,item,qty,from,to,by,checked_by,lot,expiry',
      '2022-01-12,CK1,issue,MASK,5,D1,D2,P1,P1,L1,2022-06-30',
      'few',
    ],
    ['deliveries', 'date,doc,item,received', '2022-01-12,CK1,SUIT,5', 'few'],
    ['counts', 'date,site,item,counted', '2022-01-12,D1,SUIT,5', 'few'],
    ['requests', 'date,doc,site,item,qty', '2022-01-12,SQ1,D1,SUIT,5', 'few'],
  ] as const)('is read anew: no row of %s counts twice', (ledger, header, row, word) => {
    const wrong = row.replace(',5', `,${word}`);
    const text = `${header},note\n${`${row},${note}\n`.repeat(many)}${wrong},\n${row},`;
    // 防护服 in GB18030.
    const chinese = Uint8Array.of(0xb7, 0xc0, 0xbb, 0xa4, 0xb7, 0xfe);
    const { book, left } = readLines(ledger, Buffer.concat([Buffer.from(text), chinese, Buffer.from('\n')]));
    expect(book.findings.map(({ code }) => code).filter((code) => code !== 'stock/negative')).toEqual([
      'file/encoding',
      'value/quantity',
    ]);
    expect(left).toHaveLength(1);
    const { stock, deliveries, counts, requests } = book;
    const rows = { stock, deliveries, counts, requests }[ledger].length;
    expect(rows).toBe(many + 1);
    expect([deliveries.day.length, deliveries.leftOut.length]).toEqual([deliveries.length, deliveries.length]);
    expect(book.selfChecked).toHaveLength(ledger === 'stock' ? many + 1 : 0);
    if (ledger === 'stock') expect(stock.recordPlace(many)).toMatchObject({ record: text.length - row.length - 1 });
  });
});
