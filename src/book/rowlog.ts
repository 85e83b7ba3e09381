// Where each row of a ledger stands: its record's offset, its file, and which cell of that file holds which column.

import type { Place } from '../core/finding.js';
import { Uint32Vector } from '../core/vector.js';

/** A file of a ledger: `cellOf[i]` is the cell that holds the ledger's column i, or -1. */
export interface LedgerFile {
  readonly path: string;
  readonly cellOf: Int32Array;
}

export class RowLog {
  readonly offset = new Uint32Vector();
  private readonly files: LedgerFile[] = [];
  private readonly firstRow: number[] = [];

  get length(): number {
    return this.offset.length;
  }

  begin(file: LedgerFile): void {
    this.files.push(file);
    this.firstRow.push(this.offset.length);
  }

  /** Each file with its rows, from the first to before the end, in the order in which they were read. */
  *runs(): Generator<{ readonly file: LedgerFile; readonly from: number; readonly to: number }> {
    for (const [at, file] of this.files.entries()) {
      yield { file, from: this.firstRow[at]!, to: this.firstRow[at + 1] ?? this.length };
    }
  }

  /** Index of the file that a row stands in; files keep the order in which they were read. */
  fileIndex(row: number): number {
    let low = 0;
    let high = this.firstRow.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstRow[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  fileOf(row: number): LedgerFile {
    return this.files[this.fileIndex(row)]!;
  }

  /** The place of a column's cell; of a column that the file does not have, the whole row. */
  cellPlace(row: number, column: number): Place {
    const file = this.fileOf(row);
    const cell = file.cellOf[column]!;
    const record = this.offset.data[row]!;
    return cell < 0 ? { kind: 'record', file: file.path, record } : { kind: 'cell', file: file.path, record, cell };
  }

  recordPlace(row: number): Place {
    return { kind: 'record', file: this.fileOf(row).path, record: this.offset.data[row]! };
  }
}
