// The one total order of rows: by date, and within a day what adds before what takes, each row after what it needs.
import { compare } from './number.js';
import type { Book, DeliveryRow, StockRow } from './types.js';

export type Row = StockRow | DeliveryRow;

export function goesIntoTransit(book: Book, row: { kind: string; from: string; to: string }): boolean {
  if (!['issue', 'transfer', 'return'].includes(row.kind) || row.from === 'transit') return false;
  return book.sites.get(row.to)?.signs === true;
}

/** Where a delivery row brings its goods: the signing sites its document went to. */
function destinations(book: Book, row: DeliveryRow): string[] {
  return book.stock
    .filter((other) => other.doc === row.doc && other.item === row.item && goesIntoTransit(book, other))
    .map((other) => other.to)
    .filter((site) => row.site === '' || row.site === site);
}

function tracked(book: Book, site: string): boolean {
  return book.sites.get(site)?.tracked === true;
}

function takesBack(row: DeliveryRow): boolean {
  return row.qty < 0n || row.damaged < 0n;
}

/** The tracked sites a row takes from. */
function takesFrom(book: Book, row: Row): string[] {
  const sites = row.ledger === 'stock' ? [row.from] : takesBack(row) ? destinations(book, row) : [];
  return sites.filter((site) => tracked(book, site));
}

/** The tracked sites a row adds to, at once. */
function addsTo(book: Book, row: Row): string[] {
  if (row.ledger === 'deliveries')
    return takesBack(row) ? [] : destinations(book, row).filter((site) => tracked(book, site));
  return !goesIntoTransit(book, row) && tracked(book, row.to) ? [row.to] : [];
}

function isReversal(row: Row): boolean {
  return row.ledger === 'stock' && row.kind === 'reversal';
}

/** What comes out of transit again waits for what was signed for: a signature says what there is to come out. */
function rank(book: Book, row: Row): number {
  if (isReversal(row)) return 3;
  if (row.ledger === 'deliveries') return takesBack(row) ? 2 : 0;
  if (row.from === 'transit') return 1;
  return takesFrom(book, row).length > 0 ? 2 : 0;
}

export function key(row: Row): (string | number | bigint)[] {
  const damaged = row.ledger === 'deliveries' ? row.damaged : 0n;
  return [row.lot === '' ? 1 : 0, row.doc, row.item, row.lot, row.qty, damaged, row.file, row.line];
}

export function inOrder(book: Book, rows: Row[]): Row[] {
  return [...rows].sort((a, b) => compare([a.date, rank(book, a), ...key(a)], [b.date, rank(book, b), ...key(b)]));
}

/** Must `row` come after `other`, both of one day? A reversal after everything; what names a document after it. */
function follows(row: Row, other: Row): boolean {
  if (other === row || other.item !== row.item || isReversal(other)) return false;
  if (isReversal(row)) return true;
  if (other.ledger === 'deliveries') return false;
  if (row.ledger === 'deliveries') return other.doc === row.doc;
  return ['return', 'loss'].includes(row.kind) && other.doc === row.ref;
}

/** Should `row` come after `other`, both of one day, because it takes from where the other adds? */
function waits(book: Book, row: Row, other: Row): boolean {
  if (other === row || other.item !== row.item || isReversal(other) || isReversal(row)) return false;
  const from = takesFrom(book, row);
  return addsTo(book, other).some((site) => from.includes(site));
}

/** All rows in the order in which they are replayed. */
export function replayOrder(book: Book, rows: Row[]): Row[] {
  const days = [...new Set(rows.map((row) => row.date))].sort();
  return days.flatMap((day) => {
    let left = inOrder(
      book,
      rows.filter((row) => row.date === day),
    );
    const done: Row[] = [];
    while (left.length > 0) {
      const possible = left.filter((row) => !left.some((other) => follows(row, other)));
      const ready = possible.filter((row) => !left.some((other) => waits(book, row, other)));
      const next = ready[0] ?? possible[0] ?? left[0];
      if (next === undefined) break;
      done.push(next);
      left = left.filter((row) => row !== next);
    }
    return done;
  });
}
