// Which cell of a file holds which column: canonical names and Chinese aliases, in any order, mixed.

import type { Finding } from '../core/finding.js';
import { readingTellings } from '../core/messages/reading.js';
import { nearest } from '../core/nearest.js';
import { matchable, quoted } from '../core/text.js';
import type { HeaderCell } from '../source/csv/read.js';
import type { Column } from './columns.js';

export interface Header {
  /** For each column of the table the cell that holds it, or -1. */
  readonly cellOf: Int32Array;
  /** Required columns that are absent and columns that stand twice: their cells cannot be read. */
  readonly unreadable: ReadonlySet<number>;
  readonly findings: readonly Finding[];
}

/** Every name a column answers to, in the form that is matched. */
export function columnNames(columns: readonly Column[]): ReadonlyMap<string, number> {
  const known = namesOf.get(columns);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    for (const name of [column.name, ...column.zh]) names.set(name.toLowerCase(), index);
  }
  namesOf.set(columns, names);
  return names;
}

/** A ledger has many files and one table of columns. */
const namesOf = new WeakMap<readonly Column[], ReadonlyMap<string, number>>();

/** The header of a table that was read last, if nothing was wrong with it: files of a ledger mostly have the same. */
const latest = new WeakMap<readonly Column[], { readonly cells: readonly HeaderCell[]; readonly header: Header }>();

export function readHeader(file: string, cells: readonly HeaderCell[], columns: readonly Column[]): Header {
  const known = latest.get(columns);
  if (known !== undefined && sameWords(known.cells, cells)) return known.header;
  const header = lookUp(file, cells, columns);
  if (header.findings.length === 0) latest.set(columns, { cells, header });
  return header;
}

function sameWords(some: readonly HeaderCell[], others: readonly HeaderCell[]): boolean {
  return some === others || (some.length === others.length && some.every(({ text }, at) => text === others[at]!.text));
}

function lookUp(file: string, cells: readonly HeaderCell[], columns: readonly Column[]): Header {
  const names = columnNames(columns);
  const cellOf = new Int32Array(columns.length).fill(-1);
  const unreadable = new Set<number>();
  const findings: Finding[] = [];
  for (const [index, cell] of cells.entries()) {
    const text = matchable(cell.text);
    const column = names.get(text.toLowerCase());
    const at = { kind: 'bytes', file, start: cell.start, end: cell.end } as const;
    if (column === undefined) {
      // A column without a name and without content is what spreadsheets leave behind a table.
      if (text === '') continue;
      const tell = readingTellings.headerUnknown({ name: quoted(cell.text), nearest: nearest(text, names.keys()) });
      findings.push({ code: 'csv/header-unknown', at, tell, related: [] });
    } else if (cellOf[column]! >= 0) {
      unreadable.add(column);
      const tell = readingTellings.headerDuplicate({ name: quoted(cell.text), column: columns[column]!.name });
      findings.push({ code: 'csv/header-duplicate', at, tell, related: [] });
    } else cellOf[column] = index;
  }
  const first = cells[0];
  const at = { kind: 'bytes', file, start: first?.start ?? 0, end: first?.end ?? 0 } as const;
  if (cells.length === 0) {
    findings.push({ code: 'csv/header-missing', at, tell: readingTellings.headerEmpty(), related: [] });
  }
  for (const [index, column] of columns.entries()) {
    if (!column.required || cellOf[index]! >= 0) continue;
    unreadable.add(index);
    if (cells.length === 0) continue;
    const tell = readingTellings.headerMissing({ column: column.name, zh: column.zh[0] ?? column.name });
    findings.push({ code: 'csv/header-missing', at, tell, related: [] });
  }
  return { cellOf, unreadable, findings };
}
