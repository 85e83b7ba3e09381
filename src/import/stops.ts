// Lines that do not come in: where they stand, and what is said of them.

import { columnsOf } from '../book/columns.js';
import type { Tell } from '../core/finding.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { quarantines } from '../core/slugs.js';
import type { PlannedFile } from './files.js';
import type { ImportRequest, Rejected, Source } from './request.js';
import type { Draft } from './rows.js';
import { cellAddress, rawText } from './sheet.js';
import type { Imported } from './sidecar.js';
import type { Stop } from './values.js';

/** Rows that the book has left out, by their place among the drafts, with what it says of them. */
export function faultsIn(
  book: ImportRequest['book'],
  files: readonly (PlannedFile & { readonly indexOf: readonly number[] })[],
): Map<number, Stop> {
  const faults = new Map<number, Stop>();
  const byFile = new Map(files.map((file) => [file.file, file]));
  for (const { at, code, tell } of book.findings) {
    if ((at.kind !== 'cell' && at.kind !== 'record') || !quarantines(code)) continue;
    const file = byFile.get(at.file);
    const row = file?.starts.get(at.record);
    const index = row === undefined ? undefined : file?.indexOf[row];
    if (index !== undefined && !faults.has(index)) faults.set(index, plainStop('', asWords(tell)));
  }
  return faults;
}

function asWords(tell: Tell) {
  const [zh, en] = [tell('zh'), tell('en')];
  return { zh: `${zh.message}。${zh.hint}`, en: `${en.message}: ${en.hint}` };
}

export function plainStop(column: string, reason: Stop['reason']): Stop {
  return { column, reason, unknown: null };
}

export function changedStop(request: ImportRequest, old: Imported, { texts }: Draft): Stop {
  if (request.table !== 'stock') return plainStop('', importReasons.changedElsewhere({ doc: old.doc }));
  const shown = (qty: string, unit: string, item: string) => `${item} ${qty}${unit}`;
  const was = shown(old.qty, old.unit, old.item);
  const now = shown(texts.qty ?? '', texts.unit ?? '', texts.item ?? '');
  return plainStop('qty', importReasons.changed({ was, now, doc: old.doc }));
}

export function rejectedAt({ table }: ImportRequest, { line, facts }: Source, stop: Stop): Rejected {
  const index = columnsOf(table).findIndex(({ name }) => name === stop.column);
  const at = index < 0 ? -1 : line.at[index]!;
  const column = at >= 0 ? at : Math.max(0, Math.min(...line.table.bound.map((bound) => bound.at)));
  return {
    cell: cellAddress(line.table.sheet, line.row, column),
    // A date that the title should have given is shown as the title has it.
    text:
      at < 0 && stop.column === 'date'
        ? (facts.dateFault?.text ?? '')
        : rawText(at < 0 ? null : line.table.sheet.rows[line.row]?.[at]),
    reason: stop.reason,
    line,
    facts,
    stop,
  };
}
