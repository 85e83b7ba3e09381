// Reads `deliveries/`: what receiving sites have signed for.

import { dayFromColumn } from '../../core/day.js';
import { Float64Vector, Int32Vector } from '../../core/vector.js';
import type { Batch } from '../../source/csv/batch.js';
import { float64Rows, int32Rows } from '../../source/spellings.js';
import { WordColumns } from '../../source/wordcolumns.js';
import { columnsOf } from '../columns.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import { itemCell, lotCell, plainLot, plainQuantity, quantityCell, readableLot, siteCell } from './cells.js';
import { ColumnarReader } from './columnar.js';
import { ColumnRows } from './columnrows.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('deliveries');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const D = {
  date: at('date'),
  time: at('time'),
  doc: at('doc'),
  item: at('item'),
  spec: at('spec'),
  lot: at('lot'),
  received: at('received'),
  damaged: at('damaged'),
  unit: at('unit'),
  site: at('site'),
  signedOn: at('signed_on'),
} as const;

/** One row as it is written to the columns; −1 stands for an empty cell. */
interface DeliveryCells {
  readonly day: number;
  readonly minute: number;
  readonly doc: number;
  readonly item: number;
  readonly lot: number;
  readonly received: number;
  readonly damaged: number;
  readonly site: number;
}

export class DeliveryRows extends ColumnRows {
  readonly day = new Int32Vector();
  readonly minute = new Int32Vector();
  readonly doc = new Int32Vector();
  readonly item = new Int32Vector();
  readonly lot = new Int32Vector();
  readonly received = new Float64Vector();
  readonly damaged = new Float64Vector();
  readonly site = new Int32Vector();
  /** 1 where the row was left out because of what other rows say. */
  readonly leftOut = new Int32Vector();

  protected readonly columns = [
    this.day,
    this.minute,
    this.doc,
    this.item,
    this.lot,
    this.received,
    this.damaged,
    this.site,
    this.leftOut,
  ];

  /** Writes a row to `at` of the columns, which have room for it. */
  write(at: number, row: DeliveryCells): void {
    this.day.data[at] = row.day;
    this.minute.data[at] = row.minute;
    this.doc.data[at] = row.doc;
    this.item.data[at] = row.item;
    this.lot.data[at] = row.lot;
    this.received.data[at] = row.received;
    this.damaged.data[at] = row.damaged;
    this.site.data[at] = row.site;
    this.leftOut.data[at] = 0;
  }

  /** What a row speaks of, whatever its sign. */
  amount(row: number): number {
    return Math.abs(this.received.data[row]!) + Math.abs(this.damaged.data[row]!);
  }
}

export class DeliveryReader extends ColumnarReader<DeliveryRows> {
  private readonly quantities: QuantityColumn;
  private readonly words: WordColumns;

  private readonly day = int32Rows();
  private readonly minute = int32Rows();
  private readonly doc = int32Rows();
  private readonly item = int32Rows();
  private readonly spec = int32Rows();
  private readonly lot = int32Rows();
  private readonly received = float64Rows();
  private readonly receivedSuffix = int32Rows();
  private readonly damaged = float64Rows();
  private readonly damagedSuffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly site = int32Rows();
  private readonly signedOn = int32Rows();

  constructor(private readonly resolver: Resolver) {
    super(new DeliveryRows());
    const { days, times, docs, items, specs, lots, units, sites } = resolver;
    this.quantities = new QuantityColumn(units);
    this.words = new WordColumns([
      { column: D.date, meaning: days, out: this.day },
      { column: D.time, meaning: times, out: this.minute },
      { column: D.doc, meaning: docs, out: this.doc },
      { column: D.item, meaning: items, out: this.item },
      { column: D.spec, meaning: specs, out: this.spec },
      { column: D.lot, meaning: lots.names, out: this.lot },
      { column: D.unit, meaning: units, out: this.unit },
      { column: D.site, meaning: sites, out: this.site },
      { column: D.signedOn, meaning: days, out: this.signedOn },
    ]);
  }

  protected fill(batch: Batch): void {
    const { cellOf } = this.header;
    this.words.fill(batch, cellOf);
    this.quantities.fill(batch, cellOf[D.received]!, this.received, this.receivedSuffix);
    this.quantities.fill(batch, cellOf[D.damaged]!, this.damaged, this.damagedSuffix);
  }

  protected plain(row: number, at: number): boolean {
    const { resolver } = this;
    const day = this.day[row]!;
    const minute = this.minute[row]!;
    const doc = this.doc[row]!;
    const item = this.item[row]!;
    const site = this.site[row]!;
    if (day < 0 || minute <= FAULT || doc < 0 || site <= FAULT) return false;
    if (this.signedOn[row]! <= FAULT || this.damagedSuffix[row] !== EMPTY) return false;
    const received = plainQuantity(
      resolver,
      item,
      this.spec[row]!,
      this.received[row]!,
      this.receivedSuffix[row]!,
      this.unit[row]!,
    );
    if (Number.isNaN(received)) return false;
    const lot = plainLot(resolver, item, this.lot[row]!);
    if (lot === FAULT) return false;
    const broken = this.damaged[row]!;
    const damaged = Number.isNaN(broken) ? 0 : broken;
    this.rows.write(at, { day, minute, doc, item, lot, received, damaged, site });
    return true;
  }

  protected careful(batch: Batch, row: number, at: number): boolean {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    const day = this.day[row]!;
    const doc = this.doc[row]!;
    if (day < 0 && report.isBlank()) return false;
    if (day <= FAULT) report.date(D.date);
    else if (day === EMPTY) report.required(D.date);
    const minute = this.minute[row]!;
    if (minute <= FAULT) report.time(D.time);
    if (doc === EMPTY) report.required(D.doc);
    if (this.signedOn[row]! <= FAULT) report.date(D.signedOn);
    const unit = this.unit[row]!;
    const suffix = this.receivedSuffix[row]!;
    const item = itemCell(
      report,
      resolver,
      { item: D.item, spec: D.spec },
      this.item[row]!,
      this.spec[row]!,
      suffix >= 0 ? suffix : unit,
    );
    const amount = this.received[row]!;
    if (Number.isNaN(amount) && suffix === EMPTY) report.required(D.received);
    const received = quantityCell(
      report,
      resolver,
      this.quantities,
      { qty: D.received, unit: D.unit },
      { amount, suffix, unit },
      item,
      'any',
    );
    const broken = { amount: this.damaged[row]!, suffix: this.damagedSuffix[row]!, unit };
    const damaged = quantityCell(
      report,
      resolver,
      this.quantities,
      { qty: D.damaged, unit: D.unit },
      broken,
      item,
      'any',
    );
    const lot = lotCell(report, resolver, D.lot, item, this.lot[row]!);
    const site = siteCell(report, resolver, D.site, this.site[row]!, false);

    if (report.sound && item !== null && received !== null && lot !== null) {
      this.rows.write(at, { day, minute, doc, item, lot, received, damaged: damaged ?? 0, site: site ?? EMPTY });
      return true;
    }
    this.findings.push(...report.findings);
    this.quarantined.push({
      table: 'deliveries',
      at: report.record(),
      day: day < 0 ? null : dayFromColumn(day),
      kind: null,
      docs: doc < 0 ? null : [doc],
      item,
      lot: readableLot(resolver, item, this.lot[row]!),
      // Where none is written it is the site that the goods were sent to.
      sites: this.site[row]! <= FAULT || report.broken ? null : site === null ? [] : [site],
    });
    return false;
  }
}
