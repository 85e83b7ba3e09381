// Which lots stand on each shelf, first expired first out: by expiry, then first received, then lot.

import { type Lots, NO_LOT } from '../book/lots.js';
import { Int32Vector, int32Column, type Room, Uint8Vector } from '../core/vector.js';
import { type Balances, fitsGrid } from './balances.js';

/** A shelf is a site and an item; balances of its lots hang together as they are to be used. */
export class Shelves {
  /** By shelf the first and the last balance in stock, −1 for none. */
  readonly first = new Int32Vector();
  readonly last = new Int32Vector();
  /** By balance: its shelf, −1 for none; is it in stock there; who stands before it and after it. */
  readonly shelfOf = new Int32Vector();
  readonly inStock = new Uint8Vector();
  readonly before = new Int32Vector();
  readonly after = new Int32Vector();
  /** By site and item the shelf, −1 for none; where there are too many of them they are looked up. */
  readonly grid: Int32Array | null;
  private readonly lookup = new Map<number, number>();
  /** By shelf the balance of a lot that was here last of all, and by balance the one before it. */
  private readonly latest = new Int32Vector();
  private readonly earlier = new Int32Vector();

  constructor(
    private readonly lots: Lots,
    private readonly balances: Balances,
    sites: number,
    private readonly items: number,
    room: Room | null = null,
  ) {
    this.grid = fitsGrid(sites, items) ? int32Column(sites * items, room).fill(-1) : null;
    if (room === null) return;
    for (const column of [this.first, this.last, this.shelfOf, this.inStock, this.before, this.after])
      column.moveTo(room);
  }

  /** The balance of a named lot has changed. */
  changed(site: number, item: number, balance: number): void {
    this.hold(site, item, balance);
    const { inStock } = this;
    const stocked = this.balances.closing.data[balance]! > 0 ? 1 : 0;
    if (stocked === inStock.data[balance]) return;
    inStock.data[balance] = stocked;
    if (stocked === 1) this.insert(this.shelfOf.data[balance]!, balance);
    else this.remove(this.shelfOf.data[balance]!, balance);
  }

  /** Puts the balance of a lot on its shelf, once. */
  hold(site: number, item: number, balance: number): void {
    const { shelfOf, inStock, before, after, earlier, latest } = this;
    while (shelfOf.length <= balance) {
      shelfOf.push(-1);
      before.push(-1);
      after.push(-1);
      earlier.push(-1);
      inStock.push(0);
    }
    if (shelfOf.data[balance] !== -1) return;
    const shelf = this.shelf(site, item) ?? this.add(site, item);
    shelfOf.data[balance] = shelf;
    earlier.data[balance] = latest.data[shelf]!;
    latest.data[shelf] = balance;
  }

  /** The first balance to be used of the lots in stock, −1 where there is none; see `after` for the next. */
  firstInStock(site: number, item: number): number {
    const shelf = this.shelf(site, item);
    return shelf === undefined ? -1 : this.first.data[shelf]!;
  }

  /** Everything a shelf holds of an item that is kept in lots, the lot without a name included. */
  onHand(site: number, item: number): number {
    const { closing } = this.balances;
    const shelf = this.shelf(site, item);
    let sum = 0;
    let balance = shelf === undefined ? -1 : this.latest.data[shelf]!;
    for (; balance >= 0; balance = this.earlier.data[balance]!) sum += closing.data[balance]!;
    const unnamed = this.balances.find(site, item, NO_LOT);
    return unnamed < 0 ? sum : sum + closing.data[unnamed]!;
  }

  private shelf(site: number, item: number): number | undefined {
    const key = site * this.items + item;
    if (this.grid === null) return this.lookup.get(key);
    const shelf = this.grid[key]!;
    return shelf < 0 ? undefined : shelf;
  }

  private add(site: number, item: number): number {
    const key = site * this.items + item;
    const shelf = this.first.push(-1);
    this.last.push(-1);
    this.latest.push(-1);
    if (this.grid === null) this.lookup.set(key, shelf);
    else this.grid[key] = shelf;
    return shelf;
  }

  /** What comes in expires last, most of the time: its place is looked for at the beginning, then from the end. */
  private insert(shelf: number, balance: number): void {
    const { first, last, before, after } = this;
    let place = last.data[shelf]!;
    if (place >= 0 && this.compare(first.data[shelf]!, balance) > 0) place = -1;
    while (place >= 0 && this.compare(place, balance) > 0) place = before.data[place]!;
    const next = place < 0 ? first.data[shelf]! : after.data[place]!;
    before.data[balance] = place;
    after.data[balance] = next;
    if (place < 0) first.data[shelf] = balance;
    else after.data[place] = balance;
    if (next < 0) last.data[shelf] = balance;
    else before.data[next] = balance;
  }

  private remove(shelf: number, balance: number): void {
    const { first, last, before, after } = this;
    const one = before.data[balance]!;
    const other = after.data[balance]!;
    if (one < 0) first.data[shelf] = other;
    else after.data[one] = other;
    if (other < 0) last.data[shelf] = one;
    else before.data[other] = one;
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
