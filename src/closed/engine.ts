// How the engine stood when the last closed day ended, as plain figures.

import type { Book } from '../book/book.js';
import type { CarriedEngine, LineColumn } from '../book/carried.js';
import type { Day } from '../core/day.js';
import { seriesThrough } from '../stock/series.js';
import type { Kept } from './keep.js';
import type { Numbers, Renumbered } from './numbers.js';
import type { ClosedState } from './state.js';

export function engineOf(
  book: Book,
  state: ClosedState,
  kept: Kept,
  numbers: Numbers,
  countNumbers: Renumbered,
  through: Day,
): CarriedEngine {
  const { posting } = state;
  const { balances, headline } = posting;
  const all = Array.from({ length: balances.size }, (_, balance) => balance);
  // Seen from a stock row; what is below −1 is a delivery row.
  const either = (row: number) => (row <= -2 ? -2 - numbers.deliveries.of(-2 - row) : numbers.stock.of(row));
  const keptCounts = new Set(kept.counts);
  const lastCounted = new Map<string, { site: number; item: number; day: number }>();
  for (const one of book.carried?.engine.lastCounted ?? []) lastCounted.set(`${one.site}:${one.item}`, { ...one });
  for (const { count } of state.counts) {
    const key = `${count.site}:${count.item}`;
    const day = Math.max(count.day, lastCounted.get(key)?.day ?? -1);
    lastCounted.set(key, { site: count.site, item: count.item, day });
  }
  const asked = new Set(kept.requests.map((at) => book.requests[at]!.doc));
  return {
    balances: {
      site: all.map((at) => balances.site.data[at]!),
      item: all.map((at) => balances.item.data[at]!),
      lot: all.map((at) => numbers.lots.of(balances.lot.data[at]!)),
      closing: all.map((at) => balances.closing.data[at]!),
      firstDay: all.map((at) => balances.firstDay.data[at]!),
      lastDay: all.map((at) => balances.lastDay.data[at]!),
      receivedDay: all.map((at) => balances.receivedDay.data[at]!),
      negativeDay: all.map((at) => balances.negativeDay.data[at]!),
      lastRow: all.map((at) => numbers.stock.of(balances.lastRow.data[at]!)),
    },
    negatives: state.negatives.map(({ site, item, lot, row, closing }) => ({
      balance: balances.find(site, item, lot),
      row: either(row),
      closing,
    })),
    lines: linesOf(state, kept, numbers, either),
    delivered: [...headline.total],
    signed: [...headline.signed],
    issued: state.issued,
    expiredIssued: posting.expiredIssued.map(({ row, lot }) => ({
      row: numbers.stock.of(row),
      lot: numbers.lots.of(lot),
    })),
    fefo: posting.fefo.map(({ row, lot, earlier }) => ({
      row: numbers.stock.of(row),
      lot: numbers.lots.of(lot),
      earlier: numbers.lots.of(earlier),
    })),
    unmatched: posting.unmatched.map((index) => numbers.deliveries.of(index)),
    counts: [...state.counts]
      .filter(({ count }) => keptCounts.has(count.row))
      .map(({ count, ...result }) => ({ ...result, count: countNumbers.of(count.row) })),
    lastCounted: [...lastCounted.values()],
    sent: [...state.sent].flatMap(([key, sent]) => {
      const [doc = -1, item = -1, site = -1] = key.split(':').map(Number);
      if (!asked.has(doc)) return [];
      return sent.map(({ row, day, qty }) => ({
        doc: numbers.docs.of(doc),
        item,
        site,
        row: numbers.stock.of(row),
        day,
        qty,
      }));
    }),
    series: seriesThrough(book, through).map((series) => ({ ...series, after: numbers.stock.of(series.after) })),
  };
}

function linesOf(
  { posting: { lines } }: ClosedState,
  kept: Kept,
  numbers: Numbers,
  either: (row: number) => number,
): CarriedEngine['lines'] {
  const { docs, lots, stock, deliveries, place } = numbers;
  const plain = (name: LineColumn, written = (value: number) => value): number[] =>
    kept.lines.map((line) => written(lines[name].data[line]!));
  return {
    doc: plain('doc', (doc) => docs.of(doc)),
    item: plain('item'),
    lot: plain('lot', (lot) => lots.of(lot)),
    from: plain('from', place),
    to: plain('to', place),
    kind: plain('kind'),
    day: plain('day'),
    minute: plain('minute'),
    row: plain('row', either),
    ref: plain('ref', (doc) => docs.of(doc)),
    headline: plain('headline'),
    dispatched: plain('dispatched'),
    received: plain('received'),
    damaged: plain('damaged'),
    returned: plain('returned'),
    lost: plain('lost'),
    sentBack: plain('sentBack'),
    signedRow: plain('signedRow', (row) => deliveries.of(row)),
    signedDay: plain('signedDay'),
    damagedRow: plain('damagedRow', (row) => deliveries.of(row)),
    // Seen from the deliveries: a row of theirs, or −2 − a row of the stock.
    overRow: plain('overRow', (row) => (row <= -2 ? -2 - stock.of(-2 - row) : deliveries.of(row))),
  };
}
