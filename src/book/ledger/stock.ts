// Reads `stock/`: sound rows go straight into columns, the others get a careful look and, where they must, are left out.

import { dayFromColumn } from '../../core/day.js';
import { movementTellings } from '../../core/messages/movement.js';
import { readingTellings } from '../../core/messages/reading.js';
import { quoted } from '../../core/text.js';
import type { Batch } from '../../source/csv/batch.js';
import { movementKinds } from '../choices.js';
import { columnsOf } from '../columns.js';
import { NO_LOT } from '../lots.js';
import { LOSS, RECEIPT, RETURN, REVERSAL } from '../movement.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import { itemCell, quantityCell, readableLot, staffCell } from './cells.js';
import { MovementEnds } from './ends.js';
import { ExpiryDeclarations } from './expiries.js';
import { LedgerReader } from './ledgerreader.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';
import { StockCells } from './stockcells.js';
import { StockKernel } from './stockkernel.js';
import { PlainStock, type StockDesk } from './stockplain.js';
import { S, StockRows } from './stockrows.js';
import { StockSigners } from './stocksigners.js';

const columns = columnsOf('stock');
const itemColumns = { item: S.item, spec: S.spec };
const quantityColumns = { qty: S.qty, unit: S.unit };

/** How an item keeps its lots, as a number for the inner loop. */
const lotModeCodes = { no: 0, auto: 1, required: 2 } as const;

export class StockReader extends LedgerReader {
  readonly rows: StockRows;
  readonly expiries: ExpiryDeclarations;
  readonly signers: StockSigners;

  private readonly cells: StockCells;
  private readonly movementEnds: MovementEnds;
  private readonly desk: StockDesk;
  private readonly plain: PlainStock;
  private judging: StockKernel | null | undefined;

  constructor(private readonly resolver: Resolver) {
    const rows = new StockRows();
    super(rows);
    this.rows = rows;
    const { items, staff } = resolver.registers;
    this.cells = new StockCells(resolver);
    this.movementEnds = new MovementEnds(resolver);
    this.expiries = new ExpiryDeclarations(resolver.lots);
    this.signers = new StockSigners(staff);
    const { cells, movementEnds: ends, expiries, signers } = this;
    const lotModes = Uint8Array.from(items.all, (item) => lotModeCodes[item.lots]);
    this.desk = { resolver, rows, cells, ends, expiries, signers, lotModes };
    this.plain = new PlainStock(this.desk);
  }

  protected forgetFrom(row: number): void {
    this.rows.settle(row);
    this.signers.forgetFrom(row);
    this.expiries.forgetFrom(row);
    this.judging?.forgetExpiries();
  }

  batch(batch: Batch): void {
    const { header, cells } = this;
    cells.fill(batch, header.cellOf);
    if (header.unreadable.size > 0) {
      for (let row = 0; row < batch.rows; row++) this.careful(batch, row);
      return;
    }
    const judge = this.judge();
    if (judge === null || !this.rows.inKernel(batch.rows)) {
      for (let row = 0; row < batch.rows; row++) {
        row = this.plain.take(batch, row, batch.rows);
        if (row < batch.rows) this.careful(batch, row);
      }
      return;
    }
    judge.begin(batch);
    for (let row = 0; row < batch.rows; row++) {
      row = judge.judge(batch, row);
      if (row >= batch.rows) break;
      if (this.plain.take(batch, row, row + 1) === row) this.careful(batch, row);
      else judge.learn(row);
    }
  }

  /** The kernel's half of the reader, made when the columns have their place. */
  private judge(): StockKernel | null {
    if (this.judging === undefined) this.judging = StockKernel.make(this.desk);
    return this.judging;
  }

  /** Reads a row cell by cell, reports what is wrong, and adds it or leaves it out. */
  private careful(batch: Batch, row: number): void {
    const { resolver, header, cells } = this;
    const report = new RowReport(resolver, columns, this.file, header, batch, row);
    if (report.isBlank()) return;

    const day = this.dayCell(report, S.date, cells.day[row]!, true);
    const minute = cells.minute[row]!;
    if (minute <= FAULT) report.time(S.time);
    const doc = cells.doc[row]!;
    if (doc === EMPTY) report.required(S.doc);
    const kind = this.kindCell(report, cells.kind[row]!);
    const suffix = cells.suffix[row]!;
    const unit = cells.unit[row]!;
    const item = itemCell(
      report,
      resolver,
      itemColumns,
      cells.item[row]!,
      cells.spec[row]!,
      suffix >= 0 ? suffix : unit,
    );
    const amount = cells.qty[row]!;
    if (Number.isNaN(amount) && suffix === EMPTY) report.required(S.qty);
    const written = { amount, suffix, unit };
    const qty = quantityCell(report, resolver, cells.quantities, quantityColumns, written, item, 'positive');
    const expiry = this.dayCell(report, S.expiry, cells.expiry[row]!, false);
    const lot = this.lotCell(report, item, kind, cells.lot[row]!);
    const [from, to] = this.movementEnds.read(report, kind, cells.from[row]!, cells.to[row]!);
    const by = staffCell(report, resolver, S.by, cells.by[row]!);
    const checkedBy = staffCell(report, resolver, S.checkedBy, cells.checkedBy[row]!);
    const ref = cells.ref[row]!;
    const refRequired = kind === REVERSAL || ((kind === RETURN || kind === LOSS) && from === resolver.places.transit);
    if (refRequired && ref === EMPTY) report.add('value/required', S.ref, readingTellings.requiredRef());

    if (
      report.sound &&
      day !== null &&
      doc >= 0 &&
      kind !== null &&
      item !== null &&
      qty !== null &&
      lot !== null &&
      from !== null &&
      to !== null
    ) {
      const at = this.rows.length;
      this.rows.add(batch.record[row]!, { day, minute, doc, kind, item, lot, qty, from, to, ref });
      if (lot !== NO_LOT && expiry !== null) this.expiries.declare(lot, expiry, day, at);
      this.signers.note(at, day, by ?? EMPTY, checkedBy ?? EMPTY);
      return;
    }
    this.findings.push(...report.findings);
    const surplus = batch.fault[row] === 1;
    this.quarantined.push({
      table: 'stock',
      at: report.record(),
      day: day === null ? null : dayFromColumn(day),
      kind,
      docs: doc < 0 ? null : ref < 0 ? [doc] : [doc, ref],
      item,
      lot: readableLot(resolver, item, cells.lot[row]!),
      sites: surplus ? null : this.movementEnds.sitesTouched(kind, from, to),
    });
  }

  private dayCell(report: RowReport, column: number, value: number, required: boolean): number | null {
    if (value >= 0) return value;
    if (value <= FAULT) report.date(column);
    else if (required) report.required(column);
    return null;
  }

  private kindCell(report: RowReport, value: number): number | null {
    if (value >= 0) return value;
    if (value <= FAULT) report.choice(S.kind, movementKinds);
    else report.required(S.kind);
    return null;
  }

  private lotCell(report: RowReport, item: number | null, kind: number | null, name: number): number | null {
    if (item === null) return null;
    const { lots, name: title } = this.resolver.item(item);
    if (lots === 'no') {
      if (name === EMPTY) return NO_LOT;
      const tell = movementTellings.lotUnexpected({ item: title, lot: quoted(report.raw(S.lot)) });
      report.add('stock/lot-unexpected', S.lot, tell);
      return null;
    }
    if (name !== EMPTY) return this.resolver.lots.of(item, name);
    if (lots === 'auto' && kind !== RECEIPT) return NO_LOT;
    const tell = movementTellings.lotRequired({ item: title, received: kind === RECEIPT });
    report.add('stock/lot-required', S.lot, tell);
    return null;
  }
}
