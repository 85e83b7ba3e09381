// Replays the rows of a book up to a date, one by one, into document lines, a log of effects and findings.
import { deliver } from './deliver.js';
import { type Row, replayOrder } from './order.js';
import { post } from './post.js';
import { reverse } from './reverse.js';
import type { Book, DeliveryRow, DocLine, Effect, Finding, Place, StockRow } from './types.js';

export interface DeliveredEvent {
  date: string;
  item: string;
  qty: bigint;
  signed: bigint;
}

export interface FillEvent {
  request: string;
  site: string;
  item: string;
  qty: bigint;
  row: StockRow;
}

export interface Replay {
  book: Book;
  date: string;
  docLines: DocLine[]; // in the order in which they were first taken
  effects: Effect[];
  delivered: DeliveredEvent[];
  fills: FillEvent[];
  unmatched: DeliveryRow[];
  expiries: Map<string, string>; // item and lot → the first expiry given, up to the date
  findings: Finding[];
}

export function find(replay: Replay, code: string, place: Place): void {
  replay.findings.push({ code, file: place.file, line: place.line });
}

export function lotKey(item: string, lot: string): string {
  return `${item}\n${lot}`;
}

export function isTracked(replay: Replay, site: string): boolean {
  return replay.book.sites.get(site)?.tracked === true;
}

/** What an effect does to its balance. */
export function net(effect: Effect): bigint {
  return effect.column === 'out' ? -effect.qty : effect.qty;
}

export function affect(
  replay: Replay,
  row: Row,
  site: string,
  lot: string,
  column: 'in' | 'out' | 'adjusted',
  qty: bigint,
  explains = '',
): void {
  if (isTracked(replay, site)) {
    replay.effects.push({ date: row.date, site, item: row.item, lot, column, qty, row, explains });
  }
}

function readExpiries(rows: StockRow[]): Map<string, string> {
  const expiries = new Map<string, string>();
  for (const row of rows) {
    const key = lotKey(row.item, row.lot);
    if (row.lot !== '' && row.expiry !== '' && !expiries.has(key)) expiries.set(key, row.expiry);
  }
  return expiries;
}

export function replayBook(book: Book, date: string): Replay {
  const rows: Row[] = [...book.stock, ...book.deliveries].filter((row) => row.date <= date);
  const ordered = replayOrder(book, rows);
  const replay: Replay = {
    book,
    date,
    docLines: [],
    effects: [],
    delivered: [],
    fills: [],
    unmatched: [],
    expiries: readExpiries(ordered.filter((row) => row.ledger === 'stock')),
    findings: [],
  };
  for (const row of ordered) {
    if (row.ledger === 'deliveries') deliver(replay, row);
    else if (row.kind === 'reversal') reverse(replay, row);
    else post(replay, row);
  }
  return replay;
}
