// The stock card of an item: every row of it with the balance after it, at one site or over all of them.

import type { Book } from '../book/book.js';
import { NO_LOT } from '../book/lots.js';
import { type Day, dayFromColumn, formatDay } from '../core/day.js';
import { kindWords, movementWords } from '../core/messages/report.js';
import { columnWords } from '../core/messages/report-columns.js';
import { cardWords, coverWords, emptyWords, titleWords } from '../core/messages/report-titles.js';
import { formatQuantity } from '../core/quantity.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Cell, column, type Document, figure, paragraph, type Table, table } from './document.js';
import { type Entry, entriesOf } from './entries.js';
import { bothWords, itemName, placeName, siteName } from './names.js';
import { pageNotices } from './notices.js';

export interface CardRow {
  readonly date: string;
  readonly doc: string;
  readonly kind: string;
  readonly site: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly lots: readonly string[];
  readonly in: string;
  readonly out: string;
  readonly adjusted: string;
  readonly balance: string;
  readonly ref: string | null;
}

export interface CardData {
  readonly item: string;
  readonly site: string | null;
  readonly unit: string;
  readonly from: string;
  readonly opening: string;
  readonly closing: string;
  readonly incomplete: boolean;
  readonly rows: readonly CardRow[];
}

export interface StockCard {
  readonly item: number;
  /** Null: all sites where stock is kept, together. */
  readonly site: number | null;
  /** The one site that every row is of, where no other ever had any. */
  readonly onlySite: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly opening: number;
  readonly closing: number;
  readonly incomplete: boolean;
  readonly rows: readonly { readonly entry: Entry; readonly balance: number }[];
}

/** From a day on (null: from the first row) through the day of the figures. */
export function stockCard(
  book: Book,
  figures: Reconciliation,
  item: number,
  site: number | null,
  from: Day | null,
): StockCard {
  const entries = entriesOf(book, figures, item, site);
  const first = from ?? dayFromColumn(entries[0]?.day ?? figures.day);
  let balance = 0;
  let opening = 0;
  const rows: { entry: Entry; balance: number }[] = [];
  for (const entry of entries) {
    balance += entry.in - entry.out + entry.adjusted;
    if (entry.day < first) opening = balance;
    else rows.push({ entry, balance });
  }
  const incomplete = isIncomplete(book, figures, item, site);
  const [onlySite = null, another] = new Set(entries.map((entry) => entry.site));
  return {
    item,
    site,
    onlySite: another === undefined ? onlySite : null,
    from: first,
    to: figures.day,
    opening,
    closing: balance,
    incomplete,
    rows,
  };
}

function isIncomplete(book: Book, figures: Reconciliation, item: number, site: number | null): boolean {
  const doubtful = figures.balances.some(
    (line) => line.item === item && line.status === 'incomplete' && (site === null || line.site === site),
  );
  if (doubtful) return true;
  // A row that was left out may have been the only one of its site: then there is no line to say so.
  return book.sites.all.some(
    ({ tracked }, at) =>
      tracked && (site === null || at === site) && figures.incomplete.balance(at, item, NO_LOT, figures.day),
  );
}

export function cardData(book: Book, card: StockCard): CardData {
  const { item, site } = card;
  return {
    item: book.items.all[item]!.code,
    site: site === null ? null : book.sites.all[site]!.code,
    unit: book.items.all[item]!.unit,
    from: formatDay(card.from),
    opening: formatQuantity(card.opening),
    closing: formatQuantity(card.closing),
    incomplete: card.incomplete,
    rows: card.rows.map(({ entry, balance }) => ({
      date: formatDay(dayFromColumn(entry.day)),
      doc: book.docs.text(entry.doc),
      kind: entry.kind,
      site: book.sites.all[entry.site]!.code,
      from: entry.from < 0 ? null : book.places.code(entry.from),
      to: entry.to < 0 ? null : book.places.code(entry.to),
      lots: entry.lots.map((lot) => book.lots.text(lot)),
      in: formatQuantity(entry.in),
      out: formatQuantity(entry.out),
      adjusted: formatQuantity(entry.adjusted),
      balance: formatQuantity(balance),
      ref: entry.ref < 0 ? null : book.docs.text(entry.ref),
    })),
  };
}

export function cardDocument(book: Book, figures: Reconciliation, card: StockCard): Document {
  const { item, site } = card;
  const { code, unit } = book.items.all[item]!;
  const about = cardWords.item({
    item: itemName(book, item),
    code,
    unit,
    site: site === null ? null : siteName(book, site),
  });
  return {
    title: titleWords.card,
    subtitle: coverWords({ book: book.settings.title, from: card.from, to: card.to }),
    blocks: [...pageNotices(figures, card.incomplete), paragraph(about), cardTable(book, card)],
    incomplete: card.incomplete,
  };
}

function cardTable(book: Book, card: StockCard): Table {
  const bySite = card.site === null;
  const byLot = book.items.all[card.item]!.lots !== 'no';
  const columns = [
    column('date', columnWords.date, 'day'),
    column('doc', columnWords.cardDoc, 'code'),
    column('summary', columnWords.summary, 'text'),
    ...(bySite ? [column('site', columnWords.site, 'text')] : []),
    ...(byLot ? [column('lots', columnWords.lot, 'text')] : []),
    column('in', columnWords.in, 'quantity'),
    column('out', columnWords.out, 'quantity'),
    column('adjusted', columnWords.adjusted, 'quantity'),
    column('balance', columnWords.balance, 'quantity'),
  ];
  const rows: (readonly Cell[])[] = card.rows.map(({ entry, balance }) => [
    entry.day,
    book.docs.text(entry.doc),
    particulars(book, entry),
    ...(bySite ? [siteName(book, entry.site)] : []),
    ...(byLot ? [entry.lots.map((lot) => book.lots.text(lot)).join(' ')] : []),
    blankZero(entry.in),
    blankZero(entry.out),
    blankZero(entry.adjusted),
    figure(balance, card.incomplete, balance < 0 ? 'bad' : 'plain'),
  ]);
  if (card.opening !== 0) {
    const { onlySite } = card;
    const rest = columns.slice(3, -1).map(({ key }) => {
      return key === 'site' && onlySite !== null ? siteName(book, onlySite) : null;
    });
    rows.unshift([card.from, null, cardWords.broughtForward, ...rest, figure(card.opening, card.incomplete)]);
  }
  // One site for all rows heads them once a day, in place of standing in every row.
  const group = card.onlySite === null ? ['date'] : ['date', 'site'];
  return table(columns, rows, { main: true, group, canBeIncomplete: true, empty: emptyWords.card });
}

/** On a card an empty column says zero, and the eye finds what moved. */
function blankZero(amount: number): number | null {
  return amount === 0 ? null : amount;
}

/** What it was, and the other end of it. */
function particulars(book: Book, entry: Entry) {
  const other = (place: number) => bothWords(place === entry.site ? '' : placeName(book, place));
  return movementWords({ kind: kindWords[entry.kind], from: other(entry.from), to: other(entry.to) });
}
