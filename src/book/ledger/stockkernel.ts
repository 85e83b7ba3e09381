// Rows of movements judged in the kernel: what a row needs to know lies there as plain figures, and is completed from
// here whenever a row asks for something new.

import { ONE } from '../../core/quantity.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import * as L from '../../source/wasm/judginglayout.js';
import { type Kernel, kernel } from '../../source/wasm/kernel.js';
import { End, fromOf, toOf } from '../movement.js';
import { EMPTY, FAULT } from '../vocabulary.js';
import type { StockDesk } from './stockplain.js';

const ENDS = Object.keys(End).length;
const NOBODY_ASKED = FAULT;

export class StockKernel {
  private readonly context: number;
  private readonly referring: number;
  private names = 0;
  private lotNames = 0;
  private lotRoom = 0;

  private constructor(
    private readonly kernel: Kernel,
    private readonly desk: StockDesk,
  ) {
    const { resolver, cells, lotModes, signers } = desk;
    const { service } = signers;
    const { call } = kernel;
    this.context = call.allocate(L.FIELDS * 4);
    this.referring = call.allocate(ROWS * 4);
    const { day, minute, doc, kind, item, spec, lot, expiry, qty, suffix, unit, from, to, by, checkedBy, ref } = cells;
    const columns = [day, minute, doc, kind, item, spec, lot, expiry, qty, suffix, unit, from, to, by, checkedBy, ref];
    for (const [index, column] of columns.entries()) this.set(L.IN_DAY + index, column.byteOffset);
    this.set(L.REFERRING, this.referring);
    this.set(L.ITEM_SPECS, kernel.copy(resolver.itemSpecs));
    this.set(L.ITEM_UNITS, kernel.copy(resolver.itemUnits));
    this.set(L.LOT_MODES, kernel.copy(lotModes));
    this.set(L.FROM_ENDS, kernel.copy(Uint8Array.from(fromOf)));
    this.set(L.TO_ENDS, kernel.copy(Uint8Array.from(toOf)));
    this.set(L.PLACE_NAMES, 0);
    this.set(L.LOT_NAMES, 0);
    this.set(L.SERVICE, kernel.copy(service));
    this.set(L.SERVING, service.length / 2);
    this.set(L.PACKS, this.cache());
    this.set(L.SPECCED, this.cache());
    this.set(L.TRANSIT, resolver.places.transit);
  }

  /** Null without a kernel, or where the columns do not lie in its memory. */
  static make(desk: StockDesk): StockKernel | null {
    const compiled = kernel();
    return compiled === null || !desk.rows.inKernel(0) ? null : new StockKernel(compiled, desk);
  }

  /** Shows where the rows are to go, and the batch whose rows are judged next. */
  begin(batch: Batch): void {
    const { i32 } = this.kernel;
    const at = this.context >> 2;
    i32[at + L.IN_FAULT] = batch.fault.byteOffset;
    i32[at + L.IN_RECORD] = batch.record.byteOffset;
    const { inOrder } = this.desk.rows;
    for (let index = 0; index < inOrder.length; index++)
      i32[at + L.OUT_OFFSET + index] = inOrder[index]!.data.byteOffset;
  }

  /** Takes over rows from `first` on of the batch that was begun, and returns the first that wants a closer look. */
  judge(batch: Batch, first: number): number {
    const { kernel, referring } = this;
    const { rows } = this.desk;
    if (!rows.inKernel(batch.rows - first)) return first;
    const stopped = kernel.call.judgeStock(this.context, first, batch.rows, rows.length);
    const count = kernel.call.referring.value;
    const { i32 } = kernel;
    for (let i = 0; i < count; i++) rows.referring.push(i32[(referring >> 2) + i]!);
    rows.settle(kernel.call.judged.value);
    return stopped;
  }

  /** A row was read without the kernel: what it asked for is there for the next one. */
  learn(row: number): void {
    const { cells, resolver, ends } = this.desk;
    const kind = cells.kind[row]!;
    if (kind < 0) return;
    this.makeRoomForNames();
    for (const [end, name] of [
      [fromOf[kind]!, cells.from[row]!],
      [toOf[kind]!, cells.to[row]!],
    ] as const) {
      if (name >= 0 && end !== End.none) this.put(this.get(L.PLACES), end * this.names + name, ends.place(end, name));
    }
    const word = cells.item[row]!;
    const spec = cells.spec[row]!;
    const item = word >= 0 ? word : resolver.itemWith(word, spec, EMPTY);
    if (item < 0) return;
    if (word < 0) {
      const entry = this.slot(L.SPECCED, word, spec);
      this.put(entry, 2, item);
    }
    this.learnLot(item, cells.lot[row]!, cells.expiry[row]!, cells.day[row]!);
    const suffix = cells.suffix[row]!;
    const unit = suffix === EMPTY ? cells.unit[row]! : suffix;
    const factor = unit < 0 ? null : resolver.factor(item, unit);
    if (factor === null) return;
    const packs = factor / ONE;
    if (Number.isInteger(packs)) this.kernel.view.setFloat64(this.slot(L.PACKS, item, unit) + 8, packs, true);
  }

  /** Rows are forgotten that may have been the first to say when a lot expires. */
  forgetExpiries(): void {
    const at = this.get(L.LOT_EXPIRIES) >> 2;
    this.kernel.i32.fill(EMPTY, at, at + this.lotRoom);
  }

  /** The slot of a cache for two figures, which stand in it from now on. */
  private slot(cache: number, one: number, other: number): number {
    const entry = this.get(cache) + ((Math.imul(one, 31) + other) & (L.CACHE_SLOTS - 1)) * 16;
    this.put(entry, 0, one);
    this.put(entry, 1, other);
    return entry;
  }

  private cache(): number {
    const at = this.kernel.call.allocate(L.CACHE_SLOTS * 16);
    this.kernel.u8.fill(0xff, at, at + L.CACHE_SLOTS * 16);
    return at;
  }

  private learnLot(item: number, name: number, expiry: number, day: number): void {
    const { resolver } = this.desk;
    const { lots } = resolver;
    if (name < 0 || resolver.item(item).lots === 'no') return;
    if (name >= this.lotNames || lots.size > this.lotRoom) {
      this.lotNames = Math.max(1024, lots.names.size * 2);
      this.lotRoom = Math.max(1024, lots.size * 2);
      const byName = this.kernel.call.allocate(this.lotNames * 4);
      const items = this.kernel.call.allocate(this.lotRoom * 4);
      for (let one = 0; one < this.lotNames; one++) this.put(byName, one, lots.firstNamed(one));
      for (let lot = 0; lot < lots.size; lot++) this.put(items, lot, lots.item(lot));
      this.set(L.LOT_BY_NAME, byName);
      this.set(L.LOT_ITEMS, items);
      this.set(L.LOT_EXPIRIES, this.kernel.call.allocate(this.lotRoom * 4));
      this.set(L.LOT_EXPIRY_DAYS, this.kernel.call.allocate(this.lotRoom * 4));
      this.forgetExpiries();
      this.set(L.LOT_NAMES, this.lotNames);
    }
    const lot = lots.firstNamed(name);
    this.put(this.get(L.LOT_BY_NAME), name, lot);
    if (lot < 0) return;
    this.put(this.get(L.LOT_ITEMS), lot, lots.item(lot));
    if (expiry < 0) return;
    this.put(this.get(L.LOT_EXPIRIES), lot, expiry);
    this.put(this.get(L.LOT_EXPIRY_DAYS), lot, day);
  }

  private makeRoomForNames(): void {
    const { size } = this.desk.resolver.placeNames;
    if (size <= this.names) return;
    const names = Math.max(256, size * 2);
    const places = this.kernel.call.allocate(ENDS * names * 4);
    const { i32 } = this.kernel;
    i32.fill(NOBODY_ASKED, places >> 2, (places >> 2) + ENDS * names);
    const old = this.get(L.PLACES) >> 2;
    for (let end = 0; end < ENDS; end++) {
      i32.copyWithin((places >> 2) + end * names, old + end * this.names, old + (end + 1) * this.names);
    }
    this.names = names;
    this.set(L.PLACES, places);
    this.set(L.PLACE_NAMES, names);
  }

  private get(figure: number): number {
    return this.kernel.i32[(this.context >> 2) + figure]!;
  }

  private set(figure: number, value: number): void {
    this.put(this.context, figure, value);
  }

  private put(at: number, index: number, value: number): void {
    this.kernel.i32[(at >> 2) + index] = value;
  }
}
