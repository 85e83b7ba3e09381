// Reads `deliveries/`: what receiving sites have signed for.

import { dayFromColumn } from '../../core/day.js';
import { Float64Vector, Int32Vector } from '../../core/vector.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { columnsOf } from '../columns.js';
import { NO_LOT } from '../lots.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import { itemCell, lotCell, plainQuantity, quantityCell, readableLot, siteCell } from './cells.js';
import { ColumnRows } from './columnrows.js';
import { LedgerReader } from './ledgerreader.js';
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

  add(
    offset: number,
    day: number,
    minute: number,
    doc: number,
    item: number,
    lot: number,
    received: number,
    damaged: number,
    site: number,
  ): void {
    this.reserve(1);
    const at = this.length;
    this.offset.data[at] = offset;
    this.day.data[at] = day;
    this.minute.data[at] = minute;
    this.doc.data[at] = doc;
    this.item.data[at] = item;
    this.lot.data[at] = lot;
    this.received.data[at] = received;
    this.damaged.data[at] = damaged;
    this.site.data[at] = site;
    this.leftOut.data[at] = 0;
    this.settle(at + 1);
  }

  /** What a row speaks of, whatever its sign. */
  amount(row: number): number {
    return Math.abs(this.received.data[row]!) + Math.abs(this.damaged.data[row]!);
  }
}

export class DeliveryReader extends LedgerReader {
  readonly rows: DeliveryRows;
  private readonly quantities: QuantityColumn;

  private readonly day = int32Rows();
  private readonly minute = int32Rows();
  private readonly doc = int32Rows();
  private readonly item = int32Rows();
  private readonly spec = int32Rows();
  private readonly lot = int32Rows();
  private readonly received = new Float64Array(ROWS);
  private readonly receivedSuffix = int32Rows();
  private readonly damaged = new Float64Array(ROWS);
  private readonly damagedSuffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly site = int32Rows();
  private readonly signedOn = int32Rows();

  constructor(private readonly resolver: Resolver) {
    const rows = new DeliveryRows();
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
    resolver.days.fill(batch, cellOf[D.date]!, this.day);
    resolver.times.fill(batch, cellOf[D.time]!, this.minute);
    resolver.docs.fill(batch, cellOf[D.doc]!, this.doc);
    resolver.items.fill(batch, cellOf[D.item]!, this.item);
    resolver.specs.fill(batch, cellOf[D.spec]!, this.spec);
    resolver.lots.names.fill(batch, cellOf[D.lot]!, this.lot);
    this.quantities.fill(batch, cellOf[D.received]!, this.received, this.receivedSuffix);
    this.quantities.fill(batch, cellOf[D.damaged]!, this.damaged, this.damagedSuffix);
    resolver.units.fill(batch, cellOf[D.unit]!, this.unit);
    resolver.sites.fill(batch, cellOf[D.site]!, this.site);
    resolver.days.fill(batch, cellOf[D.signedOn]!, this.signedOn);
    const readable = this.header.unreadable.size === 0;
    for (let row = 0; row < batch.rows; row++) if (!readable || !this.take(batch, row)) this.row(batch, row);
  }

  /** Takes over a row in which nothing is out of the ordinary; false where it wants a closer look. */
  private take(batch: Batch, row: number): boolean {
    const { resolver } = this;
    const day = this.day[row]!;
    const minute = this.minute[row]!;
    const doc = this.doc[row]!;
    const item = this.item[row]!;
    const site = this.site[row]!;
    if (batch.fault[row] !== 0 || day < 0 || minute <= FAULT || doc < 0 || site <= FAULT) return false;
    if (this.signedOn[row]! <= FAULT || this.damagedSuffix[row] !== EMPTY) return false;
    const received = plainQuantity(
      resolver,
      item,
      this.spec[row]!,
      this.received[row]!,
      this.receivedSuffix[row]!,
      this.unit[row]!,
    );
    const name = this.lot[row]!;
    if (Number.isNaN(received) || (name !== EMPTY && resolver.item(item).lots === 'no')) return false;
    const lot = name === EMPTY ? NO_LOT : resolver.lots.of(item, name);
    const damaged = this.damaged[row]!;
    const offset = batch.record[row]!;
    this.rows.add(offset, day, minute, doc, item, lot, received, Number.isNaN(damaged) ? 0 : damaged, site);
    return true;
  }

  private row(batch: Batch, row: number): void {
    const { resolver, rows } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    const day = this.day[row]!;
    const doc = this.doc[row]!;
    if (day < 0 && report.isBlank()) return;
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
      rows.add(batch.record[row]!, day, minute, doc, item, lot, received, damaged ?? 0, site ?? EMPTY);
      return;
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
  }
}
