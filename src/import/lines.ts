// The rows of a table one by one: lines of goods with what merged cells give them, and rows that are none.

import { columnsOf, type TableName } from '../book/columns.js';
import { matchable } from '../core/text.js';
import type { SheetTable } from './header.js';
import { cellAddress, columnLetters, type Raw, rawText, type Sheet } from './sheet.js';

/** A line of goods, its cells by column of the ledger. */
export interface Line {
  readonly table: SheetTable;
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly cells: readonly Raw[];
  readonly itemName: Raw;
  /** Column of the sheet by column of the ledger, -1 where the sheet has none. */
  readonly at: Int32Array;
}

export type FooterKind = 'total' | 'remark';

export interface Footer {
  readonly kind: FooterKind;
  readonly sheet: Sheet;
  readonly row: number;
  readonly text: string;
}

/** A value that was carried down: what is reported of it. */
export interface Fill {
  readonly column: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly cells: number;
}

/** A merged cell that gives the rows below it nothing, since nobody can know whether it should. */
export interface Unfilled {
  readonly column: string;
  readonly header: string;
  readonly range: string;
  readonly quantity: boolean;
}

export interface Gathered {
  readonly lines: Line[];
  readonly footers: Footer[];
  readonly fills: Fill[];
  readonly unfilled: Unfilled[];
}

/** Who, when, which document, which unit: what one merged cell may say of several rows. */
const mayFill: ReadonlySet<string> = new Set([
  'place',
  'site',
  'staff',
  'person',
  'party',
  'orgunit',
  'unit',
  'day',
  'doc',
]);
const neverFill: ReadonlySet<string> = new Set(['expiry', 'ref', 'needed_by', 'signed_on']);

export function isAmount(table: TableName, column: string): boolean {
  const cell = columnsOf(table).find(({ name }) => name === column)?.cell;
  return cell === 'quantity' || cell === 'whole';
}

const totalWord =
  /^(?:(?:本页|本日|今日|累计|以上)?(?:合计|小计|共计|总计|总数|合\s+计|小\s+计|共\s+计|总\s+计)|(?:grand |sub-?)?totals?|sum)(?:$|[\s:：(（\d])/iu;
const signature =
  /^(?:制表|制单|审核|审批|填报|填表|签字|签名|签收|签发|经办|复核|负责人|领导|库管|保管|会计|出纳|主管|盖章|联系人|联系电话|日期|单位负责人|备注|说明|注|prepared by|checked by|signature|note)[^:：]{0,8}[:：]/iu;
const heading = /^(?:[（(]?[一二三四五六七八九十]+[)）]?[、.．]|第[一二三四五六七八九十\d]+[类部分批])/u;

export function gather(table: TableName, found: SheetTable, fillDown: ReadonlySet<string>): Gathered {
  const columns = columnsOf(table);
  const width = columns.length;
  const columnAt = new Map<number, number>();
  let nameAt = -1;
  for (const { at, target } of found.bound) {
    if (target.kind === 'column') columnAt.set(at, target.index);
    else if (target.kind === 'item-name') nameAt = at;
  }
  const at = new Int32Array(width).fill(-1);
  for (const [sheetColumn, index] of columnAt) at[index] = sheetColumn;
  const itemAt = at[columns.findIndex(({ cell }) => cell === 'item')] ?? -1;
  const amountAt = columns.flatMap(({ cell, required }, index) =>
    cell === 'quantity' && required ? [at[index]!] : [],
  );
  const keyAt = [itemAt, ...amountAt].filter((column) => column >= 0);
  if (keyAt.length === 0) keyAt.push(...at.filter((column, index) => column >= 0 && columns[index]!.required));
  const carries = columns.map(({ name, cell }) => fillDown.has(name) || (mayFill.has(cell) && !neverFill.has(name)));

  const filler = new Filler(
    found.sheet,
    found.rows,
    columns.map(({ name }) => name),
    at,
    carries,
    fillDown,
  );
  const result: Gathered = { lines: [], footers: [], fills: filler.fills, unfilled: filler.unfilled };
  const [from, to] = found.rows;
  for (let row = from; row < to; row++) {
    const raw = found.sheet.rows[row]!;
    const kind = rowKind(raw, { itemAt, amountAt, keyAt, columnAt });
    if (kind === 'blank') continue;
    if (kind !== 'line') {
      const text = raw
        .map((cell) => rawText(cell).trim())
        .filter((cell) => matchable(cell) !== '')
        .join(' ');
      result.footers.push({ kind, sheet: found.sheet, row, text });
      continue;
    }
    const cells: Raw[] = new Array(width).fill(null);
    for (let index = 0; index < width; index++) if (at[index]! >= 0) cells[index] = raw[at[index]!] ?? null;
    filler.fill(row, cells);
    result.lines.push({ table: found, row, cells, itemName: nameAt < 0 ? null : (raw[nameAt] ?? null), at });
  }
  filler.finish();
  return result;
}

interface Keys {
  readonly itemAt: number;
  readonly amountAt: readonly number[];
  readonly keyAt: readonly number[];
  readonly columnAt: ReadonlyMap<number, number>;
}

const something = /[^\s\u200B-\u200D\u2060\uFEFF]/u;

export function isBlank(raw: Raw | undefined): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && !something.test(raw));
}

function rowKind(row: readonly Raw[], keys: Keys): 'blank' | 'line' | FooterKind {
  let filled = 0;
  let bound = 0;
  let first = '';
  for (let column = 0; column < row.length; column++) {
    const raw = row[column];
    if (isBlank(raw)) continue;
    filled++;
    if (keys.columnAt.has(column)) bound++;
    if (first === '' && typeof raw === 'string') first = raw;
  }
  if (filled === 0) return 'blank';
  const has = (column: number) => column >= 0 && !isBlank(row[column]);
  const amount = keys.amountAt.some(has);
  const item = has(keys.itemAt);
  if (item && amount && !/[计总t]/iu.test(first)) return 'line';
  const start = matchable(first);
  if (totalWord.test(start) || (item && totalWord.test(matchable(rawText(row[keys.itemAt]))))) return 'total';
  if (item && amount) return 'line';
  if (!amount && signature.test(start)) return 'remark';
  if (!keys.keyAt.some(has)) return bound >= 3 ? 'line' : 'remark';
  // A single text where goods stand: a heading or a sentence, unless it could be a name whose amount was forgotten.
  if (filled === 1 && item && (start.length > 40 || /[。；;：:]/u.test(start) || heading.test(start))) return 'remark';
  return 'line';
}

/** Carries values down: those of merged cells, and those of columns that somebody asked for. */
class Filler {
  readonly fills: Fill[] = [];
  readonly unfilled: Unfilled[] = [];
  /** By column of the ledger and row: the row whose value stands here. */
  private readonly merged = new Map<number, Map<number, number>>();
  private readonly last: { raw: Raw; row: number }[] = [];
  private readonly running: ({ raw: Raw; from: number; first: number; last: number; cells: number } | null)[] = [];

  constructor(
    private readonly sheet: Sheet,
    rows: readonly [number, number],
    private readonly names: readonly string[],
    private readonly at: Int32Array,
    carries: readonly boolean[],
    private readonly asked: ReadonlySet<string>,
  ) {
    for (const merge of sheet.merges) {
      if (merge.bottom === merge.top || merge.top < rows[0] || merge.top >= rows[1]) continue;
      const index = at.indexOf(merge.left);
      if (index < 0) continue;
      if (carries[index] !== true) {
        const letters = columnLetters(merge.left);
        this.unfilled.push({
          column: names[index]!,
          header: '',
          range: `${cellAddress(sheet, merge.top, merge.left)}:${letters}${merge.bottom + 1}`,
          quantity: names[index] === 'qty',
        });
        continue;
      }
      const inner = this.merged.get(index) ?? new Map<number, number>();
      // A merge over a whole column of a million rows says nothing of rows that are not there.
      for (let row = merge.top + 1; row <= Math.min(merge.bottom, sheet.rows.length - 1); row++)
        inner.set(row, merge.top);
      this.merged.set(index, inner);
    }
  }

  fill(row: number, cells: Raw[]): void {
    for (const [index, rows] of this.merged) {
      const from = rows.get(row);
      if (from !== undefined && isBlank(cells[index]))
        this.carry(index, row, from, cells, this.sheet.rows[from]?.[this.at[index]!] ?? null);
    }
    if (this.asked.size === 0) return;
    for (const [index, name] of this.names.entries()) {
      if (!this.asked.has(name)) continue;
      const above = this.last[index];
      if (!isBlank(cells[index])) this.last[index] = { raw: cells[index]!, row };
      else if (above !== undefined) this.carry(index, row, above.row, cells, above.raw);
    }
  }

  private carry(index: number, row: number, from: number, cells: Raw[], raw: Raw): void {
    if (isBlank(raw)) return;
    cells[index] = raw;
    const open = this.running[index];
    if (open?.from === from) {
      open.last = row;
      open.cells++;
      return;
    }
    if (open !== null && open !== undefined) this.close(index);
    this.running[index] = { raw, from, first: row, last: row, cells: 1 };
  }

  private close(index: number): void {
    const open = this.running[index];
    if (open === null || open === undefined) return;
    const column = Math.max(0, this.at[index]!);
    this.fills.push({
      column: this.names[index]!,
      text: rawText(open.raw),
      from: cellAddress(this.sheet, open.from, column),
      to: `${columnLetters(column)}${open.first + 1}${open.last === open.first ? '' : `:${columnLetters(column)}${open.last + 1}`}`,
      cells: open.cells,
    });
    this.running[index] = null;
  }

  finish(): void {
    for (const index of this.running.keys()) this.close(index);
  }
}
