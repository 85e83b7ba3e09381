// What the readers of all ledgers share: where a file begins, and what of it is forgotten where it is read anew.

import type { Finding } from '../../core/finding.js';
import type { Batch } from '../../source/csv/batch.js';
import type { Header } from '../header.js';
import type { Quarantined } from '../quarantine.js';
import type { TableSink } from '../readtable.js';
import type { RowLog } from '../rowlog.js';

export abstract class LedgerReader implements TableSink {
  readonly findings: Finding[] = [];
  readonly quarantined: Quarantined[] = [];
  protected file = '';
  protected header: Header = { cellOf: new Int32Array(0), unreadable: new Set(), findings: [] };
  private mark = { rows: 0, findings: 0, quarantined: 0 };

  /** `placed`: where the rows that were read stand. */
  constructor(private readonly placed: RowLog) {}

  abstract batch(batch: Batch): void;
  /** Forgets the rows from this one on. */
  protected abstract forgetFrom(row: number): void;

  begin(file: string, header: Header): void {
    this.file = file;
    this.header = header;
    this.placed.begin({ path: file, cellOf: header.cellOf });
    this.mark = { rows: this.placed.length, findings: this.findings.length, quarantined: this.quarantined.length };
  }

  restart(): void {
    this.forgetFrom(this.mark.rows);
    this.findings.length = this.mark.findings;
    this.quarantined.length = this.mark.quarantined;
  }
}
