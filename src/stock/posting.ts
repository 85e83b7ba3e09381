// The state of the engine while it replays a book: balances, document lines, the headline, and what it noticed.

import type { Book } from '../book/book.js';
import { ISSUE, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import type { Quarantined } from '../book/quarantine.js';
import type { Day } from '../core/day.js';
import { float64Column, type Room } from '../core/vector.js';
import { Balances } from './balances.js';
import { DocLines } from './doclines.js';
import type { Piece, Source } from './effects.js';
import { Headline } from './headline.js';
import type { Period } from './period.js';
import { Shelves } from './shelves.js';

/** Which figure of a balance an entry belongs to. */
export const Column = { in: 0, out: 1, adjusted: 2 } as const;
export type Column = (typeof Column)[keyof typeof Column];

/** Document lines that are made room for to begin with, and how many rows there are to one more. */
const LINES = 1 << 16;
const ROWS_A_LINE = 8;

export interface LotNotice {
  readonly row: number;
  readonly lot: number;
}

export interface FefoNotice extends LotNotice {
  /** The lot that should have gone first. */
  readonly earlier: number;
}

export interface ReversalFault {
  readonly row: number;
  /** What could still be undone; null where the document has no such line at all. */
  readonly left: number | null;
}

/** An amount of a dispatch that came back or was undone, for the request that it was sent for. */
interface GivenBack {
  readonly row: number;
  readonly line: number;
  readonly qty: number;
}

/** A gain or a loss that names what it is for, undone by a later row: what that does to the balance. */
interface UndoneAdjustment {
  readonly row: number;
  readonly ref: number;
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly qty: number;
}

export class Posting {
  readonly balances: Balances;
  readonly lines: DocLines;
  readonly headline: Headline;
  readonly shelves: Shelves;
  readonly expiredIssued: LotNotice[] = [];
  readonly fefo: FefoNotice[] = [];
  /** Delivery rows for nothing that was on its way. */
  readonly unmatched: number[] = [];
  /** Of balances of items kept in lots: what first took one below zero, a stock row or −2 − a delivery row. */
  readonly negativeRows = new Map<number, number>();
  /** What each balance closed with on its first day below zero. */
  readonly negativeClosing = new Map<number, number>();
  readonly reversalFaults: ReversalFault[] = [];
  readonly givenBack: GivenBack[] = [];
  /** Of losses that name no lot but what they are for: the lots they were booked on. */
  readonly lossLots = new Map<number, readonly Piece[]>();
  readonly undoneAdjustments: UndoneAdjustment[] = [];
  /** Of each line of a return: the document lines that it came back from. */
  readonly sources = new Map<number, Source[]>();
  /** Rows that the engine itself leaves out: reversals of nothing, or of too much. */
  readonly leftOut: Quarantined[] = [];
  readonly leftOutRows = new Set<number>();
  /** Base units of each item issued in the days that averages are taken over, net of what came back. */
  readonly issued: Float64Array;

  /** By place: is stock kept there, must it sign, is it a depot, is it a recipient? Parties and transit included. */
  readonly tracked: Uint8Array;
  readonly signs: Uint8Array;
  readonly depot: Uint8Array;
  readonly recipient: Uint8Array;

  /** By document: do other rows give back from it or undo it, so that its lines are kept whatever their kind? */
  readonly named: Uint8Array;
  /** By item: is it kept in lots? */
  readonly lotted: Uint8Array;

  day = -1;
  inPeriod = false;

  constructor(
    readonly book: Book,
    readonly period: Period,
    everyLine: boolean | Day,
    /** Where its columns lie; null where plain loops work with them. */
    readonly room: Room | null,
  ) {
    const { sites, items, places, parties } = book;
    this.balances = new Balances(sites.all.length, items.all.length, room);
    this.lines = new DocLines(
      book.docs.size,
      Math.min(book.stock.length, LINES + Math.ceil(book.stock.length / ROWS_A_LINE)),
      room,
    );
    this.headline = new Headline(book, room);
    this.shelves = new Shelves(book.lots, this.balances, sites.all.length, items.all.length, room);
    this.issued = float64Column(items.all.length, room);
    this.lotted = Uint8Array.from(items.all, ({ lots }) => (lots === 'no' ? 0 : 1));
    this.named =
      everyLine === true ? new Uint8Array(book.docs.size).fill(1) : namedDocuments(book, this.lotted, everyLine);
    const ends = places.transit + 1 + places.free.size;
    this.tracked = new Uint8Array(ends);
    this.signs = new Uint8Array(ends);
    this.depot = new Uint8Array(ends);
    this.recipient = new Uint8Array(ends);
    for (const [index, site] of sites.all.entries()) {
      this.tracked[index] = site.tracked ? 1 : 0;
      this.signs[index] = site.signs ? 1 : 0;
      this.depot[index] = site.kind === 'depot' ? 1 : 0;
    }
    for (const [index, party] of parties.all.entries()) {
      this.recipient[places.sites + index] = party.kind === 'recipient' ? 1 : 0;
    }
  }

  isTracked(place: number): boolean {
    return this.tracked[place] === 1;
  }

  isSigning(place: number): boolean {
    return this.signs[place] === 1;
  }

  noteSources(line: number, sources: readonly Source[]): void {
    this.sources.set(line, [...(this.sources.get(line) ?? []), ...sources]);
  }

  /** +1 for what is delivered from a depot, −1 for what comes back to one, 0 for anything else. */
  headlineSign(kind: number, from: number, to: number): number {
    const fromDepot = this.depot[from] === 1;
    const toDepot = this.depot[to] === 1;
    if (kind === ISSUE || kind === TRANSFER) {
      const delivered = this.book.places.isSite(to) ? !toDepot : this.recipient[to] === 1;
      return fromDepot && delivered ? 1 : 0;
    }
    return !fromDepot && toDepot && this.book.places.isSite(from) ? -1 : 0;
  }

  /** Adds to a balance (a negative amount takes from it) and keeps what the day's figures and findings need. */
  enter(site: number, item: number, lot: number, qty: number, column: Column, row: number): number {
    const { balances, day } = this;
    const balance = balances.of(site, item, lot);
    if (balances.lastDay.data[balance] !== day) {
      this.turnDay(balance);
      balances.lastDay.data[balance] = day;
      if (balances.firstDay.data[balance] === -1) balances.firstDay.data[balance] = day;
    }
    balances.closing.data[balance]! += qty;
    if (row >= 0) {
      // Of a day's rows the last as they stand, in whatever order they were posted.
      const before = balances.lastRow.data[balance]!;
      if (row > before || this.book.stock.day.data[before] !== day) balances.lastRow.data[balance] = row;
    }
    if (this.inPeriod) {
      if (column === Column.in) balances.in.data[balance]! += qty;
      else if (column === Column.out) balances.out.data[balance]! -= qty;
      else balances.adjusted.data[balance]! += qty;
    }
    if (lot >= 0) {
      if (qty > 0 && balances.receivedDay.data[balance] === -1) balances.receivedDay.data[balance] = day;
      this.shelves.changed(site, item, balance);
    }
    return balance;
  }

  /** A balance is touched on a new day: remembers whether the day before closed below zero. */
  turnDay(balance: number): void {
    const { closing, negativeDay, lastDay } = this.balances;
    if (closing.data[balance]! < 0 && negativeDay.data[balance]! < 0) {
      negativeDay.data[balance] = lastDay.data[balance]!;
      this.negativeClosing.set(balance, closing.data[balance]!);
    }
  }

  /** Looks at every balance once more, after the last day. */
  finish(): void {
    for (let balance = 0; balance < this.balances.size; balance++) this.turnDay(balance);
  }
}

/**
 * Documents whose lines are kept whatever their kind: those that a reversal undoes, and those that a return comes back
 * from where it matters which part of them it was: of which lot, for which request, how much is left to undo.
 */
function namedDocuments(book: Book, lotted: Uint8Array, since: Day | false): Uint8Array {
  const { stock } = book;
  const named = new Uint8Array(book.docs.size);
  const requested = book.present.has('requests');
  const returns: number[] = [];
  const { referring } = stock;
  for (let i = 0; i < referring.length; i++) {
    const row = referring.data[i]!;
    const kind = stock.kind.data[row]!;
    if (kind === REVERSAL) named[stock.ref.data[row]!] = 1;
    else if (kind === RETURN) returns.push(row);
  }
  for (const row of returns) {
    const ref = stock.ref.data[row]!;
    // A return that is itself undone gives back to its dispatch what it took from it.
    if (requested || lotted[stock.item.data[row]!] === 1 || named[stock.doc.data[row]!] === 1) named[ref] = 1;
  }
  if (since !== false) {
    for (let row = 0; row < stock.length; row++) if (stock.day.data[row]! >= since) named[stock.doc.data[row]!] = 1;
  }
  return named;
}
