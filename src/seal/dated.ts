// The rows of a ledger file with their days and lines, whatever the ledger: what a seal has to know of a file.

import { columnsOf, type LedgerName } from '../book/columns.js';
import { readTable } from '../book/readtable.js';
import { type Day, parseMoment } from '../core/day.js';
import { matchable } from '../core/text.js';
import { NEED_MORE, parseRecord } from '../source/csv/odd.js';
import { decodeFile } from '../source/decode.js';
import type { Workspace } from '../source/workspace.js';

export interface DatedRow {
  readonly day: Day;
  /** Offset of the record in the file's text, and the cell that holds its date. */
  readonly record: number;
  readonly cell: number;
  /** Lines of the file from 0; a note may go over several. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What the row names: words for items and for places, as they stand. */
  readonly items: readonly string[];
  readonly places: readonly string[];
}

const LF = 0x0a;

/** Which cells of a file hold what a seal asks for. */
interface Shape {
  readonly cell: number;
  readonly note: number;
  readonly items: readonly number[];
  readonly places: readonly number[];
  readonly width: number;
}

/** Rows without a date that can be read are left out: they are reported where they are read. */
export function datedRows(workspace: Workspace, ledger: LedgerName, file: string): DatedRow[] {
  const columns = columnsOf(ledger);
  const dateColumn = columns.findIndex(({ cell }) => cell === 'day' || cell === 'moment');
  const open = workspace.open(file);
  const decoded = decodeFile(open.all());
  open.close();
  if (decoded === null) return [];
  const { bytes } = decoded;
  const days = new Map<string, Day | null>();
  const dayOf = (text: string): Day | null => {
    let day = days.get(text);
    if (day === undefined) {
      day = parseMoment(matchable(text))?.day ?? null;
      days.set(text, day);
    }
    return day;
  };
  const rows: DatedRow[] = [];
  let shape: Shape | null = null;
  let line = 0;
  let counted = 0;
  const lineOf = (offset: number): number => {
    for (let at = bytes.indexOf(LF, counted); at >= 0 && at < offset; at = bytes.indexOf(LF, counted)) {
      counted = at + 1;
      line++;
    }
    return line;
  };
  readTable(workspace, file, columns, {
    begin(_file, header, cells) {
      const cellsOf = (...kinds: readonly string[]): number[] =>
        columns
          .flatMap(({ cell: kind }, index) => (kinds.includes(kind) ? [header.cellOf[index]!] : []))
          .filter((at) => at >= 0);
      shape = {
        cell: header.cellOf[dateColumn]!,
        note: header.cellOf[columns.findIndex(({ name }) => name === 'note')]!,
        items: cellsOf('item'),
        places: cellsOf('site', 'place'),
        width: cells,
      };
    },
    restart() {
      rows.length = 0;
      line = 0;
      counted = 0;
    },
    batch(batch) {
      if (shape === null || shape.cell < 0) return;
      const { cell, note, items, places, width } = shape;
      for (let row = 0; row < batch.rows; row++) {
        if (batch.present[row]! <= cell) continue;
        const day = dayOf(batch.text(row, cell));
        if (day === null) continue;
        const record = batch.record[row]!;
        const parsed = parseRecord(bytes, record, bytes.length, true, (at) => at === note, width);
        const next = parsed === NEED_MORE ? record + 1 : parsed.next;
        const textsOf = (cells: readonly number[]): string[] =>
          cells.flatMap((at) => (at < batch.present[row]! ? [batch.text(row, at)] : [])).filter((text) => text !== '');
        const firstLine = lineOf(record);
        const lastLine = firstLine + newlinesIn(bytes, record, next - 1);
        rows.push({ day, record, cell, firstLine, lastLine, items: textsOf(items), places: textsOf(places) });
      }
    },
  });
  return rows;
}

function newlinesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}
