// How the engine stands at the end of a closed day: what was posted, counted, asked for and found by then.

import type { Book } from '../book/book.js';
import { countNamed } from '../book/crossref/countnames.js';
import { GAIN, ISSUE, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { type Day, dayFromColumn } from '../core/day.js';
import { AVERAGE_DAYS } from '../stock/averages.js';
import type { CountResults } from '../stock/counts.js';
import { type Documents, inspectDocuments } from '../stock/documents.js';
import { explainCounts } from '../stock/explained.js';
import type { NegativeBalance } from '../stock/figures.js';
import { Incomplete } from '../stock/incomplete.js';
import { findNegatives } from '../stock/negatives.js';
import { oneDay } from '../stock/period.js';
import { postBook } from '../stock/post.js';
import type { Posting } from '../stock/posting.js';
import { closedThrough } from '../stock/preload.js';
import { fillRequests, type RequestLine, type Sent, sentFor } from '../stock/requests.js';
import { RECALLED_DAYS } from './recent.js';

export interface ClosedState {
  readonly posting: Posting;
  readonly counts: CountResults;
  readonly negatives: readonly NegativeBalance[];
  readonly requests: readonly RequestLine[];
  /** By document, item and site. */
  readonly sent: ReadonlyMap<string, readonly Sent[]>;
  readonly documents: Documents;
  readonly issued: readonly { readonly day: number; readonly item: number; readonly qty: number }[];
}

/** Null where the closed days cannot be told from what is open, or something in them was left out. */
export function closedState(book: Book, through: Day): ClosedState | null {
  if (book.quarantined.length > 0 || !standsAlone(book, through)) return null;
  const { posting, counts } = postBook(book, oneDay(through), dayFromColumn(through - RECALLED_DAYS + 1));
  if (posting.leftOut.length > 0) return null;
  explainCounts(book, posting, counts);
  const incomplete = new Incomplete(book, [], posting.lines);
  const requests = fillRequests(book, posting, incomplete);
  const keys = new Map(requests.map(({ doc, item, site }) => [`${doc}:${item}:${site}`, true]));
  const issued = issuedLately(book, posting, through);
  if (issued === null) return null;
  return {
    posting,
    counts,
    requests,
    issued,
    sent: sentFor(book, posting, keys),
    negatives: findNegatives(book, posting, incomplete),
    documents: inspectDocuments(book, through, new Set()),
  };
}

/** Does what the closed days refer to, and the expiry of every lot in them, stand in the closed days too? */
function standsAlone(book: Book, through: Day): boolean {
  const { stock, lots, requests, places, resolver } = book;
  const asked = new Set(requests.filter(({ day }) => day <= through).map(({ doc }) => doc));
  const dispatched = new Uint8Array(book.docs.size);
  for (const { doc, kind } of book.recalled) {
    if (kind === ISSUE || kind === TRANSFER || kind === RETURN) dispatched[doc] = 1;
  }
  const closedLots = new Uint8Array(lots.size);
  for (let row = 0; row < stock.length; row++) {
    if (stock.day.data[row]! > through) continue;
    const kind = stock.kind.data[row]!;
    if (kind === ISSUE || kind === TRANSFER || kind === RETURN) dispatched[stock.doc.data[row]!] = 1;
    const lot = stock.lot.data[row]!;
    if (lot >= 0) closedLots[lot] = 1;
  }
  for (let lot = 0; lot < lots.size; lot++) {
    const row = lots.expiryRow(lot);
    if (closedLots[lot] === 1 && row >= 0 && stock.day.data[row]! > through) return false;
  }
  const { referring } = stock;
  for (let at = 0; at < referring.length; at++) {
    const row = referring.data[at]!;
    if (stock.day.data[row]! > through) continue;
    const ref = stock.ref.data[row]!;
    const kind = stock.kind.data[row]!;
    const transit = stock.from.data[row] === places.transit;
    if (kind === ISSUE || kind === TRANSFER) {
      if (book.present.has('requests') && !asked.has(ref)) return false;
    } else if (kind === RETURN || (kind === LOSS && transit)) {
      if (dispatched[ref] !== 1) return false;
    } else if (kind === GAIN || kind === LOSS) {
      if ((countNamed(resolver, ref)?.day ?? through) > through) return false;
    }
  }
  return true;
}

/** By day and item, of the days that averages may still be taken over; null where a reversal hides what it undid. */
function issuedLately(book: Book, posting: Posting, through: Day): ClosedState['issued'] | null {
  const { stock } = book;
  const since = through - AVERAGE_DAYS;
  const closed = closedThrough(book);
  const sums = new Map<string, { day: number; item: number; qty: number }>();
  const add = (day: number, item: number, qty: number) => {
    const key = `${day}:${item}`;
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { day, item, qty });
    else known.qty += qty;
  };
  for (const { day, item, qty } of book.carried?.engine.issued ?? []) if (day > since) add(day, item, qty);
  for (let row = 0; row < stock.length; row++) {
    const day = stock.day.data[row]!;
    if (day <= since || day <= closed || day > through) continue;
    const item = stock.item.data[row]!;
    const qty = stock.qty.data[row]!;
    const kind = stock.kind.data[row]!;
    if (kind === ISSUE) add(day, item, qty);
    else if (kind === RETURN) add(day, item, -qty);
    else if (kind === REVERSAL) {
      const undone = kindsUndone(posting, row);
      if (undone.size > 1) return null;
      if (undone.has(ISSUE)) add(day, item, -qty);
      else if (undone.has(RETURN)) add(day, item, qty);
    }
  }
  return [...sums.values()].filter(({ qty }) => qty !== 0);
}

function kindsUndone({ book: { stock }, lines }: Posting, row: number): Set<number> {
  const kinds = new Set<number>();
  const { next, from, to, kind } = lines;
  for (let line = lines.head(stock.ref.data[row]!, stock.item.data[row]!); line >= 0; line = next.data[line]!) {
    const same = from.data[line] === stock.from.data[row] && to.data[line] === stock.to.data[row];
    if (same && kind.data[line] !== REVERSAL) kinds.add(kind.data[line]!);
  }
  return kinds;
}
