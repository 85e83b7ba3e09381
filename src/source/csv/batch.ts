// A batch of records as the scanner leaves it: where each cell begins and ends, column by column.

import { type Kernel, kernel } from '../wasm/kernel.js';

/** Rows of a batch. */
export const ROWS = 1024;
/** Distance of two columns: a little more than the rows, since columns 4 KB apart would evict each other. */
export const STRIDE = ROWS + 16;

/** As many columns as a spreadsheet can have: what has more is no table, and a batch of it would fill the memory. */
export const MOST_CELLS = 16_384;

export const Fault = { none: 0, surplus: 1, missing: 2, quote: 3, marker: 4, wide: 5, returns: 6 } as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** What is wrong with the form of a record, where it is not its cells: offsets count in the file's text. */
export interface RecordFault {
  readonly row: number;
  readonly fault: Exclude<Fault, 0>;
  readonly start: number;
  readonly end: number;
}

/** Bytes of the kernel's memory that a batch of so many cells takes. */
export function batchBytes(cells: number): number {
  return STRIDE * (8 + 4 + 4 + 8 * cells) + STRIDE;
}

const decoder = new TextDecoder();

/** Its arrays lie in the kernel's memory where there is one, so that its loops and other threads find them. */
export class Batch {
  rows = 0;
  faults: RecordFault[] = [];
  /** Already looked through for personal data, and there is none. */
  screened = false;
  /** Offset of each record in the file's text. */
  readonly record: Float64Array;
  /** How many of the header's cells the record has. */
  readonly present: Int32Array;
  readonly fault: Uint8Array;
  /** Where each cell begins and ends in `bytes`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Where the kernel finds the columns, and where it leaves the place of each record. */
  readonly startPointer: number;
  readonly endPointer: number;
  readonly recordPointer: number;

  private readonly kernel: Kernel | null;
  private own: Uint8Array = new Uint8Array(0);
  private ownView: DataView = new DataView(new ArrayBuffer(0));

  /** `at`: where in the kernel's memory it lies, if not in a place of its own. */
  constructor(
    readonly cells: number,
    at: number | null = null,
  ) {
    this.kernel = kernel();
    const length = cells * STRIDE;
    const origin = this.kernel === null ? 0 : (at ?? this.kernel.call.allocate(batchBytes(cells)));
    const buffer = this.kernel === null ? new ArrayBuffer(batchBytes(cells)) : this.kernel.u8.buffer;
    this.recordPointer = origin + STRIDE * 12;
    this.startPointer = origin + STRIDE * 16;
    this.endPointer = this.startPointer + length * 4;
    this.record = new Float64Array(buffer, origin, STRIDE);
    this.present = new Int32Array(buffer, origin + STRIDE * 8, STRIDE);
    this.start = new Int32Array(buffer, this.startPointer, length);
    this.end = new Int32Array(buffer, this.endPointer, length);
    this.fault = new Uint8Array(buffer, this.endPointer + length * 4, STRIDE);
  }

  /** The bytes that `start` and `end` count in; to be asked for again after others have worked. */
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
    this.screened = false;
  }

  /** False where no cell can hold an identity number; without the kernel that is for the caller to find out. */
  mayIdentify(): boolean {
    if (this.kernel === null) return true;
    const { call } = this.kernel;
    return call.mayIdentify(this.startPointer, this.endPointer, this.cells, STRIDE, this.rows) !== 0;
  }

  text(row: number, cell: number): string {
    const at = cell * STRIDE + row;
    return decoder.decode(this.bytes.subarray(this.start[at]!, this.end[at]!));
  }
}
