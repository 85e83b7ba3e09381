// Which of two rows of a day comes first that are alike in document, lot and quantity. A delivery row is −2 − its place.

import type { Book } from '../book/book.js';

/** Of deliveries the damaged decides, which is a quantity too; then file and line. */
export function compareAlike({ deliveries }: Book, a: number, b: number): number {
  const { damaged } = deliveries;
  const one = placeOf(a);
  const other = placeOf(b);
  return (a < 0 && b < 0 ? damaged.data[one]! - damaged.data[other]! : 0) || one - other;
}

/** The place of a row in its own ledger. */
function placeOf(row: number): number {
  return row >= 0 ? row : -2 - row;
}
