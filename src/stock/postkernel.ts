// Posts a day in the kernel. It works on the engine's own columns and asks for what it does not do itself: room, new
// balances and lines, and events that are out of the ordinary.

import type { Book } from '../book/book.js';
import type { Float64Vector, Int32Vector, Uint8Vector } from '../core/vector.js';
import { tableOf } from '../source/spellings.js';
import type { Kernel } from '../source/wasm/kernel.js';
import * as L from '../source/wasm/postinglayout.js';
import { AVERAGE_DAYS } from './averages.js';
import { fitsGrid } from './balances.js';
import type { DayEvents } from './dayevents.js';
import type { DayPoster } from './postday.js';
import type { Posting } from './posting.js';
import type { DayOrder } from './roworder.js';

type Column = Int32Array | Float64Array | Uint8Array;
type Vector = Int32Vector | Float64Vector | Uint8Vector;

/** Does the kernel hold the book's movements, and can it find their balances? */
export function isInKernel({ stock, sites, items }: Book): boolean {
  return stock.length > 0 && stock.inKernel(0) && fitsGrid(sites.all.length, items.all.length);
}

export class KernelPoster implements DayPoster {
  private readonly context: number;
  private readonly rowOrder: number;
  private readonly deliveryOrder: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly posting: Posting,
    private readonly events: DayEvents,
    private readonly order: DayOrder,
    private readonly signed: DayOrder,
  ) {
    const { book } = posting;
    this.context = kernel.allocate(L.FIELDS * 4);
    this.rowOrder = order.rows === null ? 0 : this.copy(order.rows);
    this.deliveryOrder = signed.rows === null ? 0 : this.copy(signed.rows);
    this.setLedgers(book);
    this.setFixed(book);
    this.set(L.LINES, posting.lines.size);
    this.settle();
    kernel.answerWith((what, a, b, c) => this.answer(what, a, b, c));
  }

  begin(): void {
    const { posting, kernel } = this;
    kernel.call.usePosting(this.context);
    this.set(L.DAY, posting.day);
    this.set(L.IN_PERIOD, posting.inPeriod ? 1 : 0);
    this.set(L.AVERAGED, posting.day > posting.period.to - AVERAGE_DAYS ? 1 : 0);
  }

  rows(start: number): number {
    return this.kernel.call.postRows(this.rowOrder, start, this.order.count);
  }

  deliveries(start: number): number {
    return this.kernel.call.addDeliveries(this.deliveryOrder, start, this.signed.count);
  }

  run(): void {
    this.kernel.call.runEvents();
    this.events.forgetSent();
    this.posting.lines.settle(this.get(L.LINES));
  }

  /** The kernel and the engine make lines: each begins where the other has ended. */
  private answer(what: number, a: number, b: number, c: number): number {
    this.posting.lines.settle(this.get(L.LINES));
    const told = this.tell(what, a, b, c);
    this.set(L.LINES, this.posting.lines.size);
    return told;
  }

  private tell(what: number, a: number, b: number, c: number): number {
    const { posting, events } = this;
    const { balances, shelves, lines } = posting;
    switch (what) {
      case L.ASK_BALANCE: {
        const balance = balances.of(a, b, c);
        if (c >= 0) shelves.hold(a, b, balance);
        this.settleBalances();
        return balance;
      }
      case L.ASK_TURN:
        posting.turnDay(a);
        return 0;
      case L.ASK_HOLD:
        shelves.hold(a, b, c);
        this.settleBalances();
        return 0;
      case L.ASK_HEAD:
        return lines.head(a, b);
      case L.ASK_LINE: {
        const line = events.effects.line(a, b, (c & 1) === 1, (c >> 1) - 1, -1);
        this.settleLines();
        return line;
      }
      case L.ASK_SENT:
        events.table.settle(this.get(L.EVENTS));
        return events.sentFor(a, b);
      case L.ASK_EVENT_ROOM:
        events.table.settle(this.get(L.EVENTS));
        events.table.reserve();
        this.settleEvents();
        return 0;
      case L.ASK_LOG_ROOM:
        events.effects.reserve(this.get(L.LOGGED));
        this.settleLog();
        return 0;
      case L.ASK_EVENT:
        this.apply(a);
        return 0;
      case L.ASK_ITEM:
        events.table.settle(this.get(L.EVENTS));
        events.runItem(a);
        this.settle();
        return 0;
      case L.ASK_NEGATIVE:
        events.effects.resume(a, this.get(L.LOGGED));
        events.effects.end();
        return 0;
      case L.SAY_EXPIRED:
        posting.expiredIssued.push({ row: a, lot: b });
        return 0;
      case L.SAY_FEFO:
        posting.fefo.push({ row: a, lot: b, earlier: c });
        return 0;
      case L.SAY_UNMATCHED:
        posting.unmatched.push(a);
        return 0;
      default:
        throw new RangeError(`the kernel asks for ${what}`);
    }
  }

  /** An event that is the engine's: a stock row, or −2 − a delivery row. */
  private apply(row: number): void {
    const { effects } = this.events;
    const { stock, deliveries } = this.posting.book;
    const item = row >= 0 ? stock.item.data[row]! : deliveries.item.data[-2 - row]!;
    effects.resume(item, this.get(L.LOGGED));
    if (row >= 0) effects.row(row);
    else effects.delivery(-2 - row);
    this.set(L.LOGGED, effects.logBalance.length);
    this.settle();
  }

  private setLedgers({ stock, deliveries }: Book): void {
    const { day, minute, doc, kind, item, lot, qty, from, to, ref } = stock;
    this.place(L.S_DAY, [day, minute, doc, kind, item, lot, qty, from, to, ref]);
    const signed = deliveries;
    const columns = [signed.day, signed.doc, signed.item, signed.lot, signed.received, signed.damaged, signed.site];
    for (const [index, { data }] of [...columns, signed.leftOut].entries()) {
      this.set(L.D_DAY + index, this.copy(data.subarray(0, signed.length)));
    }
  }

  /** What stays as it is throughout, and what is only added to. */
  private setFixed(book: Book): void {
    const { posting, kernel } = this;
    const { tracked, signs, depot, recipient, named, lotted, headline } = posting;
    for (const [index, flags] of [tracked, signs, depot, recipient, named, lotted].entries()) {
      this.set(L.TRACKED + index, this.copy(flags));
    }
    this.set(L.ISSUED, posting.issued.byteOffset);
    this.set(L.CATEGORY_OF, this.copy(headline.categoryOf));
    const { lots, docs } = book;
    const all = Array.from({ length: lots.size }, (_, lot) => lot);
    this.set(L.EXPIRY, this.copy(Int32Array.from(all, (lot) => lots.expiry(lot))));
    this.set(L.LOT_NAME, this.copy(Int32Array.from(all, (lot) => lots.nameOf(lot))));
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
    this.set(L.EXPECTED_AT, this.copy(new Int32Array(tracked.length)));
    this.set(L.EXPECTED_OF, this.copy(new Int32Array(book.docs.size)));
  }

  /** Columns that grow lie elsewhere then: tells the kernel where. */
  private settle(): void {
    this.settleBalances();
    this.settleLines();
    this.settleEvents();
    this.settleLog();
  }

  private settleBalances(): void {
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

  private settleLines(): void {
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

  private settleEvents(): void {
    if (this.get(L.E_ROW) === this.events.table.row.data.byteOffset) return;
    const { row, rank, doc, lot, qty, takes, adds, dispatches, follows, next, items } = this.events.table;
    this.place(L.E_ROW, [row, rank, doc, lot, qty, takes, adds, dispatches, follows, next]);
    this.set(L.EVENT_ROOM, row.data.length);
    this.set(L.MET_ITEMS, items.data.byteOffset);
  }

  private settleLog(): void {
    const { logBalance, logQty, logRow } = this.events.effects;
    if (this.get(L.LOG_BALANCE) === logBalance.data.byteOffset) return;
    this.place(L.LOG_BALANCE, [logBalance, logQty, logRow]);
    this.set(L.LOG_ROOM, logBalance.data.length);
  }

  /** Columns that stand one behind the other in the context. */
  private place(field: number, columns: readonly Vector[]): void {
    for (const [index, { data }] of columns.entries()) this.set(field + index, data.byteOffset);
  }

  private copy(column: Column): number {
    const at = this.kernel.allocate(Math.max(4, column.byteLength));
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    this.kernel.u8.set(bytes, at);
    return at;
  }

  private get(field: number): number {
    return this.kernel.i32[(this.context >> 2) + field]!;
  }

  private set(field: number, value: number): void {
    this.kernel.i32[(this.context >> 2) + field] = value;
  }
}
