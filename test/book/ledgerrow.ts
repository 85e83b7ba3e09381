// One row of a ledger, read in a book whose registers stand in desk.ts: what is wrong with it, and what is known of it then.

import type { Book } from '../../src/book/book.js';
import { columnsOf, type LedgerName } from '../../src/book/columns.js';
import { loadBook } from '../../src/book/load.js';
import { kindNames } from '../../src/book/movement.js';
import type { Quarantined } from '../../src/book/quarantine.js';
import { formatDay } from '../../src/core/day.js';
import type { Place } from '../../src/core/finding.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { REGISTERS } from './desk.js';

export type Cells = Readonly<Record<string, string>>;

export interface ReadRow {
  readonly book: Book;
  /** `qty value/quantity: "x" is not a quantity`: the column, or `row` for all of it. */
  readonly wrong: readonly string[];
  /** What is still known of a row that was left out: day, kind, documents, item, lot and sites; ? for what is not. */
  readonly left: readonly string[];
}

const files = { ...REGISTERS, 'taizhang.yaml': 'categories:\n  living: {zh: 生活物资, en: living supplies}\n' };

export function readRow(
  ledger: LedgerName,
  cells: Cells,
  registers: Readonly<Record<string, string>> = files,
): ReadRow {
  const names = columnsOf(ledger).map(({ name }) => name);
  const line = (of: (name: string) => string): string => `${names.map(of).join(',')}\n`;
  return readLines(ledger, line((name) => name) + line((name) => cells[name] ?? ''), registers);
}

/** A whole file, header and all. */
export function readLines(
  ledger: LedgerName,
  text: string | Uint8Array,
  registers: Readonly<Record<string, string>> = files,
): ReadRow {
  const book = loadBook(memoryWorkspace({ ...files, ...registers, [`${ledger}/a.csv`]: text }));
  const names = columnsOf(ledger).map(({ name }) => name);
  const placed = (at: Place): string => (at.kind === 'cell' ? (names[at.cell] ?? '?') : at.kind);
  return {
    book,
    wrong: book.findings.map(({ at, code, tell }) => `${placed(at)} ${code}: ${tell('en').message}`),
    left: book.quarantined.map((row) => leftOf(book, row)),
  };
}

function leftOf(book: Book, { day, kind, docs, item, lot, sites, table, at }: Quarantined): string {
  const list = (all: readonly string[] | null): string => (all === null ? '?' : all.length === 0 ? '-' : all.join('+'));
  return [
    `${table} ${at.kind}`,
    day === null ? '?' : formatDay(day),
    kind === null ? '?' : kindNames[kind],
    list(docs?.map((doc) => (table === 'needs' ? book.needs.needs : book.docs).text(doc)) ?? null),
    item === null ? '?' : book.items.all[item]?.code,
    lot === null ? '?' : book.lots.names.text(lot),
    list(sites?.map((site) => book.places.code(site)) ?? null),
  ].join(' ');
}
