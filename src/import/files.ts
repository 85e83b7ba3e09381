// Where planned rows go: which file of which day, what it holds afterwards, and at which offset each row begins.

import type { LedgerName } from '../book/columns.js';
import { type Day, formatDay, parseDay } from '../core/day.js';
import { extended, newFile, type Row } from '../record/dayfile.js';
import { bytesOf } from '../record/overlay.js';
import type { Workspace } from '../source/workspace.js';
import type { RegisterStyle } from './registers.js';
import { Remembered } from './text.js';

export interface PlannedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Offset in the file of the first byte that is new. */
  readonly from: number;
  readonly rows: readonly Row[];
  /** By offset in the text without its mark: which of the rows begins there. */
  readonly starts: ReadonlyMap<number, number>;
}

const days = new Remembered((text) => parseDay(text.slice(0, 10)));

export function dayOf(row: Row): Day | null {
  return days.of(row.date ?? row.time ?? '');
}

/** Rows by day in their order; the result has a file a day. `indexOf` are the places of each file's rows in `rows`. */
export function planFiles(
  workspace: Workspace,
  ledger: LedgerName,
  rows: readonly Row[],
  style: RegisterStyle,
): { readonly files: PlannedFile[]; readonly indexOf: number[][] } {
  const byDay = new Map<Day, number[]>();
  for (const [index, row] of rows.entries()) {
    const day = dayOf(row);
    if (day === null) continue;
    const own = byDay.get(day);
    if (own === undefined) byDay.set(day, [index]);
    else own.push(index);
  }
  const files: PlannedFile[] = [];
  const indexOf: number[][] = [];
  for (const [day, indices] of [...byDay].sort(([a], [b]) => a - b)) {
    const own = indices.map((index) => rows[index]!);
    files.push(fileFor(workspace, ledger, day, own, style));
    indexOf.push(indices);
  }
  return { files, indexOf };
}

function fileFor(
  workspace: Workspace,
  ledger: LedgerName,
  day: Day,
  rows: readonly Row[],
  style: RegisterStyle,
): PlannedFile {
  const used = new Set<string>();
  for (const row of rows) for (const column in row) if (row[column] !== '') used.add(column);
  for (let version = 1; ; version++) {
    const file = `${ledger}/${formatDay(day)}${version === 1 ? '' : `-${version}`}.csv`;
    const old = workspace.has(file) ? bytesOf(workspace, file) : null;
    const bytes =
      old === null || old.length === 0 ? newFile(ledger, rows, style) : extended(ledger, file, old, used, rows);
    if (bytes === null) continue;
    return { file, bytes, from: old?.length ?? 0, rows, starts: startsOf(bytes, rows.length) };
  }
}

/** New rows are the last lines of the file, one line each: their cells hold no newlines. */
function startsOf(bytes: Uint8Array, rows: number): Map<number, number> {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const starts = new Map<number, number>();
  let end = bytes.length - 1;
  for (let row = rows - 1; row >= 0; row--) {
    const before = bytes.lastIndexOf(0x0a, end - 1);
    starts.set(before + 1 - mark, row);
    end = before;
  }
  return starts;
}
