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
  const { book, wrong, left } = readBook({ ...registers, [`${ledger}/a.csv`]: text });
  return { book, wrong: wrong.map((one) => one.slice(one.indexOf(' ') + 1)), left };
}

/** Files beside the registers; what is wrong is told with its folder: `stock qty value/quantity: …`. */
export function readBook(ledgers: Readonly<Record<string, string | Uint8Array>>): ReadRow {
  const book = loadBook(memoryWorkspace({ ...files, ...ledgers }));
  return {
    book,
    wrong: book.findings.map(({ at, code, tell }) => `${placeOf(ledgers, at)} ${code}: ${tell('en').message}`),
    left: book.quarantined.map((row) => leftOf(book, row)),
  };
}

/** The folder and the column as its file names it, or what else the place is: `stock qty`, `stock record`. */
function placeOf(texts: Readonly<Record<string, string | Uint8Array>>, at: Place): string {
  const file = at.kind === 'span' ? at.span.file : at.file;
  const text = texts[file] ?? '';
  const header = (typeof text === 'string' ? text : new TextDecoder('gb18030').decode(text)).split('\n')[0] ?? '';
  return `${file.split('/')[0]} ${at.kind === 'cell' ? (header.split(',')[at.cell] ?? '?') : at.kind}`;
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
