// A count held against the book at its point of the day. What was found never changes the book.

import type { Count } from '../book/ledger/counts.js';
import { NO_LOT } from '../book/lots.js';
import type { Posting } from './posting.js';

export interface CountResult {
  readonly count: Count;
  /** What the book said at that point: of the lot, or of all lots together. */
  readonly book: number;
  /** The count is of an item kept in lots, without saying which. */
  readonly allLots: boolean;
  /** Counted − book, less what gains and losses have explained since. */
  variance: number;
}

/** Notes what the book says now about what was counted; sites that keep no stock have nothing to be held against. */
export function observe(posting: Posting, count: Count, results: CountResult[]): void {
  const { book, balances, shelves } = posting;
  if (!posting.isTracked(count.site)) return;
  const allLots = count.lot === NO_LOT && book.items.all[count.item]!.lots !== 'no';
  let value: number;
  if (allLots) value = shelves.onHand(count.site, count.item);
  else {
    const balance = balances.find(count.site, count.item, count.lot);
    value = balance < 0 ? 0 : balances.closing.data[balance]!;
  }
  results.push({ count, book: value, allLots, variance: count.counted - value });
}
