// Lots: a batch of one item under one number, with the one expiry date that it has throughout the book.

import { Int32Vector } from '../core/vector.js';
import type { Names } from './vocabulary.js';

/** No lot: the balance of an item that is not kept in lots, or what no lot covers. */
export const NO_LOT = -1;
/** A lot whose expiry nobody stated: it never expires and is used last. */
export const NO_EXPIRY = 0x7fffffff;

export class Lots {
  /** By its name's number the lot that was met first, and the lots of other items under the same name. */
  private readonly byName = new Int32Vector();
  private readonly namesakes = new Map<number, number>();
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
    const { byName } = this;
    while (byName.length <= name) byName.push(NO_LOT);
    const known = byName.data[name]!;
    if (known === NO_LOT) {
      byName.data[name] = this.add(item, name);
      return byName.data[name]!;
    }
    if (this.itemOf.data[known] === item) return known;
    // Both numbers are below 2^26 in any book that fits in memory, so the key is exact.
    const key = item * 0x4000000 + name;
    let lot = this.namesakes.get(key);
    if (lot === undefined) {
      lot = this.add(item, name);
      this.namesakes.set(key, lot);
    }
    return lot;
  }

  /** The lot that was met first under this name, NO_LOT where none was. */
  firstNamed(name: number): number {
    return name < this.byName.length ? this.byName.data[name]! : NO_LOT;
  }

  private add(item: number, name: number): number {
    this.nameIds.push(name);
    this.expiries.push(NO_EXPIRY);
    this.rows.push(-1);
    return this.itemOf.push(item);
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
