// Site by site: who answers for it up the chain, who is on shift, and where nobody is.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import { type ChartPeople, chainOf } from './chart.js';
import { hiddenOn } from './places.js';
import { type DayRoster, nobodyThere, type SiteShifts } from './shifts.js';
import { guardedSites } from './strength.js';

export interface SiteCoverage {
  readonly site: number;
  /** The site's own unit and those above it; empty where it has none. */
  readonly chain: readonly number[];
  readonly shifts: SiteShifts;
  /** Without a unit, where there is a chart, or with nobody on shift that day, where there is a roster. */
  readonly uncovered: boolean;
  readonly reason: 'unit' | 'shift' | null;
}

export function coverage(book: Book, people: ChartPeople | null, roster: DayRoster | null, day: Day): SiteCoverage[] {
  const hidden = hiddenOn(book, 'roster', day);
  return guardedSites(book, day).map((site) => {
    const unit = people === null ? -1 : people.unitOfSite[site]!;
    const chain = people === null || unit < 0 ? [] : chainOf(people, unit);
    const shifts = roster?.bySite.get(site) ?? nobodyThere;
    const noUnit = people !== null && chain.length === 0;
    const noShift = roster !== null && shifts.rows.length === 0 && !hidden(site);
    return { site, chain, shifts, uncovered: noUnit || noShift, reason: noUnit ? 'unit' : noShift ? 'shift' : null };
  });
}
