// Stock on hand: one balance for each tracked site, item and lot, with what moved it in the days asked about.

import { NO_LOT } from '../book/lots.js';
import { Float64Vector, Int32Vector, int32Column, type Room } from '../core/vector.js';

/** Above this many sites × items balances are found by hashing instead of in a grid. */
const GRID_LIMIT = 1 << 22;

/** Are balances without a lot found in a grid? */
export function fitsGrid(sites: number, items: number): boolean {
  return sites * items <= GRID_LIMIT;
}

export class Balances {
  readonly site = new Int32Vector();
  readonly item = new Int32Vector();
  readonly lot = new Int32Vector();
  /** Millionths of the base unit, after all that has been posted. */
  readonly closing = new Float64Vector();
  /** What the period began with, and what came in, went out and was adjusted in it. */
  readonly opening = new Float64Vector();
  readonly in = new Float64Vector();
  readonly out = new Float64Vector();
  readonly adjusted = new Float64Vector();
  readonly firstDay = new Int32Vector();
  readonly lastDay = new Int32Vector();
  /** Of a named lot: the first day on which anything came in, −1 before it. */
  readonly receivedDay = new Int32Vector();
  /** The first day that closed below zero, -1 where none did. */
  readonly negativeDay = new Int32Vector();
  /** The last stock row that touched the balance, -1 where only deliveries did. */
  readonly lastRow = new Int32Vector();

  private readonly columns = [
    this.site,
    this.item,
    this.lot,
    this.closing,
    this.opening,
    this.in,
    this.out,
    this.adjusted,
    this.firstDay,
    this.lastDay,
    this.receivedDay,
    this.negativeDay,
    this.lastRow,
  ];

  /** By site and item the balance without a lot, −1 for none; null where there are too many of them. */
  readonly grid: Int32Array | null;
  /** Balances by what they are of, −1 for an empty slot; a power of two of them. */
  slots: Int32Array;

  constructor(
    sites: number,
    private readonly items: number,
    private readonly room: Room | null = null,
  ) {
    this.grid = fitsGrid(sites, items) ? int32Column(sites * items, room).fill(-1) : null;
    this.slots = int32Column(1024, room).fill(-1);
    if (room !== null) for (const column of this.columns) column.moveTo(room);
  }

  get size(): number {
    return this.site.length;
  }

  /** The balance of a site, item and lot, a new one where nothing was posted to it yet. */
  of(site: number, item: number, lot: number): number {
    if (lot === NO_LOT && this.grid !== null) {
      const cell = site * this.items + item;
      const known = this.grid[cell]!;
      if (known >= 0) return known;
      const made = this.add(site, item, lot);
      this.grid[cell] = made;
      return made;
    }
    let slot = this.slotOf(site, item, lot);
    for (;;) {
      const balance = this.slots[slot]!;
      if (balance < 0) break;
      if (this.is(balance, site, item, lot)) return balance;
      slot = (slot + 1) & (this.slots.length - 1);
    }
    const made = this.add(site, item, lot);
    this.slots[slot] = made;
    if (this.size * 2 > this.slots.length) this.rehash();
    return made;
  }

  /** The balance where there is one, else -1. */
  find(site: number, item: number, lot: number): number {
    if (lot === NO_LOT && this.grid !== null) return this.grid[site * this.items + item]!;
    for (let slot = this.slotOf(site, item, lot); ; slot = (slot + 1) & (this.slots.length - 1)) {
      const balance = this.slots[slot]!;
      if (balance < 0 || this.is(balance, site, item, lot)) return balance;
    }
  }

  /** From here on what is posted belongs to the period. */
  beginPeriod(): void {
    this.opening.data.set(this.closing.data.subarray(0, this.size));
  }

  private is(balance: number, site: number, item: number, lot: number): boolean {
    return this.site.data[balance] === site && this.item.data[balance] === item && this.lot.data[balance] === lot;
  }

  private slotOf(site: number, item: number, lot: number): number {
    let hash = Math.imul(site, 0x9e3779b1) ^ Math.imul(item, 0x85ebca6b) ^ Math.imul(lot + 1, 0xc2b2ae35);
    hash ^= hash >>> 15;
    return hash & (this.slots.length - 1);
  }

  private rehash(): void {
    this.slots = int32Column(this.slots.length * 2, this.room).fill(-1);
    for (let balance = 0; balance < this.size; balance++) {
      const lot = this.lot.data[balance]!;
      if (lot === NO_LOT && this.grid !== null) continue;
      let slot = this.slotOf(this.site.data[balance]!, this.item.data[balance]!, lot);
      while (this.slots[slot]! >= 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = balance;
    }
  }

  private add(site: number, item: number, lot: number): number {
    this.site.push(site);
    this.item.push(item);
    this.lot.push(lot);
    this.closing.push(0);
    this.opening.push(0);
    this.in.push(0);
    this.out.push(0);
    this.adjusted.push(0);
    this.firstDay.push(-1);
    this.lastDay.push(-1);
    this.receivedDay.push(-1);
    this.lastRow.push(-1);
    return this.negativeDay.push(-1);
  }
}
