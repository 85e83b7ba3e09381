// Which figures a row that was left out may have changed.

import type { Book } from '../book/book.js';
import { ISSUE, LOSS, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import type { Quarantined } from '../book/quarantine.js';
import type { DocLines } from './doclines.js';

/** Kinds that may have put goods in transit or taken them out of it. */
const leaving: readonly number[] = [ISSUE, TRANSFER, RETURN, LOSS, REVERSAL];

const ANY = -1;

/** The earliest day on which each pattern of readable cells applies; ANY stands for a cell that could not be read. */
class Patterns {
  private readonly since = new Map<string, number>();

  get isEmpty(): boolean {
    return this.since.size === 0;
  }

  add(keys: readonly number[], day: number | null): void {
    const key = keys.join(':');
    const from = day ?? Number.NEGATIVE_INFINITY;
    this.since.set(key, Math.min(from, this.since.get(key) ?? from));
  }

  /** Does a pattern fit these values by the day? Every value may stand as itself or be one that was not read. */
  fits(values: readonly number[], day: number): boolean {
    if (this.since.size === 0) return false;
    for (let mask = 0; mask < 1 << values.length; mask++) {
      const key = values.map((value, i) => ((mask >> i) & 1 ? ANY : value)).join(':');
      if ((this.since.get(key) ?? Number.POSITIVE_INFINITY) <= day) return true;
    }
    return false;
  }
}

/** Names of lots count from 0 and "no lot" is −1: shifted, so that a blank lot is not taken for an unread one. */
const nameKey = (name: number): number => name + 1;

export class Incomplete {
  private readonly balances = new Patterns();
  private readonly counts = new Patterns();
  /** The same of all lots together: a row of any lot may have changed them. */
  private readonly shelves = new Patterns();
  private readonly counted = new Patterns();
  private readonly documents = new Patterns();
  private readonly requests = new Patterns();
  private readonly delivered = new Patterns();
  private destinationsOf: Map<number, number[]> | null = null;

  constructor(
    private readonly book: Book,
    leftOut: readonly Quarantined[],
    private readonly lines: DocLines,
  ) {
    for (const row of [...book.quarantined, ...leftOut]) this.add(row);
  }

  /** Was anything left out at all? */
  get any(): boolean {
    return !this.documents.isEmpty;
  }

  /** Of a balance by the end of a day. */
  balance(site: number, item: number, lot: number, day: number): boolean {
    return this.unsound(site, item) || this.balances.fits([site, item, this.lotKey(lot)], day);
  }

  /** Of what was counted on a day. */
  count(site: number, item: number, lot: number, day: number): boolean {
    return this.balance(site, item, lot, day) || this.counts.fits([site, item, this.lotKey(lot), day], day);
  }

  /** Of all lots of an item on a shelf. */
  shelf(site: number, item: number, day: number): boolean {
    return (
      this.unsound(site, item) || this.shelves.fits([site, item], day) || this.counted.fits([site, item, day], day)
    );
  }

  /** Of a document line. */
  document(doc: number, item: number, lot: number, to: number, day: number): boolean {
    return this.unsound(to, item) || this.documents.fits([doc, item, this.lotKey(lot), to], day);
  }

  request(doc: number, item: number, site: number, day: number): boolean {
    return this.unsound(site, item) || this.requests.fits([doc, item, site], day);
  }

  /** Of what was delivered of a category (by item). */
  deliveredItem(item: number, day: number): boolean {
    return this.delivered.fits([item], day);
  }

  private lotKey(lot: number): number {
    return nameKey(this.book.lots.nameOf(lot));
  }

  private unsound(site: number, item: number): boolean {
    const { items, sites } = this.book;
    return !items.all[item]!.sound || sites.all[site]?.sound === false;
  }

  /** A row of a named lot also concerns what was signed for without naming one. */
  private addDocument(doc: number, item: number, lot: number, to: number, day: number | null): void {
    this.documents.add([doc, item, lot, to], day);
    this.documents.add([doc, item, nameKey(-1), to], day);
  }

  private addBalance(site: number, item: number, lot: number, day: number | null): void {
    this.balances.add([site, item, lot], day);
    this.shelves.add([site, item], day);
  }

  /** Where the goods of these documents were sent to. */
  private destinations(docs: readonly number[]): number[] {
    if (docs.includes(ANY)) return [ANY];
    this.destinationsOf ??= this.sentTo();
    const found: number[] = [];
    for (const doc of docs) {
      const sites = this.destinationsOf.get(doc);
      if (sites !== undefined) found.push(...sites);
    }
    return found;
  }

  /** By document the sites that have to sign for it. */
  private sentTo(): Map<number, number[]> {
    const { lines } = this;
    const sent = new Map<number, number[]>();
    for (let line = 0; line < lines.size; line++) {
      if (lines.transit.data[line] !== 1) continue;
      const doc = lines.doc.data[line]!;
      const sites = sent.get(doc);
      if (sites === undefined) sent.set(doc, [lines.to.data[line]!]);
      else sites.push(lines.to.data[line]!);
    }
    return sent;
  }

  private add(row: Quarantined): void {
    const { day } = row;
    const item = row.item ?? ANY;
    const lot = row.lot === null ? ANY : nameKey(row.lot);
    const sites = row.sites ?? [ANY];
    const docs = row.docs ?? [ANY];
    switch (row.table) {
      case 'stock':
        for (const site of sites) this.addBalance(site, item, lot, day);
        for (const doc of docs) {
          if (row.kind === null || leaving.includes(row.kind)) this.addDocument(doc, item, lot, ANY, day);
          this.requests.add([doc, item, ANY], day);
        }
        if (row.kind === null || [ISSUE, TRANSFER, RETURN, REVERSAL].includes(row.kind))
          this.delivered.add([item], day);
        break;
      case 'deliveries':
        for (const doc of docs) this.addDocument(doc, item, lot, sites.length === 1 ? sites[0]! : ANY, day);
        for (const site of sites.length > 0 ? sites : this.destinations(docs)) this.addBalance(site, item, lot, day);
        this.delivered.add([item], day);
        break;
      case 'counts':
        // A count changes no balance: what is unknown is what was counted on its own day.
        for (const site of sites) {
          this.counts.add([site, item, lot, day ?? ANY], day);
          this.counted.add([site, item, day ?? ANY], day);
        }
        break;
      case 'requests':
        for (const site of sites) for (const doc of docs) this.requests.add([doc, item, site], day);
        break;
    }
  }
}
