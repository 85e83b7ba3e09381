// Why something was not written. A fault is a value: the writer throws only where the program itself is wrong.

import type { Day } from '../core/day.js';

export type RecordFault =
  /** The rows are dated in a day that is closed. */
  | { readonly kind: 'closed'; readonly day: Day; readonly closedThrough: Day }
  /** Somebody else is writing and did not finish while we waited. */
  | { readonly kind: 'locked'; readonly host: string; readonly pid: number }
  /** We were away for so long that somebody else took the book over. */
  | { readonly kind: 'overtaken' }
  /** A link on the way to the file leads out of the book. */
  | { readonly kind: 'outside'; readonly file: string }
  /** The disk refused: full, read-only, no permission. Nothing was changed. */
  | { readonly kind: 'disk'; readonly file: string; readonly code: string }
  /** It is written, but the disk did not confirm that it would outlast a power cut. */
  | { readonly kind: 'unconfirmed'; readonly file: string; readonly code: string }
  /** Several files change together, and the disk refused half-way: the next command completes it. */
  | { readonly kind: 'unfinished'; readonly file: string; readonly code: string }
  /** The text of a cell cannot stand in a row: a newline outside the note, say. */
  | { readonly kind: 'cell'; readonly column: string; readonly text: string }
  /** The table has no such column. */
  | { readonly kind: 'column'; readonly column: string; readonly ledger: string }
  /** The file is not what it was when the change was worked out. */
  | { readonly kind: 'changed'; readonly file: string };

export type Recorded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RecordFault };

/** Ends a piece of writing early; never leaves `src/record`, where it becomes the value. */
export class Refused extends Error {
  constructor(readonly fault: RecordFault) {
    super(fault.kind);
  }
}

export function refuse(fault: RecordFault): never {
  throw new Refused(fault);
}
