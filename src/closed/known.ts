// Which documents the closed days name, in little room: numbered ones by how far their series goes, the others by name.

import type { Book } from '../book/book.js';
import type { KnownDocuments } from '../book/carried.js';
import { closedThrough } from '../stock/preload.js';
import { numberedDocument } from '../stock/series.js';

export function knownThrough(book: Book, through: number): KnownDocuments {
  const { stock, deliveries, requests, docs, carried } = book;
  const closed = closedThrough(book);
  const series = new Map<string, number>();
  const others = new Set(carried?.known.others ?? []);
  for (const [at, prefix] of (carried?.known.prefixes ?? []).entries()) {
    series.set(prefix, carried?.known.most[at] ?? 0);
  }
  const seen = new Uint8Array(docs.size);
  const note = (doc: number, day: number) => {
    if (day <= closed || day > through || seen[doc] === 1) return;
    seen[doc] = 1;
    const text = docs.text(doc);
    const numbered = numberedDocument(text);
    if (numbered === null) {
      others.add(text);
      return;
    }
    const { prefix, number } = numbered;
    series.set(prefix, Math.max(number, series.get(prefix) ?? 0));
  };
  for (let row = 0; row < stock.length; row++) note(stock.doc.data[row]!, stock.day.data[row]!);
  for (let row = 0; row < deliveries.length; row++) note(deliveries.doc.data[row]!, deliveries.day.data[row]!);
  for (const { doc, day } of requests) note(doc, day);
  return { prefixes: [...series.keys()], most: [...series.values()], others: [...others] };
}

/** May the closed days name a document? Never no where they do; where a series has gone past it, yes. */
export class KnownNames {
  private readonly most = new Map<string, number>();
  private readonly others: ReadonlySet<string>;

  constructor({ prefixes, most, others }: KnownDocuments) {
    for (const [at, prefix] of prefixes.entries()) this.most.set(prefix, most[at]!);
    this.others = new Set(others);
  }

  has(text: string): boolean {
    const numbered = numberedDocument(text);
    if (numbered === null) return this.others.has(text);
    // A number before the last of its series stands in the closed days, or in a gap that they have.
    return numbered.number <= (this.most.get(numbered.prefix) ?? -1);
  }
}
