// The thread that reads ahead: splits the files of a book into batches, in order, as far as there is room.

import type { MessagePort } from 'node:worker_threads';
import { Batch } from '../csv/batch.js';
import { CsvReader, type CsvSink, type HeaderCell, type Room } from '../csv/read.js';
import { openOnDisk } from '../disk.js';
import { joinKernel } from '../wasm/kernel.js';
import { BUFFERS, ENTRIES, Entry, HAS_FAULTS, Ring, SCREENED, WIDEST } from './ring.js';

/** What the other thread gives to begin with. */
export interface Order {
  readonly ring: SharedArrayBuffer;
  readonly module: object;
  readonly memory: object;
  /** Where in memory the batches and the buffers begin. */
  readonly batches: readonly number[];
  readonly buffers: readonly number[];
  readonly home: string;
  readonly tables: readonly { readonly table: string; readonly files: readonly string[] }[];
  /** For what does not fit the ring. */
  readonly port: MessagePort;
}

/** What the caller knows of tables and this room does not. */
export interface Knowledge {
  /** The cell of a table that may hold newlines, −1 for none. */
  multiline(table: string, header: readonly HeaderCell[]): number;
  /** Is a batch free of what has to be looked at with care? */
  screened(file: string, batch: Batch): boolean;
}

/** This file is not for reading ahead, whatever the reason: the other thread reads it and says what is wrong. */
class NotAhead extends Error {}

/** Nobody wants more. */
class Unwanted extends Error {}

/** Whatever goes wrong here, the other thread reads what is missing, and says what is wrong with it. */
export function readAheadOf(order: Order, knowledge: Knowledge): void {
  try {
    if (joinKernel(order.module, order.memory) === null) return;
    const producer = new Producer(order, knowledge);
    for (const { table, files } of order.tables) for (const file of files) producer.read(table, file);
  } catch {
    // Nobody wants more, or nothing more can be had.
  } finally {
    new Ring(order.ring).leave();
  }
}

class Producer {
  private readonly ring: Ring;
  private readonly reader: CsvReader;
  private readonly made = new Map<string, Batch>();
  /** By buffer: how many entries had been written when it was left. */
  private readonly left: number[];
  private buffer = 0;
  private readonly headers = new Map<string, string>();

  constructor(
    private readonly order: Order,
    private readonly knowledge: Knowledge,
  ) {
    this.ring = new Ring(order.ring);
    this.left = order.buffers.map(() => 0);
    const room: Room = { buffers: { next: () => this.nextBuffer() }, batch: (cells) => this.batch(cells) };
    this.reader = new CsvReader(room);
  }

  read(table: string, file: string): void {
    const { ring, knowledge } = this;
    let noteCell = -1;
    const sink: CsvSink = {
      header: (cells, faults) => {
        if (cells.length > WIDEST || faults.length > 0) throw new NotAhead();
        noteCell = knowledge.multiline(table, cells);
        const header = JSON.stringify(cells);
        if (this.headers.get(table) === header) this.put(Entry.sameHeader);
        else {
          this.headers.set(table, header);
          this.order.port.postMessage(header);
          this.put(Entry.header);
        }
      },
      batch: (batch) => {
        const faults = batch.faults.length > 0;
        if (faults) this.order.port.postMessage(JSON.stringify(batch.faults));
        const flags = (knowledge.screened(file, batch) ? SCREENED : 0) | (faults ? HAS_FAULTS : 0);
        ring.put(Entry.batch, batch.rows, flags);
      },
      multiline: (cell) => cell === noteCell,
      restart: () => {
        throw new NotAhead();
      },
    };
    this.put(this.readTo(sink, file) ? Entry.end : Entry.yourself);
  }

  /** False where anything is out of the ordinary. */
  private readTo(sink: CsvSink, file: string): boolean {
    try {
      const open = openOnDisk(this.order.home, file);
      try {
        return this.reader.read(open, sink) === 'utf-8';
      } finally {
        open.close();
      }
    } catch (error) {
      if (error instanceof Unwanted) throw error;
      return false;
    }
  }

  private put(entry: Entry): void {
    this.awaitRoom();
    this.ring.put(entry, 0, 0);
  }

  private awaitRoom(): void {
    const { ring } = this;
    if (!ring.awaitConsumed(ring.produced - ENTRIES + 1)) throw new Unwanted();
  }

  /** The batch of the entry that is written next. */
  private batch(cells: number): Batch {
    this.awaitRoom();
    const slot = this.ring.produced % ENTRIES;
    const key = `${slot}:${cells}`;
    let batch = this.made.get(key);
    if (batch === undefined) {
      batch = new Batch(cells, this.order.batches[slot]!);
      this.made.set(key, batch);
    }
    return batch;
  }

  private nextBuffer(): number {
    const { ring, left } = this;
    left[this.buffer] = ring.produced;
    this.buffer = (this.buffer + 1) % BUFFERS;
    if (!ring.awaitConsumed(left[this.buffer]!)) throw new Unwanted();
    return this.order.buffers[this.buffer]!;
  }
}
