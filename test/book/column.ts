// A column of cells as the scanner leaves it, made from texts, for what reads columns from their bytes.

import { Batch, STRIDE } from '../../src/source/csv/batch.js';
import { SLACK } from '../../src/source/intern.js';
import { kernel } from '../../src/source/wasm/kernel.js';

/** The cell of each record that holds the column: not the first, where one could take its place for none. */
export const CELL = 1;

const encoder = new TextEncoder();

/** A batch in which no spelling can be looked up: what is read of it is read straight from the bytes. */
class WithoutSpellings extends Batch {
  override get view(): DataView {
    return new DataView(new ArrayBuffer(0));
  }
}

/** Between the texts stand digits: a reader that looks beyond its cell reads them. */
export function column(texts: readonly string[], spellings = true): Batch {
  const batch = spellings ? new Batch(CELL + 1) : new WithoutSpellings(CELL + 1);
  const encoded = texts.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, one) => sum + one.length + 1, 1) + SLACK).fill(0x37);
  let at = 1;
  // Where there is a kernel, cells are looked for in its memory.
  const compiled = kernel();
  const origin = compiled === null ? 0 : compiled.allocate(bytes.length);
  for (const [row, one] of encoded.entries()) {
    bytes.set(one, at);
    batch.start[CELL * STRIDE + row] = origin + at;
    batch.end[CELL * STRIDE + row] = origin + at + one.length;
    at += one.length + 1;
  }
  compiled?.u8.set(bytes, origin);
  batch.rows = texts.length;
  batch.over(bytes);
  return batch;
}
