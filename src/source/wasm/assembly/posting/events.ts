// The events of a day whose order matters: collected as they are met, run item by item. src/stock/dayevents.ts and
// daytable.ts are the same in plain TypeScript, and take over where an item has very many.

import {
  ASK_EVENT_ROOM, ASK_ITEM, ASK_SENT, DAY, D_DAMAGED, D_DAY, D_DOC, D_ITEM, D_LEFT_OUT, D_LOT, D_RECEIVED, D_SITE,
  EVENTS, EVENT_ROOM, E_ADDS, E_DISPATCHES, E_DOC, E_FIRST, E_FOLLOWS, E_LAST, E_LOT, E_NEXT, E_QTY, E_RANK, E_ROW,
  E_TAKES, LOGGED, LOTTED, L_TO, MET, MET_ITEMS, MOST_EVENTS, MOST_OUT_OF_ORDER, ORDER, SIGNATURES, SIGNS, S_DOC,
  S_FROM, S_ITEM, S_KIND, S_LOT, S_QTY, S_REF, S_TO, TRACKED, TRANSIT,
} from '../../postinglayout';
import { ask, column, figure, flag, int, num, setFigure, setInt, setNum } from './context';
import { apply, eventAt, isInOrder, runInSequence, sort } from './dayorder';
import { GAIN, ISSUE, LOSS, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from './kinds';
import { head, sign } from './lines';
import { lookForNegatives } from './log';

const ADDS: i32 = 0;
const DELIVERY: i32 = 1;
const BACK: i32 = 2;
const TAKES: i32 = 3;
const LAST: i32 = 4;


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
