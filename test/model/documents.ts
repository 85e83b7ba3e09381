// Findings about documents as such: rows that stand twice, numbers used twice, requests issued above or left open.
import { compare, sum } from './number.js';
import { key } from './order.js';
import { requestIncomplete } from './quarantine.js';
import { type FillEvent, find, type Replay } from './replay.js';
import type { Place, StockRow } from './types.js';

function inFileOrder(replay: Replay): StockRow[] {
  return replay.book.stock
    .filter((row) => row.date <= replay.date)
    .sort((a, b) => compare([a.file, a.line], [b.file, b.line]));
}

export function findDocuments(replay: Replay): void {
  const seen = new Set<string>();
  const heads = new Map<string, Set<string>>();
  const rejected = replay.findings.filter((finding) => finding.code.startsWith('stock/reversal-'));
  for (const row of inFileOrder(replay)) {
    if (rejected.some((finding) => finding.file === row.file && finding.line === row.line)) continue;
    const whole = [row.date, row.doc, row.kind, row.item, row.lot, row.qty, row.from, row.to].join('\n');
    if (seen.has(whole)) find(replay, 'stock/duplicate-row', row);
    seen.add(whole);
    const head = [row.date, row.kind, row.from, row.to].join('\n');
    const known = heads.get(row.doc) ?? new Set();
    if (known.size > 0 && !known.has(head)) find(replay, 'stock/document-reused', row);
    heads.set(row.doc, known.add(head));
  }
}

/** Within a day what is sent counts before what comes back. */
function inDayOrder(fills: FillEvent[]): FillEvent[] {
  const order = ({ row, qty }: FillEvent) => [row.date, qty < 0n ? 1 : 0, ...key(row)];
  return fills.sort((a, b) => compare(order(a), order(b)));
}

export function findRequests(replay: Replay): void {
  const { book, date } = replay;
  const rows = book.requests.filter((row) => row.date <= date);
  const sorted = rows.sort((a, b) => compare([a.file, a.line], [b.file, b.line]));
  const name = (row: { doc: string; site: string; item: string }) => [row.doc, row.site, row.item].join('\n');
  for (const each of new Set(sorted.map(name))) {
    const line = sorted.filter((row) => name(row) === each);
    const [first] = line;
    if (first === undefined) continue;
    const { doc, site, item } = first;
    if (requestIncomplete(book.broken, date, doc, site, item)) continue;
    const asked = sum(line.filter((row) => !row.cancelled).map((row) => row.qty));
    const fills = inDayOrder(
      replay.fills.filter((fill) => fill.request === doc && fill.site === site && fill.item === item),
    );
    let filled = 0n;
    let over: Place = first;
    for (const fill of fills) {
      if (filled <= asked && filled + fill.qty > asked) over = fill.row;
      filled += fill.qty;
    }
    if (filled > asked) find(replay, 'request/over-issued', over);
    const due = line.filter((row) => !row.cancelled && row.neededBy !== '');
    const earliest = due.sort((a, b) => compare([a.neededBy, a.file, a.line], [b.neededBy, b.file, b.line]))[0];
    const open = filled < asked && !line.some((row) => row.cancelled);
    if (open && earliest !== undefined && earliest.neededBy < date) find(replay, 'request/overdue', earliest);
  }
}
