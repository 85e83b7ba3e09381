// Document lines: found, made, added to, signed for. src/stock/{doclines,effects,deliver}.ts are the same in plain
// TypeScript.

import { add, ask, column, figure, flag, int, num, setFigure, setInt } from './context';
import { enter } from './entries';
import { log } from './log';
import { NO_LOT, TO_IN } from './kinds';
import {
  ARRIVED, ASK_EVENT, ASK_HEAD, ASK_LINE, CATEGORY_OF, D_DAMAGED, D_DOC, D_ITEM, D_LOT, D_RECEIVED, D_SITE, DAMAGED,
  DAMAGED_ROW, DAY, DISPATCHED, FIRST_OF, ITEM_COUNT, L_DAY, L_FROM, L_HEADLINE, L_ITEM, L_KIND, L_LOT, L_MINUTE, L_ROW,
  L_DOC, L_REF, L_TARGET, L_TO, L_TRANSIT, LINE_COUNT, LINE_ROOM, LINES, LOST, NAMED, NEXT, NEXT_ITEM, OVER_ROW, RECEIVED, RETURNED, S_DAY, S_DOC,
  S_FROM, S_ITEM, S_KIND, S_LOT, S_MINUTE, S_QTY, S_REF, S_TO, SAY_UNMATCHED, SIGNED_DAY, SIGNED_ROW, TAILS, TRACKED,
} from '../../postinglayout';

/** With more items in a document, or more lines of an item, the engine looks them up. */
const MANY: i32 = 16;

/** The first line of a document and item, −1 where it has none. */
export function head(doc: i32, item: i32): i32 {
  let line = int(FIRST_OF, doc);
  if (line < 0) return -1;
  if (int(ITEM_COUNT, line) > MANY) return ask(ASK_HEAD, doc, item, 0);
  while (line >= 0 && int(L_ITEM, line) != item) line = int(NEXT_ITEM, line);
  return line;
}

/** The line that a row adds to, a new one where there is none. */
function lineOf(row: i32, lot: i32, transit: bool, headline: i32): i32 {
  const doc = int(S_DOC, row);
  const item = int(S_ITEM, row);
  const first = head(doc, item);
  const begins = first < 0 ? int(FIRST_OF, doc) : -1;
  const many = first >= 0 ? int(LINE_COUNT, first) >= MANY : begins >= 0 && int(ITEM_COUNT, begins) >= MANY;
  if (many) return ask(ASK_LINE, row, lot, (headline + 1) * 2 + <i32>transit);
  let line = first;
  const from = int(S_FROM, row);
  const to = int(S_TO, row);
  const kind = <i32>load<u8>(column(S_KIND) + row);
  for (; line >= 0; line = int(NEXT, line)) {
    if (int(L_LOT, line) != lot || int(L_FROM, line) != from || int(L_TO, line) != to) continue;
    if (<i32>load<u8>(column(L_KIND) + line) == kind && int(L_TARGET, line) == -1) return line;
  }
  line = figure(LINES);
  if (line == figure(LINE_ROOM)) return ask(ASK_LINE, row, lot, (headline + 1) * 2 + <i32>transit);
  setFigure(LINES, line + 1);
  setInt(L_DOC, line, doc);
  setInt(L_ITEM, line, item);
  setInt(L_LOT, line, lot);
  setInt(L_FROM, line, from);
  setInt(L_TO, line, to);
  store<u8>(column(L_KIND) + line, <u8>kind);
  setInt(L_DAY, line, int(S_DAY, row));
  setInt(L_MINUTE, line, int(S_MINUTE, row));
  setInt(L_ROW, line, row);
  setInt(L_REF, line, int(S_REF, row));
  store<u8>(column(L_TRANSIT) + line, <u8>transit);
  setInt(L_HEADLINE, line, headline);
  setInt(L_TARGET, line, -1);
  setInt(SIGNED_ROW, line, -1);
  setInt(SIGNED_DAY, line, -1);
  setInt(DAMAGED_ROW, line, -1);
  setInt(OVER_ROW, line, -1);
  setInt(NEXT, line, -1);
  setInt(NEXT_ITEM, line, -1);
  setInt(TAILS, line, -1);
  if (first >= 0) {
    setInt(NEXT, int(TAILS, first), line);
    setInt(TAILS, first, line);
    setInt(LINE_COUNT, first, int(LINE_COUNT, first) + 1);
    return line;
  }
  setInt(TAILS, line, line);
  setInt(LINE_COUNT, line, 1);
  if (begins < 0) {
    setInt(FIRST_OF, doc, line);
    setInt(ITEM_COUNT, line, 1);
    return line;
  }
  setInt(ITEM_COUNT, begins, int(ITEM_COUNT, begins) + 1);
  // The order of items means nothing: the new one stands second.
  setInt(NEXT_ITEM, line, int(NEXT_ITEM, begins));
  setInt(NEXT_ITEM, begins, line);
  return line;
}

/** Keeps what a document moved as a line, for what will refer to it. */
export function remember(row: i32, lot: i32, qty: f64, transit: bool, headline: i32): void {
  if (!transit && !flag(NAMED, int(S_DOC, row))) return;
  const line = lineOf(row, lot, transit, headline);
  add(DISPATCHED, line, qty);
  if (int(S_DAY, row) != int(L_DAY, line)) return;
  if (stands(row, int(L_ROW, line))) setInt(L_ROW, line, row);
  const minute = int(S_MINUTE, row);
  if (minute < int(L_MINUTE, line)) setInt(L_MINUTE, line, minute);
}

/** Does a row of a document come before another of the same day and item? */
function stands(row: i32, other: i32): bool {
  if (row == other || other < 0) return false;
  const unnamed = <i32>(int(S_LOT, row) == NO_LOT) - <i32>(int(S_LOT, other) == NO_LOT);
  if (unnamed != 0) return unnamed < 0;
  const more = num(S_QTY, row) - num(S_QTY, other);
  return more != 0 ? more < 0 : row < other;
}

function inTransit(line: i32): f64 {
  return num(DISPATCHED, line) - num(RECEIVED, line) - num(DAMAGED, line) - num(RETURNED, line) - num(LOST, line);
}

/** Is a line what a signature may be for? */
// @ts-expect-error: decorator
@inline
function isFor(line: i32, lot: i32, site: i32): bool {
  return flag(L_TRANSIT, line) && (lot == NO_LOT || int(L_LOT, line) == lot) && (site < 0 || int(L_TO, line) == site);
}

/**
 * A delivery row: fills the lines it is for in the order in which they were taken. Corrections, and one lot of very many, are the
 * engine's.
 */
export function sign(index: i32): void {
  const received = num(D_RECEIVED, index);
  const damaged = num(D_DAMAGED, index);
  if (received < 0 || damaged < 0) {
    ask(ASK_EVENT, -2 - index, 0, 0);
    return;
  }
  const lot = int(D_LOT, index);
  const site = int(D_SITE, index);
  const day = figure(DAY);
  const first = head(int(D_DOC, index), int(D_ITEM, index));
  if (lot != NO_LOT && first >= 0 && int(LINE_COUNT, first) > MANY) {
    ask(ASK_EVENT, -2 - index, 0, 0);
    return;
  }
  let last = -1;
  for (let line = first; line >= 0; line = int(NEXT, line)) {
    if (!isFor(line, lot, site)) continue;
    last = line;
    setInt(SIGNED_ROW, line, index);
    setInt(SIGNED_DAY, line, day);
    if (inTransit(line) >= 0) setInt(OVER_ROW, line, -1);
  }
  if (last < 0) {
    ask(SAY_UNMATCHED, index, 0, 0);
    return;
  }
  spread(first, last, lot, site, received, index, false);
  spread(first, last, lot, site, damaged, index, true);
  for (let line = first; line >= 0; line = int(NEXT, line)) {
    if (isFor(line, lot, site) && inTransit(line) < 0 && int(OVER_ROW, line) == -1) setInt(OVER_ROW, line, index);
  }
}

/** Spreads an amount over the lines it may be for, what is too much on the last. */
function spread(first: i32, last: i32, lot: i32, site: i32, qty: f64, index: i32, broken: bool): void {
  let left = qty;
  for (let line = first; left > 0 && line >= 0; line = int(NEXT, line)) {
    if (!isFor(line, lot, site)) continue;
    const part = min(left, max(0, inTransit(line)));
    if (part <= 0) continue;
    if (broken) damage(line, part, index);
    else receive(line, part, index);
    left -= part;
  }
  if (left <= 0) return;
  if (broken) damage(last, left, index);
  else receive(last, left, index);
}

function receive(line: i32, qty: f64, index: i32): void {
  const item = int(L_ITEM, line);
  const to = int(L_TO, line);
  add(RECEIVED, line, qty);
  if (flag(TRACKED, to)) {
    const row = -2 - index;
    log(enter(to, item, int(L_LOT, line), qty, TO_IN, row), item, qty, row);
  }
  if (int(L_HEADLINE, line) > 0) add(ARRIVED, int(CATEGORY_OF, item), qty);
}

function damage(line: i32, qty: f64, index: i32): void {
  add(DAMAGED, line, qty);
  setInt(DAMAGED_ROW, line, index);
}
