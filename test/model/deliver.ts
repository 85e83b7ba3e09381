// Posts one delivery row: what a signing site received or found damaged, on the lots of the document it signs for.
import { change, inTransit, type Share, shareAll } from './docline.js';
import { countsAsDelivered } from './post.js';
import { affect, type Replay } from './replay.js';
import type { DeliveryRow, DocLine } from './types.js';

function shares(lines: DocLine[], qty: bigint, had: (line: DocLine) => bigint): Share[] {
  if (qty >= 0n) return shareAll(lines, lines.at(-1), qty, inTransit);
  const back = shareAll([...lines].reverse(), lines.at(-1), -qty, had);
  return back.map((share) => ({ line: share.line, qty: -share.qty }));
}

export function deliver(replay: Replay, row: DeliveryRow): void {
  const lines = replay.docLines.filter(
    (line) =>
      line.intoTransit &&
      line.doc === row.doc &&
      line.item === row.item &&
      (row.lot === '' || line.lot === row.lot) &&
      (row.site === '' || line.to === row.site),
  );
  if (lines.length === 0) {
    replay.unmatched.push(row);
    return;
  }
  for (const line of lines) line.signed.push(row);
  change(lines, row, () => {
    for (const { line, qty } of shares(lines, row.qty, (each) => each.received)) {
      line.received += qty;
      affect(replay, row, line.to, line.lot, 'in', qty);
      if (countsAsDelivered(replay, line)) {
        replay.delivered.push({ date: row.date, item: row.item, qty: 0n, signed: qty });
      }
    }
    for (const { line, qty } of shares(lines, row.damaged, (each) => each.damaged)) {
      line.damaged += qty;
      line.damagedRow = row;
    }
  });
}
