// Which sites are open on a day, how many heads they last reported, and what may be missing because a row was left out.

import type { Book } from '../book/book.js';
import type { LedgerName } from '../book/columns.js';
import type { Site } from '../book/register/places.js';
import type { Day } from '../core/day.js';

/** Without a day, a site is open that has not been closed. */
export function isOpen(site: Site, day: Day | null): boolean {
  if (day === null) return site.closed === null;
  return (site.opened === null || site.opened <= day) && (site.closed === null || day <= site.closed);
}

export interface HeadCount {
  readonly row: number;
  readonly day: number;
  readonly residents: number;
}

/** The latest head count of each site up to the day; of two for one day the larger, so that nobody goes without. */
export function latestHeads(book: Book, day: Day | null): ReadonlyMap<number, HeadCount> {
  const { census } = book;
  const latest = new Map<number, HeadCount>();
  for (let row = 0; row < census.length; row++) {
    const on = census.day.data[row]!;
    if (day !== null && on > day) continue;
    const site = census.site.data[row]!;
    const residents = census.residents.data[row]!;
    const known = latest.get(site);
    if (known !== undefined && (known.day > on || (known.day === on && known.residents >= residents))) continue;
    latest.set(site, { row, day: on, residents });
  }
  return latest;
}

/** Says of a site whether a row of the ledger that was left out may have been about it on the day. */
export function hiddenOn(book: Book, ledger: LedgerName, day: number): (site: number) => boolean {
  const named = new Set<number>();
  let any = false;
  for (const { table, day: on, sites } of book.quarantined) {
    if (table !== ledger || (on !== null && on !== day)) continue;
    if (sites === null) any = true;
    else for (const site of sites) named.add(site);
  }
  return (site) => any || named.has(site);
}
