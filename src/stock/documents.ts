// What the rows say about their documents: the same row twice, one number for two documents, numbers left out.

import type { Book } from '../book/book.js';
import { LEFT_OUT, REVERSAL } from '../book/movement.js';
import type { Day } from '../core/day.js';
import { firstLook } from './firstlook.js';
import { gapsOf, seriesThrough } from './series.js';

export interface DuplicateRow {
  readonly row: number;
  readonly first: number;
}

export interface ReusedDocument {
  readonly row: number;
  readonly first: number;
  readonly differs: 'date' | 'kind' | 'from' | 'to';
}

export interface NumberGap {
  /** The stock row whose document follows the first gap. */
  readonly row: number;
  readonly prefix: string;
  /** Missing numbers as runs, both ends included. */
  readonly missing: readonly (readonly [number, number])[];
  readonly width: number;
}

export interface Documents {
  readonly duplicates: readonly DuplicateRow[];
  readonly reused: readonly ReusedDocument[];
  readonly gaps: readonly NumberGap[];
}

/** Beyond this many rows of one document equal rows are looked up by their text instead of one by one. */
const CHAIN_LIMIT = 48;

/** `leftOut` are reversals that the engine left out: like other rows in quarantine they say nothing of documents. */
export function inspectDocuments(book: Book, last: Day, leftOut: ReadonlySet<number>): Documents {
  const { stock } = book;
  const days = stock.day.data;
  const kinds = stock.kind.data;
  const docs = stock.doc.data;
  const items = stock.item.data;
  const lots = stock.lot.data;
  const quantities = stock.qty.data;
  const from = stock.from.data;
  const to = stock.to.data;

  const { firstOf, wanted, some } = firstLook(book, last, leftOut);
  const duplicates: DuplicateRow[] = [];
  const reused: ReusedDocument[] = [];
  const gaps = book.carried === null ? numberGaps(book, firstOf, leftOut) : gapsOf(book, seriesThrough(book, last));
  const found = { duplicates, reused, gaps };
  if (!some) return found;
  // Of those that are looked at alone: what nobody touches takes no memory.
  const latestOf = new Int32Array(book.docs.size);
  const previous = new Int32Array(stock.length);
  const long = new Map<number, Map<string, number>>();
  const variants = new Map<number, Set<string>>();

  const equal = (a: number, b: number): boolean =>
    items[a] === items[b] &&
    quantities[a] === quantities[b] &&
    days[a] === days[b] &&
    kinds[a] === kinds[b] &&
    lots[a] === lots[b] &&
    from[a] === from[b] &&
    to[a] === to[b];
  const keyOf = (row: number): string =>
    `${items[row]}:${quantities[row]}:${days[row]}:${kinds[row]}:${lots[row]}:${from[row]}:${to[row]}`;

  for (let row = 0; row < stock.length; row++) {
    if (kinds[row] === LEFT_OUT || days[row]! > last || (kinds[row] === REVERSAL && leftOut.has(row))) continue;
    const doc = docs[row]!;
    if (wanted[doc] !== 1) continue;
    const first = firstOf[doc]!;
    if (first === row) {
      latestOf[doc] = row;
      previous[row] = -1;
      continue;
    }
    previous[row] = latestOf[doc]!;
    latestOf[doc] = row;
    let seen = long.size === 0 ? undefined : long.get(doc);
    if (seen === undefined) {
      let length = 0;
      let other = previous[row]!;
      while (other >= 0 && length < CHAIN_LIMIT && !equal(row, other)) {
        other = previous[other]!;
        length++;
      }
      if (length < CHAIN_LIMIT) {
        if (other >= 0) duplicates.push({ row, first: other });
      } else {
        seen = new Map();
        for (let one = previous[row]!; one >= 0; one = previous[one]!) seen.set(keyOf(one), one);
        long.set(doc, seen);
      }
    }
    if (seen !== undefined) {
      const key = keyOf(row);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, row);
      else duplicates.push({ row, first: other });
    }
    if (
      days[row] !== days[first] ||
      kinds[row] !== kinds[first] ||
      from[row] !== from[first] ||
      to[row] !== to[first]
    ) {
      let known = variants.get(doc);
      if (known === undefined) {
        known = new Set();
        variants.set(doc, known);
      }
      const variant = `${days[row]}:${kinds[row]}:${from[row]}:${to[row]}`;
      if (known.has(variant)) continue;
      known.add(variant);
      const differs =
        days[row] !== days[first]
          ? 'date'
          : kinds[row] !== kinds[first]
            ? 'kind'
            : from[row] !== from[first]
              ? 'from'
              : 'to';
      reused.push({ row, first, differs });
    }
  }
  return found;
}

interface Series {
  count: number;
  least: number;
  most: number;
}

/** Series are documents that share everything before the digits at their end. */
function numberGaps(book: Book, firstOf: Int32Array, leftOut: ReadonlySet<number>): NumberGap[] {
  const { docs, stock } = book;
  const present = new Uint8Array(docs.size);
  for (let doc = 0; doc < firstOf.length; doc++) if (firstOf[doc]! >= 0) present[doc] = 1;
  // A row that could not be counted has its number all the same, even where nobody can read it.
  let unread = 0;
  for (const row of book.quarantined) {
    if (row.table !== 'stock') continue;
    if (row.docs === null) unread++;
    else for (const doc of row.docs.slice(0, 1)) present[doc] = 1;
  }
  for (const row of leftOut) present[stock.doc.data[row]!] = 1;
  const series: Series[] = [];
  const { prefixOf, numberOf } = docs.numbered();
  for (let doc = 0; doc < prefixOf.length; doc++) {
    const prefix = prefixOf[doc]!;
    if (prefix < 0 || present[doc] !== 1) continue;
    const number = numberOf[doc]!;
    const known = series[prefix];
    if (known === undefined) series[prefix] = { count: 1, least: number, most: number };
    else {
      known.count++;
      if (number < known.least) known.least = number;
      if (number > known.most) known.most = number;
    }
  }
  const gappy = new Map<number, number[]>();
  series.forEach((one, prefix) => {
    if (one.most - one.least + 1 > one.count + unread) gappy.set(prefix, []);
  });
  if (gappy.size === 0) return [];
  for (let doc = 0; doc < prefixOf.length; doc++) if (present[doc] === 1) gappy.get(prefixOf[doc]!)?.push(doc);
  const gaps: NumberGap[] = [];
  for (const members of gappy.values()) {
    members.sort((a, b) => numberOf[a]! - numberOf[b]!);
    const missing: [number, number][] = [];
    let after = -1;
    for (let i = 1; i < members.length; i++) {
      const before = numberOf[members[i - 1]!]!;
      const number = numberOf[members[i]!]!;
      if (number - before <= 1) continue;
      missing.push([before + 1, number - 1]);
      if (after < 0) after = members[i]!;
    }
    // The document after the gap may be one that was left out: then the next one that stands.
    const row =
      firstOf[after]! >= 0 ? firstOf[after]! : (members.map((doc) => firstOf[doc]!).find((r) => r >= 0) ?? -1);
    if (row < 0) continue;
    const text = docs.text(after);
    const digits = text.search(/\d+$/u);
    gaps.push({ row, prefix: text.slice(0, digits), missing, width: text.length - digits });
  }
  return gaps;
}
