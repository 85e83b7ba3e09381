// Tables of spellings: texts lie one behind the other in an arena; short ones are found by a key that holds them whole,
// the others by a hash and a look at the text. src/source/intern.ts is the same in plain TypeScript.

import { allocate } from './memory';

// The fields of a table, four bytes each.
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
  const table = allocate(<i32>FIELDS);
  memory.fill(table, 0, FIELDS);
  store<i32>(table, 255, MASK);
  const slots = allocate(256 << 2);
  memory.fill(slots, 0xff, 256 << 2);
  store<usize>(table, slots, SLOTS);
  store<usize>(table, allocate(128 << 2), HASHES);
  const starts = allocate(129 << 2);
  store<i32>(starts, 0);
  store<usize>(table, starts, STARTS);
  store<i32>(table, 128, ROOM);
  store<usize>(table, allocate(2048), ARENA);
  store<i32>(table, 2048, ARENA_SIZE);
  const short = allocate(256 * <i32>SHORT_SLOT);
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
  const slots = allocate(capacity << 2);
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
  const starts = allocate((room + 1) << 2);
  memory.copy(starts, load<usize>(table, STARTS), (size + 1) << 2);
  store<usize>(table, starts, STARTS);
  const hashes = allocate(room << 2);
  memory.copy(hashes, load<usize>(table, HASHES), size << 2);
  store<usize>(table, hashes, HASHES);
  store<i32>(table, room, ROOM);
}

function makeArena(table: usize, size: i32): void {
  if (size <= load<i32>(table, ARENA_SIZE)) return;
  const arena = allocate(size);
  memory.copy(arena, load<usize>(table, ARENA), load<i32>(load<usize>(table, STARTS) + (<usize>load<i32>(table, SIZE) << 2)));
  store<usize>(table, arena, ARENA);
  store<i32>(table, size, ARENA_SIZE);
}

function rehashShort(table: usize): void {
  const old = load<i32>(table, SHORT_MASK) + 1;
  const from = load<usize>(table, SHORT);
  const mask = (old << 1) - 1;
  const bytes = <usize>(old << 1) * SHORT_SLOT;
  const short = allocate(<i32>bytes);
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

// What is known of the spellings of a table, four bytes each.
const OF_TABLE: usize = 0;
const VALUES: usize = 4;
const KNOWN: usize = 8;

// A column of a plan, four bytes each.
const MEANING: usize = 0;
const CELLS: usize = 4;
const OUT: usize = 8;
const COLUMN: usize = 12;

/**
 * Looks up one column of a batch after another, from `from` on; returns the first with a spelling that stands for nothing
 * yet, whose cells are numbered and not more.
 */
export function fillColumns(plan: usize, columns: i32, from: i32, starts: usize, ends: usize, rows: i32): i32 {
  for (let column = from; column < columns; column++) {
    const entry = plan + <usize>column * COLUMN;
    const cells = load<i32>(entry, CELLS);
    const out = load<usize>(entry, OUT);
    if (cells < 0) {
      memory.fill(out, 0xff, <usize>rows << 2);
      continue;
    }
    const meaning = load<usize>(entry, MEANING);
    const table = load<usize>(meaning, OF_TABLE);
    fill(table, starts + cells, ends + cells, rows, out);
    if (load<i32>(table, SIZE) > load<i32>(meaning, KNOWN)) return column;
    translate(load<usize>(meaning, VALUES), rows, out);
  }
  return columns;
}

/** The first text from there on with a byte that is a blank or no printable ASCII; all stand one behind the other. */
export function firstUnplain(table: usize, from: i32): i32 {
  const size = load<i32>(table, SIZE);
  if (from >= size) return size;
  const starts = load<usize>(table, STARTS);
  const arena = load<usize>(table, ARENA);
  const end = arena + load<u32>(starts + (<usize>size << 2));
  let at = arena + load<u32>(starts + (<usize>from << 2));
  const least = i8x16.splat(0x21);
  const most = i8x16.splat(0x7e - 0x21);
  while (at + 16 <= end && !v128.any_true(i8x16.gt_u(i8x16.sub(v128.load(at), least), most))) at += 16;
  while (at < end && <u32>load<u8>(at) - 0x21 <= 0x7e - 0x21) at++;
  if (at == end) return size;
  let id = from;
  while (arena + load<u32>(starts + (<usize>id << 2), 4) <= at) id++;
  return id;
}

/** A number has at most so many digits: what is longer is a name. */
const MOST_DIGITS: usize = 9;

/**
 * By text a number for what stands before the digits at its end, in a table of such beginnings, and the value of the
 * digits; −1 where there are none, or nothing before them.
 */
export function splitNumbers(table: usize, beginnings: usize, beginningOf: usize, numberOf: usize): void {
  const size = load<i32>(table, SIZE);
  const starts = load<usize>(table, STARTS);
  const arena = load<usize>(table, ARENA);
  let beginning = -1;
  let lastStart: usize = 0;
  let lastLength = -1;
  for (let id = 0; id < size; id++) {
    const here = <usize>id << 2;
    const start = arena + load<u32>(starts + here);
    const end = arena + load<u32>(starts + here, 4);
    let at = end;
    let value = 0;
    for (let power = 1; at > start; at--, power *= 10) {
      const digit = <i32>load<u8>(at - 1) - 0x30;
      if (<u32>digit > 9 || end - at == MOST_DIGITS + 1) break;
      value += digit * power;
    }
    const length = <i32>(at - start);
    store<i32>(beginningOf + here, -1);
    if (length == 0 || at == end || end - at > MOST_DIGITS) continue;
    // A series stands together mostly.
    if (length != lastLength || !same(start, lastStart, length)) {
      beginning = intern(beginnings, start, length);
      lastStart = start;
      lastLength = length;
    }
    store<i32>(beginningOf + here, beginning);
    store<i32>(numberOf + here, value);
  }
}

/** Order of two texts by their bytes; texts of one series share most of theirs. */
export function compareTexts(table: usize, a: i32, b: i32): i32 {
  if (a == b) return 0;
  const starts = load<usize>(table, STARTS);
  const arena = load<usize>(table, ARENA);
  let i = arena + load<u32>(starts + (<usize>a << 2));
  let j = arena + load<u32>(starts + (<usize>b << 2));
  const endA = arena + load<u32>(starts + (<usize>a << 2), 4);
  const endB = arena + load<u32>(starts + (<usize>b << 2), 4);
  while (i + 4 <= endA && j + 4 <= endB && load<u32>(i) == load<u32>(j)) {
    i += 4;
    j += 4;
  }
  for (; i < endA && j < endB; i++, j++) {
    const difference = <i32>load<u8>(i) - <i32>load<u8>(j);
    if (difference != 0) return difference;
  }
  return <i32>(endA - i) - <i32>(endB - j);
}
