// Decides what becomes of each line: known already, rejected with its reason, or a row; then has the book itself read
// the rows, so that what it would not count is rejected before it is written.

import { documentPrefixes } from '../book/choices.js';
import { columnsOf } from '../book/columns.js';
import { loadBook } from '../book/load.js';
import { type Day, formatDay } from '../core/day.js';
import type { Tell } from '../core/finding.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { quarantines } from '../core/slugs.js';
import { closedThrough } from '../record/closed.js';
import type { Row } from '../record/dayfile.js';
import { overlay } from '../record/overlay.js';
import { type Difference, differences, reversalOf } from './differences.js';
import { Documents } from './documents.js';
import { dayOf, type PlannedFile, planFiles } from './files.js';
import { printOf } from './print.js';
import { registerDrafts } from './registerlines.js';
import { extendRegister, itemRows, partyRows, styleOf } from './registers.js';
import { type ImportPlan, type ImportRequest, isLedger, type Rejected, type Source } from './request.js';
import type { Draft, RowMaker } from './rows.js';
import { cellAddress, type Refusal, rawText } from './sheet.js';
import { extendSidecar, type Imported, REVERSED, readSidecar, sidecarFile, sourceName } from './sidecar.js';
import type { Stop } from './values.js';

type Settled = Pick<
  ImportPlan,
  | 'source'
  | 'accepted'
  | 'rejected'
  | 'duplicates'
  | 'repeats'
  | 'differences'
  | 'reversals'
  | 'items'
  | 'parties'
  | 'changes'
  | 'after'
>;

interface Entry {
  readonly source: Source;
  readonly draft: Draft;
  readonly print: string;
}

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
  const docs = table === 'stock' && remembered.length > 0 ? documentsIn(book) : null;
  for (const line of remembered) {
    // A document that was taken back (undo, git) is no longer in the book: its lines are new again.
    if (line.ledger !== table || (docs !== null && line.doc !== '' && !docs.has(line.doc))) continue;
    const alike = earlier.get(line.print);
    if (alike === undefined) earlier.set(line.print, [line]);
    else alike.push(line);
  }
  const entries: Entry[] = [];
  const rejected: Rejected[] = [];
  const seenDays = new Set<string>();
  let duplicates = 0;
  const reject = (source: Source, stop: Stop) => rejected.push(rejectedAt(request, source, stop));
  for (const source of sources) {
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

function assemble(
  request: ImportRequest,
  maker: RowMaker,
  entries: readonly Entry[],
  rejected: readonly Rejected[],
  duplicates: number,
  changed: readonly Difference[],
  reversals: readonly { readonly row: Row; readonly old: Imported }[],
  name: string,
  documents: Documents | null = null,
):
  | ({
      readonly ok: true;
      readonly files: readonly (PlannedFile & { readonly indexOf: readonly number[] })[];
    } & Settled)
  | { readonly ok: false; readonly refusal: Refusal } {
  const { table, workspace, book, lang } = request;
  const style = styleOf(book, lang);
  const changes: { file: string; bytes: Uint8Array; from: number; ledger: boolean }[] = [];
  const used = new Set<string | undefined>();
  for (const { draft } of entries) used.add(draft.texts.item).add(draft.texts.from).add(draft.texts.to);
  const items = maker.items.proposed.filter(({ code }) => used.has(code));
  const parties = maker.places.proposed.filter(({ code }) => used.has(code));
  const texts = entries.map(({ draft }) => draft.texts);
  const registers = [
    ['items', table === 'items' ? texts : itemRows(items, lang)],
    ['parties', table === 'parties' ? texts : partyRows(parties, lang)],
    ...(['sites', 'staff', 'norms'] as const).map((one) => [one, table === one ? texts : []] as const),
  ] as const;
  for (const [register, rows] of registers) {
    if (rows.length === 0) continue;
    const extended = extendRegister(workspace, register, rows, style);
    if (!extended.ok) return extended;
    changes.push({ file: extended.file, bytes: extended.bytes, from: 0, ledger: false });
  }
  const files: (PlannedFile & { indexOf: readonly number[] })[] = [];
  if (isLedger(table)) {
    const planned = planFiles(workspace, table, [...texts, ...reversals.map(({ row }) => row)], style);
    for (const [i, file] of planned.files.entries()) {
      files.push({ ...file, indexOf: planned.indexOf[i] ?? [] });
      changes.push({ file: file.file, bytes: file.bytes, from: file.from, ledger: true });
    }
  }
  const after = changes.length === 0 ? null : overlay(workspace, changes);
  if (changes.length > 0) {
    const lines = [
      ...entries.map(importedLine(table)),
      ...reversals.map(({ old }): Imported => ({ ...old, state: REVERSED })),
    ];
    changes.push({ file: sidecarFile(name), bytes: extendSidecar(workspace, name, lines), from: 0, ledger: false });
  }
  return {
    ok: true,
    files,
    source: name,
    accepted: entries.map(({ draft }) => draft),
    rejected,
    duplicates,
    repeats: (documents?.repeats ?? []).map(({ draft, doc }) => ({
      cell: cellAddress(draft.line.table.sheet, draft.line.row, 0),
      doc,
    })),
    differences: changed,
    reversals: reversals.length,
    items,
    parties,
    changes,
    after: after === null ? null : { workspace: after, book: loadBook(after) },
  };
}

function importedLine(table: string): (entry: Entry) => Imported {
  return ({ source, draft: { texts }, print }) => ({
    cell: rowAddress(source),
    print,
    ledger: table,
    date: texts.date ?? '',
    doc: texts.doc ?? texts.need ?? '',
    kind: texts.kind ?? '',
    item: texts.item ?? '',
    lot: texts.lot ?? '',
    qty: texts.qty ?? texts.received ?? texts.counted ?? '',
    unit: texts.unit ?? '',
    from: texts.from ?? '',
    to: texts.to ?? texts.site ?? '',
    state: '',
  });
}

function documentsIn(book: ImportRequest['book']): Set<string> {
  const met = new Set<number>();
  for (let row = 0; row < book.stock.length; row++) met.add(book.stock.doc.data[row]!);
  return new Set([...met].map((doc) => book.docs.text(doc)));
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

/** Rows that the book has left out, by their place among the drafts, with what it says of them. */
function faultsIn(
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

function plainStop(column: string, reason: Stop['reason']): Stop {
  return { column, reason, unknown: null };
}

function changedStop(request: ImportRequest, old: Imported, { texts }: Draft): Stop {
  if (request.table !== 'stock') return plainStop('', importReasons.changedElsewhere({ doc: old.doc }));
  const shown = (qty: string, unit: string, item: string) => `${item} ${qty}${unit}`;
  const was = shown(old.qty, old.unit, old.item);
  const now = shown(texts.qty ?? '', texts.unit ?? '', texts.item ?? '');
  return plainStop('qty', importReasons.changed({ was, now, doc: old.doc }));
}

export function rowAddress({ line }: Source): string {
  return cellAddress(line.table.sheet, line.row, 0);
}

function rejectedAt({ table }: ImportRequest, { line, facts }: Source, stop: Stop): Rejected {
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
