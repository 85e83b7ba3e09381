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

describe('entries', () => {
  test('are read as they were written, in order, in places that are used again and again', () => {
    const ring = new Ring();
    const other = new Ring(sharedOf(ring));
    for (let entry = 0; entry < 5 * ENTRIES; entry++) {
      ring.put(entry % 2 === 0 ? Entry.batch : Entry.end, entry * 3, entry % 4);
      expect(other.awaitProduced(entry)).toBe(true);
      expect([other.kind(entry), other.rows(entry), other.flags(entry)]).toEqual([
        entry % 2 === 0 ? Entry.batch : Entry.end,
        entry * 3,
        entry % 4,
      ]);
      other.consume();
      expect([ring.produced, ring.consumed]).toEqual([entry + 1, entry + 1]);
    }
  });

  test('stay until they are read: as many as there is room for, one behind the other', () => {
    const ring = new Ring();
    for (let entry = 0; entry < ENTRIES; entry++) ring.put(Entry.batch, entry, 0);
    expect(Array.from({ length: ENTRIES }, (_, entry) => ring.rows(entry))).toEqual([...Array(ENTRIES).keys()]);
  });

  test('are waited for as long as the other thread may still write them, and no longer than is patient', () => {
    const ring = new Ring();
    const patience: (number | undefined)[] = [];
    vi.spyOn(Atomics, 'wait').mockImplementation((_ints, _index, _value, timeout) => {
      patience.push(timeout);
      return 'timed-out';
    });
    expect(ring.awaitProduced(0)).toBe(false);
    expect(patience).toEqual([30_000]);
  });

  test('that were read are waited for until there are some more of them, or all', () => {
    const least = (written: number, count: number) => {
      const ring = new Ring();
      for (let entry = 0; entry < written; entry++) ring.put(Entry.batch, 1, 0);
      let read = 0;
      const wait = vi.spyOn(Atomics, 'wait').mockImplementation((_ints, _index, _value, timeout) => {
        expect(timeout).toBe(Number.POSITIVE_INFINITY);
        read++;
        ring.consume();
        return 'ok';
      });
      expect(ring.awaitConsumed(count)).toBe(true);
      wait.mockRestore();
      return read;
    };
    expect([least(16, 1), least(16, 14), least(3, 1), least(16, 0)]).toEqual([5, 16, 3, 0]);
  });

  test('are no longer asked for once somebody has stopped', () => {
    const ring = new Ring();
    expect([ring.stopped, ring.awaitConsumed(0)]).toEqual([false, true]);
    ring.stop();
    expect([ring.stopped, ring.awaitConsumed(0)]).toEqual([true, false]);
  });
});

describe('who sleeps', () => {
  /** How often the other is woken while one acts; nobody is woken who does not sleep. */
  function woken(sleep: (ring: Ring) => void, act: (ring: Ring) => void): number {
    const ring = new Ring();
    ring.put(Entry.batch, 1, 0);
    const notify = vi.spyOn(Atomics, 'notify');
    let count = 0;
    const wait = vi.spyOn(Atomics, 'wait').mockImplementation(() => {
      act(ring);
      count = notify.mock.calls.length;
      // Once is enough: who was woken is awake.
      act(ring);
      expect(notify.mock.calls.length).toBe(count);
      return 'timed-out';
    });
    sleep(ring);
    wait.mockRestore();
    act(ring);
    notify.mockRestore();
    return count;
  }

  test('is woken by what is waited for, by nothing else, and once', () => {
    const wantsMore = (ring: Ring) => ring.awaitProduced(7);
    const wantsRoom = (ring: Ring) => ring.awaitConsumed(1);
    expect(woken(wantsMore, (ring) => ring.put(Entry.end, 0, 0))).toBe(1);
    expect(woken(wantsMore, (ring) => ring.leave())).toBe(1);
    expect(woken(wantsMore, (ring) => ring.consume())).toBe(0);
    expect(woken(wantsRoom, (ring) => ring.consume())).toBe(1);
    expect(woken(wantsRoom, (ring) => ring.stop())).toBe(1);
    expect(woken(wantsRoom, (ring) => ring.leave())).toBe(0);
  });

  test('nobody: nobody is woken', () => {
    const ring = new Ring();
    const notify = vi.spyOn(Atomics, 'notify');
    ring.put(Entry.end, 0, 0);
    ring.consume();
    ring.stop();
    ring.leave();
    expect(notify).not.toHaveBeenCalled();
  });
});

function sharedOf(ring: Ring): SharedArrayBuffer {
  if (!(ring.memory instanceof SharedArrayBuffer)) throw new TypeError('a ring is shared');
  return ring.memory;
}
