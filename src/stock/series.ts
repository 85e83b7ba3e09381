// Numbered series of documents where the closed days are only known as how far each series went.

import type { Book } from '../book/book.js';
import type { CarriedSeries } from '../book/carried.js';
import { LEFT_OUT } from '../book/movement.js';
import type { NumberGap } from './documents.js';
import { closedThrough } from './preload.js';

export interface Numbered {
  readonly prefix: string;
  readonly number: number;
  readonly width: number;
}

/** A document's series and number; null where it ends in no number, or in one of more than nine digits. */
export function numberedDocument(text: string): Numbered | null {
  const digits = /[0-9]+$/u.exec(text)?.[0] ?? '';
  if (digits === '' || digits.length > 9 || digits.length === text.length) return null;
  return { prefix: text.slice(0, text.length - digits.length), number: Number(digits), width: digits.length };
}

interface Member {
  readonly doc: number;
  readonly number: number;
  readonly row: number;
}

/** Every series up to the end of a day: as it is carried on, and with the documents that were read. */
export function seriesThrough(book: Book, last: number): CarriedSeries[] {
  const { stock, docs } = book;
  const closed = closedThrough(book);
  const seen = new Uint8Array(docs.size);
  const members = new Map<string, Member[]>();
  for (let row = 0; row < stock.length; row++) {
    const day = stock.day.data[row]!;
    const doc = stock.doc.data[row]!;
    if (day <= closed || day > last || stock.kind.data[row] === LEFT_OUT || seen[doc] === 1) continue;
    seen[doc] = 1;
    const numbered = numberedDocument(docs.text(doc));
    if (numbered === null) continue;
    const one = { doc, number: numbered.number, row };
    const known = members.get(numbered.prefix);
    if (known === undefined) members.set(numbered.prefix, [one]);
    else known.push(one);
  }
  const carried = book.carried?.engine.series ?? [];
  const met = new Set(carried.map(({ prefix }) => prefix));
  const fresh = [...members.keys()].filter((prefix) => !met.has(prefix));
  return [
    ...carried.map((series) => extended(series, members.get(series.prefix) ?? [])),
    ...fresh.map((prefix) =>
      extended({ prefix, count: 0, least: 0, most: 0, missing: [], after: -1 }, members.get(prefix) ?? []),
    ),
  ];
}

/** A series with further documents, all numbered beyond what it had. */
function extended(series: CarriedSeries, members: readonly Member[]): CarriedSeries {
  if (members.length === 0) return series;
  const missing = [...series.missing];
  let { after, most, least, count } = series;
  for (const { number, row } of [...members].sort((a, b) => a.number - b.number || a.doc - b.doc)) {
    if (count === 0) least = number;
    else if (number - most > 1) {
      missing.push([most + 1, number - 1]);
      if (after < 0) after = row;
    }
    most = number;
    count++;
  }
  return { prefix: series.prefix, count, least, most, missing, after };
}

export function gapsOf(book: Book, series: readonly CarriedSeries[]): NumberGap[] {
  return series
    .filter(({ count, least, most }) => most - least + 1 > count)
    .map(({ prefix, missing, after }) => ({
      row: after,
      prefix,
      missing,
      width: numberedDocument(book.docs.text(book.stock.doc.data[after]!))?.width ?? 1,
    }));
}
