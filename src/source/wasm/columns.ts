// Figures of whole columns, in the kernel where the column lies in its memory.

import type { Float64Vector, Int32Vector } from '../../core/vector.js';
import { kernel } from './kernel.js';

/** The sum of a column: exact where the parts are whole and no partial sum leaves the safe range. */
export function sumOf({ data, length }: Float64Vector): number {
  const compiled = kernel();
  if (compiled !== null && data.buffer instanceof SharedArrayBuffer) return compiled.call.sum(data.byteOffset, length);
  let total = 0;
  for (let row = 0; row < length; row++) total += data[row]!;
  return total;
}

/** The greatest value of a column, or `least` where none is greater. */
export function greatestOf({ data, length }: Int32Vector, least: number): number {
  const compiled = kernel();
  if (compiled !== null && data.buffer instanceof SharedArrayBuffer) {
    return compiled.call.greatest(data.byteOffset, length, least);
  }
  let most = least;
  for (let row = 0; row < length; row++) if (data[row]! > most) most = data[row]!;
  return most;
}
