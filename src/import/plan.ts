// Works out an import without writing anything: which lines come in as which rows, which do not and why.

import { type Column, columnsOf } from '../book/columns.js';
import { importWords } from '../core/messages/import.js';
import { nearest } from '../core/nearest.js';
import { Sums } from './amounts.js';
import { type Facts, factsOf, yearOf } from './facts.js';
import { findTables, type SheetTable } from './header.js';
import { type Fill, type Footer, gather, isAmount, type Unfilled } from './lines.js';
import { columnNamed, targetsOf } from './mapping.js';
import { type HeaderWords, headerWords } from './names.js';
import type { ImportRequest, Planned, Source, UnknownColumn } from './request.js';
import { RowMaker } from './rows.js';
import { settle } from './settle.js';
import { cellAddress, type Refusal, rawText } from './sheet.js';
import { readSidecar, sourceName } from './sidecar.js';
import { compareTotals, type Total } from './totals.js';

export function planImport(request: ImportRequest): Planned {
  const { table, mapping } = request;
  const refused = (refusal: Refusal): Planned => ({ ok: false, refusal });
  const words = targetsOf(table, mapping.columns);
  const known = columnsOf(table).map(({ name, zh }) => (request.lang === 'zh' ? (zh[0] ?? name) : name));
  if (words.unknown !== null) return refused(importWords.noColumn(words.unknown, table, known));
  for (const column of [...mapping.set.keys(), ...mapping.fillDown]) {
    if (columnNamed(table, column) === null) return refused(importWords.noColumn(column, table, known));
  }
  const fillDown = new Set(mapping.fillDown.map((column) => columnNamed(table, column) ?? column));
  for (const column of fillDown) if (isAmount(table, column)) return refused(importWords.fillAmount(column));
  const set = new Map([...mapping.set].map(([column, value]) => [columnNamed(table, column) ?? column, value]));
  const own = { ...request, mapping: { ...mapping, set } };

  const names = headerWords(table, words.targets);
  const found = readSheets(own, names, fillDown);
  if ('message' in found) return refused(found);
  if (found.tables.length === 0) return refused(importWords.noHeader(known));

  const maker = new RowMaker({
    table,
    book: request.book,
    mapping: own.mapping,
    create: request.create,
    lang: request.lang,
  });
  const settled = settle(own, maker, found.sources);
  if (!settled.ok) return refused(settled.refusal);
  const { accepted, rejected } = settled;
  const sums = new Sums();
  for (const { amount, unit } of accepted) if (amount !== null) sums.add(unit, amount);
  return {
    ok: true,
    plan: {
      ...settled,
      table,
      sums,
      rejected,
      footers: found.footers,
      fills: found.fills,
      unfilled: found.unfilled,
      totals: found.totals,
      unknownColumns: found.unknown,
      assumed: [...maker.assumed.values()],
      learned: learnedFrom(found.tables, columnsOf(table)),
      without: found.without,
    },
  };
}

interface Found {
  readonly tables: SheetTable[];
  readonly sources: Source[];
  readonly footers: Footer[];
  readonly fills: Fill[];
  readonly unfilled: Unfilled[];
  readonly totals: Total[];
  readonly unknown: UnknownColumn[];
  readonly without: string[];
}

function readSheets(request: ImportRequest, words: HeaderWords, fillDown: ReadonlySet<string>): Found | Refusal {
  const { sheets, mapping, table } = request;
  const wanted = mapping.sheet;
  const chosen = wanted === null ? sheets : sheets.filter(({ name }) => name === wanted);
  if (chosen.length === 0)
    return importWords.noSheet(
      wanted ?? '',
      sheets.map(({ name }) => name ?? ''),
    );
  const found: Found = {
    tables: [],
    sources: [],
    footers: [],
    fills: [],
    unfilled: [],
    totals: [],
    unknown: [],
    without: [],
  };
  // A file that was imported once was in that year, whether or not it is said again.
  const remembered = yearBefore(request);
  for (const sheet of chosen) {
    const tables = findTables(sheet, words);
    if (tables.length === 0 && sheet.rows.length > 0) found.without.push(sheet.name ?? '');
    const year = mapping.year ?? yearOf(sheet, tables) ?? remembered;
    let before: Facts | null = null;
    for (const one of tables) {
      const read = factsOf(one, year);
      // A second table without a title of its own goes on under the first one's.
      const facts: Facts =
        before === null
          ? read
          : {
              ...read,
              date: read.date ?? (read.dateFault === null ? before.date : null),
              kind: read.kind ?? before.kind,
            };
      before = facts;
      const { lines, footers, fills, unfilled } = gather(table, one, fillDown);
      found.tables.push(one);
      for (const line of lines) found.sources.push({ line, facts });
      // One by one: a call takes only so many arguments, and a sheet may have more rows.
      for (const footer of footers) found.footers.push(footer);
      for (const fill of fills) found.fills.push(fill);
      for (const blank of unfilled) found.unfilled.push(blank);
      for (const total of compareTotals(table, one, lines, footers)) found.totals.push(total);
      unknownColumns(one, words, found.unknown);
    }
  }
  return found;
}

function yearBefore({ workspace, fileName }: ImportRequest): number | null {
  const years = new Set(readSidecar(workspace, sourceName(fileName).name).map(({ date }) => date.slice(0, 4)));
  const [year] = years;
  return years.size === 1 && year !== undefined && /^\d{4}$/u.test(year) ? Number(year) : null;
}

function unknownColumns(table: SheetTable, words: HeaderWords, into: UnknownColumn[]): void {
  for (const { at, header, target } of table.bound) {
    if (target.kind !== 'unknown' || into.some((known) => known.header === header)) continue;
    const sample = table.sheet.rows.slice(table.rows[0], table.rows[0] + 50).map((row) => rawText(row[at]).trim());
    into.push({
      header,
      cell: cellAddress(table.sheet, table.headerRow, at),
      sample: sample.find((text) => text !== '') ?? '',
      near: nearest(header, words.words),
    });
  }
}

/** Headers with the columns they were taken for. */
function learnedFrom(tables: readonly SheetTable[], columns: readonly Column[]): Map<string, string> {
  const learned = new Map<string, string>();
  for (const { bound } of tables) {
    for (const { header, target } of bound) {
      if (target.kind === 'column') learned.set(header, columns[target.index]!.name);
      else if (target.kind === 'item-name') learned.set(header, 'item_name');
      else if (target.kind === 'ignored') learned.set(header, 'ignore');
    }
  }
  return learned;
}
