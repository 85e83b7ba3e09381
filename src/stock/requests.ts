// Requests held against what was sent for them: a line stays open until it is filled or cancelled.

import type { Book } from '../book/book.js';
import type { Priority } from '../book/choices.js';
import type { Request } from '../book/ledger/requests.js';
import { ISSUE, RETURN, TRANSFER } from '../book/movement.js';
import type { Day } from '../core/day.js';
import type { Incomplete } from './incomplete.js';
import type { Posting } from './posting.js';

export type RequestStatus = 'open' | 'part-filled' | 'filled' | 'cancelled' | 'incomplete';

/** One document, site and item: repeated lines add up. */
export interface RequestLine {
  readonly doc: number;
  readonly site: number;
  readonly item: number;
  readonly day: Day;
  readonly asked: number;
  /** Sent, less what was reversed or came back. */
  readonly filled: number;
  /** What is still to be sent; zero once filled or cancelled. */
  readonly open: number;
  readonly neededBy: Day | null;
  readonly priority: Priority;
  readonly status: RequestStatus;
  readonly overdue: boolean;
  /** Row in the requests' log that asks first, and the one with the earliest date of need. */
  readonly row: number;
  readonly neededRow: number;
  /** The stock row that last took what was sent above what was asked, −1 where none did. */
  readonly overRow: number;
}

export interface Sent {
  readonly row: number;
  readonly day: number;
  readonly qty: number;
}

const urgency: Readonly<Record<Priority, number>> = { routine: 0, urgent: 1, critical: 2 };

export function fillRequests(book: Book, posting: Posting, incomplete: Incomplete): RequestLine[] {
  const last = posting.period.to;
  const lines = new Map<string, Request[]>();
  for (const request of book.requests) {
    if (request.day > last) continue;
    const key = `${request.doc}:${request.item}:${request.site}`;
    const asked = lines.get(key);
    if (asked === undefined) lines.set(key, [request]);
    else asked.push(request);
  }
  if (lines.size === 0) return [];
  const sent = sentFor(book, posting, lines);
  const made: RequestLine[] = [];
  for (const [key, rows] of lines) made.push(lineOf(rows, inOrder(book, sent.get(key) ?? []), last, incomplete));
  return made.sort((a, b) => book.docs.compare(a.doc, b.doc) || a.site - b.site || a.item - b.item);
}

/** What was sent for request lines, by document, item and site. */
export function sentFor(book: Book, posting: Posting, lines: ReadonlyMap<string, unknown>): Map<string, Sent[]> {
  const { stock } = book;
  const docs = new Set<number>();
  for (const key of lines.keys()) docs.add(Number(key.slice(0, key.indexOf(':'))));
  const sent = new Map<string, Sent[]>();
  const note = (key: string, one: Sent) => {
    if (!lines.has(key)) return;
    const known = sent.get(key);
    if (known === undefined) sent.set(key, [one]);
    else known.push(one);
  };
  for (const { doc, item, site, row, day, qty } of book.carried?.engine.sent ?? []) {
    note(`${doc}:${item}:${site}`, { row, day, qty });
  }
  const { referring } = stock;
  for (let i = 0; i < referring.length; i++) {
    const row = referring.data[i]!;
    const ref = stock.ref.data[row]!;
    const kind = stock.kind.data[row]!;
    if ((kind !== ISSUE && kind !== TRANSFER) || stock.day.data[row]! > posting.period.to || !docs.has(ref)) continue;
    const key = `${ref}:${stock.item.data[row]}:${stock.to.data[row]}`;
    note(key, { row, day: stock.day.data[row]!, qty: stock.qty.data[row]! });
  }
  for (const { row, line, qty } of posting.givenBack) {
    if (posting.lines.kind.data[line] === RETURN) continue;
    const key = `${posting.lines.ref.data[line]}:${posting.lines.item.data[line]}:${posting.lines.to.data[line]}`;
    note(key, { row, day: stock.day.data[row]!, qty: -qty });
  }
  return sent;
}

/** By day; within it what is sent before what comes back, then as the rows of a day are ordered. */
function inOrder({ stock, docs, lots }: Book, sent: Sent[]): Sent[] {
  const lot = (one: Sent) => stock.lot.data[one.row]!;
  return sent.sort(
    (a, b) =>
      a.day - b.day ||
      (a.qty < 0 ? 1 : 0) - (b.qty < 0 ? 1 : 0) ||
      (lot(a) < 0 ? 1 : 0) - (lot(b) < 0 ? 1 : 0) ||
      docs.compare(stock.doc.data[a.row]!, stock.doc.data[b.row]!) ||
      lots.compare(lot(a), lot(b)) ||
      stock.qty.data[a.row]! - stock.qty.data[b.row]! ||
      a.row - b.row,
  );
}

function lineOf(rows: readonly Request[], sent: readonly Sent[], last: Day, incomplete: Incomplete): RequestLine {
  const first = rows.reduce((a, b) => (b.day < a.day ? b : a));
  const { doc, site, item } = first;
  const asked = rows.reduce((sum, row) => sum + row.qty, 0);
  const cancelled = rows.some((row) => row.cancelled);
  const wanted = rows.filter((row) => row.neededBy !== null);
  const needed = wanted.reduce<Request | null>(
    (a, b) => (a === null || (b.neededBy ?? 0) < (a.neededBy ?? 0) ? b : a),
    null,
  );
  let filled = 0;
  let overRow = -1;
  for (const { row, qty } of sent) {
    const before = filled;
    filled += qty;
    if (before <= asked && filled > asked) overRow = row;
    else if (filled <= asked) overRow = -1;
  }
  const open = cancelled ? 0 : Math.max(0, asked - filled);
  const unknown = incomplete.request(doc, item, site, last);
  const neededBy = needed?.neededBy ?? null;
  return {
    doc,
    site,
    item,
    day: first.day,
    asked,
    filled,
    open,
    neededBy,
    priority: rows.reduce<Priority>((a, b) => (urgency[b.priority] > urgency[a] ? b.priority : a), 'routine'),
    status: unknown ? 'incomplete' : statusOf(open, filled, cancelled && filled < asked),
    // Overdue after the end of the day it was needed by.
    overdue: !unknown && open > 0 && neededBy !== null && neededBy < last,
    row: first.row,
    neededRow: needed?.row ?? first.row,
    overRow: unknown ? -1 : overRow,
  };
}

function statusOf(open: number, filled: number, cancelled: boolean): RequestStatus {
  if (cancelled) return 'cancelled';
  if (open === 0) return 'filled';
  return filled > 0 ? 'part-filled' : 'open';
}
