// The rows that are kept, column by column, with the files they stand in.

import type { Book } from '../book/book.js';
import type { Carried, CarriedFile, CarriedLedger, DeliveryColumn, StockColumn } from '../book/carried.js';
import type { RowLog } from '../book/rowlog.js';
import type { Day } from '../core/day.js';
import { compareText } from '../core/text.js';
import type { Kept } from './keep.js';
import type { Numbers } from './numbers.js';

/** Closed rows stand in closed files, and nothing else does. */
export function rowsFitFiles(book: Book, files: ReadonlySet<string>, through: Day): boolean {
  const fits = (log: RowLog, dayOf: (row: number) => number): boolean => {
    for (const { file, from, to } of log.runs()) {
      const closed = files.has(file.path);
      for (let row = from; row < to; row++) if (dayOf(row) <= through !== closed) return false;
    }
    return true;
  };
  const { stock, deliveries, counts, requests } = book;
  return (
    fits(stock, (row) => stock.day.data[row]!) &&
    fits(deliveries, (row) => deliveries.day.data[row]!) &&
    fits(counts, (row) => counts.day.data[row]!) &&
    fits(book.requestLog, (row) => requests[row]!.day)
  );
}

export function filesOf(
  ledger: CarriedLedger,
  log: RowLog,
  rows: readonly number[],
  closed: ReadonlySet<string>,
): CarriedFile[] {
  const kept = new Map<string, number>();
  for (const row of rows) {
    const { path } = log.fileOf(row);
    kept.set(path, (kept.get(path) ?? 0) + 1);
  }
  const cellsOf = new Map<string, readonly number[]>();
  for (const { file } of log.runs()) cellsOf.set(file.path, [...file.cellOf]);
  return [...closed]
    .filter((path) => path.startsWith(`${ledger}/`))
    .sort(compareText)
    .map((path) => ({ path, cellOf: cellsOf.get(path) ?? [], rows: kept.get(path) ?? 0 }));
}

export function stockRows({ stock }: Book, kept: Kept, numbers: Numbers): Carried['stock'] {
  const column = (name: StockColumn): number[] =>
    kept.stock.map((row) => {
      const value = stock[name].data[row]!;
      if (name === 'doc' || name === 'ref') return numbers.docs.of(value);
      if (name === 'lot') return numbers.lots.of(value);
      return name === 'from' || name === 'to' ? numbers.place(value) : value;
    });
  return {
    offset: column('offset'),
    day: column('day'),
    minute: column('minute'),
    doc: column('doc'),
    kind: column('kind'),
    item: column('item'),
    lot: column('lot'),
    qty: column('qty'),
    from: column('from'),
    to: column('to'),
    ref: column('ref'),
  };
}

export function deliveryRows({ deliveries }: Book, kept: Kept, numbers: Numbers): Carried['deliveries'] {
  const column = (name: DeliveryColumn): number[] =>
    kept.deliveries.map((row) => {
      const value = deliveries[name].data[row]!;
      return name === 'doc' ? numbers.docs.of(value) : name === 'lot' ? numbers.lots.of(value) : value;
    });
  return {
    offset: column('offset'),
    day: column('day'),
    minute: column('minute'),
    doc: column('doc'),
    item: column('item'),
    lot: column('lot'),
    received: column('received'),
    damaged: column('damaged'),
    site: column('site'),
  };
}
