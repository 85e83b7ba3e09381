// A fault of writing in words.

import { columnsOf, ledgerNames } from '../book/columns.js';
import { formatDay } from '../core/day.js';
import type { Tell } from '../core/finding.js';
import { recordTellings } from '../core/messages/record.js';
import { nearest } from '../core/nearest.js';
import { quoted } from '../core/text.js';
import type { RecordFault } from './fault.js';

export function tellFault(fault: RecordFault): Tell {
  switch (fault.kind) {
    case 'closed':
      return recordTellings.closed({ day: formatDay(fault.day), through: formatDay(fault.closedThrough) });
    case 'locked':
      return recordTellings.locked(fault);
    case 'overtaken':
      return recordTellings.overtaken();
    case 'outside':
      return recordTellings.outside({ file: quoted(fault.file) });
    case 'disk':
      return recordTellings.disk({ file: quoted(fault.file), code: fault.code });
    case 'unconfirmed':
      return recordTellings.unconfirmed(fault);
    case 'unfinished':
      return recordTellings.unfinished(fault);
    case 'cell':
      return recordTellings.cell({ column: fault.column, text: quoted(fault.text) });
    case 'column': {
      const ledger = ledgerNames.find((name) => name === fault.ledger);
      const known = ledger === undefined ? [] : columnsOf(ledger).flatMap(({ name, zh }) => [name, ...zh]);
      const { column } = fault;
      return recordTellings.column({ column: quoted(column), ledger: fault.ledger, nearest: nearest(column, known) });
    }
    case 'changed':
      return recordTellings.changed({ file: quoted(fault.file) });
  }
}
