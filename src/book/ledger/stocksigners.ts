// Who signed movements: rows whose second person is the first, and people outside their time of service.

import type { Staff } from '../register/staff.js';
import { S } from './stockrows.js';

export class StockSigners {
  /** Rows whose second person is the first. */
  readonly selfChecked: { readonly row: number; readonly member: number }[] = [];
  /** Rows signed by somebody outside their time of service, with the column that says so. */
  readonly inactive: { readonly row: number; readonly column: number; readonly member: number }[] = [];
  /** By member the first and the last day of service. */
  readonly service: Int32Array;

  constructor(staff: Staff) {
    this.service = new Int32Array(staff.all.length * 2);
    for (const [index, member] of staff.all.entries()) {
      this.service[index * 2] = member.from ?? -0x80000000;
      this.service[index * 2 + 1] = member.until ?? 0x7fffffff;
    }
  }

  /** Looks at both people of a row, −1 for nobody. */
  note(row: number, day: number, by: number, checkedBy: number): void {
    if (by >= 0) {
      if (by === checkedBy) this.selfChecked.push({ row, member: by });
      this.serving(by, day, row, S.by);
    }
    if (checkedBy >= 0) this.serving(checkedBy, day, row, S.checkedBy);
  }

  forgetFrom(row: number): void {
    for (const noted of [this.selfChecked, this.inactive]) {
      while (noted.length > 0 && noted[noted.length - 1]!.row >= row) noted.pop();
    }
  }

  private serving(member: number, day: number, row: number, column: number): void {
    if (member * 2 >= this.service.length) return;
    if (day < this.service[member * 2]! || day > this.service[member * 2 + 1]!) {
      this.inactive.push({ row, column, member });
    }
  }
}
