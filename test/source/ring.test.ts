// The ring between the thread that reads ahead and the one that wants the rows: what happens between the last look and
// going to sleep wakes nobody who sleeps, so it must not let anybody fall asleep.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { ENTRIES, Entry, Ring } from '../../src/source/ahead/ring.js';

afterEach(() => vi.restoreAllMocks());

/** Has the other thread act at the last moment before this one sleeps, and says how it slept each time. */
function atTheLastMoment(act: () => void): string[] {
  const slept: string[] = [];
  const wait = Atomics.wait;
  let acted = false;
  vi.spyOn(Atomics, 'wait').mockImplementation((ints: Int32Array | BigInt64Array, index, value) => {
    if (!acted) act();
    acted = true;
    if (!(ints instanceof Int32Array)) throw new TypeError('a ring has ints');
    const how = wait(ints, index, Number(value), 0);
    slept.push(how);
    return how;
  });
  return slept;
}

describe('who is about to sleep is not left asleep', () => {
  test('when the other thread ends', () => {
    const ring = new Ring();
    const slept = atTheLastMoment(() => new Ring(sharedOf(ring)).leave());
    expect(ring.awaitProduced(0)).toBe(false);
    expect(slept).toEqual(['not-equal']);
  });

  test('when nobody wants what is still to come', () => {
    const ring = new Ring();
    for (let entry = 0; entry < ENTRIES; entry++) ring.put(Entry.batch, 1, 0);
    const slept = atTheLastMoment(() => new Ring(sharedOf(ring)).stop());
    expect(ring.awaitConsumed(1)).toBe(false);
    expect(slept).toEqual(['not-equal']);
  });

  test('when an entry comes, and when one is read', () => {
    const ring = new Ring();
    const came = atTheLastMoment(() => new Ring(sharedOf(ring)).put(Entry.batch, 7, 0));
    expect(ring.awaitProduced(0)).toBe(true);
    expect([ring.rows(0), ...came]).toEqual([7, 'not-equal']);
    vi.restoreAllMocks();
    const read = atTheLastMoment(() => new Ring(sharedOf(ring)).consume());
    expect(ring.awaitConsumed(1)).toBe(true);
    expect(read).toEqual(['not-equal']);
  });
});

test('an entry that came before the other thread ended is still read', () => {
  const ring = new Ring();
  ring.put(Entry.end, 0, 0);
  ring.leave();
  expect(ring.awaitProduced(0)).toBe(true);
  expect(ring.awaitProduced(1)).toBe(false);
});

function sharedOf(ring: Ring): SharedArrayBuffer {
  if (!(ring.memory instanceof SharedArrayBuffer)) throw new TypeError('a ring is shared');
  return ring.memory;
}
