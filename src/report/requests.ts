// Requests: what sites asked for, what was sent for it, and what is still to be sent.

import type { Book } from '../book/book.js';
import { formatDay } from '../core/day.js';
import { priorityWords, requestStatusWords } from '../core/messages/report.js';
import { columnWords } from '../core/messages/report-columns.js';
import { asOfWords, emptyWords, titleWords } from '../core/messages/report-titles.js';
import { formatQuantity } from '../core/quantity.js';
import type { Reconciliation } from '../stock/figures.js';
import type { RequestLine, RequestStatus } from '../stock/requests.js';
import { column, type Document, figure, rowsOf, type Table, type Text, type Tone, table, toned } from './document.js';
import { everything, type Filter } from './filter.js';
import { itemName, itemUnit, siteName } from './names.js';
import { pageNotices } from './notices.js';

export interface RequestData {
  readonly doc: string;
  readonly date: string;
  readonly site: string;
  readonly item: string;
  readonly unit: string;
  readonly asked: string;
  readonly filled: string;
  readonly open: string;
  readonly neededBy: string | null;
  readonly priority: string;
  readonly status: RequestStatus;
  readonly overdue: boolean;
}

export function requestData(book: Book, line: RequestLine): RequestData {
  return {
    doc: book.docs.text(line.doc),
    date: formatDay(line.day),
    site: book.sites.all[line.site]!.code,
    item: book.items.all[line.item]!.code,
    unit: itemUnit(book, line.item),
    asked: formatQuantity(line.asked),
    filled: formatQuantity(line.filled),
    open: formatQuantity(line.open),
    neededBy: line.neededBy === null ? null : formatDay(line.neededBy),
    priority: line.priority,
    status: line.status,
    overdue: line.overdue,
  };
}

/** Still to be sent, or not known whether. */
export function isOpen({ open, status }: RequestLine): boolean {
  return open > 0 || status === 'incomplete';
}

/** Those open, and those made or needed in the days of the figures. */
function listed(figures: Reconciliation, filter: Filter): RequestLine[] {
  const { from, to } = figures.period;
  return figures.requests.filter(
    (line) =>
      (isOpen(line) || (line.day >= from && line.day <= to)) &&
      (filter.site === null || line.site === filter.site) &&
      (filter.item === null || line.item === filter.item),
  );
}

export interface RequestsData {
  readonly requests: readonly RequestData[];
}

export function requestsData(book: Book, figures: Reconciliation, filter: Filter = everything): RequestsData {
  return { requests: listed(figures, filter).map((line) => requestData(book, line)) };
}

export function requestsDocument(book: Book, figures: Reconciliation, filter: Filter = everything): Document {
  const lines = listed(figures, filter);
  const incomplete = lines.some(({ status }) => status === 'incomplete');
  return {
    title: titleWords.requests,
    subtitle: asOfWords({ book: book.settings.title, day: figures.day }),
    blocks: [...pageNotices(figures, incomplete), requestTable(book, lines, emptyWords.requests, true)],
    incomplete,
  };
}

const tones: Readonly<Record<RequestStatus, Tone>> = {
  open: 'plain',
  'part-filled': 'warning',
  filled: 'good',
  cancelled: 'muted',
  incomplete: 'warning',
};

export function requestTable(book: Book, lines: readonly RequestLine[], empty: Text, main = false): Table {
  const columns = [
    column('doc', columnWords.doc, 'code'),
    column('date', columnWords.date, 'day'),
    column('site', columnWords.site, 'text'),
    column('item', columnWords.item, 'text'),
    column('unit', columnWords.unit, 'code'),
    column('asked', columnWords.asked, 'quantity'),
    column('filled', columnWords.filled, 'quantity'),
    column('open', columnWords.open, 'quantity'),
    column('neededBy', columnWords.neededBy, 'day'),
    column('priority', columnWords.priority, 'code'),
    column('status', columnWords.status, 'code'),
  ];
  const rows = rowsOf(lines, (line) => {
    const incomplete = line.status === 'incomplete';
    return [
      book.docs.text(line.doc),
      line.day,
      siteName(book, line.site),
      itemName(book, line.item),
      itemUnit(book, line.item),
      figure(line.asked, incomplete),
      figure(line.filled, incomplete),
      figure(line.open, incomplete),
      line.overdue ? toned(line.neededBy, 'bad') : line.neededBy,
      priorityWords[line.priority],
      toned(requestStatusWords[line.status], tones[line.status]),
    ];
  });
  return table(columns, rows, { main, group: ['doc', 'date', 'site'], canBeIncomplete: true, empty });
}
