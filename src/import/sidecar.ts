// imports/<file>.lines.csv: which row of which sheet each ledger row came from, so that nothing comes in twice.

import { parse } from 'csv-parse/sync';
import { visible } from '../core/text.js';
import { csvLine } from '../record/csvline.js';
import { bytesOf } from '../record/overlay.js';
import type { Workspace } from '../source/workspace.js';

const fields = [
  'cell',
  'print',
  'ledger',
  'date',
  'doc',
  'kind',
  'item',
  'lot',
  'qty',
  'unit',
  'from',
  'to',
  'state',
] as const;
type Field = (typeof fields)[number];

/** A line that was imported: where it stood, and the ledger row it became. */
export type Imported = Readonly<Record<Field, string>>;

export const REVERSED = 'reversed';
const REJECTED = '.rejected.csv';

/** The name under which a file is remembered: mended rejects belong to the file they were rejected from. */
export function sourceName(fileName: string): { readonly name: string; readonly mended: boolean } {
  const base = fileName.split(/[\\/]/u).pop() ?? '';
  const mended = base.toLowerCase().endsWith(REJECTED);
  // A Mac takes names apart that others keep whole; blanks and points at an end get lost on Windows.
  const plain = visible((mended ? base.slice(0, -REJECTED.length) : base).normalize('NFC'))
    .replace(/[<>:"|?*\\]/gu, '_')
    .replace(/^\.+|^(?=-)/u, '_')
    .replace(/^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/iu, '_')
    .trim();
  let name = '';
  // File systems count bytes, and a Chinese character is three of them.
  for (const character of plain) {
    if (Buffer.byteLength(name + character) > 180) break;
    name += character;
  }
  return { name: name === '' ? 'file' : name, mended };
}

export function sidecarFile(name: string): string {
  return `imports/${name}.lines.csv`;
}

export function rejectedFile(name: string): string {
  return `imports/${name}${REJECTED}`;
}

/** What was imported from a file and was not reversed since. */
export function readSidecar(workspace: Workspace, name: string): Imported[] {
  const file = sidecarFile(name);
  if (!workspace.has(file)) return [];
  const records: string[][] = parse(new TextDecoder().decode(bytesOf(workspace, file)), {
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
  });
  const [header = [], ...rows] = records;
  const at = fields.map((field) => header.indexOf(field));
  const lines = rows.map((row): Imported => {
    const cell = (field: Field): string => row[at[fields.indexOf(field)] ?? -1] ?? '';
    return {
      cell: cell('cell'),
      print: cell('print'),
      ledger: cell('ledger'),
      date: cell('date'),
      doc: cell('doc'),
      kind: cell('kind'),
      item: cell('item'),
      lot: cell('lot'),
      qty: cell('qty'),
      unit: cell('unit'),
      from: cell('from'),
      to: cell('to'),
      state: cell('state'),
    };
  });
  const reversed = new Map<string, number>();
  for (const line of lines) {
    if (line.state === REVERSED)
      reversed.set(`${line.print} ${line.doc}`, (reversed.get(`${line.print} ${line.doc}`) ?? 0) + 1);
  }
  return lines.filter((line) => {
    if (line.state === REVERSED) return false;
    const key = `${line.print} ${line.doc}`;
    const left = reversed.get(key) ?? 0;
    if (left > 0) reversed.set(key, left - 1);
    return left === 0;
  });
}

/** The sidecar with more lines at its end. */
export function extendSidecar(workspace: Workspace, name: string, lines: readonly Imported[]): Uint8Array {
  const file = sidecarFile(name);
  const old = workspace.has(file) ? bytesOf(workspace, file) : new TextEncoder().encode(csvLine(fields, '\n'));
  const text = lines
    .map((line) =>
      csvLine(
        fields.map((field) => quoteCell(line[field])),
        '\n',
      ),
    )
    .join('');
  const added = new TextEncoder().encode(text);
  const whole = new Uint8Array(old.length + added.length);
  whole.set(old);
  whole.set(added, old.length);
  return whole;
}

export function quoteCell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
