// Arbitrary whole books for properties, with the dates worth asking for, and the same book written another way.
import fc from 'fast-check';
import { type Act, acts, type CountAct, policy } from './acts.js';
import { reconcileModel } from './model.js';
import { addDays, formatQuantity, ONE, parseDecimal, sum } from './number.js';
import { number, put, rowsOf } from './rows.js';
import { type Cells, dayAt, ITEMS, type LedgerRow, LOTS, pick, render, TRACKED } from './world.js';

export interface RandomBook {
  files: Record<string, string>;
  dates: string[];
}

const ADDING = ['opening', 'receipt', 'gain'];

/** Gives expiries: on rows that add, and on the others only where no earlier row says it. Every lot keeps one. */
function giveExpiries(rows: LedgerRow[]): void {
  const stock = rows.filter((row) => row.ledger === 'stock' && !row.broken);
  const adds = (row: LedgerRow) => ADDING.includes(row.cells.kind ?? '');
  for (const row of stock) {
    const { item, lot, date, kind } = row.cells;
    const expiry = ITEMS.find((each) => each.item === item)?.expiries[lot ?? ''];
    if (expiry === undefined || kind === 'reversal') continue;
    const said = stock.some(
      (other) =>
        adds(other) && other.cells.item === item && other.cells.lot === lot && (other.cells.date ?? '') <= (date ?? ''),
    );
    if (adds(row) || !said) row.cells.expiry = expiry;
  }
}

/** Counts near what the book says, some of them twice, some of them explained by a gain or a loss that names them. */
function addCounts(rows: LedgerRow[], list: Act[], files: Record<string, string>): void {
  const draft = { rows, dispatches: [] };
  list.forEach((act, index) => {
    if (act.type !== 'count') return;
    const { item, lots } = pick(ITEMS, act.item);
    const lot = lots === 'no' || act.lot % 2 === 0 ? '' : pick(LOTS, act.lot);
    const cells = { date: dayAt(act.day), when: act.when, site: pick(TRACKED, act.site), item, lot };
    const near = bookAt(files, cells) + delta(act);
    const counted = near < 0n ? 0n : near;
    put(draft, 'counts', { ...cells, counted: formatQuantity(counted) });
    if (act.again > 0)
      put(draft, 'counts', { ...cells, counted: formatQuantity(counted + BigInt(act.again - 1) * ONE) });
    if (act.explain === null || act.delta === 0) return;
    const { after, eighths } = act.explain;
    const size = (delta(act) * BigInt(Math.max(1, eighths))) / 8n;
    const gain = size > 0n;
    const day = act.day + after;
    const named = lots !== 'no' && lot === '' && (gain || lots === 'required') ? pick(LOTS, act.explain.lot) : lot;
    const head = { date: dayAt(day), item, lot: named, ref: `count:${cells.date}:${cells.site}` };
    const ends: Cells = gain ? { kind: 'gain', to: cells.site } : { kind: 'loss', from: cells.site };
    const doc = number(gain ? 'PY' : 'PK', day, index);
    put(draft, 'stock', { ...head, ...ends, doc, qty: formatQuantity(gain ? size : -size) });
  });
}

function delta(act: CountAct): bigint {
  return BigInt(act.delta * 10) * (ONE / 10n);
}

function bookAt(
  files: Record<string, string>,
  cells: { date: string; when: string; site: string; item: string; lot: string },
) {
  const lines = reconcileModel(files, cells.date).lines.filter(
    (line) => line.site === cells.site && line.item === cells.item && (cells.lot === '' || line.lot === cells.lot),
  );
  return sum(lines.map((line) => parseDecimal(cells.when === 'open' ? line.opening : line.closing) ?? 0n));
}

function bookOf(list: Act[], settings: string): RandomBook {
  const { rows } = rowsOf(list);
  giveExpiries(rows);
  addCounts(rows, list, render(rows, settings));
  giveExpiries(rows);
  const good = rows.map((row) => row.cells.date ?? '').filter((date) => date.startsWith('2022-01-'));
  const dates = [...new Set(good)].sort();
  const last = dates.at(-1);
  return { files: render(rows, settings), dates: last === undefined ? [dayAt(0)] : [...dates, addDays(last, 1)] };
}

export function books(): fc.Arbitrary<RandomBook> {
  return fc.tuple(acts, policy).map(([list, settings]) => bookOf(list, settings));
}

/** A row of numbers that a seed gives: the same for the same seed. */
function sequence(seed: number): () => number {
  let state = (seed >>> 0) + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function isLedger(path: string): boolean {
  return path.includes('/') && path.endsWith('.csv');
}

/** The same rows in another order within each file. */
export function shuffleBook(files: Record<string, string>, seed: number): Record<string, string> {
  const next = sequence(seed);
  const entries = Object.entries(files).map(([path, text]) => {
    if (!isLedger(path)) return [path, text];
    const [header, ...rows] = text.trimEnd().split('\n');
    const shuffled = rows.map((row) => ({ row, at: next() })).sort((a, b) => a.at - b.at);
    return [path, `${[header, ...shuffled.map(({ row }) => row)].join('\n')}\n`];
  });
  return Object.fromEntries(entries);
}

/** The same rows spread over other files, of any layout, within the folder of their ledger. */
export function splitBook(files: Record<string, string>, seed: number): Record<string, string> {
  const next = sequence(seed);
  const split: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    if (!isLedger(path)) {
      split[path] = text;
      continue;
    }
    const [header, ...rows] = text.trimEnd().split('\n');
    for (const row of rows) {
      const file = `${path.split('/')[0]}/${['a.csv', 'b/c.csv', 'z/2022/01.csv'][next() % 3]}`;
      split[file] = `${split[file] ?? `${header}\n`}${row}\n`;
    }
  }
  return split;
}
