// Reads the ledgers row by row: a row is either as it should be or quarantined with the cells that could be read.
import { isDate, parseQuantity } from './number.js';
import type { Cells } from './table.js';
import type { Book, Broken, CountRow, DeliveryRow, RequestRow, StockRow } from './types.js';

type End = 'none' | 'site' | 'party' | 'site or party' | 'site or transit' | 'any';

const KINDS: Record<string, { from: End; to: End }> = {
  opening: { from: 'none', to: 'site' },
  receipt: { from: 'party', to: 'site' },
  issue: { from: 'site', to: 'site or party' },
  transfer: { from: 'site', to: 'site' },
  return: { from: 'site or transit', to: 'site' },
  disposal: { from: 'site', to: 'none' },
  gain: { from: 'none', to: 'site' },
  loss: { from: 'site or transit', to: 'none' },
  reversal: { from: 'any', to: 'any' },
};

function fits(book: Book, end: End, cell: string): boolean {
  const site = book.sites.has(cell);
  if (end === 'none') return cell === '';
  if (end === 'site') return site;
  if (end === 'party') return cell !== '' && (book.parties.size === 0 || book.parties.has(cell));
  if (end === 'site or party') return site || book.parties.has(cell);
  if (end === 'site or transit') return site || cell === 'transit';
  return cell === '' || cell === 'transit' || site || book.parties.has(cell) || book.parties.size === 0;
}

/** The sites a broken stock row may have touched: those it names, or any (null) where one it needs cannot be read. */
function touched(book: Book, row: Cells): string[] | null {
  const ends = KINDS[row.get('kind')];
  const cells = [row.get('from'), row.get('to')];
  const wild = cells.some((cell, i) => {
    const end = ends === undefined ? 'any' : i === 0 ? ends.from : ends.to;
    return end !== 'none' && end !== 'party' && !fits(book, end, cell);
  });
  const sites = cells.filter((cell) => book.sites.has(cell));
  return wild || (ends === undefined && sites.length === 0) ? null : sites;
}

function broken(book: Book, ledger: string, row: Cells, sites: string[] | null): Broken {
  const date = row.get('date');
  const item = book.items.get(row.get('item'));
  const lot = row.get('lot');
  return {
    ledger,
    date: isDate(date) ? date : null,
    kind: KINDS[row.get('kind')] === undefined ? '' : row.get('kind'),
    docs: [row.get('doc'), row.get('ref')].filter((doc) => doc !== ''),
    item: item === undefined ? null : row.get('item'),
    lot: lot === '' || item?.lots === 'no' ? null : lot,
    sites,
  };
}

function staffKnown(book: Book, row: Cells): boolean {
  return ['by', 'checked_by'].every(
    (column) => row.get(column) === '' || book.staff.size === 0 || book.staff.has(row.get(column)),
  );
}

function lotFits(book: Book, row: Cells, lotNeeded: boolean): boolean {
  const lots = book.items.get(row.get('item'))?.lots;
  if (lots === 'no') return row.get('lot') === '';
  return !lotNeeded || lots !== 'required' || row.get('lot') !== '';
}

export function readStockRow(book: Book, row: Cells): void {
  const kind = row.get('kind');
  const ends = KINDS[kind];
  const qty = parseQuantity(row.get('qty'), row.get('unit'), book.items.get(row.get('item')));
  const transit = row.get('from') === 'transit' && kind !== 'reversal';
  const good =
    isDate(row.get('date')) &&
    row.get('doc') !== '' &&
    ends !== undefined &&
    book.items.has(row.get('item')) &&
    (row.get('expiry') === '' || isDate(row.get('expiry'))) &&
    fits(book, ends.from, row.get('from')) &&
    fits(book, ends.to, row.get('to')) &&
    ((kind !== 'reversal' && !transit) || row.get('ref') !== '') &&
    lotFits(book, row, true) &&
    staffKnown(book, row);
  if (!good || qty === null || qty <= 0n) {
    book.broken.push(broken(book, 'stock', row, touched(book, row)));
    return;
  }
  const stock: StockRow = {
    ledger: 'stock',
    file: row.file,
    line: row.line,
    date: row.get('date'),
    time: row.get('time'),
    doc: row.get('doc'),
    kind,
    item: row.get('item'),
    lot: row.get('lot'),
    expiry: row.get('expiry'),
    qty,
    from: row.get('from'),
    to: row.get('to'),
    ref: row.get('ref'),
  };
  book.stock.push(stock);
}

/** The site column of the other ledgers: blank may be allowed; what is no site may be any. */
function siteOf(book: Book, row: Cells): string[] | null {
  const site = row.get('site');
  if (site === '') return [];
  return book.sites.has(site) ? [site] : null;
}

export function readDeliveryRow(book: Book, row: Cells): void {
  const item = book.items.get(row.get('item'));
  const received = parseQuantity(row.get('received'), row.get('unit'), item);
  const damaged = row.get('damaged') === '' ? 0n : parseQuantity(row.get('damaged'), row.get('unit'), item);
  const good =
    isDate(row.get('date')) &&
    row.get('doc') !== '' &&
    item !== undefined &&
    (row.get('site') === '' || book.sites.has(row.get('site'))) &&
    lotFits(book, row, false);
  if (!good || received === null || damaged === null) {
    book.broken.push(broken(book, 'deliveries', row, siteOf(book, row)));
    return;
  }
  const delivery: DeliveryRow = {
    ledger: 'deliveries',
    file: row.file,
    line: row.line,
    date: row.get('date'),
    doc: row.get('doc'),
    item: row.get('item'),
    lot: row.get('lot'),
    qty: received,
    damaged,
    site: row.get('site'),
  };
  book.deliveries.push(delivery);
}

export function readCountRow(book: Book, row: Cells): void {
  const counted = parseQuantity(row.get('counted'), row.get('unit'), book.items.get(row.get('item')));
  const when = row.get('when') === '' ? 'close' : row.get('when');
  const good =
    isDate(row.get('date')) &&
    ['open', 'close'].includes(when) &&
    book.sites.has(row.get('site')) &&
    book.items.has(row.get('item')) &&
    lotFits(book, row, false) &&
    staffKnown(book, row);
  if (!good || counted === null || counted < 0n) {
    book.broken.push(broken(book, 'counts', row, row.get('site') === '' ? null : siteOf(book, row)));
    return;
  }
  const place = { file: row.file, line: row.line, date: row.get('date'), when };
  const count: CountRow = { ...place, site: row.get('site'), item: row.get('item'), lot: row.get('lot'), counted };
  book.counts.push(count);
}

export function readRequestRow(book: Book, row: Cells): void {
  const cancelled = ['yes', 'y', 'true', '是', '1'].includes(row.get('cancelled'));
  const blank = row.get('qty') === '' && cancelled;
  const qty = blank ? 0n : parseQuantity(row.get('qty'), row.get('unit'), book.items.get(row.get('item')));
  const good =
    isDate(row.get('date')) &&
    row.get('doc') !== '' &&
    book.sites.has(row.get('site')) &&
    book.items.has(row.get('item')) &&
    (row.get('needed_by') === '' || isDate(row.get('needed_by'))) &&
    staffKnown(book, row);
  if (!good || qty === null || (qty <= 0n && !blank)) {
    book.broken.push(broken(book, 'requests', row, row.get('site') === '' ? null : siteOf(book, row)));
    return;
  }
  const place = { file: row.file, line: row.line, date: row.get('date'), doc: row.get('doc') };
  const request: RequestRow = {
    ...place,
    site: row.get('site'),
    item: row.get('item'),
    qty,
    neededBy: row.get('needed_by'),
    cancelled,
  };
  book.requests.push(request);
}
