// Puts an open ledger file in order: rows by date, no blank lines, a newline at the end. Cells stay as they were written,
// and what a seal pins is not touched.

import { isUtf8 } from 'node:buffer';
import { columnsOf, type LedgerName } from '../book/columns.js';
import { readHeader } from '../book/header.js';
import { parseMoment } from '../core/day.js';
import { matchable } from '../core/text.js';
import { NEED_MORE, parseRecord } from '../source/csv/odd.js';
import { CsvReader } from '../source/csv/read.js';
import { bytesSource } from '../source/workspace.js';

interface Line {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** The file in order; the same bytes where it is; null where it cannot be read whole. `sealed`: lines that are pinned. */
export function formatted(ledger: LedgerName, file: string, bytes: Uint8Array, sealed: number): Uint8Array | null {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!isUtf8(bytes)) return null;
  const text = marked ? bytes.subarray(3) : bytes;
  const lines = linesOf(ledger, file, text);
  if (lines === null) return null;
  const pinnedTo = offsetOfLine(text, Math.max(1, sealed));
  const open = lines.filter(({ start }) => start >= pinnedTo);
  const ordered = open.map((line, at) => ({ line, at })).sort((a, b) => a.line.day - b.line.day || a.at - b.at);
  const newline = text.indexOf(0x0d) >= 0 && text[text.indexOf(0x0a) - 1] === 0x0d ? '\r\n' : '\n';
  const parts: Uint8Array[] = [bytes.subarray(0, (marked ? 3 : 0) + pinnedTo)];
  if (pinnedTo > 0 && text[pinnedTo - 1] !== 0x0a) parts.push(Buffer.from(newline));
  for (const { line } of ordered) parts.push(text.subarray(line.start, line.end), Buffer.from(newline));
  const whole = new Uint8Array(Buffer.concat(parts));
  return Buffer.compare(whole, bytes) === 0 ? bytes : whole;
}

/** Where a line (from 0) begins, the end where there are not so many. */
function offsetOfLine(text: Uint8Array, line: number): number {
  let at = 0;
  for (let n = 0; n < line; n++) {
    const newline = text.indexOf(0x0a, at);
    if (newline < 0) return text.length;
    at = newline + 1;
  }
  return at;
}

function linesOf(ledger: LedgerName, file: string, text: Uint8Array): Line[] | null {
  const columns = columnsOf(ledger);
  const dated = columns.findIndex(({ cell, required }) => required && (cell === 'day' || cell === 'moment'));
  const lines: Line[] = [];
  let cell = -1;
  let note = -1;
  let width = 0;
  let broken = false;
  new CsvReader().read(bytesSource(text), {
    header(cells, faults) {
      const header = readHeader(file, cells, columns);
      cell = header.cellOf[dated] ?? -1;
      note = header.cellOf[columns.findIndex(({ name }) => name === 'note')] ?? -1;
      width = cells.length;
      broken ||= faults.length > 0 || cell < 0;
    },
    batch(batch) {
      broken ||= batch.faults.length > 0;
      let last = Number.NEGATIVE_INFINITY;
      for (let row = 0; row < batch.rows; row++) {
        const start = batch.record[row]!;
        const parsed = parseRecord(text, start, text.length, true, (at) => at === note, width);
        if (parsed === NEED_MORE) {
          broken = true;
          return;
        }
        // A row whose date cannot be read stays behind the one it stands behind.
        const day = batch.present[row]! > cell ? (parseMoment(matchable(batch.text(row, cell)))?.day ?? last) : last;
        last = day;
        lines.push({ day, start, end: endOf(text, start, parsed.next) });
      }
    },
    multiline: (at) => at === note,
    restart() {},
  });
  return broken ? null : lines;
}

/** The end of a record without its line end. */
function endOf(text: Uint8Array, start: number, next: number): number {
  let end = next;
  if (end > start && text[end - 1] === 0x0a) end--;
  if (end > start && text[end - 1] === 0x0d) end--;
  return end;
}
