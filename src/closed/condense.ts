// Condenses the closed days of a book to what is carried on: names, kept rows, and how the engine stood.

import type { Book } from '../book/book.js';
import type { Carried, CarriedFinding } from '../book/carried.js';
import { ISSUE, TRANSFER } from '../book/movement.js';
import type { Day } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { closedThrough } from '../stock/preload.js';
import type { StoredDocument } from './drawer.js';
import { engineOf } from './engine.js';
import { type Kept, rowsToKeep } from './keep.js';
import { knownThrough } from './known.js';
import { closedDocs, closedLots, membersOf, type Numbers, placeNumbers, Renumbered, sendersOf } from './numbers.js';
import { recentDocuments } from './recent.js';
import { deliveryRows, filesOf, rowsFitFiles, stockRows } from './rows.js';
import { type ClosedState, closedState } from './state.js';

export interface Condensed {
  readonly carried: Carried;
  /** Documents that may be recalled from now on, or no longer. */
  readonly recent: readonly StoredDocument[];
}

/** `files`: the closed files of the goods ledgers. Null where the closed days cannot be condensed. */
export function condense(
  book: Book,
  findings: readonly Finding[],
  files: ReadonlySet<string>,
  through: Day,
): Condensed | null {
  const state = closedState(book, through);
  if (state === null || !rowsFitFiles(book, files, through)) return null;
  const kept = rowsToKeep(book, state, findings, through);
  const { stock, deliveries, places, resolver } = book;
  const lotIds = closedLots(book, kept, through);
  const docIds = closedDocs(book, state, kept);
  const recent = recentDocuments(book, state, kept, through);
  const senderIds = sendersOf(book, kept, state, recent);
  const memberIds = membersOf(book, kept, through);
  const numbers: Numbers = {
    stock: new Renumbered(kept.stock),
    deliveries: new Renumbered(kept.deliveries),
    docs: new Renumbered(docIds),
    lots: new Renumbered(lotIds),
    place: placeNumbers(places.transit, new Renumbered(senderIds)),
  };
  const members = new Renumbered(memberIds);
  const member = (id: number): number => (book.staff.present ? id : members.of(id));
  const closedRow = new Set(kept.stock);
  const countNumbers = new Renumbered(kept.counts);
  const carried: Carried = {
    through,
    docs: docIds.map((doc) => book.docs.text(doc)),
    lots: lotIds.map((lot) => ({ item: book.lots.item(lot), name: book.lots.text(lot) })),
    senders: senderIds.map((one) => places.free.text(one - places.transit - 1)),
    members: memberIds.map((one) => resolver.staffName(one)),
    files: {
      stock: filesOf('stock', stock, kept.stock, files),
      deliveries: filesOf('deliveries', deliveries, kept.deliveries, files),
      counts: filesOf('counts', book.counts, kept.counts, files),
      requests: filesOf('requests', book.requestLog, rowsOf(book.requests, kept.requests), files),
    },
    stock: stockRows(book, kept, numbers),
    deliveries: deliveryRows(book, kept, numbers),
    counts: kept.counts.map((at) => {
      const { when, lot, by, checkedBy, day, site, item, counted } = book.counts.count(at);
      return {
        offset: book.counts.offset.data[at]!,
        day,
        open: when === 'open',
        site,
        item,
        lot: numbers.lots.of(lot),
        counted,
        by: by === null ? null : member(by),
        checkedBy: checkedBy === null ? null : member(checkedBy),
      };
    }),
    requests: kept.requests.map((at) => {
      const { row, doc, ...request } = book.requests[at]!;
      return { ...request, doc: numbers.docs.of(doc), offset: book.requestLog.offset.data[row]! };
    }),
    selfChecked: book.selfChecked.flatMap(({ row, member: one }) =>
      closedRow.has(row) ? [{ row: numbers.stock.of(row), member: member(one) }] : [],
    ),
    inactive: book.inactive.flatMap(({ row, column, member: one }) =>
      closedRow.has(row) ? [{ row: numbers.stock.of(row), column, member: member(one) }] : [],
    ),
    expiries: expiriesOf(book, numbers, through),
    findings: book.findings.flatMap((finding) => (isAt(finding, files) ? [plain(finding)] : [])),
    sum: sumThrough(book, through),
    known: knownThrough(book, through),
    ...openDocuments(book, state, kept, numbers),
    engine: engineOf(book, state, kept, numbers, countNumbers, through),
  };
  const stored = recent.map(({ doc, lines }) => ({
    doc: book.docs.text(doc),
    lines: lines.map((line) => ({
      ...line,
      lot: numbers.lots.of(line.lot),
      from: numbers.place(line.from),
      to: numbers.place(line.to),
      ref: book.docs.text(line.ref),
    })),
  }));
  return { carried, recent: stored };
}

function rowsOf(all: readonly { readonly row: number }[], kept: readonly number[]): number[] {
  return kept.map((at) => all[at]!.row);
}

function expiriesOf(book: Book, numbers: Numbers, through: Day): Carried['expiries'] {
  const { lots, stock } = book;
  const stated: { lot: number; expiry: number; row: number }[] = [];
  for (let lot = 0; lot < lots.size; lot++) {
    if (lots.expiryRow(lot) >= 0) stated.push({ lot, expiry: lots.expiry(lot), row: lots.expiryRow(lot) });
  }
  for (const { lot, expiry, row } of book.expiryConflicts) stated.push({ lot, expiry, row });
  return stated.flatMap(({ lot, expiry, row }) => {
    const day = stock.day.data[row]!;
    return day > through ? [] : [{ lot: numbers.lots.of(lot), expiry, day, row: numbers.stock.of(row) }];
  });
}

function isAt({ at }: Finding, files: ReadonlySet<string>): boolean {
  return files.has(at.kind === 'span' ? at.span.file : at.file);
}

function plain({ tell, related, ...rest }: Finding): CarriedFinding {
  return {
    ...rest,
    zh: tell('zh'),
    en: tell('en'),
    related: related.map((one) => ({ at: one.at, zh: one.tell('zh'), en: one.tell('en') })),
  };
}

/** Of all quantities: as long as they are exact together, any sum of some of them is. */
export function sumThrough(book: Book, through: number): number {
  const { stock, deliveries, counts, requests } = book;
  const closed = closedThrough(book);
  const counting = (day: number) => day > closed && day <= through;
  let sum = book.carried?.sum ?? 0;
  for (let row = 0; row < stock.length; row++) if (counting(stock.day.data[row]!)) sum += stock.qty.data[row]!;
  for (let row = 0; row < deliveries.length; row++) {
    if (counting(deliveries.day.data[row]!)) sum += deliveries.amount(row);
  }
  for (const row of counts.rows()) if (counting(counts.day.data[row]!)) sum += counts.counted.data[row]!;
  for (const { day, qty } of requests) if (counting(day)) sum += qty;
  return sum;
}

/** Which documents on their way an open row may sign for, and which it may refer to. */
function openDocuments(
  book: Book,
  { posting, documents }: ClosedState,
  kept: Kept,
  numbers: Numbers,
): Pick<Carried, 'signable' | 'referable'> {
  const { lines } = posting;
  const reused = new Set(documents.reused.map(({ row }) => book.stock.doc.data[row]!));
  // A document of which only a part is in transit has lines that are not kept.
  const mixed = new Set<number>();
  for (let line = 0; line < lines.size; line++) if (lines.transit.data[line] !== 1) mixed.add(lines.doc.data[line]!);
  const signable = [...kept.live].filter((doc) => !reused.has(doc) && !mixed.has(doc));
  const returned = new Set<number>();
  for (const line of kept.lines) {
    const kind = lines.kind.data[line]!;
    if (kind !== ISSUE && kind !== TRANSFER) returned.add(lines.doc.data[line]!);
  }
  const was = new Set(book.carried?.signable ?? []);
  const could = new Set(book.carried?.referable ?? []);
  const carried = (doc: number, list: ReadonlySet<number>) => doc >= (book.carried?.docs.length ?? 0) || list.has(doc);
  return {
    signable: signable.filter((doc) => carried(doc, was)).map((doc) => numbers.docs.of(doc)),
    referable: signable.filter((doc) => !returned.has(doc) && carried(doc, could)).map((doc) => numbers.docs.of(doc)),
  };
}
