// The events of a day whose order matters, item by item. src/stock/{dayevents,daysequence,daytable}.ts are the same in
// plain TypeScript, and take over where an item has very many.

import { compareTexts } from '../spellings';
import { ask, column, figure, flag, int, num, setFigure, setInt, setNum } from './context';
import { applyRow } from './effects';
import { compareLots } from './entries';
import { GAIN, ISSUE, LOSS, NO_LOT, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from './kinds';
import {
  ASK_EVENT_ROOM, ASK_ITEM, ASK_SENT, D_DAMAGED, D_DAY, D_DOC, D_ITEM, D_LEFT_OUT, D_LOT, D_RECEIVED, D_SITE, DAY,
  DOC_NAMES, DONE, E_ADDS, E_DISPATCHES, E_DOC, E_FIRST, E_FOLLOWS, E_LAST, E_LOT, E_NEXT, E_QTY, E_RANK, E_ROW, E_TAKES,
  EVENT_ROOM, EVENTS, EXPECTED_AT, EXPECTED_OF, L_TO, LOGGED, LOTTED, MERGED, MET, MET_ITEMS, MOST_EVENTS, MOST_OUT_OF_ORDER, ORDER, S_DOC, S_FROM, S_ITEM, S_KIND, S_LOT,
  S_QTY, S_REF, S_TO, SIGNATURES, SIGNS, TRACKED, TRANSIT,
} from '../../postinglayout';
import { head, sign } from './lines';
import { lookForNegatives } from './log';

const ADDS: i32 = 0;
const DELIVERY: i32 = 1;
const BACK: i32 = 2;
const TAKES: i32 = 3;
const LAST: i32 = 4;

/** Groups up to here are sorted by insertion: they mostly stand in order already. */
const SMALL: i32 = 16;

function addEvent(
  item: i32,
  row: i32,
  rank: i32,
  doc: i32,
  lot: i32,
  qty: f64,
  takes: i32,
  adds: i32,
  dispatches: i32,
  follows: i32,
): void {
  const event = figure(EVENTS);
  if (event == figure(EVENT_ROOM)) ask(ASK_EVENT_ROOM, 0, 0, 0);
  setFigure(EVENTS, event + 1);
  setInt(E_ROW, event, row);
  setInt(E_RANK, event, rank);
  setInt(E_DOC, event, doc);
  setInt(E_LOT, event, lot);
  setNum(E_QTY, event, qty);
  setInt(E_TAKES, event, takes);
  setInt(E_ADDS, event, adds);
  setInt(E_DISPATCHES, event, dispatches);
  setInt(E_FOLLOWS, event, follows);
  setInt(E_NEXT, event, -1);
  if (int(E_FIRST, item) == -1) {
    setInt(E_FIRST, item, event);
    const met = figure(MET);
    setInt(MET_ITEMS, met, item);
    setFigure(MET, met + 1);
  } else setInt(E_NEXT, int(E_LAST, item), event);
  setInt(E_LAST, item, event);
}

export function addRow(row: i32): void {
  const kind = <i32>load<u8>(column(S_KIND) + row);
  const from = int(S_FROM, row);
  const to = int(S_TO, row);
  const doc = int(S_DOC, row);
  const fromTransit = from == figure(TRANSIT);
  const dispatch = kind == ISSUE || kind == TRANSFER || kind == RETURN;
  const keepsFrom = flag(TRACKED, from) ? from : -1;
  const arrives = flag(TRACKED, to) && (fromTransit || !dispatch || !flag(SIGNS, to)) ? to : -1;
  const follows = kind == RETURN || (kind == LOSS && fromTransit) ? int(S_REF, row) : -1;
  let rank = TAKES;
  if (kind == OPENING || kind == RECEIPT || kind == GAIN) rank = ADDS;
  else if (kind == REVERSAL) rank = LAST;
  else if (fromTransit || (kind == RETURN && keepsFrom < 0)) rank = follows >= 0 ? BACK : ADDS;
  addEvent(int(S_ITEM, row), row, rank, doc, int(S_LOT, row), num(S_QTY, row), keepsFrom, arrives, doc, follows);
}

/**
 * A day's signatures, as postRows has its rows. Of items without lots only those wait that meet another one of their
 * document that day.
 */
export function addDeliveries(rows: usize, start: i32, count: i32): i32 {
  const day = figure(DAY);
  let end = start;
  for (; end < count; end++) {
    const index = signature(rows, end);
    if (int(D_DAY, index) != day) break;
    const line = lineOfPlain(index);
    if (line >= 0) setInt(SIGNATURES, line, int(SIGNATURES, line) + 1);
  }
  for (let at = start; at < end; at++) {
    const index = signature(rows, at);
    if (int(D_LEFT_OUT, index) != 0) continue;
    const line = lineOfPlain(index);
    if (line < 0 || int(SIGNATURES, line) > 1) addDelivery(index);
    else sign(index);
  }
  for (let at = start; at < end; at++) {
    const line = lineOfPlain(signature(rows, at));
    if (line >= 0) setInt(SIGNATURES, line, 0);
  }
  return end;
}

// @ts-expect-error: decorator
@inline
function signature(rows: usize, at: i32): i32 {
  return rows == 0 ? at : load<i32>(rows + (<usize>at << 2));
}

/** The first line of what an ordinary signature for an item without lots is for, −1 for any other. */
function lineOfPlain(index: i32): i32 {
  const item = int(D_ITEM, index);
  if (int(D_LEFT_OUT, index) != 0 || flag(LOTTED, item)) return -1;
  return num(D_RECEIVED, index) < 0 || num(D_DAMAGED, index) < 0 ? -1 : head(int(D_DOC, index), item);
}

function addDelivery(index: i32): void {
  const item = int(D_ITEM, index);
  const doc = int(D_DOC, index);
  const received = num(D_RECEIVED, index);
  const takesBack = received < 0 || num(D_DAMAGED, index) < 0;
  const site = receiver(index, doc, item);
  const rank = takesBack ? TAKES : DELIVERY;
  const lot = int(D_LOT, index);
  addEvent(item, -2 - index, rank, doc, lot, received, takesBack ? site : -1, takesBack ? -1 : site, -1, doc);
}

/** The tracked site that a delivery row fills, −1 where it names none and none is known yet. */
function receiver(index: i32, doc: i32, item: i32): i32 {
  let site = int(D_SITE, index);
  if (site < 0) {
    const line = head(doc, item);
    if (line < 0) return ask(ASK_SENT, doc, item, 0);
    site = int(L_TO, line);
  }
  return flag(TRACKED, site) ? site : -1;
}

/** Runs the day's events and forgets them. */
export function runEvents(): void {
  const met = figure(MET);
  for (let at = 0; at < met; at++) runItem(int(MET_ITEMS, at));
  for (let at = 0; at < met; at++) setInt(E_FIRST, int(MET_ITEMS, at), -1);
  setFigure(MET, 0);
  setFigure(EVENTS, 0);
}

// @ts-expect-error: decorator
@inline
function eventAt(at: i32): i32 {
  return int(ORDER, at);
}

function runItem(item: i32): void {
  let count = 0;
  for (let event = int(E_FIRST, item); event >= 0; event = int(E_NEXT, event)) {
    if (count == MOST_EVENTS) {
      ask(ASK_ITEM, item, 0, 0);
      return;
    }
    setInt(ORDER, count, event);
    count++;
  }
  sort(count);
  setFigure(LOGGED, 0);
  let booked = count;
  while (booked > 0 && int(E_RANK, eventAt(booked - 1)) == LAST) booked--;
  if (booked < 2 || isInOrder(booked)) for (let at = 0; at < booked; at++) apply(eventAt(at));
  else if (booked > MOST_OUT_OF_ORDER) {
    ask(ASK_ITEM, item, 0, 0);
    return;
  } else runInSequence(booked);
  for (let at = booked; at < count; at++) apply(eventAt(at));
  lookForNegatives(item);
}

function apply(event: i32): void {
  const row = int(E_ROW, event);
  if (row >= 0) applyRow(row);
  else sign(-2 - row);
}

/** Sorts the item's events: runs of a few by insertion, then merged. */
function sort(count: i32): void {
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
function isInOrder(count: i32): bool {
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
function runInSequence(count: i32): void {
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
