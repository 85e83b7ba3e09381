// Counts held against the book at their point of the day. What was found never changes the book.

import type { Count, CountRows } from '../book/ledger/countrows.js';
import { NO_LOT } from '../book/lots.js';
import { Float64Vector, Int32Vector, Uint8Vector } from '../core/vector.js';
import type { Posting } from './posting.js';

export interface CountResult {
  readonly count: Count;
  /** What the book said at that point: of the lot, or of all lots together. */
  readonly book: number;
  /** The count is of an item kept in lots, without saying which. */
  readonly allLots: boolean;
  /** Counted − book, less what gains and losses have explained since. */
  readonly variance: number;
}

/** Results in the order in which the days were posted, opening counts before closing ones: columns, as there are many. */
export class CountResults {
  /** The row of the count. */
  readonly row = new Int32Vector();
  readonly book = new Float64Vector();
  readonly allLots = new Uint8Vector();
  readonly variance = new Float64Vector();

  constructor(private readonly counts: CountRows) {}

  get length(): number {
    return this.row.length;
  }

  add(row: number, book: number, allLots: boolean, variance: number): void {
    this.row.push(row);
    this.book.push(book);
    this.allLots.push(allLots ? 1 : 0);
    this.variance.push(variance);
  }

  result(at: number): CountResult {
    return {
      count: this.counts.count(this.row.data[at]!),
      book: this.book.data[at]!,
      allLots: this.allLots.data[at] === 1,
      variance: this.variance.data[at]!,
    };
  }

  /** Those whose count is of one of these days. */
  ofDays(days: ReadonlySet<number>): CountResult[] {
    const found: CountResult[] = [];
    if (days.size === 0) return found;
    for (let at = 0; at < this.length; at++) {
      if (days.has(this.counts.day.data[this.row.data[at]!]!)) found.push(this.result(at));
    }
    return found;
  }

  *[Symbol.iterator](): Generator<CountResult> {
    for (let at = 0; at < this.length; at++) yield this.result(at);
  }
}

/** Notes what the book says now about what was counted; sites that keep no stock have nothing to be held against. */
export function observe(posting: Posting, row: number, results: CountResults): void {
  const { book, balances, shelves } = posting;
  const { counts } = book;
  const site = counts.site.data[row]!;
  if (counts.leftOut.data[row] === 1 || !posting.isTracked(site)) return;
  const item = counts.item.data[row]!;
  const lot = counts.lot.data[row]!;
  const allLots = lot === NO_LOT && posting.lotted[item] === 1;
  let value: number;
  if (allLots) value = shelves.onHand(site, item);
  else {
    const balance = balances.find(site, item, lot);
    value = balance < 0 ? 0 : balances.closing.data[balance]!;
  }
  results.add(row, value, allLots, counts.counted.data[row]! - value);
}
