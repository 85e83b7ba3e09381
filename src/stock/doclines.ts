// Document lines: what left under one document, item, lot, from and to, and what has become of it since.

import { Float64Vector, Int32Vector, Uint8Vector } from '../core/vector.js';

/** The columns of a line that a caller knows when the line begins. */
export interface LineStart {
  readonly doc: number;
  readonly item: number;
  readonly lot: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly day: number;
  readonly minute: number;
  readonly row: number;
  /** The request that it fills, or the dispatch that it comes back from. */
  readonly ref: number;
  /** In transit until it is signed for. */
  readonly transit: boolean;
  /** 1 where it counts as delivered, −1 where it takes from what was delivered, 0 where it does neither. */
  readonly headline: number;
  /** The line in transit that this one returns or writes off, −1 for none. */
  readonly target: number;
}

export class DocLines {
  readonly doc = new Int32Vector();
  readonly item = new Int32Vector();
  readonly lot = new Int32Vector();
  readonly from = new Int32Vector();
  readonly to = new Int32Vector();
  readonly kind = new Uint8Vector();
  readonly day = new Int32Vector();
  readonly minute = new Int32Vector();
  readonly row = new Int32Vector();
  readonly ref = new Int32Vector();
  readonly transit = new Uint8Vector();
  readonly headline = new Int32Vector();
  readonly target = new Int32Vector();
  /** Net of reversals. */
  readonly dispatched = new Float64Vector();
  readonly received = new Float64Vector();
  readonly damaged = new Float64Vector();
  readonly returned = new Float64Vector();
  readonly lost = new Float64Vector();
  /** Returned after it had arrived: no more can be undone than is still there. */
  readonly sentBack = new Float64Vector();
  /** The last delivery row for the line and the day it is booked on, −1 while nobody signed. */
  readonly signedRow = new Int32Vector();
  readonly signedDay = new Int32Vector();
  readonly damagedRow = new Int32Vector();
  /** The row that took what was on the way below zero: a delivery row, or −2 − a stock row; −1 while none has. */
  readonly overRow = new Int32Vector();
  /** The next line of the same document and item, in the order in which they were taken. */
  readonly next = new Int32Vector();

  /** First and last line of each document and item, and each line by its whole key. */
  private heads = new Int32Array(1024).fill(-1);
  private readonly tails = new Int32Vector();
  private whole = new Int32Array(1024).fill(-1);
  private groups = 0;

  private count = 0;
  private room = 0;
  private readonly references = [this.signedRow, this.signedDay, this.damagedRow, this.overRow, this.next, this.tails];
  private readonly columns = [
    this.doc,
    this.item,
    this.lot,
    this.from,
    this.to,
    this.kind,
    this.day,
    this.minute,
    this.row,
    this.ref,
    this.transit,
    this.headline,
    this.target,
    this.dispatched,
    this.received,
    this.damaged,
    this.returned,
    this.lost,
    this.sentBack,
    ...this.references,
  ];

  get size(): number {
    return this.count;
  }

  /** The first line of a document and item, −1 where it has none. */
  head(doc: number, item: number): number {
    const { heads } = this;
    for (let slot = mix(doc, item, 0) & (heads.length - 1); ; slot = (slot + 1) & (heads.length - 1)) {
      const line = heads[slot]!;
      if (line < 0 || (this.doc.data[line] === doc && this.item.data[line] === item)) return line;
    }
  }

  /** The line with this key, a new one at the end of its document where there is none. */
  of(start: LineStart): number {
    const { whole } = this;
    let slot = this.wholeSlot(start.doc, start.item, start.lot, start.from, start.to);
    for (;;) {
      const line = whole[slot]!;
      if (line < 0) break;
      if (this.matches(line, start)) return line;
      slot = (slot + 1) & (whole.length - 1);
    }
    const line = this.add(start);
    whole[slot] = line;
    this.link(line);
    if (this.size * 2 > whole.length) this.rehash();
    return line;
  }

  inTransit(line: number): number {
    return (
      this.dispatched.data[line]! -
      this.received.data[line]! -
      this.damaged.data[line]! -
      this.returned.data[line]! -
      this.lost.data[line]!
    );
  }

  /** What a reversal may still undo. */
  undoable(line: number): number {
    return this.transit.data[line] === 1
      ? this.inTransit(line)
      : this.dispatched.data[line]! - this.sentBack.data[line]!;
  }

  private matches(line: number, key: LineStart): boolean {
    return (
      this.doc.data[line] === key.doc &&
      this.item.data[line] === key.item &&
      this.lot.data[line] === key.lot &&
      this.from.data[line] === key.from &&
      this.to.data[line] === key.to &&
      this.kind.data[line] === key.kind &&
      this.target.data[line] === key.target
    );
  }

  private wholeSlot(doc: number, item: number, lot: number, from: number, to: number): number {
    return mix(mix(doc, item, lot), from, to) & (this.whole.length - 1);
  }

  private link(line: number): void {
    const doc = this.doc.data[line]!;
    const item = this.item.data[line]!;
    const head = this.head(doc, item);
    if (head >= 0) {
      this.next.data[this.tails.data[head]!] = line;
      this.tails.data[head] = line;
      return;
    }
    this.tails.data[line] = line;
    this.groups++;
    if (this.groups * 2 > this.heads.length) {
      const old = this.heads;
      this.heads = new Int32Array(old.length * 2).fill(-1);
      for (const one of old) if (one >= 0) this.place(one);
    }
    this.place(line);
  }

  private place(head: number): void {
    const { heads } = this;
    let slot = mix(this.doc.data[head]!, this.item.data[head]!, 0) & (heads.length - 1);
    while (heads[slot]! >= 0) slot = (slot + 1) & (heads.length - 1);
    heads[slot] = head;
  }

  private rehash(): void {
    this.whole = new Int32Array(this.whole.length * 2).fill(-1);
    const { whole } = this;
    for (let line = 0; line < this.size; line++) {
      let slot = this.wholeSlot(
        this.doc.data[line]!,
        this.item.data[line]!,
        this.lot.data[line]!,
        this.from.data[line]!,
        this.to.data[line]!,
      );
      while (whole[slot]! >= 0) slot = (slot + 1) & (whole.length - 1);
      whole[slot] = line;
    }
  }

  private add(start: LineStart): number {
    const line = this.count;
    if (line === this.room) this.grow();
    this.count++;
    this.doc.data[line] = start.doc;
    this.item.data[line] = start.item;
    this.lot.data[line] = start.lot;
    this.from.data[line] = start.from;
    this.to.data[line] = start.to;
    this.kind.data[line] = start.kind;
    this.day.data[line] = start.day;
    this.minute.data[line] = start.minute;
    this.row.data[line] = start.row;
    this.ref.data[line] = start.ref;
    this.transit.data[line] = start.transit ? 1 : 0;
    this.headline.data[line] = start.headline;
    this.target.data[line] = start.target;
    return line;
  }

  /** Room for twice as many lines: figures begin at zero, references at none. */
  private grow(): void {
    const more = Math.max(1024, this.room);
    for (const column of this.columns) {
      column.length = this.room;
      column.reserve(more);
    }
    for (const column of this.references) column.data.fill(-1, this.room);
    this.room += more;
  }
}

function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(c + 2, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  return hash ^ (hash >>> 15);
}
