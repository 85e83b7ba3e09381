// Which figures a row that was left out may have changed.

import type { Book } from '../book/book.js';
import { ISSUE, RETURN, REVERSAL, TRANSFER } from '../book/movement.js';
import type { Quarantined } from '../book/quarantine.js';

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
    const known = this.since.get(key);
    if (known === undefined || from < known) this.since.set(key, from);
  }

  /** Does a pattern fit these values by the day? Every value may stand as itself or be one that was not read. */
  fits(values: readonly number[], day: number): boolean {
    if (this.since.size === 0) return false;
    for (let mask = 0; mask < 1 << values.length; mask++) {
      const key = values.map((value, i) => ((mask >> i) & 1 ? ANY : value)).join(':');
      const since = this.since.get(key);
      if (since !== undefined && since <= day) return true;
    }
    return false;
  }
}

/** Lots count from 0 and "no lot" is −1: shifted, so that a blank lot is not taken for an unread one. */
const lotKey = (lot: number): number => lot + 1;

export class Incomplete {
  private readonly balances = new Patterns();
  private readonly counts = new Patterns();
  private readonly documents = new Patterns();
  private readonly requests = new Patterns();
  private readonly delivered = new Patterns();

  constructor(
    private readonly book: Book,
    leftOut: readonly Quarantined[],
  ) {
    for (const row of [...book.quarantined, ...leftOut]) this.add(row);
  }

  /** Of a balance by the end of a day. */
  balance(site: number, item: number, lot: number, day: number): boolean {
    return this.unsound(site, item) || this.balances.fits([site, item, lotKey(lot)], day);
  }

  /** Of what was counted on a day. */
  count(site: number, item: number, lot: number, day: number): boolean {
    return this.balance(site, item, lot, day) || this.counts.fits([site, item, lotKey(lot), day], day);
  }

  /** Of all lots of an item on a shelf. */
  shelf(site: number, item: number, lots: Iterable<number>, day: number): boolean {
    for (const lot of lots) if (this.count(site, item, lot, day)) return true;
    return this.count(site, item, -1, day);
  }

  /** Of a document line. */
  document(doc: number, item: number, lot: number, to: number, day: number): boolean {
    return this.unsound(to, item) || this.documents.fits([doc, item, lotKey(lot), to], day);
  }

  request(doc: number, item: number, site: number, day: number): boolean {
    return this.unsound(site, item) || this.requests.fits([doc, item, site], day);
  }

  /** Of what was delivered of a category (by item). */
  deliveredItem(item: number, day: number): boolean {
    return this.delivered.fits([item], day);
  }

  private unsound(site: number, item: number): boolean {
    const { items, sites } = this.book;
    return !items.all[item]!.sound || (site >= 0 && site < sites.all.length && !sites.all[site]!.sound);
  }

  private add(row: Quarantined): void {
    const { day } = row;
    const item = row.item ?? ANY;
    const lot = row.lot === null ? ANY : lotKey(row.lot);
    const sites = row.sites ?? [ANY];
    const docs = row.docs ?? [ANY];
    switch (row.table) {
      case 'stock':
        for (const site of sites) this.balances.add([site, item, lot], day);
        for (const doc of docs) {
          this.documents.add([doc, item, lot, ANY], day);
          this.requests.add([doc, item, ANY], day);
        }
        if (row.kind === null || [ISSUE, TRANSFER, RETURN, REVERSAL].includes(row.kind)) this.delivered.add([item], day);
        break;
      case 'deliveries':
        for (const site of sites) {
          this.balances.add([site, item, lot], day);
          for (const doc of docs) this.documents.add([doc, item, lot, site], day);
        }
        this.delivered.add([item], day);
        break;
      case 'counts':
        // A count changes no balance: what is unknown is what was counted on its own day.
        for (const site of sites) this.counts.add([site, item, lot, day ?? ANY], day);
        break;
      case 'requests':
        for (const site of sites) for (const doc of docs) this.requests.add([doc, item, site], day);
        break;
    }
  }
}
