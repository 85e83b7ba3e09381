// Which file a document's rows go into, and what that file is afterwards. An existing file keeps its header, the order
// of its columns, its line ends and its byte order mark; nothing that stands in it is touched.

import { isUtf8 } from 'node:buffer';
import { columnsOf, type LedgerName } from '../book/columns.js';
import { readHeader } from '../book/header.js';
import { CsvReader } from '../source/csv/read.js';
import { bytesSource } from '../source/workspace.js';
import { csvCell, csvLine } from './csvline.js';
import { refuse } from './fault.js';

/** A row by the canonical names of its columns; what is absent or empty is left blank. */
export type Row = Readonly<Record<string, string>>;

const MARK = '\uFEFF';
const encoder = new TextEncoder();

/** How new files are made in this book. */
export interface FileStyle {
  /** Chinese column names, or the canonical English ones. */
  readonly chinese: boolean;
  /** With the byte order mark that Excel and WPS need. */
  readonly bom: boolean;
}

/** What there is to know of a file before rows are added at its end. */
interface Layout {
  /** The column each cell holds, null for one that we do not know. */
  readonly columns: readonly (string | null)[];
  readonly newline: string;
}

/** The columns that rows use. */
export function usedColumns(ledger: LedgerName, rows: readonly Row[]): Set<string> {
  const known = new Set(columnsOf(ledger).map(({ name }) => name));
  const used = new Set<string>();
  for (const row of rows) {
    for (const [column, text] of Object.entries(row)) {
      if (text === '') continue;
      if (!known.has(column)) refuse({ kind: 'column', column, ledger });
      used.add(column);
    }
  }
  return used;
}

/** A new file with these rows. */
export function newFile(ledger: LedgerName, rows: readonly Row[], { chinese, bom }: FileStyle): Uint8Array {
  const columns = columnsOf(ledger);
  const header = columns.map(({ name, zh }) => (chinese ? (zh[0] ?? name) : name));
  const lines = [csvLine(header, '\n')];
  for (const row of rows)
    lines.push(
      csvLine(
        columns.map(({ name }) => csvCell(name, row[name] ?? '')),
        '\n',
      ),
    );
  return encoder.encode(`${bom ? MARK : ''}${lines.join('')}`);
}

/** The file with the rows at its end; null where it is not fit for them, so that another must be taken. */
export function extended(
  ledger: LedgerName,
  file: string,
  bytes: Uint8Array,
  used: ReadonlySet<string>,
  rows: readonly Row[],
): Uint8Array | null {
  const layout = layoutOf(ledger, file, bytes);
  if (layout === null) return null;
  for (const column of used) if (!layout.columns.includes(column)) return null;
  const { columns, newline } = layout;
  const line = (row: Row): string =>
    csvLine(
      columns.map((column) => (column === null ? '' : csvCell(column, row[column] ?? ''))),
      newline,
    );
  // A last line without its end (an editor, a torn write) is completed: nothing is ever glued to it.
  const lead = bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a ? newline : '';
  const added = encoder.encode(lead + rows.map(line).join(''));
  const whole = new Uint8Array(bytes.length + added.length);
  whole.set(bytes);
  whole.set(added, bytes.length);
  return whole;
}

/** Null where rows cannot be added safely: another encoding, a header that cannot be read, a quote left open. */
function layoutOf(ledger: LedgerName, file: string, bytes: Uint8Array): Layout | null {
  if (!isUtf8(bytes)) return null;
  const tables = columnsOf(ledger);
  let columns: (string | null)[] | null = null;
  let broken = false;
  new CsvReader().read(bytesSource(bytes), {
    header(cells, faults) {
      const header = readHeader(file, cells, tables);
      broken ||= faults.length > 0 || header.unreadable.size > 0 || cells.length === 0;
      columns = cells.map((_, cell) => tables.find((_column, index) => header.cellOf[index] === cell)?.name ?? null);
    },
    batch(batch) {
      // A quote left open would swallow what comes after it; a conflict is for somebody to settle first.
      broken ||= batch.faults.some(({ fault }) => fault >= 3);
    },
    multiline: (cell) => columns?.[cell] === 'note',
    restart() {},
  });
  if (broken || columns === null) return null;
  const end = bytes.indexOf(0x0a);
  return { columns, newline: end > 0 && bytes[end - 1] === 0x0d ? '\r\n' : '\n' };
}
