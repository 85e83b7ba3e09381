// Adds rows to a register: at its end, under the header it has, with nothing that stands there touched.

import type { Book } from '../book/book.js';
import { partyKinds } from '../book/choices.js';
import { columnsOf, type RegisterName } from '../book/columns.js';
import { readHeader } from '../book/header.js';
import type { Lang } from '../core/lang.js';
import { importWords } from '../core/messages/import.js';
import { csvCell, csvLine } from '../record/csvline.js';
import { bytesOf, overlay } from '../record/overlay.js';
import { CsvReader } from '../source/csv/read.js';
import { bytesSource, type Workspace } from '../source/workspace.js';
import type { NewItem } from './items.js';
import type { NewParty } from './places.js';
import type { Refusal } from './sheet.js';
import type { Texts } from './values.js';

export type Extended =
  | { readonly ok: true; readonly file: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: Refusal };

const BOM = '\uFEFF';

export interface RegisterStyle {
  readonly chinese: boolean;
  readonly bom: boolean;
}

export function styleOf(book: Book, lang: Lang): RegisterStyle {
  const chinese = (book.settings.language ?? lang) === 'zh';
  return { chinese, bom: chinese && book.settings.excel };
}

export function itemRows(items: readonly NewItem[], lang: Lang): Texts[] {
  return items.map(({ code, name, spec, unit, category }) => ({
    item: code,
    name,
    spec,
    unit,
    category,
    note: importWords.proposedItem[lang],
  }));
}

export function partyRows(parties: readonly NewParty[], lang: Lang): Texts[] {
  return parties.map(({ code, name, kind }) => ({
    party: code,
    name,
    kind: lang === 'zh' ? partyKinds[kind][0] : kind,
    note: importWords.proposedParty[lang],
  }));
}

export function extendRegister(
  workspace: Workspace,
  register: RegisterName,
  rows: readonly Texts[],
  style: RegisterStyle,
): Extended {
  const file = `${register}.csv`;
  const columns = columnsOf(register);
  const encoder = new TextEncoder();
  if (!workspace.has(file)) {
    const header = columns.map(({ name, zh }) => (style.chinese ? (zh[0] ?? name) : name));
    const lines = rows.map((row) =>
      csvLine(
        columns.map(({ name }) => csvCell(name, row[name] ?? '')),
        '\n',
      ),
    );
    return {
      ok: true,
      file,
      bytes: encoder.encode(`${style.bom ? BOM : ''}${csvLine(header, '\n')}${lines.join('')}`),
    };
  }
  const old = bytesOf(workspace, file);
  let order: (string | null)[] | null = null;
  let broken = false;
  const encoding = new CsvReader().read(bytesSource(old), {
    header(cells, faults) {
      const header = readHeader(file, cells, columns);
      broken ||= faults.length > 0 || header.unreadable.size > 0 || cells.length === 0;
      order = cells.map((_cell, at) => columns.find((_column, index) => header.cellOf[index] === at)?.name ?? null);
    },
    batch(batch) {
      broken ||= batch.faults.some(({ fault }) => fault >= 3);
    },
    multiline: () => true,
    restart() {},
  });
  if (encoding !== 'utf-8' || broken || order === null) return { ok: false, refusal: importWords.registerBroken(file) };
  const place: readonly (string | null)[] = order;
  // A remark may be left out where the register has no place for it; what makes a row what it is may not.
  const lacking = columns.filter(
    ({ name }) => name !== 'note' && !place.includes(name) && rows.some((row) => (row[name] ?? '') !== ''),
  );
  if (lacking.length > 0) {
    const titles = lacking.map(({ name, zh }) => (style.chinese ? (zh[0] ?? name) : name));
    const widened = withColumns(old, titles);
    if (widened === null) return { ok: false, refusal: importWords.registerColumn(file, titles.join(', ')) };
    return extendRegister(overlay(workspace, [{ file, bytes: widened }]), register, rows, style);
  }
  const newline = old[old.indexOf(0x0a) - 1] === 0x0d ? '\r\n' : '\n';
  const lead = old.length > 0 && old[old.length - 1] !== 0x0a ? newline : '';
  const lines = rows.map((row) =>
    csvLine(
      place.map((name) => (name === null ? '' : csvCell(name, row[name] ?? ''))),
      newline,
    ),
  );
  const added = encoder.encode(lead + lines.join(''));
  const bytes = new Uint8Array(old.length + added.length);
  bytes.set(old);
  bytes.set(added, old.length);
  return { ok: true, file, bytes };
}

/** The register with empty columns at the end of every line; null where a quoted cell may hold a line's end. */
function withColumns(bytes: Uint8Array, titles: readonly string[]): Uint8Array | null {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  if (lines.some((line) => line.split('"').length % 2 === 0)) return null;
  const blank = ','.repeat(titles.length);
  let header = true;
  const widened = lines.map((line) => {
    const end = line.endsWith('\r') ? '\r' : '';
    const text = end === '' ? line : line.slice(0, -1);
    if (text.replace(BOM, '').trim() === '') return line;
    const more = header ? `,${titles.join(',')}` : blank;
    header = false;
    return `${text}${more}${end}`;
  });
  return new TextEncoder().encode(widened.join('\n'));
}
