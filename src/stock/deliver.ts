// What becomes of goods in transit: signed for, damaged, sent back, lost.

import type { Movement } from '../book/ledger/stockrows.js';
import { NO_LOT } from '../book/lots.js';
import { LOSS } from '../book/movement.js';
import { AVERAGE_DAYS } from './averages.js';
import type { Effects, Piece } from './effects.js';
import { Column, type Posting } from './posting.js';

export class Deliveries {
  constructor(
    private readonly posting: Posting,
    private readonly effects: Effects,
  ) {}

  /** A delivery row: fills the lines it is for in the order in which they were taken. */
  sign(index: number): void {
    const { posting } = this;
    const { deliveries } = posting.book;
    const doc = deliveries.doc.data[index]!;
    const item = deliveries.item.data[index]!;
    const lot = deliveries.lot.data[index]!;
    const site = deliveries.site.data[index]!;
    const lines = this.inTransit(doc, item, lot, site);
    if (lines.length === 0) {
      posting.unmatched.push(index);
      return;
    }
    for (const line of lines) {
      posting.lines.signedRow.data[line] = index;
      posting.lines.signedDay.data[line] = posting.day;
    }
    const received = deliveries.received.data[index]!;
    const damaged = deliveries.damaged.data[index]!;
    this.spread(lines, received, posting.lines.received.data, (line, qty) => this.receive(line, qty));
    this.spread(lines, damaged, posting.lines.damaged.data, (line, qty) => {
      posting.lines.damaged.data[line]! += qty;
      posting.lines.damagedRow.data[line] = index;
    });
    for (const line of lines) this.noticeOver(line, index);
  }

  /** A return or a loss from transit: gives back the last taken first. */
  fromTransit(row: number, move: Movement): void {
    const { posting } = this;
    const { item, lot, qty, to, kind, ref, day } = move;
    const lines = this.inTransit(ref, item, lot, -1).reverse();
    const figures = kind === LOSS ? posting.lines.lost.data : posting.lines.returned.data;
    let left = qty;
    const back = (line: number, part: number, asLot: number) => {
      if (line >= 0) figures[line]! += part;
      if (kind !== LOSS) {
        if (posting.isTracked(to)) this.effects.enter(to, item, asLot, part, Column.in, row);
        if (line >= 0 && posting.lines.headline.data[line] === 1) {
          posting.headline.deliver(item, -part, posting.inPeriod);
        }
        if (day > posting.period.to - AVERAGE_DAYS) posting.issued[item]! -= part;
        if (line >= 0) posting.givenBack.push({ row, line, qty: part });
      }
      this.effects.remember(row, move, { lot: asLot, qty: part }, false, 0, line);
    };
    for (const line of lines) {
      const part = Math.min(left, Math.max(0, posting.lines.inTransit(line)));
      if (part <= 0) continue;
      back(line, part, posting.lines.lot.data[line]!);
      left -= part;
    }
    // More came back than was on the way: it shows as delivered over on the line that was taken last.
    if (left > 0) {
      const line = lines[0] ?? -1;
      back(line, left, line < 0 ? lot : posting.lines.lot.data[line]!);
    }
    for (const line of lines) this.noticeOver(line, -2 - row);
  }

  private noticeOver(line: number, cause: number): void {
    const { overRow } = this.posting.lines;
    if (this.posting.lines.inTransit(line) >= 0) overRow.data[line] = -1;
    else if (overRow.data[line] === -1) overRow.data[line] = cause;
  }

  /** A return is undone: what it had sent back is there again. */
  restore(row: number, line: number, qty: number): void {
    const { posting } = this;
    const { lines } = posting;
    let left = Math.min(qty, lines.covered.data[line]!);
    for (const other of this.linesOf(lines.ref.data[line]!, lines.item.data[line]!)) {
      if (lines.to.data[other] !== lines.from.data[line] || lines.lot.data[other] !== lines.lot.data[line]) continue;
      const part = Math.min(left, lines.sentBack.data[other]!);
      if (part <= 0) continue;
      lines.sentBack.data[other]! -= part;
      lines.covered.data[line]! -= part;
      posting.givenBack.push({ row, line: other, qty: -part });
      left -= part;
    }
  }

  /** A return that names its dispatch: of which lots it is, and what that leaves to undo of the dispatch. */
  sendBack(row: number, move: Movement): Piece[] {
    const { posting, effects } = this;
    const { item, lot, qty, from, ref } = move;
    const lotted = posting.book.items.all[item]!.lots !== 'no';
    const pieces: Piece[] = [];
    const { lines } = posting;
    let left = qty;
    let last = -1;
    for (const line of this.linesOf(ref, item).reverse()) {
      if (lines.to.data[line] !== from || (lot !== NO_LOT && lines.lot.data[line] !== lot)) continue;
      if (last < 0) last = line;
      const arrived = lines.transit.data[line] === 1 ? lines.received.data[line]! : lines.dispatched.data[line]!;
      const part = Math.min(left, arrived - lines.sentBack.data[line]!);
      if (part <= 0) continue;
      lines.sentBack.data[line]! += part;
      posting.givenBack.push({ row, line, qty: part });
      pieces.push({ lot: lines.lot.data[line]!, qty: part, covered: part });
      left -= part;
    }
    // More came back than had arrived: the excess goes on what was taken last.
    const covered = last < 0 ? qty - left : qty;
    if (last >= 0) lines.sentBack.data[last]! += left;
    if (!lotted || lot !== NO_LOT) {
      return effects.take(row, move, Column.out).map((piece) => ({ ...piece, covered }));
    }
    if (left > 0 && last >= 0) pieces.push({ lot: lines.lot.data[last]!, qty: left, covered: left });
    else if (left > 0) {
      pieces.push(...(posting.isTracked(from) ? effects.firstExpired(from, item, left) : [{ lot, qty: left }]));
    }
    if (posting.isTracked(from)) {
      for (const piece of pieces) effects.enter(from, item, piece.lot, -piece.qty, Column.out, row);
    }
    return pieces;
  }

  private receive(line: number, qty: number): void {
    const { posting } = this;
    const { lines } = posting;
    const item = lines.item.data[line]!;
    const to = lines.to.data[line]!;
    const headline = lines.headline.data[line]!;
    lines.received.data[line]! += qty;
    if (posting.isTracked(to)) this.effects.enter(to, item, lines.lot.data[line]!, qty, Column.in, -1);
    if (headline > 0) posting.headline.arrive(item, qty);
  }

  /** Spreads an amount over lines, what is too much on the last; a correction takes back from the last first. */
  private spread(lines: number[], qty: number, taken: Float64Array, give: (line: number, qty: number) => void): void {
    let left = qty;
    if (qty > 0) {
      for (const line of lines) {
        const part = Math.min(left, Math.max(0, this.posting.lines.inTransit(line)));
        if (part <= 0) continue;
        give(line, part);
        left -= part;
      }
      if (left > 0) give(lines[lines.length - 1]!, left);
    } else if (qty < 0) {
      for (let i = lines.length - 1; i >= 0 && left < 0; i--) {
        const part = Math.min(-left, taken[lines[i]!]!);
        if (part <= 0) continue;
        give(lines[i]!, -part);
        left += part;
      }
      if (left < 0) give(lines[0]!, left);
    }
  }

  private inTransit(doc: number, item: number, lot: number, site: number): number[] {
    const { lines } = this.posting;
    return this.linesOf(doc, item).filter(
      (line) =>
        lines.transit.data[line] === 1 &&
        (lot === NO_LOT || lines.lot.data[line] === lot) &&
        (site < 0 || lines.to.data[line] === site),
    );
  }

  private linesOf(doc: number, item: number): number[] {
    const { lines } = this.posting;
    const found: number[] = [];
    for (let line = lines.head(doc, item); line >= 0; line = lines.next.data[line]!) found.push(line);
    return found;
  }
}
