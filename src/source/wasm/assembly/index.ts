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

// A table of spellings: the fields of one, four bytes each.
const SIZE: usize = 0;
const MASK: usize = 4;
const SLOTS: usize = 8;
const HASHES: usize = 12;
const STARTS: usize = 16;
const ROOM: usize = 20;
const ARENA: usize = 24;
const ARENA_SIZE: usize = 28;

export function createTable(): usize {
  const table = heap.alloc(32);
  store<i32>(table, 0, SIZE);
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
  return table;
}

// @ts-expect-error: decorator
@inline
function tail(length: i32): u32 {
  return length == 0 ? 0 : 0xffffffff >> (<u32>(4 - length) << 3);
}

// @ts-expect-error: decorator
@inline
function hashOf(start: usize, length: i32): i32 {
  let hash: i32 = length * 0x27d4eb2f;
  if (length < 4) hash ^= <i32>(load<u32>(start) & tail(length));
  else {
    const last = start + length - 4;
    for (let at = start; at < last; at += 4) {
      hash = (hash ^ load<i32>(at)) * <i32>0x9e3779b1;
      hash ^= hash >>> 15;
    }
    hash ^= load<i32>(last);
  }
  hash *= <i32>0x85ebca6b;
  return hash ^ (hash >>> 13);
}

// @ts-expect-error: decorator
@inline
function same(a: usize, b: usize, length: i32): bool {
  if (length < 4) return ((load<u32>(a) ^ load<u32>(b)) & tail(length)) == 0;
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (load<u32>(a + i) != load<u32>(b + i)) return false;
  return load<u32>(a + last) == load<u32>(b + last);
}

function rehash(table: usize): void {
  const capacity = (load<i32>(table, MASK) + 1) << 1;
  const slots = heap.alloc(<usize>capacity << 2);
  memory.fill(slots, 0xff, <usize>capacity << 2);
  const mask = capacity - 1;
  const size = load<i32>(table, SIZE);
  const hashes = load<usize>(table, HASHES);
  for (let id = 0; id < size; id++) {
    let slot = load<i32>(hashes + (<usize>id << 2)) & mask;
    while (load<i32>(slots + (<usize>slot << 2)) >= 0) slot = (slot + 1) & mask;
    store<i32>(slots + (<usize>slot << 2), id);
  }
  store<usize>(table, slots, SLOTS);
  store<i32>(table, mask, MASK);
}

function add(table: usize, start: usize, length: i32, hash: i32, slot: i32): i32 {
  const id = load<i32>(table, SIZE);
  let starts = load<usize>(table, STARTS);
  const at = load<i32>(starts + (<usize>id << 2));
  // Spellings are compared four bytes at a time, so four more must follow the last.
  if (at + length + 8 > load<i32>(table, ARENA_SIZE)) {
    const size = max(at + length + 8, load<i32>(table, ARENA_SIZE) << 1);
    const arena = heap.alloc(size);
    memory.copy(arena, load<usize>(table, ARENA), at);
    store<usize>(table, arena, ARENA);
    store<i32>(table, size, ARENA_SIZE);
  }
  memory.copy(load<usize>(table, ARENA) + at, start, length);
  if (id + 2 > load<i32>(table, ROOM)) {
    const room = load<i32>(table, ROOM) << 1;
    const grown = heap.alloc(<usize>(room + 1) << 2);
    memory.copy(grown, starts, <usize>(id + 1) << 2);
    starts = grown;
    store<usize>(table, starts, STARTS);
    const hashes = heap.alloc(<usize>room << 2);
    memory.copy(hashes, load<usize>(table, HASHES), <usize>id << 2);
    store<usize>(table, hashes, HASHES);
    store<i32>(table, room, ROOM);
  }
  store<i32>(starts + (<usize>(id + 1) << 2), at + length);
  store<i32>(load<usize>(table, HASHES) + (<usize>id << 2), hash);
  store<i32>(load<usize>(table, SLOTS) + (<usize>slot << 2), id);
  store<i32>(table, id + 1, SIZE);
  if ((id + 1) << 1 > load<i32>(table, MASK)) rehash(table);
  return id;
}

/** The number of a run of bytes, a new one where it was not met before. */
export function intern(table: usize, start: usize, length: i32): i32 {
  const hash = hashOf(start, length);
  const mask = load<i32>(table, MASK);
  const slots = load<usize>(table, SLOTS);
  const hashes = load<usize>(table, HASHES);
  const starts = load<usize>(table, STARTS);
  const arena = load<usize>(table, ARENA);
  let slot = hash & mask;
  while (true) {
    const id = load<i32>(slots + (<usize>slot << 2));
    if (id < 0) return add(table, start, length, hash, slot);
    if (load<i32>(hashes + (<usize>id << 2)) == hash) {
      const at = load<i32>(starts + (<usize>id << 2));
      if (load<i32>(starts + (<usize>id << 2), 4) - at == length && same(start, arena + at, length)) return id;
    }
    slot = (slot + 1) & mask;
  }
}

/** Numbers a column of cells; −1 for an empty one. Neighbours that are alike are not looked up again. */
export function fill(table: usize, starts: usize, ends: usize, count: i32, out: usize): void {
  let lastStart: usize = 0;
  let lastLength = -1;
  let lastId = -1;
  for (let row = 0; row < count; row++) {
    const start = <usize>load<i32>(starts + (<usize>row << 2));
    const length = load<i32>(ends + (<usize>row << 2)) - <i32>start;
    if (length == 0) {
      store<i32>(out + (<usize>row << 2), -1);
      continue;
    }
    if (length != lastLength || !same(start, lastStart, length)) {
      lastId = intern(table, start, length);
      lastStart = start;
      lastLength = length;
    }
    store<i32>(out + (<usize>row << 2), lastId);
  }
}
