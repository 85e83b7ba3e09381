// Reads one CSV file batch by batch: decoding, header, then plain and odd records in the order of the file.

import { isUtf8 } from 'node:buffer';
import { gb18030ToUtf8 } from '../decode.js';
import { kernel } from '../wasm/kernel.js';
import { bytesSource, type OpenFile } from '../workspace.js';
import { Batch, Fault, MOST_CELLS, type RecordFault, ROWS } from './batch.js';
import { isConflictMarker, NEED_MORE, parseRecord, readOdd } from './odd.js';
import { scanPlain } from './scan.js';
import { scanKernel } from './scankernel.js';
import { type Buffers, Window } from './window.js';

export interface HeaderCell {
  readonly text: string;
  /** Offsets in the file's text of the cell as it stands there. */
  readonly start: number;
  readonly end: number;
}

export interface CsvSink {
  /** Called once, before any batch; `faults` is what stood before the header or is wrong with it. */
  header(cells: readonly HeaderCell[], faults: readonly RecordFault[]): void;
  batch(batch: Batch): void;
  /** May a cell of this column hold a newline? */
  multiline(cell: number): boolean;
  /** What was given so far was read in the wrong encoding: forget it. */
  restart(): void;
}

export type Encoding = 'utf-8' | 'gb18030' | 'unknown';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a reader puts what it reads, when others take it from there in their own time. */
export interface Room {
  readonly buffers: Buffers;
  /** A batch for records of so many cells, asked for anew after each that was given to the sink. */
  batch(cells: number): Batch;
}

/** A reader that keeps its buffers from file to file. */
export class CsvReader {
  private window: Window;
  private readonly batches = new Map<number, Batch>();

  constructor(private readonly room: Room | null = null) {
    this.window = new Window(room?.buffers ?? null);
  }

  /** Reads a file to its end and says which encoding it is in; of an unknown one nothing is given to the sink. */
  read(file: OpenFile, sink: CsvSink): Encoding {
    if (this.window.kernel !== kernel()) {
      this.window = new Window(this.room?.buffers ?? null);
      this.batches.clear();
    }
    this.window.open(file);
    if (this.pump(sink, isUtf8)) return 'utf-8';
    sink.restart();
    const bytes = gb18030ToUtf8(file.all());
    if (bytes === null) return 'unknown';
    this.window.open(bytesSource(bytes));
    this.pump(sink, null);
    return 'gb18030';
  }

  private pump(sink: CsvSink, check: ((bytes: Uint8Array) => boolean) | null): boolean {
    const { window } = this;
    const compiled = kernel();
    if (!window.advance(0, check)) return false;
    let pos = 0;
    if (window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf && window.end >= 3) {
      // Offsets count without the BOM.
      pos = 3;
      window.base = -3;
    }
    const more = (from: number): boolean => window.advance(from, check);

    const head = this.header(pos, more);
    if (head === null) return false;
    sink.header(head.cells, head.faults);
    if (head.cells.length === 0) {
      // Which encoding a file is in depends on all of it, however little of it can be used.
      while (!window.final) if (!more(window.end)) return false;
      return true;
    }
    pos = head.next;

    let batch = this.batchOf(head.cells.length);
    const multiline = (cell: number) => sink.multiline(cell);
    batch.clear();
    const flush = () => {
      batch.over(window.bytes);
      if (batch.rows > 0 || batch.faults.length > 0) {
        sink.batch(batch);
        batch = this.batchOf(head.cells.length);
      }
      batch.clear();
    };
    for (;;) {
      pos =
        compiled === null
          ? scanPlain(window.bytes, pos, window.end, window.base, batch)
          : scanKernel(compiled, window, pos, batch);
      if (batch.rows === ROWS) {
        flush();
        continue;
      }
      if (pos < window.end) {
        const next = readOdd(window, pos, batch, multiline);
        if (next !== NEED_MORE) {
          pos = next;
          if (batch.rows === ROWS) flush();
          continue;
        }
      } else if (window.final) break;
      flush();
      if (!more(Math.min(pos, window.end))) return false;
      pos = 0;
    }
    flush();
    return true;
  }

  private header(
    from: number,
    more: (from: number) => boolean,
  ): { cells: HeaderCell[]; faults: RecordFault[]; next: number } | null {
    const { window } = this;
    const faults: RecordFault[] = [];
    let pos = from;
    for (;;) {
      if (pos >= window.end) {
        if (window.final) return { cells: [], faults, next: pos };
        if (!more(Math.min(pos, window.end))) return null;
        pos = 0;
        continue;
      }
      const { bytes, end, base } = window;
      const parsed = parseRecord(bytes, pos, end, window.final, () => true, 0, MOST_CELLS + 1);
      if (parsed === NEED_MORE) {
        if (!more(pos)) return null;
        pos = 0;
        continue;
      }
      if (isConflictMarker(bytes, pos, end)) {
        const stop = parsed.cells[parsed.cells.length - 1]?.outerEnd ?? parsed.next;
        faults.push({ row: -1, fault: Fault.marker, start: base + pos, end: base + stop });
      } else {
        const cells = parsed.cells.map((cell) => ({
          text: decoder.decode(bytes.subarray(cell.start, cell.end)).replaceAll('""', '"'),
          start: base + cell.outerStart,
          end: base + cell.outerEnd,
        }));
        if (parsed.broken !== null) {
          const { start, end: stop } = parsed.broken;
          faults.push({ row: -1, fault: Fault.quote, start: base + start, end: base + stop });
          return { cells: [], faults, next: parsed.next };
        }
        // Lines that end with CR alone make one line of the whole file, and its rows would be cells of the header.
        const returned = cells.find(
          ({ text }, at) => parsed.cells[at]!.outerStart === parsed.cells[at]!.start && text.trim().includes('\r'),
        );
        if (returned !== undefined) {
          faults.push({ row: -1, fault: Fault.returns, start: returned.start, end: returned.end });
          return { cells: [], faults, next: parsed.next };
        }
        const surplus = cells[MOST_CELLS];
        if (surplus !== undefined) {
          faults.push({ row: -1, fault: Fault.wide, start: surplus.start, end: surplus.end });
          return { cells: [], faults, next: parsed.next };
        }
        if (cells.some((cell) => cell.text.trim() !== '')) return { cells, faults, next: parsed.next };
      }
      pos = parsed.next;
    }
  }

  private batchOf(cells: number): Batch {
    if (this.room !== null) return this.room.batch(cells);
    let batch = this.batches.get(cells);
    if (batch === undefined) {
      batch = new Batch(cells);
      this.batches.set(cells, batch);
    }
    return batch;
  }
}
