// Reads what a line is about: the item by name, specification and unit, and its amounts with their unit.

import type { Book } from '../book/book.js';
import { type Column, columnsOf, type TableName } from '../book/columns.js';
import type { Lang, Words } from '../core/lang.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { formatQuantity, type Quantity } from '../core/quantity.js';
import { rangeText } from './ends.js';
import { ItemFinder, type Known } from './items.js';
import { isBlank, type Line } from './lines.js';
import { type Mapping, valueKey } from './mapping.js';
import type { Assumed } from './request.js';
import { rawText } from './sheet.js';
import { cleanText } from './text.js';
import { amountWithUnit, type CellReader, type Stop, stop, type Texts } from './values.js';

export interface RowsContext {
  readonly table: TableName;
  readonly book: Book;
  readonly mapping: Mapping;
  readonly create: boolean;
  readonly lang: Lang;
}

const zeroAllowed: ReadonlySet<string> = new Set([
  'counted',
  'received',
  'damaged',
  'residents',
  'staff',
  'min',
  'max',
]);
export const optionalBy: Readonly<Record<string, readonly string[]>> = { requests: ['qty'] };

export class GoodsReader {
  readonly items: ItemFinder;
  readonly assumed = new Map<string, Assumed>();
  protected readonly columns: readonly Column[];
  protected readonly index: ReadonlyMap<string, number>;
  protected readonly itemIndex: number;
  private readonly amounts: readonly number[];

  constructor(protected readonly context: RowsContext) {
    const { book, mapping, create, table } = context;
    this.columns = columnsOf(table);
    this.index = new Map(this.columns.map(({ name }, index) => [name, index]));
    this.itemIndex = this.columns.findIndex(({ cell }) => cell === 'item');
    this.amounts =
      this.itemIndex < 0 ? [] : this.columns.flatMap(({ cell }, index) => (cell === 'quantity' ? [index] : []));
    this.items = new ItemFinder(book, create, mapping.category);
  }

  /** The cell, or the constant for its column where the cell is blank. */
  protected given(line: Line, index: number) {
    const raw = line.cells[index] ?? null;
    return isBlank(raw) ? (this.context.mapping.set.get(this.columns[index]!.name) ?? null) : raw;
  }

  protected assume(column: string, value: string, why: Assumed['why'], at: string): void {
    const key = `${column}\u001f${value}\u001f${why}`;
    if (!this.assumed.has(key)) this.assumed.set(key, { column, value, why, at });
  }

  /** The item, its amounts and its unit; in tables without goods nothing. */
  protected goods(line: Line, reader: CellReader, texts: Texts): Stop | { amount: Quantity | null; unit: string } {
    if (this.itemIndex < 0) return { amount: null, unit: '' };
    for (const index of [this.itemIndex, ...this.amounts]) {
      const fault = reader.fault(line, index);
      if (fault !== null) return fault;
    }
    const itemColumn = this.columns[this.itemIndex]!;
    let unit = this.word(line, reader, 'unit');
    let amount: Quantity | null = null;
    for (const index of this.amounts) {
      const column = this.columns[index]!;
      const raw = reader.replaced(column.name, this.given(line, index));
      if (isBlank(raw) && (!column.required || optionalBy[this.context.table]?.includes(column.name))) {
        if (column.required && texts.cancelled === undefined) return stop(column, importReasons.amount('empty'));
        continue;
      }
      const read = amountWithUnit(raw, unit);
      if (!read.ok) return stop(column, isBlank(raw) ? this.blankAmount(line, index) : read.reason);
      const negative = this.context.table === 'deliveries' || this.context.mapping.negative.size > 0;
      if (read.amount < 0 && !negative) return stop(column, importReasons.amountNegative());
      if (read.amount === 0 && !zeroAllowed.has(column.name)) return stop(column, importReasons.amountZero());
      unit = read.unit;
      texts[column.name] = formatQuantity(read.amount);
      if (column.required) amount = read.amount;
    }
    const text = this.word(line, reader, 'item');
    if (text === '') return stop(itemColumn, importReasons.required({ column: 'item', zh: itemColumn.zh[0] ?? '' }));
    const spec = this.word(line, reader, 'spec');
    const replaced = this.mappedItem(text, spec, unit);
    const found = this.items.find({
      text: replaced ?? text,
      spec: replaced === null ? spec : '',
      unit,
      name: cleanText(rawText(line.itemName)),
    });
    if (!found.ok) return stop(itemColumn, found.reason, found.unknown ? 'item' : null);
    if (found.only) this.assume('item', `${found.item.code} ${found.item.name}`, 'only-item', text);
    this.nameItem(found.item, texts, unit);
    return { amount, unit: unit === '' ? found.item.unit : unit };
  }

  private word(line: Line, reader: CellReader, name: string): string {
    const index = this.index.get(name);
    return index === undefined ? '' : cleanText(rawText(reader.replaced(name, this.given(line, index))));
  }

  private mappedItem(text: string, spec: string, unit: string): string | null {
    const values = this.context.mapping.values.get('item');
    return values?.get(valueKey(`${text}|${spec}|${unit}`)) ?? null;
  }

  private nameItem(item: Known, texts: Texts, unit: string): void {
    texts.item = item.code;
    if (this.index.has('unit')) texts.unit = unit === '' ? item.unit : unit;
  }

  private blankAmount(line: Line, index: number): Words {
    const at = line.at[index] ?? -1;
    const merge = line.table.sheet.merges.find(
      ({ left, right, top, bottom }) => left <= at && at <= right && top < line.row && line.row <= bottom,
    );
    return merge === undefined
      ? importReasons.amount('empty')
      : importReasons.amountMerged({ range: rangeText(merge) });
  }
}
