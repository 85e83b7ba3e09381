// Balances that close a day below zero: the first such day, and the row that first took the balance there.

import type { Book } from '../book/book.js';
import { NO_LOT } from '../book/lots.js';
import {
  DISPOSAL,
  GAIN,
  ISSUE,
  LEFT_OUT,
  LOSS,
  OPENING,
  RECEIPT,
  RETURN,
  REVERSAL,
  TRANSFER,
} from '../book/movement.js';
import { dayFromColumn } from '../core/day.js';
import type { NegativeBalance } from './figures.js';
import type { Incomplete } from './incomplete.js';
import type { Posting } from './posting.js';

interface Search {
  readonly balance: number;
  readonly day: number;
  /** The balance before that day. */
  opening: number;
  readonly takes: { readonly row: number; readonly qty: number; readonly last: boolean }[];
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
    if (row === undefined && lot === NO_LOT) searches.set(balance, { balance, day, opening: 0, takes: [] });
    else
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

/** One more pass over the rows, for the balances in question only. */
function replay(book: Book, posting: Posting, searches: ReadonlyMap<number, Search>): void {
  const { stock, deliveries } = book;
  const { balances } = posting;
  const effect = (site: number, item: number, day: number, qty: number, row: number, last: boolean) => {
    if (site < 0 || site >= book.sites.all.length || posting.tracked[site] !== 1) return;
    const balance = balances.find(site, item, NO_LOT);
    const search = balance < 0 ? undefined : searches.get(balance);
    if (search === undefined || day > search.day) return;
    if (day < search.day || qty > 0) search.opening += qty;
    else search.takes.push({ row, qty, last });
  };
  const undone = new Set(
    posting.leftOut.map((one) => (one.at.kind === 'record' ? `${one.at.file}:${one.at.record}` : '')),
  );
  const { transit } = book.places;
  for (let row = 0; row < stock.length; row++) {
    const kind = stock.kind.data[row]!;
    const day = stock.day.data[row]!;
    if (kind === LEFT_OUT || day > posting.period.to) continue;
    const item = stock.item.data[row]!;
    const qty = stock.qty.data[row]!;
    const from = stock.from.data[row]!;
    const to = stock.to.data[row]!;
    switch (kind) {
      case OPENING:
      case RECEIPT:
      case GAIN:
        effect(to, item, day, qty, row, false);
        break;
      case DISPOSAL:
      case LOSS:
        effect(from, item, day, -qty, row, false);
        break;
      case ISSUE:
      case TRANSFER:
      case RETURN:
        effect(from, item, day, -qty, row, false);
        if (from === transit || !posting.isSigning(to)) effect(to, item, day, qty, row, false);
        break;
      case REVERSAL: {
        const place = stock.recordPlace(row);
        if (place.kind === 'record' && undone.has(`${place.file}:${place.record}`)) break;
        effect(from, item, day, qty, row, true);
        if (!(book.places.isSite(from) && posting.isSigning(to))) effect(to, item, day, -qty, row, true);
        break;
      }
    }
  }
  const unmatched = new Set(posting.unmatched);
  for (let index = 0; index < deliveries.length; index++) {
    const day = deliveries.day.data[index]!;
    if (deliveries.leftOut.data[index] !== 0 || unmatched.has(index) || day > posting.period.to) continue;
    const item = deliveries.item.data[index]!;
    let site = deliveries.site.data[index]!;
    if (site < 0) {
      const head = posting.lines.head(deliveries.doc.data[index]!, item);
      site = head < 0 ? -1 : posting.lines.to.data[head]!;
    }
    effect(site, item, day, deliveries.received.data[index]!, -1, false);
  }
}

/** What adds comes first in the day, then what takes, by document, quantity, file and line; reversals last. */
function settle(book: Book, posting: Posting, search: Search): NegativeBalance {
  const { balances } = posting;
  const { stock, docs } = book;
  const { balance, takes } = search;
  takes.sort(
    (a, b) =>
      (a.last ? 1 : 0) - (b.last ? 1 : 0) ||
      (a.row < 0 || b.row < 0 ? a.row - b.row : docs.compare(stock.doc.data[a.row]!, stock.doc.data[b.row]!)) ||
      b.qty - a.qty ||
      a.row - b.row,
  );
  let value = search.opening;
  let row = -1;
  for (const take of takes) {
    value += take.qty;
    if (value < 0 && row < 0) row = take.row;
  }
  return {
    site: balances.site.data[balance]!,
    item: balances.item.data[balance]!,
    lot: balances.lot.data[balance]!,
    day: dayFromColumn(search.day),
    closing: value,
    row: row >= 0 ? row : balances.lastRow.data[balance]!,
  };
}
