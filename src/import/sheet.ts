// What every kind of spreadsheet is to the importer: named sheets of plain cells, and which of them were merged.

import type { Words } from '../core/lang.js';

/** A cell as it was stored; a cell of date format is its serial day, so that all dates are read in one place. */
export type Raw = string | number | boolean | null;

/** Rows and columns count from 0; the end is part of the range. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Why a cell has no value that could be read. */
export type CellFault = 'error' | 'formula';

export interface Sheet {
  /** Null in a text file, which has one sheet without a name. */
  readonly name: string | null;
  readonly rows: readonly (readonly Raw[])[];
  readonly merges: readonly Merge[];
  /** By `row:column`: cells that hold an error, or a formula whose result was never saved. */
  readonly faults: ReadonlyMap<string, CellFault>;
}

/** A file that cannot be read at all: why, and what to do now. */
export interface Refusal {
  readonly message: Words;
  readonly hint: Words;
}

export type Opened =
  | { readonly ok: true; readonly sheets: readonly Sheet[]; readonly remarks: readonly Words[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** `A` to `XFD`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** `Sheet1!E17`, as spreadsheet programs write it; quoted where the sheet's name needs it. */
export function cellAddress(sheet: Sheet, row: number, column: number): string {
  const at = `${columnLetters(column)}${row + 1}`;
  if (sheet.name === null) return at;
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name);
  return plain ? `${sheet.name}!${at}` : `'${sheet.name.replaceAll("'", "''")}'!${at}`;
}

export function faultKey(row: number, column: number): string {
  return `${row}:${column}`;
}

/** The text of a cell as somebody would copy it out. */
export function rawText(raw: Raw | undefined): string {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return numberText(raw);
}

/** A stored number with the fifteen digits that a spreadsheet shows: 0.1 + 0.2 is 0.3. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const shown = String(Number(value.toPrecision(15)));
  return shown.includes('e')
    ? Number(shown).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : shown;
}
