// Posts one reversal: undoes lines of the document it names, the lots last taken first, as far as there is left.
import { change, leftToUndo, type Share, shareOut } from './docline.js';
import { atLeastZero, least, sum } from './number.js';
import { move, note, takeOff } from './post.js';
import { breakStock } from './quarantine.js';
import { find, type Replay } from './replay.js';
import type { DocLine, StockRow } from './types.js';

function reject(replay: Replay, row: StockRow, code: string): void {
  find(replay, code, row);
  replay.book.broken.push(breakStock(replay.book, row));
}

/** What came back from several dispatches is put back there, the last first; the rest of it named no dispatch. */
function sourcesOf(line: DocLine, qty: bigint): { source: DocLine | null; qty: bigint }[] {
  let left = qty;
  const parts: { source: DocLine | null; qty: bigint }[] = [];
  for (const entry of [...line.sources].reverse()) {
    const part = least(left, entry.qty);
    if (part > 0n) parts.push({ source: entry.line, qty: part });
    entry.qty -= part;
    left -= part;
  }
  return left > 0n ? [...parts, { source: null, qty: left }] : parts;
}

function undo(replay: Replay, row: StockRow, share: Share): void {
  const { line, qty } = share;
  change([line], row, () => {
    line.reversed += qty;
  });
  for (const part of sourcesOf(line, qty)) {
    if (part.source !== null) takeOff(row, line, part.source, -part.qty);
    note(replay, row, line, part.source, -part.qty);
  }
  move(replay, row, line, -qty);
}

export function reverse(replay: Replay, row: StockRow): void {
  const lines = replay.docLines.filter(
    (line) =>
      line.doc === row.ref &&
      line.item === row.item &&
      line.from === row.from &&
      line.to === row.to &&
      (row.lot === '' || line.lot === row.lot),
  );
  if (lines.length === 0) {
    reject(replay, row, 'stock/reversal-unmatched');
    return;
  }
  if (row.qty > atLeastZero(sum(lines.map(leftToUndo)))) {
    reject(replay, row, 'stock/reversal-exceeds');
    return;
  }
  for (const share of shareOut([...lines].reverse(), row.qty, leftToUndo)) undo(replay, row, share);
}
