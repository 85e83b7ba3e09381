// A day's rows: plain ones are booked as they stand, the others become events. src/stock/postday.ts is the same in plain
// TypeScript.

import { ask, column, figure, flag, int, num, setInt } from './context';
import { arrive, countSent } from './effects';
import { addRow } from './events';
import { DISPOSAL, GAIN, LEFT_OUT, LOSS, NO_LOT, OPENING, RECEIPT, RETURN, REVERSAL } from './kinds';
import { remember } from './lines';
import {
  ADJUSTED, ASK_BALANCE, ASK_TURN, CLOSING, DAY, FIRST_DAY, GRID, IN, IN_PERIOD, ITEMS, LAST_DAY, LAST_ROW, LOTTED,
  NAMED, NEGATIVE_DAY, OUT, S_DAY, S_DOC, S_FROM, S_ITEM, S_KIND, S_QTY, S_REF, S_TO, SIGNS, TRACKED, TRANSIT,
} from '../../postinglayout';

// What a plain row needs of its balance, looked up once a day and whenever columns have moved: a row in a million costs
// as many loads as it has columns.
let grid: usize = 0;
let closing: usize = 0;
let lastDay: usize = 0;
let lastRow: usize = 0;
let items: i32 = 0;
let today: i32 = 0;
let inPeriod: bool = false;

function lookUp(): void {
  grid = column(GRID);
  closing = column(CLOSING);
  lastDay = column(LAST_DAY);
  lastRow = column(LAST_ROW);
  items = figure(ITEMS);
  today = figure(DAY);
  inPeriod = figure(IN_PERIOD) != 0;
}

/** An entry of an item without lots, in the order of the ledger. */
// @ts-expect-error: decorator
@inline
function enterPlain(site: i32, item: i32, qty: f64, into: i32, row: i32): void {
  let balance = load<i32>(grid + (<usize>(site * items + item) << 2));
  if (balance < 0) {
    balance = ask(ASK_BALANCE, site, item, NO_LOT);
    lookUp();
  }
  const day = lastDay + (<usize>balance << 2);
  if (load<i32>(day) != today) {
    turn(balance);
    store<i32>(day, today);
  }
  const amount = closing + (<usize>balance << 3);
  store<f64>(amount, load<f64>(amount) + qty);
  const last = lastRow + (<usize>balance << 2);
  const before = load<i32>(last);
  if (row > before || int(S_DAY, before) != today) store<i32>(last, row);
  if (inPeriod) {
    const figures = column(into) + (<usize>balance << 3);
    store<f64>(figures, load<f64>(figures) + (into == OUT ? -qty : qty));
  }
}

function turn(balance: i32): void {
  if (num(CLOSING, balance) < 0 && int(NEGATIVE_DAY, balance) < 0) ask(ASK_TURN, balance, 0, 0);
  if (int(FIRST_DAY, balance) == -1) setInt(FIRST_DAY, balance, today);
}

/** `order`: row numbers, 0 where rows are in order as they stand. Returns the first of the next day. */
export function postRows(order: usize, start: i32, count: i32): i32 {
  lookUp();
  const day = today;
  const days = column(S_DAY);
  const kinds = column(S_KIND);
  const itemOf = column(S_ITEM);
  const fromOf = column(S_FROM);
  const toOf = column(S_TO);
  const refOf = column(S_REF);
  const docOf = column(S_DOC);
  const qtyOf = column(S_QTY);
  const lotted = column(LOTTED);
  const tracked = column(TRACKED);
  const named = column(NAMED);
  const transit = figure(TRANSIT);
  let index = start;
  for (; index < count; index++) {
    const row = order == 0 ? index : load<i32>(order + (<usize>index << 2));
    const four = <usize>row << 2;
    if (load<i32>(days + four) != day) break;
    const kind = <i32>load<u8>(kinds + row);
    if (kind == LEFT_OUT) continue;
    const item = load<i32>(itemOf + four);
    const from = load<i32>(fromOf + four);
    if (
      load<u8>(lotted + item) == 1 ||
      kind == REVERSAL ||
      (from == transit && (kind == RETURN || kind == LOSS)) ||
      (kind == RETURN && flag(NAMED, load<i32>(refOf + four)))
    ) {
      addRow(row);
      continue;
    }
    const to = load<i32>(toOf + four);
    const qty = load<f64>(qtyOf + (<usize>row << 3));
    const keepsFrom = from >= 0 && load<u8>(tracked + from) == 1;
    const keepsTo = to >= 0 && load<u8>(tracked + to) == 1;
    let sign = 0;
    let onTheWay = false;
    if (kind == OPENING || kind == RECEIPT || kind == GAIN) {
      if (keepsTo) enterPlain(to, item, qty, kind == GAIN ? ADJUSTED : IN, row);
    } else if (kind == DISPOSAL || kind == LOSS) {
      if (keepsFrom) enterPlain(from, item, -qty, ADJUSTED, row);
    } else {
      if (keepsFrom) enterPlain(from, item, -qty, OUT, row);
      sign = countSent(kind, item, from, to, qty);
      onTheWay = flag(SIGNS, to);
      if (!onTheWay && keepsTo) enterPlain(to, item, qty, IN, row);
      if (sign != 0 && (!onTheWay || sign < 0)) arrive(item, <f64>sign * qty);
    }
    if (onTheWay || load<u8>(named + load<i32>(docOf + four)) == 1) remember(row, NO_LOT, qty, onTheWay, sign);
  }
  return index;
}
