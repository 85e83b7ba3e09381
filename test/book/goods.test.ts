// The ledgers of goods, row by row: what a sound row comes to, what is said of each cell that is wrong, and what is still
// known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.js';
import { type Cells, readLines, readRow } from './ledgerrow.js';

const countsOf = ({ counts }: Book) => Array.from(counts.rows(), (row) => counts.count(row));

const goods = { date: '2022-01-12', item: 'SUIT' };

type Case = readonly [change: Cells, wrong: string, left: string];

describe('a movement', () => {
  const sound = { ...goods, doc: 'CK1', kind: 'issue', qty: '5', from: 'D1', to: 'D2' };

  test('is read cell by cell', () => {
    const { book, wrong } = readRow('stock', {
      ...sound,
      time: '09:20',
      item: '口罩',
      lot: 'L1',
      expiry: '2022-06-30',
      qty: '5',
      unit: '盒',
      by: 'P1',
      checked_by: 'P1',
    });
    expect(wrong).toEqual([]);
    const { stock, docs, lots, items } = book;
    expect(stock.length).toBe(1);
    const { day, doc, lot, item, ...rest } = stock.movement(0);
    expect(rest).toEqual({ minute: 560, kind: 2, qty: 50_000_000, from: 0, to: 1, ref: -1 });
    expect([day, docs.text(doc), lots.text(lot), items.all[item]?.code]).toEqual([19004, 'CK1', 'L1', 'MASK']);
    expect([lots.expiry(lot), lots.expiryRow(lot)]).toEqual([19173, 0]);
    expect(book.selfChecked).toEqual([{ row: 0, member: 0 }]);
  });

  test.each<Case>([
    [{ date: 'soon' }, 'date value/date: "soon" is not a date', '? issue CK1 SUIT ? D1+D2'],
    [{ date: '' }, 'date value/required: date (日期) is empty', '? issue CK1 SUIT ? D1+D2'],
    [{ time: '25:00' }, 'time value/date: "25:00" is not a time of day', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ doc: '' }, 'doc value/required: doc (单号) is empty', '2022-01-12 issue ? SUIT ? D1+D2'],
    [{ kind: '' }, 'kind value/required: kind (类别) is empty', '2022-01-12 ? CK1 SUIT ? D1+D2'],
    [
      { kind: 'gift' },
      'kind value/choice: "gift" is not one of the words for this column',
      '2022-01-12 ? CK1 SUIT ? D1+D2',
    ],
    [{ item: '' }, 'item value/required: item (物资) is empty', '2022-01-12 issue CK1 ? ? D1+D2'],
    [{ item: 'SUIR' }, 'item ref/item: no item "SUIR" in items.csv', '2022-01-12 issue CK1 ? ? D1+D2'],
    [
      { item: '手套' },
      'item ref/ambiguous: "手套" fits several: G-S S 双, G-M M 双, G-B M 箱',
      '2022-01-12 issue CK1 ? ? D1+D2',
    ],
    [
      { item: '手套', spec: 'XL' },
      'item ref/item: no item "手套" with the specification "XL"',
      '2022-01-12 issue CK1 ? ? D1+D2',
    ],
    [
      { item: '手套', lot: 'L1' },
      'item ref/ambiguous: "手套" fits several: G-S S 双, G-M M 双, G-B M 箱',
      '2022-01-12 issue CK1 ? L1 D1+D2',
    ],
    [{ qty: '' }, 'qty value/required: qty (数量) is empty', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ qty: 'few' }, 'qty value/quantity: "few" is not a quantity', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ qty: '0' }, 'qty value/quantity: a quantity must be above zero, not "0"', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ qty: '-5' }, 'qty value/quantity: a quantity must be above zero, not "-5"', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [
      { qty: '0.1234567' },
      'qty value/quantity: "0.1234567" has more than 6 decimals',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [
      { qty: '99999999999' },
      'qty value/quantity: "99999999999" is past the range that can be kept exactly',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [
      { item: 'BIG', qty: '2船' },
      'qty value/quantity: "2船" is past the range that can be kept exactly',
      '2022-01-12 issue CK1 BIG ? D1+D2',
    ],
    [
      { qty: '0.000001半箱' },
      'qty value/quantity: "0.000001半箱" has more than 6 decimals',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [
      { qty: '3盒' },
      'qty value/quantity: "盒" in the quantity "3盒" is not a unit of this item',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [{ unit: '盒' }, 'unit value/unit: 防护服 has no factor for the unit "盒"', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [
      { qty: '3箱', unit: '套' },
      'qty value/quantity: the unit in "3箱" disagrees with the unit column "套"',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [{ expiry: 'never' }, 'expiry value/date: "never" is not a date', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [
      { lot: 'L1' },
      'lot stock/lot-unexpected: 防护服 is not kept in lots, but the row names lot "L1"',
      '2022-01-12 issue CK1 SUIT ? D1+D2',
    ],
    [
      { item: 'KIT' },
      'lot stock/lot-required: 试剂 is kept in lots and the row names none',
      '2022-01-12 issue CK1 KIT ? D1+D2',
    ],
    [{ by: 'P9' }, 'by ref/staff: nobody "P9" in staff.csv', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ checked_by: 'P9' }, 'checked_by ref/staff: nobody "P9" in staff.csv', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [{ by: '王五' }, 'by ref/ambiguous: "王五" fits several: P3, P4', '2022-01-12 issue CK1 SUIT ? D1+D2'],
    [
      { kind: 'reversal' },
      'ref value/required: ref (关联单号) is required here',
      '2022-01-12 reversal CK1 SUIT ? D1+D2',
    ],
    [
      { kind: 'return', from: 'transit' },
      'ref value/required: ref (关联单号) is required here',
      '2022-01-12 return CK1 SUIT ? D2',
    ],
    [
      { kind: 'loss', from: 'transit', to: '' },
      'ref value/required: ref (关联单号) is required here',
      '2022-01-12 loss CK1 SUIT ? -',
    ],
    [
      { ref: 'SQ1', qty: 'few' },
      'qty value/quantity: "few" is not a quantity',
      '2022-01-12 issue CK1+SQ1 SUIT ? D1+D2',
    ],
    [
      { item: 'MASK', lot: 'L1', qty: 'few' },
      'qty value/quantity: "few" is not a quantity',
      '2022-01-12 issue CK1 MASK L1 D1+D2',
    ],
    [
      { date: '1970-01-01', qty: 'few' },
      'qty value/quantity: "few" is not a quantity',
      '1970-01-01 issue CK1 SUIT ? D1+D2',
    ],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('stock', { ...sound, ...change });
    expect(read.wrong.map((one) => one.split('; ')[0])).toEqual([expect.stringContaining(wrong)]);
    expect(read.left).toEqual([`stock record ${left}`]);
    expect(read.book.stock.length).toBe(0);
  });

  test.each<readonly [string, Cells, string]>([
    ['an item and a unit of it', { qty: '3', unit: '箱' }, 'SUIT 60 D1 D2'],
    ['a unit behind the number', { qty: '3箱' }, 'SUIT 60 D1 D2'],
    ['both, alike', { qty: '3箱', unit: '箱' }, 'SUIT 60 D1 D2'],
    ['half a pack', { qty: '3半箱' }, 'SUIT 1.5 D1 D2'],
    ['the base unit', { qty: '3', unit: '套' }, 'SUIT 3 D1 D2'],
    ['a name that its specification tells apart', { item: '手套', spec: 'S' }, 'G-S 5 D1 D2'],
    ['a name that its specification and unit tell apart', { item: '手套', spec: 'M', unit: '双' }, 'G-M 5 D1 D2'],
    ['a name that its unit tells apart', { item: '手套', unit: '箱' }, 'G-B 5 D1 D2'],
    ['a name with a specification that fits the one without', { item: '茶', spec: '红' }, 'TEA2 5 D1 D2'],
    ['a name with the specification of one of two', { item: '茶', spec: '绿' }, 'TEA 5 D1 D2'],
    ['a code, whatever the specification beside it', { item: 'TEA', spec: '红' }, 'TEA 5 D1 D2'],
    ['an item without a specification, with any', { item: '防护服', spec: '175' }, 'SUIT 5 D1 D2'],
  ])('with %s is what it says', (_, change, expected) => {
    const { book, wrong } = readRow('stock', { ...sound, ...change });
    expect(wrong).toEqual([]);
    const { item, qty, from, to } = book.stock.movement(0);
    expect(`${book.items.all[item]?.code} ${qty / 1e6} ${book.places.code(from)} ${book.places.code(to)}`).toBe(
      expected,
    );
  });

  test('with a lot of an item that has lots where they are named may name none, but for a receipt', () => {
    expect(readRow('stock', { ...sound, item: 'MASK' }).wrong).toEqual([]);
    const receipt = readRow('stock', { ...sound, item: 'MASK', kind: 'receipt', from: 'SUP' });
    expect(receipt.wrong).toEqual([expect.stringContaining('lot stock/lot-required')]);
    expect(readRow('stock', { ...sound, item: 'MASK', kind: 'receipt', from: 'SUP', lot: 'L1' }).wrong).toEqual([]);
  });

  test('that undoes another is read with its ends as they stand', () => {
    const { book, wrong } = readRow('stock', { ...sound, kind: 'reversal', ref: 'CK0', by: 'P1', checked_by: 'P1' });
    expect(wrong.filter((one) => !one.includes('reversal'))).toEqual([]);
    expect(book.docs.text(book.stock.movement(0).ref)).toBe('CK0');
    expect(book.selfChecked).toEqual([{ row: 0, member: 0 }]);
  });

  test.each([
    ['half packs', { unit: '半箱' }],
    ['a code and another specification', { item: 'TEA', spec: '红' }],
  ] as const)('with %s given back from a site need not say from which document', (_, change) => {
    expect(readRow('stock', { ...sound, kind: 'return', ...change }).wrong).toEqual([]);
    expect(readRow('stock', { ...sound, kind: 'loss', to: '', ...change }).wrong).toEqual([]);
  });

  test('that wants a closer look is signed as any other', () => {
    const undone = { ...sound, kind: 'reversal', ref: 'CK0' };
    expect(readRow('stock', { ...undone, by: 'P2', checked_by: 'P2' }).book.selfChecked).toEqual([
      { row: 0, member: 1 },
    ]);
    expect(readRow('stock', undone).book.selfChecked).toEqual([]);
  });

  test('without its lot is told where the lot is to be found', () => {
    const hint = (change: Cells): string =>
      readRow('stock', { ...sound, ...change }).book.findings[0]?.tell('en').hint ?? '';
    expect(hint({ item: 'MASK', kind: 'receipt', from: 'SUP' })).toContain('from the carton');
    expect(hint({ item: 'KIT' })).toContain('say which lot');
  });

  test('with a lot that is undone still states the expiry of the lot', () => {
    const { book } = readRow('stock', {
      ...sound,
      item: 'MASK',
      lot: 'L1',
      expiry: '2022-06-30',
      kind: 'reversal',
      ref: 'CK0',
    });
    expect(book.lots.expiry(book.stock.movement(0).lot)).toBe(19173);
  });
});

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

describe('a count', () => {
  const sound = { ...goods, site: 'D1', counted: '5' };

  test('is read cell by cell', () => {
    const row = {
      ...sound,
      when: 'open',
      item: '口罩',
      lot: 'L1',
      counted: '3',
      unit: '盒',
      by: 'P1',
      checked_by: 'P2',
    };
    const { book, wrong } = readRow('counts', row);
    expect(wrong).toEqual([]);
    expect(countsOf(book)).toEqual([
      {
        row: 0,
        day: 19004,
        when: 'open',
        site: 0,
        item: 1,
        lot: 0,
        counted: 30_000_000,
        selfChecked: false,
        by: 0,
        checkedBy: 1,
      },
    ]);
    expect(book.counts.recordPlace(0)).toMatchObject({ kind: 'record', file: 'counts/a.csv' });
  });

  test('is of the evening unless it says otherwise, of nobody, and may find nothing', () => {
    const { book } = readRow('counts', { ...sound, counted: '0' });
    expect(countsOf(book)).toMatchObject([
      { when: 'close', counted: 0, lot: -1, by: null, checkedBy: null, selfChecked: false },
    ]);
    expect(countsOf(readRow('counts', { ...sound, when: '日终' }).book)).toMatchObject([{ when: 'close' }]);
    expect(countsOf(readRow('counts', { ...sound, when: '日初' }).book)).toMatchObject([{ when: 'open' }]);
  });

  test('checked by who counted is checked by nobody else', () => {
    expect(countsOf(readRow('counts', { ...sound, by: 'P1', checked_by: '张三' }).book)).toMatchObject([
      { selfChecked: true },
    ]);
  });

  test.each<Case>([
    [{ date: 'soon' }, 'date value/date: "soon" is not a date', '? ? - SUIT ? D1'],
    [{ date: '' }, 'date value/required: date (日期) is empty', '? ? - SUIT ? D1'],
    [{ when: 'noon' }, 'when value/choice: "noon" is not one of the words for this column', '2022-01-12 ? - SUIT ? D1'],
    [{ site: '' }, 'site value/required: site (点位) is empty', '2022-01-12 ? - SUIT ? ?'],
    [{ site: 'D9' }, 'site ref/site: no site "D9" in sites.csv', '2022-01-12 ? - SUIT ? ?'],
    [{ item: '' }, 'item value/required: item (物资) is empty', '2022-01-12 ? - ? ? D1'],
    [
      { item: '手套' },
      'item ref/ambiguous: "手套" fits several: G-S S 双, G-M M 双, G-B M 箱',
      '2022-01-12 ? - ? ? D1',
    ],
    [{ counted: '' }, 'counted value/required: counted (实盘) is empty', '2022-01-12 ? - SUIT ? D1'],
    [{ counted: 'many' }, 'counted value/quantity: "many" is not a quantity', '2022-01-12 ? - SUIT ? D1'],
    [{ counted: '-1' }, 'counted value/quantity: "-1" may not be negative', '2022-01-12 ? - SUIT ? D1'],
    [{ unit: '盒' }, 'unit value/unit: 防护服 has no factor for the unit "盒"', '2022-01-12 ? - SUIT ? D1'],
    [
      { lot: 'L1' },
      'lot stock/lot-unexpected: 防护服 is not kept in lots, but the row names lot "L1"',
      '2022-01-12 ? - SUIT ? D1',
    ],
    [{ by: 'P9' }, 'by ref/staff: nobody "P9" in staff.csv', '2022-01-12 ? - SUIT ? D1'],
    [{ checked_by: '王五' }, 'checked_by ref/ambiguous: "王五" fits several: P3, P4', '2022-01-12 ? - SUIT ? D1'],
    [
      { item: 'MASK', lot: 'L1', counted: 'many' },
      'counted value/quantity: "many" is not',
      '2022-01-12 ? - MASK L1 D1',
    ],
    [{ date: '1970-01-01', counted: 'many' }, 'counted value/quantity: "many" is not', '1970-01-01 ? - SUIT ? D1'],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('counts', { ...sound, ...change });
    expect(read.wrong).toEqual([expect.stringContaining(wrong)]);
    expect(read.left).toEqual([`counts record ${left}`]);
    expect(countsOf(read.book)).toEqual([]);
  });

  test('names an item by its name and unit', () => {
    const of = (cells: Cells) => {
      const { book } = readRow('counts', { ...sound, item: '手套', ...cells });
      return book.items.all[countsOf(book)[0]?.item ?? -1]?.code;
    };
    expect([of({ spec: 'S' }), of({ unit: '箱' }), of({ counted: '5箱' }), of({ spec: 'M', counted: '5双' })]).toEqual([
      'G-S',
      'G-B',
      'G-B',
      'G-M',
    ]);
    expect([of({ counted: '5箱', unit: '箱' }), of({})]).toEqual(['G-B', undefined]);
  });

  test('in a blank row is none', () => {
    expect(readLines('counts', 'date,site,item,counted\n,,,\n ,　,,\n')).toMatchObject({ wrong: [], left: [] });
  });
});

describe('a request', () => {
  const sound = { ...goods, doc: 'SQ1', site: 'D1', qty: '5' };

  test.each<Case>([
    [{ date: '1970-01-01', qty: 'many' }, 'qty value/quantity: "many" is not a quantity', '1970-01-01 ? SQ1 SUIT ? D1'],
    [{ date: 'soon' }, 'date value/date: "soon" is not a date', '? ? SQ1 SUIT ? D1'],
    [{ doc: '' }, 'doc value/required: doc (单号) is empty', '2022-01-12 ? ? SUIT ? D1'],
    [{ site: 'D9' }, 'site ref/site: no site "D9" in sites.csv', '2022-01-12 ? SQ1 SUIT ? ?'],
    [
      { item: '手套' },
      'item ref/ambiguous: "手套" fits several: G-S S 双, G-M M 双, G-B M 箱',
      '2022-01-12 ? SQ1 ? ? D1',
    ],
    [{ cancelled: 'yes', qty: '-1' }, 'qty value/quantity: "-1" may not be negative', '2022-01-12 ? SQ1 SUIT ? D1'],
    [{ cancelled: 'no', qty: '' }, 'qty value/required: qty (数量) is empty', '2022-01-12 ? SQ1 SUIT ? D1'],
    [{ cancelled: 'no', qty: '0' }, 'qty value/quantity: a quantity must be above zero', '2022-01-12 ? SQ1 SUIT ? D1'],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('requests', { ...sound, ...change });
    expect(read.wrong).toEqual([expect.stringContaining(wrong)]);
    expect(read.left).toEqual([`requests record ${left}`]);
    expect(read.book.requests).toEqual([]);
  });

  test('that is taken back asks for nothing, whatever stands in it', () => {
    const { book } = readRow('requests', { ...sound, cancelled: 'yes', qty: '3箱', needed_by: '1970-01-01' });
    expect(book.requests).toMatchObject([{ qty: 0, cancelled: true, neededBy: 0, priority: 'routine' }]);
    expect(readRow('requests', { ...sound, cancelled: 'no' }).book.requests).toMatchObject([{ cancelled: false }]);
  });

  test('names an item by its name and unit', () => {
    const of = (cells: Cells) => {
      const { book } = readRow('requests', { ...sound, item: '手套', ...cells });
      return book.items.all[book.requests[0]?.item ?? -1]?.code;
    };
    expect([of({ spec: 'S' }), of({ unit: '箱' }), of({ qty: '5箱' }), of({ qty: '5箱', unit: '箱' }), of({})]).toEqual(
      ['G-S', 'G-B', 'G-B', 'G-B', undefined],
    );
  });
});

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

describe('who reads what is wrong is told what would be right:', () => {
  const hint = (change: Cells, lang: 'zh' | 'en' = 'en'): string => {
    const row = { ...goods, doc: 'CK1', kind: 'issue', qty: '5', from: 'D1', to: 'D2', ...change };
    return readRow('stock', row).book.findings.map(({ tell }) => tell(lang).hint)[0] ?? '';
  };

  test('the units of the item', () => {
    expect(hint({ qty: '3盒' })).toContain('套, 箱, 半箱');
    expect(hint({ unit: '盒' })).toContain('套, 箱, 半箱');
  });

  test('the words of the column, each in both languages, without further ones', () => {
    expect(hint({ kind: 'gift' })).toContain('期初, opening, 入库, receipt');
    expect(
      readRow('counts', { ...goods, site: 'D1', counted: '5', when: 'x' }).book.findings[0]?.tell('en').hint,
    ).toContain('日终, close, 日初, open');
  });

  test('the items, sites and people that it may have meant', () => {
    expect(hint({ item: 'SUIR' })).toContain('did you mean SUIT?');
    expect(hint({ item: '手套', spec: 'XL' })).toContain('there is G-S S 双, G-M M 双, G-B M 箱;');
    expect(hint({ item: '茶', spec: '红', unit: '斤' })).not.toContain('  ');
    expect(hint({ to: 'DD1' })).toContain('did you mean D1');
    expect(hint({ by: 'P11' })).toContain('did you mean P1');
  });

  test('the name of the column in both languages, or the one it has', () => {
    expect(
      readRow('stock', { ...goods, kind: 'issue', qty: '5', from: 'D1', to: 'D2' }).book.findings[0]?.tell('zh')
        .message,
    ).toContain('单号');
  });
});
