// What rows would do before they are written: what is wrong with them, the balances before and after, and everything
// that is found after them and was not found before.

import type { Book } from '../book/book.js';
import { loadBook } from '../book/load.js';
import { type Checked, checkBook } from '../checks/run.js';
import type { Day } from '../core/day.js';
import type { Diagnostic } from '../core/finding.js';
import { quarantines, type Slug } from '../core/slugs.js';
import { diskWorkspace } from '../source/disk.js';
import type { BalanceLine, Reconciliation } from '../stock/figures.js';
import { oneDay } from '../stock/period.js';
import { reconcile } from '../stock/reconcile.js';
import { type Added, type AppendOptions, type Batch, isIn, previewRows } from './append.js';
import type { Recorded } from './fault.js';

export interface BalanceChange {
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly before: number;
  readonly after: number;
}

export interface Preview {
  readonly added: readonly Added[];
  /** The book as it would be. */
  readonly book: Book;
  readonly checked: Checked;
  /** Wrong in the rows themselves: they cannot be written like this. */
  readonly wrong: readonly Diagnostic[];
  /** What the rows bring about elsewhere, or on later days. */
  readonly brings: readonly Diagnostic[];
  readonly balances: readonly BalanceChange[];
}

const ALSO_WRONG: readonly Slug[] = [
  'stock/document-reused',
  'stock/self-check',
  'count/self-check',
  'stock/lot-expiry',
];

export function preview(
  root: string,
  batches: readonly Batch[],
  day: Day,
  options: AppendOptions = {},
): Recorded<Preview> {
  const tried = previewRows(root, batches, options);
  if (!tried.ok) return tried;
  const { workspace, added } = tried.value;
  const book = loadBook(workspace);
  const last = Math.max(day, book.lastDay ?? day) === day ? day : (book.lastDay ?? day);
  const checked = checkBook(workspace, book, last);
  const base = diskWorkspace(root);
  const before = loadBook(base);
  const known = new Set(checkBook(base, before, last).diagnostics.map(identity));
  const own = (one: Diagnostic): boolean => isIn(added, one.at);
  const isWrong = (one: Diagnostic): boolean => own(one) && (quarantines(one.code) || ALSO_WRONG.includes(one.code));
  const { diagnostics } = checked;
  return {
    ok: true,
    value: {
      added,
      book,
      checked,
      wrong: diagnostics.filter((one) => isWrong(one) && one.severity === 'error'),
      brings: diagnostics.filter((one) => one.severity !== 'note' && !isWrong(one) && !known.has(identity(one))),
      balances: changes(book, before, day),
    },
  };
}

/** The same finding before and after; a balance that gets worse is found anew. */
function identity({ code, at, tell }: Diagnostic): string {
  return `${code} ${at.file} ${at.line} ${tell('en').message}`;
}

function changes(book: Book, before: Book, day: Day): BalanceChange[] {
  const now = reconcile(book, oneDay(day));
  const was = closings(before, reconcile(before, oneDay(day)));
  const found: BalanceChange[] = [];
  for (const line of now.balances) {
    const key = keyOf(book, line);
    const closing = was.get(key) ?? 0;
    was.delete(key);
    if (closing !== line.closing) {
      found.push({ site: line.site, item: line.item, lot: line.lot, before: closing, after: line.closing });
    }
  }
  return found;
}

function closings(book: Book, { balances }: Reconciliation): Map<string, number> {
  return new Map(balances.map((line) => [keyOf(book, line), line.closing]));
}

function keyOf(book: Book, { site, item, lot }: BalanceLine): string {
  return JSON.stringify([book.sites.all[site]!.code, book.items.all[item]!.code, book.lots.text(lot)]);
}
