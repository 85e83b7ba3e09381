// Sound rows of movements, row by row, straight into columns. The kernel's judgeStock does the same for what it knows;
// here everything is known, or learnt.

import { ONE } from '../../core/quantity.js';
import type { Batch } from '../../source/csv/batch.js';
import { NO_LOT } from '../lots.js';
import { fromOf, RECEIPT, REVERSAL, toOf } from '../movement.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import type { MovementEnds } from './ends.js';
import type { ExpiryDeclarations } from './expiries.js';
import type { Resolver } from './resolver.js';
import type { StockCells } from './stockcells.js';
import type { StockRows } from './stockrows.js';
import type { StockSigners } from './stocksigners.js';

/** What a row is held against and where it goes. */
export interface StockDesk {
  readonly resolver: Resolver;
  readonly rows: StockRows;
  readonly cells: StockCells;
  readonly ends: MovementEnds;
  readonly expiries: ExpiryDeclarations;
  readonly signers: StockSigners;
  /** By item how it keeps its lots: 0 not at all, 1 where they are named, 2 always. */
  readonly lotModes: Uint8Array;
}

export class PlainStock {
  constructor(private readonly desk: StockDesk) {}

  /** Takes over rows that need no second look, from `first` to before `end`; returns the first that does need one. */
  take(batch: Batch, first: number, end: number): number {
    const { resolver, rows, lotModes, expiries, ends, signers, cells } = this.desk;
    const { transit } = resolver.places;
    const { fault, record } = batch;
    // Held here once: looked up anew for every row they would cost as much as the row itself.
    const days = cells.day;
    const docs = cells.doc;
    const kinds = cells.kind;
    const minutes = cells.minute;
    const bys = cells.by;
    const checkers = cells.checkedBy;
    const expiryDays = cells.expiry;
    const items = cells.item;
    const specs = cells.spec;
    const suffixes = cells.suffix;
    const units = cells.unit;
    const quantities = cells.qty;
    const lots = cells.lot;
    const froms = cells.from;
    const tos = cells.to;
    const refs = cells.ref;
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

      const from = ends.place(fromOf[kind]!, froms[row]!);
      const to = ends.place(toOf[kind]!, tos[row]!);
      if (from <= FAULT || to <= FAULT || from === transit || (from === to && from >= 0)) break;

      if (lot !== NO_LOT && expiry !== EMPTY) expiries.declare(lot, expiry, day, at);
      if (by >= 0 || checkedBy >= 0) signers.note(at, day, by, checkedBy);
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
}
