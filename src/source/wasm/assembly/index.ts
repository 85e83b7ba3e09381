// The inner loops of the reader in WebAssembly: splitting records sixteen bytes at a time, and numbering spellings.
// Compiled by scripts/wasm.mjs; src/source/csv/scan.ts and src/source/intern.ts are the same in plain TypeScript.

const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const QUOTE: u8 = 0x22;
const COMMA: u8 = 0x2c;

/** Memory that is never given back: buffers that grow leave their old selves behind. */
export function allocate(size: i32): usize {
  return heap.alloc(size);
}

/** How large memory is, in pages of 64 KB: it may have grown since somebody looked at it. */
export function pages(): i32 {
  return memory.size();
}

/** Rows in the batch after a scan. */
export let rows: i32 = 0;

function isBlank(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte > 0x20 && byte != COMMA) return false;
  }
  return true;
}

/**
 * Adds plain records from `from` to the batch until it is full, the window ends or a record is odd; returns where it
 * stopped. `starts` and `ends` are columns of `stride` ints; `records` takes the place of each record.
 */
export function scan(
  from: usize,
  end: usize,
  first: i32,
  most: i32,
  cells: i32,
  stride: i32,
  starts: usize,
  ends: usize,
  records: usize,
): usize {
  const commas = i8x16.splat(COMMA);
  const newlines = i8x16.splat(LF);
  const quotes = i8x16.splat(QUOTE);
  const last = cells - 1;
  const step: usize = <usize>stride << 2;
  let row = first;
  let record = from;
  let block = from;
  let mask: i32 = 0;
  let loaded = false;
  while (record < end && row < most) {
    const mark = load<u8>(record);
    if (mark == 0x3c || mark == 0x3d || mark == 0x3e || mark == 0x7c) break;
    let cell = 0;
    let at: usize = <usize>row << 2;
    let start = record;
    let ink = false;
    let odd = false;
    let stop: usize = 0;
    for (;;) {
      while (mask == 0) {
        if (loaded) block += 16;
        loaded = true;
        const bytes = v128.load(block);
        mask = i8x16.bitmask(
          v128.or(v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, newlines)), i8x16.eq(bytes, quotes)),
        );
      }
      let place = block + ctz(mask);
      mask &= mask - 1;
      let byte = load<u8>(place);
      let s = start;
      let e = place;
      if (byte == QUOTE) {
        if (place != start) {
          odd = true;
          break;
        }
        s = place + 1;
        // On to the closing quote; commas inside are text.
        for (;;) {
          while (mask == 0) {
            block += 16;
            const bytes = v128.load(block);
            mask = i8x16.bitmask(
              v128.or(v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, newlines)), i8x16.eq(bytes, quotes)),
            );
          }
          place = block + ctz(mask);
          mask &= mask - 1;
          byte = load<u8>(place);
          if (byte != COMMA) break;
        }
        if (byte == LF) {
          odd = true;
          break;
        }
        e = place;
        const after = load<u8>(place + 1);
        const next = after == CR && load<u8>(place + 2) == LF ? place + 2 : place + 1;
        byte = load<u8>(next);
        if (byte != COMMA && byte != LF) {
          odd = true;
          break;
        }
        // The separator is the next one marked.
        while (mask == 0) {
          block += 16;
          const bytes = v128.load(block);
          mask = i8x16.bitmask(
            v128.or(v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, newlines)), i8x16.eq(bytes, quotes)),
          );
        }
        mask &= mask - 1;
        place = next;
        ink = true;
      } else {
        if (byte == LF && e > s && load<u8>(e - 1) == CR) e--;
        if (!ink && e > s && load<u8>(s) > 0x20) ink = true;
      }
      store<i32>(starts + at, <i32>s);
      store<i32>(ends + at, <i32>e);
      start = place + 1;
      if (byte == LF) {
        stop = place;
        break;
      }
      if (cell == last) {
        odd = true;
        break;
      }
      cell++;
      at += step;
    }
    if (odd) break;
    if (!ink && isBlank(record, stop)) {
      record = stop + 1;
      continue;
    }
    if (cell != last) break;
    store<i32>(records + (<usize>row << 2), <i32>record);
    row++;
    record = stop + 1;
  }
  rows = row;
  return record;
}

// A table of spellings: the fields of one, four bytes each. Texts lie one behind the other in an arena; short ones are
// found by a key that holds them whole, the others by a hash and a look at the text.
const SIZE: usize = 0;
const MASK: usize = 4;
const SLOTS: usize = 8;
const HASHES: usize = 12;
const STARTS: usize = 16;
const ROOM: usize = 20;
const ARENA: usize = 24;
const ARENA_SIZE: usize = 28;
const LONG_SIZE: usize = 32;
const SHORT_SIZE: usize = 36;
const SHORT_MASK: usize = 40;
const SHORT: usize = 44;
const SEED: usize = 48;
const FIELDS: usize = 52;

/** Texts up to here are their own key, with their length and one above them: no key is 0, which is an empty slot. */
const SHORT_LENGTH: i32 = 7;
/** A slot of short texts: the key, then the number. */
const SHORT_SLOT: usize = 16;

export function createTable(seed: i32): usize {
  const table = heap.alloc(FIELDS);
  memory.fill(table, 0, FIELDS);
  store<i32>(table, 255, MASK);
  const slots = heap.alloc(256 << 2);
  memory.fill(slots, 0xff, 256 << 2);
  store<usize>(table, slots, SLOTS);
  store<usize>(table, heap.alloc(128 << 2), HASHES);
  const starts = heap.alloc(129 << 2);
  store<i32>(starts, 0);
  store<usize>(table, starts, STARTS);
  store<i32>(table, 128, ROOM);
  store<usize>(table, heap.alloc(2048), ARENA);
  store<i32>(table, 2048, ARENA_SIZE);
  const short = heap.alloc(256 * SHORT_SLOT);
  memory.fill(short, 0, 256 * SHORT_SLOT);
  store<i32>(table, 255, SHORT_MASK);
  store<usize>(table, short, SHORT);
  store<i32>(table, seed, SEED);
  return table;
}

// @ts-expect-error: decorator
@inline
function tail(length: i32): u32 {
  return length == 0 ? 0 : 0xffffffff >> (<u32>(4 - length) << 3);
}

/** See hashCell in src/source/intern.ts; only for texts of four bytes and more. */
// @ts-expect-error: decorator
@inline
function hashOf(start: usize, length: i32, seed: i32): i32 {
  let hash: i32 = (length * 0x27d4eb2f) ^ seed;
  const last = start + length - 4;
  let at = start;
  for (; at + 4 <= last; at += 4) {
    hash = (hash ^ load<i32>(at)) * <i32>0x9e3779b1;
    hash ^= hash >>> 15;
  }
  hash = (hash ^ <i32>(load<u32>(at) & tail(<i32>(last - at)))) * <i32>0x85ebca6b;
  hash ^= hash >>> 13;
  const digits = load<i32>(last);
  hash = (hash ^ (digits & <i32>0xf0f0f0f0)) * <i32>0x9e3779b1;
  hash ^= hash >>> 15;
  const low = digits & 0x0f0f0f0f;
  return hash + (((low & 0xf) << 12) | (((low >> 8) & 0xf) << 8) | (((low >> 16) & 0xf) << 4) | (low >> 24));
}

// @ts-expect-error: decorator
@inline
function same(a: usize, b: usize, length: i32): bool {
  if (length < 4) return ((load<u32>(a) ^ load<u32>(b)) & tail(length)) == 0;
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (load<u32>(a + i) != load<u32>(b + i)) return false;
  return load<u32>(a + last) == load<u32>(b + last);
}

/** Puts every longer text in its place among twice as many, or as many more as are said to come. */
function rehash(table: usize, least: i32): void {
  let capacity = (load<i32>(table, MASK) + 1) << 1;
  while (capacity < least) capacity <<= 1;
  const slots = heap.alloc(<usize>capacity << 2);
  memory.fill(slots, 0xff, <usize>capacity << 2);
  const mask = capacity - 1;
  const size = load<i32>(table, SIZE);
  const hashes = load<usize>(table, HASHES);
  const starts = load<usize>(table, STARTS);
  for (let id = 0; id < size; id++) {
    const at = starts + (<usize>id << 2);
    if (load<i32>(at, 4) - load<i32>(at) <= SHORT_LENGTH) continue;
    let slot = load<i32>(hashes + (<usize>id << 2)) & mask;
    while (load<i32>(slots + (<usize>slot << 2)) >= 0) slot = (slot + 1) & mask;
    store<i32>(slots + (<usize>slot << 2), id);
  }
  store<usize>(table, slots, SLOTS);
  store<i32>(table, mask, MASK);
}

/** Texts of a series are mostly about as long as this. */
const TYPICAL_TEXT: i32 = 16;

/** Room for so many texts: growing step by step puts every text in its place again and again, and leaves memory behind. */
export function expect(table: usize, texts: i32): void {
  if (texts > load<i32>(table, MASK) >> 1) rehash(table, texts << 1);
  makeRoom(table, texts);
  makeArena(table, texts * TYPICAL_TEXT);
}

/** Places of texts and their hashes, for so many texts. */
function makeRoom(table: usize, room: i32): void {
  if (room <= load<i32>(table, ROOM)) return;
  const size = <usize>load<i32>(table, SIZE);
  const starts = heap.alloc(<usize>(room + 1) << 2);
  memory.copy(starts, load<usize>(table, STARTS), (size + 1) << 2);
  store<usize>(table, starts, STARTS);
  const hashes = heap.alloc(<usize>room << 2);
  memory.copy(hashes, load<usize>(table, HASHES), size << 2);
  store<usize>(table, hashes, HASHES);
  store<i32>(table, room, ROOM);
}

function makeArena(table: usize, size: i32): void {
  if (size <= load<i32>(table, ARENA_SIZE)) return;
  const arena = heap.alloc(size);
  memory.copy(arena, load<usize>(table, ARENA), load<i32>(load<usize>(table, STARTS) + (<usize>load<i32>(table, SIZE) << 2)));
  store<usize>(table, arena, ARENA);
  store<i32>(table, size, ARENA_SIZE);
}

function rehashShort(table: usize): void {
  const old = load<i32>(table, SHORT_MASK) + 1;
  const from = load<usize>(table, SHORT);
  const mask = (old << 1) - 1;
  const bytes = <usize>(old << 1) * SHORT_SLOT;
  const short = heap.alloc(bytes);
  memory.fill(short, 0, bytes);
  store<usize>(table, short, SHORT);
  store<i32>(table, mask, SHORT_MASK);
  for (let i = 0; i < old; i++) {
    const entry = from + <usize>i * SHORT_SLOT;
    const key = load<u64>(entry);
    if (key == 0) continue;
    let slot = shortSlot(table, key) & mask;
    while (load<u64>(short + <usize>slot * SHORT_SLOT) != 0) slot = (slot + 1) & mask;
    store<u64>(short + <usize>slot * SHORT_SLOT, key);
    store<i32>(short + <usize>slot * SHORT_SLOT, load<i32>(entry, 8), 8);
  }
}

// @ts-expect-error: decorator
@inline
function shortSlot(table: usize, key: u64): i32 {
  const hash = (key ^ <u64>load<u32>(table, SEED)) * 0x9e3779b97f4a7c15;
  return <i32>(hash >> 32) ^ <i32>(hash >> 50);
}

/** Keeps a text and returns its number. */
function append(table: usize, start: usize, length: i32, hash: i32): i32 {
  const id = load<i32>(table, SIZE);
  let starts = load<usize>(table, STARTS);
  const at = load<i32>(starts + (<usize>id << 2));
  // Spellings are compared four bytes at a time, so four more must follow the last.
  const least = at + length + 8;
  if (least > load<i32>(table, ARENA_SIZE)) makeArena(table, max(least, load<i32>(table, ARENA_SIZE) << 1));
  memory.copy(load<usize>(table, ARENA) + at, start, length);
  if (id + 2 > load<i32>(table, ROOM)) {
    makeRoom(table, load<i32>(table, ROOM) << 1);
    starts = load<usize>(table, STARTS);
  }
  store<i32>(starts + (<usize>(id + 1) << 2), at + length);
  store<i32>(load<usize>(table, HASHES) + (<usize>id << 2), hash);
  store<i32>(table, id + 1, SIZE);
  return id;
}

function addLong(table: usize, start: usize, length: i32, hash: i32, slot: i32): i32 {
  const id = append(table, start, length, hash);
  store<i32>(load<usize>(table, SLOTS) + (<usize>slot << 2), id);
  const size = load<i32>(table, LONG_SIZE) + 1;
  store<i32>(table, size, LONG_SIZE);
  if (size << 1 > load<i32>(table, MASK)) rehash(table, 0);
  return id;
}

function addShort(table: usize, start: usize, length: i32, key: u64, entry: usize): i32 {
  const id = append(table, start, length, 0);
  store<u64>(entry, key);
  store<i32>(entry, id, 8);
  const size = load<i32>(table, SHORT_SIZE) + 1;
  store<i32>(table, size, SHORT_SIZE);
  if (size << 1 > load<i32>(table, SHORT_MASK)) rehashShort(table);
  return id;
}

// @ts-expect-error: decorator
@inline
function shortKey(start: usize, length: i32): u64 {
  return (load<u64>(start) & (0xffffffffffffff >> (<u64>(SHORT_LENGTH - length) << 3))) | (<u64>(length + 1) << 56);
}

function internShort(table: usize, start: usize, length: i32, key: u64): i32 {
  const mask = load<i32>(table, SHORT_MASK);
  const short = load<usize>(table, SHORT);
  let slot = shortSlot(table, key) & mask;
  while (true) {
    const entry = short + <usize>slot * SHORT_SLOT;
    const known = load<u64>(entry);
    if (known == key) return load<i32>(entry, 8);
    if (known == 0) return addShort(table, start, length, key, entry);
    slot = (slot + 1) & mask;
  }
}

function internLong(table: usize, start: usize, length: i32): i32 {
  const hash = hashOf(start, length, load<i32>(table, SEED));
  const mask = load<i32>(table, MASK);
  const slots = load<usize>(table, SLOTS);
  const hashes = load<usize>(table, HASHES);
  const starts = load<usize>(table, STARTS);
  const arena = load<usize>(table, ARENA);
  let slot = hash & mask;
  while (true) {
    const id = load<i32>(slots + (<usize>slot << 2));
    if (id < 0) return addLong(table, start, length, hash, slot);
    if (load<i32>(hashes + (<usize>id << 2)) == hash) {
      const at = load<i32>(starts + (<usize>id << 2));
      if (load<i32>(starts + (<usize>id << 2), 4) - at == length && same(start, arena + at, length)) return id;
    }
    slot = (slot + 1) & mask;
  }
}

/** The number of a run of bytes; a new one where it was not met before. */
export function intern(table: usize, start: usize, length: i32): i32 {
  if (length <= SHORT_LENGTH) return internShort(table, start, length, shortKey(start, length));
  return internLong(table, start, length);
}

/** Numbers a column of cells; −1 for an empty one. Neighbours that are alike are not looked up again. */
export function fill(table: usize, starts: usize, ends: usize, count: i32, out: usize): void {
  let lastKey: u64 = 0;
  let lastKeyId = -1;
  let lastStart: usize = 0;
  let lastLength = -1;
  let lastId = -1;
  let row = 0;
  const none = i32x4.splat(-1);
  while (row < count) {
    // Columns are mostly empty or mostly full.
    const at = <usize>row << 2;
    if (v128.any_true(v128.xor(v128.load(starts + at), v128.load(ends + at)))) {
      const stop = min(row + 4, count);
      for (; row < stop; row++) {
        const start = <usize>load<i32>(starts + (<usize>row << 2));
        const length = load<i32>(ends + (<usize>row << 2)) - <i32>start;
        let id = -1;
        if (length != 0) {
          if (length <= SHORT_LENGTH) {
            const key = shortKey(start, length);
            if (key != lastKey) {
              lastKeyId = internShort(table, start, length, key);
              lastKey = key;
            }
            id = lastKeyId;
          } else {
            if (length != lastLength || !same(start, lastStart, length)) {
              lastId = internLong(table, start, length);
              lastStart = start;
              lastLength = length;
            }
            id = lastId;
          }
        }
        store<i32>(out + (<usize>row << 2), id);
      }
    } else {
      v128.store(out + at, none);
      row += 4;
    }
  }
}

/** What numbers stand for, in their place; −1 stays. */
export function translate(values: usize, count: i32, out: usize): void {
  for (let row = 0; row < count; row++) {
    const id = load<i32>(out + (<usize>row << 2));
    if (id >= 0) store<i32>(out + (<usize>row << 2), load<i32>(values + (<usize>id << 2)));
  }
}

// Where the rows of a ledger of movements are judged: pointers and figures, four bytes each, as src/book/ledger/
// stockkernel.ts lays them out.
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

/** The sum of a column of quantities. */
export function sum(column: usize, count: i32): f64 {
  let total: f64 = 0;
  for (let row = 0; row < count; row++) total += load<f64>(column + (<usize>row << 3));
  return total;
}

/** The greatest of a column, or `least` where none is greater. */
export function greatest(column: usize, count: i32, least: i32): i32 {
  let most = least;
  for (let row = 0; row < count; row++) most = max(most, load<i32>(column + (<usize>row << 2)));
  return most;
}

/** An identity number has 17 digits in a row, so one of them stands at every 17th byte. */
const DIGITS: usize = 17;

// @ts-expect-error: decorator
@inline
function isLow(byte: u8): bool {
  return byte >= 0x90 && byte <= 0x99;
}

/** At a digit, ASCII or of full width. */
function digitAt(at: usize): bool {
  const byte = load<u8>(at);
  if (byte < 0x3a) return byte >= 0x30;
  if (byte < 0x90) return false;
  if (byte == 0xef) return load<u8>(at + 1) == 0xbc && isLow(load<u8>(at + 2));
  if (byte == 0xbc) return load<u8>(at - 1) == 0xef && isLow(load<u8>(at + 1));
  return byte <= 0x99 && load<u8>(at - 1) == 0xbc && load<u8>(at - 2) == 0xef;
}

/** Is there a cell that may hold an identity number? The columns lie `stride` ints apart; rows are looked at in fours. */
export function mayIdentify(starts: usize, ends: usize, cells: i32, stride: i32, count: i32): bool {
  const least = i32x4.splat(<i32>DIGITS);
  for (let cell = 0; cell < cells; cell++) {
    const from = starts + (<usize>(cell * stride) << 2);
    const to = ends + (<usize>(cell * stride) << 2);
    for (let row = 0; row < count; row += 4) {
      const at = <usize>row << 2;
      const long = i32x4.gt_s(i32x4.sub(v128.load(to + at), v128.load(from + at)), least);
      if (!v128.any_true(long)) continue;
      const stop = min(row + 4, count);
      for (let one = row; one < stop; one++) {
        const start = <usize>load<i32>(from + (<usize>one << 2));
        const end = <usize>load<i32>(to + (<usize>one << 2));
        if (end - start <= DIGITS) continue;
        for (let i = start + DIGITS - 1; i < end; i += DIGITS) {
          if (!digitAt(i)) continue;
          let first = i;
          let last = i;
          while (first > start && digitAt(first - 1)) first--;
          while (last < end && digitAt(last)) last++;
          if (last - first >= DIGITS) return true;
        }
      }
    }
  }
  return false;
}
