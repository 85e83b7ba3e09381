// imports/<file>.rejected.csv: the lines that did not come in, as they were read, with where and why: to mend and import.

import { movementKinds } from '../book/choices.js';
import { columnsOf, type TableName } from '../book/columns.js';
import { formatDay } from '../core/day.js';
import { harmless } from '../core/formula.js';
import type { Lang } from '../core/lang.js';
import { csvLine } from '../record/csvline.js';
import type { Rejected } from './request.js';
import { rawText } from './sheet.js';
import { quoteCell } from './sidecar.js';
import { cleanText } from './text.js';

/** Columns that the next import knows to leave aside. */
export const REASON_COLUMNS = ['import_cell', 'import_reason'];

export function rejectedCsv(table: TableName, rejected: readonly Rejected[], lang: Lang, bom: boolean): Uint8Array {
  const columns = columnsOf(table);
  const unknown = new Set<string>();
  const used = new Set<number>();
  let named = false;
  const rows = rejected.map(({ line, facts, cell, reason }) => {
    const texts = new Map<number, string>();
    for (const [index, raw] of line.cells.entries()) {
      const text = cleanText(rawText(raw));
      if (text !== '') texts.set(index, text);
    }
    // What a title said of the whole sheet is said here line by line.
    for (const [index, { name }] of columns.entries()) {
      if (texts.has(index)) continue;
      if (name === 'date' && facts.date !== null) texts.set(index, formatDay(facts.date.day));
      else if (name === 'kind' && table === 'stock' && facts.kind !== null) {
        texts.set(index, lang === 'zh' ? movementKinds[facts.kind][0] : facts.kind);
      }
    }
    for (const index of texts.keys()) used.add(index);
    const others = new Map<string, string>();
    for (const { at, header, target } of line.table.bound) {
      if (target.kind !== 'unknown') continue;
      const text = cleanText(rawText(line.table.sheet.rows[line.row]?.[at]));
      if (text === '') continue;
      unknown.add(header);
      others.set(header, text);
    }
    const itemName = cleanText(rawText(line.itemName));
    named ||= itemName !== '';
    return { texts, others, itemName, cell, reason: reason[lang] };
  });
  const order = [...used].sort((a, b) => a - b);
  const header = [
    ...order.map((index) => (lang === 'zh' ? (columns[index]!.zh[0] ?? columns[index]!.name) : columns[index]!.name)),
    ...(named ? ['item_name'] : []),
    ...unknown,
    ...REASON_COLUMNS,
  ];
  const lines = rows.map(({ texts, others, itemName, cell, reason }) => [
    ...order.map((index) => texts.get(index) ?? ''),
    ...(named ? [itemName] : []),
    ...[...unknown].map((name) => others.get(name) ?? ''),
    cell,
    reason,
  ]);
  const text = [header, ...lines]
    .map((cells) =>
      csvLine(
        cells.map((cell) => quoteCell(harmless(cell))),
        '\n',
      ),
    )
    .join('');
  return new TextEncoder().encode(`${bom ? '\uFEFF' : ''}${text}`);
}
