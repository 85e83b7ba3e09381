// Closes days and opens them again: what may be accepted, and what goes on disk together.

import type { Book } from '../book/book.js';
import { ledgerNames } from '../book/columns.js';
import { loadBook } from '../book/load.js';
import { type Checked, checkBook } from '../checks/run.js';
import { type Day, formatDay } from '../core/day.js';
import type { Diagnostic } from '../core/finding.js';
import type { Slug } from '../core/slugs.js';
import { datedRows } from '../seal/dated.js';
import { type Misplaced, makeSeal } from '../seal/make.js';
import { type Accepted, REOPENED, type Seal, sealPath, signaturePath, statementPath } from '../seal/seal.js';
import type { Signed } from '../seal/sign.js';
import type { Workspace } from '../source/workspace.js';
import { closedThrough, dateOfSeal } from './closed.js';
import { csvCell, csvLine } from './csvline.js';
import { bytesOf } from './overlay.js';
import type { Turn } from './session.js';

/** An error that is left standing on purpose: everywhere, or in one place. */
export interface Acceptance {
  readonly check: Slug;
  /** `file:line`, null: wherever it is found. */
  readonly at: string | null;
  readonly reason: string;
}

/** What people may answer for: goods that are not there. Everything else is a mistake in the book. */
export function isAcceptable(check: Slug): boolean {
  return check === 'count/variance' || check === 'stock/negative' || check.startsWith('delivery/');
}

export interface ClosePlan {
  readonly day: Day;
  readonly book: Book;
  readonly checked: Checked;
  /** Closed already through that day or a later one: there is nothing to do. */
  readonly already: Day | null;
  /** Errors that stand in the way. */
  readonly left: readonly Diagnostic[];
  readonly accepted: readonly Accepted[];
  /** Acceptances that nothing was found for. */
  readonly unused: readonly Acceptance[];
}

/** What closing through a day would do. Null: the book has no dated rows. */
export function planClose(
  workspace: Workspace,
  asked: Day | null,
  acceptances: readonly Acceptance[],
): ClosePlan | null {
  const book = loadBook(workspace);
  const day = asked ?? book.lastDay;
  if (day === null) return null;
  const through = closedThrough(workspace);
  const checked = checkBook(workspace, book, day);
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  const upTo = errorsUpTo(workspace, errors, day);
  const used = new Set<Acceptance>();
  const accepted: Accepted[] = [];
  const left: Diagnostic[] = [];
  for (const error of upTo) {
    const at = `${error.at.file}:${error.at.line}`;
    const by = acceptances.find(({ check, at: place }) => check === error.code && (place === null || place === at));
    if (by === undefined || !isAcceptable(error.code)) left.push(error);
    else {
      used.add(by);
      accepted.push({ check: error.code, at, reason: by.reason, figures: error.figures ?? [] });
    }
  }
  return {
    day,
    book,
    checked,
    already: through !== null && through >= day ? through : null,
    left,
    accepted,
    unused: acceptances.filter((one) => !used.has(one)),
  };
}

/** Errors in rows of later days are for the evening of those days. */
function errorsUpTo(workspace: Workspace, errors: readonly Diagnostic[], day: Day): Diagnostic[] {
  const later = new Map<string, Set<number>>();
  return errors.filter(({ at: { file, line } }) => {
    const ledger = ledgerNames.find((name) => file.startsWith(`${name}/`));
    if (ledger === undefined || !workspace.has(file)) return true;
    let lines = later.get(file);
    if (lines === undefined) {
      const rows = datedRows(workspace, ledger, file).filter((row) => row.day > day);
      lines = new Set(rows.map(({ firstLine }) => firstLine + 1));
      later.set(file, lines);
    }
    return !lines.has(line);
  });
}

export type Closed =
  | { readonly kind: 'closed'; readonly seal: Seal }
  | { readonly kind: 'already'; readonly through: Day }
  | { readonly kind: 'errors'; readonly plan: ClosePlan }
  | { readonly kind: 'misplaced'; readonly rows: readonly Misplaced[] }
  | { readonly kind: 'unsigned'; readonly reason: string };

export interface CloseOrder {
  readonly day: Day;
  /** Code of a member of staff. */
  readonly by: string;
  readonly at: string;
  readonly acceptances: readonly Acceptance[];
  readonly sign: ((bytes: Uint8Array) => Signed) | null;
}

/** Seals the open days up to and including a day. */
export function closeIn(turn: Turn, order: CloseOrder): Closed {
  const { workspace } = turn;
  const plan = planClose(workspace, order.day, order.acceptances);
  if (plan === null) return { kind: 'already', through: order.day };
  if (plan.already !== null) return { kind: 'already', through: plan.already };
  if (plan.left.length > 0) return { kind: 'errors', plan };
  const { language, excel } = plan.book.settings;
  const made = makeSeal(workspace, plan.book, {
    date: order.day,
    by: order.by,
    at: order.at,
    accepted: plan.accepted,
    bom: language === 'zh' && excel,
  });
  if (!made.ok) return { kind: 'misplaced', rows: made.misplaced };
  for (const { file, bytes } of made.files) turn.put(file, bytes);
  if (order.sign !== null) {
    const bytes = made.files.find(({ file }) => file === sealPath(order.day))!.bytes;
    const signed = order.sign(bytes);
    if (!signed.ok) {
      turn.forget();
      return { kind: 'unsigned', reason: signed.reason };
    }
    turn.put(signaturePath(order.day), signed.signature);
  }
  return { kind: 'closed', seal: made.seal };
}

export interface ReopenOrder {
  readonly day: Day;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** The closed days that opening a day opens with it. */
export function sealsFrom(workspace: Workspace, day: Day): Day[] {
  return workspace.paths.flatMap((path) => {
    const date = dateOfSeal(path);
    return date !== null && date >= day ? [date] : [];
  });
}

/** Removes the seals from a day on, and writes down who did it, when and why. */
export function reopenIn(turn: Turn, { day, by, at, reason }: ReopenOrder): Day[] {
  const { workspace } = turn;
  const dates = sealsFrom(workspace, day);
  if (dates.length === 0) return [];
  for (const date of dates) {
    turn.put(sealPath(date), null);
    if (workspace.has(statementPath(date))) turn.put(statementPath(date), null);
    if (turn.exists(signaturePath(date))) turn.put(signaturePath(date), null);
  }
  const old = workspace.has(REOPENED) ? bytesOf(workspace, REOPENED) : new Uint8Array();
  const newline = old.includes(0x0d) ? '\r\n' : '\n';
  const head = old.length === 0 ? csvLine(['at', 'by', 'from', 'seals', 'reason'], newline) : '';
  const lead = old.length > 0 && old[old.length - 1] !== 0x0a ? newline : '';
  const cells = [at, by, formatDay(day), dates.map(formatDay).join(';'), reason.replace(/\s+/gu, ' ')];
  const added = new TextEncoder().encode(
    `${lead}${head}${csvLine(
      cells.map((text) => csvCell('reason', text)),
      newline,
    )}`,
  );
  const whole = new Uint8Array(old.length + added.length);
  whole.set(old);
  whole.set(added, old.length);
  turn.put(REOPENED, whole);
  return dates;
}
