// Which count stands for each thing counted on a day: the closing one before the opening one, and of two that differ
// the smaller, so that the order of files decides nothing.

import type { CountResult } from './counts.js';

export class CountedThings {
  /** By site, item and lot. */
  readonly ofLots = new Map<string, CountResult>();
  /** Of all lots together, by site and item. */
  readonly ofItems = new Map<string, CountResult>();

  ofLot(site: number, item: number, lot: number): CountResult | null {
    return this.ofLots.size === 0 ? null : (this.ofLots.get(`${site}:${item}:${lot}`) ?? null);
  }
}

/** Of the counts of one day. */
export function standingCounts(ofDay: readonly CountResult[]): CountedThings {
  const things = new CountedThings();
  for (const result of ofDay) {
    const { count, allLots } = result;
    const target = allLots ? things.ofItems : things.ofLots;
    const key = allLots ? `${count.site}:${count.item}` : `${count.site}:${count.item}:${count.lot}`;
    const known = target.get(key);
    if (known === undefined || stands(result, known)) target.set(key, result);
  }
  return things;
}

function stands(one: CountResult, other: CountResult): boolean {
  if (one.count.when !== other.count.when) return one.count.when === 'close';
  return one.count.counted < other.count.counted;
}
