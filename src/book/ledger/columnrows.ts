// Rows of a ledger as typed columns that grow and shrink together.

import { RowLog } from '../rowlog.js';

/** A column that grows; those of core/vector.ts are. */
interface Vector {
  length: number;
  reserve(more: number): unknown;
}

/** Rows are longer than this nearly always; room that is not needed costs nothing. */
export const SHORT_ROW = 40;
/** A ledger of more rows than this grows as it is read. */
const MOST_EXPECTED = 1 << 20;

export abstract class ColumnRows extends RowLog {
  protected abstract readonly columns: readonly Vector[];

  /** Room for a ledger of so many bytes: growing copies every column. */
  expect(bytes: number): void {
    this.reserve(Math.min(Math.floor(bytes / SHORT_ROW), MOST_EXPECTED));
  }

  reserve(more: number): void {
    this.offset.reserve(more);
    for (const column of this.columns) column.reserve(more);
  }

  /** A row more, whose cells are still to be written; returns which. */
  append(offset: number): number {
    const row = this.length;
    this.reserve(1);
    this.offset.data[row] = offset;
    this.settle(row + 1);
    return row;
  }

  /** Sets the number of rows, after they were written to the columns or to forget the last ones. */
  settle(length: number): void {
    this.offset.length = length;
    for (const column of this.columns) column.length = length;
  }
}
