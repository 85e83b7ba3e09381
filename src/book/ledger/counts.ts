// Reads `counts/`: what was found on the shelf. A count is an observation and changes no balance.

import { dayFromColumn } from '../../core/day.js';
import type { Batch } from '../../source/csv/batch.js';
import { float64Rows, int32Rows } from '../../source/spellings.js';
import { WordColumns } from '../../source/wordcolumns.js';
import { countPoints, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import { EMPTY, FAULT, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { itemCell, lotCell, plainLot, plainQuantity, quantityCell, readableLot, siteCell, staffCell } from './cells.js';
import { ColumnarReader } from './columnar.js';
import { C, CountRows } from './countrows.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('counts');
const points = wordsOf(countPoints);

export class CountReader extends ColumnarReader<CountRows> {
  private readonly quantities: QuantityColumn;
  private readonly words: WordColumns;
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
  private readonly counted = float64Rows();
  private readonly suffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly by = int32Rows();
  private readonly checkedBy = int32Rows();

  constructor(private readonly resolver: Resolver) {
    super(new CountRows());
    const { days, sites, items, specs, lots, units, staff } = resolver;
    this.quantities = new QuantityColumn(units);
    this.words = new WordColumns([
      { column: C.date, meaning: days, out: this.day },
      { column: C.when, meaning: this.whens, out: this.when },
      { column: C.site, meaning: sites, out: this.site },
      { column: C.item, meaning: items, out: this.item },
      { column: C.spec, meaning: specs, out: this.spec },
      { column: C.lot, meaning: lots.names, out: this.lot },
      { column: C.unit, meaning: units, out: this.unit },
      { column: C.by, meaning: staff, out: this.by },
      { column: C.checkedBy, meaning: staff, out: this.checkedBy },
    ]);
  }

  protected fill(batch: Batch): void {
    const { cellOf } = this.header;
    this.words.fill(batch, cellOf);
    this.quantities.fill(batch, cellOf[C.counted]!, this.counted, this.suffix);
  }

  protected plain(row: number, at: number): boolean {
    const { resolver } = this;
    const day = this.day[row]!;
    const when = this.when[row]!;
    const site = this.site[row]!;
    const item = this.item[row]!;
    const by = this.by[row]!;
    const checkedBy = this.checkedBy[row]!;
    if (day < 0 || when <= FAULT || site < 0 || by <= FAULT || checkedBy <= FAULT) return false;
    const counted = plainQuantity(
      resolver,
      item,
      this.spec[row]!,
      this.counted[row]!,
      this.suffix[row]!,
      this.unit[row]!,
    );
    if (!(counted >= 0)) return false;
    const lot = plainLot(resolver, item, this.lot[row]!);
    if (lot === FAULT) return false;
    this.rows.write(at, { day, open: when === 1, site, item, lot, counted, by, checkedBy });
    return true;
  }

  protected careful(batch: Batch, row: number, at: number): boolean {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    const day = this.day[row]!;
    if (day < 0 && report.isBlank()) return false;
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
      this.rows.write(at, {
        day,
        open: when === 1,
        site,
        item,
        lot,
        counted,
        by: by ?? EMPTY,
        checkedBy: checkedBy ?? EMPTY,
      });
      return true;
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
    return false;
  }
}
