// Counts, row by row: what a sound row comes to, what is said of each cell that is wrong, and what is still
// known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.js';
import { type Cells, readLines, readRow } from './ledgerrow.js';

const countsOf = ({ counts }: Book) => Array.from(counts.rows(), (row) => counts.count(row));

const goods = { date: '2022-01-12', item: 'SUIT' };

type Case = readonly [change: Cells, wrong: string, left: string];

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
