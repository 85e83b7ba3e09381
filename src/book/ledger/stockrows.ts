// The movements of a book, column by column: about fifty bytes a row and no object.

import { Float64Vector, Int32Vector, Uint8Vector } from '../../core/vector.js';
import { ROWS } from '../../source/csv/batch.js';
import { kernel } from '../../source/wasm/kernel.js';
import { columnsOf } from '../columns.js';
import { ColumnRows, SHORT_ROW } from './columnrows.js';

const names = columnsOf('stock').map((column) => column.name);
const at = (name: string): number => names.indexOf(name);

/** Indexes of the columns of `stock/`. */
export const S = {
  date: at('date'),
  time: at('time'),
  doc: at('doc'),
  kind: at('kind'),
  item: at('item'),
  spec: at('spec'),
  lot: at('lot'),
  expiry: at('expiry'),
  qty: at('qty'),
  unit: at('unit'),
  from: at('from'),
  to: at('to'),
  by: at('by'),
  checkedBy: at('checked_by'),
  ref: at('ref'),
} as const;

/** Ledgers beyond this leave no room in the kernel's memory for their columns beside their names. */
const MOST_BYTES = 2 ** 30;

/** One row, as the reader hands it over; −1 stands for an empty cell. */
export interface Movement {
  readonly day: number;
  readonly minute: number;
  readonly doc: number;
  readonly kind: number;
  readonly item: number;
  readonly lot: number;
  /** Millionths of the item's base unit, above zero. */
  readonly qty: number;
  readonly from: number;
  readonly to: number;
  readonly ref: number;
}

export class StockRows extends ColumnRows {
  readonly day = new Int32Vector();
  readonly minute = new Int32Vector();
  readonly doc = new Int32Vector();
  /** Index into kindNames, or LEFT_OUT. */
  readonly kind = new Uint8Vector();
  readonly item = new Int32Vector();
  readonly lot = new Int32Vector();
  readonly qty = new Float64Vector();
  readonly from = new Int32Vector();
  readonly to = new Int32Vector();
  readonly ref = new Int32Vector();
  /** Rows that refer to another document, in order: few, and asked for again and again. */
  readonly referring = new Int32Vector();

  protected readonly columns = [
    this.day,
    this.minute,
    this.doc,
    this.kind,
    this.item,
    this.lot,
    this.qty,
    this.from,
    this.to,
    this.ref,
  ];
  /** Every column, in the order in which the kernel writes them. */
  readonly inOrder = [this.offset, ...this.columns];

  /**
   * Room for a ledger of so many bytes, and rows that are carried, in the kernel's memory where there is one: growing
   * copies every column. Nothing may be in them yet.
   */
  override expect(bytes: number, carried = 0): void {
    const compiled = kernel();
    const rows = Math.floor(bytes / SHORT_ROW) + ROWS + carried;
    if (compiled === null || bytes > MOST_BYTES) {
      this.reserve(rows);
      return;
    }
    for (const column of this.inOrder) column.startIn(compiled, rows);
  }

  /** Do the columns lie in the kernel's memory, with room for so many rows more? */
  inKernel(more: number): boolean {
    const { data, length } = this.offset;
    return data.buffer instanceof SharedArrayBuffer && length + more <= data.length;
  }

  /** Sets the number of rows, after they were written to the columns or to forget the last ones. */
  override settle(length: number): void {
    super.settle(length);
    const { referring } = this;
    while (referring.length > 0 && referring.data[referring.length - 1]! >= length) referring.length--;
  }

  add(offset: number, row: Movement): void {
    const at = this.append(offset);
    this.day.data[at] = row.day;
    this.minute.data[at] = row.minute;
    this.doc.data[at] = row.doc;
    this.kind.data[at] = row.kind;
    this.item.data[at] = row.item;
    this.lot.data[at] = row.lot;
    this.qty.data[at] = row.qty;
    this.from.data[at] = row.from;
    this.to.data[at] = row.to;
    this.ref.data[at] = row.ref;
    if (row.ref >= 0) this.referring.push(at);
  }

  movement(row: number): Movement {
    return {
      day: this.day.data[row]!,
      minute: this.minute.data[row]!,
      doc: this.doc.data[row]!,
      kind: this.kind.data[row]!,
      item: this.item.data[row]!,
      lot: this.lot.data[row]!,
      qty: this.qty.data[row]!,
      from: this.from.data[row]!,
      to: this.to.data[row]!,
      ref: this.ref.data[row]!,
    };
  }
}
