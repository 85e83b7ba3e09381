// A batch of records as the scanner leaves it: where each cell begins and ends, column by column.

import { type Kernel, kernel } from '../wasm/kernel.js';

/** Rows of a batch. */
export const ROWS = 1024;
/** Distance of two columns: a little more than the rows, since columns 4 KB apart would evict each other. */
export const STRIDE = ROWS + 16;

/** As many columns as a spreadsheet can have: what has more is no table, and a batch of it would fill the memory. */
export const MOST_CELLS = 16_384;

export const Fault = { none: 0, surplus: 1, missing: 2, quote: 3, marker: 4, wide: 5 } as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** What is wrong with the form of a record, where it is not its cells: offsets count in the file's text. */
export interface RecordFault {
  readonly row: number;
  readonly fault: Exclude<Fault, 0>;
  readonly start: number;
  readonly end: number;
}

const decoder = new TextDecoder();

export class Batch {
  rows = 0;
  /** Offset of each record in the file's text. */
  readonly record = new Float64Array(STRIDE);
  /** How many of the header's cells the record has. */
  readonly present = new Int32Array(STRIDE);
  readonly fault = new Uint8Array(STRIDE);
  faults: RecordFault[] = [];
  /** Where the kernel finds the columns, and where it leaves the place of each record. */
  readonly startPointer: number;
  readonly endPointer: number;
  readonly recordPointer: number;

  private readonly kernel: Kernel | null;
  private starts: Int32Array;
  private ends: Int32Array;
  private own: Uint8Array = new Uint8Array(0);
  private ownView: DataView = new DataView(new ArrayBuffer(0));

  constructor(readonly cells: number) {
    const length = cells * STRIDE;
    this.kernel = kernel();
    if (this.kernel === null) {
      this.startPointer = 0;
      this.endPointer = 0;
      this.recordPointer = 0;
      this.starts = new Int32Array(length);
      this.ends = new Int32Array(length);
      return;
    }
    const { call } = this.kernel;
    this.startPointer = call.allocate(length * 4);
    this.endPointer = call.allocate(length * 4);
    this.recordPointer = call.allocate(STRIDE * 4);
    this.starts = new Int32Array(0);
    this.ends = new Int32Array(0);
  }

  /** Where each cell begins in `bytes`; like every view of the batch to be asked for again after others have worked. */
  get start(): Int32Array {
    if (this.kernel !== null && this.starts.byteLength === 0) this.starts = this.column(this.kernel, this.startPointer);
    return this.starts;
  }

  get end(): Int32Array {
    if (this.kernel !== null && this.ends.byteLength === 0) this.ends = this.column(this.kernel, this.endPointer);
    return this.ends;
  }

  /** The bytes that `start` and `end` count in. */
  get bytes(): Uint8Array {
    return this.kernel === null ? this.own : this.kernel.u8;
  }

  /** The same bytes, four at a time. */
  get view(): DataView {
    return this.kernel === null ? this.ownView : this.kernel.view;
  }

  /** Gives the batch the bytes its offsets count in, where they are not the kernel's. */
  over(bytes: Uint8Array): void {
    if (this.kernel !== null || bytes === this.own) return;
    this.own = bytes;
    this.ownView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  clear(): void {
    this.rows = 0;
    this.faults = [];
  }

  text(row: number, cell: number): string {
    const at = cell * STRIDE + row;
    return decoder.decode(this.bytes.subarray(this.start[at]!, this.end[at]!));
  }

  private column(from: Kernel, pointer: number): Int32Array {
    return from.i32.subarray(pointer >> 2, (pointer >> 2) + this.cells * STRIDE);
  }
}
