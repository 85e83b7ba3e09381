// The lines of a reconciliation in the form that other programs read: codes, and quantities as decimal strings.

import type { Book } from '../book/book.js';
import { formatDay } from '../core/day.js';
import { formatQuantity } from '../core/quantity.js';
import type {
  BalanceLine,
  BalanceStatus,
  DeliveredFigure,
  DeliveryLine,
  DeliveryStatus,
  ItemCountLine,
  ItemStock,
} from '../stock/figures.js';

export interface BalanceData {
  readonly site: string;
  readonly item: string;
  readonly lot: string;
  readonly unit: string;
  readonly opening: string;
  readonly in: string;
  readonly out: string;
  readonly adjusted: string;
  readonly closing: string;
  readonly counted: string | null;
  readonly variance: string | null;
  readonly status: BalanceStatus;
}

export interface ItemCountData {
  readonly site: string;
  readonly item: string;
  readonly book: string;
  readonly counted: string;
  readonly variance: string;
  readonly status: BalanceStatus;
}

export interface DeliveryData {
  readonly doc: string;
  readonly item: string;
  readonly lot: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly dispatched: string;
  readonly received: string;
  readonly damaged: string;
  readonly returned: string;
  readonly lost: string;
  readonly inTransit: string;
  readonly status: DeliveryStatus;
}

export interface DeliveredData {
  readonly category: string;
  readonly today: string;
  readonly total: string;
  readonly signedTotal: string;
  readonly incomplete: boolean;
}

export interface ItemStockData {
  readonly item: string;
  readonly opening: string;
  readonly in: string;
  readonly out: string;
  readonly adjusted: string;
  readonly closing: string;
  readonly averageDailyIssue: string;
  readonly daysOfCover: string | null;
}

function orNull(value: number | null): string | null {
  return value === null ? null : formatQuantity(value);
}

export function balanceData(book: Book, line: BalanceLine): BalanceData {
  const item = book.items.all[line.item]!;
  return {
    site: book.sites.all[line.site]!.code,
    item: item.code,
    lot: book.lots.text(line.lot),
    unit: item.unit,
    opening: formatQuantity(line.opening),
    in: formatQuantity(line.in),
    out: formatQuantity(line.out),
    adjusted: formatQuantity(line.adjusted),
    closing: formatQuantity(line.closing),
    counted: orNull(line.counted),
    variance: orNull(line.variance),
    status: line.status,
  };
}

export function itemCountData(book: Book, line: ItemCountLine): ItemCountData {
  return {
    site: book.sites.all[line.site]!.code,
    item: book.items.all[line.item]!.code,
    book: formatQuantity(line.book),
    counted: formatQuantity(line.counted),
    variance: formatQuantity(line.variance),
    status: line.status,
  };
}

export function deliveryData(book: Book, line: DeliveryLine): DeliveryData {
  return {
    doc: book.docs.text(line.doc),
    item: book.items.all[line.item]!.code,
    lot: book.lots.text(line.lot),
    date: formatDay(line.day),
    from: book.places.code(line.from),
    to: book.places.code(line.to),
    dispatched: formatQuantity(line.dispatched),
    received: formatQuantity(line.received),
    damaged: formatQuantity(line.damaged),
    returned: formatQuantity(line.returned),
    lost: formatQuantity(line.lost),
    inTransit: formatQuantity(line.inTransit),
    status: line.status,
  };
}

export function deliveredData(line: DeliveredFigure): DeliveredData {
  return {
    category: line.category,
    today: formatQuantity(line.today),
    total: formatQuantity(line.total),
    signedTotal: formatQuantity(line.signedTotal),
    incomplete: line.incomplete,
  };
}

export function itemStockData(book: Book, line: ItemStock): ItemStockData {
  return {
    item: book.items.all[line.item]!.code,
    opening: formatQuantity(line.opening),
    in: formatQuantity(line.in),
    out: formatQuantity(line.out),
    adjusted: formatQuantity(line.adjusted),
    closing: formatQuantity(line.closing),
    averageDailyIssue: formatQuantity(line.averageDailyIssue),
    daysOfCover: orNull(line.daysOfCover),
  };
}
