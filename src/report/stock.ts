// Stock on hand at the end of a day: by site, item and lot, and each item over all sites.

import type { Book } from '../book/book.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import { columnWords } from '../core/messages/report-columns.js';
import { asOfWords, emptyWords, headingWords, titleWords } from '../core/messages/report-titles.js';
import { formatQuantity } from '../core/quantity.js';
import type { BalanceLine, Reconciliation } from '../stock/figures.js';
import { column, type Document, figure, heading, rowsOf, type Table, table, toned } from './document.js';
import { everything, type Filter, keepsBalance } from './filter.js';
import { itemName, itemOrder, itemUnit, lotExpiry, siteName } from './names.js';
import { pageNotices } from './notices.js';

export interface OnHandData {
  readonly site: string;
  readonly item: string;
  readonly lot: string;
  readonly unit: string;
  readonly expiry: string | null;
  /** Days left after the date; negative once it has expired. */
  readonly daysLeft: number | null;
  readonly onHand: string;
  readonly status: BalanceLine['status'];
}

export interface ItemTotalData {
  readonly item: string;
  readonly unit: string;
  readonly onHand: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly incomplete: boolean;
}

export interface StockData {
  readonly onHand: readonly OnHandData[];
  readonly itemTotals: readonly ItemTotalData[];
}

interface ItemTotal {
  readonly item: number;
  onHand: number;
  incomplete: boolean;
}

function listed(figures: Reconciliation, filter: Filter): BalanceLine[] {
  return figures.balances.filter(
    (line) => (line.closing !== 0 || line.status === 'incomplete') && keepsBalance(line, filter),
  );
}

function totals(book: Book, lines: readonly BalanceLine[]): ItemTotal[] {
  const sums = new Map<number, ItemTotal>();
  for (const { item, closing, status } of lines) {
    const sum = sums.get(item) ?? { item, onHand: 0, incomplete: false };
    sum.onHand += closing;
    sum.incomplete ||= status === 'incomplete';
    sums.set(item, sum);
  }
  const order = itemOrder(book);
  return [...sums.values()].sort((a, b) => order(a.item, b.item));
}

export function stockData(book: Book, figures: Reconciliation, filter: Filter = everything): StockData {
  const lines = listed(figures, filter);
  return {
    onHand: lines.map((line) => {
      const expiry = lotExpiry(book, line.lot);
      return {
        site: book.sites.all[line.site]!.code,
        item: book.items.all[line.item]!.code,
        lot: book.lots.text(line.lot),
        unit: itemUnit(book, line.item),
        expiry: expiry === null ? null : formatDay(dayFromColumn(expiry)),
        daysLeft: expiry === null ? null : expiry - figures.day,
        onHand: formatQuantity(line.closing),
        status: line.status,
      };
    }),
    itemTotals: totals(book, lines).map(({ item, onHand, incomplete }) => {
      const { code, unit, min, max } = book.items.all[item]!;
      return {
        item: code,
        unit,
        onHand: formatQuantity(onHand),
        min: min === null ? null : formatQuantity(min),
        max: max === null ? null : formatQuantity(max),
        incomplete,
      };
    }),
  };
}

export function stockDocument(book: Book, figures: Reconciliation, filter: Filter = everything): Document {
  const lines = listed(figures, filter);
  const incomplete = lines.some(({ status }) => status === 'incomplete');
  return {
    title: titleWords.stock,
    subtitle: asOfWords({ book: book.settings.title, day: figures.day }),
    blocks: [
      ...pageNotices(figures, incomplete),
      heading(headingWords.items),
      totalTable(book, totals(book, lines)),
      heading(headingWords.lots),
      onHandTable(book, figures, lines),
    ],
    incomplete,
  };
}

function totalTable(book: Book, sums: readonly ItemTotal[]): Table {
  const columns = [
    column('item', columnWords.itemCode, 'code'),
    column('name', columnWords.name, 'text'),
    column('spec', columnWords.spec, 'text'),
    column('unit', columnWords.unit, 'code'),
    column('onHand', columnWords.onHand, 'quantity'),
  ];
  const rows = rowsOf(sums, ({ item, onHand, incomplete }) => {
    const { code, name, spec, unit } = book.items.all[item]!;
    return [code, name, spec, unit, figure(onHand, incomplete, onHand < 0 ? 'bad' : 'plain')];
  });
  return table(columns, rows, { canBeIncomplete: true, empty: emptyWords.stock });
}

function onHandTable(book: Book, figures: Reconciliation, lines: readonly BalanceLine[]): Table {
  const soon = book.settings.policy.expiringDays;
  const columns = [
    column('site', columnWords.site, 'text'),
    column('item', columnWords.item, 'text'),
    column('lot', columnWords.lot, 'code'),
    column('unit', columnWords.unit, 'code'),
    column('expiry', columnWords.expiry, 'day'),
    column('daysLeft', columnWords.daysLeft, 'count'),
    column('onHand', columnWords.onHand, 'quantity'),
  ];
  const rows = rowsOf(lines, (line) => {
    const expiry = lotExpiry(book, line.lot);
    const left = expiry === null ? null : expiry - figures.day;
    const tone = left === null || left > soon ? 'plain' : left < 0 ? 'bad' : 'warning';
    return [
      siteName(book, line.site),
      itemName(book, line.item),
      book.lots.text(line.lot),
      itemUnit(book, line.item),
      expiry,
      toned(left, tone),
      figure(line.closing, line.status === 'incomplete', line.closing < 0 ? 'bad' : 'plain'),
    ];
  });
  return table(columns, rows, { main: true, group: ['site'], canBeIncomplete: true });
}
