// The fast half of the CSV reader: splits plain records and simply quoted cells directly on the bytes.

import { type Batch, ROWS, STRIDE } from './batch.js';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * Adds records from `pos` to the batch until it is full, the window ends, or a record is odd (an escaped or stray quote,
 * a newline in a cell, too many or too few cells, the look of a conflict marker). Returns where it stopped: the start
 * of a record. `end` is where the window ends; a newline stands at or before it.
 */
export function scanPlain(bytes: Uint8Array, from: number, end: number, base: number, batch: Batch): number {
  const { start: starts, end: ends, record, present, fault, cells } = batch;
  const last = cells - 1;
  let pos = from;
  let row = batch.rows;
  while (pos < end && row < ROWS) {
    const recordStart = pos;
    let byte = bytes[pos]!;
    // <<<<<<<, =======, >>>>>>>
    if (byte === 0x3c || byte === 0x3d || byte === 0x3e || byte === 0x7c) break;
    let cell = 0;
    let at = row;
    let ink = 0;
    let odd = false;
    for (;;) {
      let s = pos;
      let e: number;
      if (byte === QUOTE) {
        s = ++pos;
        byte = bytes[pos]!;
        while (byte !== QUOTE && byte !== LF) byte = bytes[++pos]!;
        e = pos;
        if (byte === LF) {
          odd = true;
          break;
        }
        byte = bytes[++pos]!;
        if (byte === CR && bytes[pos + 1] === LF) byte = bytes[++pos]!;
        if (byte !== COMMA && byte !== LF) {
          odd = true;
          break;
        }
        ink = 1;
      } else {
        if (byte > 0x20 && byte !== COMMA) ink = 1;
        while (byte !== COMMA && byte !== LF && byte !== QUOTE) byte = bytes[++pos]!;
        if (byte === QUOTE) {
          odd = true;
          break;
        }
        e = pos;
        if (byte === LF && e > s && bytes[e - 1] === CR) e--;
      }
      starts[at] = s;
      ends[at] = e;
      if (byte === LF) break;
      if (cell === last) {
        odd = true;
        break;
      }
      cell++;
      at += STRIDE;
      byte = bytes[++pos]!;
    }
    if (odd) {
      pos = recordStart;
      break;
    }
    if (ink === 0 && isBlank(bytes, recordStart, pos)) {
      pos++;
      continue;
    }
    if (cell !== last) {
      pos = recordStart;
      break;
    }
    pos++;
    record[row] = base + recordStart;
    present[row] = cells;
    fault[row] = 0;
    row++;
  }
  batch.rows = row;
  return pos;
}

/** Nothing but separators and blanks. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte > 0x20 && byte !== COMMA) return false;
  }
  return true;
}
