// What becomes of goods in transit: signed for, damaged, sent back, lost.

import type { Movement } from '../book/ledger/stockrows.js';
import { LOSS } from '../book/movement.js';
import { AVERAGE_DAYS } from './averages.js';
import type { Effects, Piece, Source } from './effects.js';
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
    this.forgetOver(lines);
    const received = deliveries.received.data[index]!;
    const damaged = deliveries.damaged.data[index]!;
    this.spread(lines, received, posting.lines.received.data, (line, qty) => this.receive(line, qty, index));
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
    this.forgetOver(lines);
    let left = qty;
    const back = (line: number, part: number, asLot: number) => {
      if (line >= 0) figures[line]! += part;
      if (kind !== LOSS) {
        if (posting.isTracked(to)) this.effects.enter(to, item, asLot, part, Column.in, row);
        if (posting.lines.headline.data[line] === 1) posting.headline.deliver(item, -part, posting.inPeriod);
        if (day > posting.period.to - AVERAGE_DAYS) posting.issued[item]! -= part;
        if (line >= 0) posting.givenBack.push({ row, line, qty: part });
      }
      this.effects.remember(row, asLot, part, false, 0, line);
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

  /** What was over and is so no longer may be taken over again, by another row. */
  private forgetOver(lines: readonly number[]): void {
    for (const line of lines) if (this.posting.lines.inTransit(line) >= 0) this.posting.lines.overRow.data[line] = -1;
  }

  private noticeOver(line: number, cause: number): void {
    const { overRow } = this.posting.lines;
    if (this.posting.lines.inTransit(line) < 0 && overRow.data[line] === -1) overRow.data[line] = cause;
  }

  /** A return is undone: what it had sent back is there again, the last of it first. */
  restore(row: number, line: number, qty: number): void {
    const { posting } = this;
    const sources = posting.sources.get(line) ?? [];
    let left = qty;
    for (let i = sources.length - 1; i >= 0; i--) {
      const source = sources[i]!;
      const part = Math.min(left, source.qty);
      if (part <= 0) continue;
      source.qty -= part;
      left -= part;
      posting.lines.sentBack.data[source.line]! -= part;
      posting.givenBack.push({ row, line: source.line, qty: -part });
    }
  }

  /** A return that names its dispatch: of which lots it is, and what that leaves to undo of the dispatch. */
  sendBack(row: number, move: Movement): Piece[] {
    const { posting, effects } = this;
    const { item, from } = move;
    const sources = this.sourcesOf(move);
    for (const source of sources) {
      posting.lines.sentBack.data[source.line]! += source.qty;
      posting.givenBack.push({ row, ...source });
    }
    if (sources.length === 0) return effects.take(row, Column.out);
    const pieces = sources.map((source) => ({
      lot: posting.lines.lot.data[source.line]!,
      qty: source.qty,
      sources: [source],
    }));
    if (posting.isTracked(from)) {
      for (const piece of pieces) effects.enter(from, item, piece.lot, -piece.qty, Column.out, row);
    }
    return pieces;
  }

  /** The lines of the dispatch that a return is of, the last taken first, each up to what of it had arrived. */
  private sourcesOf({ item, lot, qty, from, ref }: Movement): Source[] {
    const { lines } = this.posting;
    const sources: Source[] = [];
    let left = qty;
    let last = -1;
    for (const line of lines.linesOf(ref, item, lot).reverse()) {
      if (lines.to.data[line] !== from) continue;
      if (last < 0) last = line;
      const arrived = lines.transit.data[line] === 1 ? lines.received.data[line]! : lines.dispatched.data[line]!;
      const part = Math.min(left, arrived - lines.sentBack.data[line]!);
      if (part <= 0) continue;
      sources.push({ line, qty: part });
      left -= part;
    }
    if (left <= 0 || last < 0) return sources;
    // More came back than had arrived: the excess goes on what was taken last.
    if (sources[0]?.line === last) sources[0].qty += left;
    else sources.push({ line: last, qty: left });
    return sources;
  }

  private receive(line: number, qty: number, index: number): void {
    const { posting } = this;
    const { lines } = posting;
    const item = lines.item.data[line]!;
    const to = lines.to.data[line]!;
    const headline = lines.headline.data[line]!;
    lines.received.data[line]! += qty;
    if (posting.isTracked(to)) this.effects.enter(to, item, lines.lot.data[line]!, qty, Column.in, -2 - index);
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
    } else {
      for (const line of lines.toReversed()) {
        const part = Math.min(-left, taken[line]!);
        if (part <= 0) continue;
        give(line, -part);
        left += part;
      }
      if (left < 0) give(lines[0]!, left);
    }
  }

  private inTransit(doc: number, item: number, lot: number, site: number): number[] {
    const { lines } = this.posting;
    const isFor = (line: number) => lines.transit.data[line] === 1 && (site < 0 || lines.to.data[line] === site);
    return lines.linesOf(doc, item, lot).filter(isFor);
  }
}
