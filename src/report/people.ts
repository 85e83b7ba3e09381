// What reports about people share: the figures of the daily report, and how people, units and moments are shown.

import type { Book } from '../book/book.js';
import type { NeedFigures, StaffFigures } from '../core/messages/report-daily.js';
import { maskPhone } from '../core/personal.js';
import { type ChartPeople, leaderName } from '../people/chart.js';
import type { SiteCoverage } from '../people/coverage.js';
import { countNeeds, type NeedCounts } from '../people/openneeds.js';
import type { People } from '../people/survey.js';
import type { Period } from '../stock/period.js';
import type { DailyExtras } from './daily.js';

export function needCounts(book: Book, people: People, period: Period): NeedCounts | null {
  return people.needs === null ? null : countNeeds(book, people.needs, period.from, period.to);
}

/** Null where the book keeps no needs: then the section is not there. */
export function needFigures(book: Book, people: People, period: Period): NeedFigures | null {
  const counts = needCounts(book, people, period);
  if (counts === null) return null;
  const { raised, resolved, open, raisedTotal, resolvedTotal, overdue } = counts;
  return { raised, resolved, open, raisedTotal, resolvedTotal, overdue };
}

/** Null where the book has neither chart nor roster. */
export function staffFigures(people: People): StaffFigures | null {
  if (people.chart === null && people.roster === null) return null;
  const { coverage, roster } = people;
  return { onDuty: roster?.onDuty ?? 0, sites: coverage.length, uncovered: coverage.filter(isUncovered).length };
}

function isUncovered({ uncovered }: SiteCoverage): boolean {
  return uncovered;
}

/** What the daily report says of people. */
export function peopleExtras(book: Book, people: People, period: Period): DailyExtras {
  return { needs: needFigures(book, people, period), staff: staffFigures(people) };
}

export function unitName(book: Book, unit: number): string {
  return book.units.name(unit) === '' ? book.units.id(unit) : book.units.name(unit);
}

/** 「徐伟洋（永康一号隔离点临时党小组）」: where there is no room the name is what is left. */
export function unitWithLeader(book: Book, people: ChartPeople | null, unit: number): string {
  const name = unitName(book, unit);
  const leader = people === null || unit < 0 ? '' : leaderName(book, people, unit);
  return leader === '' ? name : `${leader}（${name}）`;
}

/** A telephone number as whoever asked may see it. */
export function phoneShown(phone: string, showPersonal: boolean): string {
  return showPersonal ? phone : maskPhone(phone);
}
