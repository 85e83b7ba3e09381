// What the ledgers about people share: sound rows written straight into typed columns, the others read with care.

import type { Batch } from '../../source/csv/batch.js';
import type { ColumnRows } from './columnrows.js';
import { LedgerReader } from './ledgerreader.js';

export abstract class ColumnarReader<Rows extends ColumnRows> extends LedgerReader {
  constructor(readonly rows: Rows) {
    super(rows);
  }

  /** Looks every cell of the batch up, column by column. */
  protected abstract fill(batch: Batch): void;
  /** Writes a row that needs no second look at `at` of the columns; false where it does need one. */
  protected abstract plain(row: number, at: number, batch: Batch): boolean;
  /** Reports what is wrong with a row and leaves it out, or sees to it that `plain` may take it and says so. */
  protected abstract careful(batch: Batch, row: number): void;

  protected forgetFrom(row: number): void {
    this.rows.settle(row);
  }

  batch(batch: Batch): void {
    this.fill(batch);
    const { rows } = this;
    rows.reserve(batch.rows);
    const everyRowCareful = this.header.unreadable.size > 0;
    const offsets = rows.offset.data;
    let at = rows.length;
    for (let row = 0; row < batch.rows; row++) {
      if (everyRowCareful || batch.fault[row] !== 0 || !this.plain(row, at, batch)) this.careful(batch, row);
      else offsets[at++] = batch.record[row]!;
    }
    rows.settle(at);
  }
}
