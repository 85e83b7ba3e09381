// The fast half of the CSV reader on the kernel: the same records as scan.ts, sixteen bytes at a time, and those with
// doubled quotes as well.

import type { Kernel } from '../wasm/kernel.js';
import { type Batch, ROWS, STRIDE } from './batch.js';
import type { Window } from './window.js';

/** Adds plain records from `pos` to the batch and returns where it stopped; see scanPlain. */
export function scanKernel(kernel: Kernel, window: Window, pos: number, batch: Batch): number {
  const { origin, base } = window;
  const first = batch.rows;
  const stopped = kernel.call.scan(
    origin + pos,
    origin + window.end,
    first,
    ROWS,
    batch.cells,
    STRIDE,
    batch.startPointer,
    batch.endPointer,
    batch.recordPointer,
    window.spare,
    window.spareEnd,
  );
  window.spare = kernel.call.unescaped.value;
  const rows = kernel.call.rows.value;
  const places = kernel.i32;
  const at = batch.recordPointer >> 2;
  const { record, present, fault, cells } = batch;
  for (let row = first; row < rows; row++) {
    record[row] = places[at + row]! - origin + base;
    present[row] = cells;
    fault[row] = 0;
  }
  batch.rows = rows;
  return stopped - origin;
}
