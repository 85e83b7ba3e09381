// The counts of a book, column by column: what was found on the shelf, where, and by whom.

import { type Day, dayFromColumn } from '../../core/day.js';
import { type Quantity, quantity } from '../../core/quantity.js';
import { Float64Vector, Int32Vector, Uint8Vector } from '../../core/vector.js';
import type { CountPoint } from '../choices.js';
import { columnsOf } from '../columns.js';
import { EMPTY } from '../vocabulary.js';
import { ColumnRows } from './columnrows.js';

const columns = columnsOf('counts');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

/** Indexes of the columns of `counts/`. */
export const C = {
  date: at('date'),
  when: at('when'),
  site: at('site'),
  item: at('item'),
  spec: at('spec'),
  lot: at('lot'),
  counted: at('counted'),
  unit: at('unit'),
  by: at('by'),
  checkedBy: at('checked_by'),
} as const;

export interface Count {
  readonly row: number;
  readonly day: Day;
  readonly when: CountPoint;
  readonly site: number;
  readonly item: number;
  /** NO_LOT for an item without lots, and for a count of all lots together. */
  readonly lot: number;
  readonly counted: Quantity;
  readonly selfChecked: boolean;
  readonly by: number | null;
  readonly checkedBy: number | null;
}

/** One row as it is written to the columns; −1 stands for an empty cell. */
interface CountCells {
  readonly day: number;
  readonly open: boolean;
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly counted: number;
  readonly by: number;
  readonly checkedBy: number;
}

export class CountRows extends ColumnRows {
  readonly day = new Int32Vector();
  /** 1 for a count at opening, 0 for one at close. */
  readonly open = new Uint8Vector();
  readonly site = new Int32Vector();
  readonly item = new Int32Vector();
  readonly lot = new Int32Vector();
  readonly counted = new Float64Vector();
  readonly by = new Int32Vector();
  readonly checkedBy = new Int32Vector();
  /** 1 where the row was left out because of what all rows come to. */
  readonly leftOut = new Uint8Vector();

  protected readonly columns = [
    this.day,
    this.open,
    this.site,
    this.item,
    this.lot,
    this.counted,
    this.by,
    this.checkedBy,
    this.leftOut,
  ];

  /** Writes a row to `at` of the columns, which have room for it. */
  write(at: number, row: CountCells): void {
    this.day.data[at] = row.day;
    this.open.data[at] = row.open ? 1 : 0;
    this.site.data[at] = row.site;
    this.item.data[at] = row.item;
    this.lot.data[at] = row.lot;
    this.counted.data[at] = row.counted;
    this.by.data[at] = row.by;
    this.checkedBy.data[at] = row.checkedBy;
    this.leftOut.data[at] = 0;
  }

  isSelfChecked(row: number): boolean {
    const by = this.by.data[row]!;
    return by !== EMPTY && by === this.checkedBy.data[row];
  }

  count(row: number): Count {
    const by = this.by.data[row]!;
    const checkedBy = this.checkedBy.data[row]!;
    return {
      row,
      day: dayFromColumn(this.day.data[row]!),
      when: this.open.data[row] === 1 ? 'open' : 'close',
      site: this.site.data[row]!,
      item: this.item.data[row]!,
      lot: this.lot.data[row]!,
      counted: quantity(this.counted.data[row]!),
      selfChecked: this.isSelfChecked(row),
      by: by === EMPTY ? null : by,
      checkedBy: checkedBy === EMPTY ? null : checkedBy,
    };
  }

  /** The rows that count, in the order in which they were read. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.length; row++) if (this.leftOut.data[row] === 0) yield row;
  }
}
