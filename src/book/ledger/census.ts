// Reads `census/`: how many residents and how many staff each site reported for a day.

import { dayFromColumn } from '../../core/day.js';
import { peopleReadingTellings } from '../../core/messages/people-reading.js';
import { ONE } from '../../core/quantity.js';
import { quoted } from '../../core/text.js';
import { Int32Vector } from '../../core/vector.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { columnsOf } from '../columns.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import { siteCell } from './cells.js';
import { ColumnarReader } from './columnar.js';
import { ColumnRows } from './columnrows.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('census');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const E = { date: at('date'), site: at('site'), residents: at('residents'), staff: at('staff') } as const;

/** More heads than this are a slip of the pen. */
const MOST = 100_000_000;

export class CensusRows extends ColumnRows {
  readonly day = new Int32Vector();
  readonly site = new Int32Vector();
  readonly residents = new Int32Vector();
  /** −1 where it was not reported. */
  readonly staff = new Int32Vector();

  protected readonly columns = [this.day, this.site, this.residents, this.staff];
}

export class CensusReader extends ColumnarReader<CensusRows> {
  private readonly quantities: QuantityColumn;
  private readonly day = int32Rows();
  private readonly site = int32Rows();
  private readonly residents = new Float64Array(ROWS);
  private readonly residentsUnit = int32Rows();
  private readonly staff = new Float64Array(ROWS);
  private readonly staffUnit = int32Rows();

  constructor(private readonly resolver: Resolver) {
    super(new CensusRows());
    this.quantities = new QuantityColumn(resolver.units);
  }

  protected fill(batch: Batch): void {
    const { resolver, quantities } = this;
    const { cellOf } = this.header;
    resolver.days.fill(batch, cellOf[E.date]!, this.day);
    resolver.sites.fill(batch, cellOf[E.site]!, this.site);
    quantities.fill(batch, cellOf[E.residents]!, this.residents, this.residentsUnit);
    quantities.fill(batch, cellOf[E.staff]!, this.staff, this.staffUnit);
  }

  protected plain(row: number, at: number): boolean {
    const day = this.day[row]!;
    const site = this.site[row]!;
    const residents = this.heads(this.residents[row]!, this.residentsUnit[row]!);
    const staff = this.heads(this.staff[row]!, this.staffUnit[row]!);
    if (day < 0 || site < 0 || residents < 0 || staff <= FAULT) return false;
    const { rows } = this;
    rows.day.data[at] = day;
    rows.site.data[at] = site;
    rows.residents.data[at] = residents;
    rows.staff.data[at] = staff;
    return true;
  }

  /** Whole heads; EMPTY where nothing was written, FAULT where it is no number of people. */
  private heads(amount: number, suffix: number): number {
    if (suffix !== EMPTY && !(suffix >= 0 && this.resolver.units.text(suffix) === '人')) return FAULT;
    if (Number.isNaN(amount)) return EMPTY;
    const heads = amount / ONE;
    return heads >= 0 && heads <= MOST && Number.isInteger(heads) ? heads : FAULT;
  }

  protected careful(batch: Batch, row: number): boolean {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    if (report.isBlank()) return false;
    const day = this.day[row]!;
    if (day <= FAULT) report.date(E.date);
    else if (day === EMPTY) report.required(E.date);
    const site = siteCell(report, resolver, E.site, this.site[row]!, true);
    const residents = this.heads(this.residents[row]!, this.residentsUnit[row]!);
    if (residents === EMPTY) report.required(E.residents);
    else if (residents < 0) this.notHeads(report, E.residents);
    if (this.heads(this.staff[row]!, this.staffUnit[row]!) <= FAULT) this.notHeads(report, E.staff);
    for (const finding of report.findings) this.findings.push(finding);
    this.quarantined.push({
      table: 'census',
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

  private notHeads(report: RowReport, column: number): void {
    report.add('value/quantity', column, peopleReadingTellings.heads({ text: quoted(report.raw(column)) }));
  }
}
