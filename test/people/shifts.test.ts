// Shifts: two places at once, rest, who is not on the books, and what a day's roster says.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMinute } from '../../src/core/day.js';
import { checkedBook, found } from './book.js';

const sites = ['site,name,kind', 'S1,one,isolation', 'S2,two,isolation'];
const book = (...lines: string[]) =>
  checkedBook({ 'sites.csv': sites, 'roster/a.csv': ['date,start,end,staff,site', ...lines] });

describe('two places at once', () => {
  test('past midnight, and one long shift over several', () => {
    expect(found(book('2022-01-11,22:00,06:00,A,S1', '2022-01-12,05:59,15:00,A,S2'))).toEqual([
      'roster/a.csv:3:24 staff/double-booked',
    ]);
    // At one place twice is no contradiction, but the third is elsewhere while the first still runs.
    expect(
      found(book('2022-01-12,08:00,20:00,A,S1', '2022-01-12,09:00,10:00,A,S1', '2022-01-12,12:00,13:00,A,S2')),
    ).toEqual(['roster/a.csv:4:24 staff/double-booked']);
    expect(
      found(book('2022-01-12,08:00,20:00,A,S1', '2022-01-12,09:00,12:00,A,S2', '2022-01-12,11:00,13:00,A,S1')),
    ).toEqual(['roster/a.csv:3:24 staff/double-booked', 'roster/a.csv:4:24 staff/double-booked']);
  });

  test('the order of rows decides nothing', () => {
    expect(found(book('2022-01-12,15:00,20:00,A,S2', '2022-01-12,08:00,16:00,A,S1'))).toEqual([
      'roster/a.csv:2:24 staff/double-booked',
    ]);
  });

  test('later days change nothing', () => {
    expect(found(book('2022-01-12,16:00,00:00,A,S1', '2022-01-13,00:00,08:00,A,S2'))).toEqual([]);
  });

  test('naively: every pair of shifts of one person is looked at', () => {
    const shift = fc.record({
      start: fc.nat(1439),
      end: fc.nat(1439),
      staff: fc.constantFrom('A', 'B'),
      site: fc.constantFrom('S1', 'S2'),
    });
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 8 }), (shifts) => {
        const checked = book(
          ...shifts.map(
            (one) => `2022-01-12,${formatMinute(one.start)},${formatMinute(one.end)},${one.staff},${one.site}`,
          ),
        );
        const spans = shifts.map((one) => ({ ...one, end: one.end <= one.start ? one.end + 1440 : one.end }));
        const clash = spans.some((a, i) =>
          spans.some((b, j) => i < j && a.staff === b.staff && a.site !== b.site && a.start < b.end && b.start < a.end),
        );
        expect(checked.people.shifts.doubleBooked.length > 0).toBe(clash);
      }),
      { numRuns: 100 },
    );
  });
});

describe('rest', () => {
  test('from the end of the last shift to the start of the next, exactly', () => {
    expect(found(book('2022-01-11,20:00,04:00,A,S1', '2022-01-12,12:00,13:00,A,S1'))).toEqual([]);
    expect(found(book('2022-01-11,20:00,04:01,A,S1', '2022-01-12,12:00,13:00,A,S1'))).toEqual([
      'roster/a.csv:3:12 staff/rest',
    ]);
  });

  test('shifts that overlap at one place are one stretch', () => {
    expect(found(book('2022-01-12,08:00,16:00,A,S1', '2022-01-12,10:00,12:00,A,S1'))).toEqual([]);
  });
});

describe('the roster of a day', () => {
  test('who is there, who is there at midnight, and for how long nobody is', () => {
    const { people } = book(
      '2022-01-11,20:00,08:00,A,S1',
      '2022-01-12,08:00,16:00,B,S1',
      '2022-01-12,18:00,00:00,C,S1',
    );
    expect(people.roster?.onDuty).toBe(2);
    const site = people.roster?.bySite.get(0);
    expect(site?.rows).toEqual([1, 2]);
    expect(site?.tonight).toEqual([2]);
    expect(site?.alone).toBe(120);
    expect(people.coverage.map(({ reason }) => reason)).toEqual([null, 'shift']);
  });

  test('a row that cannot be read may have been the one', () => {
    const { people } = book('2022-01-12,08:00,16:00,A,S1', '2022-01-12,8 am,16:00,A,S2');
    expect(people.coverage.map(({ reason }) => reason)).toEqual([null, null]);
  });
});
