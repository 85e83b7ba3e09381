// The other reports, each on the same small night: what programs get, and what a page says.

import { describe, expect, test } from 'vitest';
import { attention } from '../../src/report/attention.js';
import { deliveriesData, deliveriesDocument } from '../../src/report/deliveries.js';
import { everything, isOnlyWord } from '../../src/report/filter.js';
import { movementsData, movementsDocument } from '../../src/report/movements.js';
import { reconcileData, reconcileDocument, verdict } from '../../src/report/reconcile.js';
import { requestsData } from '../../src/report/requests.js';
import { stockData, stockDocument } from '../../src/report/stock.js';
import { summarize } from '../../src/report/summary.js';
import { csv, night, STOCK, small } from './books.js';

const { book, figures, diagnostics } = small(night, '2022-01-12');
const site = (code: string) => book.sites.directory.code(code)!;
const item = (code: string) => book.items.directory.code(code)!;

describe('reconcile', () => {
  test('has the day’s balances, counts of all lots, and deliveries', () => {
    const { lines, itemCounts, deliveries } = reconcileData(book, figures);
    expect(lines).toContainEqual({
      site: 'D1',
      item: 'PPE-SUIT',
      lot: '',
      unit: '套',
      opening: '1200',
      in: '100',
      out: '300',
      adjusted: '-3',
      closing: '997',
      counted: '995',
      variance: '-2',
      status: 'short',
    });
    expect(lines.map(({ lot, closing, status }) => [lot, closing, status])).toEqual([
      ['N1', '0', 'uncounted'],
      ['N2', '700', 'uncounted'],
      ['', '997', 'short'],
    ]);
    expect(itemCounts).toEqual([
      { site: 'D1', item: 'PPE-N95', book: '700', counted: '700', variance: '0', status: 'balanced' },
    ]);
    expect(deliveries).toEqual([
      {
        doc: 'CK20220112-001',
        item: 'PPE-SUIT',
        lot: '',
        date: '2022-01-12',
        from: 'D1',
        to: 'S001',
        dispatched: '300',
        received: '298',
        damaged: '0',
        returned: '0',
        lost: '0',
        inTransit: '2',
        status: 'short',
      },
    ]);
  });

  test('can be asked for one site, one item, or some statuses', () => {
    const of = (filter: Partial<typeof everything>) => reconcileData(book, figures, { ...everything, ...filter });
    expect(of({ site: site('S001') }).lines).toEqual([]);
    expect(of({ site: site('S001') }).deliveries).toHaveLength(1);
    expect(of({ item: item('PPE-N95') }).lines).toHaveLength(2);
    expect(of({ item: item('PPE-N95') }).deliveries).toEqual([]);
    const off = of({ only: new Set(['variance']) });
    expect(off.lines.map((line) => line.item)).toEqual(['PPE-SUIT']);
    expect(off.itemCounts).toEqual([]);
    expect(off.deliveries).toEqual([]);
    expect(of({ only: new Set(['short']) }).deliveries).toHaveLength(1);
  });

  test('words that no line can have are refused', () => {
    expect(['variance', 'short', 'overdue'].every(isOnlyWord)).toBe(true);
    expect(isOnlyWord('missing')).toBe(false);
  });

  test('the last line of a night says whether the day balances', () => {
    expect(verdict(figures, summarize(diagnostics, 0)).zh).toMatch(
      /^2022年1月12日：不平，2 个错误，1 项账实不符，1 项配送与签收不符$/,
    );
    const good = small(
      { 'stock/a.csv': csv(STOCK, '2022-01-12,QC20220112-001,opening,PPE-SUIT,,,5,,D1,') },
      '2022-01-12',
    );
    expect(verdict(good.figures, summarize(good.diagnostics, 0))).toEqual({
      zh: '2022年1月12日：账账相符；当日没有盘点，账实未核对',
      en: '12 January 2022: the day balances; nothing was counted that day',
    });
    const counted = small(
      {
        'stock/a.csv': csv(STOCK, '2022-01-12,QC20220112-001,opening,PPE-SUIT,,,5,,D1,'),
        'counts/a.csv': 'date,site,item,counted,by\n2022-01-12,D1,PPE-SUIT,5,P001\n',
      },
      '2022-01-12',
    );
    expect(verdict(counted.figures, summarize(counted.diagnostics, 0))).toEqual({
      zh: '2022年1月12日：账账相符，账实相符',
      en: '12 January 2022: the day balances',
    });
    const broken = small(
      { ...night, 'stock/b.csv': csv(STOCK, '2022-01-12,CK1,issue,PPE-SUIT,,,三十,D1,S001,') },
      '2022-01-12',
    );
    expect(verdict(broken.figures, summarize(broken.diagnostics, 1)).zh).toContain('还不能定');
  });

  test('a page without incomplete lines is complete', () => {
    expect(reconcileDocument(book, figures).incomplete).toBe(false);
  });
});

describe('stock on hand', () => {
  test('by site and lot with expiries, and by item', () => {
    const { onHand, itemTotals } = stockData(book, figures);
    expect(onHand).toEqual([
      {
        site: 'D1',
        item: 'PPE-N95',
        lot: 'N2',
        unit: '只',
        expiry: '2023-06-30',
        daysLeft: 534,
        onHand: '700',
        status: 'uncounted',
      },
      {
        site: 'D1',
        item: 'PPE-SUIT',
        lot: '',
        unit: '套',
        expiry: null,
        daysLeft: null,
        onHand: '997',
        status: 'short',
      },
    ]);
    expect(itemTotals.map((total) => [total.item, total.onHand])).toEqual([
      ['PPE-N95', '700'],
      ['PPE-SUIT', '997'],
    ]);
    expect(stockDocument(book, figures).incomplete).toBe(false);
  });
});

describe('deliveries', () => {
  test('those of the days asked for, and all that are still open', () => {
    expect(deliveriesData(book, figures).deliveries.map(({ doc, status }) => [doc, status])).toEqual([
      ['CK20220112-001', 'short'],
    ]);
    const later = small(
      { ...night, 'stock/2022-01-14.csv': csv(STOCK, '2022-01-14,RK20220114-001,receipt,PPE-SUIT,,,1,红十字会,D1,') },
      '2022-01-14',
    );
    expect(deliveriesData(later.book, later.figures).deliveries).toHaveLength(1);
    expect(deliveriesDocument(later.book, later.figures).blocks).toHaveLength(1);
  });
});

describe('movements', () => {
  const both = small(night, '2022-01-12', '2022-01-11');

  test('rows between two days by date and document, whatever files they stand in', () => {
    const { movements } = movementsData(both.book, both.figures);
    expect([...movements].map(({ doc, item: code }) => [doc, code])).toEqual([
      ['QC20220111-001', 'PPE-SUIT'],
      ['QC20220111-001', 'PPE-N95'],
      ['QC20220111-001', 'PPE-N95'],
      ['CK20220112-001', 'PPE-SUIT'],
      ['CK20220112-002', 'PPE-N95'],
      ['CX20220112-001', 'PPE-N95'],
      ['PK20220112-001', 'PPE-SUIT'],
      ['RK20220112-001', 'PPE-SUIT'],
    ]);
  });

  test('each as it stands, quantities in base units', () => {
    const [first] = movementsData(book, figures).movements;
    expect(first).toEqual({
      date: '2022-01-12',
      time: null,
      doc: 'CK20220112-001',
      kind: 'issue',
      item: 'PPE-SUIT',
      lot: '',
      qty: '300',
      unit: '套',
      from: 'D1',
      to: 'S001',
      ref: null,
    });
  });

  test('totals by item and kind', () => {
    expect(movementsData(both.book, both.figures).totals).toEqual([
      { item: 'PPE-N95', unit: '只', kind: 'opening', rows: 2, qty: '1200' },
      { item: 'PPE-N95', unit: '只', kind: 'issue', rows: 1, qty: '600' },
      { item: 'PPE-N95', unit: '只', kind: 'reversal', rows: 1, qty: '100' },
      { item: 'PPE-SUIT', unit: '套', kind: 'opening', rows: 1, qty: '1200' },
      { item: 'PPE-SUIT', unit: '套', kind: 'receipt', rows: 1, qty: '100' },
      { item: 'PPE-SUIT', unit: '套', kind: 'issue', rows: 1, qty: '300' },
      { item: 'PPE-SUIT', unit: '套', kind: 'loss', rows: 1, qty: '3' },
    ]);
  });

  test('a row that was left out makes the page incomplete, unless it cannot be one of those asked for', () => {
    const broken = csv(STOCK, '2022-01-12,CK20220112-009,issue,PPE-SUIT,,,三十,D1,S001,');
    const one = small({ ...night, 'stock/b.csv': broken }, '2022-01-12');
    expect(movementsDocument(one.book, one.figures).incomplete).toBe(true);
    expect(movementsDocument(one.book, one.figures, { ...everything, item: item('LIV-RICE') }).incomplete).toBe(false);
  });
});

test('requests that are open, with what was sent for them', () => {
  const asked = small(
    {
      ...night,
      'requests/a.csv': csv(
        'date,doc,site,item,qty,needed_by,priority',
        '2022-01-11,SQ1,S001,PPE-SUIT,400,2022-01-12,urgent',
      ),
      'stock/c.csv': csv(STOCK, '2022-01-12,CK20220112-010,issue,PPE-SUIT,,,150,D1,S001,SQ1'),
    },
    '2022-01-12',
  );
  expect(requestsData(asked.book, asked.figures).requests).toEqual([
    {
      doc: 'SQ1',
      date: '2022-01-11',
      site: 'S001',
      item: 'PPE-SUIT',
      unit: '套',
      asked: '400',
      filled: '150',
      open: '250',
      neededBy: '2022-01-12',
      priority: 'urgent',
      status: 'part-filled',
      overdue: false,
    },
  ]);
});

test('what needs attention: errors first, counted, with the place of the first', () => {
  const groups = attention(diagnostics);
  expect(groups.map(({ code, severity, count }) => [severity, code, count])).toEqual([
    ['error', 'count/variance', 1],
    ['error', 'delivery/short', 1],
  ]);
  expect(groups[0]?.place).toBe('counts/2022-01-12.csv:2');
});
