// Which closed rows are kept: those that a finding, a figure or a document that is still open may point at.

import type { Book } from '../book/book.js';
import type { CarriedLedger } from '../book/carried.js';
import type { RowLog } from '../book/rowlog.js';
import type { Day } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import type { ClosedState } from './state.js';

export interface Kept {
  /** Rows in order. */
  readonly stock: readonly number[];
  readonly deliveries: readonly number[];
  /** Indexes into the counts and the requests of the book. */
  readonly counts: readonly number[];
  readonly requests: readonly number[];
  /** Document lines, and the documents whose lines these are. */
  readonly lines: readonly number[];
  readonly live: ReadonlySet<number>;
}

export function rowsToKeep(book: Book, state: ClosedState, findings: readonly Finding[], through: Day): Kept {
  const { stock, deliveries } = book;
  const keptStock = new Set<number>();
  const keptDeliveries = new Set<number>();
  const either = (row: number) => {
    if (row >= 0) keptStock.add(row);
    else if (row <= -2) keptDeliveries.add(-2 - row);
  };
  const { posting } = state;
  for (let at = 0; at < posting.balances.size; at++) either(posting.balances.lastRow.data[at]!);
  for (const { row } of [...posting.fefo, ...posting.expiredIssued]) keptStock.add(row);
  for (const { row } of state.negatives) either(row);
  for (const index of posting.unmatched) keptDeliveries.add(index);

  const lines = liveLines(state);
  const live = new Set(lines.map((line) => posting.lines.doc.data[line]!));
  for (const line of lines) {
    either(posting.lines.row.data[line]!);
    const { signedRow, damagedRow, overRow } = posting.lines;
    for (const { data } of [signedRow, damagedRow]) if (data[line]! >= 0) keptDeliveries.add(data[line]!);
    // Seen from the deliveries: a row of theirs, or −2 − a row of the stock.
    const over = overRow.data[line]!;
    if (over >= 0) keptDeliveries.add(over);
    else if (over <= -2) keptStock.add(-2 - over);
  }

  const twice = new Set(
    [...state.documents.duplicates, ...state.documents.reused].map(({ row }) => stock.doc.data[row]!),
  );
  if (twice.size > 0) {
    for (let row = 0; row < stock.length; row++) {
      if (stock.day.data[row]! <= through && twice.has(stock.doc.data[row]!)) keptStock.add(row);
    }
  }
  for (const { row } of state.documents.gaps) keptStock.add(row);
  for (let lot = 0; lot < book.lots.size; lot++) {
    const row = book.lots.expiryRow(lot);
    if (row >= 0 && stock.day.data[row]! <= through) keptStock.add(row);
  }
  for (const { row } of book.expiryConflicts) if (stock.day.data[row]! <= through) keptStock.add(row);

  const found = rowsFound(book, findings);
  for (const row of found.stock) if (stock.day.data[row]! <= through) keptStock.add(row);
  for (const row of found.deliveries) if (deliveries.day.data[row]! <= through) keptDeliveries.add(row);
  for (const row of lastDays(stock.day.data, stock.length, through)) keptStock.add(row);
  for (const row of lastDays(deliveries.day.data, deliveries.length, through)) keptDeliveries.add(row);

  // A document that was asked for is kept with all its rows, or none of them could be told from a new one.
  const asked = requestsToKeep(book, state, lines);
  const days = Int32Array.from(book.requests, ({ day }) => day);
  for (const at of lastDays(days, days.length, through)) asked.add(book.requests[at]!.doc);
  for (const { doc, day, row } of book.requests) if (day <= through && found.requests.has(row)) asked.add(doc);
  for (const [key, sent] of state.sent) {
    if (asked.has(Number(key.slice(0, key.indexOf(':'))))) for (const { row } of sent) keptStock.add(row);
  }
  return {
    lines,
    live,
    stock: inOrder(keptStock),
    deliveries: inOrder(keptDeliveries),
    counts: countsToKeep(book, found.counts, through),
    requests: book.requests.flatMap(({ day, doc }, at) => (day <= through && asked.has(doc) ? [at] : [])),
  };
}

function inOrder(rows: ReadonlySet<number>): number[] {
  return [...rows].sort((a, b) => a - b);
}

/** Lines in transit of every document of which something is on its way, or arrived damaged. */
function liveLines({ posting: { lines } }: ClosedState): number[] {
  const live = new Set<number>();
  for (let line = 0; line < lines.size; line++) {
    if (lines.transit.data[line] !== 1) continue;
    if (lines.inTransit(line) !== 0 || lines.damaged.data[line] !== 0) live.add(lines.doc.data[line]!);
  }
  const kept: number[] = [];
  for (let line = 0; line < lines.size; line++) {
    if (lines.transit.data[line] === 1 && live.has(lines.doc.data[line]!)) kept.push(line);
  }
  return kept;
}

/** Documents of requests that are open or were exceeded, or that goods on their way were sent for. */
function requestsToKeep(book: Book, { requests, posting }: ClosedState, lines: readonly number[]): Set<number> {
  const docs = new Set<number>();
  for (const { doc, status, overRow } of requests) {
    if (status === 'open' || status === 'part-filled' || status === 'incomplete' || overRow >= 0) docs.add(doc);
  }
  if (book.present.has('requests')) for (const line of lines) docs.add(posting.lines.ref.data[line]!);
  return docs;
}

/** The first rows of the last two days up to a day: from them a jump in the dates is told. */
function lastDays(days: Int32Array, length: number, through: number): number[] {
  let last = -1;
  let first = -1;
  let before = -1;
  let firstBefore = -1;
  for (let at = 0; at < length; at++) {
    const day = days[at]!;
    if (day > through || day === last) continue;
    if (day > last) {
      before = last;
      firstBefore = first;
      last = day;
      first = at;
    } else if (day > before) {
      before = day;
      firstBefore = at;
    }
  }
  return [first, firstBefore].filter((at) => at >= 0);
}

/** Counts that were found wanting, with all others of the same thing. */
function countsToKeep({ counts }: Book, found: ReadonlySet<number>, through: Day): number[] {
  const { day, open, site, item, lot } = counts;
  const thing = (row: number) => [day, open, site, item, lot].map(({ data }) => data[row]).join(':');
  const all = [...counts.rows()];
  const last = new Set(lastDays(day.data, counts.length, through));
  const things = new Set(all.filter((row) => found.has(row) || last.has(row)).map(thing));
  return all.filter((row) => day.data[row]! <= through && things.has(thing(row)));
}

/** Rows that findings point at, by ledger. */
function rowsFound(book: Book, findings: readonly Finding[]): Record<CarriedLedger, Set<number>> {
  const records = new Map<string, Set<number>>();
  for (const { at, related } of findings) {
    for (const place of [at, ...related.map((one) => one.at)]) {
      if (place.kind !== 'cell' && place.kind !== 'record') continue;
      const known = records.get(place.file);
      if (known === undefined) records.set(place.file, new Set([place.record]));
      else known.add(place.record);
    }
  }
  return {
    stock: rowsAt(book.stock, records),
    deliveries: rowsAt(book.deliveries, records),
    counts: rowsAt(book.counts, records),
    requests: rowsAt(book.requestLog, records),
  };
}

function rowsAt(log: RowLog, records: ReadonlyMap<string, ReadonlySet<number>>): Set<number> {
  const rows = new Set<number>();
  for (const { file, from, to } of log.runs()) {
    const wanted = records.get(file.path);
    if (wanted === undefined) continue;
    for (let row = from; row < to; row++) if (wanted.has(log.offset.data[row]!)) rows.add(row);
  }
  return rows;
}
