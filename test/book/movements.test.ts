// Movements, row by row: what a sound row comes to, what is said of each cell that is wrong, and what is still
// known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import { type Cells, readRow } from './ledgerrow.js';

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
