// Splits records sixteen bytes at a time; src/source/csv/scan.ts is the same in plain TypeScript.

const LF: u8 = 0x0a;
const CR: u8 = 0x0d;
const QUOTE: u8 = 0x22;
const COMMA: u8 = 0x2c;

/** Rows in the batch after a scan. */
export let rows: i32 = 0;
/** Where the texts of cells with doubled quotes end after a scan. */
export let unescaped: usize = 0;

function isBlank(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte > 0x20 && byte != COMMA) return false;
  }
  return true;
}

/** Copies a text in which every quote is doubled, each of them once; returns where the copy ends. */
function unescape(start: usize, end: usize, to: usize): usize {
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    store<u8>(to++, byte);
    if (byte == QUOTE) at++;
  }
  return to;
}

/**
 * Adds plain records from `from` to the batch until it is full, the window ends or a record is odd; returns where it
 * stopped. `starts` and `ends` are columns of `stride` ints; `records` takes the place of each record.
 * Cells with doubled quotes are written without them between `spare` and `spareEnd`; where that is full their record is
 * odd, as it always is to the plain loop.
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
  spare: usize,
  spareEnd: usize,
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
        let escaped = false;
        // On to the closing quote; commas and doubled quotes inside are text.
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
          if (byte == COMMA) continue;
          if (byte == LF || load<u8>(place + 1) != QUOTE) break;
          escaped = true;
          // The second of the two is the next one marked.
          while (mask == 0) {
            block += 16;
            const bytes = v128.load(block);
            mask = i8x16.bitmask(
              v128.or(v128.or(i8x16.eq(bytes, commas), i8x16.eq(bytes, newlines)), i8x16.eq(bytes, quotes)),
            );
          }
          mask &= mask - 1;
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
        if (escaped) {
          if (spare + (e - s) > spareEnd) {
            odd = true;
            break;
          }
          const copy = spare;
          spare = unescape(s, e, copy);
          s = copy;
          e = spare;
        }
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
  unescaped = spare;
  return record;
}
