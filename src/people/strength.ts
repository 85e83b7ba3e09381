// Strength against what is required: roles in units, people in grids and teams, units at a level, sites and their units.

import type { Book } from '../book/book.js';
import type { Grid, GridStaffing, StaffingRule, Team } from '../book/orgchart/chart.js';
import type { Day } from '../core/day.js';
import { matchable } from '../core/text.js';
import type { ChartPeople } from './chart.js';
import { type HeadCount, isOpen } from './places.js';

/** One role of one unit. */
export interface Strength {
  readonly unit: number;
  readonly rule: StaffingRule;
  readonly have: number;
  readonly required: number;
  /** Residents that the requirement rests on, null where it does not. */
  readonly residents: number | null;
}

/** Below what is required, or above what is allowed. */
export function isOff({ have, required, rule }: Strength): boolean {
  return have < required || (rule.max !== null && have > rule.max);
}

/** Every rule of every unit; nothing in a book without a register of staff. */
export function strengthOf(book: Book, people: ChartPeople, heads: ReadonlyMap<number, HeadCount>): Strength[] {
  if (!book.staff.present || !book.staff.readable) return [];
  const lines: Strength[] = [];
  for (const [unit, level] of people.levelOf.entries()) {
    if (level < 0) continue;
    for (const rule of people.chart.levels[level]!.staffing) {
      const role = matchable(rule.role.value);
      const have = people.members[unit]!.filter((member) => book.staff.all[member]!.roles.includes(role)).length;
      const residents = rule.residentsEach === null ? null : residentsOf(people, unit, heads);
      const byHead = residents === null || rule.residentsEach === null ? 0 : Math.ceil(residents / rule.residentsEach);
      lines.push({ unit, rule, have, required: Math.max(rule.min, byHead), residents });
    }
  }
  return lines;
}

function residentsOf(people: ChartPeople, unit: number, heads: ReadonlyMap<number, HeadCount>): number {
  return people.sitesOf[unit]!.reduce((sum, site) => sum + (heads.get(site)?.residents ?? 0), 0);
}

export interface GridGap {
  readonly grid: Grid;
  readonly part: 'head' | 'members' | 'volunteers';
  readonly have: number;
  readonly rule: StaffingRule | null;
}

export function gridGaps(grids: readonly Grid[], staffing: GridStaffing): GridGap[] {
  const gaps: GridGap[] = [];
  for (const grid of grids) {
    if (grid.head === null) gaps.push({ grid, part: 'head', have: 0, rule: null });
    for (const part of ['members', 'volunteers'] as const) {
      const rule = staffing[part];
      const have = new Set(grid[part].map(({ value }) => matchable(value))).size;
      if (rule !== null && (have < rule.min || (rule.max !== null && have > rule.max))) {
        gaps.push({ grid, part, have, rule });
      }
    }
  }
  return gaps;
}

/** How many a team is: the leader counts as one, and nobody twice. */
export function teamSize({ leader, members }: Team): number {
  const people = leader === null ? members : [leader, ...members];
  return new Set(people.map(({ value }) => matchable(value))).size;
}

export interface SiteGaps {
  /** Open sites without a unit of the level that their kind asks for. */
  readonly bare: readonly { readonly site: number; readonly level: number }[];
  /** Units of such a level that no open site of the kind names. */
  readonly idle: readonly { readonly unit: number; readonly level: number }[];
  /** Sites whose unit an earlier one has. */
  readonly shared: readonly { readonly site: number; readonly first: number; readonly unit: number }[];
}

/** How the sites of a kind and the units of the level that answers for it fit each other. */
export function siteGaps(book: Book, people: ChartPeople, day: Day | null): SiteGaps {
  const bare: { site: number; level: number }[] = [];
  const idle: { unit: number; level: number }[] = [];
  const shared: { site: number; first: number; unit: number }[] = [];
  const readable = book.sites.present && book.sites.readable;
  for (const [level, { siteKind }] of people.chart.levels.entries()) {
    if (siteKind === null || !readable) continue;
    const taken = new Map<number, number>();
    let unknown = false;
    for (const [site, one] of book.sites.all.entries()) {
      if (one.kind !== siteKind.value || !isOpen(one, day)) continue;
      const unit = people.unitOfSite[site]!;
      // A word that means no unit, or several, is reported as such.
      if (unit < -1) unknown = true;
      else if (unit < 0 || people.levelOf[unit] !== level) bare.push({ site, level });
      else if (taken.has(unit)) shared.push({ site, first: taken.get(unit)!, unit });
      else taken.set(unit, site);
    }
    for (const [unit, of] of people.levelOf.entries()) {
      if (of === level && !taken.has(unit) && !unknown) idle.push({ unit, level });
    }
  }
  return { bare, idle, shared };
}

/** Kinds of site that a level of the chart answers for; isolation sites where none says so. */
export function guardedSites(book: Book, day: Day | null): number[] {
  const named = new Set((book.org?.levels ?? []).flatMap(({ siteKind }) => siteKind?.value ?? []));
  const kinds = named.size > 0 ? named : new Set(['isolation']);
  return book.sites.all.flatMap((site, index) => (kinds.has(site.kind) && isOpen(site, day) ? [index] : []));
}
