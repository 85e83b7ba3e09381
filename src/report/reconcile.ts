// The reconciliation of a day: the book with itself, with the shelf, and the sender with the receiver.

import type { Book } from '../book/book.js';
import type { Words } from '../core/lang.js';
import { balanceStatusWords, deliveryStatusWords } from '../core/messages/report.js';
import { columnWords, leadWords } from '../core/messages/report-columns.js';
import { coverWords, emptyWords, headingWords, titleWords, verdictWords } from '../core/messages/report-titles.js';
import type {
  BalanceLine,
  BalanceStatus,
  DeliveryLine,
  DeliveryStatus,
  ItemCountLine,
  Reconciliation,
} from '../stock/figures.js';
import {
  type Block,
  column,
  type Document,
  figure,
  heading,
  rowsOf,
  type Table,
  type Tone,
  table,
  toned,
} from './document.js';
import { everything, type Filter, keepsBalance, keepsDelivery, keepsItemCount } from './filter.js';
import {
  type BalanceData,
  balanceData,
  type DeliveryData,
  deliveryData,
  type ItemCountData,
  itemCountData,
} from './lines.js';
import { itemName, itemUnit, placeName, siteName } from './names.js';
import { pageNotices } from './notices.js';
import type { Summary } from './summary.js';

export interface ReconcileData {
  readonly lines: readonly BalanceData[];
  readonly itemCounts: readonly ItemCountData[];
  readonly deliveries: readonly DeliveryData[];
}

/** What `reconcile --format json` adds to its findings. */
export function reconcileData(book: Book, figures: Reconciliation, filter: Filter = everything): ReconcileData {
  const { balances, itemCounts, deliveries } = figures;
  return {
    lines: balances.filter((line) => keepsBalance(line, filter)).map((line) => balanceData(book, line)),
    itemCounts: itemCounts.filter((line) => keepsItemCount(line, filter)).map((line) => itemCountData(book, line)),
    deliveries: deliveries
      .filter((line) => line.current && keepsDelivery(line, filter))
      .map((line) => deliveryData(book, line)),
  };
}

/** The same for people. */
export function reconcileDocument(book: Book, figures: Reconciliation, filter: Filter = everything): Document {
  const balances = figures.balances.filter((line) => keepsBalance(line, filter));
  const itemCounts = figures.itemCounts.filter((line) => keepsItemCount(line, filter));
  const deliveries = figures.deliveries.filter((line) => line.current && keepsDelivery(line, filter));
  const incomplete = [balances, itemCounts, deliveries].some((lines) =>
    lines.some(({ status }) => status === 'incomplete'),
  );
  const blocks: Block[] = [
    ...pageNotices(figures, incomplete),
    heading(headingWords.balances),
    balanceTable(book, balances, filter),
  ];
  if (itemCounts.length > 0) blocks.push(heading(headingWords.itemCounts), itemCountTable(book, itemCounts, filter));
  if (deliveries.length > 0 || filter.only === null) {
    blocks.push(heading(headingWords.deliveries), deliveryTable(book, deliveries));
  }
  const { from, to } = figures.period;
  return {
    title: titleWords.reconcile,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks,
    incomplete,
  };
}

/** Was anything counted on the day? */
export function wasCounted({ balances, itemCounts }: Reconciliation): boolean {
  return itemCounts.length > 0 || balances.some(({ counted }) => counted !== null);
}

/** The last line of a night: whether the day balances. */
export function verdict(figures: Reconciliation, summary: Summary): Words {
  const stock = [...figures.balances, ...figures.itemCounts];
  const off: readonly BalanceStatus[] = ['short', 'surplus'];
  const apart: readonly DeliveryStatus[] = ['short', 'over', 'unmatched'];
  const lines = [figures.balances, figures.itemCounts, figures.deliveries.filter(({ current }) => current)];
  return verdictWords({
    day: figures.day,
    counted: wasCounted(figures),
    errors: summary.errors,
    incomplete:
      lines.some((some) => some.some(({ status }) => status === 'incomplete')) ||
      figures.delivered.some(({ incomplete }) => incomplete),
    negative: stock.filter(({ status }) => status === 'negative').length,
    variances: stock.filter(({ status }) => off.includes(status)).length,
    outstanding: figures.deliveries.filter(({ status }) => apart.includes(status)).length,
  });
}

const balanceTones: Readonly<Record<BalanceStatus, Tone>> = {
  incomplete: 'warning',
  negative: 'bad',
  short: 'bad',
  surplus: 'bad',
  balanced: 'good',
  uncounted: 'muted',
};

const deliveryTones: Readonly<Record<DeliveryStatus, Tone>> = {
  received: 'good',
  short: 'bad',
  over: 'bad',
  'in-transit': 'plain',
  overdue: 'warning',
  settled: 'plain',
  unmatched: 'bad',
  incomplete: 'warning',
};

/** Balance lines; the site's column only where there are several, the lot's only where there are lots. */
export function balanceTable(book: Book, lines: readonly BalanceLine[], filter: Filter = everything): Table {
  const bySite = filter.site === null;
  const byLot = lines.some(({ lot }) => lot >= 0);
  const columns = [
    ...(bySite ? [column('site', columnWords.site, 'text')] : []),
    column('item', columnWords.item, 'text'),
    ...(byLot ? [column('lot', columnWords.lot, 'code')] : []),
    column('unit', columnWords.unit, 'code'),
    column('opening', columnWords.opening, 'quantity'),
    column('in', columnWords.in, 'quantity'),
    column('out', columnWords.out, 'quantity'),
    column('adjusted', columnWords.adjusted, 'quantity'),
    column('closing', columnWords.closing, 'quantity'),
    column('counted', columnWords.counted, 'quantity'),
    column('variance', columnWords.variance, 'quantity'),
    column('status', columnWords.status, 'code'),
  ];
  const rows = rowsOf(lines, (line) => {
    const tone = balanceTones[line.status];
    const incomplete = line.status === 'incomplete';
    return [
      ...(bySite ? [siteName(book, line.site)] : []),
      itemName(book, line.item),
      ...(byLot ? [book.lots.text(line.lot)] : []),
      itemUnit(book, line.item),
      figure(line.opening, incomplete),
      figure(line.in, incomplete),
      figure(line.out, incomplete),
      figure(line.adjusted, incomplete),
      figure(line.closing, incomplete, line.closing < 0 ? 'bad' : 'plain'),
      line.counted,
      varianceCell(line.variance, incomplete),
      toned(balanceStatusWords[line.status], tone),
    ];
  });
  return table(columns, rows, { main: true, group: ['site'], canBeIncomplete: true, empty: emptyWords.balances });
}

function varianceCell(variance: number | null, incomplete: boolean) {
  if (variance === null) return null;
  return figure(variance, incomplete, variance === 0 ? 'plain' : 'bad');
}

export function itemCountTable(book: Book, lines: readonly ItemCountLine[], filter: Filter = everything): Table {
  const bySite = filter.site === null;
  const columns = [
    ...(bySite ? [column('site', columnWords.site, 'text')] : []),
    column('item', columnWords.item, 'text'),
    column('unit', columnWords.unit, 'code'),
    column('book', columnWords.book, 'quantity'),
    column('counted', columnWords.counted, 'quantity'),
    column('variance', columnWords.variance, 'quantity'),
    column('status', columnWords.status, 'code'),
  ];
  const rows = rowsOf(lines, (line) => [
    ...(bySite ? [siteName(book, line.site)] : []),
    itemName(book, line.item),
    itemUnit(book, line.item),
    figure(line.book, line.status === 'incomplete'),
    line.counted,
    varianceCell(line.variance, line.status === 'incomplete'),
    toned(balanceStatusWords[line.status], balanceTones[line.status]),
  ]);
  return table(columns, rows, { group: ['site'], canBeIncomplete: true });
}

/** Delivery lines; columns that say nothing but zero are left out. */
export function deliveryTable(book: Book, lines: readonly DeliveryLine[], main = false): Table {
  const byLot = lines.some(({ lot }) => lot >= 0);
  const back = lines.some(({ returned }) => returned !== 0);
  const lost = lines.some((line) => line.lost !== 0);
  const damaged = lines.some((line) => line.damaged !== 0);
  const columns = [
    column('doc', columnWords.doc, 'code'),
    column('date', columnWords.date, 'day'),
    column('to', columnWords.to, 'text', leadWords.to),
    column('item', columnWords.item, 'text'),
    ...(byLot ? [column('lot', columnWords.lot, 'code')] : []),
    column('unit', columnWords.unit, 'code'),
    column('dispatched', columnWords.dispatched, 'quantity'),
    column('received', columnWords.received, 'quantity'),
    ...(damaged ? [column('damaged', columnWords.damaged, 'quantity')] : []),
    ...(back ? [column('returned', columnWords.returned, 'quantity')] : []),
    ...(lost ? [column('lost', columnWords.lost, 'quantity')] : []),
    column('inTransit', columnWords.inTransit, 'quantity'),
    column('status', columnWords.status, 'code'),
  ];
  const rows = rowsOf(lines, (line) => {
    const incomplete = line.status === 'incomplete';
    return [
      book.docs.text(line.doc),
      line.day,
      placeName(book, line.to),
      itemName(book, line.item),
      ...(byLot ? [book.lots.text(line.lot)] : []),
      itemUnit(book, line.item),
      figure(line.dispatched, incomplete),
      figure(line.received, incomplete),
      ...(damaged ? [figure(line.damaged, incomplete)] : []),
      ...(back ? [figure(line.returned, incomplete)] : []),
      ...(lost ? [figure(line.lost, incomplete)] : []),
      figure(line.inTransit, incomplete),
      toned(deliveryStatusWords[line.status], deliveryTones[line.status]),
    ];
  });
  return table(columns, rows, {
    main,
    group: ['doc', 'date', 'to'],
    canBeIncomplete: true,
    empty: emptyWords.deliveries,
  });
}
