// Reads a column of quantities: plain numbers straight from the bytes, every other notation once per spelling.

import { LIMIT, ONE, parseQuantity, type QuantityFault } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import { Float64Vector, Int32Vector } from '../../core/vector.js';
import { type Batch, STRIDE } from '../../source/csv/batch.js';
import { Interner } from '../../source/intern.js';
import { isKernelColumn } from '../../source/spellings.js';
import { kernel } from '../../source/wasm/kernel.js';
import { EMPTY, FAULT, type Names } from '../vocabulary.js';

const POINT = 0x2e;
const powers = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
/** Whole units up to here stay exact in millionths, whatever decimals follow. */
const WHOLE_LIMIT = Math.floor(LIMIT / ONE) - 1;

/** Digits with at most six decimals, straight from the bytes; stops at the first row with anything else. */
function readPlain(first: number, batch: Batch, cell: number, out: Float64Array, suffix: Int32Array): number {
  const { rows, start, end, bytes } = batch;
  let at = cell * STRIDE + first;
  for (let row = first; row < rows; row++, at++) {
    const s = start[at]!;
    const e = end[at]!;
    suffix[row] = EMPTY;
    if (s === e) {
      out[row] = Number.NaN;
      continue;
    }
    let whole = 0;
    let i = s;
    for (const most = Math.min(e, s + 10); i < most; i++) {
      const digit = bytes[i]! - 0x30;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    if (i === s || whole > WHOLE_LIMIT) return row;
    out[row] = whole * ONE;
    if (i === e) continue;
    if (bytes[i] !== POINT || e - i < 2 || e - i > 7) return row;
    const point = i;
    let fraction = 0;
    for (i++; i < e; i++) {
      const digit = bytes[i]! - 0x30;
      if (digit < 0 || digit > 9) return row;
      fraction = fraction * 10 + digit;
    }
    out[row] = whole * ONE + fraction * powers[e - point - 1]!;
  }
  return rows;
}

export class QuantityColumn {
  private readonly odd = new Interner();
  private readonly values = new Float64Vector();
  private readonly suffixes = new Int32Vector();
  private readonly faults = new Map<number, QuantityFault>();

  private readonly kernel = kernel();

  constructor(private readonly units: Names) {}

  /**
   * Writes millionths to `out`, NaN where there is no quantity, and to `suffix` the unit written behind the number:
   * EMPTY where there is none, FAULT − spelling where the cell is not a quantity.
   */
  fill(batch: Batch, cell: number, out: Float64Array, suffix: Int32Array): void {
    const { rows } = batch;
    if (cell < 0) {
      out.fill(Number.NaN, 0, rows);
      suffix.fill(EMPTY, 0, rows);
      return;
    }
    for (let row = this.readFrom(0, batch, cell, out, suffix); row < rows; ) {
      const at = cell * STRIDE + row;
      const id = this.odd.intern(batch.view, batch.start[at]!, batch.end[at]!);
      if (id >= this.values.length) this.learn(id);
      out[row] = this.values.data[id]!;
      suffix[row] = this.suffixes.data[id]!;
      row = this.readFrom(row + 1, batch, cell, out, suffix);
    }
  }

  /** Reads rows as long as they are usual, and returns the first that is not, or the end. */
  private readFrom(first: number, batch: Batch, cell: number, out: Float64Array, suffix: Int32Array): number {
    const { kernel } = this;
    if (kernel === null || !isKernelColumn(out) || !isKernelColumn(suffix)) {
      return readPlain(first, batch, cell, out, suffix);
    }
    const { startPointer, endPointer, rows } = batch;
    const offset = cell * STRIDE * 4;
    const [starts, ends] = [startPointer + offset, endPointer + offset];
    return kernel.call.readQuantities(starts, ends, first, rows, out.byteOffset, suffix.byteOffset);
  }

  /** Why a cell with this suffix value is not a quantity. */
  fault(suffix: number): { readonly text: string; readonly fault: QuantityFault } {
    const id = FAULT - suffix;
    return { text: this.odd.text(id), fault: this.faults.get(id) ?? 'notation' };
  }

  private learn(id: number): void {
    const raw = this.odd.text(id);
    const text = raw.replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '').trim();
    if (text === '') {
      this.values.push(Number.NaN);
      this.suffixes.push(EMPTY);
      return;
    }
    const parsed = parseQuantity(text);
    if (parsed.ok) {
      this.values.push(parsed.value);
      this.suffixes.push(this.units.of(matchable(parsed.suffix)));
    } else {
      this.values.push(Number.NaN);
      this.suffixes.push(FAULT - id);
      this.faults.set(id, parsed.fault);
    }
  }
}
