// The org chart with people in it: who leads and belongs to each unit, which sites it answers for, who stands above it.

import type { Book } from '../book/book.js';
import type { Level, OrgChart } from '../book/orgchart/chart.js';
import { AMBIGUOUS, UNKNOWN } from '../book/vocabulary.js';
import type { Day } from '../core/day.js';
import { matchable } from '../core/text.js';
import { isOpen } from './places.js';

export interface ChartPeople {
  readonly chart: OrgChart;
  /** Index of a unit's level in the chart, −1 where it names none that is known. */
  readonly levelOf: Int32Array;
  /** −1 at a root. */
  readonly parentOf: Int32Array;
  /** The leader in the register of staff, UNKNOWN, AMBIGUOUS, or NOBODY. */
  readonly leaderOf: Int32Array;
  /** Those who belong to each unit and are on the books that day, its leader among them. */
  readonly members: readonly (readonly number[])[];
  /** The unit each site names, NOBODY where it names none, UNKNOWN or AMBIGUOUS. */
  readonly unitOfSite: Int32Array;
  /** Open sites of each unit. */
  readonly sitesOf: readonly (readonly number[])[];
}

export const NOBODY = -1;

/** The person a word means: index in the register, UNKNOWN or AMBIGUOUS. */
export function memberNamed(book: Book, word: string): number {
  const found = book.staff.directory.find(matchable(word));
  if (found.length === 0) return UNKNOWN;
  return found.length > 1 ? AMBIGUOUS : found[0]!;
}

export function isServing(book: Book, member: number, day: Day | null): boolean {
  if (day === null) return true;
  const { from, until } = book.staff.all[member]!;
  return (from === null || from <= day) && (until === null || day <= until);
}

export function peopleOfChart(book: Book, day: Day | null): ChartPeople | null {
  const chart = book.org;
  if (chart === null) return null;
  const { units } = chart;
  const index = new Map(units.map((unit, i) => [unit, i]));
  const levels = new Map<Level, number>(chart.levels.map((level, i) => [level, i]));
  const levelOf = Int32Array.from(units, ({ level }) => {
    const known = level === null ? undefined : chart.levelById.get(matchable(level.value));
    return known === undefined ? -1 : (levels.get(known) ?? -1);
  });
  const parentOf = Int32Array.from(units, ({ parent }) => (parent === null ? -1 : (index.get(parent) ?? -1)));
  const leaderOf = Int32Array.from(units, ({ leader }) =>
    leader === null ? NOBODY : book.staff.present ? memberNamed(book, leader.value) : UNKNOWN,
  );
  const members: number[][] = units.map(() => []);
  for (const [member, { unit }] of book.staff.all.entries()) {
    const of = unit === '' ? NOBODY : book.units.find(unit);
    if (of >= 0 && isServing(book, member, day)) members[of]!.push(member);
  }
  for (const [unit, leader] of leaderOf.entries()) {
    if (leader >= 0 && isServing(book, leader, day) && !members[unit]!.includes(leader)) members[unit]!.unshift(leader);
  }
  const unitOfSite = Int32Array.from(book.sites.all, ({ unit }) => (unit === '' ? NOBODY : book.units.find(unit)));
  const sitesOf: number[][] = units.map(() => []);
  for (const [site, unit] of unitOfSite.entries()) {
    if (unit >= 0 && isOpen(book.sites.all[site]!, day)) sitesOf[unit]!.push(site);
  }
  return { chart, levelOf, parentOf, leaderOf, members, unitOfSite, sitesOf };
}

/** The unit and those above it, up to the root. */
export function chainOf(people: ChartPeople, unit: number): number[] {
  const chain: number[] = [];
  for (let at = unit; at >= 0 && chain.length <= people.parentOf.length; at = people.parentOf[at]!) chain.push(at);
  return chain;
}

export function isAbove(people: ChartPeople, upper: number, unit: number): boolean {
  return upper !== unit && chainOf(people, unit).includes(upper);
}

/** A leader as somebody is to be called: by name, or as the chart writes it where the register does not know. */
export function leaderName(book: Book, people: ChartPeople, unit: number): string {
  const member = people.leaderOf[unit] ?? NOBODY;
  return member >= 0 ? book.staff.all[member]!.name : (people.chart.units[unit]?.leader?.value ?? '');
}
