// Reads `counts/`: what was found on the shelf. A count is an observation and changes no balance.

import { dayFromColumn } from '../../core/day.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { countPoints, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import { NO_LOT } from '../lots.js';
import { EMPTY, FAULT, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { itemCell, lotCell, plainQuantity, quantityCell, readableLot, siteCell, staffCell } from './cells.js';
import { C, CountRows } from './countrows.js';
import { LedgerReader } from './ledgerreader.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('counts');
const points = wordsOf(countPoints);

export class CountReader extends LedgerReader {
  readonly rows: CountRows;
  private readonly quantities: QuantityColumn;
  private readonly whens = new Vocabulary((text) => {
    const point = points.get(text.toLowerCase());
    return point === undefined ? UNKNOWN : point === 'close' ? 0 : 1;
  });

  private readonly day = int32Rows();
  private readonly when = int32Rows();
  private readonly site = int32Rows();
  private readonly item = int32Rows();
  private readonly spec = int32Rows();
  private readonly lot = int32Rows();
  private readonly counted = new Float64Array(ROWS);
  private readonly suffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly by = int32Rows();
  private readonly checkedBy = int32Rows();

  constructor(private readonly resolver: Resolver) {
    const rows = new CountRows();
    super(rows);
    this.rows = rows;
    this.quantities = new QuantityColumn(resolver.units);
  }

  protected forgetFrom(row: number): void {
    this.rows.settle(row);
  }

  batch(batch: Batch): void {
    const { resolver } = this;
    const { cellOf } = this.header;
    resolver.days.fill(batch, cellOf[C.date]!, this.day);
    this.whens.fill(batch, cellOf[C.when]!, this.when);
    resolver.sites.fill(batch, cellOf[C.site]!, this.site);
    resolver.items.fill(batch, cellOf[C.item]!, this.item);
    resolver.specs.fill(batch, cellOf[C.spec]!, this.spec);
    resolver.lots.names.fill(batch, cellOf[C.lot]!, this.lot);
    this.quantities.fill(batch, cellOf[C.counted]!, this.counted, this.suffix);
    resolver.units.fill(batch, cellOf[C.unit]!, this.unit);
    resolver.staff.fill(batch, cellOf[C.by]!, this.by);
    resolver.staff.fill(batch, cellOf[C.checkedBy]!, this.checkedBy);
    const readable = this.header.unreadable.size === 0;
    for (let row = 0; row < batch.rows; row++) if (!readable || !this.take(batch, row)) this.row(batch, row);
  }

  /** Takes over a row in which nothing is out of the ordinary; false where it wants a closer look. */
  private take(batch: Batch, row: number): boolean {
    const { resolver } = this;
    const day = this.day[row]!;
    const when = this.when[row]!;
    const site = this.site[row]!;
    const item = this.item[row]!;
    const by = this.by[row]!;
    const checkedBy = this.checkedBy[row]!;
    if (batch.fault[row] !== 0 || day < 0 || when <= FAULT || site < 0 || by <= FAULT || checkedBy <= FAULT)
      return false;
    const counted = plainQuantity(
      resolver,
      item,
      this.spec[row]!,
      this.counted[row]!,
      this.suffix[row]!,
      this.unit[row]!,
    );
    const name = this.lot[row]!;
    if (!(counted >= 0) || (name !== EMPTY && resolver.item(item).lots === 'no')) return false;
    const lot = name === EMPTY ? NO_LOT : resolver.lots.of(item, name);
    this.rows.add(batch.record[row]!, { day, open: when === 1, site, item, lot, counted, by, checkedBy });
    return true;
  }

  private row(batch: Batch, row: number): void {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    const day = this.day[row]!;
    if (day < 0 && report.isBlank()) return;
    if (day <= FAULT) report.date(C.date);
    else if (day === EMPTY) report.required(C.date);
    const when = this.when[row]!;
    if (when <= FAULT) report.choice(C.when, countPoints);
    const site = siteCell(report, resolver, C.site, this.site[row]!, true);
    const suffix = this.suffix[row]!;
    const unit = this.unit[row]!;
    const item = itemCell(
      report,
      resolver,
      { item: C.item, spec: C.spec },
      this.item[row]!,
      this.spec[row]!,
      suffix >= 0 ? suffix : unit,
    );
    const amount = this.counted[row]!;
    if (Number.isNaN(amount) && suffix === EMPTY) report.required(C.counted);
    const counted = quantityCell(
      report,
      resolver,
      this.quantities,
      { qty: C.counted, unit: C.unit },
      { amount, suffix, unit },
      item,
      'zero',
    );
    const lot = lotCell(report, resolver, C.lot, item, this.lot[row]!);
    const by = staffCell(report, resolver, C.by, this.by[row]!);
    const checkedBy = staffCell(report, resolver, C.checkedBy, this.checkedBy[row]!);

    if (report.sound && site !== null && item !== null && counted !== null && lot !== null) {
      this.rows.add(batch.record[row]!, {
        day,
        open: when === 1,
        site,
        item,
        lot,
        counted,
        by: by ?? EMPTY,
        checkedBy: checkedBy ?? EMPTY,
      });
      return;
    }
    this.findings.push(...report.findings);
    this.quarantined.push({
      table: 'counts',
      at: report.record(),
      day: day < 0 ? null : dayFromColumn(day),
      kind: null,
      docs: [],
      item,
      lot: readableLot(resolver, item, this.lot[row]!),
      sites: site === null ? null : [site],
    });
  }
}
