// Posts a day in the kernel. It works on the engine's own columns and asks for what it does not do itself: room, new
// balances and lines, and events that are out of the ordinary.

import type { Book } from '../book/book.js';
import type { Kernel } from '../source/wasm/kernel.js';
import * as L from '../source/wasm/postinglayout.js';
import { AVERAGE_DAYS } from './averages.js';
import { fitsGrid } from './balances.js';
import type { DayEvents } from './dayevents.js';
import { PostContext } from './postcontext.js';
import type { DayPoster } from './postday.js';
import type { Posting } from './posting.js';
import type { DayOrder } from './roworder.js';

/** Does the kernel hold the book's movements, and can it find their balances? */
export function isInKernel({ stock, sites, items }: Book): boolean {
  return stock.length > 0 && stock.inKernel(0) && fitsGrid(sites.all.length, items.all.length);
}

export class KernelPoster implements DayPoster {
  private readonly context: PostContext;
  private readonly rowOrder: number;
  private readonly deliveryOrder: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly posting: Posting,
    private readonly events: DayEvents,
    private readonly order: DayOrder,
    private readonly signed: DayOrder,
  ) {
    this.context = new PostContext(kernel, posting, events);
    this.rowOrder = order.rows === null ? 0 : kernel.copy(order.rows);
    this.deliveryOrder = signed.rows === null ? 0 : kernel.copy(signed.rows);
    kernel.answerWith((what, a, b, c) => this.answer(what, a, b, c));
  }

  begin(): void {
    const { posting, kernel, context } = this;
    kernel.call.usePosting(context.at);
    context.set(L.DAY, posting.day);
    context.set(L.IN_PERIOD, posting.inPeriod ? 1 : 0);
    context.set(L.AVERAGED, posting.day > posting.period.to - AVERAGE_DAYS ? 1 : 0);
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
    this.posting.lines.settle(this.context.get(L.LINES));
  }

  /** The kernel and the engine make lines: each begins where the other has ended. */
  private answer(what: number, a: number, b: number, c: number): number {
    this.posting.lines.settle(this.context.get(L.LINES));
    const told = this.tell(what, a, b, c);
    this.context.set(L.LINES, this.posting.lines.size);
    return told;
  }

  private tell(what: number, a: number, b: number, c: number): number {
    const { posting, events } = this;
    const { balances, shelves, lines } = posting;
    switch (what) {
      case L.ASK_BALANCE: {
        const balance = balances.of(a, b, c);
        if (c >= 0) shelves.hold(a, b, balance);
        this.context.settleBalances();
        return balance;
      }
      case L.ASK_TURN:
        posting.turnDay(a);
        return 0;
      case L.ASK_HOLD:
        shelves.hold(a, b, c);
        this.context.settleBalances();
        return 0;
      case L.ASK_HEAD:
        return lines.head(a, b);
      case L.ASK_LINE: {
        const line = events.effects.line(a, b, (c & 1) === 1, (c >> 1) - 1, -1);
        this.context.settleLines();
        return line;
      }
      case L.ASK_SENT:
        events.table.settle(this.context.get(L.EVENTS));
        return events.sentFor(a, b);
      case L.ASK_EVENT_ROOM:
        events.table.settle(this.context.get(L.EVENTS));
        events.table.reserve();
        this.context.settleEvents();
        return 0;
      case L.ASK_LOG_ROOM:
        events.effects.reserve(this.context.get(L.LOGGED));
        this.context.settleLog();
        return 0;
      case L.ASK_EVENT:
        this.apply(a);
        return 0;
      case L.ASK_ITEM:
        events.table.settle(this.context.get(L.EVENTS));
        events.runItem(a);
        this.context.settle();
        return 0;
      case L.ASK_NEGATIVE:
        events.effects.resume(a, this.context.get(L.LOGGED));
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
    effects.resume(item, this.context.get(L.LOGGED));
    if (row >= 0) effects.row(row);
    else effects.delivery(-2 - row);
    this.context.set(L.LOGGED, effects.logBalance.length);
    this.context.settle();
  }
}
