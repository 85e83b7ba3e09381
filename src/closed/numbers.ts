// What closed rows name, and the numbers that names and rows have in what is carried on.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import type { Kept } from './keep.js';
import type { RecentDocument } from './recent.js';
import type { ClosedState } from './state.js';

/** Places of what is kept in the order in which it is kept. */
export class Renumbered {
  private readonly at = new Map<number, number>();

  constructor(readonly ids: readonly number[]) {
    for (const [at, id] of ids.entries()) this.at.set(id, at);
  }

  /** −1 and below stand for themselves. */
  of(id: number): number {
    if (id < 0) return id;
    const at = this.at.get(id);
    if (at === undefined) throw new RangeError('a closed row that was not kept');
    return at;
  }
}

export interface Numbers {
  readonly stock: Renumbered;
  readonly deliveries: Renumbered;
  readonly docs: Renumbered;
  readonly lots: Renumbered;
  readonly place: (id: number) => number;
}

/** Places up to transit stand in the registers; what follows are senders that do not. */
export function placeNumbers(transit: number, senders: Renumbered): (id: number) => number {
  return (id) => (id <= transit ? id : transit + 1 + senders.of(id));
}

/** Every lot that a closed row names: a later row may name it again. */
export function closedLots({ stock, deliveries, counts, carried, lots }: Book, kept: Kept, through: Day): number[] {
  const named = new Uint8Array(lots.size);
  for (let lot = 0; lot < (carried?.lots.length ?? 0); lot++) named[lot] = 1;
  for (let row = 0; row < stock.length; row++) {
    const lot = stock.lot.data[row]!;
    if (lot >= 0 && stock.day.data[row]! <= through) named[lot] = 1;
  }
  for (const row of kept.deliveries) if (deliveries.lot.data[row]! >= 0) named[deliveries.lot.data[row]!] = 1;
  for (const at of kept.counts) if (counts.lot.data[at]! >= 0) named[counts.lot.data[at]!] = 1;
  return [...named].flatMap((one, lot) => (one === 1 ? [lot] : []));
}

export function closedDocs({ stock, deliveries, requests }: Book, { posting }: ClosedState, kept: Kept): number[] {
  const docs = new Set<number>();
  for (const row of kept.stock) docs.add(stock.doc.data[row]!).add(stock.ref.data[row]!);
  for (const row of kept.deliveries) docs.add(deliveries.doc.data[row]!);
  for (const at of kept.requests) docs.add(requests[at]!.doc);
  for (const line of kept.lines) docs.add(posting.lines.doc.data[line]!).add(posting.lines.ref.data[line]!);
  docs.delete(-1);
  return [...docs].sort((a, b) => a - b);
}

/** Those that were carried before keep their numbers: documents that were put by know them by these. */
export function sendersOf(
  { stock, places, carried }: Book,
  kept: Kept,
  { posting }: ClosedState,
  recent: readonly RecentDocument[],
): number[] {
  const senders = new Set<number>((carried?.senders ?? []).map((_, at) => places.transit + 1 + at));
  const add = (id: number) => {
    if (id > places.transit) senders.add(id);
  };
  for (const row of kept.stock) {
    add(stock.from.data[row]!);
    add(stock.to.data[row]!);
  }
  for (const line of kept.lines) {
    add(posting.lines.from.data[line]!);
    add(posting.lines.to.data[line]!);
  }
  for (const { lines } of recent) {
    for (const { from, to } of lines) {
      add(from);
      add(to);
    }
  }
  return [...senders].sort((a, b) => a - b);
}

/** Staff as rows name them, where there is no register. */
export function membersOf({ staff, selfChecked, inactive, counts, stock }: Book, kept: Kept, through: Day): number[] {
  if (staff.present) return [];
  const members = new Set<number>();
  for (const { row, member } of [...selfChecked, ...inactive]) {
    if (stock.day.data[row]! <= through) members.add(member);
  }
  for (const at of kept.counts) {
    for (const { data } of [counts.by, counts.checkedBy]) if (data[at]! >= 0) members.add(data[at]!);
  }
  return [...members].sort((a, b) => a - b);
}
