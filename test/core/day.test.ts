// Days and times without a clock and without a zone: what is read, what is refused, and the calendar between.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civil,
  dayOf,
  formatDay,
  formatMinute,
  parseDay,
  parseMinute,
  parseMoment,
} from '../../src/core/day.js';

const shown = (text: string) => {
  const day = parseDay(text);
  return day === null ? null : formatDay(day);
};

describe('dates', () => {
  test.each(['2022-01-12', '2022/1/12', '2022/01/12', '2022-1-12', '2022年1月12日', '2022年01月12日', '20220112'])(
    '%s is 12 January 2022',
    (text) => {
      expect(shown(text)).toBe('2022-01-12');
    },
  );

  test.each([
    '',
    '2022-02-29',
    '2022-02-30',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '2022-01-32',
    '2022-04-31',
    '1900-02-29',
    '12-01-2022',
    '1/12/2022',
    '22-01-12',
    '2022-01',
    '2022.1.12',
    '2022-01/12',
    '2022年1月12',
    '20220132',
    '44573',
    '2022-01-12 ',
    '2022-01-12T00:00',
    '0999-12-31',
    '12022-01-12',
  ])('“%s” is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  test('29 February is there every four years, but not every hundred, but every four hundred', () => {
    expect([2020, 2022, 1900, 2000, 2100, 2400].map((year) => dayOf(year, 2, 29) !== null)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  test('there is none before the year 1000 or after 9999, and no month but twelve', () => {
    expect([dayOf(999, 12, 31), dayOf(10_000, 1, 1)]).toEqual([null, null]);
    expect([dayOf(1000, 1, 1), dayOf(9999, 12, 31)]).not.toContain(null);
    for (const month of [-1, 0, 13, 14]) expect(dayOf(2022, month, 1)).toBeNull();
  });

  test('whatever the day, it is written, read back and followed by the next', () => {
    const first = dayOf(1000, 1, 1);
    const last = dayOf(9999, 12, 31);
    if (first === null || last === null) throw new Error('the calendar has no ends');
    fc.assert(
      fc.property(fc.integer({ min: first, max: last - 1 }), (number) => {
        const day = addDays(first, number - first);
        expect(parseDay(formatDay(day))).toBe(day);
        expect(dayOf(...civil(day))).toBe(day);
        expect(new Date(Date.UTC(1970, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)).toBe(formatDay(day));
        expect(formatDay(addDays(day, 1)) > formatDay(day)).toBe(true);
      }),
    );
  });
});

describe('times', () => {
  test.each([
    ['00:00', 0],
    ['6:05', 365],
    ['06:05', 365],
    ['23:59', 1439],
  ])('%s is minute %i', (text, minute) => {
    expect(parseMinute(text)).toBe(minute);
  });

  test.each(['24:00', '12:60', '6', '6:5', '06:30:00', '6点', '0630', '-1:00', ''])('“%s” is none', (text) => {
    expect(parseMinute(text)).toBeNull();
  });

  test('are written with two digits each', () => {
    expect([0, 65, 390, 1439].map(formatMinute)).toEqual(['00:00', '01:05', '06:30', '23:59']);
  });

  test('every minute of a day is written and read back', () => {
    for (let minute = 0; minute < 1440; minute++) expect(parseMinute(formatMinute(minute))).toBe(minute);
  });
});

describe('moments', () => {
  test.each([
    '2022-01-12 06:30',
    '2022-01-12T06:30',
    '2022/1/12 6:30',
    '2022年1月12日 06:30',
    '20220112 06:30',
    '2022-01-12  06:30',
  ])('%s', (text) => {
    expect(parseMoment(text)).toEqual({ day: parseDay('2022-01-12'), minute: 390 });
  });

  test('a date without a time has none', () => {
    expect(parseMoment('2022-01-12')).toEqual({ day: parseDay('2022-01-12'), minute: null });
  });

  test.each(['06:30', '2022-01-12 24:00', '2022-02-30 06:30', '2022-01-12 06', '2022-01-12T', ''])(
    '“%s” is none',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );
});
