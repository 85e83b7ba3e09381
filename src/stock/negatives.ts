// Balances that close a day below zero: the first such day, and the row that first took the balance there.

import type { Book } from '../book/book.js';
import { NO_LOT } from '../book/lots.js';
import { DISPOSAL, ISSUE, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { dayFromColumn } from '../core/day.js';
import { compareAlike } from './alike.js';
import type { NegativeBalance } from './figures.js';
import type { Incomplete } from './incomplete.js';
import type { Posting } from './posting.js';

/** What takes from a balance: a stock row, or −2 − a delivery row that corrects an earlier one. */
export interface Take {
  readonly row: number;
  readonly qty: number;
}

/** In a day, after all that adds to a balance: named lots first, by document, quantity, file and line; reversals last. */
export function inOrderOfTaking(book: Book, takes: readonly Take[]): Take[] {
  const { stock, deliveries, docs } = book;
  const keys = takes.map((take) => {
    const { row } = take;
    const delivery = -2 - row;
    return row >= 0
      ? {
          take,
          last: stock.kind.data[row] === REVERSAL ? 1 : 0,
          doc: stock.doc.data[row]!,
          lot: stock.lot.data[row]!,
          qty: stock.qty.data[row]!,
        }
      : {
          take,
          last: 0,
          doc: deliveries.doc.data[delivery]!,
          lot: deliveries.lot.data[delivery]!,
          qty: deliveries.received.data[delivery]!,
        };
  });
  keys.sort(
    (a, b) =>
      a.last - b.last ||
      (a.lot < 0 ? 1 : 0) - (b.lot < 0 ? 1 : 0) ||
      docs.compare(a.doc, b.doc) ||
      a.qty - b.qty ||
      compareAlike(book, a.take.row, b.take.row),
  );
  return keys.map(({ take }) => take);
}

/** What took from a balance on the day that closed below zero. */
interface Search {
  readonly balance: number;
  readonly day: number;
  readonly takes: Take[];
}

export function findNegatives(book: Book, posting: Posting, incomplete: Incomplete): NegativeBalance[] {
  const { balances, negativeRows } = posting;
  const found: NegativeBalance[] = [];
  const searches = new Map<number, Search>();
  for (let balance = 0; balance < balances.size; balance++) {
    const day = balances.negativeDay.data[balance]!;
    if (day < 0) continue;
    const site = balances.site.data[balance]!;
    const item = balances.item.data[balance]!;
    const lot = balances.lot.data[balance]!;
    // A line that is incomplete tonight for its count alone gives no finding either; the book itself is what it was.
    const unknown = day === posting.period.to ? incomplete.count : incomplete.balance;
    if (unknown.call(incomplete, site, item, lot, day)) continue;
    const row = negativeRows.get(balance);
    if (row === undefined && lot === NO_LOT) {
      searches.set(balance, { balance, day, takes: [] });
    } else
      found.push({
        site,
        item,
        lot,
        day: dayFromColumn(day),
        closing: posting.negativeClosing.get(balance) ?? 0,
        row: row ?? -1,
      });
  }
  if (searches.size > 0) {
    replay(book, posting, searches);
    for (const search of searches.values()) found.push(settle(book, posting, search));
  }
  return found;
}

/** One more pass over the rows, for what took from the balances in question on the days in question. */
function replay(book: Book, posting: Posting, searches: ReadonlyMap<number, Search>): void {
  const { stock, deliveries } = book;
  const take = (site: number, item: number, day: number, qty: number, row: number) => {
    if (!posting.isTracked(site)) return;
    const search = searches.get(posting.balances.find(site, item, NO_LOT));
    if (search?.day === day) search.takes.push({ row, qty });
  };
  for (let row = 0; row < stock.length; row++) {
    const day = stock.day.data[row]!;
    const item = stock.item.data[row]!;
    const qty = stock.qty.data[row]!;
    const from = stock.from.data[row]!;
    const to = stock.to.data[row]!;
    switch (stock.kind.data[row]!) {
      case DISPOSAL:
      case LOSS:
      case ISSUE:
      case TRANSFER:
      case RETURN:
        take(from, item, day, -qty, row);
        break;
      case REVERSAL:
        if (posting.leftOutRows.has(row)) break;
        if (!(book.places.isSite(from) && posting.isSigning(to))) take(to, item, day, -qty, row);
        break;
    }
  }
  const unmatched = new Set(posting.unmatched);
  for (let index = 0; index < deliveries.length; index++) {
    const received = deliveries.received.data[index]!;
    if (received >= 0 || deliveries.leftOut.data[index] !== 0 || unmatched.has(index)) continue;
    const item = deliveries.item.data[index]!;
    const named = deliveries.site.data[index]!;
    const head = posting.lines.head(deliveries.doc.data[index]!, item);
    const site = named < 0 ? posting.lines.to.data[head]! : named;
    take(site, item, deliveries.day.data[index]!, received, -2 - index);
  }
}

/** From what it closed with back to what there was before all that took from it, and on to the first that was too much. */
function settle(book: Book, posting: Posting, { balance, day, takes }: Search): NegativeBalance {
  const { balances } = posting;
  const closing = posting.negativeClosing.get(balance) ?? 0;
  let value = takes.reduce((before, { qty }) => before - qty, closing);
  const first = inOrderOfTaking(book, takes).find(({ qty }) => {
    value += qty;
    return value < 0;
  });
  return {
    site: balances.site.data[balance]!,
    item: balances.item.data[balance]!,
    lot: balances.lot.data[balance]!,
    day: dayFromColumn(day),
    closing,
    row: first?.row ?? balances.lastRow.data[balance]!,
  };
}
