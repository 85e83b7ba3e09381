// Finds the header rows of a sheet: the row that reads most like one, and further ones where a second table begins.

import { matchable } from '../core/text.js';
import type { HeaderWords, Target } from './names.js';
import { type Raw, rawText, type Sheet } from './sheet.js';

export interface BoundColumn {
  /** Column of the sheet. */
  readonly at: number;
  readonly header: string;
  readonly target: Target;
}

/** One table of a sheet: its header, what stands above it, and the rows below it. */
export interface SheetTable {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly bound: readonly BoundColumn[];
  /** Rows of titles above the header, after the table before. */
  readonly titles: readonly [from: number, to: number];
  /** Rows of the table, the end excluded. */
  readonly rows: readonly [from: number, to: number];
}

/** Titles are not longer than this. */
const LOOK = 50;

interface Scored {
  readonly row: number;
  readonly score: number;
}

export function findTables(sheet: Sheet, words: HeaderWords): SheetTable[] {
  const key = keyColumns(words);
  const first = bestHeader(sheet, words, key);
  if (first === null) return [];
  const headers = [first.row];
  // A second header is as sure as the first: most of its cells are known names, and none of them is a number.
  for (let row = first.row + 1; row < sheet.rows.length; row++) {
    if (isHeader(sheet.rows[row]!, words, key)) headers.push(row);
  }
  return headers.map((headerRow, i) => {
    const end = headers[i + 1] ?? sheet.rows.length;
    const to = headers[i + 1] === undefined ? end : titleStart(sheet, headerRow, end);
    const from = i === 0 ? 0 : titleStart(sheet, headers[i - 1]!, headerRow);
    return {
      sheet,
      headerRow,
      bound: bind(sheet, headerRow, words),
      titles: [from, headerRow],
      rows: [headerRow + 1, to],
    };
  });
}

/** The columns without which a header is none: the thing and its amount, or whatever the table has first. */
function keyColumns(words: HeaderWords): ReadonlySet<number> {
  const keys = words.columns.flatMap(({ required, cell }, index) =>
    required && cell !== 'day' && cell !== 'doc' && cell !== 'choice' ? [index] : [],
  );
  return new Set(keys.length > 0 ? keys : [0]);
}

function scoreOf(
  row: readonly Raw[],
  words: HeaderWords,
  key: ReadonlySet<number>,
): { known: number; keys: number; cells: number; numbers: number } {
  const columns = new Set<number>();
  let known = 0;
  let keys = 0;
  let cells = 0;
  let numbers = 0;
  for (const raw of row) {
    if (raw === null) continue;
    if (typeof raw !== 'string') {
      numbers++;
      continue;
    }
    if (matchable(raw) === '') continue;
    cells++;
    const target = words.target(raw);
    if (target.kind === 'unknown') continue;
    if (target.kind === 'column') {
      if (columns.has(target.index)) continue;
      columns.add(target.index);
      if (key.has(target.index)) keys++;
    }
    known++;
  }
  return { known, keys, cells, numbers };
}

function bestHeader(sheet: Sheet, words: HeaderWords, key: ReadonlySet<number>): Scored | null {
  let best: Scored | null = null;
  for (let row = 0; row < Math.min(LOOK, sheet.rows.length); row++) {
    const { known, keys, cells } = scoreOf(sheet.rows[row]!, words, key);
    if (keys === 0 || known < Math.min(2, words.columns.length)) continue;
    const score = known * 2 + keys - (cells - known);
    if (best === null || score > best.score) best = { row, score };
  }
  return best;
}

/** Header cells are short and many: a long row is looked at only where its first texts are known. */
function isHeader(row: readonly Raw[], words: HeaderWords, key: ReadonlySet<number>): boolean {
  // A number is data: that settles most rows at once.
  if (row.some((raw) => typeof raw === 'number')) return false;
  if (
    !row.some((raw) => typeof raw === 'string' && raw !== '' && raw.length < 20 && words.target(raw).kind === 'column')
  )
    return false;
  const { known, keys, cells, numbers } = scoreOf(row, words, key);
  return numbers === 0 && keys > 0 && known >= 2 && known * 3 >= cells * 2;
}

/** Rows of a single cell straight above a second header are its titles, not rows of the table before. */
function titleStart(sheet: Sheet, after: number, header: number): number {
  let row = header;
  while (row - 1 > after && filled(sheet.rows[row - 1]!) <= 1 && !isTotal(sheet.rows[row - 1]!)) row--;
  return row;
}

function isTotal(row: readonly Raw[]): boolean {
  return row.some((raw) => typeof raw === 'string' && /^(?:合|小|共|总)\s*计/u.test(matchable(raw)));
}

export function filled(row: readonly Raw[]): number {
  let cells = 0;
  for (const raw of row) if (raw !== null && (typeof raw !== 'string' || matchable(raw) !== '')) cells++;
  return cells;
}

function bind(sheet: Sheet, headerRow: number, words: HeaderWords): BoundColumn[] {
  const bound: BoundColumn[] = [];
  const taken = new Set<number>();
  for (const [at, raw] of (sheet.rows[headerRow] ?? []).entries()) {
    const header = matchable(rawText(raw)).replace(/\s+/gu, ' ');
    if (header === '') continue;
    let target = words.target(header);
    // Two columns that mean one thing cannot both be right: the first counts, the other is shown as unknown.
    if (target.kind === 'column') {
      if (taken.has(target.index)) target = { kind: 'unknown' };
      else taken.add(target.index);
    }
    bound.push({ at, header, target });
  }
  return bound;
}
