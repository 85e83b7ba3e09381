// Decides what becomes of each line: known already, rejected with its reason, or a row; then has the book itself read
// the rows, so that what it would not count is rejected before it is written.

import { documentPrefixes } from '../book/choices.js';
import { columnsOf } from '../book/columns.js';
import { type Day, formatDay } from '../core/day.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { closedThrough } from '../record/closed.js';
import type { Row } from '../record/dayfile.js';
import { assemble, type Entry, rowAddress, type Settled } from './assemble.js';
import { type Difference, differences, reversalOf } from './differences.js';
import { Documents } from './documents.js';
import { dayOf } from './files.js';
import { rowsKept } from './kept.js';
import { printOf } from './print.js';
import { registerDrafts } from './registerlines.js';
import { type ImportRequest, isLedger, type Rejected, type Source } from './request.js';
import type { RowMaker } from './rows.js';
import type { Refusal } from './sheet.js';
import { type Imported, readSidecar, sourceName } from './sidecar.js';
import { changedStop, faultsIn, plainStop, rejectedAt } from './stops.js';
import type { Stop } from './values.js';

export function settle(
  request: ImportRequest,
  maker: RowMaker,
  sources: readonly Source[],
): ({ readonly ok: true } & Settled) | { readonly ok: false; readonly refusal: Refusal } {
  const { table, workspace, book } = request;
  const columns = columnsOf(table);
  const at = {
    date: columns.findIndex(({ name }) => name === 'date'),
    kind: columns.findIndex(({ name }) => name === 'kind'),
  };
  const { name, mended } = sourceName(request.fileName);
  const earlier = new Map<string, Imported[]>();
  const remembered = readSidecar(workspace, name);
  const kept = remembered.length === 0 ? null : rowsKept(request);
  for (const line of remembered) {
    // What was taken back (undo, git) is no longer in the book: its lines are new again.
    if (line.ledger !== table || (kept !== null && !kept(line))) continue;
    const alike = earlier.get(line.print);
    if (alike === undefined) earlier.set(line.print, [line]);
    else alike.push(line);
  }
  const entries: Entry[] = [];
  const rejected: Rejected[] = [];
  const seenDays = new Set<string>();
  let duplicates = 0;
  const reject = (source: Source, stop: Stop) => rejected.push(rejectedAt(request, source, stop));
  for (const [done, source] of sources.entries()) {
    if (done % 1024 === 0) request.progress?.(done, sources.length);
    const print = printOf(source.line, source.facts, at);
    const before = earlier.get(print)?.pop();
    if (before !== undefined) {
      duplicates++;
      seenDays.add(before.date);
      continue;
    }
    const made = maker.make(source.line, source.facts);
    if (made.ok) entries.push({ source, draft: made.draft, print });
    else reject(source, made.stop);
  }
  const out = new Set<Entry>();
  const refuseEntry = (entry: Entry, stop: Stop) => {
    if (out.has(entry)) return;
    out.add(entry);
    reject(entry.source, stop);
  };
  const closed = closedThrough(workspace);
  if (closed !== null && isLedger(table)) {
    for (const entry of entries) {
      const day = dayOf(entry.draft.texts);
      if (day !== null && day <= closed)
        refuseEntry(entry, plainStop('date', importReasons.closed({ through: formatDay(closed) })));
    }
  }
  const left = mended ? [] : [...earlier.values()].flat();
  // Where no line at all is known, it is another file under an old name, and no correction of it.
  const changed =
    duplicates === 0
      ? []
      : differences(
          left,
          entries.filter((entry) => !out.has(entry)).map(({ draft, source }) => ({ draft, cell: rowAddress(source) })),
          seenDays,
        );
  if (!request.reverse || table !== 'stock') {
    const nows = new Map(changed.flatMap(({ old, now }) => (now === null ? [] : [[now, old] as const])));
    for (const entry of entries) {
      const old = nows.get(entry.draft);
      if (old !== undefined) refuseEntry(entry, changedStop(request, old, entry.draft));
    }
  }
  let accepted = out.size === 0 ? entries : entries.filter((entry) => !out.has(entry));
  if (!isLedger(table)) {
    const kept = registerDrafts(request, accepted, (entry, stop) => refuseEntry(entry, stop));
    duplicates += kept.known;
    return assemble(request, maker, kept.fresh, rejected, duplicates, changed, [], name);
  }
  // What the book would not count is no row: it is rejected, and the rest is read again.
  for (let round = 0; ; round++) {
    const documents = new Documents(table, book, workspace, request.mapping.number);
    documents.assign(accepted.map(({ draft }) => draft));
    const reversals = request.reverse && table === 'stock' ? reversalRows(request, changed, closed) : [];
    const result = assemble(request, maker, accepted, rejected, duplicates, changed, reversals, name, documents);
    if (!result.ok || result.after === null || round === 9) return result;
    const faults = faultsIn(result.after.book, result.files);
    if (faults.size === 0) return result;
    const doomed = [...faults].flatMap(([index, stop]) =>
      accepted[index] === undefined ? [] : [[accepted[index], stop] as const],
    );
    if (doomed.length === 0) return result;
    for (const [entry, stop] of doomed) reject(entry.source, stop);
    const gone = new Set(doomed.map(([entry]) => entry));
    accepted = accepted.filter((entry) => !gone.has(entry));
  }
}

function reversalRows(
  request: ImportRequest,
  changed: readonly Difference[],
  closed: Day | null,
): { row: Row; old: Imported }[] {
  const documents = new Documents('stock', request.book, request.workspace, null);
  return changed.flatMap(({ old }) => {
    const row = reversalOf(old, request.lang, closed, request.today, (day) =>
      documents.number(documentPrefixes.reversal, day),
    );
    return row === null ? [] : [{ row, old }];
  });
}
