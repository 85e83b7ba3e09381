// The same for programs: read a book, check it, reconcile a day, and take the figures of its report.

import type { Book } from './book/book.js';
import { loadBook as load } from './book/load.js';
import { type Checked, checkBook } from './checks/run.js';
import { type Day, formatDay, parseDay } from './core/day.js';
import type { Lang } from './core/lang.js';
import { type DiagnosticData, diagnosticData } from './render/json/envelope.js';
import { type DailyData, dailyData } from './report/daily.js';
import { type ReconcileData, reconcileData } from './report/reconcile.js';
import { diskWorkspace } from './source/disk.js';
import { memoryWorkspace, type Workspace } from './source/workspace.js';

export type { Book, Checked, DailyData, Day, DiagnosticData, Lang, ReconcileData, Workspace };
export { formatDay, memoryWorkspace, parseDay };

/** A book with the files it was read from. */
export interface OpenBook {
  readonly workspace: Workspace;
  readonly book: Book;
}

/** Reads the book in a directory, or one in memory. Wrong content is a finding; a file that cannot be read throws. */
export function loadBook(source: string | Workspace): OpenBook {
  const workspace = typeof source === 'string' ? diskWorkspace(source) : source;
  return { workspace, book: load(workspace) };
}

/** Every check, as of the end of a day (default: the latest that has rows). */
export function check({ workspace, book }: OpenBook, day: Day | null = null): Checked {
  return checkBook(workspace, book, day);
}

/** Findings as `--format json` prints them. */
export function diagnostics(checked: Checked, lang: Lang = 'en'): DiagnosticData[] {
  return checked.diagnostics.map((one) => diagnosticData(one, lang));
}

/** Balances, counts and deliveries of the day, quantities as decimal texts; null in a book without dated rows. */
export function reconcile({ book, figures }: Checked): ReconcileData | null {
  return figures === null ? null : reconcileData(book, figures);
}

/** The figures of the daily report; null in a book without dated rows. */
export function dailyReport({ book, figures }: Checked): DailyData | null {
  return figures === null ? null : dailyData(book, figures);
}
