// Stock that nobody has counted for longer than the policy allows, once for each item at a site.

import type { Book } from '../book/book.js';
import type { CountResults } from './counts.js';
import type { StaleCount } from './figures.js';
import type { Incomplete } from './incomplete.js';
import type { Posting } from './posting.js';

export function findStale(book: Book, posting: Posting, counts: CountResults, incomplete: Incomplete): StaleCount[] {
  if (!book.present.has('counts')) return [];
  const { balances, period } = posting;
  const items = book.items.all.length;
  const lastCounted = new Map<number, number>();
  for (const { site, item, day } of book.carried?.engine.lastCounted ?? []) lastCounted.set(site * items + item, day);
  const { site: sites, item: things, day: days } = book.counts;
  for (let at = 0; at < counts.length; at++) {
    const row = counts.row.data[at]!;
    const key = sites.data[row]! * items + things.data[row]!;
    lastCounted.set(key, Math.max(days.data[row]!, lastCounted.get(key) ?? -1));
  }
  const shelves = new Map<number, { closing: number; first: number; lastDay: number; row: number; unknown: boolean }>();
  for (let balance = 0; balance < balances.size; balance++) {
    const site = balances.site.data[balance]!;
    const item = balances.item.data[balance]!;
    const key = site * items + item;
    const shelf = shelves.get(key) ?? {
      closing: 0,
      first: Number.POSITIVE_INFINITY,
      lastDay: -1,
      row: -1,
      unknown: false,
    };
    shelf.closing += balances.closing.data[balance]!;
    const first = balances.firstDay.data[balance]!;
    if (first >= 0) shelf.first = Math.min(shelf.first, first);
    const lastDay = balances.lastDay.data[balance]!;
    const row = balances.lastRow.data[balance]!;
    if (row >= 0 && (lastDay > shelf.lastDay || (lastDay === shelf.lastDay && row > shelf.row))) {
      shelf.lastDay = lastDay;
      shelf.row = row;
    }
    shelf.unknown ||= incomplete.balance(site, item, balances.lot.data[balance]!, period.to);
    shelves.set(key, shelf);
  }
  const found: StaleCount[] = [];
  for (const [key, shelf] of shelves) {
    if (shelf.closing <= 0 || shelf.unknown) continue;
    const counted = lastCounted.get(key);
    const since = counted ?? shelf.first;
    const days = period.to - since;
    if (!Number.isFinite(since) || days <= book.settings.policy.countEveryDays) continue;
    const site = Math.floor(key / items);
    found.push({
      site,
      item: key - site * items,
      closing: shelf.closing,
      days,
      everCounted: counted !== undefined,
      row: shelf.row,
    });
  }
  return found;
}
