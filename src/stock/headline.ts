// The headline figure: what has been delivered, by category, in base units; today, in all, and as signed for.

import type { Book } from '../book/book.js';
import { float64Column, type Room } from '../core/vector.js';

export class Headline {
  readonly categories: readonly string[];
  readonly period: Float64Array;
  readonly total: Float64Array;
  readonly signed: Float64Array;
  /** By item; one past the last for an item whose category could not be read. */
  readonly categoryOf: Int32Array;

  constructor(book: Book, room: Room | null) {
    this.categories = [...book.settings.categories.keys()];
    const count = this.categories.length + 1;
    this.period = float64Column(count, room);
    this.total = float64Column(count, room);
    this.signed = float64Column(count, room);
    this.categoryOf = Int32Array.from(book.items.all, ({ category }) => {
      const index = this.categories.indexOf(category);
      return index < 0 ? this.categories.length : index;
    });
  }

  /** Goods left for where they are delivered (or came back, as a negative amount). */
  deliver(item: number, qty: number, inPeriod: boolean): void {
    const category = this.categoryOf[item]!;
    this.total[category]! += qty;
    if (inPeriod) this.period[category]! += qty;
  }

  /** Goods are known to have arrived: signed for, or sent to where nobody signs. */
  arrive(item: number, qty: number): void {
    this.signed[this.categoryOf[item]!]! += qty;
  }
}
