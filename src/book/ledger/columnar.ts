// What the ledgers about people share: rows as typed columns, sound rows written straight into them, the others with care.

import type { Finding } from '../../core/finding.js';
import type { Batch } from '../../source/csv/batch.js';
import type { Header } from '../header.js';
import type { Quarantined } from '../quarantine.js';
import type { TableSink } from '../readtable.js';
import { RowLog } from '../rowlog.js';

/** A column that grows; those of core/vector.ts are. */
interface Vector {
  length: number;
  reserve(more: number): unknown;
}

export abstract class ColumnRows extends RowLog {
  protected abstract readonly columns: readonly Vector[];

  reserve(more: number): void {
    this.offset.reserve(more);
    for (const column of this.columns) column.reserve(more);
  }

  /** Sets the number of rows, after they were written to the columns or to forget the last ones. */
  settle(length: number): void {
    this.offset.length = length;
    for (const column of this.columns) column.length = length;
  }
}

export abstract class ColumnarReader<Rows extends ColumnRows> implements TableSink {
  readonly findings: Finding[] = [];
  readonly quarantined: Quarantined[] = [];
  protected file = '';
  protected header: Header = { cellOf: new Int32Array(0), unreadable: new Set(), findings: [] };
  private mark = { rows: 0, findings: 0, quarantined: 0 };

  constructor(readonly rows: Rows) {}

  /** Looks every cell of the batch up, column by column. */
  protected abstract fill(batch: Batch): void;
  /** Writes a row that needs no second look at `at` of the columns; false where it does need one. */
  protected abstract plain(row: number, at: number): boolean;
  /** Reports what is wrong with a row and leaves it out, or sees to it that `plain` may take it and says so. */
  protected abstract careful(batch: Batch, row: number): void;

  begin(file: string, header: Header): void {
    this.file = file;
    this.header = header;
    this.rows.begin({ path: file, cellOf: header.cellOf });
    this.mark = { rows: this.rows.length, findings: this.findings.length, quarantined: this.quarantined.length };
  }

  restart(): void {
    this.rows.settle(this.mark.rows);
    this.findings.length = this.mark.findings;
    this.quarantined.length = this.mark.quarantined;
  }

  batch(batch: Batch): void {
    this.fill(batch);
    const { rows } = this;
    rows.reserve(batch.rows);
    const everyRowCareful = this.header.unreadable.size > 0;
    const offsets = rows.offset.data;
    let at = rows.length;
    for (let row = 0; row < batch.rows; row++) {
      if (everyRowCareful || batch.fault[row] !== 0 || !this.plain(row, at)) this.careful(batch, row);
      else offsets[at++] = batch.record[row]!;
    }
    rows.settle(at);
  }
}
