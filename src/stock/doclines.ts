// Document lines: what left under one document, item, lot, from and to, and what has become of it since.

import { NO_LOT } from '../book/lots.js';
import { Float64Vector, Int32Vector, int32Column, type Room, Uint8Vector } from '../core/vector.js';

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

/** Documents with more items than this, and items with more lines, are rare. */
const MANY = 16;

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

  /** Of the first line of an item: signatures of the day at hand, while they are gone through. */
  readonly signatures = new Int32Vector();

  /** By document the first line of its first item; lines follow documents closely, so this is read in order. */
  readonly firstOf: Int32Array;
  /** Of the first line of an item: the first line of the document's next item, and the last line of its own. */
  readonly nextItem = new Int32Vector();
  readonly tails = new Int32Vector();
  /** Of the first line of a document how many items it has, and of the first line of an item how many lines. */
  readonly itemCount = new Int32Vector();
  readonly lineCount = new Int32Vector();
  /** Where there are many, they are looked up and not gone through. */
  private readonly manyItems = new Map<string, number>();
  private readonly manyLines = new Map<string, number>();
  private readonly manyOfLot = new Map<string, number[]>();

  private count = 0;
  private readonly references = [
    this.signedRow,
    this.signedDay,
    this.damagedRow,
    this.overRow,
    this.next,
    this.nextItem,
    this.tails,
  ];
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
    this.itemCount,
    this.lineCount,
    this.signatures,
    ...this.references,
  ];

  /** `expected`: lines that there may be; room that is not used costs nothing. */
  constructor(documents: number, expected: number, memory: Room | null = null) {
    for (const column of this.columns) {
      if (memory !== null) column.moveTo(memory);
      column.reserve(Math.max(1024, expected));
    }
    this.firstOf = int32Column(documents, memory).fill(-1);
  }

  get size(): number {
    return this.count;
  }

  /** How many lines there is room for. */
  get room(): number {
    return this.doc.data.length;
  }

  /** The number of lines, where somebody else has made some. */
  settle(lines: number): void {
    this.count = lines;
  }

  /** The first line of a document and item, −1 where it has none. */
  head(doc: number, item: number): number {
    const first = this.firstOf[doc]!;
    if (first < 0) return -1;
    if (this.itemCount.data[first]! > MANY) return this.manyItems.get(`${doc}:${item}`) ?? -1;
    let line = first;
    while (line >= 0 && this.item.data[line] !== item) line = this.nextItem.data[line]!;
    return line;
  }

  /** The line with this key, a new one at the end of its document where there is none. */
  of(start: LineStart): number {
    const head = this.head(start.doc, start.item);
    if (head < 0) {
      const line = this.add(start);
      this.beginItem(line);
      return line;
    }
    const known = this.lineCount.data[head]! > MANY ? this.manyLines.get(keyOf(head, start)) : this.among(head, start);
    if (known !== undefined) return known;
    const line = this.add(start);
    this.next.data[this.tails.data[head]!] = line;
    this.tails.data[head] = line;
    const count = ++this.lineCount.data[head]!;
    if (count === MANY + 1) {
      for (let one = head; one >= 0; one = this.next.data[one]!) this.noteMany(head, one, this.startOf(one));
    } else if (count > MANY) this.noteMany(head, line, start);
    return line;
  }

  /** The lines of a document and item in the order in which they were taken: of a lot where one is named, else all. */
  linesOf(doc: number, item: number, lot: number): number[] {
    const head = this.head(doc, item);
    if (lot !== NO_LOT && this.lineCount.data[head]! > MANY) return [...(this.manyOfLot.get(`${head}:${lot}`) ?? [])];
    const found: number[] = [];
    for (let line = head; line >= 0; line = this.next.data[line]!) {
      if (lot === NO_LOT || this.lot.data[line] === lot) found.push(line);
    }
    return found;
  }

  private noteMany(head: number, line: number, key: LineKey): void {
    this.manyLines.set(keyOf(head, key), line);
    const ofLot = `${head}:${key.lot}`;
    const known = this.manyOfLot.get(ofLot);
    if (known === undefined) this.manyOfLot.set(ofLot, [line]);
    else known.push(line);
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

  private among(head: number, key: LineKey): number | undefined {
    for (let line = head; line >= 0; line = this.next.data[line]!) {
      if (
        this.lot.data[line] === key.lot &&
        this.from.data[line] === key.from &&
        this.to.data[line] === key.to &&
        this.kind.data[line] === key.kind &&
        this.target.data[line] === key.target
      ) {
        return line;
      }
    }
    return undefined;
  }

  private startOf(line: number): LineKey {
    return {
      lot: this.lot.data[line]!,
      from: this.from.data[line]!,
      to: this.to.data[line]!,
      kind: this.kind.data[line]!,
      target: this.target.data[line]!,
    };
  }

  /** A line begins an item of its document. */
  private beginItem(line: number): void {
    const doc = this.doc.data[line]!;
    this.tails.data[line] = line;
    this.lineCount.data[line] = 1;
    const first = this.firstOf[doc]!;
    if (first < 0) {
      this.firstOf[doc] = line;
      this.itemCount.data[line] = 1;
      return;
    }
    const count = ++this.itemCount.data[first]!;
    // The order of items means nothing: the new one stands second.
    this.nextItem.data[line] = this.nextItem.data[first]!;
    this.nextItem.data[first] = line;
    if (count === MANY + 1) {
      for (let one = first; one >= 0; one = this.nextItem.data[one]!) {
        this.manyItems.set(`${doc}:${this.item.data[one]!}`, one);
      }
    } else if (count > MANY) this.manyItems.set(`${doc}:${this.item.data[line]!}`, line);
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
    for (const column of this.references) column.data[line] = -1;
    return line;
  }

  /** Room for twice as many lines. */
  private grow(): void {
    const { room } = this;
    for (const column of this.columns) {
      column.length = room;
      column.reserve(room);
    }
  }
}

/** What tells lines of one document and item apart. */
type LineKey = Pick<LineStart, 'lot' | 'from' | 'to' | 'kind' | 'target'>;

function keyOf(head: number, { lot, from, to, kind, target }: LineKey): string {
  return `${head}:${lot}:${from}:${to}:${kind}:${target}`;
}
