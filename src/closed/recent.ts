// Which documents of the last weeks can be recalled later: those of which the engine has everything, and nothing waits.

import type { Book } from '../book/book.js';
import { RETURN } from '../book/movement.js';
import type { StoredLine } from '../book/recall.js';
import type { Day } from '../core/day.js';
import { closedThrough } from '../stock/preload.js';
import type { Kept } from './keep.js';
import type { ClosedState } from './state.js';

/** Days of which documents are put by; what refers to older ones needs the whole history. */
export const RECALLED_DAYS = 62;

export interface RecentDocument {
  readonly doc: number;
  /** In the numbers of the book; none where the document can no longer be recalled. */
  readonly lines: readonly (Omit<StoredLine, 'ref'> & { readonly ref: number })[];
}

/** Documents that were dispatched or touched since what is carried already. */
export function recentDocuments(book: Book, state: ClosedState, kept: Kept, through: Day): RecentDocument[] {
  const { stock, carried } = book;
  const closed = closedThrough(book);
  const docs = new Set<number>();
  for (let row = 0; row < stock.length; row++) {
    const day = stock.day.data[row]!;
    if (day > closed && day > through - RECALLED_DAYS && day <= through) docs.add(stock.doc.data[row]!);
  }
  const before = new Set(carried?.engine.lines.doc ?? []);
  for (const doc of before) docs.add(doc);
  for (const { doc } of book.recalled) docs.add(doc);
  for (const doc of kept.live) docs.delete(doc);
  const reused = new Set(state.documents.reused.map(({ row }) => stock.doc.data[row]!));
  const { lines } = state.posting;
  const linesOf = new Map<number, number[]>();
  for (let line = 0; line < lines.size; line++) {
    const doc = lines.doc.data[line]!;
    if (!docs.has(doc)) continue;
    const known = linesOf.get(doc);
    if (known === undefined) linesOf.set(doc, [line]);
    else known.push(line);
  }
  return [...docs].map((doc) => {
    const own = linesOf.get(doc) ?? [];
    const whole = !reused.has(doc) && own.every((line) => isSettled(state, line) && isLike(state, line, own[0]!));
    return { doc, lines: whole ? own.map((line) => stored(state, line)) : [] };
  });
}

/** Nothing is on its way, nothing came back from the way, and it comes back from nothing itself. */
function isSettled({ posting: { lines, sources } }: ClosedState, line: number): boolean {
  const comesBack = lines.target.data[line]! >= 0 || sources.has(line);
  if (comesBack || (lines.kind.data[line] === RETURN && lines.ref.data[line]! >= 0)) return false;
  if (lines.transit.data[line] !== 1) return true;
  const apart = lines.damaged.data[line]! !== 0 || lines.returned.data[line]! !== 0 || lines.lost.data[line]! !== 0;
  return !apart && lines.inTransit(line) === 0;
}

function isLike({ posting: { lines } }: ClosedState, line: number, other: number): boolean {
  const { from, to, kind, day, transit, headline } = lines;
  return [from, to, kind, day, transit, headline].every(({ data }) => data[line] === data[other]);
}

function stored({ posting: { lines } }: ClosedState, line: number): RecentDocument['lines'][number] {
  return {
    item: lines.item.data[line]!,
    lot: lines.lot.data[line]!,
    from: lines.from.data[line]!,
    to: lines.to.data[line]!,
    kind: lines.kind.data[line]!,
    day: lines.day.data[line]!,
    ref: lines.ref.data[line]!,
    transit: lines.transit.data[line] === 1,
    headline: lines.headline.data[line]!,
    dispatched: lines.dispatched.data[line]!,
    sentBack: lines.sentBack.data[line]!,
  };
}
