// Checks of deliveries: what was sent against what was signed for.

import { D } from '../book/ledger/deliveries.js';
import { S } from '../book/ledger/stockrows.js';
import { MINUTES_A_DAY } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { figureTellings } from '../core/messages/figures.js';
import { formatQuantity } from '../core/quantity.js';
import type { Slug } from '../core/slugs.js';
import type { DeliveryLine, DeliveryStatus } from '../stock/figures.js';
import type { CheckInput, Family } from './check.js';
import { amount, docName, itemName, placeName } from './words.js';

function lines({ figures }: CheckInput, status: DeliveryStatus): readonly DeliveryLine[] {
  return (figures?.deliveries ?? []).filter((line) => line.status === status);
}

function short(input: CheckInput): Finding[] {
  const { book } = input;
  return lines(input, 'short').map((line) => ({
    code: 'delivery/short',
    at: book.deliveries.cellPlace(line.signedRow, D.received),
    tell: figureTellings.short({
      doc: docName(book, line.doc),
      item: itemName(book, line.item),
      dispatched: amount(book, line.item, line.dispatched),
      received: amount(book, line.item, line.received),
      missing: amount(book, line.item, line.inTransit),
      site: placeName(book, line.to),
    }),
    related: dispatchOf(input, line),
    figures: figuresOf(line),
  }));
}

function over(input: CheckInput): Finding[] {
  const { book } = input;
  return lines(input, 'over').map((line) => ({
    code: 'delivery/over',
    at:
      line.overRow < 0
        ? book.stock.cellPlace(line.overRow === -1 ? line.row : -2 - line.overRow, S.qty)
        : book.deliveries.cellPlace(line.overRow, D.received),
    tell: figureTellings.over({
      doc: docName(book, line.doc),
      item: itemName(book, line.item),
      dispatched: amount(book, line.item, line.dispatched),
      received: amount(book, line.item, line.received + line.damaged + line.returned + line.lost),
      extra: amount(book, line.item, -line.inTransit),
      site: placeName(book, line.to),
    }),
    related: dispatchOf(input, line),
    figures: figuresOf(line),
  }));
}

function damaged(input: CheckInput): Finding[] {
  const { book, figures } = input;
  return (figures?.deliveries ?? [])
    .filter((line) => line.damaged > 0 && line.damagedRow >= 0 && line.status !== 'incomplete')
    .map((line) => ({
      code: 'delivery/damaged',
      at: book.deliveries.cellPlace(line.damagedRow, D.damaged),
      tell: figureTellings.damaged({
        doc: docName(book, line.doc),
        item: itemName(book, line.item),
        damaged: amount(book, line.item, line.damaged),
        site: placeName(book, line.to),
      }),
      related: dispatchOf(input, line),
      figures: figuresOf(line),
    }));
}

function overdue(input: CheckInput): Finding[] {
  const { book, figures } = input;
  if (figures === null) return [];
  const end = (figures.day + 1) * MINUTES_A_DAY;
  return lines(input, 'overdue').map((line) => ({
    code: 'delivery/overdue',
    at: book.stock.cellPlace(line.row, S.doc),
    tell: figureTellings.overdue({
      doc: docName(book, line.doc),
      item: itemName(book, line.item),
      inTransit: amount(book, line.item, line.inTransit),
      site: placeName(book, line.to),
      hours: Math.floor((end - line.day * MINUTES_A_DAY - Math.max(0, line.minute)) / 60),
    }),
    related: [],
    figures: figuresOf(line),
  }));
}

function unmatched({ book, figures }: CheckInput): Finding[] {
  if (figures === null) return [];
  const { deliveries } = book;
  const found: Finding[] = [];
  for (const row of figures.unmatched) {
    const doc = deliveries.doc.data[row]!;
    const item = deliveries.item.data[row]!;
    const site = deliveries.site.data[row]!;
    if (figures.incomplete.document(doc, item, deliveries.lot.data[row]!, site, figures.day)) continue;
    const tell = figureTellings.unmatched({ doc: docName(book, doc), item: itemName(book, item) });
    const signed = [deliveries.received.data[row]!, deliveries.damaged.data[row]!].map(formatQuantity);
    found.push({
      code: 'delivery/unmatched',
      at: deliveries.cellPlace(row, D.doc),
      tell,
      related: [],
      figures: signed,
    });
  }
  return found;
}

/** What somebody accepts who accepts the line as it stands. */
function figuresOf({ dispatched, received, damaged, returned, lost }: DeliveryLine): string[] {
  return [dispatched, received, damaged, returned, lost].map(formatQuantity);
}

function dispatchOf({ book }: CheckInput, line: DeliveryLine): Finding['related'] {
  if (line.row < 0) return [];
  const tell = (lang: 'zh' | 'en') => (lang === 'zh' ? '发出在这里' : 'dispatched here');
  return [{ at: book.stock.cellPlace(line.row, S.qty), tell }];
}

const slugs: readonly (readonly [Slug, Family[Slug]])[] = [
  ['delivery/short', short],
  ['delivery/over', over],
  ['delivery/damaged', damaged],
  ['delivery/overdue', overdue],
  ['delivery/unmatched', unmatched],
];

export const deliveryChecks: Family = Object.fromEntries(slugs);
