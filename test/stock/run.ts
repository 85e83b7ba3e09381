// The figures of a small book that reports use beyond its balances, each as one line.

import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import { type Day, formatDay, parseDay } from '../../src/core/day.js';
import { formatQuantity } from '../../src/core/quantity.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import type { Reconciliation } from '../../src/stock/figures.js';
import { reconcile } from '../../src/stock/reconcile.js';
import { type Ledgers, smallBook } from '../model/small.js';

export interface Told {
  readonly book: Book;
  readonly figures: Reconciliation;
}

/** A day of January 2022, or a date. */
export function on(day: number | string): Day {
  return parseDay(typeof day === 'string' ? day : `2022-01-${String(day).padStart(2, '0')}`)!;
}

/** A book as of a day; for a report of several days also the first of them. */
export function told(day: number | string, ledgers: Ledgers, more: Record<string, string> = {}, from = day): Told {
  const book = loadBook(memoryWorkspace({ ...smallBook(ledgers), ...more }));
  return { book, figures: reconcile(book, { from: on(from), to: on(day) }) };
}

const amount = (millionths: number | null): string => (millionths === null ? '-' : formatQuantity(millionths));
const itemOf = ({ book }: Told, item: number): string => book.items.all[item]!.code;
const siteOf = ({ book }: Told, site: number): string => book.sites.all[site]!.code;

/** `item: opening in out adjusted closing, average a day, days of cover` of every item, `?` where it is incomplete. */
export function stockOf(one: Told): string[] {
  return one.figures.stock.map(
    (line) =>
      `${itemOf(one, line.item)}${line.incomplete ? '?' : ''}: ` +
      `${[line.opening, line.in, line.out, line.adjusted, line.closing].map(amount).join(' ')}, ` +
      `${amount(line.averageDailyIssue)} a day, ${amount(line.daysOfCover)} days`,
  );
}

/** `site item lot: amount, days left` of what expires soon. */
export function expiring(one: Told): string[] {
  return one.figures.expiring.map(
    ({ site, item, lot, closing, daysLeft }) =>
      `${siteOf(one, site)} ${itemOf(one, item)} ${one.book.lots.text(lot)}: ${amount(closing)}, ${daysLeft} left`,
  );
}

/** `site item: amount, days, row` of what was not counted for too long; `never` where it never was. */
export function stale(one: Told): string[] {
  return one.figures.stale.map(
    ({ site, item, closing, days, everCounted, row }) =>
      `${siteOf(one, site)} ${itemOf(one, item)}: ${amount(closing)}, ${days} days${everCounted ? '' : ', never'}, row ${row}`,
  );
}

/** `doc site item: filled of asked, open, status priority` of every request line; `!` where it is overdue. */
export function requests(one: Told): string[] {
  return one.figures.requests.map(
    ({ doc, site, item, asked, filled, open, status, priority, overdue }) =>
      `${one.book.docs.text(doc)} ${siteOf(one, site)} ${itemOf(one, item)}: ` +
      `${amount(filled)} of ${amount(asked)}, ${amount(open)} open, ${status} ${priority}${overdue ? '!' : ''}`,
  );
}

/** `doc item→to: dispatched received damaged in transit, status, current` of every delivery line. */
export function dispatches(one: Told): string[] {
  return one.figures.deliveries.map(
    ({ doc, item, to, dispatched, received, damaged, inTransit, status, current, day }) =>
      `${one.book.docs.text(doc)} ${itemOf(one, item)} ${formatDay(day)} to ${to < 0 ? '-' : siteOf(one, to)}: ` +
      `${[dispatched, received, damaged, inTransit].map(amount).join(' ')}, ${status}${current ? '' : ', past'}`,
  );
}
