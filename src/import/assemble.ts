// Puts the rows that come in where they belong: registers, ledgers, the sidecar, and the book as it would be with them.

import { loadBook } from '../book/load.js';
import type { Row } from '../record/dayfile.js';
import { overlay } from '../record/overlay.js';
import type { Difference } from './differences.js';
import type { Documents } from './documents.js';
import { type PlannedFile, planFiles } from './files.js';
import { extendRegister, itemRows, partyRows, styleOf } from './registers.js';
import { type ImportPlan, type ImportRequest, isLedger, type Rejected, type Source } from './request.js';
import type { Draft, RowMaker } from './rows.js';
import { cellAddress, type Refusal } from './sheet.js';
import { extendSidecar, type Imported, REVERSED, sidecarFile } from './sidecar.js';

export type Settled = Pick<
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

export interface Entry {
  readonly source: Source;
  readonly draft: Draft;
  readonly print: string;
}

export function assemble(
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

export function rowAddress({ line }: Source): string {
  return cellAddress(line.table.sheet, line.row, 0);
}
