// What the spellings met in a column stand for: each distinct one is looked up once, not once a cell.

import { matchable } from '../core/text.js';
import { Int32Vector } from '../core/vector.js';
import type { Batch } from '../source/csv/batch.js';
import type { Numbered } from '../source/intern.js';
import { makeSpellings, type Spellings } from '../source/spellings.js';
import type { Meaning } from '../source/wordcolumns.js';

/** An empty cell, or one of blanks only. */
export const EMPTY = -1;
/** Values at or below this are spellings that stand for nothing: FAULT − spelling. */
export const FAULT = -2;

/** What a resolver answers for a spelling that it cannot place. */
export const UNKNOWN = -2;
export const AMBIGUOUS = -3;

/** Writes to `out` what each cell's spelling stands for by `known`, which `learn` completes where spellings are new. */
function fillFrom(
  spellings: Spellings,
  known: Int32Vector,
  learn: () => void,
  batch: Batch,
  cell: number,
  out: Int32Array,
): void {
  if (cell < 0) out.fill(EMPTY, 0, batch.rows);
  else spellings.fill(batch, cell, known, learn, out);
}

export class Vocabulary implements Meaning {
  readonly spellings = makeSpellings();
  readonly values = new Int32Vector();
  private readonly failures = new Map<number, number>();

  /** `resolve` gives a value ≥ 0 for a matchable text, or UNKNOWN or AMBIGUOUS. */
  constructor(private readonly resolve: (text: string) => number) {}

  /** Looks up the spellings that have come since. */
  readonly learn = (): void => this.learnNew();

  /** Writes to `out` for each row of the batch the value of its cell, EMPTY, or FAULT − spelling. */
  fill(batch: Batch, cell: number, out: Int32Array): void {
    fillFrom(this.spellings, this.values, this.learn, batch, cell, out);
  }

  valueOfText(raw: string): number {
    const text = matchable(raw);
    return text === '' ? EMPTY : this.resolve(text);
  }

  /** The spelling behind a FAULT value, as it stands in the file. */
  faultText(value: number): string {
    return this.spellings.text(FAULT - value);
  }

  isAmbiguous(value: number): boolean {
    return this.failures.get(FAULT - value) === AMBIGUOUS;
  }

  private learnNew(): void {
    for (let id = this.values.length; id < this.spellings.size; id++) {
      const value = this.valueOfText(this.spellings.text(id));
      if (value <= UNKNOWN) this.failures.set(id, value);
      this.values.push(value <= UNKNOWN ? FAULT - id : value);
    }
  }
}

/**
 * Numbers for texts that stand for themselves (documents, lots, units): spellings that match are one number, whose
 * text is the matchable form.
 */
export class Names implements Meaning {
  readonly spellings = makeSpellings();
  /** By spelling the number of the form that matches. */
  readonly values = new Int32Vector();
  readonly learn = (): void => this.learnNew();

  /** Room for so many names. */
  expect(names: number): void {
    this.spellings.expect(names);
    this.values.reserve(names);
  }

  fill(batch: Batch, cell: number, out: Int32Array): void {
    fillFrom(this.spellings, this.values, this.learn, batch, cell, out);
  }

  /** The number of a text, a new one where it was not met before; EMPTY for one of blanks. */
  of(raw: string): number {
    if (raw === '') return EMPTY;
    const id = this.spellings.internText(raw);
    this.learn();
    return this.values.data[id]!;
  }

  text(id: number): string {
    return id < 0 ? '' : this.spellings.text(id);
  }

  get size(): number {
    return this.spellings.size;
  }

  /** Every name split into what stands before the number at its end, and that; of spellings that match only one. */
  numbered(): Numbered {
    const split = this.spellings.numbered();
    const { prefixOf } = split;
    const { data } = this.values;
    for (let id = 0; id < prefixOf.length; id++) if (data[id] !== id) prefixOf[id] = -1;
    return split;
  }

  /** Orders two names by their text, none first. */
  compare(a: number, b: number): number {
    if (a < 0 || b < 0) return (a < 0 ? 0 : 1) - (b < 0 ? 0 : 1);
    return this.spellings.compare(a, b);
  }

  private learnNew(): void {
    const { spellings, values: canonical } = this;
    // Interning a canonical form may add a spelling, which is then its own.
    for (;;) {
      const id = spellings.firstUnplain(canonical.length);
      const values = canonical.reserve(id - canonical.length);
      for (let plain = canonical.length; plain < id; plain++) values[plain] = plain;
      canonical.length = id;
      if (id === spellings.size) return;
      const raw = spellings.text(id);
      const text = matchable(raw);
      const at = canonical.push(EMPTY);
      if (text === raw) canonical.data[at] = id;
      else if (text !== '') {
        const target = spellings.internText(text);
        // A form met before is settled already; a new one comes next in this loop and is canonical by construction.
        canonical.data[at] = target < id ? canonical.data[target]! : target;
      }
    }
  }
}
