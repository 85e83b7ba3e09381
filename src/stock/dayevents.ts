// The events of a day whose order matters: rows of items kept in lots, rows that refer to other documents, deliveries.

import { NO_LOT } from '../book/lots.js';
import { GAIN, ISSUE, LOSS, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { runInSequence, type Sequenced } from './daysequence.js';
import { Effects } from './effects.js';
import type { Posting } from './posting.js';

/** Among events that may go: what only adds, then signatures, what comes back, and what takes away. */
const Rank = { adds: 0, delivery: 1, back: 2, takes: 3, reversal: 4 } as const;

/** In place of a row: there are several, and they wait with the others. */
const SEVERAL = -1;

interface DayEvent extends Sequenced {
  readonly index: number;
  readonly isDelivery: boolean;
  readonly rank: number;
  readonly doc: number;
  readonly lot: number;
  readonly qty: number;
}

export class DayEvents {
  private readonly effects: Effects;
  private readonly byItem = new Map<number, DayEvent[]>();
  /** Delivery rows that are alone with their document and item that day, by both. */
  private readonly signed = new Map<number, number>();

  constructor(private readonly posting: Posting) {
    this.effects = new Effects(posting);
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
    this.push(stock.item.data[row]!, {
      index: row,
      isDelivery: false,
      rank: rankOf(kind, keepsFrom, follows, fromTransit),
      doc,
      lot: stock.lot.data[row]!,
      qty: stock.qty.data[row]!,
      takes: keepsFrom,
      adds: arrives,
      dispatches: doc,
      follows,
    });
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
    const key = doc * posting.lotted.length + item;
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
    const takesBack = deliveries.received.data[index]! < 0 || deliveries.damaged.data[index]! < 0;
    const receiver = this.receiver(index, doc, item);
    this.push(item, {
      index,
      isDelivery: true,
      rank: takesBack ? Rank.takes : Rank.delivery,
      doc,
      lot: deliveries.lot.data[index]!,
      qty: deliveries.received.data[index]!,
      takes: takesBack ? receiver : -1,
      adds: takesBack ? -1 : receiver,
      dispatches: -1,
      follows: doc,
    });
  }

  /** Keeps the line of a plain row, for what will refer to it: nothing about it waits for the end of the day. */
  keep(row: number, qty: number, transit: boolean, headline: number): void {
    const piece = { lot: NO_LOT, qty };
    this.effects.remember(row, this.posting.book.stock.movement(row), piece, transit, headline, -1);
  }

  run(): void {
    const { byItem, effects, signed } = this;
    for (const index of signed.values()) {
      if (index === SEVERAL) continue;
      effects.begin(this.posting.book.deliveries.item.data[index]!);
      effects.delivery(index);
    }
    signed.clear();
    if (byItem.size === 0) return;
    const apply = ({ index, isDelivery }: DayEvent) => {
      if (isDelivery) effects.delivery(index);
      else effects.row(index);
    };
    for (const [item, events] of byItem) {
      if (events.length > 1) events.sort((a, b) => this.compare(a, b));
      effects.begin(item);
      // Reversals come last: what they undo is the day as it was booked.
      const undone = events.findIndex(({ rank }) => rank === Rank.reversal);
      const booked = undone < 0 ? events : events.slice(0, undone);
      if (inOrderAsTheyStand(booked)) for (const event of booked) apply(event);
      else runInSequence(booked, (at) => apply(booked[at]!));
      for (let at = booked.length; at < events.length; at++) apply(events[at]!);
      effects.end();
    }
    byItem.clear();
  }

  private push(item: number, event: DayEvent): void {
    const events = this.byItem.get(item);
    if (events === undefined) this.byItem.set(item, [event]);
    else events.push(event);
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
    for (const event of this.byItem.get(item) ?? []) {
      if (event.isDelivery || event.doc !== doc) continue;
      const to = posting.book.stock.to.data[event.index]!;
      if (posting.isSigning(to) && posting.isTracked(to)) return to;
    }
    return -1;
  }

  private compare(a: DayEvent, b: DayEvent): number {
    const { docs, lots } = this.posting.book;
    return (
      a.rank - b.rank ||
      (a.lot < 0 ? 1 : 0) - (b.lot < 0 ? 1 : 0) ||
      docs.compare(a.doc, b.doc) ||
      lots.compare(a.lot, b.lot) ||
      a.qty - b.qty ||
      a.index - b.index
    );
  }
}

/** Groups with more rows that pass goods on than this are sequenced without a closer look. */
const FEW = 8;

/** The ranks say it all: nothing takes from where another row still passes goods on to, nor gives back what left today. */
function inOrderAsTheyStand(events: readonly DayEvent[]): boolean {
  const filled: number[] = [];
  let follows = false;
  for (const { takes, adds, follows: doc } of events) {
    if (takes >= 0 && adds >= 0 && !filled.includes(adds)) filled.push(adds);
    if (doc >= 0) follows = true;
  }
  if (filled.length > FEW) return false;
  for (const { takes } of events) if (takes >= 0 && filled.includes(takes)) return false;
  if (!follows) return true;
  const dispatched = new Set(events.filter(({ isDelivery }) => !isDelivery).map(({ dispatches }) => dispatches));
  return !events.some((event) => event.follows >= 0 && dispatched.has(event.follows));
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
