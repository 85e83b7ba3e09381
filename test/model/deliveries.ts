// The sender with the receiver: the delivery lines of a day, their statuses and findings, and the delivered figures.
import { inTransit } from './docline.js';
import { compare, formatQuantity, hoursToEndOf, sum } from './number.js';
import { deliveredIncomplete, deliveryIncomplete } from './quarantine.js';
import { find, type Replay } from './replay.js';
import type { DeliveredLine, DeliveryLine, DocLine } from './types.js';

function isOverdue(replay: Replay, line: DocLine): boolean {
  return hoursToEndOf(replay.date, line.moment) > replay.book.deliveryHours;
}

function statusOf(replay: Replay, line: DocLine): string {
  const open = inTransit(line);
  if (deliveryIncomplete(replay.book.broken, replay.date, line.doc, line.item, line.lot)) return 'incomplete';
  if (open < 0n) return 'over';
  const accounted = line.returnedTransit + line.lost > 0n;
  if (line.signed.length > 0) {
    if (open > 0n) return 'short';
    return accounted ? 'settled' : 'received';
  }
  if (open === 0n) return 'settled';
  return isOverdue(replay, line) ? 'overdue' : 'in-transit';
}

function dispatched(replay: Replay): (DeliveryLine & { listed: boolean })[] {
  const lines = replay.docLines.filter((line) => line.intoTransit);
  return lines.map((line) => ({
    doc: line.doc,
    item: line.item,
    lot: line.lot,
    date: line.date,
    from: line.from,
    to: line.to,
    dispatched: formatQuantity(line.taken - line.reversed),
    received: formatQuantity(line.received),
    damaged: formatQuantity(line.damaged),
    returned: formatQuantity(line.returnedTransit),
    lost: formatQuantity(line.lost),
    inTransit: formatQuantity(inTransit(line)),
    status: statusOf(replay, line),
    listed:
      inTransit(line) !== 0n ||
      line.dispatchDays.includes(replay.date) ||
      line.signed.some((row) => row.date === replay.date),
  }));
}

/** Signed for, never dispatched: rows of one document, item, lot and site add up. */
function unmatched(replay: Replay): (DeliveryLine & { listed: boolean })[] {
  const name = (row: { doc: string; item: string; lot: string; site: string }) =>
    [row.doc, row.item, row.lot, row.site].join('\n');
  return [...new Set(replay.unmatched.map(name))].flatMap((each) => {
    const rows = replay.unmatched.filter((row) => name(row) === each);
    const [first] = rows;
    if (first === undefined) return [];
    const { doc, item, lot, site, date } = first;
    const received = sum(rows.map((row) => row.qty));
    const damaged = sum(rows.map((row) => row.damaged));
    const incomplete = deliveryIncomplete(replay.book.broken, replay.date, doc, item, lot);
    const none = { dispatched: '0', returned: '0', lost: '0' };
    return [
      {
        ...{ doc, item, lot, date, from: '', to: site, ...none },
        received: formatQuantity(received),
        damaged: formatQuantity(damaged),
        inTransit: formatQuantity(-received - damaged),
        status: incomplete ? 'incomplete' : 'unmatched',
        listed: received + damaged !== 0n || rows.some((row) => row.date === replay.date),
      },
    ];
  });
}

/** Those dispatched or signed that day, and all still open. */
export function deliveryLines(replay: Replay): DeliveryLine[] {
  return [...dispatched(replay), ...unmatched(replay)]
    .filter((line) => line.listed)
    .map(({ listed: _, ...line }) => line)
    .sort((a, b) => compare([a.doc, a.item, a.lot, a.from, a.to], [b.doc, b.item, b.lot, b.from, b.to]));
}

export function findDeliveries(replay: Replay): void {
  for (const line of replay.docLines.filter((each) => each.intoTransit)) {
    const status = statusOf(replay, line);
    if (status === 'incomplete') continue;
    const last = line.signed.at(-1);
    if (status === 'short' && last !== undefined) find(replay, 'delivery/short', last);
    if (status === 'over') find(replay, 'delivery/over', line.overRow ?? line.first);
    if (status === 'overdue') find(replay, 'delivery/overdue', line.first);
    if (line.damaged > 0n && line.damagedRow !== null) find(replay, 'delivery/damaged', line.damagedRow);
  }
  for (const row of replay.unmatched) {
    const incomplete = deliveryIncomplete(replay.book.broken, replay.date, row.doc, row.item, row.lot);
    if (!incomplete) find(replay, 'delivery/unmatched', row);
  }
}

export function deliveredLines(replay: Replay): DeliveredLine[] {
  const { book, date } = replay;
  return book.categories.map((category) => {
    const events = replay.delivered.filter((event) => book.items.get(event.item)?.category === category);
    const today = events.filter((event) => event.date === date);
    return {
      category,
      today: formatQuantity(sum(today.map((event) => event.qty))),
      total: formatQuantity(sum(events.map((event) => event.qty))),
      signedTotal: formatQuantity(sum(events.map((event) => event.signed))),
      incomplete: deliveredIncomplete(book, date, category),
    };
  });
}
