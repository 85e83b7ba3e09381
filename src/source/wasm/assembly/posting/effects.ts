// What one row does to balances, lots, transit and the headline. src/stock/effects.ts is the same in plain TypeScript,
// and does what is out of the ordinary.

import { add, ask, column, figure, flag, int, num } from './context';
import { enter, firstInStock } from './entries';
import {
  DISPOSAL, GAIN, ISSUE, LOSS, NO_EXPIRY, NO_LOT, RETURN, REVERSAL, TO_ADJUSTED, TO_IN, TO_OUT, TRANSFER,
} from './kinds';
import {
  AFTER, ARRIVED, ASK_EVENT, AVERAGED, B_LOT, CATEGORY_OF, CLOSING, DAY, DELIVERED, DELIVERED_TODAY, DEPOT, EXPIRY,
  IN_PERIOD, ISSUED, LOTTED, RECIPIENT, S_FROM, S_ITEM, S_KIND, S_LOT, S_QTY, S_REF, S_TO, SAY_EXPIRED, SAY_FEFO, SIGNS,
  SITES, TRACKED, TRANSIT,
} from '../../postinglayout';
import { remember } from './lines';
import { log } from './log';

/** +1 for what is delivered from a depot, −1 for what comes back to one, 0 for anything else. */
export function headlineSign(kind: i32, from: i32, to: i32): i32 {
  const fromDepot = flag(DEPOT, from);
  const toDepot = flag(DEPOT, to);
  const sites = figure(SITES);
  if (kind != RETURN) {
    const delivered = to >= 0 && to < sites ? !toDepot : flag(RECIPIENT, to);
    return fromDepot && delivered ? 1 : 0;
  }
  return !fromDepot && toDepot && from >= 0 && from < sites ? -1 : 0;
}

/** What a dispatch or a return counts for, whatever it consists of; gives its headline sign. */
// @ts-expect-error: decorator
@inline
export function countSent(kind: i32, item: i32, from: i32, to: i32, qty: f64): i32 {
  const sign = headlineSign(kind, from, to);
  if (sign != 0) {
    const category = int(CATEGORY_OF, item);
    const amount = <f64>sign * qty;
    add(DELIVERED, category, amount);
    if (figure(IN_PERIOD) != 0) add(DELIVERED_TODAY, category, amount);
  }
  if (figure(AVERAGED) != 0) {
    if (kind == ISSUE) add(ISSUED, item, qty);
    else if (kind == RETURN) add(ISSUED, item, -qty);
  }
  return sign;
}

// @ts-expect-error: decorator
@inline
export function arrive(item: i32, qty: f64): void {
  add(ARRIVED, int(CATEGORY_OF, item), qty);
}

export function applyRow(row: i32): void {
  const kind = <i32>load<u8>(column(S_KIND) + row);
  const from = int(S_FROM, row);
  const ref = int(S_REF, row);
  const transit = from == figure(TRANSIT);
  const odd =
    kind == REVERSAL ||
    (transit && (kind == DISPOSAL || kind == LOSS || kind == ISSUE || kind == TRANSFER || kind == RETURN)) ||
    (kind == RETURN && ref >= 0) ||
    (kind == LOSS && ref >= 0);
  if (odd) {
    ask(ASK_EVENT, row, 0, 0);
    return;
  }
  const item = int(S_ITEM, row);
  const lot = int(S_LOT, row);
  const qty = num(S_QTY, row);
  const to = int(S_TO, row);
  if (kind == DISPOSAL || kind == LOSS || kind == ISSUE || kind == TRANSFER || kind == RETURN) {
    take(row, kind, item, lot, qty, from, to);
    return;
  }
  if (flag(TRACKED, to)) log(enter(to, item, lot, qty, kind == GAIN ? TO_ADJUSTED : TO_IN, row), item, qty, row);
  remember(row, lot, qty, false, 0);
}

/** Takes an amount from where it stands, the lot named or first expired first out, and sends it on its way. */
function take(row: i32, kind: i32, item: i32, lot: i32, qty: f64, from: i32, to: i32): void {
  const sends = kind != DISPOSAL && kind != LOSS;
  const sign = sends ? countSent(kind, item, from, to, qty) : 0;
  if (lot != NO_LOT) noticeLot(row, item, lot, from, kind);
  if (lot != NO_LOT || !flag(LOTTED, item) || !flag(TRACKED, from)) {
    piece(row, kind, item, lot, qty, from, to, sign);
    return;
  }
  const day = figure(DAY);
  let wanted = qty;
  let balance = firstInStock(from, item);
  while (balance >= 0 && wanted > 0) {
    // Where it is used up it leaves the shelf: who comes after is asked first.
    const next = int(AFTER, balance);
    const oldest = int(B_LOT, balance);
    if (int(EXPIRY, oldest) >= day) {
      const part = min(wanted, num(CLOSING, balance));
      piece(row, kind, item, oldest, part, from, to, sign);
      wanted -= part;
    }
    balance = next;
  }
  if (wanted > 0) piece(row, kind, item, NO_LOT, wanted, from, to, sign);
}

function piece(row: i32, kind: i32, item: i32, lot: i32, qty: f64, from: i32, to: i32, sign: i32): void {
  const sends = kind != DISPOSAL && kind != LOSS;
  if (flag(TRACKED, from)) log(enter(from, item, lot, -qty, sends ? TO_OUT : TO_ADJUSTED, row), item, -qty, row);
  if (!sends) {
    remember(row, lot, qty, false, 0);
    return;
  }
  const transit = flag(SIGNS, to);
  if (!transit && flag(TRACKED, to)) log(enter(to, item, lot, qty, TO_IN, row), item, qty, row);
  // What comes back has left where it had arrived, whether or not the depot has signed for it yet.
  if (sign != 0 && (!transit || sign < 0)) arrive(item, <f64>sign * qty);
  remember(row, lot, qty, transit, sign);
}

function noticeLot(row: i32, item: i32, lot: i32, from: i32, kind: i32): void {
  const day = figure(DAY);
  const expiry = int(EXPIRY, lot);
  if (kind == ISSUE && expiry < day) ask(SAY_EXPIRED, row, lot, 0);
  if ((kind != ISSUE && kind != TRANSFER) || !flag(TRACKED, from)) return;
  for (let balance = firstInStock(from, item); balance >= 0; balance = int(AFTER, balance)) {
    const other = int(B_LOT, balance);
    const date = int(EXPIRY, other);
    if (date < day) continue;
    if (other != lot && date < expiry && date != NO_EXPIRY) ask(SAY_FEFO, row, lot, other);
    return;
  }
}
