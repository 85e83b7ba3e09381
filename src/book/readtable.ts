// Reads the files of one table: what is said about encoding, header and the form of records, the same for every table.

import type { Finding } from '../core/finding.js';
import { readingTellings } from '../core/messages/reading.js';
import { type Batch, Fault, MOST_CELLS, type RecordFault } from '../source/csv/batch.js';
import { CsvReader, type CsvSink, type Encoding } from '../source/csv/read.js';
import type { Workspace } from '../source/workspace.js';
import type { Column } from './columns.js';
import { type Header, readHeader } from './header.js';
import { findPersonalData } from './personal.js';

/** Takes what a table's files hold. Findings that it makes itself are forgotten with `restart`. */
export interface TableSink {
  begin(file: string, header: Header, cells: number): void;
  batch(batch: Batch): void;
  /** The current file is read anew in another encoding: forget its rows. */
  restart(): void;
}

const reader = new CsvReader();

/** What leaves a file without a header, and its rows without a meaning. */
const noHeader: ReadonlySet<Fault> = new Set([Fault.quote, Fault.wide, Fault.returns]);

/** The cell of a header that may hold newlines, −1 where the table has none. */
export function noteCellOf(header: Header, columns: readonly Column[]): number {
  return header.cellOf[columns.findIndex((column) => column.name === 'note')] ?? -1;
}

/** Gives a file that was read ahead; false where it has to be read here. */
export type Ahead = (sink: CsvSink) => boolean;

/** Reads a file and returns what is wrong with its form, and whether any of it could be read. */
export function readTable(
  workspace: Workspace,
  file: string,
  columns: readonly Column[],
  sink: TableSink,
  ahead: Ahead | null = null,
): { readonly findings: Finding[]; readonly readable: boolean } {
  let findings: Finding[] = [];
  let begun = false;
  let broken = false;
  let noteCell = -1;
  let width = 0;
  const csv: CsvSink = {
    header(cells, faults) {
      const header = readHeader(file, cells, columns);
      // A header that a quote has broken, or that has no end, says so itself; its columns are not missing as well.
      broken = faults.some(({ fault }) => noHeader.has(fault));
      if (!broken) for (const finding of header.findings) findings.push(finding);
      for (const fault of faults) findings.push(formFinding(file, fault, cells.length, cells.length));
      noteCell = noteCellOf(header, columns);
      width = cells.length;
      begun = true;
      sink.begin(file, header, width);
    },
    batch(batch) {
      for (const fault of batch.faults) {
        findings.push(formFinding(file, fault, width, fault.row < 0 ? 0 : batch.present[fault.row]!));
      }
      if (!batch.screened) findPersonalData(file, batch, findings);
      sink.batch(batch);
    },
    multiline: (cell) => cell === noteCell,
    restart() {
      findings = [];
      if (begun) sink.restart();
      begun = false;
    },
  };
  if (ahead?.(csv) === true) return { findings, readable: true };
  csv.restart();
  const open = workspace.open(file);
  let encoding: Encoding;
  try {
    encoding = reader.read(open, csv);
  } finally {
    open.close();
  }
  const at = { kind: 'file', file } as const;
  if (encoding === 'gb18030')
    findings.push({ code: 'file/encoding', at, tell: readingTellings.encoding(), related: [] });
  if (encoding === 'unknown') {
    findings.push({ code: 'file/encoding', at, tell: readingTellings.undecodable(), related: [], severity: 'error' });
  }
  return { findings, readable: encoding !== 'unknown' && !broken };
}

function formFinding(file: string, fault: RecordFault, width: number, found: number): Finding {
  const at = { kind: 'bytes', file, start: fault.start, end: fault.end } as const;
  switch (fault.fault) {
    case Fault.surplus:
      return { code: 'csv/ragged-row', at, tell: readingTellings.surplusCells({ header: width }), related: [] };
    case Fault.missing:
      return { code: 'csv/ragged-row', at, tell: readingTellings.missingCells({ header: width, found }), related: [] };
    case Fault.quote:
      return { code: 'csv/quote', at, tell: readingTellings.quote(), related: [] };
    case Fault.wide: {
      const tell = readingTellings.headerWide({ most: MOST_CELLS });
      return { code: 'csv/header-unknown', at, tell, related: [], severity: 'error' };
    }
    case Fault.returns:
      return { code: 'csv/header-missing', at, tell: readingTellings.headerReturns(), related: [] };
    case Fault.marker:
      return { code: 'file/conflict-marker', at, tell: readingTellings.conflictMarker(), related: [] };
  }
}
