// Reads the CSV tables of a book given as path → text into cells by canonical column name, each with its place.
import { parse } from 'csv-parse/sync';
import type { Place } from './types.js';

export interface Cells extends Place {
  get(column: string): string;
}

function readTable(file: string, text: string): Cells[] {
  const records = parse(text, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    on_record: (record: string[], info) => [String(info.lines), ...record],
  });
  const header = records[0];
  if (header === undefined) return [];
  return records
    .slice(1)
    .filter((record) => record.slice(1).some((cell) => cell.trim() !== ''))
    .map((record) => ({
      file,
      line: Number(record[0]),
      get: (column) => {
        const at = header.indexOf(column, 1);
        return at < 0 ? '' : (record[at] ?? '').trim();
      },
    }));
}

/** The rows of a register file, or of every CSV file under a ledger's folder, files in code-unit order. */
export function readRows(files: Record<string, string>, where: string): Cells[] {
  return Object.keys(files)
    .filter((path) => path === where || (where.endsWith('/') && path.startsWith(where) && path.endsWith('.csv')))
    .sort()
    .flatMap((path) => readTable(path, files[path] ?? ''));
}
