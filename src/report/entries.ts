// Every row that changed the stock of an item, in the order in which it is booked: what a stock card lists.

import type { Book } from '../book/book.js';
import type { MovementKind } from '../book/choices.js';
import { DISPOSAL, GAIN, ISSUE, kindNames, LEFT_OUT, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import type { Reconciliation } from '../stock/figures.js';
import { postBook } from '../stock/post.js';
import { orderByDay } from '../stock/roworder.js';

export interface Entry {
  readonly day: number;
  readonly doc: number;
  readonly kind: MovementKind | 'delivery';
  readonly site: number;
  readonly from: number;
  readonly to: number;
  /** The lots it touched, as far as they are known. */
  readonly lots: readonly number[];
  readonly in: number;
  readonly out: number;
  readonly adjusted: number;
  readonly ref: number;
}

/** An entry with what decides its place within the day. */
interface Placed extends Entry {
  readonly rank: number;
  readonly named: boolean;
  readonly row: number;
}

/** Rows of the stock ledger that the engine itself left out: reversals of nothing, or of too much. */
export function leftOutRows(figures: Reconciliation): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const { table, at } of figures.quarantined) {
    if (table === 'stock' && at.kind === 'record') rows.add(`${at.file}:${at.record}`);
  }
  return rows;
}

export function isLeftOut(book: Book, row: number, leftOut: ReadonlySet<string>): boolean {
  if (book.stock.kind.data[row] === LEFT_OUT) return true;
  if (leftOut.size === 0) return false;
  const at = book.stock.recordPlace(row);
  return at.kind === 'record' && leftOut.has(`${at.file}:${at.record}`);
}

/** Up to the day of the figures, at one site or (null) at every site where stock is kept. */
export function entriesOf(book: Book, figures: Reconciliation, item: number, site: number | null): Entry[] {
  const entries: Placed[] = [];
  const lotsAt = lotsTaken(book, figures, item);
  const put = (at: number, entry: Omit<Placed, 'site' | 'rank'>) => {
    if (!book.places.isSite(at) || !book.sites.all[at]!.tracked || (site !== null && at !== site)) return;
    const net = entry.in - entry.out + entry.adjusted;
    const rank = entry.kind === 'reversal' ? 2 : net >= 0 ? 0 : 1;
    entries.push({ ...entry, site: at, rank });
  };
  const sent = stockEntries(book, figures, item, lotsAt, put);
  deliveryEntries(book, figures, item, sent, lotsAt, put);
  return entries.sort((a, b) => compare(book, a, b));
}

type Put = (at: number, entry: Omit<Placed, 'site' | 'rank'>) => void;
type LotsAt = (doc: number, from: number, to: number) => readonly number[];

/** The two ends of what was sent to be signed for, by document; the first line of one that has several ends. */
type Sent = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

function stockEntries(book: Book, figures: Reconciliation, item: number, lotsAt: LotsAt, put: Put): Sent {
  const sent = new Map<number, { readonly from: number; readonly to: number }>();
  const { stock, places } = book;
  const leftOut = leftOutRows(figures);
  const { rows, count } = orderByDay(stock.day.data, stock.length, figures.day);
  const kindOfDoc = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const row = rows === null ? index : rows[index]!;
    if (stock.item.data[row] === item && stock.kind.data[row] !== REVERSAL) {
      kindOfDoc.set(stock.doc.data[row]!, stock.kind.data[row]!);
    }
  }
  for (let index = 0; index < count; index++) {
    const row = rows === null ? index : rows[index]!;
    if (stock.item.data[row] !== item || isLeftOut(book, row, leftOut)) continue;
    const { day, doc, kind: number, from, to, ref, lot, qty: amount } = stock.movement(row);
    const kind = kindNames[number]!;
    // A reversal stands in the column of what it undoes, in red: with the opposite sign.
    const original = number === REVERSAL ? (kindOfDoc.get(ref) ?? ISSUE) : number;
    const qty = number === REVERSAL ? -amount : amount;
    const lots = lot >= 0 ? [lot] : lotsAt(number === REVERSAL ? ref : doc, from, to);
    const base = { day, doc, kind, from, to, lots, ref, row, named: lot >= 0, in: 0, out: 0, adjusted: 0 };
    const adjusts = original === DISPOSAL || original === LOSS;
    put(from, adjusts ? { ...base, adjusted: -qty } : { ...base, out: qty });
    const dispatched = original === ISSUE || original === TRANSFER || (original === RETURN && from !== places.transit);
    if (dispatched && places.isSite(to) && book.sites.all[to]!.signs) {
      if (number !== REVERSAL && !sent.has(doc)) sent.set(doc, { from, to });
      continue;
    }
    put(to, original === GAIN ? { ...base, adjusted: qty } : { ...base, in: qty });
  }
  return sent;
}

/** What sites that keep stock have signed for. */
function deliveryEntries(
  book: Book,
  figures: Reconciliation,
  item: number,
  sent: Sent,
  lotsAt: LotsAt,
  put: Put,
): void {
  const { deliveries } = book;
  const unmatched = new Set(figures.unmatched);
  for (let row = 0; row < deliveries.length; row++) {
    const day = deliveries.day.data[row]!;
    if (deliveries.item.data[row] !== item || day > figures.day) continue;
    if (deliveries.leftOut.data[row] !== 0 || unmatched.has(row)) continue;
    const doc = deliveries.doc.data[row]!;
    const line = sent.get(doc);
    const named = deliveries.site.data[row]!;
    const to = named >= 0 ? named : (line?.to ?? -1);
    const received = deliveries.received.data[row]!;
    if (received === 0 || !book.places.isSite(to) || !book.sites.all[to]!.signs) continue;
    const from = line?.from ?? -1;
    const lot = deliveries.lot.data[row]!;
    const lots = lot >= 0 ? [lot] : lotsAt(doc, from, to);
    const amounts = { in: received, out: 0, adjusted: 0 };
    put(to, { day, doc, kind: 'delivery', from, to, lots, ref: -1, row, named: lot >= 0, ...amounts });
  }
}

/** The lots that each document took: named by nobody where they went first expired first out. */
function lotsTaken(book: Book, figures: Reconciliation, item: number): LotsAt {
  if (book.items.all[item]!.lots === 'no') return () => [];
  const { lines } = postBook(book, figures.period, true).posting;
  return (doc, from, to) => {
    const lots: number[] = [];
    for (let line = lines.head(doc, item); line >= 0; line = lines.next.data[line]!) {
      const lot = lines.lot.data[line]!;
      if (lot < 0 || lines.from.data[line] !== from || lines.to.data[line] !== to || lots.includes(lot)) continue;
      lots.push(lot);
    }
    return lots;
  };
}

/** The one total order: what adds before what takes, named lots before others, then document, quantity and row. */
function compare(book: Book, a: Placed, b: Placed): number {
  return (
    a.day - b.day ||
    a.rank - b.rank ||
    (a.named ? 0 : 1) - (b.named ? 0 : 1) ||
    book.docs.compare(a.doc, b.doc) ||
    book.lots.compare(a.lots[0] ?? -1, b.lots[0] ?? -1) ||
    a.in + a.out + a.adjusted - (b.in + b.out + b.adjusted) ||
    a.row - b.row
  );
}
