// What one event does to balances, lots, transit and the headline; called in the order that the day has been given.

import { NO_LOT } from '../book/lots.js';
import { DISPOSAL, GAIN, ISSUE, LOSS, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { Float64Vector, Int32Vector } from '../core/vector.js';
import { AVERAGE_DAYS } from './averages.js';
import { Deliveries } from './deliver.js';
import { inOrderOfTaking } from './negatives.js';
import { Column, type Posting } from './posting.js';
import { Reversals } from './reverse.js';

/** An amount of one lot. */
export interface Piece {
  readonly lot: number;
  readonly qty: number;
  /** Of what a return sends back: the dispatches that it comes back from. */
  readonly sources?: readonly Source[];
}

/** An amount that came back from a document line. */
export interface Source {
  readonly line: number;
  qty: number;
}

interface Entry {
  readonly qty: number;
  readonly row: number;
}

export class Effects {
  private lotted = false;
  readonly deliveries: Deliveries;
  private readonly reversals: Reversals;
  /** The day's entries of the item at hand: kept only where lots hide which row took from which balance. */
  readonly logBalance = new Int32Vector();
  readonly logQty = new Float64Vector();
  readonly logRow = new Int32Vector();

  constructor(private readonly posting: Posting) {
    const { room } = posting;
    if (room !== null) for (const column of [this.logBalance, this.logQty, this.logRow]) column.moveTo(room);
    this.deliveries = new Deliveries(posting, this);
    this.reversals = new Reversals(posting, this);
  }

  begin(item: number): void {
    this.resume(item, 0);
  }

  /** Goes on with an item after so many entries, which somebody else has written. */
  resume(item: number, entries: number): void {
    this.lotted = this.posting.lotted[item] === 1;
    this.logBalance.length = entries;
    this.logQty.length = entries;
    this.logRow.length = entries;
  }

  /** Room for an entry more after so many. */
  reserve(entries: number): void {
    for (const column of [this.logBalance, this.logQty, this.logRow]) {
      column.length = entries;
      column.reserve(1);
    }
  }

  /** After the item's last event of the day: notes the row that first took a balance below zero. */
  end(): void {
    const { balances, negativeRows } = this.posting;
    const { logBalance } = this;
    for (let i = 0; i < logBalance.length; i++) {
      const balance = logBalance.data[i]!;
      if (balances.closing.data[balance]! < 0 && !negativeRows.has(balance)) this.noteNegative(balance);
    }
  }

  private noteNegative(balance: number): void {
    const entries: Entry[] = [];
    for (let i = 0; i < this.logBalance.length; i++) {
      if (this.logBalance.data[i] !== balance) continue;
      entries.push({ qty: this.logQty.data[i]!, row: this.logRow.data[i]! });
    }
    let value = this.posting.balances.closing.data[balance]!;
    for (const { qty } of entries) value -= qty;
    for (const { qty } of entries) if (qty > 0) value += qty;
    const takes = entries.filter(({ qty }) => qty < 0);
    for (const { qty, row } of inOrderOfTaking(this.posting.book, takes)) {
      value += qty;
      if (value < 0) {
        this.posting.negativeRows.set(balance, row);
        break;
      }
    }
  }

  /** `row` is a stock row, or −2 − a delivery row. */
  enter(site: number, item: number, lot: number, qty: number, column: Column, row: number): void {
    const balance = this.posting.enter(site, item, lot, qty, column, row);
    if (!this.lotted) return;
    this.logBalance.push(balance);
    this.logQty.push(qty);
    this.logRow.push(row);
  }

  row(row: number): void {
    const { posting } = this;
    const { stock, places } = posting.book;
    const kind = stock.kind.data[row]!;
    switch (kind) {
      case OPENING:
      case RECEIPT:
      case GAIN: {
        const to = stock.to.data[row]!;
        const lot = stock.lot.data[row]!;
        const qty = stock.qty.data[row]!;
        const column = kind === GAIN ? Column.adjusted : Column.in;
        if (posting.isTracked(to)) this.enter(to, stock.item.data[row]!, lot, qty, column, row);
        this.remember(row, lot, qty, false, 0, -1);
        break;
      }
      case DISPOSAL:
      case LOSS:
        if (stock.from.data[row] === places.transit) this.deliveries.fromTransit(row, stock.movement(row));
        else {
          const pieces = this.take(row, Column.adjusted);
          for (const { lot, qty } of pieces) this.remember(row, lot, qty, false, 0, -1);
          // Which lots it took says which count it explains.
          const explains = kind === LOSS && stock.ref.data[row]! >= 0 && stock.lot.data[row] === NO_LOT;
          if (explains && this.lotted) posting.lossLots.set(row, pieces);
        }
        break;
      case ISSUE:
      case TRANSFER:
      case RETURN:
        if (stock.from.data[row] === places.transit) this.deliveries.fromTransit(row, stock.movement(row));
        else this.send(row, kind);
        break;
      case REVERSAL:
        this.reversals.reverse(row, stock.movement(row));
        break;
    }
  }

  delivery(index: number): void {
    this.deliveries.sign(index);
  }

  /** Keeps what a document moved as a line, for signatures, returns and reversals to come; −1 where nothing will come. */
  remember(row: number, lot: number, qty: number, transit: boolean, headline: number, target: number): number {
    const { lines, named, book } = this.posting;
    const { stock } = book;
    const doc = stock.doc.data[row]!;
    if (!transit && named[doc] !== 1) return -1;
    const day = stock.day.data[row]!;
    const minute = stock.minute.data[row]!;
    const line = this.line(row, lot, transit, headline, target);
    lines.dispatched.data[line]! += qty;
    if (day === lines.day.data[line]) {
      // Several rows of a day are one line: it stands where the first of them does, and is as old as the oldest.
      if (this.stands(row, lines.row.data[line]!)) lines.row.data[line] = row;
      if (minute < lines.minute.data[line]!) lines.minute.data[line] = minute;
    }
    return line;
  }

  /** The line that a row adds to, a new one where there is none. */
  line(row: number, lot: number, transit: boolean, headline: number, target: number): number {
    const { stock } = this.posting.book;
    return this.posting.lines.of({
      doc: stock.doc.data[row]!,
      item: stock.item.data[row]!,
      lot,
      from: stock.from.data[row]!,
      to: stock.to.data[row]!,
      kind: stock.kind.data[row]!,
      day: stock.day.data[row]!,
      minute: stock.minute.data[row]!,
      row,
      ref: stock.ref.data[row]!,
      transit,
      headline,
      target,
    });
  }

  /** Does a row of a document come before another of the same day and item? */
  private stands(row: number, other: number): boolean {
    const { lot, qty } = this.posting.book.stock;
    const unnamed = (one: number) => (lot.data[one] === NO_LOT ? 1 : 0);
    return (unnamed(row) - unnamed(other) || qty.data[row]! - qty.data[other]! || row - other) < 0;
  }

  private send(row: number, kind: number): void {
    const { posting } = this;
    const { stock } = posting.book;
    const item = stock.item.data[row]!;
    const from = stock.from.data[row]!;
    const to = stock.to.data[row]!;
    const qty = stock.qty.data[row]!;
    const sign = posting.headlineSign(kind, from, to);
    if (sign !== 0) posting.headline.deliver(item, sign * qty, posting.inPeriod);
    if (posting.day > posting.period.to - AVERAGE_DAYS) {
      if (kind === ISSUE) posting.issued[item]! += qty;
      else if (kind === RETURN) posting.issued[item]! -= qty;
    }
    const pieces =
      kind === RETURN && stock.ref.data[row]! >= 0
        ? this.deliveries.sendBack(row, stock.movement(row))
        : this.take(row, Column.out);
    const transit = posting.isSigning(to);
    for (const piece of pieces) {
      if (!transit) {
        if (posting.isTracked(to)) this.enter(to, item, piece.lot, piece.qty, Column.in, row);
      }
      // What comes back has left where it had arrived, whether or not the depot has signed for it yet.
      if (sign !== 0 && (!transit || sign < 0)) posting.headline.arrive(item, sign * piece.qty);
      const line = this.remember(row, piece.lot, piece.qty, transit, sign, -1);
      if (line >= 0 && piece.sources !== undefined) posting.noteSources(line, piece.sources);
    }
  }

  /** Takes an amount from where it stands: the lot named, or first expired first out. */
  take(row: number, column: Column): Piece[] {
    const { posting } = this;
    const { stock } = posting.book;
    const item = stock.item.data[row]!;
    const lot = stock.lot.data[row]!;
    const qty = stock.qty.data[row]!;
    const from = stock.from.data[row]!;
    const pieces =
      lot === NO_LOT && this.lotted && posting.isTracked(from) ? this.firstExpired(from, item, qty) : [{ lot, qty }];
    if (lot !== NO_LOT) this.noticeLot(row, item, lot, from, stock.kind.data[row]!);
    if (posting.isTracked(from)) for (const piece of pieces) this.enter(from, item, piece.lot, -piece.qty, column, row);
    return pieces;
  }

  /** Lots in the order in which they are to be used, what has expired left aside; the rest has no lot. */
  firstExpired(site: number, item: number, qty: number): Piece[] {
    const { posting } = this;
    const { lots } = posting.book;
    const pieces: Piece[] = [];
    let wanted = qty;
    let balance = posting.shelves.firstInStock(site, item);
    for (; balance >= 0 && wanted > 0; balance = posting.shelves.after.data[balance]!) {
      const lot = posting.balances.lot.data[balance]!;
      if (lots.expiry(lot) < posting.day) continue;
      const part = Math.min(wanted, posting.balances.closing.data[balance]!);
      pieces.push({ lot, qty: part });
      wanted -= part;
    }
    if (wanted > 0) pieces.push({ lot: NO_LOT, qty: wanted });
    return pieces;
  }

  private noticeLot(row: number, item: number, lot: number, from: number, kind: number): void {
    const { posting } = this;
    const { lots } = posting.book;
    const expiry = lots.expiry(lot);
    if (kind === ISSUE && expiry < posting.day) posting.expiredIssued.push({ row, lot });
    if ((kind !== ISSUE && kind !== TRANSFER) || !posting.isTracked(from)) return;
    let balance = posting.shelves.firstInStock(from, item);
    for (; balance >= 0; balance = posting.shelves.after.data[balance]!) {
      const other = posting.balances.lot.data[balance]!;
      const date = lots.expiry(other);
      if (date < posting.day) continue;
      if (date < expiry) posting.fefo.push({ row, lot, earlier: other });
      break;
    }
  }
}
