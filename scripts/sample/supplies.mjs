// What comes in: the opening stock, and receipts in time for what the plan sends out, each from who would supply it.
import { ITEMS, lotOf } from './catalogue.mjs';
import { line, newDoc } from './issues.mjs';
import { chance, clock, DAYS, groupBy, pad } from './lib.mjs';
import { DEPOT } from './places.mjs';
import { LOGISTICS, nameOf, pair } from './staff.mjs';

/** Share of an item's total that is there at first, and what comes later: day index, share, minute of the day. */
const OPENING = 0.35;
const ARRIVALS = [
  { day: 1, share: 0.3, minutes: 560 },
  { day: 3, share: 0.35, minutes: 870 },
  { day: 4, share: 0.3, minutes: 1100 },
  { day: 6, share: 0.3, minutes: 620 },
];
const SENDERS = {
  protective: ['GY03', 'JZ01', 'XB01', 'GY03'],
  testing: ['GY06', 'XB01', 'GY06', 'GY06'],
  living: ['GY04', 'JZ02', 'GY04', 'XB01'],
};
const WAYS = { GY: '采购', XB: '下拨', JZ: '捐赠' };

/** Rounds up to whole packs, as goods arrive. */
function packed(it, qty) {
  const size = it.packs.find((p) => p.size <= qty)?.size ?? 1;
  return Math.ceil(qty / size) * size;
}

const stocked = ITEMS.filter((it) => it.total > 0);
const withLot = (it, index) => (it.lots === 'no' ? {} : lotOf(it.code, index));

function opening() {
  const minutes = 15;
  const doc = newDoc({ kind: '期初', date: DAYS[0], minutes, time: '', from: '', to: DEPOT, note: '建账盘存（示例）' });
  Object.assign(doc, { by: nameOf(LOGISTICS[0]), checked: nameOf(LOGISTICS[1]) });
  for (const it of stocked) {
    const share = it.code === 'LIV-VEG' ? 0.2 : OPENING;
    if (it.lots === 'no') doc.lines.push(line(it.code, packed(it, it.total * share)));
    else
      for (const index of [0, 1]) doc.lines.push(line(it.code, packed(it, (it.total * share) / 2), withLot(it, index)));
  }
  return doc;
}

/** Vegetables come every afternoon, as many as went out that day. */
function vegetables(docs, random) {
  const it = stocked.find((i) => i.code === 'LIV-VEG');
  return DAYS.map((date, day) => {
    const lines = docs.filter((d) => d.date === date).flatMap((d) => d.lines);
    const out = lines.filter((l) => l.item === it).reduce((sum, l) => sum + l.qty, 0);
    const minutes = 880 + day;
    const doc = newDoc({ kind: '入库', date, minutes, from: 'GY05', to: DEPOT, ...pair(random, minutes) });
    return { ...doc, lines: [line(it.code, out)], note: '采购；次日配送' };
  });
}

export function supplies(docs) {
  const random = chance('supplies');
  const rows = [];
  for (const it of stocked.filter((i) => i.code !== 'LIV-VEG')) {
    ARRIVALS.forEach((a, n) => {
      rows.push({
        ...a,
        from: SENDERS[it.category][n],
        line: line(it.code, packed(it, it.total * a.share), withLot(it, n + 2)),
      });
    });
  }
  const receipts = [...groupBy(rows, (r) => `${r.day} ${r.from}`).values()].map((group, i) => {
    const { day, from, minutes: start } = group[0];
    const minutes = start + i;
    const doc = newDoc({ kind: '入库', date: DAYS[day], minutes, from, to: DEPOT, ...pair(random, minutes) });
    return { ...doc, lines: group.map((r) => r.line), ref: `SH${pad(1101 + i * 7, 4)}`, note: WAYS[from.slice(0, 2)] };
  });
  const timed = [...receipts, ...vegetables(docs, random)].map((d) => ({ ...d, time: clock(d.minutes) }));
  return [opening(), ...timed];
}
