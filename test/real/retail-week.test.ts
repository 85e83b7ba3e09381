// Six days of a real shop as a book: goods out of one depot, cancellations as returns. Every sum of every day and item
// is held to what a few independent lines add up straight from the source files.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, expect, test } from 'vitest';
import { type Checked, check, dailyReport, loadBook, memoryWorkspace, parseDay, reconcile } from '../../src/index.js';
import { describeWith, sharedPath } from './shared.js';

interface Sale {
  readonly invoice: string;
  readonly item: string;
  readonly date: string;
  readonly time: string;
  readonly qty: number;
}

const files = (): string[] => readdirSync(sharedPath('retail-week')).sort();

function salesIn(file: string): Sale[] {
  const rows: Record<string, string>[] = parse(readFileSync(sharedPath(`retail-week/${file}`), 'utf8'), {
    columns: true,
  });
  return rows.map(({ InvoiceNo = '', StockCode = '', Quantity = '', InvoiceDate = '' }) => ({
    invoice: InvoiceNo,
    item: StockCode,
    date: InvoiceDate.slice(0, 10),
    time: InvoiceDate.slice(11, 16),
    qty: Number(Quantity),
  }));
}

/** What a shop sells, as a clerk would have booked it: each invoice a document, what came back a return. */
function bookOf(days: ReadonlyMap<string, readonly Sale[]>): Record<string, string> {
  const all = [...days.values()].flat();
  const items = [...new Set(all.map(({ item }) => item))].sort();
  const sold = new Map<string, number>();
  for (const { item, qty } of all) sold.set(item, (sold.get(item) ?? 0) + Math.abs(qty));
  const book: Record<string, string> = {
    'taizhang.yaml': 'title: a shop\nlanguage: en\nchecks: {stock/number-gap: off}\n',
    'items.csv': stringify([
      ['item', 'name', 'category', 'unit'],
      ...items.map((item) => [item, `item ${item}`, 'living', 'pcs']),
    ]),
    'sites.csv': 'site,name,kind,tracked\nD1,The warehouse,depot,yes\nSHOP,The counter,service,no\n',
    'stock/2010-11-30.csv': stringify([
      ['date', 'doc', 'kind', 'item', 'qty', 'to'],
      ...items.map((item) => ['2010-11-30', 'QC20101130-001', 'opening', item, (sold.get(item) ?? 0) + 1, 'D1']),
    ]),
  };
  for (const [date, sales] of days) {
    const rows = sales
      .filter(({ qty }) => qty !== 0)
      .map(({ invoice, item, time, qty }) =>
        qty > 0
          ? [date, time, invoice, 'issue', item, qty, 'D1', 'SHOP']
          : [date, time, `${invoice}-R`, 'return', item, -qty, 'SHOP', 'D1'],
      );
    book[`stock/${date}.csv`] = stringify([['date', 'time', 'doc', 'kind', 'item', 'qty', 'from', 'to'], ...rows]);
  }
  return book;
}

describeWith('retail-week', 'a week of a shop', () => {
  const days = new Map<string, Sale[]>();
  const nights = new Map<string, Checked>();

  beforeAll(() => {
    for (const file of files()) {
      for (const sale of salesIn(file)) days.set(sale.date, [...(days.get(sale.date) ?? []), sale]);
    }
    const open = loadBook(memoryWorkspace(bookOf(days)));
    for (const date of days.keys()) nights.set(date, check(open, parseDay(date)));
  });

  test('six days, thousands of rows, some of them coming back', () => {
    const all = [...days.values()].flat();
    expect(days.size).toBe(6);
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.some(({ invoice, qty }) => invoice.startsWith('C') && qty < 0)).toBe(true);
  });

  test('every day: what came in and went out of every item is what the source files add up to', () => {
    for (const [date, sales] of days) {
      const into = new Map<string, number>();
      const out = new Map<string, number>();
      for (const { item, qty } of sales) {
        if (qty > 0) out.set(item, (out.get(item) ?? 0) + qty);
        if (qty < 0) into.set(item, (into.get(item) ?? 0) - qty);
      }
      const night = nights.get(date);
      const lines = new Map(
        (night === undefined ? [] : (reconcile(night)?.lines ?? [])).map((line) => [line.item, line]),
      );
      for (const item of new Set([...into.keys(), ...out.keys()])) {
        expect([date, item, lines.get(item)?.in, lines.get(item)?.out]).toEqual([
          date,
          item,
          String(into.get(item) ?? 0),
          String(out.get(item) ?? 0),
        ]);
      }
      const moved = [...lines.values()].filter((line) => line.in !== '0' || line.out !== '0').map(({ item }) => item);
      expect(new Set(moved)).toEqual(new Set(sales.filter(({ qty }) => qty !== 0).map(({ item }) => item)));
    }
  });

  test('every day: every balance is the opening less all that was sold and not brought back', () => {
    const left = new Map<string, number>();
    const all = [...days.values()].flat();
    for (const { item, qty } of all) left.set(item, (left.get(item) ?? 1) + Math.abs(qty));
    for (const [date, sales] of days) {
      for (const { item, qty } of sales) left.set(item, (left.get(item) ?? 0) - qty);
      const night = nights.get(date);
      const lines = night === undefined ? [] : (reconcile(night)?.lines ?? []);
      expect(lines.length).toBe(left.size);
      for (const { item, closing } of lines)
        expect([date, item, closing]).toEqual([date, item, String(left.get(item))]);
    }
  });

  test('every day: what was delivered in all is what went out less what came back, so far', () => {
    let total = 0;
    for (const [date, sales] of days) {
      const today = sales.reduce((sum, { qty }) => sum + qty, 0);
      total += today;
      const night = nights.get(date);
      const living =
        night === undefined ? null : dailyReport(night)?.delivered.find(({ category }) => category === 'living');
      expect([living?.today, living?.total, living?.incomplete]).toEqual([String(today), String(total), false]);
    }
  });

  test('what is found are rows that stand twice in the source, each of them, and nothing else', () => {
    const [last] = [...nights.values()].slice(-1);
    const codes = new Set(last?.diagnostics.map(({ code }) => code));
    const seen = new Set<string>();
    let twice = 0;
    for (const { invoice, item, qty } of [...days.values()].flat()) {
      if (qty === 0) continue;
      const key = `${invoice} ${item} ${qty}`;
      if (seen.has(key)) twice++;
      seen.add(key);
    }
    expect([...codes]).toEqual(['stock/duplicate-row']);
    expect(last?.diagnostics.length).toBe(twice);
    expect(last?.quarantined).toBe(0);
  });
});
