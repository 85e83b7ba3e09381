// What one event does to balances, lots, transit and the headline; called in the order that the day has been given.

import type { Movement } from '../book/ledger/stockrows.js';
import { NO_EXPIRY, NO_LOT } from '../book/lots.js';
import { DISPOSAL, GAIN, ISSUE, LOSS, OPENING, RECEIPT, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
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
  private readonly logBalance: number[] = [];
  private readonly logQty: number[] = [];
  private readonly logRow: number[] = [];

  constructor(private readonly posting: Posting) {
    this.deliveries = new Deliveries(posting, this);
    this.reversals = new Reversals(posting, this);
  }

  begin(item: number): void {
    this.lotted = this.posting.lotted[item] === 1;
    this.logBalance.length = 0;
    this.logQty.length = 0;
    this.logRow.length = 0;
  }

  /** After the item's last event of the day: notes the row that first took a balance below zero. */
  end(): void {
    const { balances, negativeRows } = this.posting;
    const { logBalance } = this;
    for (let i = 0; i < logBalance.length; i++) {
      const balance = logBalance[i]!;
      if (balances.closing.data[balance]! < 0 && !negativeRows.has(balance)) this.noteNegative(balance);
    }
  }

  private noteNegative(balance: number): void {
    const entries: Entry[] = [];
    for (let i = 0; i < this.logBalance.length; i++) {
      if (this.logBalance[i] === balance) entries.push({ qty: this.logQty[i]!, row: this.logRow[i]! });
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
    const move = posting.book.stock.movement(row);
    const { kind, item, lot, qty, from, to } = move;
    switch (kind) {
      case OPENING:
      case RECEIPT:
      case GAIN: {
        const column = kind === GAIN ? Column.adjusted : Column.in;
        if (posting.isTracked(to)) this.enter(to, item, lot, qty, column, row);
        this.remember(row, move, { lot, qty }, false, 0, -1);
        break;
      }
      case DISPOSAL:
      case LOSS:
        if (from === posting.book.places.transit) this.deliveries.fromTransit(row, move);
        else {
          const pieces = this.take(row, move, Column.adjusted);
          for (const piece of pieces) this.remember(row, move, piece, false, 0, -1);
          // Which lots it took says which count it explains.
          if (kind === LOSS && move.ref >= 0 && lot === NO_LOT && this.lotted) posting.lossLots.set(row, pieces);
        }
        break;
      case ISSUE:
      case TRANSFER:
      case RETURN:
        if (from === posting.book.places.transit) this.deliveries.fromTransit(row, move);
        else this.send(row, move);
        break;
      case REVERSAL:
        this.reversals.reverse(row, move);
        break;
    }
  }

  delivery(index: number): void {
    this.deliveries.sign(index);
  }

  /** Keeps what a document moved as a line, for signatures, returns and reversals to come; −1 where nothing will come. */
  remember(row: number, move: Movement, piece: Piece, transit: boolean, headline: number, target: number): number {
    const { lines } = this.posting;
    const { doc, item, kind, from, to, day, minute, ref } = move;
    if (!transit && this.posting.named[doc] !== 1) return -1;
    const { lot, qty } = piece;
    const line = lines.of({
      doc,
      item,
      lot,
      from,
      to,
      kind,
      day,
      minute,
      row,
      ref,
      transit,
      headline,
      target,
    });
    lines.dispatched.data[line]! += qty;
    if (day === lines.day.data[line]) {
      // Several rows of a day are one line: it stands where the first of them does, and is as old as the oldest.
      if (this.stands(row, lines.row.data[line]!)) lines.row.data[line] = row;
      if (minute < lines.minute.data[line]!) lines.minute.data[line] = minute;
    }
    return line;
  }

  /** Does a row of a document come before another of the same day and item? */
  private stands(row: number, other: number): boolean {
    const { lot, qty } = this.posting.book.stock;
    const unnamed = (one: number) => (lot.data[one] === NO_LOT ? 1 : 0);
    return (unnamed(row) - unnamed(other) || qty.data[row]! - qty.data[other]! || row - other) < 0;
  }

  private send(row: number, move: Movement): void {
    const { posting } = this;
    const { kind, item, qty, from, to, day, ref } = move;
    const sign = posting.headlineSign(kind, from, to);
    if (sign !== 0) posting.headline.deliver(item, sign * qty, posting.inPeriod);
    if (day > posting.period.to - AVERAGE_DAYS) {
      if (kind === ISSUE) posting.issued[item]! += qty;
      else if (kind === RETURN) posting.issued[item]! -= qty;
    }
    const pieces = kind === RETURN && ref >= 0 ? this.deliveries.sendBack(row, move) : this.take(row, move, Column.out);
    const transit = posting.isSigning(to);
    for (const piece of pieces) {
      if (!transit) {
        if (posting.isTracked(to)) this.enter(to, item, piece.lot, piece.qty, Column.in, row);
      }
      // What comes back has left where it had arrived, whether or not the depot has signed for it yet.
      if (sign !== 0 && (!transit || sign < 0)) posting.headline.arrive(item, sign * piece.qty);
      const line = this.remember(row, move, piece, transit, sign, -1);
      if (line >= 0 && piece.sources !== undefined) posting.noteSources(line, piece.sources);
    }
  }

  /** Takes an amount from where it stands: the lot named, or first expired first out. */
  take(row: number, move: Movement, column: Column): Piece[] {
    const { posting } = this;
    const { item, lot, qty, from, kind } = move;
    const pieces =
      lot === NO_LOT && this.lotted && posting.isTracked(from) ? this.firstExpired(from, item, qty) : [{ lot, qty }];
    if (lot !== NO_LOT) this.noticeLot(row, item, lot, from, kind);
    if (posting.isTracked(from)) for (const piece of pieces) this.enter(from, item, piece.lot, -piece.qty, column, row);
    return pieces;
  }

  /** Lots in the order in which they are to be used, what has expired left aside; the rest has no lot. */
  firstExpired(site: number, item: number, qty: number): Piece[] {
    const { posting } = this;
    const { lots } = posting.book;
    const pieces: Piece[] = [];
    let wanted = qty;
    for (const balance of posting.shelves.stocked(site, item)) {
      if (wanted <= 0) break;
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
    for (const balance of posting.shelves.stocked(from, item)) {
      const other = posting.balances.lot.data[balance]!;
      const date = lots.expiry(other);
      if (date < posting.day) continue;
      if (other !== lot && date < expiry && date !== NO_EXPIRY) posting.fefo.push({ row, lot, earlier: other });
      break;
    }
  }
}
