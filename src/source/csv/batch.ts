// A batch of records as the scanner leaves it: where each cell begins and ends, column by column.

/** Rows of a batch. */
export const ROWS = 1024;
/** Distance of two columns: a little more than the rows, since columns 4 KB apart would evict each other. */
export const STRIDE = ROWS + 16;

export const Fault = { none: 0, surplus: 1, missing: 2, quote: 3, marker: 4 } as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** What is wrong with the form of a record, where it is not its cells: offsets count in the file's text. */
export interface RecordFault {
  readonly row: number;
  readonly fault: Exclude<Fault, 0>;
  readonly start: number;
  readonly end: number;
}

export class Batch {
  rows = 0;
  /** The bytes that `start` and `end` count in. */
  bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes, four at a time. */
  view: DataView = new DataView(new ArrayBuffer(0));
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Offset of each record in the file's text. */
  readonly record = new Float64Array(STRIDE);
  /** How many of the header's cells the record has. */
  readonly present = new Int32Array(STRIDE);
  readonly fault = new Uint8Array(STRIDE);
  faults: RecordFault[] = [];

  constructor(readonly cells: number) {
    this.start = new Int32Array(cells * STRIDE);
    this.end = new Int32Array(cells * STRIDE);
  }

  /** Gives the batch the bytes its offsets count in. */
  over(bytes: Uint8Array): void {
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  clear(): void {
    this.rows = 0;
    this.faults = [];
  }

  private static readonly decoder = new TextDecoder();

  text(row: number, cell: number): string {
    const at = cell * STRIDE + row;
    return Batch.decoder.decode(this.bytes.subarray(this.start[at]!, this.end[at]!));
  }
}
