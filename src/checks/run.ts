// Runs every check that is not switched off and gives each finding its severity and its line and column.

import type { Book } from '../book/book.js';
import { severityIn } from '../book/settings.js';
import type { Day } from '../core/day.js';
import type { Diagnostic, Finding } from '../core/finding.js';
import type { Severity, Slug } from '../core/slugs.js';
import { type People, surveyPeople } from '../people/survey.js';
import { inspectSeals, type SealView } from '../seal/inspect.js';
import { type KnownPlaces, locate } from '../source/locate.js';
import type { Workspace } from '../source/workspace.js';
import { inspectDocuments } from '../stock/documents.js';
import type { Reconciliation } from '../stock/figures.js';
import { oneDay, type Period } from '../stock/period.js';
import { reconcile } from '../stock/reconcile.js';
import type { CheckInput } from './check.js';
import { registry } from './registry.js';

export interface Checked {
  readonly book: Book;
  /** The day as of which everything is told; null in a book without dated rows. */
  readonly day: Day | null;
  readonly figures: Reconciliation | null;
  readonly people: People;
  /** Null in a book that was never closed. */
  readonly seals: SealView | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The same before they were located, those included whose check is switched off. */
  readonly findings: readonly Finding[];
  /** Rows left out of every figure. */
  readonly quarantined: number;
}

/** What is known already of a history that was checked before. */
export interface Foreknown {
  /** What the seals say: their files are as they were. */
  readonly seals: SealView | null;
  readonly places: KnownPlaces;
}

/**
 * The same findings for every command that asks about the same date. `verifying`: every closed night is replayed, however
 * many rows there are, and no setting lowers a check of seals, since the settings may be what was tampered with.
 */
export function checkBook(
  workspace: Workspace,
  book: Book,
  day: Day | null,
  period: Period | null = null,
  verifying = false,
  known: Partial<Foreknown> = {},
): Checked {
  const asOf = day ?? book.lastDay;
  const figures = asOf === null ? null : reconcile(book, period ?? oneDay(asOf));
  const documents = figures === null ? null : inspectDocuments(book, figures.day, figures.leftOutRows);
  const people = surveyPeople(book, asOf);
  const seals = known.seals ?? inspectSeals(workspace, book, asOf, verifying);
  const input: CheckInput = { book, figures, documents, people, seals };
  const findings: Finding[] = [...book.findings];
  for (const check of registry) {
    if (check.find === null || severityOf(book, check.slug, verifying) === null) continue;
    for (const finding of check.find(input)) findings.push(finding);
  }
  return {
    book,
    day: asOf,
    figures,
    people,
    seals,
    diagnostics: locate(
      workspace,
      findings,
      (finding) => finding.severity ?? severityOf(book, finding.code, verifying),
      known.places ?? null,
    ).map((one) => (isAccepted(seals, one) ? { ...one, severity: 'note' } : one)),
    findings,
    quarantined: figures?.quarantined.length ?? book.quarantined.length,
  };
}

function severityOf(book: Book, code: Slug, verifying: boolean): Severity | null {
  return verifying && code.startsWith('seal/') ? 'error' : severityIn(book.settings, code);
}

/** What was accepted at a close is a note for as long as its figures stay what they were. */
function isAccepted(seals: SealView | null, { code, at, figures }: Diagnostic): boolean {
  if (seals === null || figures === undefined) return false;
  const place = `${at.file}:${at.line}`;
  return seals.accepted.some((one) => one.check === code && one.at === place && one.figures.join() === figures.join());
}
