// Red-letter reversals: undo lines of the document they name, the last taken first, never more than is left to undo.

import type { Movement } from '../book/ledger/stockrows.js';
import { DISPOSAL, GAIN, ISSUE, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import { dayFromColumn } from '../core/day.js';
import { AVERAGE_DAYS } from './averages.js';
import type { Effects } from './effects.js';
import { Column, type Posting } from './posting.js';

export class Reversals {
  constructor(
    private readonly posting: Posting,
    private readonly effects: Effects,
  ) {}

  reverse(row: number, move: Movement): void {
    const lines = this.original(move);
    const left = lines.reduce((sum, line) => sum + Math.max(0, this.posting.lines.undoable(line)), 0);
    if (left < move.qty) {
      this.leaveOut(row, move, lines.length === 0 ? null : left);
      return;
    }
    let rest = move.qty;
    for (const line of lines.reverse()) {
      const part = Math.min(rest, Math.max(0, this.posting.lines.undoable(line)));
      if (part <= 0) continue;
      this.undo(row, move, line, part);
      rest -= part;
    }
  }

  private original(move: Movement): number[] {
    const { lines } = this.posting;
    return lines
      .linesOf(move.ref, move.item, move.lot)
      .filter((line) => lines.from.data[line] === move.from && lines.to.data[line] === move.to);
  }

  private undo(row: number, move: Movement, line: number, qty: number): void {
    const { posting, effects } = this;
    const { lines } = posting;
    const { item, from, to } = move;
    const lot = lines.lot.data[line]!;
    const kind = lines.kind.data[line]!;
    const target = lines.target.data[line]!;
    const transit = lines.transit.data[line] === 1;
    const headline = lines.headline.data[line]!;
    lines.dispatched.data[line]! -= qty;
    if (posting.isTracked(from)) {
      const column = kind === DISPOSAL || kind === LOSS ? Column.adjusted : Column.out;
      effects.enter(from, item, lot, qty, column, row);
    }
    if (!transit && posting.isTracked(to)) {
      effects.enter(to, item, lot, -qty, kind === GAIN ? Column.adjusted : Column.in, row);
    }
    posting.headline.deliver(item, -headline * qty, posting.inPeriod);
    if (!transit || headline < 0) posting.headline.arrive(item, -headline * qty);
    effects.deliveries.restore(row, line, qty);
    if (target >= 0) {
      if (kind === LOSS) lines.lost.data[target]! -= qty;
      else {
        lines.returned.data[target]! -= qty;
        if (lines.headline.data[target] === 1) posting.headline.deliver(item, qty, posting.inPeriod);
        posting.givenBack.push({ row, line: target, qty: -qty });
      }
    }
    if (move.day > posting.period.to - AVERAGE_DAYS) {
      if (kind === ISSUE) posting.issued[item]! -= qty;
      else if (kind === RETURN) posting.issued[item]! += qty;
    }
    if (kind === ISSUE || kind === TRANSFER) posting.givenBack.push({ row, line, qty });
    if (kind === GAIN || kind === LOSS) {
      const change = kind === GAIN ? { site: to, qty: -qty } : { site: from, qty };
      posting.undoneAdjustments.push({ row, ref: lines.ref.data[line]!, item, lot, ...change });
    }
  }

  private leaveOut(row: number, move: Movement, left: number | null): void {
    const { posting } = this;
    const { stock, places } = posting.book;
    const { day, doc, ref, item, lot, from, to } = move;
    posting.leftOutRows.add(row);
    posting.leftOut.push({
      table: 'stock',
      at: stock.recordPlace(row),
      day: dayFromColumn(day),
      kind: REVERSAL,
      docs: [doc, ref],
      item,
      lot: lot < 0 ? null : posting.book.lots.nameOf(lot),
      sites: [from, to].filter((place) => places.isSite(place)),
    });
    // What it undoes may be a row that could not be read: that row's own finding says what to do.
    const hidden = posting.book.quarantined.some(
      (one) =>
        one.table === 'stock' &&
        (one.docs === null || one.docs.includes(ref)) &&
        (one.item === null || one.item === item) &&
        (one.day === null || one.day <= day),
    );
    if (!hidden) posting.reversalFaults.push({ row, left });
  }
}
