// The order of the events of one item on one day where lots or documents make it matter: what adds to a shelf comes
// before what takes from it, and what gives back comes after what it gives back.

import { Int32Vector } from '../core/vector.js';
import type { DayTable } from './daytable.js';

/** A heap of positions, the smallest first. */
class Heap {
  private readonly items = new Int32Vector();

  get size(): number {
    return this.items.length;
  }

  push(value: number): void {
    let at = this.items.push(value);
    const { data } = this.items;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (data[parent]! <= value) break;
      data[at] = data[parent]!;
      at = parent;
    }
    data[at] = value;
  }

  pop(): number {
    const { data } = this.items;
    const top = data[0]!;
    const size = --this.items.length;
    const last = data[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && data[child + 1]! < data[child]!) child++;
      if (data[child]! >= last) break;
      data[at] = data[child]!;
      at = child;
    }
    data[at] = last;
    return top;
  }

  clear(): void {
    this.items.length = 0;
  }
}

/** What others wait for: how many are still to come to each key, and who waits for them. */
class Gate {
  private readonly pending: Int32Array;
  /** By key the first who waits, and by event who waits behind: one more than their position, so that 0 is nobody. */
  private readonly waiting: Int32Array;
  private readonly nextWaiting = new Int32Vector();

  constructor(keys: number) {
    this.pending = new Int32Array(keys);
    this.waiting = new Int32Array(keys);
  }

  begin(events: number): void {
    this.nextWaiting.length = 0;
    this.nextWaiting.reserve(events);
  }

  expect(key: number): void {
    if (key >= 0) this.pending[key]!++;
  }

  isShut(key: number): boolean {
    return key >= 0 && this.pending[key]! > 0;
  }

  wait(key: number, event: number): void {
    this.nextWaiting.data[event] = this.waiting[key]!;
    this.waiting[key] = event + 1;
  }

  /** One of those expected has come: the first of those who may go now, −1 where nobody may. */
  arrive(key: number): number {
    if (key < 0 || --this.pending[key]! > 0) return -1;
    const first = this.waiting[key]! - 1;
    if (first >= 0) this.waiting[key] = 0;
    return first;
  }

  /** Who waited together with this one, −1 for nobody. */
  after(event: number): number {
    return this.nextWaiting.data[event]! - 1;
  }
}

export class DaySequence {
  private readonly shelves: Gate;
  private readonly documents: Gate;
  private readonly ready = new Heap();
  /** May go as far as documents are concerned, but their shelf is still expecting goods. */
  private readonly held = new Heap();
  /** By place and by document: the group in which something is passed on there, and in which it is dispatched. */
  private readonly filled: Int32Array;
  private readonly dispatched: Int32Array;
  private group = 0;

  constructor(
    private readonly table: DayTable,
    places: number,
    documents: number,
  ) {
    this.shelves = new Gate(places);
    this.documents = new Gate(documents);
    this.filled = new Int32Array(places);
    this.dispatched = new Int32Array(documents);
  }

  /** Do ranks say it all: nothing takes from where another row still passes goods on to, nor gives back what left today? */
  isInOrder(events: Int32Array, count: number): boolean {
    const { filled, dispatched } = this;
    const takes = this.table.takes.data;
    const adds = this.table.adds.data;
    const follows = this.table.follows.data;
    const dispatches = this.table.dispatches.data;
    const group = ++this.group;
    let passes = false;
    let gives = false;
    for (let at = 0; at < count; at++) {
      const event = events[at]!;
      if (takes[event]! >= 0 && adds[event]! >= 0) {
        filled[adds[event]!] = group;
        passes = true;
      }
      if (follows[event]! >= 0) gives = true;
    }
    if (passes) {
      for (let at = 0; at < count; at++) {
        const from = takes[events[at]!]!;
        if (from >= 0 && filled[from] === group) return false;
      }
    }
    if (!gives) return true;
    for (let at = 0; at < count; at++) {
      const doc = dispatches[events[at]!]!;
      if (doc >= 0) dispatched[doc] = group;
    }
    for (let at = 0; at < count; at++) {
      const doc = follows[events[at]!]!;
      if (doc >= 0 && dispatched[doc] === group) return false;
    }
    return true;
  }

  /**
   * Calls `run` for each event in an order in which nothing is taken before the day's additions to that shelf, nor given
   * back before it was dispatched. Where additions and takings form a circle the first in the given order goes.
   */
  run(events: Int32Array, count: number, run: (event: number) => void): void {
    const { shelves, documents, ready, held } = this;
    const adds = this.table.adds.data;
    const follows = this.table.follows.data;
    const dispatches = this.table.dispatches.data;
    shelves.begin(count);
    documents.begin(count);
    ready.clear();
    held.clear();
    for (let at = 0; at < count; at++) {
      shelves.expect(adds[events[at]!]!);
      documents.expect(dispatches[events[at]!]!);
    }
    const done = new Uint8Array(count);
    for (let at = 0; at < count; at++) {
      const event = events[at]!;
      // A document that gives back from itself waits for nobody.
      if (documents.isShut(follows[event]!) && follows[event] !== dispatches[event]) {
        documents.wait(follows[event]!, at);
      } else this.admit(events, at);
    }
    let cursor = 0;
    for (let left = count; left > 0; ) {
      let at: number;
      if (ready.size > 0) at = ready.pop();
      else if (held.size > 0) at = held.pop();
      else {
        while (done[cursor] === 1) cursor++;
        at = cursor;
      }
      if (done[at] === 1) continue;
      done[at] = 1;
      left--;
      const event = events[at]!;
      run(event);
      for (let freed = shelves.arrive(adds[event]!); freed >= 0; freed = shelves.after(freed)) {
        if (done[freed] === 0) ready.push(freed);
      }
      for (let freed = documents.arrive(dispatches[event]!); freed >= 0; ) {
        // Admitting one may have it wait elsewhere; who is next here is asked first.
        const after = documents.after(freed);
        if (done[freed] === 0) this.admit(events, freed);
        freed = after;
      }
    }
  }

  private admit(events: Int32Array, at: number): void {
    const takes = this.table.takes.data[events[at]!]!;
    if (this.shelves.isShut(takes)) {
      this.held.push(at);
      this.shelves.wait(takes, at);
    } else this.ready.push(at);
  }
}
