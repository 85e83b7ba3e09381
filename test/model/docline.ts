// The lines of a document: finding or opening one, what is in transit on it, what of it can still be given back.
import { atLeastZero, compare, least } from './number.js';
import { goesIntoTransit, key } from './order.js';
import type { Replay } from './replay.js';
import type { DocLine, Place, StockRow } from './types.js';

export interface Share {
  line: DocLine;
  qty: bigint;
}

export function inTransit(line: DocLine): bigint {
  if (!line.intoTransit) return 0n;
  return line.taken - line.reversed - line.received - line.damaged - line.returnedTransit - line.lost;
}

/** Changes lines by one row, and notes the row where it takes what is in transit on a line below zero. */
export function change(lines: DocLine[], row: Place, action: () => void): void {
  const before = lines.map(inTransit);
  action();
  lines.forEach((line, i) => {
    if ((before[i] ?? 0n) >= 0n && inTransit(line) < 0n) line.overRow = row;
  });
}

/** The line of the row's document with that lot; a new one where there is none yet. */
export function openLine(replay: Replay, row: StockRow, lot: string): DocLine {
  const moment = `${row.date}T${row.time === '' ? '00:00' : row.time}`;
  const known = replay.docLines.find(
    (line) =>
      line.doc === row.doc &&
      line.kind === row.kind &&
      line.item === row.item &&
      line.lot === lot &&
      line.from === row.from &&
      line.to === row.to,
  );
  const line: DocLine = known ?? {
    doc: row.doc,
    kind: row.kind,
    item: row.item,
    lot,
    from: row.from,
    to: row.to,
    ref: row.ref,
    date: row.date,
    moment,
    dispatchDays: [],
    intoTransit: goesIntoTransit(replay.book, row),
    taken: 0n,
    reversed: 0n,
    returned: 0n,
    received: 0n,
    damaged: 0n,
    returnedTransit: 0n,
    lost: 0n,
    sources: [],
    first: row,
    signed: [],
    damagedRow: null,
    overRow: null,
  };
  if (known === undefined) replay.docLines.push(line);
  if (moment < line.moment) line.moment = moment;
  const place = (each: StockRow) => [each.date, ...key(each)];
  if (compare(place(row), place(line.first)) < 0) line.first = row;
  line.dispatchDays.push(row.date);
  return line;
}

/** Shares a quantity out over lines, each up to its capacity. What is left over is not shared out. */
export function shareOut(lines: DocLine[], qty: bigint, capacity: (line: DocLine) => bigint): Share[] {
  let left = qty;
  const shares: Share[] = [];
  for (const line of lines) {
    const share = least(left, atLeastZero(capacity(line)));
    if (share > 0n) shares.push({ line, qty: share });
    left -= share;
  }
  return shares;
}

/** The same, but what is left over goes on the line that was taken last. */
export function shareAll(
  lines: DocLine[],
  last: DocLine | undefined,
  qty: bigint,
  capacity: (line: DocLine) => bigint,
): Share[] {
  const shares = shareOut(lines, qty, capacity);
  const left = shares.reduce((rest, share) => rest - share.qty, qty);
  if (left === 0n || last === undefined) return shares;
  const known = shares.find((share) => share.line === last);
  if (known === undefined) return [...shares, { line: last, qty: left }];
  known.qty += left;
  return shares;
}

/** What a reversal can still undo of a line. */
export function leftToUndo(line: DocLine): bigint {
  return line.intoTransit ? atLeastZero(inTransit(line)) : line.taken - line.reversed - line.returned;
}
