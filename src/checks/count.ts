// Checks of counts: what the shelf says against what the book says, and whether anybody has looked.

import { C } from '../book/ledger/countrows.js';
import { S } from '../book/ledger/stockrows.js';
import type { CountTolerance } from '../book/settings.js';
import type { Finding } from '../core/finding.js';
import { figureTellings } from '../core/messages/figures.js';
import { saying } from '../core/messages/telling.js';
import { formatQuantity, ONE } from '../core/quantity.js';
import type { CountResult, CountResults } from '../stock/counts.js';
import type { CheckInput, Family } from './check.js';
import { amount, itemName, placeName } from './words.js';

/** A variance at the tolerance is still within it. */
function within(tolerance: CountTolerance, variance: number, book: number): boolean {
  const size = Math.abs(variance);
  if (tolerance.kind === 'absolute') return size <= tolerance.value;
  return BigInt(size) * BigInt(100 * ONE) <= BigInt(tolerance.percent) * BigInt(Math.abs(book));
}

function thing({ count }: CountResult): string {
  return `${count.day}:${count.when}:${count.site}:${count.item}:${count.lot}`;
}

/** Of several counts of one thing the smallest stands; that they differ is another check's matter. */
function standing(candidates: readonly CountResult[], all: CountResults): CountResult[] {
  const chosen = new Map<string, CountResult>();
  for (const result of candidates) chosen.set(thing(result), result);
  for (const result of all.ofDays(new Set(candidates.map(({ count }) => count.day)))) {
    const known = chosen.get(thing(result));
    if (known === undefined) continue;
    const { counted, row } = result.count;
    if (counted < known.count.counted || (counted === known.count.counted && row < known.count.row)) {
      chosen.set(thing(result), result);
    }
  }
  return [...chosen.values()];
}

function variance({ book, figures }: CheckInput): Finding[] {
  if (figures === null) return [];
  const { countTolerance } = book.settings.policy;
  const found: Finding[] = [];
  const isOff = (of: { readonly variance: number; readonly book: number }) =>
    !within(countTolerance, of.variance, of.book);
  const { counts } = figures;
  const off: CountResult[] = [];
  for (let at = 0; at < counts.length; at++) {
    const differs = { variance: counts.variance.data[at]!, book: counts.book.data[at]! };
    if (differs.variance !== 0 && isOff(differs)) off.push(counts.result(at));
  }
  for (const result of standing(off, counts).filter(isOff)) {
    const { count, allLots } = result;
    const { site, item, lot, day } = count;
    const unknown = allLots
      ? figures.incomplete.shelf(site, item, day)
      : figures.incomplete.count(site, item, lot, day);
    if (unknown) continue;
    found.push({
      code: 'count/variance',
      at: book.counts.cellPlace(count.row, C.counted),
      tell: figureTellings.variance({
        site: placeName(book, site),
        item: itemName(book, item),
        book: amount(book, item, result.book),
        counted: amount(book, item, count.counted),
        variance: amount(book, item, Math.abs(result.variance)),
        short: result.variance < 0,
      }),
      related: [],
      figures: [result.book, count.counted, result.variance].map(formatQuantity),
    });
  }
  return found;
}

/** Counts of a day that have company: things counted more than once, in the order of the files. */
function repeated({ book, figures }: CheckInput): CountResult[] {
  if (figures === null) return [];
  const results = figures.counts;
  const { day, open, site, item, lot } = book.counts;
  const items = book.items.all.length;
  const lots = book.lots.size + 1;
  const found = new Set<number>();
  let seen = new Map<number, number>();
  let block = -1;
  for (let at = 0; at < results.length; at++) {
    const row = results.row.data[at]!;
    // Results come day by day, opening counts before closing ones.
    const here = day.data[row]! * 2 + open.data[row]!;
    if (here !== block) {
      block = here;
      seen = new Map();
    }
    const key = (site.data[row]! * items + item.data[row]!) * lots + lot.data[row]! + 1;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else found.add(first).add(at);
  }
  return [...found].map((at) => results.result(at)).sort((a, b) => a.count.row - b.count.row);
}

function duplicate(input: CheckInput): Finding[] {
  const { book } = input;
  const firsts = new Map<string, CountResult>();
  const figuresOf = new Map<CountResult, Set<number>>();
  const found: Finding[] = [];
  for (const result of repeated(input)) {
    const { count } = result;
    const first = firsts.get(thing(result));
    if (first === undefined) {
      firsts.set(thing(result), result);
      figuresOf.set(result, new Set([count.counted]));
    } else if (figuresOf.get(first)?.has(count.counted) === false) {
      figuresOf.get(first)?.add(count.counted);
      found.push({
        code: 'count/duplicate',
        at: book.counts.cellPlace(count.row, C.counted),
        tell: figureTellings.countDuplicate({
          site: placeName(book, count.site),
          item: itemName(book, count.item),
          first: amount(book, count.item, first.count.counted),
          second: amount(book, count.item, count.counted),
        }),
        related: [
          {
            at: book.counts.cellPlace(first.count.row, C.counted),
            tell: saying({ zh: () => '先盘的一行', en: () => 'the count before' }),
          },
        ],
      });
    }
  }
  return found;
}

function stale({ book, figures }: CheckInput): Finding[] {
  return (figures?.stale ?? []).map(({ site, item, closing, days, everCounted, row }) => ({
    code: 'count/stale',
    at: row < 0 ? book.sites.all[site]!.at : book.stock.cellPlace(row, S.qty),
    tell: figureTellings.stale({
      site: placeName(book, site),
      item: itemName(book, item),
      closing: amount(book, item, closing),
      days,
      counted: everCounted,
    }),
    related: [],
  }));
}

function selfCheck({ book, figures }: CheckInput): Finding[] {
  const last = figures?.day ?? -1;
  const found: Finding[] = [];
  for (const row of book.counts.rows()) {
    if (!book.counts.isSelfChecked(row) || book.counts.day.data[row]! > last) continue;
    found.push({
      code: 'count/self-check',
      at: book.counts.cellPlace(row, C.checkedBy),
      tell: figureTellings.countSelfCheck({ name: book.resolver.staffName(book.counts.by.data[row]!) }),
      related: [],
    });
  }
  return found;
}

export const countChecks: Family = {
  'count/variance': variance,
  'count/duplicate': duplicate,
  'count/stale': stale,
  'count/self-check': selfCheck,
};
