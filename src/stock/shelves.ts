// Which lots stand on each shelf, first expired first: by expiry, then first received, then lot.

import { type Lots, NO_LOT } from '../book/lots.js';
import type { Balances } from './balances.js';

interface Shelf {
  /** Balances of lots that are in stock, in the order in which they are to be used. */
  readonly stocked: number[];
  /** Balances of every lot that was ever here. */
  readonly known: number[];
}

const nothing: readonly number[] = [];

export class Shelves {
  private readonly shelves = new Map<number, Shelf>();
  /** By balance: the shelf it is on, and whether it is among those in stock there. */
  private readonly shelfOf: Shelf[] = [];
  private readonly isStocked: boolean[] = [];

  constructor(
    private readonly lots: Lots,
    private readonly balances: Balances,
    private readonly items: number,
  ) {}

  /** The balance of a named lot has changed. */
  changed(site: number, item: number, balance: number): void {
    const shelf = this.shelfOf[balance] ?? this.putOn(site, item, balance);
    const inStock = this.balances.closing.data[balance]! > 0;
    if (inStock === this.isStocked[balance]) return;
    this.isStocked[balance] = inStock;
    const at = this.position(shelf.stocked, balance);
    if (inStock) shelf.stocked.splice(at, 0, balance);
    else shelf.stocked.splice(at, 1);
  }

  private putOn(site: number, item: number, balance: number): Shelf {
    const key = site * this.items + item;
    let shelf = this.shelves.get(key);
    if (shelf === undefined) {
      shelf = { stocked: [], known: [] };
      this.shelves.set(key, shelf);
    }
    shelf.known.push(balance);
    this.shelfOf[balance] = shelf;
    this.isStocked[balance] = false;
    return shelf;
  }

  /** Balances of the lots in stock, in the order in which they are to be used. */
  stocked(site: number, item: number): readonly number[] {
    return this.shelves.get(site * this.items + item)?.stocked ?? nothing;
  }

  /** Everything a shelf holds of an item that is kept in lots, the lot without a name included. */
  onHand(site: number, item: number): number {
    let sum = 0;
    for (const balance of this.shelves.get(site * this.items + item)?.known ?? nothing) {
      sum += this.balances.closing.data[balance]!;
    }
    const unnamed = this.balances.find(site, item, NO_LOT);
    return unnamed < 0 ? sum : sum + this.balances.closing.data[unnamed]!;
  }

  private position(stocked: readonly number[], balance: number): number {
    let low = 0;
    let high = stocked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(stocked[middle]!, balance) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(a: number, b: number): number {
    const lotA = this.balances.lot.data[a]!;
    const lotB = this.balances.lot.data[b]!;
    return (
      this.lots.expiry(lotA) - this.lots.expiry(lotB) ||
      this.balances.receivedDay.data[a]! - this.balances.receivedDay.data[b]! ||
      this.lots.compare(lotA, lotB)
    );
  }
}
