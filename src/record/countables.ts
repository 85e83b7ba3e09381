// What there is to count at a site: items and lots that the book has there, without saying how much.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import { compareText } from '../core/text.js';
import { oneDay } from '../stock/period.js';
import { reconcile } from '../stock/reconcile.js';

export interface Countable {
  readonly item: number;
  readonly lot: number;
}

export function countables(book: Book, site: number, day: Day): Countable[] {
  const found = reconcile(book, oneDay(day))
    .balances.filter((line) => line.site === site && (line.closing !== 0 || line.opening !== 0 || line.in !== 0))
    .map(({ item, lot }) => ({ item, lot }));
  const shelf = (item: number): string => `${book.items.all[item]!.category} ${book.items.all[item]!.code}`;
  return found.sort((a, b) => compareText(shelf(a.item), shelf(b.item)) || book.lots.compare(a.lot, b.lot));
}
