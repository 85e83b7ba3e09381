// The thread that wants the rows: has another one read the files of a large book ahead of it, and takes them in order.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { Batch, batchBytes } from '../csv/batch.js';
import type { CsvSink, HeaderCell } from '../csv/read.js';
import { BUFFER } from '../csv/window.js';
import { type Kernel, kernel } from '../wasm/kernel.js';
import type { Order } from './produce.js';
import { BUFFERS, ENTRIES, Entry, HAS_FAULTS, Ring, SCREENED, WIDEST } from './ring.js';

export interface TableFiles {
  readonly table: string;
  readonly files: readonly string[];
}

/** The program of the other thread as it lies beside the bundle; null where this is not bundled, or is told not to. */
export function readAheadProgram(): URL | null {
  const beside = new URL('../readahead.js', import.meta.url);
  if (process.env.TAIZHANG_THREADS === '1' || availableParallelism() < 2) return null;
  return beside.protocol === 'file:' && existsSync(fileURLToPath(beside)) ? beside : null;
}

/**
 * Begins to read the files of a book in another thread; null where that cannot be done. What the tables leave out the
 * caller reads for itself.
 */
export function beginReadAhead(home: string, tables: readonly TableFiles[], program: URL): ReadAhead | null {
  const compiled = kernel();
  if (compiled === null) return null;
  try {
    return new ReadAhead(compiled, home, tables, program);
  } catch {
    return null;
  }
}

export class ReadAhead {
  private readonly ring = new Ring();
  private readonly batches: number[];
  private readonly made = new Map<string, Batch>();
  private readonly headers = new Map<string, readonly HeaderCell[]>();
  private readonly given: ReadonlySet<string>;
  private readonly port: MessagePort;
  private readonly worker: Worker;
  private next = 0;
  private gone = false;

  constructor({ call, memory, module }: Kernel, home: string, tables: readonly TableFiles[], program: URL) {
    this.given = new Set(tables.flatMap(({ files }) => files));
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.batches = Array.from({ length: ENTRIES }, () => call.allocate(batchBytes(WIDEST)));
    const buffers = Array.from({ length: BUFFERS }, () => call.allocate(BUFFER));
    const ring = this.ring.memory;
    const order = { ring, module, memory, batches: this.batches, buffers, home, tables, port: port2 };
    this.worker = new Worker(program, { workerData: order satisfies Omit<Order, 'ring'>, transferList: [port2] });
    this.worker.unref();
    // What becomes of the thread shows in the ring; an error there is no error here.
    this.worker.on('error', () => {});
  }

  /**
   * Gives a file to the sink, in the order of the tables it was made with. False where that file has to be read by the
   * caller, who begins it anew.
   */
  read(table: string, file: string, sink: CsvSink): boolean {
    if (!this.given.has(file)) return false;
    let cells = 0;
    while (!this.gone) {
      if (!this.ring.awaitProduced(this.next)) {
        this.end();
        break;
      }
      const number = this.next++;
      const kind = this.ring.kind(number);
      if (kind === Entry.header) this.headers.set(table, JSON.parse(this.message()));
      if (kind === Entry.header || kind === Entry.sameHeader) {
        const header = this.headers.get(table)!;
        cells = header.length;
        sink.header(header, []);
      } else if (kind === Entry.batch) sink.batch(this.batch(number, cells));
      this.ring.consume();
      if (kind === Entry.end) return true;
      if (kind === Entry.yourself) return false;
    }
    return false;
  }

  /** Nothing more is wanted. */
  end(): void {
    if (this.gone) return;
    this.gone = true;
    this.ring.stop();
    this.port.close();
  }

  private batch(number: number, cells: number): Batch {
    const slot = number % ENTRIES;
    const key = `${slot}:${cells}`;
    let batch = this.made.get(key);
    if (batch === undefined) {
      batch = new Batch(cells, this.batches[slot]!);
      this.made.set(key, batch);
    }
    const flags = this.ring.flags(number);
    batch.clear();
    batch.rows = this.ring.rows(number);
    batch.screened = (flags & SCREENED) !== 0;
    if ((flags & HAS_FAULTS) !== 0) batch.faults = JSON.parse(this.message());
    return batch;
  }

  private message(): string {
    const received = receiveMessageOnPort(this.port);
    return String(received?.message);
  }
}
