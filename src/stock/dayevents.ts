// The events of a day whose order matters: rows of items kept in lots, rows that refer to other documents, deliveries.

import { NO_LOT } from '../book/lots.js';
import { GAIN, ISSUE, LOSS, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { Int32Vector } from '../core/vector.js';
import { compareAlike } from './alike.js';
import { DaySequence } from './daysequence.js';
import { DayTable } from './daytable.js';
import { Effects } from './effects.js';
import type { Posting } from './posting.js';

/** Among events that may go: what only adds, then signatures, what comes back, and what takes away. */
const Rank = { adds: 0, delivery: 1, back: 2, takes: 3, reversal: 4 } as const;

/** In place of a row: there are several, and they wait with the others. */
const SEVERAL = -1;

/** Groups up to here are sorted by insertion: they mostly stand in order already. */
const SMALL = 32;

export class DayEvents {
  readonly effects: Effects;
  readonly table: DayTable;
  private readonly sequence: DaySequence;
  private readonly order = new Int32Vector();
  /** Delivery rows that are alone with their document and item that day, by both. */
  private readonly signed = new Map<number, number>();
  /** Where today's dispatches go that are to be signed for, by document and item; worked out when first asked for. */
  private sentTo: Map<number, number> | null = null;
  private readonly apply = (event: number): void => {
    const row = this.table.row.data[event]!;
    if (row >= 0) this.effects.row(row);
    else this.effects.delivery(-2 - row);
  };

  constructor(private readonly posting: Posting) {
    const { book, tracked, lotted } = posting;
    this.effects = new Effects(posting);
    this.table = new DayTable(lotted.length, posting.room);
    this.sequence = new DaySequence(this.table, tracked.length, book.docs.size);
  }

  addRow(row: number): void {
    const { posting } = this;
    const { stock } = posting.book;
    const kind = stock.kind.data[row]!;
    const from = stock.from.data[row]!;
    const to = stock.to.data[row]!;
    const doc = stock.doc.data[row]!;
    const fromTransit = from === posting.book.places.transit;
    const keepsFrom = posting.isTracked(from) ? from : -1;
    const arrives = posting.isTracked(to) && (fromTransit || !isDispatch(kind) || !posting.isSigning(to)) ? to : -1;
    const follows = kind === RETURN || (kind === LOSS && fromTransit) ? stock.ref.data[row]! : -1;
    const rank = rankOf(kind, keepsFrom, follows, fromTransit);
    const lot = stock.lot.data[row]!;
    const qty = stock.qty.data[row]!;
    this.table.add(stock.item.data[row]!, row, rank, doc, lot, qty, keepsFrom, arrives, doc, follows);
  }

  /** A delivery row. Of items without lots only those wait that meet another row of their document that day. */
  addDelivery(index: number): void {
    const { posting, signed } = this;
    const { deliveries } = posting.book;
    const item = deliveries.item.data[index]!;
    const doc = deliveries.doc.data[index]!;
    const received = deliveries.received.data[index]!;
    const simple = posting.lotted[item] === 0 && received >= 0 && deliveries.damaged.data[index]! >= 0;
    if (!simple || posting.lines.head(doc, item) < 0) {
      this.queueDelivery(index);
      return;
    }
    const key = this.keyOf(doc, item);
    const other = signed.get(key);
    if (other === undefined) signed.set(key, index);
    else {
      if (other >= 0) this.queueDelivery(other);
      signed.set(key, SEVERAL);
      this.queueDelivery(index);
    }
  }

  private queueDelivery(index: number): void {
    const { deliveries } = this.posting.book;
    const item = deliveries.item.data[index]!;
    const doc = deliveries.doc.data[index]!;
    const received = deliveries.received.data[index]!;
    const takesBack = received < 0 || deliveries.damaged.data[index]! < 0;
    const receiver = this.receiver(index, doc, item);
    const rank = takesBack ? Rank.takes : Rank.delivery;
    const takes = takesBack ? receiver : -1;
    const adds = takesBack ? -1 : receiver;
    this.table.add(item, -2 - index, rank, doc, deliveries.lot.data[index]!, received, takes, adds, -1, doc);
  }

  /** Keeps the line of a plain row, for what will refer to it: nothing about it waits for the end of the day. */
  keep(row: number, qty: number, transit: boolean, headline: number): void {
    this.effects.remember(row, NO_LOT, qty, transit, headline, -1);
  }

  run(): void {
    const { table, effects, signed } = this;
    for (const index of signed.values()) {
      if (index === SEVERAL) continue;
      effects.begin(this.posting.book.deliveries.item.data[index]!);
      effects.delivery(index);
    }
    signed.clear();
    this.forgetSent();
    for (let at = 0; at < table.items.length; at++) this.runItem(table.items.data[at]!);
    table.clear();
  }

  /** Everything that the day has for an item. */
  runItem(item: number): void {
    const { table, effects, order, sequence } = this;
    const count = table.eventsOf(item, order);
    const events = order.data;
    this.sort(events, count);
    effects.begin(item);
    // Reversals come last: what they undo is the day as it was booked.
    let booked = count;
    while (booked > 0 && table.rank.data[events[booked - 1]!] === Rank.reversal) booked--;
    if (sequence.isInOrder(events, booked)) for (let at = 0; at < booked; at++) this.apply(events[at]!);
    else sequence.run(events, booked, this.apply);
    for (let at = booked; at < count; at++) this.apply(events[at]!);
    effects.end();
  }

  private keyOf(doc: number, item: number): number {
    return doc * this.posting.lotted.length + item;
  }

  /** The tracked site that a delivery row fills, -1 where it names none and none is known yet. */
  private receiver(index: number, doc: number, item: number): number {
    const { posting } = this;
    const named = posting.book.deliveries.site.data[index]!;
    if (named >= 0) return posting.isTracked(named) ? named : -1;
    const head = posting.lines.head(doc, item);
    if (head >= 0) {
      const to = posting.lines.to.data[head]!;
      return posting.isTracked(to) ? to : -1;
    }
    return this.sentFor(doc, item);
  }

  /** The tracked site that signs for what left under a document today, −1 where none does. */
  sentFor(doc: number, item: number): number {
    this.sentTo ??= this.sentToday();
    return this.sentTo.get(this.keyOf(doc, item)) ?? -1;
  }

  /** Whatever was sent today is another day's from now on. */
  forgetSent(): void {
    this.sentTo = null;
  }

  private sentToday(): Map<number, number> {
    const { posting, table } = this;
    const { stock } = posting.book;
    const sent = new Map<number, number>();
    for (let event = 0; event < table.row.length; event++) {
      const row = table.row.data[event]!;
      if (row < 0) continue;
      const to = stock.to.data[row]!;
      if (!posting.isSigning(to) || !posting.isTracked(to)) continue;
      const key = this.keyOf(stock.doc.data[row]!, stock.item.data[row]!);
      if (!sent.has(key)) sent.set(key, to);
    }
    return sent;
  }

  private sort(events: Int32Array, count: number): void {
    if (count > SMALL) {
      events.subarray(0, count).sort((a, b) => this.compare(a, b));
      return;
    }
    for (let at = 1; at < count; at++) {
      const event = events[at]!;
      let place = at;
      for (; place > 0 && this.compare(events[place - 1]!, event) > 0; place--) events[place] = events[place - 1]!;
      events[place] = event;
    }
  }

  private compare(a: number, b: number): number {
    const { rank, lot, doc, qty, row } = this.table;
    const ranks = rank.data[a]! - rank.data[b]!;
    if (ranks !== 0) return ranks;
    const { book } = this.posting;
    const { docs, lots } = book;
    const lotA = lot.data[a]!;
    const lotB = lot.data[b]!;
    return (
      (lotA < 0 ? 1 : 0) - (lotB < 0 ? 1 : 0) ||
      docs.compare(doc.data[a]!, doc.data[b]!) ||
      lots.compare(lotA, lotB) ||
      qty.data[a]! - qty.data[b]! ||
      compareAlike(book, row.data[a]!, row.data[b]!)
    );
  }
}

function isDispatch(kind: number): boolean {
  return kind === ISSUE || kind === TRANSFER || kind === RETURN;
}

function rankOf(kind: number, keepsFrom: number, follows: number, fromTransit: boolean): number {
  if (kind === OPENING || kind === RECEIPT || kind === GAIN) return Rank.adds;
  if (kind === REVERSAL) return Rank.reversal;
  if (fromTransit || (kind === RETURN && keepsFrom < 0)) return follows >= 0 ? Rank.back : Rank.adds;
  return Rank.takes;
}
