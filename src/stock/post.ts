// Replays a book day by day up to the end of a period: plain rows in one pass, the rest in the order that matters.

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
import type { Day } from '../core/day.js';
import { AVERAGE_DAYS } from './averages.js';
import { type CountResult, observe } from './counts.js';
import { DayEvents } from './dayevents.js';
import type { Period } from './period.js';
import { Column, Posting } from './posting.js';
import { closedThrough, preload } from './preload.js';
import { orderByDay } from './roworder.js';

/**
 * `everyLine` keeps the lines of all documents of items in lots, or those of documents since a day: for those who ask
 * which lots a document took.
 */
export function postBook(
  book: Book,
  period: Period,
  everyLine: boolean | Day = false,
): { readonly posting: Posting; readonly counts: CountResult[] } {
  const posting = new Posting(book, period, everyLine);
  const { stock, deliveries } = book;
  const last: number = period.to;
  const rows = orderByDay(stock.day.data, stock.length, last);
  const signed = orderByDay(deliveries.day.data, deliveries.length, last);
  const closed = closedThrough(book);
  const counted = book.counts.filter((count) => count.day > closed && count.day <= last).sort((a, b) => a.day - b.day);
  const events = new DayEvents(posting);
  const counts: CountResult[] = [];
  preload(posting, counts);

  let row = 0;
  let delivery = 0;
  while (row < rows.count && stock.day.data[at(rows.rows, row)]! <= closed) row++;
  while (delivery < signed.count && deliveries.day.data[at(signed.rows, delivery)]! <= closed) delivery++;
  let count = 0;
  let begun = false;
  for (;;) {
    const stockDay = row < rows.count ? stock.day.data[at(rows.rows, row)]! : Number.POSITIVE_INFINITY;
    const signedDay =
      delivery < signed.count ? deliveries.day.data[at(signed.rows, delivery)]! : Number.POSITIVE_INFINITY;
    const countDay = count < counted.length ? counted[count]!.day : Number.POSITIVE_INFINITY;
    const day = Math.min(stockDay, signedDay, countDay);
    if (!begun && day >= period.from) {
      begun = true;
      posting.balances.beginPeriod();
    }
    if (day === Number.POSITIVE_INFINITY) break;
    posting.day = day;
    posting.inPeriod = begun;
    const ofDay = count;
    while (count < counted.length && counted[count]!.day === day) count++;
    for (let i = ofDay; i < count; i++) if (counted[i]!.when === 'open') observe(posting, counted[i]!, counts);
    if (stockDay === day) row = postDay(posting, rows.rows, row, rows.count, events);
    while (delivery < signed.count) {
      const index = at(signed.rows, delivery);
      if (deliveries.day.data[index] !== day) break;
      if (deliveries.leftOut.data[index] === 0) events.addDelivery(index);
      delivery++;
    }
    events.run();
    for (let i = ofDay; i < count; i++) if (counted[i]!.when === 'close') observe(posting, counted[i]!, counts);
  }
  posting.finish();
  return { posting, counts };
}

function at(rows: Int32Array | null, index: number): number {
  return rows === null ? index : rows[index]!;
}

/** Posts one day's rows and returns the index of the first of the next day. */
function postDay(posting: Posting, order: Int32Array | null, start: number, count: number, events: DayEvents): number {
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
  for (; index < count; index++) {
    const row = order === null ? index : order[index]!;
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
