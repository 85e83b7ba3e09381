// Deliveries: what was dispatched to sites that sign, and what they signed for.

import type { Book } from '../book/book.js';
import { coverWords, titleWords } from '../core/messages/report-titles.js';
import type { DeliveryLine, Reconciliation } from '../stock/figures.js';
import type { Document } from './document.js';
import { everything, type Filter, keepsDelivery } from './filter.js';
import { type DeliveryData, deliveryData } from './lines.js';
import { pageNotices } from './notices.js';
import { deliveryTable } from './reconcile.js';

export interface DeliveriesData {
  readonly deliveries: readonly DeliveryData[];
}

function listed(figures: Reconciliation, filter: Filter): DeliveryLine[] {
  return figures.deliveries.filter((line) => line.current && keepsDelivery(line, filter));
}

/** Dispatched or signed in the days of the figures, and all that are still open. */
export function deliveriesData(book: Book, figures: Reconciliation, filter: Filter = everything): DeliveriesData {
  return { deliveries: listed(figures, filter).map((line) => deliveryData(book, line)) };
}

export function deliveriesDocument(book: Book, figures: Reconciliation, filter: Filter = everything): Document {
  const lines = listed(figures, filter);
  const incomplete = lines.some(({ status }) => status === 'incomplete');
  const { from, to } = figures.period;
  return {
    title: titleWords.deliveries,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks: [...pageNotices(figures, incomplete), deliveryTable(book, lines, true)],
    incomplete,
  };
}
