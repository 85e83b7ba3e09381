// Physical counts against the book: which row of a count stands, its variance, what explains it, its findings.
import { compare, sum } from './number.js';
import { balanceIncomplete } from './quarantine.js';
import { find, isTracked, net, type Replay } from './replay.js';
import type { CountRow, Effect } from './types.js';

export interface Count {
  row: CountRow;
  lot: string | null; // null: all lots of the item together
}

function isSame(a: CountRow, b: CountRow): boolean {
  return a.date === b.date && a.when === b.when && a.site === b.site && a.item === b.item && a.lot === b.lot;
}

function sorted(replay: Replay): CountRow[] {
  return replay.book.counts
    .filter((row) => row.date <= replay.date && isTracked(replay, row.site))
    .sort((a, b) => compare([a.date, a.counted, a.file, a.line], [b.date, b.counted, b.file, b.line]));
}

/** One count for each thing at each point: of several the first in order stands. */
export function countsOf(replay: Replay): Count[] {
  const rows = sorted(replay);
  return rows
    .filter((row) => rows.find((other) => isSame(row, other)) === row)
    .map((row) => {
      const whole = row.lot === '' && replay.book.items.get(row.item)?.lots !== 'no';
      return { row, lot: whole ? null : row.lot };
    });
}

function covers(count: Count, effect: Effect): boolean {
  const { site, item } = count.row;
  return effect.site === site && effect.item === item && (count.lot === null || effect.lot === count.lot);
}

/** The balance at the count's point of its day. */
export function bookAt(replay: Replay, count: Count): bigint {
  const { date, when } = count.row;
  const effects = replay.effects.filter((effect) => covers(count, effect));
  return sum(effects.filter((e) => (when === 'open' ? e.date < date : e.date <= date)).map(net));
}

/** Gains less losses, net of what undid them, that name the count and that its point of the book does not hold yet. */
function explained(replay: Replay, count: Count): bigint {
  const { date, site, when } = count.row;
  const explaining = replay.effects.filter((effect) => {
    const after = when === 'open' ? effect.date >= date : effect.date > date;
    return after && covers(count, effect) && effect.explains === `count:${date}:${site}`;
  });
  return sum(explaining.map(net));
}

export function varianceOf(replay: Replay, count: Count): bigint {
  return count.row.counted - bookAt(replay, count) - explained(replay, count);
}

export function statusOf(incomplete: boolean, book: bigint, variance: bigint | null): string {
  if (incomplete) return 'incomplete';
  if (book < 0n) return 'negative';
  if (variance === null) return 'uncounted';
  if (variance < 0n) return 'short';
  return variance > 0n ? 'surplus' : 'balanced';
}

function outside(replay: Replay, count: Count): boolean {
  const { percent, value } = replay.book.tolerance;
  const size = (quantity: bigint) => (quantity < 0n ? -quantity : quantity);
  const variance = size(varianceOf(replay, count));
  if (!percent) return variance > value;
  return variance * 100n * 1_000_000n > size(bookAt(replay, count)) * value;
}

export function findCounts(replay: Replay): void {
  for (const count of countsOf(replay)) {
    const { date, site, item } = count.row;
    const incomplete = balanceIncomplete(replay.book.broken, replay.docLines, date, site, item, count.lot);
    if (!incomplete && outside(replay, count)) find(replay, 'count/variance', count.row);
  }
  const rows = sorted(replay).sort((a, b) => compare([a.file, a.line], [b.file, b.line]));
  for (const row of rows) {
    const same = rows.filter((other) => isSame(row, other));
    const firstWithFigure = same.find((other) => other.counted === row.counted);
    if (firstWithFigure === row && row !== same[0]) find(replay, 'count/duplicate', row);
  }
}
