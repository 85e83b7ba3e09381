// Dates with times in a column: the usual notation is read straight from the bytes, as the slow way reads it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MomentColumn, NO_MOMENT, NOT_A_MOMENT } from '../../src/book/ledger/moments.js';
import { loadBook } from '../../src/book/load.js';
import { MINUTES_A_DAY, parseMoment } from '../../src/core/day.js';
import { matchable } from '../../src/core/text.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { CELL, column } from './column.js';

/** The moments of a column of needs in minutes since 1970, in the order of the file; those that are none are left out. */
function moments(texts: readonly string[]): number[] {
  const rows = texts.map((text, n) => `${text},X${n},raise,R1\n`);
  const book = loadBook(
    memoryWorkspace({ 'taizhang.yaml': '', 'needs/a.csv': `time,need,event,person\n${rows.join('')}` }),
  );
  return Array.from(book.needs.moment.data.subarray(0, book.needs.length));
}

/** The same, each text by itself; before 1970 no book tells of anything, and such a date is a slip of the pen. */
function slowly(texts: readonly string[]): number[] {
  return texts.flatMap((text) => {
    const moment = parseMoment(matchable(text));
    return moment === null || moment.day < 0 ? [] : [moment.day * MINUTES_A_DAY + (moment.minute ?? 0)];
  });
}

const minute = (text: string): number => slowly([text])[0] ?? Number.NaN;

describe('a moment', () => {
  test('has a blank or a T between its date and its time, and may be a date alone', () => {
    expect(moments(['2022-01-12 09:20', '2022-01-12T09:21', '2022-01-12', '2022年1月12日 9:20'])).toEqual([
      minute('2022-01-12 09:20'),
      minute('2022-01-12 09:21'),
      minute('2022-01-12 00:00'),
      minute('2022-01-12 09:20'),
    ]);
  });

  test('is none on a day that is not, though another day was read before that it could be mistaken for', () => {
    expect(moments(['2022-02-01 09:20', '2022-01-33 09:20'])).toEqual([minute('2022-02-01 09:20')]);
    expect(moments(['2022-01-12 09:20', '2021-17-12 09:20'])).toEqual([minute('2022-01-12 09:20')]);
    expect(moments(['2022-01-33 09:20', '2022-02-01 09:20'])).toEqual([minute('2022-02-01 09:20')]);
  });

  test.each(['2022-01-12 24:00', '2022-01-12 23:60', '2022-02-29 09:20', '2022.01-12 09:20', '2022-01-12x09:20'])(
    '%s is none',
    (text) => {
      expect(moments([text, '2022-01-12 00:00'])).toEqual([minute('2022-01-12 00:00')]);
    },
  );
});

test('whatever one writes in place of one character, both ways read the same', () => {
  const day = fc.constantFrom('2022-01-12 09:20', '2022-02-28T23:59', '2021-12-31 00:00', '2024-02-29 10:07');
  const slip = fc.tuple(day, fc.nat(15), fc.constantFrom(...'0123456789-: T/.年x')).map(([text, at, c]) => {
    return text.slice(0, at) + c + text.slice(at + 1);
  });
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 30 }), (texts) => {
      expect(moments(texts)).toEqual(slowly(texts));
    }),
  );
});

/** The moments of a column by itself, with those that are none. */
function cells(texts: readonly string[], spellings = true): number[] {
  const out = new Float64Array(texts.length + 1).fill(-7);
  new MomentColumn().fill(column(texts, spellings), CELL, out);
  expect(out.at(-1), 'nothing is written beyond the last row').toBe(-7);
  return [...out.subarray(0, texts.length)];
}

describe('a column of moments', () => {
  test('in the usual notation needs no spelling to be looked up, whichever day follows which', () => {
    const texts = [
      '2022-01-12 09:20',
      '2022-01-12T23:59',
      '2022-01-13 00:00',
      '2022-01-12 10:07',
      '',
      '2002-10-09 20:59',
      '2022-12-31T19:00',
      '1999-09-30 09:09',
      '2000-02-29 09:20',
      '2022-01-12 09:20',
      '2023-01-12 09:20',
    ];
    expect(cells(texts, false)).toEqual(texts.map((text) => (text === '' ? NO_MOMENT : minute(text))));
  });

  test('tells a cell that is empty from one that is no moment', () => {
    const texts = ['', ' ', 'soon', '2022-01-12 24:00', '2022-01-12 09:60', '2022-01-32 09:20', '2022-13-01 09:20'];
    const none = [NO_MOMENT, NO_MOMENT, NOT_A_MOMENT, NOT_A_MOMENT, NOT_A_MOMENT, NOT_A_MOMENT, NOT_A_MOMENT];
    expect(cells(texts).map((value) => Math.max(value, NOT_A_MOMENT))).toEqual(none);
  });

  test('has none where the file has no such column', () => {
    const out = new Float64Array(3).fill(5);
    new MomentColumn().fill(column(['2022-01-12 09:20', '2022-01-12 09:20']), -1, out);
    expect([...out]).toEqual([NO_MOMENT, NO_MOMENT, 5]);
  });

  test('is read in other notations between those in the usual one', () => {
    const texts = ['2022-01-12 09:20', '12.1.2022', '2022年1月12日', '2022-01-12 09:21', '2022/1/12 9:05', '12.1.2022'];
    expect(cells(texts)).toEqual(texts.map((text) => (text === '12.1.2022' ? NOT_A_MOMENT : minute(text))));
  });
});
