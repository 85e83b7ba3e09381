// The cells of requests: what is said of each that is wrong, and what is still known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import { type Cells, readRow } from './ledgerrow.js';

const goods = { date: '2022-01-12', item: 'SUIT' };

type Case = readonly [change: Cells, wrong: string, left: string];

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
