// What ledgers kept as columns share: sound rows written straight into typed columns, the others read with care.

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
  /** Reports what is wrong with a row, which is left out: false; or writes it to `at` all the same. */
  protected abstract careful(batch: Batch, row: number, at: number): boolean;

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
      const isPlain = !everyRowCareful && batch.fault[row] === 0 && this.plain(row, at, batch);
      if (isPlain || this.careful(batch, row, at)) offsets[at++] = batch.record[row]!;
    }
    rows.settle(at);
  }
}
