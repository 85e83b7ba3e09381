// Where the thread that reads ahead starts: what it has to know of tables is theirs to say.

import { workerData } from 'node:worker_threads';
import type { Finding } from '../core/finding.js';
import { readAheadOf } from '../source/ahead/produce.js';
import { columnsOf, ledgerNames } from './columns.js';
import { readHeader } from './header.js';
import { findPersonalData } from './personal.js';
import { noteCellOf } from './readtable.js';

readAheadOf(workerData, {
  multiline(table, cells) {
    const ledger = ledgerNames.find((name) => name === table);
    if (ledger === undefined) return -1;
    const columns = columnsOf(ledger);
    return noteCellOf(readHeader('', cells, columns), columns);
  },
  screened(file, batch) {
    const found: Finding[] = [];
    findPersonalData(file, batch, found);
    return found.length === 0;
  },
});
