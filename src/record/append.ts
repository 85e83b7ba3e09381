// Adds rows to the ledgers of a book: whole documents or nothing. This is what commands, needs, roll-calls and the
// importer record with.

import type { LedgerName } from '../book/columns.js';
import { readSettings } from '../book/settings.js';
import { type Day, formatDay } from '../core/day.js';
import type { Lang } from '../core/lang.js';
import { diskWorkspace } from '../source/disk.js';
import type { Workspace } from '../source/workspace.js';
import { closedThrough } from './closed.js';
import { extended, type FileStyle, newFile, type Row, usedColumns } from './dayfile.js';
import { nodeDisk } from './disk.js';
import { type Recorded, Refused, refuse } from './fault.js';
import { documentColumn, highestNumber, numberIn, seriesOf } from './numbers.js';
import { bytesOf } from './overlay.js';
import { Turn, type WriterOptions, withTurn } from './session.js';
import { remember } from './undo.js';

export type { Row } from './dayfile.js';
export type { Recorded, RecordFault } from './fault.js';
export { tellFault } from './words.js';

/** Rows that belong together: one document, one event, one sheet. They go into one file, one after the other. */
export interface Batch {
  readonly ledger: LedgerName;
  /** The day of the rows: it chooses the file `<ledger>/<day>.csv`, and may not be closed. */
  readonly day: Day;
  readonly rows: readonly Row[];
  /** Letters of a series, `CK`: rows without a document number get the next one of that series and day, all the same. */
  readonly series?: string;
}

export interface Added {
  readonly file: string;
  /** Offsets in the file, of the bytes that are new. */
  readonly from: number;
  readonly to: number;
  /** Lines of the file, from 1, that are new. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The document number that was given, null where the rows had theirs. */
  readonly doc: string | null;
  readonly rows: readonly Row[];
}

export interface AppendOptions extends WriterOptions {
  /** The language of new files in a book that does not say. */
  readonly lang?: Lang;
}

/**
 * Adds batches of rows to the book at `root`, all of them or none, on disk when it returns.
 *
 *     const done = appendRows(root, [{ ledger: 'needs', day, series: 'XQ', rows: [{ time, event: 'raise', note }] }]);
 *     if (!done.ok) return tellFault(done.fault);   // a Tell: message and hint in both languages
 *     done.value[0].doc                             // XQ20220112-004
 *
 * Rows are written as they are given: to see first whether they are right, use `previewRows`, load the workspace that
 * it gives, and look at the findings of the new rows (`isIn` says which those are).
 */
export function appendRows(root: string, batches: readonly Batch[], options: AppendOptions = {}): Recorded<Added[]> {
  return withTurn(root, (turn) => addTo(turn, batches, options.lang ?? 'en'), options);
}

/** The book as it would be with these rows: nothing is locked and nothing written. */
export function previewRows(
  root: string,
  batches: readonly Batch[],
  options: AppendOptions = {},
): Recorded<{ readonly workspace: Workspace; readonly added: readonly Added[] }> {
  try {
    const turn = new Turn(root, options.disk ?? nodeDisk, diskWorkspace(root));
    const added = batches.map((batch) => addBatch(turn, batch, options.lang ?? 'en'));
    return { ok: true, value: { workspace: turn.workspace, added } };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Whether a place (a finding's, as it comes from the checks) is in the rows that were added. */
export function isIn(added: readonly Added[], at: { readonly file: string; readonly line: number }): boolean {
  return added.some(({ file, firstLine, lastLine }) => at.file === file && at.line >= firstLine && at.line <= lastLine);
}

/** The same inside a writer's turn, where more is to change together. */
export function addTo(turn: Turn, batches: readonly Batch[], lang: Lang): Added[] {
  const added = batches.map((batch) => addBatch(turn, batch, lang));
  remember(turn, added);
  return added;
}

function addBatch(turn: Turn, batch: Batch, lang: Lang): Added {
  const { ledger, day } = batch;
  const closed = closedThrough(turn.workspace);
  if (closed !== null && day <= closed) refuse({ kind: 'closed', day, closedThrough: closed });
  const doc = batch.series === undefined ? null : nextNumber(turn, batch.series, batch);
  const column = documentColumn(ledger);
  const rows =
    doc === null || column === null
      ? batch.rows
      : batch.rows.map((row) => ((row[column] ?? '') === '' ? { ...row, [column]: doc } : row));
  const used = usedColumns(ledger, rows);
  for (let version = 1; ; version++) {
    const file = `${ledger}/${formatDay(day)}${version === 1 ? '' : `-${version}`}.csv`;
    const { workspace } = turn;
    if (workspace.outside.some((path) => file === path || file.startsWith(`${path}/`))) {
      refuse({ kind: 'outside', file });
    }
    const old = workspace.has(file) ? bytesOf(workspace, file) : null;
    const bytes =
      old === null || old.length === 0
        ? newFile(ledger, rows, styleOf(turn, lang))
        : extended(ledger, file, old, used, rows);
    if (bytes === null) continue;
    turn.put(file, bytes);
    const lines = countLines(bytes);
    const before = old === null || old.length === 0 ? 1 : countLines(old);
    return { file, from: old?.length ?? 0, to: bytes.length, firstLine: before + 1, lastLine: lines, doc, rows };
  }
}

function nextNumber(turn: Turn, prefix: string, { ledger, day }: Batch): string {
  const series = seriesOf(prefix, day);
  return numberIn(series, highestNumber(turn.workspace, ledger, series) + 1);
}

function styleOf(turn: Turn, lang: Lang): FileStyle {
  const { language, excel } = readSettings(turn.workspace).value;
  const chinese = (language ?? lang) === 'zh';
  return { chinese, bom: chinese && excel };
}

/** Lines of a text, the last one with or without its end. */
function countLines(bytes: Uint8Array): number {
  let lines = bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a ? 1 : 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
