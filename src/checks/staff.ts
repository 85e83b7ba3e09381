// Checks of people at work: two places at once, too little rest, not on the books.

import { C } from '../book/ledger/countrows.js';
import { O } from '../book/ledger/roster.js';
import { LEFT_OUT } from '../book/movement.js';
import { type Day, dayFromColumn, formatDay } from '../core/day.js';
import type { Finding, Place } from '../core/finding.js';
import { peopleTellings } from '../core/messages/people.js';
import { saying } from '../core/messages/telling.js';
import type { CheckInput, Family } from './check.js';
import { memberTitle, shiftTitle, siteTitle } from './people-words.js';

const otherShift = saying({ zh: () => '另一个班', en: () => 'the other shift' });
const before = saying({ zh: () => '上一个班', en: () => 'the shift before' });

function doubleBooked({ book, people: { shifts } }: CheckInput): Finding[] {
  const { roster } = book;
  return shifts.doubleBooked.map(({ row, other }) => ({
    code: 'staff/double-booked',
    at: roster.cellPlace(row, O.staff),
    tell: peopleTellings.doubleBooked({
      name: memberTitle(book, roster.staff.data[row]!),
      site: siteTitle(book, roster.site.data[row]!),
      span: shiftTitle(book, row),
      other: siteTitle(book, roster.site.data[other]!),
      otherSpan: shiftTitle(book, other),
    }),
    related: [{ at: roster.cellPlace(other, O.staff), tell: otherShift }],
  }));
}

function rest({ book, people: { shifts } }: CheckInput): Finding[] {
  const { roster, settings } = book;
  return shifts.shortRests.map(({ row, other, minutes }) => ({
    code: 'staff/rest',
    at: roster.cellPlace(row, O.start),
    tell: peopleTellings.rest({
      name: memberTitle(book, roster.staff.data[row]!),
      minutes,
      hours: settings.policy.restHours,
    }),
    related: [{ at: roster.cellPlace(other, O.end), tell: before }],
  }));
}

function inactive({ book, people: { shifts, day } }: CheckInput): Finding[] {
  const { roster, stock } = book;
  const last = day ?? Number.POSITIVE_INFINITY;
  const found: Finding[] = [];
  const report = (at: Place, member: number, on: number) => {
    const one = book.staff.all[member];
    if (one === undefined) return;
    const early = one.from !== null && on < one.from;
    const tell = peopleTellings.inactive({
      name: memberTitle(book, member),
      day: formatDay(dayFromColumn(on)),
      from: dated(one.from),
      until: dated(one.until),
      early,
    });
    const registered = saying({ zh: () => '登记在这里', en: () => 'registered here' });
    found.push({ code: 'staff/inactive', at, tell, related: [{ at: one.at, tell: registered }] });
  };
  for (const row of shifts.inactive) {
    report(roster.cellPlace(row, O.staff), roster.staff.data[row]!, roster.day.data[row]!);
  }
  for (const { row, column, member } of book.inactive) {
    const on = stock.day.data[row]!;
    if (on <= last && stock.kind.data[row] !== LEFT_OUT) report(stock.cellPlace(row, column), member, on);
  }
  // A count sheet is signed too.
  const { counts } = book;
  const signed = (row: number, member: number, column: number, on: number): void => {
    const one = book.staff.all[member];
    if (one === undefined) return;
    if ((one.from === null || one.from <= on) && (one.until === null || on <= one.until)) return;
    report(counts.cellPlace(row, column), member, on);
  };
  for (const row of counts.rows()) {
    const on = counts.day.data[row]!;
    if (on > last) continue;
    signed(row, counts.by.data[row]!, C.by, on);
    signed(row, counts.checkedBy.data[row]!, C.checkedBy, on);
  }
  return found;
}

function dated(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export const staffChecks: Family = {
  'staff/double-booked': doubleBooked,
  'staff/rest': rest,
  'staff/inactive': inactive,
};
