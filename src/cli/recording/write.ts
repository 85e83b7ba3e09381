// From rows to the book: preview, agreement, writing, and what is said of it. Every command that records ends here.

import type { Book } from '../../book/book.js';
import { documentPrefixes, type MovementKind, movementKinds, wordsOf } from '../../book/choices.js';
import type { LedgerName } from '../../book/columns.js';
import { type Day, formatDay, formatMinute, parseDay } from '../../core/day.js';
import { previewWords } from '../../core/messages/record-preview.js';
import { formatQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import { type Added, appendRows, type Batch, type Row } from '../../record/append.js';
import { type Preview, preview } from '../../record/preview.js';
import { kindText, writtenRow } from '../../record/rowtext.js';
import { readInTurn } from '../../record/session.js';
import { jsonPieces, type Part } from '../../render/json/envelope.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import { terminalLines } from '../../render/terminal/document.js';
import { previewDocument } from '../../report/record.js';
import { Exit, UsageError } from '../exit.js';
import { flagOption } from '../options.js';
import { emit, emitLines, note, show } from '../output.js';
import type { Session } from '../session.js';
import { agreed, declinedStatus, now, sayFault } from './common.js';

const kindWords = wordsOf(movementKinds);

/** The letters of a row's series: of its kind of movement, or of requests. */
function seriesOf(ledger: LedgerName, row: Row): string | null {
  if (ledger === 'requests') return 'SQ';
  if (ledger !== 'stock') return null;
  const kind = kindWords.get(matchable(row.kind ?? '').toLowerCase());
  return kind === undefined ? null : documentPrefixes[kind];
}

/** The day of a row; one that cannot be read goes with the day it is written on, and is complained of there. */
function dayOf(row: Row, fallback: Day): Day {
  return parseDay(matchable(row.date ?? '')) ?? fallback;
}

/** Rows that share date, kind and both ends are one document, unless they name their own. */
export function batchesOf(book: Book, ledger: LedgerName, lines: readonly Row[], today: Day): Batch[] {
  const groups = new Map<string, { day: Day; rows: Row[]; series: string | null }>();
  for (const line of lines) {
    const row = writtenRow(book, ledger, line);
    const day = dayOf(row, today);
    const series = seriesOf(ledger, row);
    const key = JSON.stringify([day, row.doc ?? '', series, row.from ?? row.site ?? '', row.to ?? '']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { day, rows: [row], series });
    else group.rows.push(row);
  }
  return [...groups.values()].map(({ day, rows, series }) => {
    const numbered = series !== null && rows.some((row) => (row.doc ?? '') === '');
    return { ledger, day, rows, ...(numbered ? { series } : {}) };
  });
}

/** Date and, where it is today's, the time of day, for rows that do not say. */
export function stamped(book: Book, lines: readonly Row[], asked: Day | null, withTime: boolean): Row[] {
  const { day, minute } = now(book);
  return lines.map((line) => {
    const dated = (line.date ?? '') !== '';
    const time: Row = withTime && !dated && (asked ?? day) === day ? { time: formatMinute(minute) } : {};
    return { ...time, date: formatDay(asked ?? day), ...line };
  });
}

export function kindCell(book: Book, kind: MovementKind): Row {
  return { kind: kindText(book, kind) };
}

/** Shows what would be written, asks, writes and says what was written. */
export async function record(session: Session, command: string, batches: readonly Batch[]): Promise<number> {
  const { root, lang, book } = session;
  session.format(['text', 'json']);
  if (batches.every(({ rows }) => rows.length === 0)) throw new UsageError(previewWords.nothing, null);
  const day = [...batches].sort((a, b) => b.day - a.day)[0]!.day;
  const tried = readInTurn(root, () => preview(root, batches, day, { lang }));
  if (!tried.ok) return sayFault(tried.fault, lang);
  const shown = tried.value;
  if (shown.wrong.length > 0) return refuse(session, command, shown, day);
  showPreview(session, batches[0]!.ledger, shown);
  if (!(await agreed(session))) return declinedStatus();
  const done = appendRows(root, batches, { lang });
  if (!done.ok) return sayFault(done.fault, lang);
  report(session, command, shown, done.value, book, day);
  return Exit.good;
}

function refuse(session: Session, command: string, { wrong, checked }: Preview, day: Day): number {
  const { lang, terminal, common } = session;
  const only = { ...checked, diagnostics: wrong, day };
  if (session.format(['text', 'json']) === 'json') {
    const none: readonly Part[] = [
      ['recorded', []],
      ['balances', []],
    ];
    emit(jsonPieces(session.outcome(command, only), none), common.output);
  } else emit([renderDiagnostics(wrong, { lang, ...terminal })], common.output);
  note(`taizhang: ${previewWords.wrong({ count: wrong.length })[lang]}`);
  return Exit.findings;
}

function showPreview(session: Session, ledger: LedgerName, shown: Preview): void {
  const { lang, common } = session;
  if (common.quiet) return;
  const color = common.color && process.stderr.isTTY === true;
  const width = process.stderr.isTTY === true ? process.stderr.columns : 80;
  const document = previewDocument(shown.book, ledger, shown, flagOption(session.raw, 'yes'));
  show([...terminalLines(document, { lang, color, width })].join('\n'));
  if (shown.brings.length === 0) return;
  show(`\n${previewWords.brings[lang]}`);
  show(renderDiagnostics(shown.brings, { lang, color, width }).trimEnd());
}

function report(
  session: Session,
  command: string,
  shown: Preview,
  added: readonly Added[],
  book: Book,
  day: Day,
): void {
  const { lang, common } = session;
  if (session.format(['text', 'json']) === 'text') {
    const lines = added.map(({ doc, rows, file }) => previewWords.recorded({ doc, lines: rows.length, file })[lang]);
    emitLines(lines, common.output);
    return;
  }
  const recorded = added.map(({ file, firstLine, lastLine, doc, rows }) => ({
    doc: doc ?? rows[0]?.doc ?? null,
    file,
    firstLine,
    lastLine,
    rows,
  }));
  const balances = shown.balances.map(({ site, item, lot, before, after }) => ({
    site: book.sites.all[site]?.code ?? '',
    item: book.items.all[item]?.code ?? '',
    lot: shown.book.lots.text(lot),
    before: formatQuantity(before),
    after: formatQuantity(after),
  }));
  const outcome = session.outcome(command, { ...shown.checked, diagnostics: shown.brings, day });
  emit(
    jsonPieces(outcome, [
      ['recorded', recorded],
      ['balances', balances],
    ]),
    common.output,
  );
}
