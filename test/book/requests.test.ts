// Requests as they are read: each fault at its cell, and what a row comes to that has none.

import { describe, expect, test } from 'vitest';
import { checkedBook, found } from '../people/book.js';

const head = 'date,doc,site,item,qty,unit,needed_by,priority,cancelled';
const registers = {
  'items.csv': ['item,name,category,unit,packs', 'SUIT,防护服,protective,套,箱=20'],
  'sites.csv': ['site,name,kind', 'S1,一号,isolation'],
};
const read = (...rows: readonly string[]) => checkedBook({ ...registers, 'requests/a.csv': [head, ...rows] });
const faults = (...rows: readonly string[]): string[] =>
  found(read(...rows))
    .filter((one) => !/request\//.test(one))
    .map((one) => one.replace('requests/a.csv:', ''));

describe('a request', () => {
  test('has a day, a number, a site, an item and an amount in base units', () => {
    const { book } = read('2022-01-12,SQ1,一号,防护服,3,箱,2022-01-14,urgent,', '2022-01-12,SQ1,S1,SUIT,,,,,yes');
    expect(book.requests.map(({ qty, priority, cancelled }) => [qty / 1_000_000, priority, cancelled])).toEqual([
      [60, 'urgent', false],
      [0, 'routine', true],
    ]);
    expect(book.requests.map(({ neededBy }) => neededBy !== null)).toEqual([true, false]);
  });

  test.each([
    ['soon,SQ1,S1,SUIT,5,,,,', ['2:1 value/date']],
    [',SQ1,S1,SUIT,5,,,,', ['2:1 value/required']],
    ['2022-01-12,,S1,SUIT,5,,,,', ['2:12 value/required']],
    [',,S1,SUIT,5,,,,', ['2:1 value/required', '2:2 value/required']],
    ['2022-01-12,SQ1,,SUIT,5,,,,', ['2:16 value/required']],
    ['2022-01-12,SQ1,S9,SUIT,5,,,,', ['2:16 ref/site']],
    ['2022-01-12,SQ1,S1,,5,,,,', ['2:19 value/required']],
    ['2022-01-12,SQ1,S1,SUIT,,,,,', ['2:24 value/required']],
    ['2022-01-12,SQ1,S1,SUIT,0,,,,', ['2:24 value/quantity']],
    ['2022-01-12,SQ1,S1,SUIT,5,盒,,,', ['2:26 value/unit']],
    ['2022-01-12,SQ1,S1,SUIT,5,,soon,,', ['2:27 value/date']],
    ['2022-01-12,SQ1,S1,SUIT,5,,,now,', ['2:28 value/choice']],
    ['2022-01-12,SQ1,S1,SUIT,5,,,,maybe', ['2:29 value/choice']],
  ])('%s is wrong at %j', (row, expected) => {
    expect(faults(row)).toEqual(expected);
  });

  test('is none in a blank row', () => {
    expect(faults(',,,,,,,,', ' ,　,,,,,,,', '')).toEqual([]);
  });
});
