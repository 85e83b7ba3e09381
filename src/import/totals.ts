// Stated totals against the sums of the lines above them: a slip in either shows here.

import type { TableName } from '../book/columns.js';
import { columnsOf } from '../book/columns.js';
import { matchable } from '../core/text.js';
import { formatMillionths, readAmount } from './amounts.js';
import type { SheetTable } from './header.js';
import type { Footer, Line } from './lines.js';
import { cellAddress, rawText } from './sheet.js';

export interface Total {
  readonly cell: string;
  readonly text: string;
  readonly stated: string;
  readonly sum: string;
  readonly agrees: boolean;
  /** Lines whose amount could not be read: the sum is of the others. */
  readonly unreadable: number;
}

export function compareTotals(
  table: TableName,
  found: SheetTable,
  lines: readonly Line[],
  footers: readonly Footer[],
): Total[] {
  const columns = columnsOf(table);
  const index = columns.findIndex(({ cell, required }) => cell === 'quantity' && required);
  const unitIndex = columns.findIndex(({ name }) => name === 'unit');
  const totals: Total[] = [];
  const stated = footers.filter(({ kind }) => kind === 'total');
  if (index < 0 || stated.length === 0) return totals;
  const at = found.bound.find(({ target }) => target.kind === 'column' && target.index === index)?.at;
  if (at === undefined) return totals;
  let sinceSubtotal = -1;
  for (const footer of stated) {
    const raw = found.sheet.rows[footer.row] ?? [];
    const own = raw[at] ?? null;
    const read = readAmount(own === null || own === '' ? inWords(footer.text) : own);
    if (!read.ok) continue;
    const part = /小\s*计|本页|subtotal/iu.test(matchable(footer.text));
    const unitAt =
      unitIndex < 0
        ? undefined
        : found.bound.find(({ target }) => target.kind === 'column' && target.index === unitIndex)?.at;
    const unit = matchable(rawText(unitAt === undefined ? null : raw[unitAt])) || read.suffix;
    let sum = 0n;
    let unreadable = 0;
    for (const line of lines) {
      if (line.row > footer.row || (part && line.row <= sinceSubtotal)) continue;
      const amount = readAmount(line.cells[index] ?? null);
      const lineUnit =
        matchable(rawText(unitIndex < 0 ? null : line.cells[unitIndex])) || (amount.ok ? amount.suffix : '');
      // A total of one unit is of the lines in that unit; a bare one is of them all.
      if (unit !== '' && lineUnit !== '' && lineUnit !== unit) continue;
      if (amount.ok) sum += BigInt(amount.value);
      else unreadable++;
    }
    if (part) sinceSubtotal = footer.row;
    totals.push({
      cell: cellAddress(found.sheet, footer.row, at),
      text: footer.text,
      stated: formatMillionths(BigInt(read.value)),
      sum: formatMillionths(sum),
      agrees: BigInt(read.value) === sum,
      unreadable,
    });
  }
  return totals;
}

/** 「共计2856人次」: the one number in the words, null where there are several. */
function inWords(text: string): string | null {
  const numbers = matchable(text).match(/\d[\d,]*(?:\.\d+)?\s*万?\s*\p{L}*/gu) ?? [];
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}
