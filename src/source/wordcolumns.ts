// The cells of several columns looked up together: the kernel is asked once a batch, and not once a column.

import type { Int32Vector } from '../core/vector.js';
import { type Batch, STRIDE } from './csv/batch.js';
import { isKernelColumn, KernelSpellings, type Spellings } from './spellings.js';
import { type Kernel, kernel } from './wasm/kernel.js';

/** What stands in a column: its spellings, and what each of them stands for, completed by `learn`. */
export interface Meaning {
  readonly spellings: Spellings;
  readonly values: Int32Vector;
  readonly learn: () => void;
}

/** A column of a table, what its cells mean, and where that goes. */
export interface WordColumn {
  readonly column: number;
  readonly meaning: Meaning;
  readonly out: Int32Array;
}

/** Fields of a column of a plan, see fillColumns in assembly/spellings.ts. */
const PLANNED = 3;

export class WordColumns {
  private readonly kernel: Kernel | null;
  private readonly plan: number;
  private planned: Int32Array | null = null;

  constructor(private readonly columns: readonly WordColumn[]) {
    const inKernel = columns.every(
      ({ meaning, out }) => meaning.spellings instanceof KernelSpellings && isKernelColumn(out),
    );
    this.kernel = inKernel ? kernel() : null;
    this.plan = this.kernel?.allocate(columns.length * PLANNED * 4) ?? 0;
  }

  /** Writes to each column what each cell's spelling stands for; `cellOf`: by column the cell that holds it, or −1. */
  fill(batch: Batch, cellOf: Int32Array): void {
    const { columns, kernel, plan } = this;
    if (kernel === null) {
      for (const { column, meaning, out } of columns) {
        const cell = cellOf[column]!;
        if (cell < 0) out.fill(-1, 0, batch.rows);
        else meaning.spellings.fill(batch, cell, meaning.values, meaning.learn, out);
      }
      return;
    }
    if (this.planned !== cellOf) this.make(kernel, cellOf);
    const { startPointer, endPointer, rows } = batch;
    for (let at = 0; at < columns.length; at++) {
      at = kernel.call.fillColumns(plan, columns.length, at, startPointer, endPointer, rows);
      if (at === columns.length) return;
      const { meaning, out } = columns[at]!;
      const { spellings, values, learn } = meaning;
      if (spellings instanceof KernelSpellings) spellings.complete(values, learn, rows, out);
    }
  }

  private make(kernel: Kernel, cellOf: Int32Array): void {
    const { i32 } = kernel;
    let at = this.plan >> 2;
    for (const { column, meaning, out } of this.columns) {
      const { spellings } = meaning;
      const cell = cellOf[column]!;
      i32[at++] = spellings instanceof KernelSpellings ? spellings.meaning : 0;
      i32[at++] = cell < 0 ? -1 : cell * STRIDE * 4;
      i32[at++] = out.byteOffset;
    }
    this.planned = cellOf;
  }
}
