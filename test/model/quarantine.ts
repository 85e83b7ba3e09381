// Quarantined rows: making one of a row that was readable, and telling which lines it leaves incomplete.
import type { Book, Broken, DeliveryRow, DocLine, StockRow } from './types.js';

export function breakStock(book: Book, row: StockRow): Broken {
  return {
    ledger: 'stock',
    date: row.date,
    kind: row.kind,
    docs: row.ref === '' ? [row.doc] : [row.doc, row.ref],
    item: row.item,
    lot: row.lot === '' ? null : row.lot,
    sites: [row.from, row.to].filter((cell) => book.sites.has(cell)),
  };
}

export function breakDelivery(row: DeliveryRow): Broken {
  const lot = row.lot === '' ? null : row.lot;
  const sites = row.site === '' ? [] : [row.site];
  return { ledger: 'deliveries', date: row.date, kind: '', docs: [row.doc], item: row.item, lot, sites };
}

/** From its date on; a broken count only on its own day; every day where the date cannot be read. */
function active(row: Broken, date: string): boolean {
  if (row.date === null) return true;
  return row.ledger === 'counts' ? row.date === date : row.date <= date;
}

function same(cell: string | null, value: string): boolean {
  return cell === null || cell === value;
}

function sitesOf(row: Broken, docLines: DocLine[]): string[] | null {
  if (row.ledger !== 'deliveries' || row.sites === null || row.sites.length > 0) return row.sites;
  return docLines.filter((line) => line.intoTransit && row.docs.includes(line.doc)).map((line) => line.to);
}

/** Is the balance line (of all lots together where lot is null) incomplete on that day? */
export function balanceIncomplete(
  rows: Broken[],
  docLines: DocLine[],
  date: string,
  site: string,
  item: string,
  lot: string | null,
): boolean {
  return rows.some((row) => {
    if (row.ledger === 'requests' || !active(row, date)) return false;
    const sites = sitesOf(row, docLines);
    return (sites === null || sites.includes(site)) && same(row.item, item) && (lot === null || same(row.lot, lot));
  });
}

const MOVES_GOODS_OUT = ['', 'issue', 'transfer', 'return', 'loss', 'reversal'];

export function deliveryIncomplete(rows: Broken[], date: string, doc: string, item: string, lot: string): boolean {
  return rows.some((row) => {
    const concerns = row.ledger === 'deliveries' || (row.ledger === 'stock' && MOVES_GOODS_OUT.includes(row.kind));
    if (!concerns || !active(row, date)) return false;
    const named = row.docs.length === 0 || row.docs.includes(doc);
    return named && same(row.item, item) && (lot === '' || same(row.lot, lot));
  });
}

export function deliveredIncomplete(book: Book, date: string, category: string): boolean {
  return book.broken.some((row) => {
    const kinds = ['', 'issue', 'transfer', 'return', 'reversal'];
    const concerns = row.ledger === 'deliveries' || (row.ledger === 'stock' && kinds.includes(row.kind));
    if (!concerns || !active(row, date)) return false;
    return row.item === null || book.items.get(row.item)?.category === category;
  });
}

export function requestIncomplete(rows: Broken[], date: string, doc: string, site: string, item: string): boolean {
  return rows.some((row) => {
    if (!['requests', 'stock'].includes(row.ledger) || !active(row, date)) return false;
    const here = row.ledger === 'stock' || row.sites === null || row.sites.includes(site);
    return here && row.docs.includes(doc) && same(row.item, item);
  });
}
