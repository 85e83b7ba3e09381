// The roster: shifts that clash, rest that is too short, people who are not on the books, and who is where on a day.

import type { Book } from '../book/book.js';
import { type Day, MINUTES_A_DAY } from '../core/day.js';

export interface Clash {
  readonly row: number;
  /** The shift before it. */
  readonly other: number;
}

export interface ShortRest extends Clash {
  readonly minutes: number;
}

export interface ShiftFaults {
  readonly doubleBooked: readonly Clash[];
  readonly shortRests: readonly ShortRest[];
  /** Rows whose person had not come yet, or had left. */
  readonly inactive: readonly number[];
}

/** Minutes since 1970. */
export function shiftStart(book: Book, row: number): number {
  return book.roster.day.data[row]! * MINUTES_A_DAY + book.roster.start.data[row]!;
}

/** A shift that ends at or before its start ends the next day. */
export function shiftEnd(book: Book, row: number): number {
  const { day, start, end } = book.roster;
  const next = end.data[row]! <= start.data[row]! ? MINUTES_A_DAY : 0;
  return day.data[row]! * MINUTES_A_DAY + end.data[row]! + next;
}

/** Later rows change nothing; without a day all count. */
export function shiftFaults(book: Book, asOf: Day | null): ShiftFaults {
  const { roster, staff } = book;
  const last = asOf ?? Number.POSITIVE_INFINITY;
  const inactive: number[] = [];
  let people = 0;
  for (let row = 0; row < roster.length; row++)
    if (roster.staff.data[row]! >= people) people = roster.staff.data[row]! + 1;
  const firsts = new Int32Array(people + 1);
  for (let row = 0; row < roster.length; row++) {
    const day = roster.day.data[row]!;
    if (day > last) continue;
    const member = roster.staff.data[row]!;
    firsts[member + 1]!++;
    if (!staff.present) continue;
    const { from, until } = staff.all[member]!;
    if ((from !== null && day < from) || (until !== null && day > until)) inactive.push(row);
  }
  for (let i = 0; i < people; i++) firsts[i + 1]! += firsts[i]!;
  const order = new Int32Array(firsts[people]!);
  const fill = firsts.slice(0, people);
  for (let row = 0; row < roster.length; row++) {
    if (roster.day.data[row]! <= last) order[fill[roster.staff.data[row]!]!++] = row;
  }
  const doubleBooked: Clash[] = [];
  const shortRests: ShortRest[] = [];
  const rest = book.settings.policy.restHours * 60;
  for (let member = 0; member < people; member++) {
    const begin = firsts[member]!;
    const end = firsts[member + 1]!;
    if (end - begin > 1) onePerson(book, order.subarray(begin, end), rest, doubleBooked, shortRests);
  }
  return { doubleBooked, shortRests, inactive };
}

function onePerson(book: Book, rows: Int32Array, rest: number, clashes: Clash[], rests: ShortRest[]): void {
  inOrder(book, rows);
  const { site } = book.roster;
  // The shift that ends last so far, and the one that ends last at another site.
  let latest = rows[0]!;
  let elsewhere = -1;
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const start = shiftStart(book, row);
    const latestEnd = shiftEnd(book, latest);
    const here = site.data[row]!;
    if (start >= latestEnd) {
      if (start - latestEnd < rest) rests.push({ row, other: latest, minutes: start - latestEnd });
    } else if (site.data[latest] !== here) clashes.push({ row, other: latest });
    else if (elsewhere >= 0 && start < shiftEnd(book, elsewhere)) clashes.push({ row, other: elsewhere });
    const end = shiftEnd(book, row);
    if (end >= latestEnd) {
      if (site.data[latest] !== here) elsewhere = latest;
      latest = row;
    } else if (site.data[latest] !== here && (elsewhere < 0 || end > shiftEnd(book, elsewhere))) elsewhere = row;
  }
}

/** By start, then end, then site, so that the order of files decides nothing; mostly they are in order already. */
function inOrder(book: Book, rows: Int32Array): void {
  const before = (a: number, b: number): number =>
    shiftStart(book, a) - shiftStart(book, b) ||
    shiftEnd(book, a) - shiftEnd(book, b) ||
    book.roster.site.data[a]! - book.roster.site.data[b]! ||
    a - b;
  for (let i = 1; i < rows.length; i++) {
    if (before(rows[i - 1]!, rows[i]!) > 0) {
      rows.sort(before);
      return;
    }
  }
}

export interface SiteShifts {
  /** Rows of the roster of the day, in order of time. */
  readonly rows: readonly number[];
  /** Different people. */
  readonly people: number;
  /** Rows of those on shift when the day ends. */
  readonly tonight: readonly number[];
  /** Minutes of the day with nobody there, counting those who came the evening before. */
  readonly alone: number;
}

export interface DayRoster {
  readonly day: Day;
  readonly onDuty: number;
  readonly bySite: ReadonlyMap<number, SiteShifts>;
}

export const nobodyThere: SiteShifts = { rows: [], people: 0, tonight: [], alone: MINUTES_A_DAY };

export function rosterOf(book: Book, day: Day): DayRoster {
  const { roster } = book;
  const today = new Map<number, number[]>();
  const before = new Map<number, number[]>();
  const everybody = new Set<number>();
  for (let row = 0; row < roster.length; row++) {
    const on = roster.day.data[row]!;
    if (on !== day && on !== day - 1) continue;
    const into = on === day ? today : before;
    if (on === day) everybody.add(roster.staff.data[row]!);
    const site = roster.site.data[row]!;
    const rows = into.get(site);
    if (rows === undefined) into.set(site, [row]);
    else rows.push(row);
  }
  const start = day * MINUTES_A_DAY;
  const end = start + MINUTES_A_DAY;
  const bySite = new Map<number, SiteShifts>();
  for (const site of new Set([...today.keys(), ...before.keys()])) {
    const rows = (today.get(site) ?? []).sort((a, b) => shiftStart(book, a) - shiftStart(book, b) || a - b);
    let covered = 0;
    let upTo = start;
    const all = [...(before.get(site) ?? []), ...rows].sort((a, b) => shiftStart(book, a) - shiftStart(book, b));
    for (const row of all) {
      const from = Math.max(upTo, shiftStart(book, row));
      const to = Math.min(end, shiftEnd(book, row));
      if (to <= from) continue;
      covered += to - from;
      upTo = to;
    }
    bySite.set(site, {
      rows,
      people: new Set(rows.map((row) => roster.staff.data[row]!)).size,
      tonight: rows.filter((row) => shiftEnd(book, row) >= end),
      alone: MINUTES_A_DAY - covered,
    });
  }
  return { day, onDuty: everybody.size, bySite };
}
