// Reads `stock/`: sound rows go straight into columns, the others get a careful look and, where they must, are left out.

import { dayFromColumn } from '../../core/day.js';
import type { Finding } from '../../core/finding.js';
import { movementTellings } from '../../core/messages/movement.js';
import { readingTellings } from '../../core/messages/reading.js';
import { ONE } from '../../core/quantity.js';
import { quoted } from '../../core/text.js';
import type { Batch } from '../../source/csv/batch.js';
import { float64Rows, int32Rows } from '../../source/spellings.js';
import { movementKinds, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import type { Header } from '../header.js';
import { NO_LOT } from '../lots.js';
import { fromOf, kindNames, LOSS, RECEIPT, RETURN, REVERSAL, toOf } from '../movement.js';
import type { Quarantined } from '../quarantine.js';
import type { TableSink } from '../readtable.js';
import { EMPTY, FAULT, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { itemCell, quantityCell, readableLot, staffCell } from './cells.js';
import { MovementEnds } from './ends.js';
import { ExpiryDeclarations } from './expiries.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';
import { StockKernel } from './stockkernel.js';
import { S, StockRows } from './stockrows.js';

const columns = columnsOf('stock');
const itemColumns = { item: S.item, spec: S.spec };
const quantityColumns = { qty: S.qty, unit: S.unit };

const kindWords = wordsOf(movementKinds);

/** How an item keeps its lots, as a number for the inner loop. */
const lotModeCodes = { no: 0, auto: 1, required: 2 } as const;

export class StockReader implements TableSink {
  readonly rows = new StockRows();
  readonly findings: Finding[] = [];
  readonly quarantined: Quarantined[] = [];
  readonly expiries: ExpiryDeclarations;
  /** Rows whose second person is the first. */
  readonly selfChecked: { readonly row: number; readonly member: number }[] = [];
  /** Rows signed by somebody outside their time of service, with the column that says so. */
  readonly inactive: { readonly row: number; readonly column: number; readonly member: number }[] = [];

  private readonly kinds = new Vocabulary((text) => {
    const kind = kindWords.get(text.toLowerCase());
    return kind === undefined ? UNKNOWN : kindNames.indexOf(kind);
  });
  private readonly quantities: QuantityColumn;
  private readonly lotModes: Uint8Array;
  private readonly service: Int32Array;
  private readonly movementEnds: MovementEnds;
  private file = '';
  private header: Header = { cellOf: new Int32Array(0), unreadable: new Set(), findings: [] };
  private mark = { rows: 0, findings: 0, quarantined: 0, selfChecked: 0, inactive: 0 };

  private readonly day = int32Rows();
  private readonly minute = int32Rows();
  private readonly doc = int32Rows();
  private readonly kind = int32Rows();
  private readonly item = int32Rows();
  private readonly spec = int32Rows();
  private readonly lot = int32Rows();
  private readonly expiry = int32Rows();
  private readonly qty = float64Rows();
  private readonly suffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly from = int32Rows();
  private readonly to = int32Rows();
  private readonly by = int32Rows();
  private readonly checkedBy = int32Rows();
  private readonly ref = int32Rows();
  private readonly cells = {
    day: this.day,
    minute: this.minute,
    doc: this.doc,
    kind: this.kind,
    item: this.item,
    spec: this.spec,
    lot: this.lot,
    expiry: this.expiry,
    qty: this.qty,
    suffix: this.suffix,
    unit: this.unit,
    from: this.from,
    to: this.to,
    by: this.by,
    checkedBy: this.checkedBy,
    ref: this.ref,
  };
  private judging: StockKernel | null | undefined;

  constructor(private readonly resolver: Resolver) {
    this.quantities = new QuantityColumn(resolver.units);
    this.movementEnds = new MovementEnds(resolver);
    this.expiries = new ExpiryDeclarations(resolver.lots);
    const { items, staff } = resolver.registers;
    this.lotModes = Uint8Array.from(items.all, (item) => lotModeCodes[item.lots]);
    this.service = new Int32Array(staff.all.length * 2);
    for (const [index, member] of staff.all.entries()) {
      this.service[index * 2] = member.from ?? -0x80000000;
      this.service[index * 2 + 1] = member.until ?? 0x7fffffff;
    }
  }

  begin(file: string, header: Header): void {
    this.file = file;
    this.header = header;
    this.rows.begin({ path: file, cellOf: header.cellOf });
    this.mark = {
      rows: this.rows.length,
      findings: this.findings.length,
      quarantined: this.quarantined.length,
      selfChecked: this.selfChecked.length,
      inactive: this.inactive.length,
    };
  }

  restart(): void {
    this.rows.settle(this.mark.rows);
    this.findings.length = this.mark.findings;
    this.quarantined.length = this.mark.quarantined;
    this.selfChecked.length = this.mark.selfChecked;
    this.inactive.length = this.mark.inactive;
    this.expiries.forgetFrom(this.mark.rows);
  }

  batch(batch: Batch): void {
    const { resolver, header } = this;
    const { cellOf } = header;
    resolver.days.fill(batch, cellOf[S.date]!, this.day);
    resolver.times.fill(batch, cellOf[S.time]!, this.minute);
    resolver.docs.fill(batch, cellOf[S.doc]!, this.doc);
    this.kinds.fill(batch, cellOf[S.kind]!, this.kind);
    resolver.items.fill(batch, cellOf[S.item]!, this.item);
    resolver.specs.fill(batch, cellOf[S.spec]!, this.spec);
    resolver.lots.names.fill(batch, cellOf[S.lot]!, this.lot);
    resolver.days.fill(batch, cellOf[S.expiry]!, this.expiry);
    this.quantities.fill(batch, cellOf[S.qty]!, this.qty, this.suffix);
    resolver.units.fill(batch, cellOf[S.unit]!, this.unit);
    resolver.placeNames.fill(batch, cellOf[S.from]!, this.from);
    resolver.placeNames.fill(batch, cellOf[S.to]!, this.to);
    resolver.staff.fill(batch, cellOf[S.by]!, this.by);
    resolver.staff.fill(batch, cellOf[S.checkedBy]!, this.checkedBy);
    resolver.docs.fill(batch, cellOf[S.ref]!, this.ref);

    if (header.unreadable.size > 0) {
      for (let row = 0; row < batch.rows; row++) this.careful(batch, row);
      return;
    }
    const judge = this.judge();
    if (judge === null || !this.rows.inKernel(batch.rows)) {
      for (let row = 0; row < batch.rows; row++) {
        row = this.plainRows(batch, row, batch.rows);
        if (row < batch.rows) this.careful(batch, row);
      }
      return;
    }
    for (let row = 0; row < batch.rows; row++) {
      row = judge.judge(batch, row);
      if (row >= batch.rows) break;
      if (this.plainRows(batch, row, row + 1) === row) this.careful(batch, row);
      else judge.learn(row);
    }
  }

  /** The kernel's half of the reader, made when the columns have their place. */
  private judge(): StockKernel | null {
    if (this.judging === undefined) {
      const { resolver, movementEnds, rows, cells, lotModes, service } = this;
      this.judging = StockKernel.make(resolver, movementEnds, rows, cells, lotModes, service);
    }
    return this.judging;
  }

  /** Takes over rows that need no second look, from `first` to before `end`; returns the first that does need one. */
  private plainRows(batch: Batch, first: number, end: number): number {
    const { resolver, rows, lotModes, expiries, movementEnds } = this;
    const { transit } = resolver.places;
    const { fault, record } = batch;
    // Held here once: looked up anew for every row they would cost as much as the row itself.
    const days = this.day;
    const docs = this.doc;
    const kinds = this.kind;
    const minutes = this.minute;
    const bys = this.by;
    const checkers = this.checkedBy;
    const expiryDays = this.expiry;
    const items = this.item;
    const specs = this.spec;
    const suffixes = this.suffix;
    const units = this.unit;
    const quantities = this.qty;
    const lots = this.lot;
    const froms = this.from;
    const tos = this.to;
    const refs = this.ref;
    rows.reserve(end - first);
    const outOffset = rows.offset.data;
    const outDay = rows.day.data;
    const outMinute = rows.minute.data;
    const outDoc = rows.doc.data;
    const outKind = rows.kind.data;
    const outItem = rows.item.data;
    const outLot = rows.lot.data;
    const outQty = rows.qty.data;
    const outFrom = rows.from.data;
    const outTo = rows.to.data;
    const outRef = rows.ref.data;

    let at = rows.length;
    let row = first;
    for (; row < end; row++) {
      if (fault[row] !== 0) break;
      const day = days[row]!;
      const doc = docs[row]!;
      const kind = kinds[row]!;
      const minute = minutes[row]!;
      const by = bys[row]!;
      const checkedBy = checkers[row]!;
      const expiry = expiryDays[row]!;
      if (day < 0 || doc < 0 || kind < 0 || minute <= FAULT || by <= FAULT || checkedBy <= FAULT || expiry <= FAULT)
        break;
      // What undoes other documents is rare and looked at with care.
      if (kind === REVERSAL) break;

      let item = items[row]!;
      const spec = specs[row]!;
      if (item < 0 || (spec >= 0 && !resolver.specFits(item, spec))) {
        if (item > FAULT || spec < 0) break;
        item = resolver.itemWith(item, spec, EMPTY);
        if (item < 0) break;
      }
      const suffix = suffixes[row]!;
      const unit = units[row]!;
      let qty = quantities[row]!;
      if (!(qty > 0) || (suffix !== EMPTY && unit !== EMPTY && suffix !== unit)) break;
      const factor = resolver.factor(item, suffix === EMPTY ? unit : suffix);
      if (factor === null) break;
      if (factor !== ONE) {
        const packs = factor / ONE;
        qty *= packs;
        if (!Number.isInteger(packs) || !Number.isSafeInteger(qty)) break;
      }

      const lotName = lots[row]!;
      let lot = NO_LOT;
      if (lotModes[item] === 0) {
        if (lotName !== EMPTY) break;
      } else if (lotName === EMPTY) {
        if (lotModes[item] === 2 || kind === RECEIPT) break;
      } else lot = resolver.lots.of(item, lotName);

      const from = movementEnds.place(fromOf[kind]!, froms[row]!);
      const to = movementEnds.place(toOf[kind]!, tos[row]!);
      if (from <= FAULT || to <= FAULT || from === transit || (from === to && from >= 0)) break;

      if (lot !== NO_LOT && expiry !== EMPTY) expiries.declare(lot, expiry, day, at);
      if (by >= 0) {
        if (by === checkedBy) this.selfChecked.push({ row: at, member: by });
        this.serving(by, day, at, S.by);
      }
      if (checkedBy >= 0) this.serving(checkedBy, day, at, S.checkedBy);
      outOffset[at] = record[row]!;
      outDay[at] = day;
      outMinute[at] = minute;
      outDoc[at] = doc;
      outKind[at] = kind;
      outItem[at] = item;
      outLot[at] = lot;
      outQty[at] = qty;
      outFrom[at] = from;
      outTo[at] = to;
      const ref = refs[row]!;
      outRef[at] = ref;
      if (ref >= 0) rows.referring.push(at);
      at++;
    }
    rows.settle(at);
    return row;
  }

  private serving(member: number, day: number, row: number, column: number): void {
    if (member * 2 >= this.service.length) return;
    if (day < this.service[member * 2]! || day > this.service[member * 2 + 1]!) {
      this.inactive.push({ row, column, member });
    }
  }

  /** Reads a row cell by cell, reports what is wrong, and adds it or leaves it out. */
  private careful(batch: Batch, row: number): void {
    const { resolver, header } = this;
    const report = new RowReport(resolver, columns, this.file, header, batch, row);
    if (report.isBlank()) return;

    const day = this.dayCell(report, S.date, this.day[row]!, true);
    const minute = this.minute[row]!;
    if (minute <= FAULT) report.time(S.time);
    const doc = this.doc[row]!;
    if (doc === EMPTY) report.required(S.doc);
    const kind = this.kindCell(report, this.kind[row]!);
    const suffix = this.suffix[row]!;
    const unit = this.unit[row]!;
    const item = itemCell(report, resolver, itemColumns, this.item[row]!, this.spec[row]!, suffix >= 0 ? suffix : unit);
    const amount = this.qty[row]!;
    if (Number.isNaN(amount) && suffix === EMPTY) report.required(S.qty);
    const cell = { amount, suffix, unit };
    const qty = quantityCell(report, resolver, this.quantities, quantityColumns, cell, item, 'positive');
    const expiry = this.dayCell(report, S.expiry, this.expiry[row]!, false);
    const lot = this.lotCell(report, item, kind, this.lot[row]!);
    const [from, to] = this.movementEnds.read(report, kind, this.from[row]!, this.to[row]!);
    const by = staffCell(report, resolver, S.by, this.by[row]!);
    const checkedBy = staffCell(report, resolver, S.checkedBy, this.checkedBy[row]!);
    const ref = this.ref[row]!;
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
      if (by !== null) {
        if (by === checkedBy) this.selfChecked.push({ row: at, member: by });
        this.serving(by, day, at, S.by);
      }
      if (checkedBy !== null) this.serving(checkedBy, day, at, S.checkedBy);
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
      lot: readableLot(resolver, item, this.lot[row]!),
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
