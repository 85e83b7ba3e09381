// A book as tables of cells, and the many ways in which the same tables may be written.

import { columnsOf, type TableName, tables } from '../../src/book/columns.js';
import { type Files, utf8 } from './case.js';
import type { Random } from './random.js';

export interface Grid {
  readonly header: string[];
  readonly rows: string[][];
}

/** Path → table, beside files that are no tables. */
export interface Sheets {
  readonly grids: Map<string, Grid>;
  readonly texts: Map<string, string>;
}

export function copySheets({ grids, texts }: Sheets): Sheets {
  return {
    grids: new Map(
      [...grids].map(([file, { header, rows }]) => [file, { header: [...header], rows: rows.map((row) => [...row]) }]),
    ),
    texts: new Map(texts),
  };
}

export function cellText(cell: string): string {
  return /[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function plainCsv({ header, rows }: Grid): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

export function plainFiles({ grids, texts }: Sheets): Files {
  const files: Files = {};
  for (const [file, text] of texts) files[file] = utf8(text);
  for (const [file, grid] of grids) files[file] = utf8(plainCsv(grid));
  return files;
}

export function tableOf(file: string): TableName | null {
  const name = file.split('/')[0]!.replace(/\.csv$/u, '');
  return isTable(name) ? name : null;
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

const folders = new Set(['stock', 'deliveries', 'counts', 'requests', 'needs', 'census', 'roster', 'rollcalls']);

/** The same tables, written as somebody else's program would have written them. */
export function rewritten(sheets: Sheets, random: Random): Files {
  const files: Files = {};
  for (const [file, text] of sheets.texts)
    files[file] = utf8(random.chance(0.3) ? text.replaceAll('\n', '\r\n') : text);
  for (const [file, grid] of sheets.grids) {
    const folder = file.split('/')[0]!;
    const parts = folders.has(folder) && grid.rows.length > 1 && random.chance(0.3) ? split(grid, random) : [grid];
    for (const [n, part] of parts.entries()) {
      files[n === 0 ? file : file.replace(/\.csv$/u, `-${n}.${random.chance(0.2) ? 'CSV' : 'csv'}`)] = utf8(
        written(file, part, random),
      );
    }
  }
  return files;
}

function split(grid: Grid, random: Random): Grid[] {
  const at = 1 + random.below(grid.rows.length - 1);
  return [
    { header: grid.header, rows: grid.rows.slice(0, at) },
    { header: grid.header, rows: grid.rows.slice(at) },
  ];
}

function written(file: string, grid: Grid, random: Random): string {
  const table = tableOf(file);
  const columns = table === null ? [] : columnsOf(table);
  const order = random.chance(0.4) ? random.shuffle(grid.header.map((_, at) => at)) : grid.header.map((_, at) => at);
  const chinese = random.chance(0.3);
  const header = order.map((at) => {
    const name = grid.header[at]!;
    const words = columns.find((column) => column.name === name)?.zh ?? [];
    return chinese && words.length > 0 ? random.pick(words) : name;
  });
  // Registers may be told apart by the order of their rows, ledgers never.
  const rows = table !== null && folders.has(table) && random.chance(0.3) ? random.shuffle(grid.rows) : grid.rows;
  const quoteAll = random.chance(0.3);
  const padded = random.chance(0.2);
  const surplus = random.chance(0.2) ? ','.repeat(1 + random.below(3)) : '';
  const ending = random.chance(0.3) ? '\r\n' : '\n';
  const blank = random.chance(0.3);
  const cell = (text: string): string => {
    const wide =
      padded && text !== '' && random.chance(0.3) ? ` ${text}${random.pick([' ', '\u3000', '\u200b', '\t'])}` : text;
    return quoteAll || (wide !== '' && random.chance(0.05)) ? `"${wide.replaceAll('"', '""')}"` : cellText(wide);
  };
  let out = random.chance(0.3) ? '\ufeff' : '';
  if (blank && random.chance(0.3)) out += ending;
  out += header.map((name) => (quoteAll ? `"${name}"` : name)).join(',') + ending;
  for (const row of rows) {
    if (blank && random.chance(0.2)) out += random.pick(['', ',,', ' ', ' , ']) + ending;
    out += order.map((at) => cell(row[at] ?? '')).join(',') + (random.chance(0.5) ? surplus : '') + ending;
  }
  return random.chance(0.3) && out.endsWith(ending) ? out.slice(0, -ending.length) : out;
}
