// A fault: what it is, the checks of which one must speak, and how it is put into a good book.

import type { Slug } from '../../../src/core/slugs.js';
import type { Files } from '../case.js';
import type { Random } from '../random.js';
import type { Grid, Sheets } from '../sheets.js';

/** Put into the cells, before the book is written in one way or another. */
export interface CellFault {
  readonly what: string;
  readonly slugs: readonly Slug[];
  put(sheets: Sheets, random: Random): void;
}

/** Put into the bytes of a file. */
export interface FileFault {
  readonly what: string;
  readonly slugs: readonly Slug[];
  put(files: Files, random: Random): Files;
}

export const STOCK = 'stock/2022.csv';
export const DELIVERIES = 'deliveries/2022.csv';
export const COUNTS = 'counts/2022.csv';
export const REQUESTS = 'requests/2022.csv';

export const ledgers = [STOCK, DELIVERIES, COUNTS, REQUESTS, 'census/2022.csv', 'roster/2022.csv'];

export function gridOf(sheets: Sheets, file: string): Grid {
  const grid = sheets.grids.get(file);
  if (grid === undefined) throw new RangeError(file);
  return grid;
}

export function set(
  file: string,
  column: string,
  value: (cell: string, random: Random) => string,
  where: (row: string[], at: (name: string) => string) => boolean = () => true,
) {
  return (sheets: Sheets, random: Random): void => {
    const { header, rows } = gridOf(sheets, file);
    const fits = rows.filter((row) => where(row, (name) => row[header.indexOf(name)] ?? ''));
    const row = random.pick(fits);
    const at = header.indexOf(column);
    row[at] = value(row[at] ?? '', random);
  };
}

export function to(...values: readonly string[]) {
  return (_cell: string, random: Random): string => random.pick(values);
}

/** Another number than the one that stands there, unit and all. */
export function off(cell: string, random: Random): string {
  return cell.replace(/^\d+/u, (digits) => String(Number(digits) + 1 + random.below(3)));
}
