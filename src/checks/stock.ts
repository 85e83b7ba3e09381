// Checks of movements: balances, documents, reversals, dates, signatures.

import { C } from '../book/ledger/countrows.js';
import { D } from '../book/ledger/deliveries.js';
import { R } from '../book/ledger/requests.js';
import { S } from '../book/ledger/stockrows.js';
import { LEFT_OUT } from '../book/movement.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import type { Finding, Place } from '../core/finding.js';
import { figureTellings } from '../core/messages/figures.js';
import { saying } from '../core/messages/telling.js';
import { formatQuantity } from '../core/quantity.js';
import type { CheckInput, Family } from './check.js';
import { amount, docName, itemName, placeName } from './words.js';

const earlier = saying({ zh: () => '先有的一行', en: () => 'the earlier row' });

function negative({ book, figures }: CheckInput): Finding[] {
  return (figures?.negatives ?? []).map(({ site, item, lot, day, closing, row }) => ({
    code: 'stock/negative',
    at: row >= 0 ? book.stock.cellPlace(row, S.qty) : book.deliveries.cellPlace(-2 - row, D.received),
    tell: figureTellings.negative({
      site: placeName(book, site),
      item: itemName(book, item),
      lot: book.lots.text(lot),
      day: formatDay(day),
      closing: amount(book, item, closing),
    }),
    related: [],
    figures: [formatDay(day), formatQuantity(closing)],
  }));
}

function duplicateRow({ book, documents }: CheckInput): Finding[] {
  const { stock } = book;
  return (documents?.duplicates ?? []).map(({ row, first }) => ({
    code: 'stock/duplicate-row',
    at: stock.cellPlace(row, S.doc),
    tell: figureTellings.duplicateRow({ doc: docName(book, stock.doc.data[row]!) }),
    related: [{ at: stock.cellPlace(first, S.doc), tell: earlier }],
  }));
}

function documentReused({ book, documents }: CheckInput): Finding[] {
  const { stock } = book;
  const columns = { date: S.date, kind: S.kind, from: S.from, to: S.to };
  return (documents?.reused ?? []).map(({ row, first, differs }) => ({
    code: 'stock/document-reused',
    at: stock.cellPlace(row, columns[differs]),
    tell: figureTellings.documentReused({ doc: docName(book, stock.doc.data[row]!), differs }),
    related: [{ at: stock.cellPlace(first, columns[differs]), tell: earlier }],
  }));
}

function numberGap({ book, documents }: CheckInput): Finding[] {
  return (documents?.gaps ?? []).map(({ row, prefix, missing, width }) => ({
    code: 'stock/number-gap',
    at: book.stock.cellPlace(row, S.doc),
    tell: figureTellings.numberGap({ prefix, missing, width }),
    related: [],
  }));
}

/** More days than this between the last two days of a ledger look like a slip of the pen. */
const JUMP = 31;

function dateJump({ book, figures }: CheckInput): Finding[] {
  if (figures === null) return [];
  const found: Finding[] = [];
  const look = (days: Int32Array, placeOf: (i: number) => Place) => {
    let last = -1;
    let first = -1;
    let before = -1;
    for (let i = 0; i < days.length; i++) {
      const day = days[i]!;
      if (day === last || day > figures.day) continue;
      if (day > last) {
        before = last;
        last = day;
        first = i;
      } else if (day > before) before = day;
    }
    if (before < 0 || last - before <= JUMP) return;
    const tell = figureTellings.dateJump({ days: last - before, before: formatDay(dayFromColumn(before)) });
    found.push({ code: 'stock/date-jump', at: placeOf(first), tell, related: [] });
  };
  const { stock, deliveries, counts, requests } = book;
  const days = stock.day.data.subarray(0, stock.length);
  const leftOut = book.quarantined.some(({ table }) => table === 'stock');
  const counted = leftOut ? days.map((day, i) => (stock.kind.data[i] === LEFT_OUT ? -1 : day)) : days;
  look(counted, (i) => stock.cellPlace(i, S.date));
  look(deliveries.day.data.subarray(0, deliveries.length), (i) => deliveries.cellPlace(i, D.date));
  const countRows = Int32Array.from(counts.rows());
  look(
    countRows.map((row) => counts.day.data[row]!),
    (i) => counts.cellPlace(countRows[i]!, C.date),
  );
  look(Int32Array.from(requests, dayOf), (i) => book.requestLog.cellPlace(requests[i]!.row, R.date));
  return found;
}

function dayOf({ day }: { readonly day: number }): number {
  return day;
}

function siteClosed({ book, figures }: CheckInput): Finding[] {
  const { stock, sites } = book;
  const last = figures?.day ?? -1;
  if (!sites.all.some(({ opened, closed }) => opened !== null || closed !== null)) return [];
  // By place, parties and transit included: they are always open.
  const places = book.places.transit + 1;
  const opened = new Int32Array(places).fill(-0x80000000);
  const closed = new Int32Array(places).fill(0x7fffffff);
  for (const [site, one] of sites.all.entries()) {
    if (one.opened !== null) opened[site] = one.opened;
    if (one.closed !== null) closed[site] = one.closed;
  }
  const found: Finding[] = [];
  const look = (row: number, place: number, column: number, day: number) => {
    const site = sites.all[place]!;
    const tell = figureTellings.siteClosed({
      site: placeName(book, place),
      opened: site.opened === null ? null : formatDay(site.opened),
      closed: site.closed === null ? null : formatDay(site.closed),
      before: day < opened[place]!,
    });
    found.push({ code: 'stock/site-closed', at: stock.cellPlace(row, column), tell, related: [] });
  };
  const days = stock.day.data;
  const kinds = stock.kind.data;
  const froms = stock.from.data;
  const tos = stock.to.data;
  for (let row = 0; row < stock.length; row++) {
    const day = days[row]!;
    if (day > last || kinds[row] === LEFT_OUT) continue;
    const from = froms[row]!;
    const to = tos[row]!;
    if (from >= 0 && from < places && (day < opened[from]! || day > closed[from]!)) look(row, from, S.from, day);
    if (to >= 0 && to < places && (day < opened[to]! || day > closed[to]!)) look(row, to, S.to, day);
  }
  return found;
}

function reversalUnmatched({ book, figures }: CheckInput): Finding[] {
  return (figures?.reversalFaults ?? [])
    .filter(({ left }) => left === null)
    .map(({ row }) => ({
      code: 'stock/reversal-unmatched',
      at: book.stock.cellPlace(row, S.ref),
      tell: figureTellings.reversalUnmatched({ ref: docName(book, book.stock.ref.data[row]!) }),
      related: [],
    }));
}

function reversalExceeds({ book, figures }: CheckInput): Finding[] {
  const { stock } = book;
  const found: Finding[] = [];
  for (const { row, left } of figures?.reversalFaults ?? []) {
    if (left === null) continue;
    const item = stock.item.data[row]!;
    const tell = figureTellings.reversalExceeds({
      ref: docName(book, stock.ref.data[row]!),
      qty: amount(book, item, stock.qty.data[row]!),
      left: amount(book, item, left),
    });
    found.push({ code: 'stock/reversal-exceeds', at: stock.cellPlace(row, S.qty), tell, related: [] });
  }
  return found;
}

function selfCheck({ book, figures }: CheckInput): Finding[] {
  const last = figures?.day ?? -1;
  const { stock } = book;
  return book.selfChecked
    .filter(({ row }) => stock.day.data[row]! <= last && stock.kind.data[row] !== LEFT_OUT)
    .map(({ row, member }) => ({
      code: 'stock/self-check',
      at: stock.cellPlace(row, S.checkedBy),
      tell: figureTellings.stockSelfCheck({ name: book.resolver.staffName(member) }),
      related: [],
    }));
}

export const stockChecks: Family = {
  'stock/negative': negative,
  'stock/duplicate-row': duplicateRow,
  'stock/document-reused': documentReused,
  'stock/number-gap': numberGap,
  'stock/date-jump': dateJump,
  'stock/site-closed': siteClosed,
  'stock/reversal-unmatched': reversalUnmatched,
  'stock/reversal-exceeds': reversalExceeds,
  'stock/self-check': selfCheck,
};
