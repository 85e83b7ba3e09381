// Whether what is carried on answers for the closed days: not where an open row reaches back into them. Saying no is
// always right, it only costs time.

import type { Book } from '../book/book.js';
import { type Carried, carriedLedgers } from '../book/carried.js';
import { closedFiles } from '../book/carryin.js';
import { countNamed } from '../book/crossref/countnames.js';
import { ledgerFiles } from '../book/load.js';
import { GAIN, ISSUE, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import type { RowLog } from '../book/rowlog.js';
import { MINUTES_A_DAY } from '../core/day.js';
import { LIMIT } from '../core/quantity.js';
import type { Workspace } from '../source/workspace.js';
import { sumThrough } from './condense.js';
import { KnownNames } from './known.js';

/** Why the whole history has to be read, for tests to tell. */
export type Misfit =
  | 'left-out'
  | 'registers'
  | 'order-of-files'
  | 'late-row'
  | 'old-document'
  | 'old-count'
  | 'expiry'
  | 'sum';

/** What is sealed beyond the days that are carried: the last sealed day, and files that hold nothing but sealed rows. */
export interface SealedSince {
  readonly through: number;
  readonly files: ReadonlySet<string>;
}

export function misfit(
  workspace: Workspace,
  book: Book,
  carried: Carried,
  unread: ReadonlySet<string>,
  sealed: SealedSince,
): Misfit | null {
  if (book.quarantined.length > 0) return 'left-out';
  if (!book.items.present || !book.sites.present) return 'registers';
  if (!inOrder(workspace, carried)) return 'order-of-files';
  if (hasLateRow(book, carried, unread, sealed)) return 'late-row';
  const old = oldName(book, carried);
  if (old !== null) return old;
  if (statesOldExpiry(book, carried)) return 'expiry';
  return sumThrough(book, Number.POSITIVE_INFINITY) > LIMIT ? 'sum' : null;
}

/** Rows are told apart by where they stand: those that are kept must come before those that are read. */
function inOrder(workspace: Workspace, carried: Carried): boolean {
  const closed = closedFiles(carried);
  return carriedLedgers.every((ledger) => {
    const files = ledgerFiles(workspace, ledger);
    const firstOpen = files.findIndex((file) => !closed.has(file));
    return firstOpen < 0 || files.slice(firstOpen).every((file) => !closed.has(file));
  });
}

/** A row of a closed day in a file that was not closed with it. */
function hasLateRow(book: Book, carried: Carried, unread: ReadonlySet<string>, sealed: SealedSince): boolean {
  const { stock, deliveries, counts, requests, needs, census, roster, rollcalls } = book;
  const late = (log: RowLog, dayOf: (row: number) => number): boolean => {
    for (const { file, from, to } of log.runs()) {
      if (unread.has(file.path)) continue;
      const through = sealed.files.has(file.path) ? carried.through : sealed.through;
      for (let row = from; row < to; row++) if (dayOf(row) <= through) return true;
    }
    return false;
  };
  return (
    late(stock, (row) => stock.day.data[row]!) ||
    late(deliveries, (row) => deliveries.day.data[row]!) ||
    late(counts, (row) => counts.day.data[row]!) ||
    late(book.requestLog, (row) => requests[row]!.day) ||
    late(needs, (row) => Math.floor(needs.moment.data[row]! / MINUTES_A_DAY)) ||
    late(census, (row) => census.day.data[row]!) ||
    late(roster, (row) => roster.day.data[row]!) ||
    late(rollcalls, (row) => rollcalls.day.data[row]!)
  );
}

/** Documents and counts of closed days that open rows name, other than those that are carried for that. */
function oldName(book: Book, carried: Carried): 'old-document' | 'old-count' | null {
  const { stock, deliveries, requests, docs, places, resolver } = book;
  const { through } = carried;
  const names = new KnownNames(carried.known);
  const told = new Map<number, boolean>();
  const isOld = (doc: number): boolean => {
    if (doc < carried.docs.length) return true;
    let old = told.get(doc);
    if (old === undefined) {
      old = names.has(docs.text(doc));
      told.set(doc, old);
    }
    return old;
  };
  const asked = new Set(requests.map(({ doc }) => doc));
  const askedBefore = new Set(requests.filter(({ day }) => day <= through).map(({ doc }) => doc));
  const signable = new Set(carried.signable);
  const referable = new Set(carried.referable);
  const recalled = new Set<number>();
  for (const { doc, kind, ref } of book.recalled) {
    // What it was for hears of it too: a count, or a request that is not open any more.
    if ((kind === GAIN || kind === LOSS) && ref >= 0) return 'old-count';
    if ((kind === ISSUE || kind === TRANSFER) && ref >= 0 && book.present.has('requests') && !askedBefore.has(ref))
      return 'old-document';
    recalled.add(doc);
  }
  const issuedNow = new Set<number>();
  for (let row = 0; row < stock.length; row++) {
    if (stock.day.data[row]! > through) issuedNow.add(stock.doc.data[row]!);
  }
  for (const doc of issuedNow) if (isOld(doc)) return 'old-document';
  for (let row = 0; row < stock.length; row++) {
    const ref = stock.ref.data[row]!;
    if (stock.day.data[row]! <= through || ref < 0) continue;
    const kind = stock.kind.data[row]!;
    const transit = stock.from.data[row] === places.transit;
    if (kind === ISSUE || kind === TRANSFER) {
      if (book.present.has('requests') && !asked.has(ref)) return 'old-document';
    } else if (kind === RETURN || kind === REVERSAL || (kind === LOSS && transit)) {
      const known = referable.has(ref) || issuedNow.has(ref) || (!transit && recalled.has(ref));
      if (!known) return 'old-document';
    } else if (kind === GAIN || kind === LOSS) {
      if ((countNamed(resolver, ref)?.day ?? -1) <= through) return 'old-count';
    }
  }
  for (let row = 0; row < deliveries.length; row++) {
    const doc = deliveries.doc.data[row]!;
    if (deliveries.day.data[row]! <= through || issuedNow.has(doc)) continue;
    // A correction of what was signed for before has nothing to correct here: it was left out.
    if (!signable.has(doc) && isOld(doc)) return 'old-document';
  }
  for (const { doc, day } of requests) {
    if (day > through && !askedBefore.has(doc) && isOld(doc)) return 'old-document';
  }
  return null;
}

/** The expiry of a lot that the closed days know without one would have changed what they took first. */
function statesOldExpiry({ lots, stock }: Book, carried: Carried): boolean {
  for (let lot = 0; lot < carried.lots.length; lot++) {
    const row = lots.expiryRow(lot);
    if (row >= 0 && stock.day.data[row]! > carried.through) return true;
  }
  return false;
}
