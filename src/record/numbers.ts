// Documents number themselves: CK20220112-001 and on, per kind and day, over whatever files a ledger is in.

import { columnsOf, type LedgerName } from '../book/columns.js';
import { ledgerFiles } from '../book/load.js';
import { readTable } from '../book/readtable.js';
import { Names } from '../book/vocabulary.js';
import { civil, type Day } from '../core/day.js';
import { ROWS } from '../source/csv/batch.js';
import type { Workspace } from '../source/workspace.js';

/** `CK20220112-` */
export function seriesOf(prefix: string, day: Day): string {
  const [year, month, date] = civil(day);
  return `${prefix}${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}-`;
}

export function numberIn(series: string, number: number): string {
  return `${series}${String(number).padStart(3, '0')}`;
}

/** The column that names a ledger's documents, null where it has none. */
export function documentColumn(ledger: LedgerName): string | null {
  return columnsOf(ledger).find(({ cell, required }) => cell === 'doc' && required)?.name ?? null;
}

/** The highest number of a series that any row of the ledger has, also one that is left out of the figures; 0 for none. */
export function highestNumber(workspace: Workspace, ledger: LedgerName, series: string): number {
  const columns = columnsOf(ledger);
  const at = columns.findIndex(({ name }) => name === documentColumn(ledger));
  const names = new Names();
  const out = new Int32Array(ROWS);
  let cell = -1;
  for (const file of ledgerFiles(workspace, ledger)) {
    readTable(workspace, file, columns, {
      begin(_file, header) {
        cell = header.cellOf[at] ?? -1;
      },
      batch: (batch) => names.fill(batch, cell, out),
      restart() {},
    });
  }
  let highest = 0;
  const { prefixOf, numberOf } = names.numbered();
  for (const [id, number] of numberOf.entries()) {
    if (prefixOf[id]! >= 0 && number > highest && names.text(id).startsWith(series)) highest = number;
  }
  return highest;
}
