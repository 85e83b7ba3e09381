// Gains and losses that name a count explain what it found, as seen from their own date on.

import type { Book } from '../book/book.js';
import { countNamed } from '../book/crossref.js';
import { NO_LOT } from '../book/lots.js';
import { GAIN, LOSS } from '../book/movement.js';
import type { CountResult } from './counts.js';
import type { Posting } from './posting.js';

export function explainCounts(book: Book, posting: Posting, results: readonly CountResult[]): void {
  if (results.length === 0) return;
  const { stock } = book;
  const byThing = new Map<string, CountResult[]>();
  for (const result of results) {
    const key = `${result.count.day}:${result.count.site}:${result.count.item}`;
    const known = byThing.get(key);
    if (known === undefined) byThing.set(key, [result]);
    else known.push(result);
  }
  for (let row = 0; row < stock.length; row++) {
    const kind = stock.kind.data[row]!;
    const ref = stock.ref.data[row]!;
    const day = stock.day.data[row]!;
    if (ref < 0 || (kind !== GAIN && kind !== LOSS) || day > posting.period.to) continue;
    const named = countNamed(book.resolver, ref);
    if (named === null) continue;
    // A gain or loss changes the shelf it is booked at, not another one that its reference may name.
    const site = kind === GAIN ? stock.to.data[row]! : stock.from.data[row]!;
    if (site !== named.site) continue;
    const lot = stock.lot.data[row]!;
    const signed = kind === GAIN ? stock.qty.data[row]! : -stock.qty.data[row]!;
    for (const result of byThing.get(`${named.day}:${site}:${stock.item.data[row]}`) ?? []) {
      const { count } = result;
      if (count.lot !== NO_LOT && lot !== NO_LOT && count.lot !== lot) continue;
      // Booked before the point of the count, it is in the figure that the count was held against.
      const before = count.when === 'open' ? day < count.day : day <= count.day;
      if (before) continue;
      result.explained += signed;
      result.variance -= signed;
    }
  }
}
