// Posts one stock row that is no reversal: which lots it moves, what that does to balances, transit and figures.
import { change, inTransit, openLine, shareAll } from './docline.js';
import { compare, least, sum } from './number.js';
import { affect, find, isTracked, lotKey, net, type Replay } from './replay.js';
import type { DocLine, StockRow } from './types.js';

interface Part {
  lot: string;
  qty: bigint;
  source: DocLine | null;
}

const NEVER = '9999-99-99';

function expiryOf(replay: Replay, item: string, lot: string): string {
  return replay.expiries.get(lotKey(item, lot)) ?? NEVER;
}

/** The named lots in stock at a site at this point of the replay. */
function lotsInStock(replay: Replay, site: string, item: string): { lot: string; qty: bigint; since: string }[] {
  const here = replay.effects.filter((effect) => effect.site === site && effect.item === item && effect.lot !== '');
  const lots = [...new Set(here.map((effect) => effect.lot))];
  return lots
    .map((lot) => {
      const effects = here.filter((effect) => effect.lot === lot);
      const added = effects.filter((effect) => net(effect) > 0n).map((effect) => effect.date);
      return { lot, qty: sum(effects.map(net)), since: added.sort()[0] ?? NEVER };
    })
    .filter((lot) => lot.qty > 0n);
}

/** First expired, first out; what has expired is skipped, and what no lot covers is booked without a lot. */
function firstExpiredFirstOut(replay: Replay, row: StockRow): Part[] {
  const usable = lotsInStock(replay, row.from, row.item)
    .map((lot) => ({ ...lot, expiry: expiryOf(replay, row.item, lot.lot) }))
    .filter((lot) => lot.expiry >= row.date)
    .sort((a, b) => compare([a.expiry, a.since, a.lot], [b.expiry, b.since, b.lot]));
  let left = row.qty;
  const parts: Part[] = [];
  for (const lot of usable) {
    const qty = least(left, lot.qty);
    if (qty > 0n) parts.push({ lot: lot.lot, qty, source: null });
    left -= qty;
  }
  if (left > 0n) parts.push({ lot: '', qty: left, source: null });
  return parts;
}

/** What comes back by a ref gives back the lots last taken first. */
function comesBack(replay: Replay, row: StockRow): Part[] {
  const fromTransit = row.from === 'transit';
  const lines = replay.docLines.filter(
    (line) =>
      line.doc === row.ref &&
      line.item === row.item &&
      (row.lot === '' || line.lot === row.lot) &&
      ['issue', 'transfer', 'return'].includes(line.kind) &&
      (fromTransit ? line.intoTransit : line.from !== 'transit' && line.to === row.from),
  );
  const capacity = (line: DocLine): bigint => {
    if (fromTransit) return inTransit(line);
    return (line.intoTransit ? line.received : line.taken - line.reversed) - line.returned;
  };
  const shares = shareAll([...lines].reverse(), lines.at(-1), row.qty, capacity);
  return shares.map((share) => ({ lot: share.line.lot, qty: share.qty, source: share.line }));
}

function partsOf(replay: Replay, row: StockRow): Part[] {
  if (row.ref !== '' && (row.kind === 'return' || row.from === 'transit')) {
    const parts = comesBack(replay, row);
    if (parts.length > 0) return parts;
  }
  const lots = replay.book.items.get(row.item)?.lots;
  if (lots === 'auto' && row.lot === '' && isTracked(replay, row.from)) return firstExpiredFirstOut(replay, row);
  return [{ lot: row.lot, qty: row.qty, source: null }];
}

function checkNamedLot(replay: Replay, row: StockRow): void {
  if (row.lot === '') return;
  const expiry = expiryOf(replay, row.item, row.lot);
  if (row.kind === 'issue' && expiry < row.date) find(replay, 'stock/expired-issued', row);
  if (!['issue', 'transfer'].includes(row.kind)) return;
  const earlier = lotsInStock(replay, row.from, row.item).some((lot) => {
    const other = expiryOf(replay, row.item, lot.lot);
    return lot.lot !== row.lot && other >= row.date && other < expiry;
  });
  if (earlier) find(replay, 'stock/fefo', row);
}

/** Does a dispatch count as delivered: from a depot to a site of another kind, or to a recipient? */
export function countsAsDelivered(replay: Replay, line: { kind: string; from: string; to: string }): boolean {
  if (line.kind !== 'issue' && line.kind !== 'transfer') return false;
  const { sites, parties } = replay.book;
  if (sites.get(line.from)?.kind !== 'depot') return false;
  const to = sites.get(line.to);
  return to === undefined ? parties.get(line.to) === 'recipient' : to.kind !== 'depot';
}

/** Notes what `qty` of a line (negative: undone) does to the delivered figures and to the requests. */
export function note(replay: Replay, row: StockRow, line: DocLine, source: DocLine | null, qty: bigint): void {
  const { date, item } = row;
  const depot = (site: string) => replay.book.sites.get(site)?.kind === 'depot';
  if (countsAsDelivered(replay, line)) {
    replay.delivered.push({ date, item, qty, signed: line.intoTransit ? 0n : qty });
  } else if (line.kind === 'return' && line.from === 'transit') {
    if (source !== null && countsAsDelivered(replay, source)) {
      replay.delivered.push({ date, item, qty: -qty, signed: 0n });
    }
  } else if (line.kind === 'return' && !depot(line.from) && depot(line.to)) {
    replay.delivered.push({ date, item, qty: -qty, signed: -qty });
  }
  const filling = line.kind === 'return' ? source : line;
  if (filling === null || !['issue', 'transfer'].includes(filling.kind)) return;
  // A number used twice may name a request on one row only: what a row sends is for the request that it names itself.
  const request = row.kind === filling.kind ? row.ref : filling.ref;
  if (request === '') return;
  replay.fills.push({ request, site: filling.to, item, row, qty: line.kind === 'return' ? -qty : qty });
}

/** What comes back, or is lost on the way, is taken off the line it was dispatched on (negative: put back). */
export function takeOff(row: StockRow, line: DocLine, source: DocLine, qty: bigint): void {
  change([source], row, () => {
    if (line.from !== 'transit') source.returned += qty;
    else if (line.kind === 'loss') source.lost += qty;
    else source.returnedTransit += qty;
  });
}

/** What `qty` of a line (negative: undone) does to the balances on both sides. */
export function move(replay: Replay, row: StockRow, line: DocLine, qty: bigint): void {
  const adjusts = ['gain', 'loss', 'disposal'].includes(line.kind);
  const explains = line.kind === 'disposal' || !adjusts ? '' : line.ref;
  const affects = (site: string, column: 'in' | 'out', moved: bigint) => {
    if (site !== '') affect(replay, row, site, line.lot, adjusts ? 'adjusted' : column, moved, explains);
  };
  affects(line.from, 'out', adjusts ? -qty : qty);
  if (!line.intoTransit) affects(line.to, 'in', qty);
}

export function post(replay: Replay, row: StockRow): void {
  checkNamedLot(replay, row);
  for (const part of partsOf(replay, row)) {
    const line = openLine(replay, row, part.lot);
    change([line], row, () => {
      line.taken += part.qty;
    });
    if (part.source !== null) {
      line.sources.push({ line: part.source, qty: part.qty });
      takeOff(row, line, part.source, part.qty);
    }
    move(replay, row, line, part.qty);
    note(replay, row, line, part.source, part.qty);
  }
}
