// The order of an item's events on a day. src/stock/dayevents.ts and daysequence.ts are the same in plain TypeScript.

import {
  DOC_NAMES, DONE, D_DAMAGED, EXPECTED_AT, EXPECTED_OF, E_ADDS, E_DISPATCHES, E_DOC, E_FOLLOWS, E_LOT, E_QTY, E_RANK,
  E_ROW, E_TAKES, MERGED, ORDER,
} from '../../postinglayout';
import { compareTexts } from '../spellings';
import { column, int, num, setInt } from './context';
import { applyRow } from './effects';
import { compareLots } from './entries';
import { sign } from './lines';

/** Groups up to here are sorted by insertion: they mostly stand in order already. */
const SMALL: i32 = 16;

// @ts-expect-error: decorator
@inline
export function eventAt(at: i32): i32 {
  return int(ORDER, at);
}

export function apply(event: i32): void {
  const row = int(E_ROW, event);
  if (row >= 0) applyRow(row);
  else sign(-2 - row);
}

/** Sorts the item's events: runs of a few by insertion, then merged. */
export function sort(count: i32): void {
  for (let start = 0; start < count; start += SMALL) {
    const end = min(count, start + SMALL);
    for (let at = start + 1; at < end; at++) {
      const event = eventAt(at);
      let place = at;
      for (; place > start && compare(eventAt(place - 1), event) > 0; place--) setInt(ORDER, place, eventAt(place - 1));
      setInt(ORDER, place, event);
    }
  }
  for (let width = SMALL; width < count; width *= 2) {
    for (let start = 0; start + width < count; start += 2 * width) merge(start, start + width, min(count, start + 2 * width));
  }
}

function merge(start: i32, middle: i32, end: i32): void {
  if (compare(eventAt(middle - 1), eventAt(middle)) <= 0) return;
  let one = start;
  let other = middle;
  for (let at = start; at < end; at++) {
    const first = other == end || (one < middle && compare(eventAt(one), eventAt(other)) <= 0);
    setInt(MERGED, at, eventAt(first ? one++ : other++));
  }
  memory.copy(column(ORDER) + (<usize>start << 2), column(MERGED) + (<usize>start << 2), <usize>(end - start) << 2);
}

/** Do ranks say it all: nothing takes from where another row still passes goods on to, nor gives back what left today? */
export function isInOrder(count: i32): bool {
  let passes = false;
  let gives = false;
  for (let at = 0; at < count; at++) {
    const event = eventAt(at);
    passes = passes || (int(E_TAKES, event) >= 0 && int(E_ADDS, event) >= 0);
    gives = gives || int(E_FOLLOWS, event) >= 0;
  }
  return (!passes || !takesWhatIsPassed(count)) && (!gives || !givesWhatLeft(count));
}

function takesWhatIsPassed(count: i32): bool {
  let found = false;
  for (let at = 0; at < count; at++) {
    const event = eventAt(at);
    if (int(E_TAKES, event) >= 0 && int(E_ADDS, event) >= 0) setInt(EXPECTED_AT, int(E_ADDS, event), 1);
  }
  for (let at = 0; at < count; at++) found = found || isShut(EXPECTED_AT, int(E_TAKES, eventAt(at)));
  for (let at = 0; at < count; at++) {
    const site = int(E_ADDS, eventAt(at));
    if (site >= 0) setInt(EXPECTED_AT, site, 0);
  }
  return found;
}

function givesWhatLeft(count: i32): bool {
  let found = false;
  for (let at = 0; at < count; at++) {
    const doc = int(E_DISPATCHES, eventAt(at));
    if (doc >= 0) setInt(EXPECTED_OF, doc, 1);
  }
  for (let at = 0; at < count; at++) found = found || isShut(EXPECTED_OF, int(E_FOLLOWS, eventAt(at)));
  for (let at = 0; at < count; at++) {
    const doc = int(E_DISPATCHES, eventAt(at));
    if (doc >= 0) setInt(EXPECTED_OF, doc, 0);
  }
  return found;
}

/**
 * Nothing is taken before the day's additions to that shelf, nor given back before it was dispatched. Where additions
 * and takings form a circle, the first that waits for no document goes, else the first.
 */
export function runInSequence(count: i32): void {
  for (let at = 0; at < count; at++) {
    const event = eventAt(at);
    expectAt(EXPECTED_AT, int(E_ADDS, event), 1);
    expectAt(EXPECTED_OF, int(E_DISPATCHES, event), 1);
    store<u8>(column(DONE) + at, 0);
  }
  for (let left = count; left > 0; left--) {
    let held = -1;
    let first = -1;
    let chosen = -1;
    for (let at = 0; at < count && chosen < 0; at++) {
      if (load<u8>(column(DONE) + at) == 1) continue;
      if (first < 0) first = at;
      const event = eventAt(at);
      const follows = int(E_FOLLOWS, event);
      // A document that gives back from itself waits for nobody.
      if (isShut(EXPECTED_OF, follows) && follows != int(E_DISPATCHES, event)) continue;
      if (!isShut(EXPECTED_AT, int(E_TAKES, event))) chosen = at;
      else if (held < 0) held = at;
    }
    if (chosen < 0) chosen = held >= 0 ? held : first;
    store<u8>(column(DONE) + chosen, 1);
    const event = eventAt(chosen);
    apply(event);
    expectAt(EXPECTED_AT, int(E_ADDS, event), -1);
    expectAt(EXPECTED_OF, int(E_DISPATCHES, event), -1);
  }
}

// @ts-expect-error: decorator
@inline
function isShut(field: i32, key: i32): bool {
  return key >= 0 && int(field, key) > 0;
}

// @ts-expect-error: decorator
@inline
function expectAt(field: i32, key: i32, more: i32): void {
  if (key >= 0) setInt(field, key, int(field, key) + more);
}

function compare(a: i32, b: i32): i32 {
  const ranks = int(E_RANK, a) - int(E_RANK, b);
  if (ranks != 0) return ranks;
  const lotA = int(E_LOT, a);
  const lotB = int(E_LOT, b);
  const unnamed = <i32>(lotA < 0) - <i32>(lotB < 0);
  if (unnamed != 0) return unnamed;
  const docs = compareDocs(int(E_DOC, a), int(E_DOC, b));
  if (docs != 0) return docs;
  const lots = compareLots(lotA, lotB);
  if (lots != 0) return lots;
  const more = num(E_QTY, a) - num(E_QTY, b);
  if (more != 0) return more < 0 ? -1 : 1;
  return compareRest(int(E_ROW, a), int(E_ROW, b));
}

function compareDocs(a: i32, b: i32): i32 {
  if (a == b) return 0;
  if (a < 0 || b < 0) return <i32>(a >= 0) - <i32>(b >= 0);
  return compareTexts(column(DOC_NAMES), a, b);
}

/** Rows alike so far: of deliveries the damaged decides, which is a quantity too; then file and line. */
function compareRest(a: i32, b: i32): i32 {
  const one = a >= 0 ? a : -2 - a;
  const other = b >= 0 ? b : -2 - b;
  if (a < 0 && b < 0) {
    const more = num(D_DAMAGED, one) - num(D_DAMAGED, other);
    if (more != 0) return more < 0 ? -1 : 1;
  }
  return one - other;
}
