// Reads a whole book for the model and quarantines the rows that refer to nothing or take back what never came.
import { readCountRow, readDeliveryRow, readRequestRow, readStockRow } from './ledgers.js';
import { inOrder } from './order.js';
import { breakDelivery, breakStock } from './quarantine.js';
import { readItems, readParties, readSettings, readSites, readStaff } from './registers.js';
import { readRows } from './table.js';
import type { Book, DeliveryRow, StockRow } from './types.js';

/** A ref must name what its kind refers to: a request, a dispatched document, a count. */
function refersToNothing(
  row: StockRow,
  requests: Set<string>,
  dispatched: Set<string>,
  counts: Set<string>,
  hasRequests: boolean,
): boolean {
  if (row.ref === '') return false;
  if (row.kind === 'issue' || row.kind === 'transfer') return hasRequests && !requests.has(row.ref);
  if (row.kind === 'return') return !dispatched.has(row.ref);
  if (row.kind === 'loss' && row.from === 'transit') return !dispatched.has(row.ref);
  if (row.kind === 'gain' || row.kind === 'loss') return row.ref.startsWith('count:') && !counts.has(row.ref);
  return false;
}

function quarantineRefs(book: Book, files: Record<string, string>): void {
  const stock = readRows(files, 'stock/');
  const dispatches = stock.filter(
    (row) => ['issue', 'transfer', 'return'].includes(row.get('kind')) && row.get('from') !== 'transit',
  );
  const dispatched = new Set(dispatches.map((row) => row.get('doc')));
  const requestRows = readRows(files, 'requests/');
  const requests = new Set(requestRows.map((row) => row.get('doc')));
  const counts = new Set(readRows(files, 'counts/').map((row) => `count:${row.get('date')}:${row.get('site')}`));
  const bad = book.stock.filter((row) => refersToNothing(row, requests, dispatched, counts, requestRows.length > 0));
  book.broken.push(...bad.map((row) => breakStock(book, row)));
  book.stock = book.stock.filter((row) => !bad.includes(row));
}

/** Rows of one delivery line add up; one that would take their sum below zero is quarantined. */
function quarantineNegativeSums(book: Book): void {
  const good: DeliveryRow[] = [];
  const sorted = inOrder(book, book.deliveries).filter((row) => row.ledger === 'deliveries');
  for (const row of sorted) {
    const before = good.filter(
      (other) => other.doc === row.doc && other.item === row.item && other.lot === row.lot && other.site === row.site,
    );
    const received = before.reduce((total, other) => total + other.qty, row.qty);
    const damaged = before.reduce((total, other) => total + other.damaged, row.damaged);
    const below = (received < 0n && row.qty < 0n) || (damaged < 0n && row.damaged < 0n);
    if (below) book.broken.push(breakDelivery(row));
    else good.push(row);
  }
  book.deliveries = good;
}

export function readBook(files: Record<string, string>): Book {
  const book: Book = {
    items: readItems(files),
    sites: readSites(files),
    parties: readParties(files),
    staff: readStaff(files),
    ...readSettings(files),
    stock: [],
    deliveries: [],
    counts: [],
    requests: [],
    broken: [],
  };
  for (const row of readRows(files, 'stock/')) readStockRow(book, row);
  for (const row of readRows(files, 'deliveries/')) readDeliveryRow(book, row);
  for (const row of readRows(files, 'counts/')) readCountRow(book, row);
  for (const row of readRows(files, 'requests/')) readRequestRow(book, row);
  quarantineRefs(book, files);
  quarantineNegativeSums(book);
  return book;
}
