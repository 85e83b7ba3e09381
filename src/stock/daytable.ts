// The events of one day as columns: an event more costs no object. Events of an item hang together in the order given.

import { Float64Vector, Int32Vector, int32Column, type Room } from '../core/vector.js';

export class DayTable {
  /** A stock row, or −2 − a delivery row. */
  readonly row = new Int32Vector();
  readonly rank = new Int32Vector();
  readonly doc = new Int32Vector();
  readonly lot = new Int32Vector();
  readonly qty = new Float64Vector();
  /** Tracked site that it takes from and that it adds to, −1 for none. */
  readonly takes = new Int32Vector();
  readonly adds = new Int32Vector();
  /** Document that it dispatches, and that it gives back from, −1 for none. */
  readonly dispatches = new Int32Vector();
  readonly follows = new Int32Vector();
  /** Items that have events, in the order in which they were met. */
  readonly items = new Int32Vector();

  /** By event the next of its item; by item the first and the last; −1 for none. */
  readonly next = new Int32Vector();
  readonly first: Int32Array;
  readonly last: Int32Array;

  private readonly ints = [
    this.row,
    this.rank,
    this.doc,
    this.lot,
    this.takes,
    this.adds,
    this.dispatches,
    this.follows,
    this.next,
  ];

  constructor(items: number, room: Room | null = null) {
    this.first = int32Column(items, room).fill(-1);
    this.last = int32Column(items, room).fill(-1);
    this.items.reserve(items);
    if (room !== null) for (const column of [this.qty, this.items, ...this.ints]) column.moveTo(room);
  }

  /** The number of events, where somebody else has written them. */
  settle(events: number): void {
    for (const column of this.ints) column.length = events;
    this.qty.length = events;
  }

  /** Room for an event more. */
  reserve(): void {
    for (const column of this.ints) column.reserve(1);
    this.qty.reserve(1);
  }

  add(
    item: number,
    row: number,
    rank: number,
    doc: number,
    lot: number,
    qty: number,
    takes: number,
    adds: number,
    dispatches: number,
    follows: number,
  ): void {
    const event = this.row.push(row);
    this.rank.push(rank);
    this.doc.push(doc);
    this.lot.push(lot);
    this.qty.push(qty);
    this.takes.push(takes);
    this.adds.push(adds);
    this.dispatches.push(dispatches);
    this.follows.push(follows);
    this.next.push(-1);
    if (this.first[item] === -1) {
      this.first[item] = event;
      this.items.push(item);
    } else this.next.data[this.last[item]!] = event;
    this.last[item] = event;
  }

  /** Writes the events of an item to `into` and returns how many they are. */
  eventsOf(item: number, into: Int32Vector): number {
    into.length = 0;
    for (let event = this.first[item]!; event >= 0; event = this.next.data[event]!) into.push(event);
    return into.length;
  }

  clear(): void {
    const { items, first } = this;
    for (let at = 0; at < items.length; at++) first[items.data[at]!] = -1;
    items.length = 0;
    this.settle(0);
  }
}
