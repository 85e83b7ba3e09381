// Reads `roster/`: who is on shift where, from when until when.

import { dayFromColumn } from '../../core/day.js';
import { Int32Vector } from '../../core/vector.js';
import type { Batch } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { columnsOf } from '../columns.js';
import { EMPTY, FAULT, Names } from '../vocabulary.js';
import { siteCell, staffCell } from './cells.js';
import { ColumnarReader } from './columnar.js';
import { ColumnRows } from './columnrows.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('roster');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const O = {
  date: at('date'),
  start: at('start'),
  end: at('end'),
  staff: at('staff'),
  site: at('site'),
  task: at('task'),
} as const;

export class RosterRows extends ColumnRows {
  readonly day = new Int32Vector();
  /** Minutes of the day. */
  readonly start = new Int32Vector();
  /** At or before the start where the shift ends the next day. */
  readonly end = new Int32Vector();
  readonly staff = new Int32Vector();
  readonly site = new Int32Vector();
  readonly task = new Int32Vector();
  readonly tasks = new Names();

  protected readonly columns = [this.day, this.start, this.end, this.staff, this.site, this.task];
}

export class RosterReader extends ColumnarReader<RosterRows> {
  private readonly day = int32Rows();
  private readonly start = int32Rows();
  private readonly end = int32Rows();
  private readonly staff = int32Rows();
  private readonly site = int32Rows();
  private readonly task = int32Rows();

  constructor(private readonly resolver: Resolver) {
    super(new RosterRows());
  }

  protected fill(batch: Batch): void {
    const { resolver } = this;
    const { cellOf } = this.header;
    resolver.days.fill(batch, cellOf[O.date]!, this.day);
    resolver.times.fill(batch, cellOf[O.start]!, this.start);
    resolver.times.fill(batch, cellOf[O.end]!, this.end);
    resolver.staff.fill(batch, cellOf[O.staff]!, this.staff);
    resolver.sites.fill(batch, cellOf[O.site]!, this.site);
    this.rows.tasks.fill(batch, cellOf[O.task]!, this.task);
  }

  protected plain(row: number, at: number): boolean {
    const day = this.day[row]!;
    const start = this.start[row]!;
    const end = this.end[row]!;
    const staff = this.staff[row]!;
    const site = this.site[row]!;
    if (day < 0 || start < 0 || end < 0 || staff < 0 || site < 0) return false;
    const { rows } = this;
    rows.day.data[at] = day;
    rows.start.data[at] = start;
    rows.end.data[at] = end;
    rows.staff.data[at] = staff;
    rows.site.data[at] = site;
    rows.task.data[at] = this.task[row]!;
    return true;
  }

  protected careful(batch: Batch, row: number): boolean {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    if (report.isBlank()) return false;
    const day = this.day[row]!;
    if (day <= FAULT) report.date(O.date);
    else if (day === EMPTY) report.required(O.date);
    for (const [column, value] of [
      [O.start, this.start[row]!],
      [O.end, this.end[row]!],
    ] as const) {
      if (value <= FAULT) report.time(column);
      else if (value === EMPTY) report.required(column);
    }
    const staff = this.staff[row]!;
    if (staff === EMPTY) report.required(O.staff);
    else staffCell(report, resolver, O.staff, staff);
    const site = siteCell(report, resolver, O.site, this.site[row]!, true);
    for (const finding of report.findings) this.findings.push(finding);
    this.quarantined.push({
      table: 'roster',
      at: report.record(),
      day: day < 0 ? null : dayFromColumn(day),
      kind: null,
      docs: [],
      item: null,
      lot: null,
      sites: site === null ? null : [site],
    });
    return false;
  }
}
