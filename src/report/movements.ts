// Movements: the rows of the stock ledger between two days, and their totals by item and kind.

import type { Book } from '../book/book.js';
import type { MovementKind } from '../book/choices.js';
import { kindNames } from '../book/movement.js';
import { type Day, dayFromColumn, formatDay, formatMinute } from '../core/day.js';
import { kindWords } from '../core/messages/report.js';
import { columnWords, leadWords } from '../core/messages/report-columns.js';
import { coverWords, emptyWords, headingWords, titleWords } from '../core/messages/report-titles.js';
import { formatQuantity } from '../core/quantity.js';
import type { Reconciliation } from '../stock/figures.js';
import { orderByDay } from '../stock/roworder.js';
import { column, type Document, heading, rowsOf, type Table, table } from './document.js';
import { isLeftOut, leftOutRows } from './entries.js';
import { everything, type Filter } from './filter.js';
import { itemName, itemOrder, itemUnit, placeName } from './names.js';
import { pageNotices } from './notices.js';

export interface MovementData {
  readonly date: string;
  readonly time: string | null;
  readonly doc: string;
  readonly kind: MovementKind;
  readonly item: string;
  readonly lot: string;
  readonly qty: string;
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly ref: string | null;
}

export interface MovementTotalData {
  readonly item: string;
  readonly unit: string;
  readonly kind: MovementKind;
  readonly rows: number;
  readonly qty: string;
}

interface Total {
  readonly item: number;
  readonly kind: number;
  rows: number;
  qty: number;
}

/** Rows of the stock ledger in the days of the figures, in the one order that does not depend on files. */
export function movementRows(book: Book, figures: Reconciliation, filter: Filter = everything): Int32Array {
  const { stock, docs, lots } = book;
  const { from, to } = figures.period;
  const leftOut = leftOutRows(figures);
  const { rows: order, count } = orderByDay(stock.day.data, stock.length, to);
  const rows = new Int32Array(count);
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const row = order === null ? index : order[index]!;
    if (stock.day.data[row]! < from) continue;
    if (filter.item !== null && stock.item.data[row] !== filter.item) continue;
    if (filter.site !== null && stock.from.data[row] !== filter.site && stock.to.data[row] !== filter.site) continue;
    if (!isLeftOut(book, row, leftOut)) rows[kept++] = row;
  }
  return rows
    .subarray(0, kept)
    .sort(
      (a, b) =>
        stock.day.data[a]! - stock.day.data[b]! ||
        docs.compare(stock.doc.data[a]!, stock.doc.data[b]!) ||
        stock.item.data[a]! - stock.item.data[b]! ||
        lots.compare(stock.lot.data[a]!, stock.lot.data[b]!) ||
        stock.qty.data[a]! - stock.qty.data[b]! ||
        a - b,
    );
}

/** One row as other programs read it. */
export function movementData(book: Book, row: number): MovementData {
  const { day, minute, doc, kind, item, lot, qty, from, to, ref } = book.stock.movement(row);
  const { code, unit } = book.items.all[item]!;
  return {
    date: formatDay(dayFromColumn(day)),
    time: minute < 0 ? null : formatMinute(minute),
    doc: book.docs.text(doc),
    kind: kindNames[kind]!,
    item: code,
    lot: book.lots.text(lot),
    qty: formatQuantity(qty),
    unit,
    from: from < 0 ? null : book.places.code(from),
    to: to < 0 ? null : book.places.code(to),
    ref: ref < 0 ? null : book.docs.text(ref),
  };
}

function totals(book: Book, rows: Int32Array): Total[] {
  const { item: items, kind: kinds, qty } = book.stock;
  const sums = new Map<number, Total>();
  for (const row of rows) {
    const item = items.data[row]!;
    const kind = kinds.data[row]!;
    const key = item * kindNames.length + kind;
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { item, kind, rows: 0, qty: 0 };
      sums.set(key, sum);
    }
    sum.rows++;
    sum.qty += qty.data[row]!;
  }
  const order = itemOrder(book);
  return [...sums.values()].sort((a, b) => order(a.item, b.item) || a.kind - b.kind);
}

export interface MovementsData {
  /** Made one by one as they are read: there may be millions. */
  readonly movements: Iterable<MovementData>;
  readonly totals: readonly MovementTotalData[];
}

export function movementsData(book: Book, figures: Reconciliation, filter: Filter = everything): MovementsData {
  const rows = movementRows(book, figures, filter);
  return {
    movements: {
      *[Symbol.iterator]() {
        for (const row of rows) yield movementData(book, row);
      },
    },
    totals: totals(book, rows).map(({ item, kind, rows: count, qty }) => ({
      item: book.items.all[item]!.code,
      unit: itemUnit(book, item),
      kind: kindNames[kind]!,
      rows: count,
      qty: formatQuantity(qty),
    })),
  };
}

export function movementsDocument(book: Book, figures: Reconciliation, filter: Filter = everything): Document {
  const rows = movementRows(book, figures, filter);
  const sums = totals(book, rows);
  const { from, to } = figures.period;
  const incomplete = figures.quarantined.some((row) => row.table === 'stock' && mayConcern(row, to, filter));
  return {
    title: titleWords.movements,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks: [
      ...pageNotices(figures, incomplete),
      ...(rows.length === 0 ? [] : [heading(headingWords.totals), totalTable(book, sums), heading(headingWords.rows)]),
      rowTable(book, rows),
    ],
    incomplete,
  };
}

/** A row that was left out may be one of those asked for. */
function mayConcern(row: Reconciliation['quarantined'][number], to: Day, filter: Filter): boolean {
  if (row.day !== null && row.day > to) return false;
  if (filter.item !== null && row.item !== null && row.item !== filter.item) return false;
  return filter.site === null || row.sites === null || row.sites.includes(filter.site);
}

function totalTable(book: Book, sums: readonly Total[]): Table {
  const columns = [
    column('item', columnWords.item, 'text'),
    column('unit', columnWords.unit, 'code'),
    column('kind', columnWords.kind, 'code'),
    column('rows', columnWords.rows, 'count'),
    column('qty', columnWords.qty, 'quantity'),
  ];
  const rows = rowsOf(sums, ({ item, kind, rows: count, qty }) => [
    itemName(book, item),
    itemUnit(book, item),
    kindWords[kindNames[kind]!],
    count,
    qty,
  ]);
  return table(columns, rows);
}

function rowTable(book: Book, rows: Int32Array): Table {
  const columns = [
    column('date', columnWords.date, 'day'),
    column('doc', columnWords.doc, 'code'),
    column('kind', columnWords.kind, 'code'),
    column('from', columnWords.from, 'text', leadWords.from),
    column('to', columnWords.to, 'text', leadWords.to),
    column('item', columnWords.item, 'text'),
    column('lot', columnWords.lot, 'code'),
    column('qty', columnWords.qty, 'quantity'),
    column('unit', columnWords.unit, 'code'),
    column('ref', columnWords.ref, 'code'),
  ];
  const cells = rowsOf(rows, (row) => {
    const { day, doc, kind, item, lot, qty, from, to, ref } = book.stock.movement(row);
    return [
      day,
      book.docs.text(doc),
      kindWords[kindNames[kind]!],
      placeName(book, from),
      placeName(book, to),
      itemName(book, item),
      book.lots.text(lot),
      qty,
      itemUnit(book, item),
      book.docs.text(ref),
    ];
  });
  return table(columns, cells, {
    main: true,
    group: ['date', 'doc', 'kind', 'from', 'to'],
    empty: emptyWords.movements,
  });
}
