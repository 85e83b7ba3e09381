// Another program's opinion: random books, converted into journals of hledger, give the same balances there.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engineAnswer } from '../model/engine.js';
import { addDays, formatQuantity, ONE } from '../model/number.js';
import { REGISTERS, smallBook } from '../model/small.js';

const BOOKS = Number(process.env.HLEDGER_BOOKS ?? 60);
const FIRST = '2022-01-01';
const DAYS = 9;
/** Sites where stock is kept, and which nobody signs for. */
const TRACKED = ['D1', 'D2', 'S4'];

const present = spawnSync('hledger', ['--version']).status === 0;
if (!present) console.info('skipped: hledger is not installed');

interface Row {
  day: number;
  kind: string;
  item: string;
  qty: bigint;
  from: string;
  to: string;
  /** The row that a reversal undoes. */
  undoes: number | null;
}

const site = fc.constantFrom(...TRACKED);
const elsewhere = fc.constantFrom('S3', 'REC', 'OTH');
const ends = fc.oneof(
  fc.record({ kind: fc.constant('opening'), from: fc.constant(''), to: site }),
  fc.record({ kind: fc.constant('receipt'), from: fc.constant('SUP'), to: site }),
  fc.record({ kind: fc.constant('issue'), from: site, to: fc.oneof(site, elsewhere) }),
  fc.record({ kind: fc.constant('transfer'), from: site, to: site }),
  fc.record({ kind: fc.constant('return'), from: fc.constantFrom('S3', 'S4', 'D2'), to: fc.constantFrom('D1', 'D2') }),
  fc.record({ kind: fc.constantFrom('disposal', 'loss'), from: site, to: fc.constant('') }),
  fc.record({ kind: fc.constant('gain'), from: fc.constant(''), to: site }),
);
const apart = ends.filter(({ from, to }) => from !== to);
const amount = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((units) => BigInt(units) * ONE),
  fc.bigInt({ min: 1n, max: 30n * ONE }),
);
const row = fc.record({
  day: fc.nat({ max: DAYS - 1 }),
  ends: apart,
  item: fc.constantFrom('SUIT', 'RICE'),
  qty: amount,
  undone: fc.option(fc.record({ after: fc.nat({ max: 3 }), percent: fc.integer({ min: 1, max: 100 }) }), { freq: 4 }),
});

/** A book is its rows, each reversal after what it undoes. */
const books = fc.array(row, { minLength: 1, maxLength: 25 }).map((drafts): Row[] => {
  const rows = drafts.map(({ day, ends: { kind, from, to }, item, qty }) => ({
    ...{ day, kind, item, qty, from, to },
    undoes: null,
  }));
  const reversals = drafts.flatMap(({ undone, day, qty }, i) => {
    const original = rows[i];
    if (undone === null || original === undefined) return [];
    const part = (qty * BigInt(undone.percent)) / 100n;
    return part === 0n ? [] : [{ ...original, kind: 'reversal', day: day + undone.after, qty: part, undoes: i }];
  });
  return [...rows, ...reversals];
});

function dateOf(row: Row): string {
  return addDays(FIRST, row.day);
}

function bookOf(rows: Row[]): Record<string, string> {
  const stock = rows.map(({ kind, item, qty, from, to, undoes, ...at }, i) => {
    const ref = undoes === null ? '-' : `N${undoes}`;
    const cells = [dateOf({ kind, item, qty, from, to, undoes, ...at }), `N${i}`, kind, item, '-', '-'];
    return [...cells, formatQuantity(qty), from || '-', to || '-', ref].join(' ');
  });
  return smallBook({ stock });
}

/** Each row is a transaction: out of one account, into another; what a reversal undoes goes the other way. */
function journalOf(rows: Row[], name: string): string {
  const account = (place: string) => `${name}:${TRACKED.includes(place) ? 'stock' : 'outside'}:${place || 'none'}`;
  return rows
    .map((each) => {
      const [from, to] = each.kind === 'reversal' ? [each.to, each.from] : [each.from, each.to];
      const goods = formatQuantity(each.qty);
      return `${dateOf(each)} ${each.kind}\n  ${account(to)}  ${goods} ${each.item}\n  ${account(from)}  -${goods} ${each.item}\n`;
    })
    .join('\n');
}

/** What hledger finds at the end of a day, as `book site item balance`, without what is nothing. */
function hledgerBalances(journal: string, date: string): string[] {
  const options = ['-e', addDays(date, 1), '--flat', '--no-total', '-O', 'csv', '--layout=bare'];
  const run = spawnSync('hledger', ['-f', '-', 'balance', ':stock:', ...options], { input: journal, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const lines = run.stdout.trim().split('\n').slice(1);
  return lines
    .map((line) => line.replaceAll('"', '').split(','))
    .map(([account = '', item, balance = '']) => {
      const [name, , place] = account.split(':');
      return `${name} ${place} ${item} ${balance.includes('.') ? balance.replace(/\.?0+$/, '') : balance}`;
    })
    .filter((line) => !line.endsWith(' 0'))
    .sort();
}

function engineBalances(rows: Row[], name: string, date: string): string[] {
  return engineAnswer(bookOf(rows), date)
    .lines.filter(({ closing }) => closing !== '0')
    .map(({ site: place, item, closing }) => `${name} ${place} ${item} ${closing}`);
}

describe.skipIf(!present)('hledger', () => {
  const list = fc.sample(books, { numRuns: BOOKS, seed: Number(process.env.HLEDGER_SEED ?? 1) });
  const header = 'decimal-mark .\ncommodity 1.000000 SUIT\ncommodity 1.000000 RICE\n\n';
  const journal = header + list.map((rows, i) => journalOf(rows, `b${i}`)).join('\n');

  test.each([2, 5, DAYS + 3])('has the same balances at the end of day %i', (day) => {
    const date = addDays(FIRST, day);
    const ours = list.flatMap((rows, i) => engineBalances(rows, `b${i}`, date));
    expect(ours.length).toBeGreaterThan(BOOKS);
    expect(ours.sort()).toEqual(hledgerBalances(journal, date));
  });

  test('is asked about books without an error in reading them', () => {
    expect(Object.keys(REGISTERS)).toContain('sites.csv');
    const codes = list.flatMap((rows) => engineAnswer(bookOf(rows), '2022-01-31').findings.map(({ code }) => code));
    expect(codes.filter((code) => /^(csv|value|ref)\/|^stock\/(direction|reversal)/.test(code))).toEqual([]);
  });
});
