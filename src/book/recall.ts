// Documents of closed days that open rows refer to: their lines are recalled one by one, not read with everything else.

import type { Carried } from './carried.js';
import type { Resolver } from './ledger/resolver.js';
import type { StockRows } from './ledger/stockrows.js';
import { RETURN, REVERSAL } from './movement.js';

/** A line of a closed document as the engine kept it; lots and places are numbered as in what is carried on. */
export interface StoredLine {
  readonly item: number;
  readonly lot: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly day: number;
  /** The document that it refers to, empty for none. */
  readonly ref: string;
  /** It went to a site that signs, and all of it arrived. */
  readonly transit: boolean;
  readonly headline: number;
  readonly dispatched: number;
  readonly sentBack: number;
}

export interface RecalledLine extends Omit<StoredLine, 'ref'> {
  readonly doc: number;
  readonly ref: number;
}

/** What stands in for the rows of closed days. */
export interface ClosedDays {
  readonly carried: Carried;
  /** The lines of a document of the last weeks, none where it is not known. */
  readonly recall: (doc: string) => readonly StoredLine[];
}

/** The lines of every document that an open row gives back from or undoes, in the order in which they were taken. */
export function recallFor(
  { carried, recall }: ClosedDays,
  { docs, places }: Resolver,
  stock: StockRows,
): RecalledLine[] {
  const here = new Set(carried.engine.lines.doc);
  const wanted = new Set<number>();
  const { referring } = stock;
  for (let at = 0; at < referring.length; at++) {
    const row = referring.data[at]!;
    const kind = stock.kind.data[row]!;
    if (kind !== REVERSAL && (kind !== RETURN || stock.from.data[row] === places.transit)) continue;
    const doc = stock.ref.data[row]!;
    if (!here.has(doc)) wanted.add(doc);
  }
  return [...wanted].flatMap((doc) =>
    recall(docs.text(doc)).map(({ ref, ...line }) => ({ ...line, doc, ref: docs.of(ref) })),
  );
}
