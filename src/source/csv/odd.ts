// The careful half of the CSV reader: one record of any form, with the place of what is wrong with it.

import { type Batch, Fault, STRIDE } from './batch.js';
import type { Window } from './window.js';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** The record goes on past the window: read on and come again. */
export const NEED_MORE = -1;

/** A cell of a record, its text without the quotes around it; `outer` is the cell as it stands in the file. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly outerStart: number;
  readonly outerEnd: number;
  /** Holds `""`, which stands for one quote. */
  readonly escaped: boolean;
}

interface Broken {
  readonly start: number;
  readonly end: number;
}

export interface OddRecord {
  /** Its cells, or as many of them as were asked for. */
  readonly cells: CellSpan[];
  /** Whether any cell behind those holds something, and whether any holds ink. */
  readonly behind: { readonly filled: boolean; readonly ink: boolean };
  /** Set where a quote is unclosed, stray, or has swallowed rows; then `cells` are those before it. */
  readonly broken: Broken | null;
  readonly next: number;
}

/**
 * Parses the record that begins at `pos`. A cell for which `multiline` is false may not hold a newline: its quote has
 * swallowed rows, so the physical line it opened on is broken and reading goes on with the next one. Of the cells only
 * the first `most` are kept: a line of nothing but commas is no list of a hundred million things.
 */
export function parseRecord(
  bytes: Uint8Array,
  pos: number,
  end: number,
  final: boolean,
  multiline: (cell: number) => boolean,
  width: number,
  most = Number.POSITIVE_INFINITY,
): OddRecord | typeof NEED_MORE {
  const cells: CellSpan[] = [];
  const behind = { filled: false, ink: false };
  let count = 0;
  const take = (cell: CellSpan): void => {
    if (count++ < most) {
      cells.push(cell);
      return;
    }
    behind.filled ||= cell.end > cell.start;
    behind.ink ||= !isInkless(bytes, cell);
  };
  let at = pos;
  for (;;) {
    if (at < end && bytes[at] === QUOTE) {
      const opened = at;
      const cell = quotedCell(bytes, opened, end, multiline(count), count, width);
      if (cell === 'unclosed' && !final) return NEED_MORE;
      if (cell === 'unclosed' || cell === 'stray') {
        return { cells, behind, broken: { start: opened, end: opened + 1 }, next: afterLine(bytes, opened, end) };
      }
      take(cell);
      at = cell.outerEnd;
    } else {
      const start = at;
      while (at < end && bytes[at] !== COMMA && bytes[at] !== LF && bytes[at] !== QUOTE) at++;
      if (at < end && bytes[at] === QUOTE) {
        return { cells, behind, broken: { start: at, end: at + 1 }, next: afterLine(bytes, at, end) };
      }
      const stop = at > start && bytes[at - 1] === CR && (at >= end || bytes[at] === LF) ? at - 1 : at;
      if (count >= most && stop === start) count++;
      else take({ start, end: stop, outerStart: start, outerEnd: stop, escaped: false });
    }
    if (at < end && bytes[at] === CR) at++;
    if (at >= end || bytes[at] === LF) return { cells, behind, broken: null, next: Math.min(at + 1, end) };
    at++;
  }
}

function afterLine(bytes: Uint8Array, pos: number, end: number): number {
  const newline = bytes.indexOf(LF, pos);
  return newline < 0 || newline >= end ? end : newline + 1;
}

/** The quoted cell that opens at `opened`, or why it is none. */
function quotedCell(
  bytes: Uint8Array,
  opened: number,
  end: number,
  multiline: boolean,
  column: number,
  width: number,
): CellSpan | 'unclosed' | 'stray' {
  let escaped = false;
  let commas = 0;
  let first = 0;
  let continued = false;
  let at = opened + 1;
  for (; ; at++) {
    if (at >= end) return 'unclosed';
    const byte = bytes[at];
    if (byte === LF) {
      // A line inside a note that has a full row's separators is a row that an open quote swallowed.
      if (!multiline || (continued && width > 1 && commas >= width - 1)) return 'stray';
      if (!continued) first = commas;
      continued = true;
      commas = 0;
    } else if (byte === COMMA) {
      commas++;
    } else if (byte === QUOTE) {
      if (at + 1 < end && bytes[at + 1] === QUOTE) {
        escaped = true;
        at++;
      } else break;
    }
  }
  // The end of one row and the beginning of another, up to this column: a quote open here and one too many there.
  if (continued && width > 1 && first >= width - 1 - column && commas >= column) return 'stray';
  const after = at + 1;
  const follows = after < end ? bytes[after] : LF;
  const closes =
    follows === COMMA || follows === LF || (follows === CR && (after + 1 >= end || bytes[after + 1] === LF));
  if (!closes) return 'stray';
  return { start: opened + 1, end: at, outerStart: opened, outerEnd: after, escaped };
}

/** `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>` at the start of a line, as git leaves them. */
export function isConflictMarker(bytes: Uint8Array, pos: number, end: number): boolean {
  const mark = bytes[pos];
  if (mark !== 0x3c && mark !== 0x3d && mark !== 0x3e && mark !== 0x7c) return false;
  if (pos + 7 > end) return false;
  for (let i = 1; i < 7; i++) if (bytes[pos + i] !== mark) return false;
  const next = pos + 7 < end ? bytes[pos + 7] : LF;
  return next === LF || next === CR || next === 0x20;
}

/** Adds the record at `pos` to the batch with whatever is wrong with it, and returns where the next one begins. */
export function readOdd(window: Window, pos: number, batch: Batch, multiline: (cell: number) => boolean): number {
  const { bytes, end, base } = window;
  if (isConflictMarker(bytes, pos, end)) {
    const next = afterLine(bytes, pos, end);
    batch.faults.push({ row: -1, fault: Fault.marker, start: base + pos, end: base + lineEnd(bytes, pos, end) });
    return next;
  }
  const parsed = parseRecord(bytes, pos, end, window.final, multiline, batch.cells, batch.cells + 1);
  if (parsed === NEED_MORE) return NEED_MORE;
  const { cells, behind, broken } = parsed;
  const kept = behind.filled ? cells : forgiveSurplus(cells, batch.cells);
  if (broken === null && !behind.ink && cells.every((cell) => isInkless(bytes, cell))) return parsed.next;

  const row = batch.rows++;
  batch.record[row] = base + pos;
  batch.present[row] = Math.min(kept.length, batch.cells);
  batch.fault[row] = Fault.none;
  for (let cell = 0; cell < batch.cells; cell++) placeCell(window, batch, row, cell, kept[cell]);

  const report = (fault: Exclude<Fault, 0>, start: number, stop: number) => {
    batch.fault[row] = fault;
    batch.faults.push({ row, fault, start: base + start, end: base + stop });
  };
  if (broken !== null) report(Fault.quote, broken.start, broken.end);
  else if (kept.length > batch.cells) {
    const surplus = kept[batch.cells]!;
    report(Fault.surplus, surplus.outerStart, surplus.outerEnd);
  } else if (kept.length < batch.cells) {
    const stop = kept[kept.length - 1]!.outerEnd;
    report(Fault.missing, stop, stop);
  }
  // Only what stands in quotes may hold a line.
  for (const cell of kept) if (cell.outerStart !== cell.start) markersWithin(window, cell, batch);
  return parsed.next;
}

function placeCell(window: Window, batch: Batch, row: number, cell: number, span: CellSpan | undefined): void {
  const at = cell * STRIDE + row;
  if (span === undefined) {
    batch.start[at] = 0;
    batch.end[at] = 0;
    return;
  }
  let { start, end } = span;
  if (span.escaped) {
    const target = window.claim(end - start);
    const { bytes } = window;
    let to = target;
    for (let i = start; i < end; i++) {
      bytes[to++] = bytes[i]!;
      if (bytes[i] === QUOTE) i++;
    }
    start = target;
    end = to;
  }
  batch.start[at] = window.origin + start;
  batch.end[at] = window.origin + end;
}

/** Only surplus empty cells at the end of a record are forgiven. */
function forgiveSurplus(cells: CellSpan[], width: number): CellSpan[] {
  for (let i = width; i < cells.length; i++) if (cells[i]!.end > cells[i]!.start) return cells;
  return cells.slice(0, width);
}

/** Nothing but blanks; a quote is ink, as it is to the fast half. */
function isInkless(bytes: Uint8Array, cell: CellSpan): boolean {
  if (cell.outerStart !== cell.start) return false;
  for (let i = cell.start; i < cell.end; i++) if (bytes[i]! > 0x20) return false;
  return true;
}

function lineEnd(bytes: Uint8Array, pos: number, end: number): number {
  let stop = bytes.indexOf(LF, pos);
  if (stop < 0 || stop > end) stop = end;
  return stop > pos && bytes[stop - 1] === CR ? stop - 1 : stop;
}

function markersWithin(window: Window, cell: CellSpan, batch: Batch): void {
  const { bytes, base } = window;
  for (let at = bytes.indexOf(LF, cell.start); at >= 0 && at < cell.end; at = bytes.indexOf(LF, at + 1)) {
    if (isConflictMarker(bytes, at + 1, cell.end)) {
      const start = at + 1;
      batch.faults.push({
        row: -1,
        fault: Fault.marker,
        start: base + start,
        end: base + lineEnd(bytes, start, cell.end),
      });
    }
  }
}
