// The ring through which one thread hands batches to another: entries in order, each with room for a batch of its own.

/** Entries of the ring. */
export const ENTRIES = 16;
/** Buffers for the bytes of files; each may serve several entries. */
export const BUFFERS = 8;
/** Tables with more columns are read by the thread that wants them. */
export const WIDEST = 32;

/** What an entry says. */
export const Entry = {
  /** A file begins, with the header of the file before of the same ledger, or with one that is told beside the ring. */
  sameHeader: 1,
  header: 2,
  batch: 3,
  /** The file was read to its end. */
  end: 4,
  /** The file cannot be read this way: what was given of it is to be forgotten. */
  yourself: 5,
} as const;
export type Entry = (typeof Entry)[keyof typeof Entry];

/** Flags of a batch. */
export const SCREENED = 1;
/** What is wrong with the form of its records is told beside the ring. */
export const HAS_FAULTS = 2;

const PRODUCED = 0;
const CONSUMED = 1;
const STOPPED = 2;
/**
 * For each of the two counters: does somebody sleep until it changes? Waking nobody costs as much as waking one. Who
 * wakes sets it back, so that nobody goes to sleep after having been woken.
 */
const SLEEPS = 3;
const LEFT = 5;
const HEAD = 6;
const WIDTH = 3;

/** Looked at so often before the thread goes to sleep: waking costs more than a short wait. */
const SPINS = 200;

/** After so long the other thread is taken to be gone. */
const PATIENCE_MS = 30_000;

export class Ring {
  readonly ints: Int32Array;

  constructor(memory: SharedArrayBuffer | null = null) {
    this.ints = new Int32Array(memory ?? new SharedArrayBuffer((HEAD + ENTRIES * WIDTH) * 4));
  }

  get memory(): ArrayBufferLike {
    return this.ints.buffer;
  }

  /** Entries written so far, and entries read so far. */
  get produced(): number {
    return Atomics.load(this.ints, PRODUCED);
  }

  get consumed(): number {
    return Atomics.load(this.ints, CONSUMED);
  }

  get stopped(): boolean {
    return Atomics.load(this.ints, STOPPED) !== 0;
  }

  /** Nobody wants what is still to come. */
  stop(): void {
    Atomics.store(this.ints, STOPPED, 1);
    this.wake(CONSUMED);
  }

  /** Nothing more is to come. */
  leave(): void {
    Atomics.store(this.ints, LEFT, 1);
    this.wake(PRODUCED);
  }

  put(entry: Entry, rows: number, flags: number): void {
    const { ints } = this;
    const number = ints[PRODUCED]!;
    const at = HEAD + (number % ENTRIES) * WIDTH;
    ints[at] = entry;
    ints[at + 1] = rows;
    ints[at + 2] = flags;
    Atomics.store(ints, PRODUCED, number + 1);
    this.wake(PRODUCED);
  }

  /** Waits until so many entries have been read; false where nobody reads on. */
  awaitConsumed(count: number): boolean {
    if (this.consumed >= count) return !this.stopped;
    // Once there is no room it pays to wait for more of it than one entry.
    const least = Math.min(count + ENTRIES / 4, this.produced);
    return this.wait(CONSUMED, least, Number.POSITIVE_INFINITY) && !this.stopped;
  }

  /** Waits for the entry with this number; false where the other thread is gone. */
  awaitProduced(number: number): boolean {
    return this.wait(PRODUCED, number + 1, PATIENCE_MS);
  }

  /** What an entry says, and the rows and flags of its batch. */
  kind(number: number): number {
    return this.ints[HEAD + (number % ENTRIES) * WIDTH]!;
  }

  rows(number: number): number {
    return this.ints[HEAD + (number % ENTRIES) * WIDTH + 1]!;
  }

  flags(number: number): number {
    return this.ints[HEAD + (number % ENTRIES) * WIDTH + 2]!;
  }

  /** The next entry may be written over. */
  consume(): void {
    Atomics.add(this.ints, CONSUMED, 1);
    this.wake(CONSUMED);
  }

  private wait(counter: number, least: number, patience: number): boolean {
    const { ints } = this;
    for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(ints, counter) >= least) return true;
    const over = counter === CONSUMED ? STOPPED : LEFT;
    for (;;) {
      // Said before looking: whatever changes after the look wakes.
      Atomics.store(ints, SLEEPS + counter, 1);
      const isOver = Atomics.load(ints, over) !== 0;
      // The last that came may have come in between.
      if (Atomics.load(ints, counter) >= least) return true;
      if (isOver || Atomics.wait(ints, SLEEPS + counter, 1, patience) === 'timed-out') return false;
    }
  }

  private wake(counter: number): void {
    if (Atomics.load(this.ints, SLEEPS + counter) === 0) return;
    Atomics.store(this.ints, SLEEPS + counter, 0);
    Atomics.notify(this.ints, SLEEPS + counter);
  }
}
