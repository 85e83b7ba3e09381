// Turns acts into the ledger rows of a book, numbering documents so that each act keeps to its own.
import type { Act, Amount, ComesIn, FollowUp, GoesOut, Line, RequestAct, Stocked, WriteOff } from './acts.js';
import { formatQuantity, ONE } from './number.js';
import { oddRow } from './odd.js';
import {
  type Cells,
  DEPOTS,
  dayAt,
  ITEMS,
  type LedgerName,
  type LedgerRow,
  LOTS,
  OUTLETS,
  PARTIES,
  pick,
  SIGNING,
  TRACKED,
} from './world.js';

/** A stock row as it was written, with its quantity in base units. */
export interface Written {
  cells: Cells;
  qty: bigint;
}

export interface Draft {
  rows: LedgerRow[];
  dispatches: Written[];
}

export function put(draft: Draft, ledger: LedgerName, cells: Cells, broken = false): Cells {
  draft.rows.push({ ledger, cells, broken });
  return cells;
}

export function number(prefix: string, day: number, index: number, sub = 0): string {
  return `${prefix}${dayAt(day).replaceAll('-', '')}-${String(index * 10 + sub).padStart(3, '0')}`;
}

function amountCells(amount: Amount, itemIndex: number): { qty: string; unit: string; base: bigint } {
  const item = pick(ITEMS, itemIndex);
  const value = BigInt(amount.n) * ONE + BigInt(amount.tenths) * (ONE / 10n);
  const text = formatQuantity(value);
  const pack = item.packs[0];
  if (amount.style.startsWith('pack') && pack !== undefined) {
    const few = Math.ceil(amount.n / 10);
    const base = BigInt(few) * ONE * pack[1];
    return amount.style === 'pack' ? { qty: `${few}`, unit: pack[0], base } : { qty: few + pack[0], unit: '', base };
  }
  if (amount.style === 'suffix') return { qty: text + item.unit, unit: '', base: value };
  return { qty: text, unit: amount.style === 'unit' ? item.unit : '', base: value };
}

/** The lot cell of a line: what adds always names its lot, what takes of an automatic item only sometimes. */
export function lotOf(line: Line, adds: boolean): string {
  const { lots } = pick(ITEMS, line.item);
  if (lots === 'no') return '';
  return lots === 'required' || adds || line.named ? pick(LOTS, line.lot) : '';
}

function part(qty: bigint, eighths: number): bigint {
  return (qty * BigInt(eighths)) / 8n;
}

function someOf(qty: bigint, eighths: number): bigint {
  return part(qty, Math.max(1, eighths));
}

function stockLine(draft: Draft, head: Cells, line: Line, adds: boolean): Written {
  const { qty, unit, base } = amountCells(line.amount, line.item);
  const cells = { ...head, item: pick(ITEMS, line.item).item, lot: lotOf(line, adds), qty, unit, by: 'P1' };
  return { cells: put(draft, 'stock', cells), qty: base };
}

function undoLine(
  draft: Draft,
  of: Written,
  undo: { eighths: number; named: boolean },
  day: number,
  doc: string,
): void {
  const { item, lot, from, to, doc: ref } = of.cells;
  const isAuto = ITEMS.some((each) => each.item === item && each.lots === 'auto');
  const cells = { date: dayAt(day), doc, kind: 'reversal', item: item ?? '', from: from ?? '', to: to ?? '' };
  const keep = undo.named || !isAuto ? (lot ?? '') : '';
  put(draft, 'stock', { ...cells, ref: ref ?? '', lot: keep, qty: formatQuantity(someOf(of.qty, undo.eighths)) });
}

function stockUp(draft: Draft, act: Stocked, index: number): void {
  const head = { date: dayAt(0), kind: 'opening', qty: String(act.each) };
  act.sites.forEach((to, i) => {
    const doc = number('QC', 0, index, i);
    for (const { item, lots } of ITEMS) {
      for (const lot of lots === 'no' ? [''] : LOTS) put(draft, 'stock', { ...head, doc, to, item, lot });
    }
  });
}

function simple(draft: Draft, act: ComesIn | WriteOff, index: number): void {
  const prefix = { receipt: 'RK', opening: 'QC', gain: 'PY', disposal: 'BS', loss: 'PK' }[act.kind] ?? 'XX';
  const head: Cells = { date: dayAt(act.day), doc: number(prefix, act.day, index), kind: act.kind };
  if (act.type === 'in') head.to = pick(TRACKED, act.to);
  else head.from = pick(TRACKED, act.from);
  if (act.kind === 'receipt') head.from = pick(PARTIES, 0);
  const written = act.lines.map((line) => stockLine(draft, head, line, act.type === 'in'));
  act.undos.forEach((undo, i) => {
    const day = act.day + undo.after;
    undoLine(draft, pick(written, undo.line), undo, day, number('CX', day, index, i + 1));
  });
}

function deliver(draft: Draft, of: Written, follow: FollowUp, day: number): void {
  const { doc, item, lot, to } = of.cells;
  const received = part(of.qty, Math.max(0, follow.eighths - follow.damaged));
  const same = {
    doc: doc ?? '',
    item: item ?? '',
    lot: follow.named ? (lot ?? '') : '',
    site: follow.where % 2 === 0 ? '' : (to ?? ''),
  };
  const damaged = part(of.qty, follow.damaged);
  const first = { received: formatQuantity(received), damaged: damaged === 0n ? '' : formatQuantity(damaged) };
  put(draft, 'deliveries', { ...same, ...first, date: dayAt(day) });
  if (follow.correct === 0) return;
  const wrong = part(received, follow.correct);
  const broken = follow.damaged > 1 ? formatQuantity(wrong) : '';
  const date = dayAt(day + (follow.where % 3));
  put(draft, 'deliveries', { ...same, date, received: formatQuantity(-wrong), damaged: broken });
}

function followUp(draft: Draft, of: Written, follow: FollowUp, day: number, index: number, sub: number): void {
  const { to } = of.cells;
  const signs = SIGNING.includes(to ?? '');
  const site = !PARTIES.includes(to ?? '');
  if (follow.type === 'deliver' && (signs || follow.where === 11)) deliver(draft, of, follow, day);
  else if (follow.type === 'reverse' || !site) undoLine(draft, of, follow, day, number('CX', day, index, sub));
  else comeBack(draft, of, follow, day, index, sub);
}

/** What is sent comes back, from the site or from transit, or is lost on the way; perhaps that is undone again. */
function comeBack(draft: Draft, of: Written, follow: FollowUp, day: number, index: number, sub: number): void {
  const { item, lot, to, from, doc: ref } = of.cells;
  const signs = SIGNING.includes(to ?? '');
  const isAuto = ITEMS.some((each) => each.item === item && each.lots === 'auto');
  const head: Cells = { date: dayAt(day), item: item ?? '', lot: !isAuto || follow.named ? (lot ?? '') : '' };
  const qty = someOf(of.qty, follow.eighths);
  const transit = signs && (follow.type === 'from transit' || follow.type === 'lost');
  const lost = transit && follow.type === 'lost';
  head.kind = lost ? 'loss' : 'return';
  head.doc = number(lost ? 'PK' : 'TK', day, index, sub);
  head.from = transit ? 'transit' : (to ?? '');
  head.to = lost
    ? ''
    : follow.where === 5
      ? 'D3'
      : follow.where === 6 || !DEPOTS.includes(from ?? '')
        ? 'D2'
        : (from ?? '');
  if (head.from === head.to) head.to = 'D1';
  head.ref = transit || follow.where !== 7 ? (ref ?? '') : '';
  const written = { cells: put(draft, 'stock', { ...head, qty: formatQuantity(qty) }), qty };
  if (head.to === 'D3' && !transit) {
    draft.dispatches.push(written);
    if (follow.damaged === 0) deliver(draft, written, { ...follow, correct: 0 }, day + 1);
  }
  if (follow.undone > 0) {
    const undo = { eighths: follow.undone, named: follow.named };
    undoLine(draft, written, undo, day + (follow.where % 2), number('CX', day, index, sub + 5));
  }
}

export function dispatch(draft: Draft, act: GoesOut, index: number, ref: string): void {
  const prefix = { issue: 'CK', transfer: 'DB', return: 'TK' }[act.kind] ?? 'XX';
  const isReturn = act.kind === 'return';
  const from = isReturn
    ? pick(['S4', 'S2', 'S3', 'S1'], act.from)
    : pick(['D1', 'D1', 'D2', 'S4', 'S2', 'D3'], act.from);
  const goals = OUTLETS.filter((site) => site !== from && (act.kind !== 'transfer' || !PARTIES.includes(site)));
  const to = isReturn ? pick(DEPOTS, act.to) : pick(goals, act.to);
  const doc = number(prefix, act.day, index);
  const head: Cells = { date: dayAt(act.day), time: act.time, doc, kind: act.kind, from, to, ref };
  const written = act.lines.map((line) => stockLine(draft, head, line, false));
  draft.dispatches.push(...written);
  act.followUps.forEach((follow, i) => {
    followUp(draft, pick(written, follow.line), follow, act.day + follow.after, index, i + 1);
  });
}

function request(draft: Draft, act: RequestAct, index: number): void {
  const sites = OUTLETS.filter((site) => !PARTIES.includes(site));
  const site = pick(sites, act.site);
  const head: Cells = { date: dayAt(act.day), doc: number('SQ', act.day, index), site };
  if (act.neededAfter !== null) head.needed_by = dayAt(act.day + act.neededAfter);
  for (const line of act.repeated ? [...act.lines, ...act.lines] : act.lines) {
    const { qty, unit } = amountCells(line.amount, line.item);
    put(draft, 'requests', { ...head, item: pick(ITEMS, line.item).item, qty, unit });
  }
  if (act.cancelAfter !== null) {
    const items = new Set(act.lines.map((line) => pick(ITEMS, line.item).item));
    const date = dayAt(act.day + act.cancelAfter);
    for (const item of items) put(draft, 'requests', { ...head, needed_by: '', date, item, cancelled: 'yes' });
  }
  act.fills.forEach((fill, i) => {
    const amount = (line: Line) => ({ ...line.amount, n: Math.max(1, Math.round((line.amount.n * fill.eighths) / 8)) });
    const lines = act.lines.map((line) => ({ ...line, amount: amount(line) }));
    const day = act.day + fill.after;
    const goals = OUTLETS.filter((each) => each !== pick(['D1', 'D1', 'D2', 'S4', 'S2', 'D3'], fill.from));
    const to = goals.filter((each) => fill.kind !== 'transfer' || !PARTIES.includes(each)).indexOf(site);
    if (to < 0) return;
    const { kind, from, followUps } = fill;
    dispatch(
      draft,
      { type: 'out', kind, day, time: '', from, to, lines, followUps },
      index * 4 + i + 500,
      head.doc ?? '',
    );
  });
}

/** All rows but the counts, which are made once the book they count is known. */
export function rowsOf(acts: Act[]): Draft {
  const draft: Draft = { rows: [], dispatches: [] };
  acts.forEach((act, index) => {
    if (act.type === 'in' || act.type === 'write-off') simple(draft, act, index);
    else if (act.type === 'stocked') stockUp(draft, act, index);
    else if (act.type === 'out') dispatch(draft, act, index, '');
    else if (act.type === 'request') request(draft, act, index);
    else if (act.type === 'odd') oddRow(draft, act, index);
  });
  return draft;
}
