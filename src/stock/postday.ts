// Posts a day: plain rows in one pass as they stand, the rest in the order that matters. src/stock/postkernel.ts has the
// same done in the kernel.

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
import { AVERAGE_DAYS } from './averages.js';
import type { DayEvents } from './dayevents.js';
import { Column, type Posting } from './posting.js';
import { type DayOrder, rowAt } from './roworder.js';

/** Posts one day after the other: rows, signatures, and what had to wait for all of them. */
export interface DayPoster {
  /** The posting's day is a new one. */
  begin(): void;
  /** Books the day's rows from a position of their order on and returns the position of the first of the next day. */
  rows(start: number): number;
  /** The same for signatures. */
  deliveries(start: number): number;
  /** Books what had to wait for the whole day. */
  run(): void;
}

export class PlainPoster implements DayPoster {
  constructor(
    private readonly posting: Posting,
    private readonly events: DayEvents,
    private readonly order: DayOrder,
    private readonly signed: DayOrder,
  ) {}

  begin(): void {}

  deliveries(start: number): number {
    const { day, leftOut } = this.posting.book.deliveries;
    let at = start;
    for (; at < this.signed.count; at++) {
      const index = rowAt(this.signed, at);
      if (day.data[index] !== this.posting.day) break;
      if (leftOut.data[index] === 0) this.events.addDelivery(index);
    }
    return at;
  }

  run(): void {
    this.events.run();
  }

  /** Books the day's rows and returns the position of the first of the next day. */
  rows(start: number): number {
    const { posting, events, order } = this;
    const { book, day, signs, tracked, lotted, named } = posting;
    const { stock, places } = book;
    const days = stock.day.data;
    const kinds = stock.kind.data;
    const itemOf = stock.item.data;
    const fromOf = stock.from.data;
    const toOf = stock.to.data;
    const docOf = stock.doc.data;
    const refOf = stock.ref.data;
    const qtyOf = stock.qty.data;
    const averaged = day > posting.period.to - AVERAGE_DAYS;
    const { transit } = places;
    let index = start;
    for (; index < order.count; index++) {
      const row = rowAt(order, index);
      if (days[row] !== day) break;
      const kind = kinds[row]!;
      if (kind === LEFT_OUT) continue;
      const item = itemOf[row]!;
      const from = fromOf[row]!;
      const to = toOf[row]!;
      const qty = qtyOf[row]!;
      if (
        lotted[item] === 1 ||
        kind === REVERSAL ||
        (from === transit && (kind === RETURN || kind === LOSS)) ||
        (kind === RETURN && refOf[row]! >= 0 && named[refOf[row]!] === 1)
      ) {
        events.addRow(row);
        continue;
      }
      let sign = 0;
      let onTheWay = false;
      switch (kind) {
        case OPENING:
        case RECEIPT:
          if (tracked[to] === 1) posting.enter(to, item, NO_LOT, qty, Column.in, row);
          break;
        case GAIN:
          if (tracked[to] === 1) posting.enter(to, item, NO_LOT, qty, Column.adjusted, row);
          break;
        case DISPOSAL:
        case LOSS:
          if (tracked[from] === 1) posting.enter(from, item, NO_LOT, -qty, Column.adjusted, row);
          break;
        case ISSUE:
        case TRANSFER:
        case RETURN: {
          if (tracked[from] === 1) posting.enter(from, item, NO_LOT, -qty, Column.out, row);
          sign = posting.headlineSign(kind, from, to);
          if (sign !== 0) posting.headline.deliver(item, sign * qty, posting.inPeriod);
          if (averaged) posting.issued[item]! += kind === ISSUE ? qty : kind === RETURN ? -qty : 0;
          onTheWay = signs[to] === 1;
          if (!onTheWay && tracked[to] === 1) posting.enter(to, item, NO_LOT, qty, Column.in, row);
          // What comes back has left where it had arrived, whether or not the depot has signed for it yet.
          if (sign !== 0 && (!onTheWay || sign < 0)) posting.headline.arrive(item, sign * qty);
          break;
        }
      }
      if (onTheWay || named[docOf[row]!] === 1) events.keep(row, qty, onTheWay, sign);
    }
    return index;
  }
}
