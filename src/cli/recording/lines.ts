// The lines of a document as they come in: from options, which may be repeated for several lines, or from standard input.

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { LedgerName } from '../../book/columns.js';
import { columnsOf } from '../../book/columns.js';
import { recordTellings } from '../../core/messages/record.js';
import { previewWords } from '../../core/messages/record-preview.js';
import { nearest } from '../../core/nearest.js';
import { quoted } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { columnNamed } from '../../record/rowtext.js';
import { UsageError } from '../exit.js';
import { listOption, type RawOptions, textOption } from '../options.js';

/** Options that may differ from line to line. */
export const lineOptions = ['item', 'spec', 'lot', 'expiry', 'qty', 'unit', 'damaged', 'note'] as const;

/** Lines as the options give them; none where no item is named. */
export function linesFromOptions(raw: RawOptions): Row[] {
  const items = listOption(raw, 'item');
  const count = Math.max(items.length, listOption(raw, 'qty').length);
  const lines: Record<string, string>[] = Array.from({ length: count }, () => ({}));
  for (const name of lineOptions) {
    const values = listOption(raw, name);
    if (values.length === 0) continue;
    if (values.length !== 1 && values.length !== count) {
      throw new UsageError(previewWords.uneven({ option: name }), previewWords.unevenHint);
    }
    for (const [at, line] of lines.entries()) line[name] = values[values.length === 1 ? 0 : at] ?? '';
  }
  return lines;
}

/** Rows from standard input, by whatever names the columns have; null where none were announced. */
export function linesFromStdin(raw: RawOptions, ledger: LedgerName): Row[] | null {
  const format = textOption(raw, 'stdin');
  if (format === null) return null;
  if (format !== 'csv' && format !== 'json') throw new UsageError(previewWords.stdinChoice, previewWords.badStdinHint);
  const text = readFileSync(0, 'utf8').replace(/^\uFEFF/, '');
  let objects: readonly unknown[];
  try {
    objects = format === 'csv' ? csvObjects(text) : jsonObjects(text);
  } catch (error) {
    const reason = quoted(error instanceof Error ? error.message : String(error));
    throw new UsageError(previewWords.badStdin({ format, reason }), previewWords.badStdinHint);
  }
  return objects.map((object) => rowOf(object, ledger, format));
}

function csvObjects(text: string): readonly unknown[] {
  const read: unknown = parse(text, { columns: true, skip_empty_lines: true, trim: true });
  return Array.isArray(read) ? read : [];
}

function jsonObjects(text: string): readonly unknown[] {
  const read: unknown = text.trimStart().startsWith('[')
    ? JSON.parse(text)
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line));
  return Array.isArray(read) ? read : [read];
}

function rowOf(object: unknown, ledger: LedgerName, format: 'csv' | 'json'): Row {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw new UsageError(
      previewWords.badStdin({ format, reason: quoted(JSON.stringify(object)) }),
      previewWords.badStdinHint,
    );
  }
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(object)) {
    const column = columnNamed(ledger, name);
    if (column === null) throw unknownColumn(ledger, name);
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') {
      throw new UsageError(
        previewWords.badStdin({ format, reason: quoted(JSON.stringify(value)) }),
        previewWords.badStdinHint,
      );
    }
    row[column] = String(value);
  }
  return row;
}

function unknownColumn(ledger: LedgerName, name: string): UsageError {
  const known = columnsOf(ledger).flatMap(({ name: own, zh }) => [own, ...zh]);
  const tell = recordTellings.column({ column: quoted(name), ledger, nearest: nearest(name, known) });
  const [zh, en] = [tell('zh'), tell('en')];
  return new UsageError({ zh: zh.message, en: en.message }, { zh: zh.hint, en: en.hint });
}
