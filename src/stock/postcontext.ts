// What the posting kernel knows of a book: where the engine's columns lie, and figures of the day.

import type { Book } from '../book/book.js';
import type { Float64Vector, Int32Vector, Uint8Vector } from '../core/vector.js';
import { tableOf } from '../source/spellings.js';
import type { Kernel } from '../source/wasm/kernel.js';
import * as L from '../source/wasm/postinglayout.js';
import type { DayEvents } from './dayevents.js';
import type { Posting } from './posting.js';

type Vector = Int32Vector | Float64Vector | Uint8Vector;

export class PostContext {
  /** Where it lies. */
  readonly at: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly posting: Posting,
    private readonly events: DayEvents,
  ) {
    const { book } = posting;
    this.at = kernel.allocate(L.FIELDS * 4);
    this.setLedgers(book);
    this.setFixed(book);
    this.set(L.LINES, posting.lines.size);
    this.settle();
  }

  private setLedgers({ stock, deliveries }: Book): void {
    const { day, minute, doc, kind, item, lot, qty, from, to, ref } = stock;
    this.place(L.S_DAY, [day, minute, doc, kind, item, lot, qty, from, to, ref]);
    const signed = deliveries;
    const columns = [signed.day, signed.doc, signed.item, signed.lot, signed.received, signed.damaged, signed.site];
    for (const [index, { data }] of [...columns, signed.leftOut].entries()) {
      this.set(L.D_DAY + index, this.kernel.copy(data.subarray(0, signed.length)));
    }
  }

  /** What stays as it is throughout, and what is only added to. */
  private setFixed(book: Book): void {
    const { posting, kernel } = this;
    const { tracked, signs, depot, recipient, named, lotted, headline } = posting;
    for (const [index, flags] of [tracked, signs, depot, recipient, named, lotted].entries()) {
      this.set(L.TRACKED + index, kernel.copy(flags));
    }
    this.set(L.ISSUED, posting.issued.byteOffset);
    this.set(L.CATEGORY_OF, kernel.copy(headline.categoryOf));
    const { lots, docs } = book;
    const all = Array.from({ length: lots.size }, (_, lot) => lot);
    this.set(L.EXPIRY, kernel.copy(Int32Array.from(all, (lot) => lots.expiry(lot))));
    this.set(L.LOT_NAME, kernel.copy(Int32Array.from(all, (lot) => lots.nameOf(lot))));
    this.set(L.DELIVERED_TODAY, headline.period.byteOffset);
    this.set(L.DELIVERED, headline.total.byteOffset);
    this.set(L.ARRIVED, headline.signed.byteOffset);
    this.set(L.DOC_NAMES, tableOf(docs.spellings) ?? 0);
    this.set(L.LOT_NAMES, tableOf(lots.names.spellings) ?? 0);
    this.set(L.SITES, book.places.sites);
    this.set(L.ITEMS, book.items.all.length);
    this.set(L.TRANSIT, book.places.transit);
    this.set(L.GRID, posting.balances.grid?.byteOffset ?? 0);
    this.set(L.SHELF_GRID, posting.shelves.grid?.byteOffset ?? 0);
    this.set(L.FIRST_OF, posting.lines.firstOf.byteOffset);
    const { table } = this.events;
    this.set(L.E_FIRST, table.first.byteOffset);
    this.set(L.E_LAST, table.last.byteOffset);
    this.set(L.ORDER, kernel.allocate(L.MOST_EVENTS * 4));
    this.set(L.MERGED, kernel.allocate(L.MOST_EVENTS * 4));
    this.set(L.DONE, kernel.allocate(L.MOST_OUT_OF_ORDER));
    this.set(L.EXPECTED_AT, kernel.allocate(tracked.length * 4));
    this.set(L.EXPECTED_OF, kernel.allocate(Math.max(4, book.docs.size * 4)));
  }

  /** Columns that grow lie elsewhere then: tells the kernel where. */
  settle(): void {
    this.settleBalances();
    this.settleLines();
    this.settleEvents();
    this.settleLog();
  }

  settleBalances(): void {
    const { balances, shelves } = this.posting;
    this.set(L.SHELVED, shelves.shelfOf.length);
    if (
      this.get(L.SLOTS) === balances.slots.byteOffset &&
      this.get(L.B_SITE) === balances.site.data.byteOffset &&
      this.get(L.SHELF_FIRST) === shelves.first.data.byteOffset &&
      this.get(L.SHELF_OF) === shelves.shelfOf.data.byteOffset
    )
      return;
    const { site, item, lot, closing, in: came, out, adjusted } = balances;
    const { firstDay, lastDay, receivedDay, negativeDay, lastRow } = balances;
    this.set(L.SLOTS, balances.slots.byteOffset);
    this.set(L.SLOT_MASK, balances.slots.length - 1);
    this.place(L.B_SITE, [site, item, lot, closing, came, out, adjusted]);
    this.place(L.FIRST_DAY, [firstDay, lastDay, receivedDay, negativeDay, lastRow]);
    this.place(L.SHELF_FIRST, [shelves.first, shelves.last, shelves.shelfOf, shelves.inStock]);
    this.place(L.BEFORE, [shelves.before, shelves.after]);
  }

  settleLines(): void {
    const { lines } = this.posting;
    if (this.get(L.L_ITEM) === lines.item.data.byteOffset) return;
    this.set(L.LINE_ROOM, lines.room);
    this.place(L.L_DOC, [lines.doc, lines.ref, lines.tails]);
    const { item, lot, from, to, kind, day, minute, row, transit, headline, target } = lines;
    const { dispatched, received, damaged, returned, lost, signedRow, signedDay, damagedRow, overRow } = lines;
    this.place(L.NEXT_ITEM, [lines.nextItem, lines.itemCount, lines.lineCount, lines.next]);
    this.place(L.L_ITEM, [item, lot, from, to, kind, day, minute, row, transit, headline, target]);
    this.place(L.DISPATCHED, [dispatched, received, damaged, returned, lost]);
    this.place(L.SIGNED_ROW, [signedRow, signedDay, damagedRow, overRow]);
    this.set(L.SIGNATURES, lines.signatures.data.byteOffset);
  }

  settleEvents(): void {
    if (this.get(L.E_ROW) === this.events.table.row.data.byteOffset) return;
    const { row, rank, doc, lot, qty, takes, adds, dispatches, follows, next, items } = this.events.table;
    this.place(L.E_ROW, [row, rank, doc, lot, qty, takes, adds, dispatches, follows, next]);
    this.set(L.EVENT_ROOM, row.data.length);
    this.set(L.MET_ITEMS, items.data.byteOffset);
  }

  settleLog(): void {
    const { logBalance, logQty, logRow } = this.events.effects;
    if (this.get(L.LOG_BALANCE) === logBalance.data.byteOffset) return;
    this.place(L.LOG_BALANCE, [logBalance, logQty, logRow]);
    this.set(L.LOG_ROOM, logBalance.data.length);
  }

  /** Columns that stand one behind the other in the context. */
  private place(field: number, columns: readonly Vector[]): void {
    for (const [index, { data }] of columns.entries()) this.set(field + index, data.byteOffset);
  }

  get(field: number): number {
    return this.kernel.i32[(this.at >> 2) + field]!;
  }

  set(field: number, value: number): void {
    this.kernel.i32[(this.at >> 2) + field] = value;
  }
}
