// The daily report: what was delivered, in and out and on hand, what is outstanding, and what needs attention.

import type { Book } from '../book/book.js';
import type { Diagnostic } from '../core/finding.js';
import type { Words } from '../core/lang.js';
import { columnWords } from '../core/messages/report-columns.js';
import {
  dailyEmpty,
  dailyHeadings,
  type HeadlineFigure,
  headlineWords,
  type NeedFigures,
  needWords,
  type StaffFigures,
  sectionWords,
  signatureWords,
  staffWords,
} from '../core/messages/report-daily.js';
import { coverWords, titleWords } from '../core/messages/report-titles.js';
import type { BalanceLine, DeliveryLine, ItemCountLine, Reconciliation } from '../stock/figures.js';
import { attention, attentionTable } from './attention.js';
import {
  type Block,
  column,
  type Document,
  figure,
  heading,
  paragraph,
  rowsOf,
  type Table,
  table,
} from './document.js';
import { type DeliveredData, deliveredData, type ItemStockData, itemStockData } from './lines.js';
import { itemOrder } from './names.js';
import { pageNotices } from './notices.js';
import { balanceTable, deliveryTable, itemCountTable, wasCounted } from './reconcile.js';
import { isOpen, requestTable } from './requests.js';

/** What other rooms know of the day; a section is there only where its figures are. */
export interface DailyExtras {
  readonly needs?: NeedFigures | null;
  readonly staff?: StaffFigures | null;
  /** Further sections before the signatures (tomorrow's plan): each with its heading. */
  readonly sections?: readonly { readonly title: Words; readonly blocks: readonly Block[] }[];
}

export interface DailyData {
  readonly delivered: readonly DeliveredData[];
  readonly stock: readonly ItemStockData[];
  readonly needs: NeedFigures | null;
  readonly staff: StaffFigures | null;
}

/** What `report daily --format json` adds to its findings. */
export function dailyData(book: Book, figures: Reconciliation, extras: DailyExtras = {}): DailyData {
  return {
    delivered: figures.delivered.map(deliveredData),
    stock: figures.stock.map((line) => itemStockData(book, line)),
    needs: extras.needs ?? null,
    staff: extras.staff ?? null,
  };
}

/** The headline figure in words. */
export function headline(book: Book, figures: Reconciliation): Words {
  return headlineWords(figures.day, headlineFigures(book, figures));
}

function headlineFigures(book: Book, figures: Reconciliation): HeadlineFigure[] {
  return figures.delivered.map(({ category, total, incomplete }) => {
    const units = new Set(book.items.all.filter((item) => item.category === category).map(({ unit }) => unit));
    const [unit = null] = units.size === 1 ? units : [];
    return { name: categoryName(book, category), unit, total, incomplete };
  });
}

function categoryName(book: Book, code: string): Words {
  return book.settings.categories.get(code) ?? { zh: code, en: code };
}

export function dailyDocument(
  book: Book,
  figures: Reconciliation,
  diagnostics: readonly Diagnostic[],
  extras: DailyExtras = {},
): Document {
  const outstanding = figures.deliveries.filter(isOutstanding);
  const balances = figures.balances.filter(differs);
  const itemCounts = figures.itemCounts.filter(differs);
  const requests = figures.requests.filter(isOpen);
  const incomplete =
    [...figures.delivered, ...figures.stock].some((line) => line.incomplete) ||
    [...figures.balances, ...figures.itemCounts, ...outstanding, ...requests].some(
      ({ status }) => status === 'incomplete',
    );

  const sections: (readonly [Words, readonly Block[]])[] = [
    [dailyHeadings.overview, [paragraph(headline(book, figures)), deliveredTable(book, figures)]],
    [dailyHeadings.balances, [stockTable(book, figures)]],
    [dailyHeadings.deliveries, [{ ...deliveryTable(book, outstanding), empty: dailyEmpty.deliveries }]],
    [dailyHeadings.variances, varianceBlocks(book, figures, balances, itemCounts)],
  ];
  if (book.present.has('requests')) {
    sections.push([dailyHeadings.requests, [requestTable(book, requests, dailyEmpty.requests)]]);
  }
  const { needs = null, staff = null } = extras;
  if (needs !== null) sections.push([dailyHeadings.needs, [paragraph(needWords(needs, null))]]);
  if (staff !== null) sections.push([dailyHeadings.staff, [paragraph(staffWords(staff))]]);
  sections.push([dailyHeadings.attention, [attentionTable(attention(diagnostics), dailyEmpty.attention)]]);
  for (const { title, blocks } of extras.sections ?? []) sections.push([title, blocks]);

  const { from, to } = figures.period;
  return {
    title: titleWords.daily,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks: [
      ...pageNotices(figures, incomplete),
      ...sections.flatMap(([title, blocks], index) => [heading(sectionWords(index + 1, title)), ...blocks]),
      { kind: 'signature', labels: [signatureWords.prepared, signatureWords.checked] },
    ],
    incomplete,
  };
}

/** Not yet where it should be, or not as it was sent. */
function isOutstanding({ status }: DeliveryLine): boolean {
  return status !== 'received' && status !== 'settled';
}

/** Counted and not as the book says, or not known whether; or less than nothing. */
function differs({ variance, status }: BalanceLine | ItemCountLine): boolean {
  return status === 'negative' || (variance !== null && (variance !== 0 || status === 'incomplete'));
}

function varianceBlocks(
  book: Book,
  figures: Reconciliation,
  balances: readonly BalanceLine[],
  itemCounts: readonly ItemCountLine[],
): Block[] {
  if (balances.length === 0 && itemCounts.length === 0) {
    return [paragraph(wasCounted(figures) ? dailyEmpty.variances : dailyEmpty.uncounted)];
  }
  const blocks: Block[] = [];
  if (balances.length > 0) blocks.push({ ...balanceTable(book, balances), main: false });
  if (itemCounts.length > 0) blocks.push(itemCountTable(book, itemCounts));
  return blocks;
}

function deliveredTable(book: Book, figures: Reconciliation): Table {
  const columns = [
    column('category', columnWords.category, 'text'),
    column('today', columnWords.today, 'quantity'),
    column('total', columnWords.total, 'quantity'),
    column('signedTotal', columnWords.signedTotal, 'quantity'),
  ];
  const rows = rowsOf(figures.delivered, ({ category, today, total, signedTotal, incomplete }) => [
    categoryName(book, category),
    figure(today, incomplete),
    figure(total, incomplete),
    figure(signedTotal, incomplete),
  ]);
  return table(columns, rows, { canBeIncomplete: true });
}

/** 收发存: yesterday's balance, in, out, adjusted, today's, by category and item. */
function stockTable(book: Book, figures: Reconciliation): Table {
  const order = itemOrder(book);
  const lines = [...figures.stock].sort((a, b) => order(a.item, b.item));
  const columns = [
    column('category', columnWords.category, 'text'),
    column('name', columnWords.name, 'text'),
    column('spec', columnWords.spec, 'text'),
    column('unit', columnWords.unit, 'code'),
    column('opening', columnWords.openingYesterday, 'quantity'),
    column('in', columnWords.inToday, 'quantity'),
    column('out', columnWords.outToday, 'quantity'),
    column('adjusted', columnWords.adjusted, 'quantity'),
    column('closing', columnWords.closingToday, 'quantity'),
    column('averageDailyIssue', columnWords.average, 'average'),
    column('daysOfCover', columnWords.cover, 'cover'),
  ];
  const rows = rowsOf(lines, (line) => {
    const { name, code, spec, unit, category } = book.items.all[line.item]!;
    const { incomplete } = line;
    return [
      categoryName(book, category),
      name === '' ? code : name,
      spec,
      unit,
      figure(line.opening, incomplete),
      figure(line.in, incomplete),
      figure(line.out, incomplete),
      figure(line.adjusted, incomplete),
      figure(line.closing, incomplete, line.closing < 0 ? 'bad' : 'plain'),
      figure(line.averageDailyIssue, incomplete),
      figure(line.daysOfCover, incomplete && line.daysOfCover !== null),
    ];
  });
  return table(columns, rows, { main: true, group: ['category'], canBeIncomplete: true, empty: dailyEmpty.balances });
}
