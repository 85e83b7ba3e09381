// The main table of a document as CSV, for people's spreadsheets: exact figures, and no cell that is a formula.

import { stringify } from 'csv-stringify/sync';
import { harmless } from '../core/formula.js';
import type { Lang } from '../core/lang.js';
import { logLine } from '../core/log.js';
import { commonWords } from '../core/messages/report.js';
import { visibleLines } from '../core/text.js';
import { type Document, markedCell, type Table, textIn } from '../report/document.js';
import { plainValue } from './cells.js';

const BOM = '\uFEFF';
const ROWS = 1000;
export interface CsvOptions {
  readonly lang: Lang;
  /** Excel and WPS take a file for UTF-8 only with a byte order mark. */
  readonly bom: boolean;
}

/** A text as a spreadsheet shows it: no formula, and nothing in it that acts on a terminal or hides. */
function shown(text: string): string {
  return harmless(visibleLines(text)).split('\n').map(logLine).join('\n');
}

/** Some spreadsheets break lines at these as well, unless they are quoted. */
const quoting = { quoted_match: /[;\t|]|^::/ };

/** The table that stands for a document where there is room for one only. */
export function mainTable(document: Document): Table | null {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return tables.find(({ main }) => main) ?? tables[0] ?? null;
}

/** The main table in pieces that are ready to write; a document without a table gives its text instead. */
export function* csvPieces(document: Document, { lang, bom }: CsvOptions): Generator<string> {
  if (bom) yield BOM;
  const table = mainTable(document);
  if (table === null) {
    const texts = document.blocks.flatMap((block) => ('text' in block ? [[shown(textIn(block.text, lang))]] : []));
    yield stringify(texts, quoting);
    return;
  }
  const { columns, canBeIncomplete } = table;
  const head = columns.map((column) => column.title[lang]);
  let records: string[][] = [canBeIncomplete ? [...head, commonWords.incompleteColumn[lang]] : head];
  for (const row of table.rows) {
    let incomplete = false;
    const cells = columns.map((column, at) => {
      const cell = markedCell(row[at] ?? null);
      incomplete ||= cell.incomplete;
      return shown(plainValue(cell.value, column.kind, lang));
    });
    if (canBeIncomplete) cells.push(incomplete ? commonWords.yes[lang] : '');
    records.push(cells);
    if (records.length < ROWS) continue;
    yield stringify(records, quoting);
    records = [];
  }
  if (records.length > 0) yield stringify(records, quoting);
}

export function renderCsv(document: Document, options: CsvOptions): string {
  return [...csvPieces(document, options)].join('');
}
