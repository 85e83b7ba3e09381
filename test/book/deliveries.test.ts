// Deliveries, row by row: what a sound row comes to, what is said of each cell that is wrong, and what is still
// known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import { type Cells, readLines, readRow } from './ledgerrow.js';

const goods = { date: '2022-01-12', item: 'SUIT' };

type Case = readonly [change: Cells, wrong: string, left: string];

describe('a delivery', () => {
  const sound = { ...goods, doc: 'CK1', received: '5' };

  test('is read cell by cell', () => {
    const row = {
      ...sound,
      time: '09:20',
      item: '口罩',
      lot: 'L1',
      received: '3盒',
      damaged: '2',
      unit: '盒',
      site: 'D2',
    };
    const { book, wrong } = readRow('deliveries', row);
    expect(wrong).toEqual([]);
    const { deliveries, docs, lots } = book;
    expect(deliveries.length).toBe(1);
    const read = [deliveries.day, deliveries.minute, deliveries.received, deliveries.damaged, deliveries.site];
    expect(read.map(({ data }) => data[0])).toEqual([19004, 560, 30_000_000, 20_000_000, 1]);
    expect([docs.text(deliveries.doc.data[0] ?? -1), lots.text(deliveries.lot.data[0] ?? -1)]).toEqual(['CK1', 'L1']);
    expect(deliveries.amount(0)).toBe(50_000_000);
    expect(deliveries.leftOut.data[0]).toBe(0);
    expect(deliveries.recordPlace(0)).toMatchObject({ kind: 'record', file: 'deliveries/a.csv' });
  });

  test('without a site, a time or damage says nothing of them', () => {
    const { deliveries } = readRow('deliveries', sound).book;
    const read = [deliveries.minute, deliveries.received, deliveries.damaged, deliveries.site, deliveries.lot];
    expect(read.map(({ data }) => data[0])).toEqual([-1, 5_000_000, 0, -1, -1]);
  });

  test('may take back what was signed for', () => {
    const { book } = readLines(
      'deliveries',
      'date,doc,item,received,damaged\n2022-01-12,CK1,SUIT,5,2\n2022-01-13,CK1,SUIT,-3,-1\n',
    );
    expect([book.deliveries.amount(0), book.deliveries.amount(1)]).toEqual([7_000_000, 4_000_000]);
  });

  test.each<Case>([
    [{ date: 'soon' }, 'date value/date: "soon" is not a date', '? ? CK1 SUIT ? -'],
    [{ date: '' }, 'date value/required: date (日期) is empty', '? ? CK1 SUIT ? -'],
    [{ time: 'noon' }, 'time value/date: "noon" is not a time of day', '2022-01-12 ? CK1 SUIT ? -'],
    [{ doc: '' }, 'doc value/required: doc (单号) is empty', '2022-01-12 ? ? SUIT ? -'],
    [{ signed_on: 'later' }, 'signed_on value/date: "later" is not a date', '2022-01-12 ? CK1 SUIT ? -'],
    [{ item: '' }, 'item value/required: item (物资) is empty', '2022-01-12 ? CK1 ? ? -'],
    [{ item: 'SUIR' }, 'item ref/item: no item "SUIR" in items.csv', '2022-01-12 ? CK1 ? ? -'],
    [
      { item: '手套', spec: 'XL' },
      'item ref/item: no item "手套" with the specification "XL"',
      '2022-01-12 ? CK1 ? ? -',
    ],
    [{ received: '' }, 'received value/required: received (实收) is empty', '2022-01-12 ? CK1 SUIT ? -'],
    [{ received: 'all' }, 'received value/quantity: "all" is not a quantity', '2022-01-12 ? CK1 SUIT ? -'],
    [{ damaged: 'some' }, 'damaged value/quantity: "some" is not a quantity', '2022-01-12 ? CK1 SUIT ? -'],
    [
      { received: '3盒' },
      'received value/quantity: "盒" in the quantity "3盒" is not a unit of this item',
      '2022-01-12 ? CK1 SUIT ? -',
    ],
    [
      { damaged: '3盒' },
      'damaged value/quantity: "盒" in the quantity "3盒" is not a unit of this item',
      '2022-01-12 ? CK1 SUIT ? -',
    ],
    [
      { damaged: '3套', unit: '箱' },
      'damaged value/quantity: the unit in "3套" disagrees with the unit column "箱"',
      '2022-01-12 ? CK1 SUIT ? -',
    ],
    [
      { lot: 'L1' },
      'lot stock/lot-unexpected: 防护服 is not kept in lots, but the row names lot "L1"',
      '2022-01-12 ? CK1 SUIT ? -',
    ],
    [{ site: 'D9' }, 'site ref/site: no site "D9" in sites.csv', '2022-01-12 ? CK1 SUIT ? ?'],
    [{ site: '隔离点' }, 'site ref/ambiguous: "隔离点" fits several: S1, S2', '2022-01-12 ? CK1 SUIT ? ?'],
    [{ received: 'all', site: 'D2' }, 'received value/quantity: "all" is not a quantity', '2022-01-12 ? CK1 SUIT ? D2'],
    [
      { item: 'MASK', lot: 'L1', received: 'all' },
      'received value/quantity: "all" is not a quantity',
      '2022-01-12 ? CK1 MASK L1 -',
    ],
    [
      { date: '1970-01-01', received: 'all' },
      'received value/quantity: "all" is not a quantity',
      '1970-01-01 ? CK1 SUIT ? -',
    ],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('deliveries', { ...sound, ...change });
    expect(read.wrong).toEqual([expect.stringContaining(wrong)]);
    expect(read.left).toEqual([`deliveries record ${left}`]);
    expect(read.book.deliveries.length).toBe(0);
  });

  test('with too many cells may be of any site', () => {
    const { left, wrong } = readLines('deliveries', 'date,doc,item,received,site\n2022-01-12,CK1,SUIT,5,,x\n');
    expect(left).toEqual(['deliveries record 2022-01-12 ? CK1 SUIT ? ?']);
    expect(wrong).toEqual([expect.stringContaining('csv/ragged-row')]);
  });

  test('in a blank row is none', () => {
    expect(readLines('deliveries', 'date,doc,item,received\n,,,\n ,　,,\n')).toMatchObject({ wrong: [], left: [] });
  });

  test('names an item by its name and unit', () => {
    const of = (cells: Cells) => {
      const { book } = readRow('deliveries', { ...sound, item: '手套', ...cells });
      return book.items.all[book.deliveries.length > 0 ? (book.deliveries.item.data[0] ?? -1) : -1]?.code;
    };
    expect([
      of({ spec: 'S' }),
      of({ unit: '箱' }),
      of({ received: '5箱' }),
      of({ spec: 'M', received: '5双' }),
    ]).toEqual(['G-S', 'G-B', 'G-B', 'G-M']);
    expect([of({ received: '5箱', unit: '箱' }), of({})]).toEqual(['G-B', undefined]);
  });
});
