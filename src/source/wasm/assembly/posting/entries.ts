// Entries in balances, and which lots stand on their shelves. src/stock/{posting,balances,shelves}.ts are the same in
// plain TypeScript.

import { compareTexts } from '../spellings';
import { add, ask, column, figure, flag, int, num, setInt } from './context';
import { NO_LOT, TO_IN, TO_OUT } from './kinds';
import {
  ADJUSTED, AFTER, ASK_BALANCE, ASK_HOLD, ASK_TURN, B_ITEM, B_LOT, B_SITE, BEFORE, CLOSING, DAY, EXPIRY, FIRST_DAY,
  GRID, IN, IN_PERIOD, IN_STOCK, ITEMS, LAST_DAY, LAST_ROW, LOT_NAME, LOT_NAMES, NEGATIVE_DAY, OUT, RECEIVED_DAY, S_DAY,
  SHELF_FIRST, SHELF_GRID, SHELF_LAST, SHELF_OF, SHELVED, SLOT_MASK, SLOTS,
} from '../../postinglayout';

/** The balance of a site, item and lot, −1 where nothing was posted to it yet. */
function find(site: i32, item: i32, lot: i32): i32 {
  if (lot == NO_LOT) return int(GRID, site * figure(ITEMS) + item);
  let hash: i32 = (site * 0x9e3779b1) ^ (item * 0x85ebca6b) ^ ((lot + 1) * 0xc2b2ae35);
  hash ^= <i32>(<u32>hash >> 15);
  const mask = figure(SLOT_MASK);
  let slot = hash & mask;
  let balance = int(SLOTS, slot);
  while (balance >= 0) {
    if (int(B_LOT, balance) == lot && int(B_SITE, balance) == site && int(B_ITEM, balance) == item) break;
    slot = (slot + 1) & mask;
    balance = int(SLOTS, slot);
  }
  return balance;
}

/** Adds to a balance (a negative amount takes from it); returns the balance. */
export function enter(site: i32, item: i32, lot: i32, qty: f64, to: i32, row: i32): i32 {
  let balance = find(site, item, lot);
  if (balance < 0) balance = ask(ASK_BALANCE, site, item, lot);
  const day = figure(DAY);
  if (int(LAST_DAY, balance) != day) {
    if (num(CLOSING, balance) < 0 && int(NEGATIVE_DAY, balance) < 0) ask(ASK_TURN, balance, 0, 0);
    setInt(LAST_DAY, balance, day);
    if (int(FIRST_DAY, balance) == -1) setInt(FIRST_DAY, balance, day);
  }
  add(CLOSING, balance, qty);
  if (row >= 0) {
    const before = int(LAST_ROW, balance);
    if (row > before || int(S_DAY, before) != day) setInt(LAST_ROW, balance, row);
  }
  if (figure(IN_PERIOD) != 0) {
    if (to == TO_IN) add(IN, balance, qty);
    else if (to == TO_OUT) add(OUT, balance, -qty);
    else add(ADJUSTED, balance, qty);
  }
  if (lot >= 0) {
    if (qty > 0 && int(RECEIVED_DAY, balance) == -1) setInt(RECEIVED_DAY, balance, day);
    shelve(site, item, balance);
  }
  return balance;
}

/** The first balance to be used of the lots in stock, −1 where there is none. */
export function firstInStock(site: i32, item: i32): i32 {
  const shelf = int(SHELF_GRID, site * figure(ITEMS) + item);
  return shelf < 0 ? -1 : int(SHELF_FIRST, shelf);
}

function shelve(site: i32, item: i32, balance: i32): void {
  if (balance >= figure(SHELVED) || int(SHELF_OF, balance) < 0) ask(ASK_HOLD, site, item, balance);
  const stocked = num(CLOSING, balance) > 0;
  if (stocked == flag(IN_STOCK, balance)) return;
  store<u8>(column(IN_STOCK) + balance, <u8>stocked);
  const shelf = int(SHELF_OF, balance);
  if (stocked) insert(shelf, balance);
  else remove(shelf, balance);
}

function insert(shelf: i32, balance: i32): void {
  let place = int(SHELF_LAST, shelf);
  if (place >= 0 && compare(int(SHELF_FIRST, shelf), balance) > 0) place = -1;
  while (place >= 0 && compare(place, balance) > 0) place = int(BEFORE, place);
  const next = place < 0 ? int(SHELF_FIRST, shelf) : int(AFTER, place);
  setInt(BEFORE, balance, place);
  setInt(AFTER, balance, next);
  if (place < 0) setInt(SHELF_FIRST, shelf, balance);
  else setInt(AFTER, place, balance);
  if (next < 0) setInt(SHELF_LAST, shelf, balance);
  else setInt(BEFORE, next, balance);
}

function remove(shelf: i32, balance: i32): void {
  const one = int(BEFORE, balance);
  const other = int(AFTER, balance);
  if (one < 0) setInt(SHELF_FIRST, shelf, other);
  else setInt(AFTER, one, other);
  if (other < 0) setInt(SHELF_LAST, shelf, one);
  else setInt(BEFORE, other, one);
}

function compare(a: i32, b: i32): i32 {
  const lotA = int(B_LOT, a);
  const lotB = int(B_LOT, b);
  const expiries = int(EXPIRY, lotA) - int(EXPIRY, lotB);
  if (expiries != 0) return expiries;
  const days = int(RECEIVED_DAY, a) - int(RECEIVED_DAY, b);
  return days != 0 ? days : compareLots(lotA, lotB);
}

/** Two lots by their names; no lot comes first. */
export function compareLots(a: i32, b: i32): i32 {
  if (a == b) return 0;
  if (a < 0 || b < 0) return a < 0 ? -1 : 1;
  return compareTexts(column(LOT_NAMES), int(LOT_NAME, a), int(LOT_NAME, b));
}
