// The sender with the receiver: what became of each document line that a site had to sign for.

import type { Book } from '../book/book.js';
import { dayFromColumn, MINUTES_A_DAY } from '../core/day.js';
import { compareText } from '../core/text.js';
import type { DeliveryLine, DeliveryStatus } from './figures.js';
import type { Incomplete } from './incomplete.js';
import type { Posting } from './posting.js';

export function deliveryLines(book: Book, posting: Posting, incomplete: Incomplete): DeliveryLine[] {
  const { lines, period } = posting;
  const end = (period.to + 1) * MINUTES_A_DAY;
  const allowed = book.settings.policy.deliveryHours * 60;
  const made: DeliveryLine[] = [];
  for (let line = 0; line < lines.size; line++) {
    if (lines.transit.data[line] !== 1) continue;
    const doc = lines.doc.data[line]!;
    const item = lines.item.data[line]!;
    const lot = lines.lot.data[line]!;
    const to = lines.to.data[line]!;
    const day = lines.day.data[line]!;
    const minute = lines.minute.data[line]!;
    const inTransit = lines.inTransit(line);
    const signed = lines.signedRow.data[line]! >= 0;
    // Settled history is the bulk of a long book, and nobody asks for it.
    const current = inTransit !== 0 || day >= period.from || lines.signedDay.data[line]! >= period.from;
    if (!current && lines.damaged.data[line] === 0 && !incomplete.any) continue;
    const age = end - (day * MINUTES_A_DAY + Math.max(0, minute));
    let status: DeliveryStatus;
    if (incomplete.document(doc, item, lot, to, period.to)) status = 'incomplete';
    else if (inTransit < 0) status = 'over';
    else if (inTransit === 0) {
      const settled = !signed || lines.returned.data[line]! + lines.lost.data[line]! > 0;
      status = settled ? 'settled' : 'received';
    } else if (signed) status = 'short';
    else status = age > allowed ? 'overdue' : 'in-transit';
    made.push({
      doc,
      item,
      lot,
      day: dayFromColumn(day),
      minute,
      from: lines.from.data[line]!,
      to,
      dispatched: lines.dispatched.data[line]!,
      received: lines.received.data[line]!,
      damaged: lines.damaged.data[line]!,
      returned: lines.returned.data[line]!,
      lost: lines.lost.data[line]!,
      inTransit,
      status,
      row: lines.row.data[line]!,
      signedRow: lines.signedRow.data[line]!,
      damagedRow: lines.damagedRow.data[line]!,
      overRow: lines.overRow.data[line]!,
      current,
    });
  }
  const unmatched = new Map<string, Unmatched>();
  for (const index of posting.unmatched) {
    const line = unmatchedLine(book, posting, incomplete, index);
    const key = `${line.doc}:${line.item}:${line.lot}:${line.to}`;
    const known = unmatched.get(key);
    unmatched.set(key, known === undefined ? line : both(known, line));
  }
  for (const line of unmatched.values()) made.push(line);
  return made.sort(
    (a, b) =>
      book.docs.compare(a.doc, b.doc) ||
      compareText(book.items.all[a.item]!.code, book.items.all[b.item]!.code) ||
      book.lots.compare(a.lot, b.lot) ||
      a.row - b.row,
  );
}

interface Unmatched extends DeliveryLine {
  readonly signedToday: boolean;
}

/** Two signatures for the same nothing, the later one second. */
function both(a: Unmatched, b: Unmatched): Unmatched {
  return {
    ...a,
    received: a.received + b.received,
    damaged: a.damaged + b.damaged,
    inTransit: a.inTransit + b.inTransit,
    signedToday: b.signedToday,
    current: a.inTransit + b.inTransit !== 0 || b.signedToday,
  };
}

/** Signed for, never dispatched: what is on the way is less than nothing. */
function unmatchedLine(book: Book, posting: Posting, incomplete: Incomplete, index: number): Unmatched {
  const { deliveries } = book;
  const doc = deliveries.doc.data[index]!;
  const item = deliveries.item.data[index]!;
  const lot = deliveries.lot.data[index]!;
  const to = deliveries.site.data[index]!;
  const received = deliveries.received.data[index]!;
  const damaged = deliveries.damaged.data[index]!;
  const signedToday = deliveries.day.data[index]! >= posting.period.from;
  return {
    doc,
    item,
    lot,
    day: dayFromColumn(deliveries.day.data[index]!),
    minute: deliveries.minute.data[index]!,
    from: -1,
    to,
    dispatched: 0,
    received,
    damaged,
    returned: 0,
    lost: 0,
    inTransit: -(received + damaged),
    status: incomplete.document(doc, item, lot, to, posting.period.to) ? 'incomplete' : 'unmatched',
    row: -1,
    signedRow: index,
    damagedRow: -1,
    overRow: -1,
    signedToday,
    current: received + damaged !== 0 || signedToday,
  };
}
