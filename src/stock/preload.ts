// Sets the engine to where it stood at the end of the last closed day, in place of posting the rows of the days before.

import type { Carried, CarriedEngine } from '../book/carried.js';
import { AVERAGE_DAYS } from './averages.js';
import type { CountResults } from './counts.js';
import type { Posting } from './posting.js';

/** Day through which nothing is posted again; −1 where the book has all its rows. */
export function closedThrough({ carried }: { readonly carried: Carried | null }): number {
  return carried?.through ?? -1;
}

export function preload(posting: Posting, results: CountResults): void {
  const { carried } = posting.book;
  if (carried === null) return;
  if (posting.period.from <= carried.through)
    throw new RangeError('a closed day is asked for whose rows were not read');
  const { engine } = carried;
  preloadBalances(posting, engine);
  preloadLines(posting, engine);
  recallLines(posting);
  engine.delivered.forEach((total, category) => {
    posting.headline.total[category] = total;
  });
  engine.signed.forEach((total, category) => {
    posting.headline.signed[category] = total;
  });
  for (const { day, item, qty } of engine.issued) {
    if (day > posting.period.to - AVERAGE_DAYS) posting.issued[item]! += qty;
  }
  posting.expiredIssued.push(...engine.expiredIssued);
  posting.fefo.push(...engine.fefo);
  posting.unmatched.push(...engine.unmatched);
  for (const { count, book, allLots, variance } of engine.counts) results.add(count, book, allLots, variance);
}

function preloadBalances(posting: Posting, { balances: was, negatives }: CarriedEngine): void {
  const { balances, shelves } = posting;
  for (let at = 0; at < was.site.length; at++) {
    const site = was.site[at]!;
    const item = was.item[at]!;
    const lot = was.lot[at]!;
    const balance = balances.of(site, item, lot);
    balances.closing.data[balance] = was.closing[at]!;
    balances.firstDay.data[balance] = was.firstDay[at]!;
    balances.lastDay.data[balance] = was.lastDay[at]!;
    balances.receivedDay.data[balance] = was.receivedDay[at]!;
    balances.negativeDay.data[balance] = was.negativeDay[at]!;
    balances.lastRow.data[balance] = was.lastRow[at]!;
    if (lot >= 0) shelves.changed(site, item, balance);
  }
  for (const { balance, row, closing } of negatives) {
    posting.negativeRows.set(balance, row);
    posting.negativeClosing.set(balance, closing);
  }
}

/** Of documents of which something is on its way, or arrived damaged: the others nobody refers to any more. */
function preloadLines({ lines }: Posting, { lines: was }: CarriedEngine): void {
  for (let at = 0; at < was.doc.length; at++) {
    const line = lines.of({
      doc: was.doc[at]!,
      item: was.item[at]!,
      lot: was.lot[at]!,
      from: was.from[at]!,
      to: was.to[at]!,
      kind: was.kind[at]!,
      day: was.day[at]!,
      minute: was.minute[at]!,
      row: was.row[at]!,
      ref: was.ref[at]!,
      transit: true,
      headline: was.headline[at]!,
      target: -1,
    });
    lines.dispatched.data[line] = was.dispatched[at]!;
    lines.received.data[line] = was.received[at]!;
    lines.damaged.data[line] = was.damaged[at]!;
    lines.returned.data[line] = was.returned[at]!;
    lines.lost.data[line] = was.lost[at]!;
    lines.sentBack.data[line] = was.sentBack[at]!;
    lines.signedRow.data[line] = was.signedRow[at]!;
    lines.signedDay.data[line] = was.signedDay[at]!;
    lines.damagedRow.data[line] = was.damagedRow[at]!;
    lines.overRow.data[line] = was.overRow[at]!;
  }
}

/** Of closed documents that open rows refer to; nobody asks which row they stand in. */
function recallLines({ book, lines }: Posting): void {
  for (const { dispatched, sentBack, ...start } of book.recalled) {
    const line = lines.of({ ...start, minute: -1, row: -1, target: -1 });
    lines.dispatched.data[line] = dispatched;
    lines.sentBack.data[line] = sentBack;
    // What was in transit has arrived, all of it and in good order.
    if (start.transit) lines.received.data[line] = dispatched;
  }
}
