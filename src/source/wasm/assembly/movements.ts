// Judges rows of movements: sound ones are written to the columns, the first that wants a closer look ends the loop.
// src/book/ledger/stockplain.ts is the same in plain TypeScript.

import {
  CACHE_SLOTS, FROM_ENDS, IN_BY, IN_CHECKED, IN_DAY, IN_DOC, IN_EXPIRY, IN_FAULT, IN_FROM, IN_ITEM, IN_KIND, IN_LOT,
  IN_MINUTE, IN_QTY, IN_RECORD, IN_REF, IN_SPEC, IN_SUFFIX, IN_TO, IN_UNIT, ITEM_SPECS, ITEM_UNITS, LOT_BY_NAME,
  LOT_EXPIRIES, LOT_EXPIRY_DAYS,  LOT_ITEMS, LOT_MODES, LOT_NAMES, OUT_DAY, OUT_DOC, OUT_FROM, OUT_ITEM, OUT_KIND, OUT_LOT, OUT_MINUTE, OUT_OFFSET,
  OUT_QTY, OUT_REF, OUT_TO, PACKS, PLACES, PLACE_NAMES, REFERRING, SERVICE, SERVING, SPECCED, TO_ENDS, TRANSIT,
} from '../judginglayout';
import { RECEIPT, REVERSAL } from './posting/kinds';

const LOTS_NONE: u8 = 0;
const LOTS_REQUIRED: u8 = 2;
const END_NONE: u8 = 0;
const CELL_EMPTY: i32 = -1;
const CELL_FAULT: i32 = -2;

// @ts-expect-error: decorator
@inline
function int(column: usize, row: i32): i32 {
  return load<i32>(column + (<usize>row << 2));
}

/** The place that a name means at this end; what nobody has looked up yet is a fault for now. */
// @ts-expect-error: decorator
@inline
function placeAt(places: usize, names: i32, end: u8, name: i32): i32 {
  if (name == CELL_EMPTY) return end == END_NONE ? CELL_EMPTY : CELL_FAULT;
  if (end == END_NONE || name >= names) return CELL_FAULT;
  return int(places, <i32>end * names + name);
}

// @ts-expect-error: decorator
@inline
function serves(service: usize, serving: i32, member: i32, day: i32): bool {
  if (member < 0 || member >= serving) return true;
  return day >= int(service, member << 1) && day <= int(service, (member << 1) + 1);
}

/** Rows in the columns, and rows that refer to another document, after rows were judged. */
export let judged: i32 = 0;
export let referring: i32 = 0;

/**
 * Writes rows from `first` on to the columns at `at`, up to the first that wants a closer look; returns that one.
 */
export function judgeStock(c: usize, first: i32, count: i32, at: i32): i32 {
  const days = load<usize>(c, <usize>IN_DAY << 2);
  const minutes = load<usize>(c, <usize>IN_MINUTE << 2);
  const docs = load<usize>(c, <usize>IN_DOC << 2);
  const kinds = load<usize>(c, <usize>IN_KIND << 2);
  const items = load<usize>(c, <usize>IN_ITEM << 2);
  const specs = load<usize>(c, <usize>IN_SPEC << 2);
  const lots = load<usize>(c, <usize>IN_LOT << 2);
  const expiries = load<usize>(c, <usize>IN_EXPIRY << 2);
  const quantities = load<usize>(c, <usize>IN_QTY << 2);
  const suffixes = load<usize>(c, <usize>IN_SUFFIX << 2);
  const units = load<usize>(c, <usize>IN_UNIT << 2);
  const froms = load<usize>(c, <usize>IN_FROM << 2);
  const tos = load<usize>(c, <usize>IN_TO << 2);
  const bys = load<usize>(c, <usize>IN_BY << 2);
  const checkers = load<usize>(c, <usize>IN_CHECKED << 2);
  const refs = load<usize>(c, <usize>IN_REF << 2);
  const faults = load<usize>(c, <usize>IN_FAULT << 2);
  const records = load<usize>(c, <usize>IN_RECORD << 2);
  const itemSpecs = load<usize>(c, <usize>ITEM_SPECS << 2);
  const itemUnits = load<usize>(c, <usize>ITEM_UNITS << 2);
  const lotModes = load<usize>(c, <usize>LOT_MODES << 2);
  const fromEnds = load<usize>(c, <usize>FROM_ENDS << 2);
  const toEnds = load<usize>(c, <usize>TO_ENDS << 2);
  const places = load<usize>(c, <usize>PLACES << 2);
  const placeNames = load<i32>(c, <usize>PLACE_NAMES << 2);
  const lotByName = load<usize>(c, <usize>LOT_BY_NAME << 2);
  const lotNames = load<i32>(c, <usize>LOT_NAMES << 2);
  const lotItems = load<usize>(c, <usize>LOT_ITEMS << 2);
  const lotExpiries = load<usize>(c, <usize>LOT_EXPIRIES << 2);
  const lotExpiryDays = load<usize>(c, <usize>LOT_EXPIRY_DAYS << 2);
  const service = load<usize>(c, <usize>SERVICE << 2);
  const serving = load<i32>(c, <usize>SERVING << 2);
  const packs = load<usize>(c, <usize>PACKS << 2);
  const transit = load<i32>(c, <usize>TRANSIT << 2);
  const specced = load<usize>(c, <usize>SPECCED << 2);
  const outReferring = load<usize>(c, <usize>REFERRING << 2);
  referring = 0;
  let row = first;
  for (; row < count; row++) {
    if (load<u8>(faults + row) != 0) break;
    const day = int(days, row);
    const doc = int(docs, row);
    const kind = int(kinds, row);
    const minute = int(minutes, row);
    if (day < 0 || doc < 0 || kind < 0 || minute <= CELL_FAULT || kind == REVERSAL) break;
    let item = int(items, row);
    const spec = int(specs, row);
    if (item < 0) {
      if (spec < 0) break;
      const entry = specced + (<usize>((item * 31 + spec) & (CACHE_SLOTS - 1)) << 4);
      if (load<i32>(entry) != item || load<i32>(entry, 4) != spec) break;
      item = load<i32>(entry, 8);
    } else if (spec >= 0 && int(itemSpecs, item) >= 0 && int(itemSpecs, item) != spec) break;

    let qty = load<f64>(quantities + (<usize>row << 3));
    if (!(qty > 0)) break;
    const suffix = int(suffixes, row);
    let unit = int(units, row);
    if (suffix != CELL_EMPTY) {
      if (unit != CELL_EMPTY && unit != suffix) break;
      unit = suffix;
    }
    if (unit >= 0 && int(itemUnits, item) != unit) {
      const entry = packs + (<usize>((item * 31 + unit) & (CACHE_SLOTS - 1)) << 4);
      if (load<i32>(entry) != item || load<i32>(entry, 4) != unit) break;
      qty *= load<f64>(entry, 8);
      if (qty > 9007199254740991.0) break;
    }

    let lot = -1;
    const lotName = int(lots, row);
    const mode = load<u8>(lotModes + item);
    if (mode == LOTS_NONE) {
      if (lotName != CELL_EMPTY) break;
    } else if (lotName == CELL_EMPTY) {
      if (mode == LOTS_REQUIRED || kind == RECEIPT) break;
    } else {
      if (lotName >= lotNames) break;
      lot = int(lotByName, lotName);
      if (lot < 0 || int(lotItems, lot) != item) break;
    }
    const expiry = int(expiries, row);
    if (expiry != CELL_EMPTY) {
      if (expiry <= CELL_FAULT) break;
      // What a lot was said to expire on before, on this day or an earlier one, says nothing new.
      if (lot >= 0 && (int(lotExpiries, lot) != expiry || day < int(lotExpiryDays, lot))) break;
    }

    const from = placeAt(places, placeNames, load<u8>(fromEnds + kind), int(froms, row));
    const to = placeAt(places, placeNames, load<u8>(toEnds + kind), int(tos, row));
    if (from <= CELL_FAULT || to <= CELL_FAULT || from == transit || (from == to && from >= 0)) break;

    const by = int(bys, row);
    const checkedBy = int(checkers, row);
    if (by <= CELL_FAULT || checkedBy <= CELL_FAULT || (by >= 0 && by == checkedBy)) break;
    if (!serves(service, serving, by, day) || !serves(service, serving, checkedBy, day)) break;

    const four = <usize>at << 2;
    store<u32>(load<usize>(c, <usize>OUT_OFFSET << 2) + four, <u32>load<f64>(records + (<usize>row << 3)));
    store<i32>(load<usize>(c, <usize>OUT_DAY << 2) + four, day);
    store<i32>(load<usize>(c, <usize>OUT_MINUTE << 2) + four, minute);
    store<i32>(load<usize>(c, <usize>OUT_DOC << 2) + four, doc);
    store<u8>(load<usize>(c, <usize>OUT_KIND << 2) + at, <u8>kind);
    store<i32>(load<usize>(c, <usize>OUT_ITEM << 2) + four, item);
    store<i32>(load<usize>(c, <usize>OUT_LOT << 2) + four, lot);
    store<f64>(load<usize>(c, <usize>OUT_QTY << 2) + (<usize>at << 3), qty);
    store<i32>(load<usize>(c, <usize>OUT_FROM << 2) + four, from);
    store<i32>(load<usize>(c, <usize>OUT_TO << 2) + four, to);
    const ref = int(refs, row);
    store<i32>(load<usize>(c, <usize>OUT_REF << 2) + four, ref);
    if (ref >= 0) {
      store<i32>(outReferring + (<usize>referring << 2), at);
      referring++;
    }
    at++;
  }
  judged = at;
  return row;
}
