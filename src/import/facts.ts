// What a sheet says once for all its lines: the date in a title, the year beside it, and whether goods came or went.

import type { MovementKind } from '../book/choices.js';
import { civil, type Day } from '../core/day.js';
import { matchable } from '../core/text.js';
import { dateInWords, type ReadDate, serialDate } from './dates.js';
import type { SheetTable } from './header.js';
import { cellAddress, type Raw, type Sheet } from './sheet.js';

export interface TitleDate {
  readonly day: Day;
  readonly cell: string;
}

export interface Facts {
  readonly date: TitleDate | null;
  /** The title has a date that cannot be used: it lacks its year, or there are several. */
  readonly dateFault: { readonly cell: string; readonly text: string; readonly several: boolean } | null;
  readonly kind: MovementKind | null;
  readonly year: number | null;
}

/** The one year that dates in the sheet are in; null where none is written, or several. */
export function yearOf(sheet: Sheet, tables: readonly SheetTable[]): number | null {
  const years = new Set<number>();
  const take = (raw: Raw) => {
    if (raw === null || typeof raw === 'boolean') return;
    const read = typeof raw === 'number' ? wholeSerial(raw) : dateInWords(raw, null);
    if (read?.ok === true) years.add(civil(read.day)[0]);
    else if (typeof raw === 'string') {
      for (const match of matchable(raw).matchAll(/(?<!\d)(20\d\d)\s*年/gu)) years.add(Number(match[1]));
    }
  };
  for (const [row, cells] of sheet.rows.entries()) {
    const inTable = tables.some(({ headerRow, rows }) => row >= headerRow && row < rows[1]);
    // Inside a table only a row of a single cell speaks for the sheet: a signature's date below the goods.
    const alone = inTable && cells.filter((raw) => raw !== null && raw !== '').length === 1;
    if (!inTable || alone) cells.forEach(take);
  }
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** In a title or below a table a bare number of that size is a day; an amount of goods would have company. */
function wholeSerial(value: number): ReadDate | null {
  return serialDate(value);
}

export function factsOf(table: SheetTable, year: number | null): Facts {
  const { sheet, titles, bound } = table;
  const dates = new Map<Day, TitleDate>();
  let fault: Facts['dateFault'] = null;
  const words: string[] = [];
  for (let row = titles[0]; row < titles[1]; row++) {
    for (const [column, raw] of (sheet.rows[row] ?? []).entries()) {
      if (raw === null || typeof raw === 'boolean') continue;
      const read = typeof raw === 'number' ? serialDate(raw) : dateInWords(raw, year);
      if (typeof raw === 'string') words.push(matchable(raw));
      if (read === null) continue;
      const cell = cellAddress(sheet, row, column);
      if (!read.ok) fault ??= { cell, text: String(raw), several: false };
      else if (!dates.has(read.day)) dates.set(read.day, { day: read.day, cell });
    }
  }
  const [date] = dates.values();
  if (dates.size > 1 && date !== undefined) {
    const text = [...dates.values()].map(({ cell }) => cell).join(', ');
    return { date: null, dateFault: { cell: date.cell, text, several: true }, kind: kindOf(words, bound), year };
  }
  return { date: date ?? null, dateFault: date === undefined ? fault : null, kind: kindOf(words, bound), year };
}

const coming = /入库|接收|收到|捐赠|受赠|received|receipts?\b/iu;
const going = /出库|发放|领用|发出|配发|分发|issued|issues?\b|distribut/iu;

/** Title and header must not disagree: then nobody but the clerk can say. */
function kindOf(titles: readonly string[], bound: SheetTable['bound']): MovementKind | null {
  const spoken = (texts: readonly string[]): Set<MovementKind> => {
    const kinds = new Set<MovementKind>();
    for (const text of texts) {
      if (coming.test(text) && !going.test(text)) kinds.add('receipt');
      if (going.test(text)) kinds.add('issue');
    }
    return kinds;
  };
  const headers = bound.map(({ header }) => header.replace(/接收单位|接收方|受捐单位|受赠单位/gu, '领用单位'));
  const fromTitles = spoken(titles);
  const fromHeaders = spoken(headers);
  const all = new Set([...fromTitles, ...fromHeaders]);
  if (all.size === 1) return [...all][0] ?? null;
  return fromTitles.size === 1 && fromHeaders.size !== 1 ? ([...fromTitles][0] ?? null) : null;
}
