// Whether what was imported once is still in the book: somebody may have taken it back since.

import { columnsOf } from '../book/columns.js';
import { ledgerFiles } from '../book/load.js';
import { readTable } from '../book/readtable.js';
import { documentColumn } from '../record/numbers.js';
import { type ImportRequest, isLedger } from './request.js';
import type { Imported } from './sidecar.js';
import { nameKey } from './text.js';

/** By its document where the ledger has any, else by day, item and site: amounts may have been mended since. */
export function rowsKept({ table, book, workspace }: ImportRequest): (line: Imported) => boolean {
  if (table === 'stock') {
    const met = new Set<number>();
    for (let row = 0; row < book.stock.length; row++) met.add(book.stock.doc.data[row]!);
    const docs = new Set([...met].map((doc) => book.docs.text(doc)));
    return ({ doc }) => doc === '' || docs.has(nameKey(doc));
  }
  if (!isLedger(table)) return () => true;
  const columns = columnsOf(table);
  const doc = documentColumn(table) ?? columns.find(({ cell }) => cell === 'doc')?.name;
  const names = doc === undefined ? ['date', 'item', 'site'] : [doc];
  const keys = new Set<string>();
  let cells: number[] = [];
  for (const file of ledgerFiles(workspace, table)) {
    readTable(workspace, file, columns, {
      begin(_file, header) {
        cells = names.map((name) => header.cellOf[columns.findIndex((column) => column.name === name)] ?? -1);
      },
      batch(batch) {
        for (let row = 0; row < batch.rows; row++) {
          keys.add(cells.map((cell) => (cell < 0 ? '' : nameKey(batch.text(row, cell)))).join('\u001f'));
        }
      },
      restart() {},
    });
  }
  return (line) =>
    keys.has((doc === undefined ? [line.date, line.item, line.to] : [line.doc]).map(nameKey).join('\u001f'));
}
