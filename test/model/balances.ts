// Figures of balances out of the log of effects, the lines of a day, and the first day a balance closes below zero.

import { bookAt, type Count, countsOf, statusOf, varianceOf } from './counts.js';
import { compare, formatQuantity, sum } from './number.js';
import { key } from './order.js';
import { balanceIncomplete } from './quarantine.js';
import { find, net, type Replay } from './replay.js';
import type { BalanceLine, Effect, ItemCount } from './types.js';

interface Balance {
  site: string;
  item: string;
  lot: string;
}

function effectsOf(replay: Replay, balance: Balance): Effect[] {
  return replay.effects.filter(
    (effect) => effect.site === balance.site && effect.item === balance.item && effect.lot === balance.lot,
  );
}

function balancesOf(replay: Replay, counts: Count[]): Balance[] {
  const all: Balance[] = [...replay.effects, ...counts.filter((count) => count.lot !== null).map(asBalance)];
  const unique = new Map(all.map(({ site, item, lot }) => [[site, item, lot].join('\n'), { site, item, lot }]));
  return [...unique.values()].sort((a, b) => compare([a.site, a.item, a.lot], [b.site, b.item, b.lot]));
}

function asBalance(count: Count): Balance {
  return { site: count.row.site, item: count.row.item, lot: count.lot ?? '' };
}

/** The count of the day that a line shows: the closing one where there are both. */
function shown(counts: Count[], date: string, site: string, item: string, lot: string | null): Count | undefined {
  const here = counts.filter(
    (count) => count.row.date === date && count.row.site === site && count.row.item === item && count.lot === lot,
  );
  return here.find((count) => count.row.when === 'close') ?? here[0];
}

export function balanceLines(replay: Replay): BalanceLine[] {
  const { date, book } = replay;
  const counts = countsOf(replay);
  const today = counts.filter((count) => count.row.date === date);
  return balancesOf(replay, today).flatMap((balance) => {
    const { site, item, lot } = balance;
    const effects = effectsOf(replay, balance);
    const ofToday = effects.filter((effect) => effect.date === date);
    const column = (name: string) => sum(ofToday.filter((e) => e.column === name).map((effect) => effect.qty));
    const closing = sum(effects.map(net));
    const count = shown(counts, date, site, item, lot);
    if (closing === 0n && ofToday.length === 0 && count === undefined) return [];
    const variance = count === undefined ? null : varianceOf(replay, count);
    const incomplete = balanceIncomplete(book.broken, replay.docLines, date, site, item, lot);
    return [
      {
        site,
        item,
        lot,
        unit: book.items.get(item)?.unit ?? '',
        opening: formatQuantity(closing - sum(ofToday.map(net))),
        in: formatQuantity(column('in')),
        out: formatQuantity(column('out')),
        adjusted: formatQuantity(column('adjusted')),
        closing: formatQuantity(closing),
        counted: count === undefined ? null : formatQuantity(count.row.counted),
        variance: variance === null ? null : formatQuantity(variance),
        status: statusOf(incomplete, closing, variance),
      },
    ];
  });
}

export function itemCounts(replay: Replay): ItemCount[] {
  const { date, book } = replay;
  const counts = countsOf(replay);
  const ofToday = counts.filter((count) => count.row.date === date && count.lot === null);
  const lines = ofToday.filter((count) => shown(counts, date, count.row.site, count.row.item, null) === count);
  return lines
    .sort((a, b) => compare([a.row.site, a.row.item], [b.row.site, b.row.item]))
    .map((count) => {
      const { site, item, counted } = count.row;
      const incomplete = balanceIncomplete(book.broken, replay.docLines, date, site, item, null);
      const variance = varianceOf(replay, count);
      return {
        site,
        item,
        book: formatQuantity(bookAt(replay, count)),
        counted: formatQuantity(counted),
        variance: formatQuantity(variance),
        status: statusOf(incomplete, bookAt(replay, count), variance),
      };
    });
}

/** In a day what adds comes first, whatever row it stands on; then what takes, in order, reversals last. */
function firstBelow(opening: bigint, effects: Effect[]): Effect | undefined {
  const rows = [...new Set(effects.map((effect) => effect.row))];
  const steps = rows.map((row) => ({ row, qty: sum(effects.filter((effect) => effect.row === row).map(net)) }));
  let balance = opening + sum(steps.filter((step) => step.qty > 0n).map((step) => step.qty));
  const takes = steps.filter((step) => step.qty < 0n);
  const rank = (row: Effect['row']) => (row.ledger === 'stock' && row.kind === 'reversal' ? 1 : 0);
  takes.sort((a, b) => compare([rank(a.row), ...key(a.row)], [rank(b.row), ...key(b.row)]));
  for (const step of takes) {
    balance += step.qty;
    if (balance < 0n) return effects.find((effect) => effect.row === step.row);
  }
  return undefined;
}

/** stock/negative: once per balance, at the first day it closes below zero. */
export function findNegatives(replay: Replay): void {
  for (const balance of balancesOf(replay, [])) {
    const effects = effectsOf(replay, balance);
    const days = [...new Set(effects.map((effect) => effect.date))].sort();
    const closing = (day: string) => sum(effects.filter((effect) => effect.date <= day).map(net));
    const day = days.find((each) => closing(each) < 0n);
    if (day === undefined) continue;
    const broken = replay.book.broken.filter((row) => row.ledger !== 'counts' || day === replay.date);
    if (balanceIncomplete(broken, replay.docLines, day, balance.site, balance.item, balance.lot)) continue;
    const before = sum(effects.filter((effect) => effect.date < day).map(net));
    const first = firstBelow(
      before,
      effects.filter((effect) => effect.date === day),
    );
    if (first !== undefined) find(replay, 'stock/negative', first.row);
  }
}
