// Gains and losses that name a count explain what it found, as seen from their own date on.

import type { Book } from '../book/book.js';
import { countNamed } from '../book/crossref/countnames.js';
import { NO_LOT } from '../book/lots.js';
import { GAIN, LOSS } from '../book/movement.js';
import type { CountResults } from './counts.js';
import type { Posting } from './posting.js';

interface Explanation {
  readonly day: number;
  readonly lot: number;
  /** Millionths, with its sign. */
  readonly qty: number;
}

/** By day of the count, then by site and item together. */
type Explanations = Map<number, Map<number, Explanation[]>>;

export function explainCounts(book: Book, posting: Posting, results: CountResults): void {
  const explanations = namedExplanations(book, posting);
  if (explanations.size === 0) return;
  const items = book.items.all.length;
  const { counts } = book;
  for (let at = 0; at < results.length; at++) {
    const row = results.row.data[at]!;
    const on = counts.day.data[row]!;
    const ofDay = explanations.get(on);
    if (ofDay === undefined) continue;
    const named = counts.lot.data[row]!;
    for (const { day, lot, qty } of ofDay.get(counts.site.data[row]! * items + counts.item.data[row]!) ?? []) {
      if (named !== NO_LOT && named !== lot) continue;
      // Booked before the point of the count, it is in the figure that the count was held against.
      const before = counts.open.data[row] === 1 ? day < on : day <= on;
      if (before) continue;
      results.variance.data[at]! -= qty;
    }
  }
}

function namedExplanations(book: Book, posting: Posting): Explanations {
  const { stock } = book;
  const found: Explanations = new Map();
  const items = book.items.all.length;
  const note = (ref: number, site: number, item: number, one: Explanation): void => {
    const named = countNamed(book.resolver, ref);
    if (named === null || site !== named.site) return;
    let ofDay = found.get(named.day);
    if (ofDay === undefined) {
      ofDay = new Map();
      found.set(named.day, ofDay);
    }
    const key = site * items + item;
    const known = ofDay.get(key);
    if (known === undefined) ofDay.set(key, [one]);
    else known.push(one);
  };
  const { referring } = stock;
  for (let i = 0; i < referring.length; i++) {
    const row = referring.data[i]!;
    const ref = stock.ref.data[row]!;
    const kind = stock.kind.data[row]!;
    const day = stock.day.data[row]!;
    if ((kind !== GAIN && kind !== LOSS) || day > posting.period.to) continue;
    // A gain or loss changes the shelf it is booked at, not another one that its reference may name.
    const site = kind === GAIN ? stock.to.data[row]! : stock.from.data[row]!;
    const sign = kind === GAIN ? 1 : -1;
    const pieces = posting.lossLots.get(row) ?? [{ lot: stock.lot.data[row]!, qty: stock.qty.data[row]! }];
    for (const { lot, qty } of pieces) note(ref, site, stock.item.data[row]!, { day, lot, qty: sign * qty });
  }
  for (const { row, ref, site, item, lot, qty } of posting.undoneAdjustments) {
    note(ref, site, item, { day: stock.day.data[row]!, lot, qty });
  }
  return found;
}
