// The order of the events of one item on one day where lots or documents make it matter: what adds to a shelf comes
// before what takes from it, and what gives back comes after what it gives back.

/** An event as the order sees it; events are given in the total order that decides among those that may go. */
export interface Sequenced {
  /** Tracked site that it takes from, −1 for none. */
  readonly takes: number;
  /** Tracked site that it adds to, −1 for none. */
  readonly adds: number;
  /** Document that it dispatches, −1 for none. */
  readonly dispatches: number;
  /** Document that it gives back from, −1 for none. */
  readonly follows: number;
}

/** A heap of indexes, the smallest first. */
class Heap {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(value: number): void {
    const { items } = this;
    let at = items.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]! <= items[at]!) break;
      [items[parent], items[at]] = [items[at]!, items[parent]!];
      at = parent;
    }
  }

  pop(): number {
    const { items } = this;
    const top = items[0]!;
    const last = items.pop()!;
    if (items.length > 0) {
      items[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < items.length && items[child]! < items[least]!) least = child;
        }
        if (least === at) break;
        [items[least], items[at]] = [items[at]!, items[least]!];
        at = least;
      }
    }
    return top;
  }
}

/** What others wait for: how many are still to come, and who waits. */
class Gate {
  private readonly pending = new Map<number, number>();
  private readonly waiting = new Map<number, number[]>();

  expect(key: number): void {
    if (key >= 0) this.pending.set(key, (this.pending.get(key) ?? 0) + 1);
  }

  isShut(key: number): boolean {
    return key >= 0 && (this.pending.get(key) ?? 0) > 0;
  }

  wait(key: number, event: number): void {
    const queue = this.waiting.get(key);
    if (queue === undefined) this.waiting.set(key, [event]);
    else queue.push(event);
  }

  /** One of those expected has come; returns who may go now. */
  arrive(key: number): readonly number[] {
    if (key < 0) return [];
    const left = (this.pending.get(key) ?? 0) - 1;
    this.pending.set(key, left);
    if (left > 0) return [];
    const queue = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    return queue;
  }
}

/**
 * Calls `run` for each event in an order in which nothing is taken before the day's additions to that shelf, nor given
 * back before it was dispatched. Where additions and takings form a circle the first in the given order goes.
 */
export function runInSequence(events: readonly Sequenced[], run: (event: number) => void): void {
  const shelves = new Gate();
  const documents = new Gate();
  for (const event of events) {
    shelves.expect(event.adds);
    documents.expect(event.dispatches);
  }
  const done = new Uint8Array(events.length);
  const ready = new Heap();
  /** May go as far as documents are concerned, but their shelf is still expecting goods. */
  const held = new Heap();
  const admit = (index: number): void => {
    const { takes } = events[index]!;
    if (shelves.isShut(takes)) {
      held.push(index);
      shelves.wait(takes, index);
    } else ready.push(index);
  };
  for (let index = 0; index < events.length; index++) {
    const { follows, dispatches } = events[index]!;
    // A document that gives back from itself waits for nobody.
    if (documents.isShut(follows) && follows !== dispatches) documents.wait(follows, index);
    else admit(index);
  }
  let cursor = 0;
  for (let left = events.length; left > 0; ) {
    let index: number;
    if (ready.size > 0) index = ready.pop();
    else if (held.size > 0) index = held.pop();
    else {
      while (done[cursor] === 1) cursor++;
      index = cursor;
    }
    if (done[index] === 1) continue;
    done[index] = 1;
    left--;
    run(index);
    const { adds, dispatches } = events[index]!;
    for (const freed of shelves.arrive(adds)) if (done[freed] === 0) ready.push(freed);
    for (const freed of documents.arrive(dispatches)) if (done[freed] === 0) admit(freed);
  }
}
