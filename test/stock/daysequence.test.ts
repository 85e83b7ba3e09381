// The order of a day's events where shelves and documents make it matter, held to looking through all of them each time.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Int32Vector } from '../../src/core/vector.js';
import { DaySequence } from '../../src/stock/daysequence.js';
import { DayTable } from '../../src/stock/daytable.js';

interface Event {
  /** Shelf that it takes from and shelf that it adds to, document that it dispatches and that it gives back from. */
  readonly takes: number;
  readonly adds: number;
  readonly dispatches: number;
  readonly follows: number;
}

const PLACES = 4;
const DOCUMENTS = 4;

const event = fc.record<Event>({
  takes: fc.integer({ min: -1, max: PLACES - 1 }),
  adds: fc.integer({ min: -1, max: PLACES - 1 }),
  dispatches: fc.integer({ min: -1, max: DOCUMENTS - 1 }),
  follows: fc.integer({ min: -1, max: DOCUMENTS - 1 }),
});
const few = fc.record<Event>({
  takes: fc.constantFrom(-1, -1, 0, 1),
  adds: fc.constantFrom(-1, -1, 1, 2),
  dispatches: fc.constantFrom(-1, 0, 1),
  follows: fc.constantFrom(-1, -1, -1, 1, 2),
});
const day = fc.oneof(fc.array(event, { maxLength: 12 }), fc.array(few, { maxLength: 20 }));

/** The first of those that wait for nothing; else one whose shelf still expects goods; else just the first. */
function slowly(events: readonly Event[]): number[] {
  const left = events.map((_, at) => at);
  const order: number[] = [];
  while (left.length > 0) {
    const expects = (of: (other: Event) => number, key: number) =>
      key >= 0 && left.some((at) => of(events[at]!) === key);
    const free = (at: number) => {
      const { follows, dispatches } = events[at]!;
      return follows === dispatches || !expects((other) => other.dispatches, follows);
    };
    const filled = (at: number) => !expects((other) => other.adds, events[at]!.takes);
    const next = left.find((at) => free(at) && filled(at)) ?? left.find(free) ?? left[0]!;
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
}

class Days {
  private readonly table = new DayTable(1);
  private readonly sequence = new DaySequence(this.table, PLACES, DOCUMENTS);

  /** Events numbered as in the table, in the order that they are given. */
  private take(events: readonly Event[]): Int32Array {
    this.table.clear();
    for (const [at, { takes, adds, dispatches, follows }] of events.entries())
      this.table.add(0, at, 0, 0, 0, 0, takes, adds, dispatches, follows);
    return Int32Array.from(events, (_, at) => at);
  }

  run(events: readonly Event[]): number[] {
    const order: number[] = [];
    this.sequence.run(this.take(events), events.length, (at) => order.push(at));
    return order;
  }

  isInOrder(events: readonly Event[]): boolean {
    return this.sequence.isInOrder(this.take(events), events.length);
  }
}

describe('a day in sequence', () => {
  test('is what looking through all that is left gives each time, day after day', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), (days) => {
        const all = new Days();
        for (const events of days) expect(all.run(events)).toEqual(slowly(events));
      }),
      { numRuns: 2000 },
    );
  });

  test('is in order as it stands where nothing passes on what is taken, and nothing comes back from today', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), (days) => {
        const all = new Days();
        for (const events of days) {
          const passed = new Set(events.filter(({ takes, adds }) => takes >= 0 && adds >= 0).map(({ adds }) => adds));
          const sent = new Set(events.map(({ dispatches }) => dispatches).filter((doc) => doc >= 0));
          const waits = events.some(({ takes, follows }) => (takes >= 0 && passed.has(takes)) || sent.has(follows));
          expect(all.isInOrder(events)).toBe(!waits);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('of hundreds of events that all wait for one has that one first, and then the others as they stand', () => {
    const none = { takes: -1, adds: -1, dispatches: -1, follows: -1 };
    const waiting = Array.from({ length: 300 }, () => ({ ...none, takes: 2 }));
    expect(new Days().run([...waiting, { ...none, adds: 2 }])).toEqual([300, ...waiting.keys()]);
    const back = Array.from({ length: 300 }, () => ({ ...none, follows: 2 }));
    expect(new Days().run([...back, { ...none, dispatches: 2 }])).toEqual([300, ...back.keys()]);
  });
});

const itemsOf = ({ items }: DayTable): number[] => [...items.data.subarray(0, items.length)];

describe('the table of a day', () => {
  test('keeps the events of each item in the order in which they come, and items in which they are met', () => {
    const table = new DayTable(3);
    const events = new Int32Vector();
    const rowsOf = (item: number) => {
      const count = table.eventsOf(item, events);
      expect(events.length).toBe(count);
      return Array.from(events.data.subarray(0, count), (event) => table.row.data[event]);
    };
    for (let time = 0; time < 2; time++) {
      for (const [row, item] of [2, 0, 2, 2, 0].entries()) table.add(item, row + time, 1, 2, 3, 4.5, 5, 6, 7, 8);
      expect(itemsOf(table)).toEqual([2, 0]);
      expect([rowsOf(2), rowsOf(0), rowsOf(1)]).toEqual([
        [0, 2, 3].map((row) => row + time),
        [1, 4].map((row) => row + time),
        [],
      ]);
      const { rank, doc, lot, qty, takes, adds, dispatches, follows } = table;
      const columns = [rank, doc, lot, qty, takes, adds, dispatches, follows];
      expect(columns.map(({ data, length }) => [length, data[4]])).toEqual(
        [1, 2, 3, 4.5, 5, 6, 7, 8].map((value) => [5, value]),
      );
      table.clear();
      expect([itemsOf(table), rowsOf(2), rowsOf(0), table.row.length]).toEqual([[], [], [], 0]);
    }
  });
});
