// The distinct spellings of a column, numbered: in the kernel's memory where there is one, else in plain TypeScript.

import { type Int32Vector, int32Column } from '../core/vector.js';
import { type Batch, ROWS, STRIDE } from './csv/batch.js';
import { Interner, type Numbered, SEED, sameCell } from './intern.js';
import { type Kernel, kernel } from './wasm/kernel.js';

export interface Spellings {
  readonly size: number;
  /**
   * Writes to `out` the value of each cell's spelling, −1 for an empty cell. `learn` completes `values`, which are
   * numbered as spellings are, where spellings are new.
   */
  fill(batch: Batch, cell: number, values: Int32Vector, learn: () => void, out: Int32Array): void;
  /** Room for so many. */
  expect(spellings: number): void;
  internText(text: string): number;
  text(id: number): string;
  /**
   * The first entry from there on that is not printable ASCII without blanks, which is already in the form that is
   * matched; the size where there is none.
   */
  firstUnplain(from: number): number;
  /** Order of two texts by their bytes. */
  compare(a: number, b: number): number;
  /** The entries split into what stands before the digits at their end, and those. */
  numbered(): Numbered;
}

/** A column of values of the rows of a batch, in the kernel's memory where there is one. */
export function int32Rows(): Int32Array {
  const compiled = kernel();
  if (compiled === null) return new Int32Array(STRIDE);
  return new Int32Array(compiled.u8.buffer, compiled.call.allocate(STRIDE * 4), STRIDE);
}

/** The same for quantities. */
export function float64Rows(): Float64Array {
  const compiled = kernel();
  if (compiled === null) return new Float64Array(STRIDE);
  return new Float64Array(compiled.u8.buffer, compiled.call.allocate(STRIDE * 8), STRIDE);
}

/** Only the kernel's memory is shared. */
export function isKernelColumn(column: Int32Array | Float64Array): boolean {
  return column.buffer instanceof SharedArrayBuffer;
}

/** Where the kernel has the table of these spellings, null where it has none. */
export function tableOf(spellings: Spellings): number | null {
  return spellings instanceof KernelSpellings ? spellings.table : null;
}

export function makeSpellings(): Spellings {
  const compiled = kernel();
  return compiled === null ? new PlainSpellings() : new KernelSpellings(compiled);
}

class PlainSpellings extends Interner implements Spellings {
  private readonly ids = new Int32Array(ROWS);

  expect(): void {}

  fill(batch: Batch, cell: number, values: Int32Vector, learn: () => void, out: Int32Array): void {
    const { ids } = this;
    this.number(batch, cell);
    if (values.length < this.size) learn();
    const { data } = values;
    for (let row = 0; row < batch.rows; row++) out[row] = ids[row]! < 0 ? -1 : data[ids[row]!]!;
  }

  private number(batch: Batch, cell: number): void {
    const { rows, start, end, view } = batch;
    const { ids } = this;
    let at = cell * STRIDE;
    let lastStart = 0;
    let lastEnd = -1;
    let last = -1;
    for (let row = 0; row < rows; row++, at++) {
      const s = start[at]!;
      const e = end[at]!;
      if (s === e) {
        ids[row] = -1;
        continue;
      }
      // Neighbours are mostly alike: comparing with the cell above is cheaper than looking the spelling up.
      if (e - s !== lastEnd - lastStart || !sameCell(view, s, view, lastStart, e - s)) {
        last = this.intern(view, s, e);
        lastStart = s;
        lastEnd = e;
      }
      ids[row] = last;
    }
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

// Where a table of the kernel keeps its fields, in ints.
const SIZE = 0;
const STARTS = 4;
const ARENA = 6;

/** Fields of a meaning, see fillColumns in assembly/spellings.ts. */
const MEANING = 3;

export class KernelSpellings implements Spellings {
  /** Where the kernel has its table. */
  readonly table: number;
  /** The values as the kernel sees them: where they lie, how many there are, and how many fit. */
  private values = 0;
  private valued = 0;
  private valueRoom = 0;
  private expected = 1024;
  /** Where the kernel finds the table, the values, and how many there are. */
  readonly meaning: number;

  constructor(private readonly kernel: Kernel) {
    this.table = kernel.call.createTable(SEED);
    this.meaning = kernel.allocate(MEANING * 4);
    this.tell();
  }

  expect(spellings: number): void {
    this.kernel.call.expect(this.table, spellings);
    this.expected = spellings;
  }

  get size(): number {
    return this.kernel.i32[(this.table >> 2) + SIZE]!;
  }

  fill(batch: Batch, cell: number, values: Int32Vector, learn: () => void, out: Int32Array): void {
    const { call } = this.kernel;
    const offset = cell * STRIDE * 4;
    const own = isKernelColumn(out);
    const target = own ? out.byteOffset : sharedIds(this.kernel);
    call.fill(this.table, batch.startPointer + offset, batch.endPointer + offset, batch.rows, target);
    if (values.length < this.size) {
      // Learning may number further spellings, in the same memory.
      const ids = own ? null : this.kernel.i32.slice(target >> 2, (target >> 2) + batch.rows);
      learn();
      if (ids !== null) this.kernel.i32.set(ids, target >> 2);
    }
    this.show(values);
    call.translate(this.values, batch.rows, target);
    if (!own) out.set(this.kernel.i32.subarray(target >> 2, (target >> 2) + batch.rows));
  }

  /** Completes the values, and puts those of a numbered column in their place. */
  complete(values: Int32Vector, learn: () => void, rows: number, out: Int32Array): void {
    learn();
    this.show(values);
    this.kernel.call.translate(this.values, rows, out.byteOffset);
  }

  private tell(): void {
    const { i32 } = this.kernel;
    const at = this.meaning >> 2;
    i32[at] = this.table;
    i32[at + 1] = this.values;
    i32[at + 2] = this.valued;
  }

  /** Lets the kernel see the values that have come since. */
  private show(values: Int32Vector): void {
    const { length, data } = values;
    if (this.valued === length) return;
    if (length > this.valueRoom) {
      this.valueRoom = Math.max(this.expected, length * 2);
      this.values = this.kernel.call.allocate(this.valueRoom * 4);
      this.valued = 0;
    }
    this.kernel.i32.set(data.subarray(this.valued, length), (this.values >> 2) + this.valued);
    this.valued = length;
    this.tell();
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    const { call } = this.kernel;
    const at = bytes.length <= SCRATCH ? sharedScratch(this.kernel) : call.allocate(bytes.length + 8);
    this.kernel.u8.set(bytes, at);
    return call.intern(this.table, at, bytes.length);
  }

  text(id: number): string {
    const [start, end] = this.span(id);
    return decoder.decode(this.kernel.u8.subarray(start, end));
  }

  firstUnplain(from: number): number {
    return this.kernel.call.firstUnplain(this.table, from);
  }

  compare(a: number, b: number): number {
    return this.kernel.call.compareTexts(this.table, a, b);
  }

  numbered(): Numbered {
    const { kernel, size } = this;
    const prefixOf = int32Column(size, kernel);
    const numberOf = int32Column(size, kernel);
    kernel.call.splitNumbers(this.table, kernel.call.createTable(SEED), prefixOf.byteOffset, numberOf.byteOffset);
    return { prefixOf, numberOf };
  }

  private span(id: number): [number, number] {
    const { i32 } = this.kernel;
    const starts = (i32[(this.table >> 2) + STARTS]! >> 2) + id;
    const arena = i32[(this.table >> 2) + ARENA]!;
    return [arena + i32[starts]!, arena + i32[starts + 1]!];
  }
}

const SCRATCH = 4096;
const scratch = new WeakMap<Kernel, { readonly ids: number; readonly text: number }>();

function sharedOf(kernel: Kernel): { readonly ids: number; readonly text: number } {
  let shared = scratch.get(kernel);
  if (shared === undefined) {
    shared = { ids: kernel.call.allocate(ROWS * 4), text: kernel.call.allocate(SCRATCH + 8) };
    scratch.set(kernel, shared);
  }
  return shared;
}

function sharedIds(kernel: Kernel): number {
  return sharedOf(kernel).ids;
}

function sharedScratch(kernel: Kernel): number {
  return sharedOf(kernel).text;
}
