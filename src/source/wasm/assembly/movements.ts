// Judges rows of movements: sound ones are written to the columns, the first that wants a closer look ends the loop.
// src/book/ledger/stockplain.ts is the same in plain TypeScript.

// The context: pointers and figures, four bytes each, as src/book/ledger/stockkernel.ts lays them out.
const IN_DAY: usize = 0;
const IN_MINUTE: usize = 4;
const IN_DOC: usize = 8;
const IN_KIND: usize = 12;
const IN_ITEM: usize = 16;
const IN_SPEC: usize = 20;
const IN_LOT: usize = 24;
const IN_EXPIRY: usize = 28;
const IN_QTY: usize = 32;
const IN_SUFFIX: usize = 36;
const IN_UNIT: usize = 40;
const IN_FROM: usize = 44;
const IN_TO: usize = 48;
const IN_BY: usize = 52;
const IN_CHECKED: usize = 56;
const IN_REF: usize = 60;
const IN_FAULT: usize = 64;
const IN_RECORD: usize = 68;
const OUT_OFFSET: usize = 72;
const OUT_DAY: usize = 76;
const OUT_MINUTE: usize = 80;
const OUT_DOC: usize = 84;
const OUT_KIND: usize = 88;
const OUT_ITEM: usize = 92;
const OUT_LOT: usize = 96;
const OUT_QTY: usize = 100;
const OUT_FROM: usize = 104;
const OUT_TO: usize = 108;
const OUT_REF: usize = 112;
/** Rows of the batch that refer to another document, as their numbers in the columns. */
const REFERRING: usize = 116;
const ITEM_SPECS: usize = 120;
const ITEM_UNITS: usize = 124;
const LOT_MODES: usize = 128;
const FROM_ENDS: usize = 132;
const TO_ENDS: usize = 136;
/** Places by kind of end and name: six runs of as many ints as there are names. */
const PLACES: usize = 140;
const PLACE_NAMES: usize = 144;
const LOT_BY_NAME: usize = 148;
const LOT_NAMES: usize = 152;
const LOT_ITEMS: usize = 156;
const SERVICE: usize = 160;
const SERVING: usize = 164;
/** Packs of an item and a unit, found by both: the key, then the number of base units. */
const PACKS: usize = 168;
const TRANSIT: usize = 172;
/** Items found by a word that several share and a specification: word, specification, item. */
const SPECCED: usize = 176;

/** Of packs and of what is found by specifications: the latest that fell on a slot stands there. */
const CACHE_SLOTS: i32 = 4096;
const LOTS_NONE: u8 = 0;
const LOTS_REQUIRED: u8 = 2;
const KIND_RECEIPT: i32 = 1;
const KIND_REVERSAL: i32 = 8;
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
  const days = load<usize>(c, IN_DAY);
  const minutes = load<usize>(c, IN_MINUTE);
  const docs = load<usize>(c, IN_DOC);
  const kinds = load<usize>(c, IN_KIND);
  const items = load<usize>(c, IN_ITEM);
  const specs = load<usize>(c, IN_SPEC);
  const lots = load<usize>(c, IN_LOT);
  const expiries = load<usize>(c, IN_EXPIRY);
  const quantities = load<usize>(c, IN_QTY);
  const suffixes = load<usize>(c, IN_SUFFIX);
  const units = load<usize>(c, IN_UNIT);
  const froms = load<usize>(c, IN_FROM);
  const tos = load<usize>(c, IN_TO);
  const bys = load<usize>(c, IN_BY);
  const checkers = load<usize>(c, IN_CHECKED);
  const refs = load<usize>(c, IN_REF);
  const faults = load<usize>(c, IN_FAULT);
  const records = load<usize>(c, IN_RECORD);
  const itemSpecs = load<usize>(c, ITEM_SPECS);
  const itemUnits = load<usize>(c, ITEM_UNITS);
  const lotModes = load<usize>(c, LOT_MODES);
  const fromEnds = load<usize>(c, FROM_ENDS);
  const toEnds = load<usize>(c, TO_ENDS);
  const places = load<usize>(c, PLACES);
  const placeNames = load<i32>(c, PLACE_NAMES);
  const lotByName = load<usize>(c, LOT_BY_NAME);
  const lotNames = load<i32>(c, LOT_NAMES);
  const lotItems = load<usize>(c, LOT_ITEMS);
  const service = load<usize>(c, SERVICE);
  const serving = load<i32>(c, SERVING);
  const packs = load<usize>(c, PACKS);
  const transit = load<i32>(c, TRANSIT);
  const specced = load<usize>(c, SPECCED);
  const outReferring = load<usize>(c, REFERRING);
  referring = 0;
  let row = first;
  for (; row < count; row++) {
    if (load<u8>(faults + row) != 0) break;
    const day = int(days, row);
    const doc = int(docs, row);
    const kind = int(kinds, row);
    const minute = int(minutes, row);
    if (day < 0 || doc < 0 || kind < 0 || minute <= CELL_FAULT || kind == KIND_REVERSAL) break;
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
      if (mode == LOTS_REQUIRED || kind == KIND_RECEIPT) break;
    } else {
      if (lotName >= lotNames) break;
      lot = int(lotByName, lotName);
      if (lot < 0 || int(lotItems, lot) != item) break;
    }
    const expiry = int(expiries, row);
    if (expiry != CELL_EMPTY && (expiry <= CELL_FAULT || lot >= 0)) break;

    const from = placeAt(places, placeNames, load<u8>(fromEnds + kind), int(froms, row));
    const to = placeAt(places, placeNames, load<u8>(toEnds + kind), int(tos, row));
    if (from <= CELL_FAULT || to <= CELL_FAULT || from == transit || (from == to && from >= 0)) break;

    const by = int(bys, row);
    const checkedBy = int(checkers, row);
    if (by <= CELL_FAULT || checkedBy <= CELL_FAULT || (by >= 0 && by == checkedBy)) break;
    if (!serves(service, serving, by, day) || !serves(service, serving, checkedBy, day)) break;

    const four = <usize>at << 2;
    store<u32>(load<usize>(c, OUT_OFFSET) + four, <u32>load<f64>(records + (<usize>row << 3)));
    store<i32>(load<usize>(c, OUT_DAY) + four, day);
    store<i32>(load<usize>(c, OUT_MINUTE) + four, minute);
    store<i32>(load<usize>(c, OUT_DOC) + four, doc);
    store<u8>(load<usize>(c, OUT_KIND) + at, <u8>kind);
    store<i32>(load<usize>(c, OUT_ITEM) + four, item);
    store<i32>(load<usize>(c, OUT_LOT) + four, lot);
    store<f64>(load<usize>(c, OUT_QTY) + (<usize>at << 3), qty);
    store<i32>(load<usize>(c, OUT_FROM) + four, from);
    store<i32>(load<usize>(c, OUT_TO) + four, to);
    const ref = int(refs, row);
    store<i32>(load<usize>(c, OUT_REF) + four, ref);
    if (ref >= 0) {
      store<i32>(outReferring + (<usize>referring << 2), at);
      referring++;
    }
    at++;
  }
  judged = at;
  return row;
}
