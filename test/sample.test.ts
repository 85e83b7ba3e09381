// The sample book, held to the published account: its totals, its nights, and that every one of them balances.

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check, type Day, dailyReport, formatDay, loadBook, parseDay, reconcile } from '../src/index.js';

const open = loadBook(fileURLToPath(new URL('../data/shizhu', import.meta.url)));

function day(date: number): Day {
  const found = parseDay(`2022-01-${String(date).padStart(2, '0')}`);
  if (found === null) throw new Error(`no such day: ${date}`);
  return found;
}

const night = (date: number) => check(open, day(date));
const dates = [5, 6, 7, 8, 9, 10, 11, 12];

describe('through 12 January', () => {
  const delivered = new Map(dailyReport(night(12))?.delivered.map((one) => [one.category, one]));

  test.each([
    ['protective', '36000'],
    ['testing', '32000'],
    ['living', '20000'],
  ])('%s: %s delivered in all', (category, total) => {
    expect(delivered.get(category)?.total).toBe(total);
    expect(delivered.get(category)?.incomplete).toBe(false);
  });

  test('meals are counted apart', () => {
    expect([...delivered.keys()]).toEqual(['protective', 'testing', 'living', 'meals']);
  });

  test('the last day of the book is the night it reports', () => {
    const { day: last } = check(open);
    expect(last === null ? null : formatDay(last)).toBe('2022-01-12');
  });
});

describe('every night', () => {
  test.each(dates)('%i January checks without an error and without a warning', (date) => {
    const { diagnostics, quarantined } = night(date);
    expect(
      diagnostics.filter(({ severity }) => severity !== 'note').map(({ code, at }) => `${code} ${at.file}`),
    ).toEqual([]);
    expect(quarantined).toBe(0);
  });

  test.each(dates)('%i January: what was counted agrees with the book, and each line adds up', (date) => {
    const lines = reconcile(night(date))?.lines ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(['balanced', 'uncounted']).toContain(line.status);
      const [opening = 0, into = 0, out = 0, adjusted = 0, closing = 0] = [
        line.opening,
        line.in,
        line.out,
        line.adjusted,
        line.closing,
      ].map(Number);
      expect(opening + into - out + adjusted).toBe(closing);
    }
  });

  test.each(dates)('%i January: 5,000 breakfasts and more', (date) => {
    const meals = dailyReport(night(date))?.delivered.find(({ category }) => category === 'meals');
    expect(Number(meals?.today)).toBeGreaterThanOrEqual(5000);
  });

  test('what one night closes with, the next one opens with', () => {
    for (const date of dates.slice(1)) {
      const before = new Map(dailyReport(night(date - 1))?.stock.map((line) => [line.item, line.closing]));
      for (const line of dailyReport(night(date))?.stock ?? []) expect(line.opening).toBe(before.get(line.item) ?? '0');
    }
  });
});

test('one evening more than 3,000 protective suits go out', () => {
  const suits = dates.map(
    (date) => dailyReport(night(date))?.stock.find(({ item }) => item === 'PPE-SUIT')?.out ?? '0',
  );
  expect(Math.max(...suits.map(Number))).toBeGreaterThan(3000);
});

test('suits, face shields, masks and gloves are counted every night', () => {
  const counted = (date: number) => {
    const answer = reconcile(night(date));
    const lines = (answer?.lines ?? []).filter(({ counted }) => counted !== null).map(({ item }) => item);
    return new Set([...lines, ...(answer?.itemCounts ?? []).map(({ item }) => item)]);
  };
  for (const date of dates) {
    const items = [...counted(date)];
    for (const kind of ['SUIT', 'N95', 'MASK', 'SHIELD', 'GLOVE']) {
      expect(
        items.some((item) => item.includes(kind)),
        `${kind} on ${date} January`,
      ).toBe(true);
    }
  }
});

test('the logistics team of the depot has 13 people', () => {
  const team = open.book.org?.teams.find(({ name }) => name.includes('后勤'));
  expect(team?.expect?.value).toBe(13);
  expect(new Set([team?.leader, ...(team?.members ?? [])].map((one) => one?.value)).size).toBe(13);
});
