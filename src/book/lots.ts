// Lots: a batch of one item under one number, with the one expiry date that it has throughout the book.

import { Int32Vector } from '../core/vector.js';
import type { Names } from './vocabulary.js';

/** No lot: the balance of an item that is not kept in lots, or what no lot covers. */
export const NO_LOT = -1;
/** A lot whose expiry nobody stated: it never expires and is used last. */
export const NO_EXPIRY = 0x7fffffff;

export class Lots {
  private readonly ids = new Map<number, number>();
  private readonly itemOf = new Int32Vector();
  private readonly nameIds = new Int32Vector();
  private readonly expiries = new Int32Vector();
  private readonly rows = new Int32Vector();

  constructor(readonly names: Names) {}

  get size(): number {
    return this.itemOf.length;
  }

  /** The lot of an item by its name's number, a new one where it was not met before. */
  of(item: number, name: number): number {
    if (name < 0) return NO_LOT;
    // Both numbers are below 2^26 in any book that fits in memory, so the key is exact.
    const key = item * 0x4000000 + name;
    let lot = this.ids.get(key);
    if (lot === undefined) {
      lot = this.itemOf.push(item);
      this.nameIds.push(name);
      this.expiries.push(NO_EXPIRY);
      this.rows.push(-1);
      this.ids.set(key, lot);
    }
    return lot;
  }

  item(lot: number): number {
    return this.itemOf.data[lot]!;
  }

  /** The number of its name, -1 for no lot. */
  nameOf(lot: number): number {
    return lot < 0 ? NO_LOT : this.nameIds.data[lot]!;
  }

  /** Its name; empty for no lot. */
  text(lot: number): string {
    return lot < 0 ? '' : this.names.text(this.nameIds.data[lot]!);
  }

  /** The last day on which it may be used, NO_EXPIRY where unknown. */
  expiry(lot: number): number {
    return lot < 0 ? NO_EXPIRY : this.expiries.data[lot]!;
  }

  /** The stock row that stated the expiry, -1 where none did. */
  expiryRow(lot: number): number {
    return this.rows.data[lot]!;
  }

  setExpiry(lot: number, day: number, row: number): void {
    this.expiries.data[lot] = day;
    this.rows.data[lot] = row;
  }

  compare(a: number, b: number): number {
    if (a === b) return 0;
    if (a < 0 || b < 0) return a < 0 ? -1 : 1;
    return this.names.compare(this.nameIds.data[a]!, this.nameIds.data[b]!);
  }
}
