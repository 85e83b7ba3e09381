// A stock card lists every row of an item in the order of booking and ends on the balance that the engine has.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { cardData, cardDocument, stockCard } from '../../src/report/card.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { oneDay } from '../../src/stock/period.js';
import { reconcile } from '../../src/stock/reconcile.js';
import { books } from '../model/books.js';
import { csv, day, night, STOCK, small } from './books.js';

const { book, figures } = small(night, '2022-01-12');
const suit = book.items.directory.code('PPE-SUIT')!;
const mask = book.items.directory.code('PPE-N95')!;
const depot = book.sites.directory.code('D1')!;

test('rows stand in the order in which they are booked, with the balance after each', () => {
  const { rows, ...head } = cardData(book, stockCard(book, figures, suit, depot, null));
  expect(head).toEqual({
    item: 'PPE-SUIT',
    site: 'D1',
    unit: '套',
    from: '2022-01-11',
    opening: '0',
    closing: '997',
    incomplete: false,
  });
  expect(rows.map(({ doc, in: into, out, adjusted, balance }) => [doc, into, out, adjusted, balance])).toEqual([
    ['QC20220111-001', '1200', '0', '0', '1200'],
    ['RK20220112-001', '100', '0', '0', '1300'],
    ['CK20220112-001', '0', '300', '0', '1000'],
    ['PK20220112-001', '0', '0', '-3', '997'],
  ]);
});

test('a card that begins later brings the balance forward', () => {
  const card = stockCard(book, figures, suit, depot, day('2022-01-12'));
  expect(cardData(book, card)).toMatchObject({ from: '2022-01-12', opening: '1200', closing: '997' });
  expect(card.rows).toHaveLength(3);
  const text = renderTerminal(cardDocument(book, figures, card), { lang: 'zh', width: 80, color: false });
  expect(text).toContain('承前结存');
});

test('lots that were taken first expired first out are named, and a reversal stands in red in the same column', () => {
  const { rows } = cardData(book, stockCard(book, figures, mask, depot, day('2022-01-12')));
  expect(rows.map(({ kind, lots, out, balance }) => [kind, lots, out, balance])).toEqual([
    ['issue', ['N1', 'N2'], '600', '600'],
    ['reversal', ['N1', 'N2'], '-100', '700'],
  ]);
});

test('what a site signed for stays on its card on the days after', () => {
  const files = {
    'stock/2022-01-11.csv': csv(
      STOCK,
      '2022-01-11,QC20220111-001,opening,PPE-SUIT,,,100,,D1,',
      '2022-01-11,CK20220111-001,issue,PPE-SUIT,,,40,D1,S002,',
    ),
    'deliveries/2022-01-11.csv': csv('date,doc,item,received', '2022-01-11,CK20220111-001,PPE-SUIT,40'),
  };
  const { book: signed, figures: later } = small(files, '2022-01-13');
  const site = signed.sites.directory.code('S002')!;
  const { closing, rows } = cardData(signed, stockCard(signed, later, suit, site, null));
  expect(closing).toBe('40');
  expect(rows.map(({ doc, kind, from, in: into }) => [doc, kind, from, into])).toEqual([
    ['CK20220111-001', 'delivery', 'D1', '40'],
  ]);
});

test('whatever the book, a card ends on what the engine has', () => {
  const property = fc.property(books(), fc.nat(), ({ files, dates }, seed) => {
    const asOf = dates[seed % dates.length];
    if (asOf === undefined) return;
    const random = loadBook(memoryWorkspace(files));
    const now = reconcile(random, oneDay(day(asOf)));
    for (const [item] of random.items.all.entries()) {
      for (const [site, { tracked }] of random.sites.all.entries()) {
        if (!tracked) continue;
        const lines = now.balances.filter((line) => line.site === site && line.item === item);
        const closing = lines.reduce((sum, line) => sum + line.closing, 0);
        expect(stockCard(random, now, item, site, null).closing).toBe(closing);
      }
    }
  });
  fc.assert(property, { numRuns: Number(process.env.MODEL_RUNS ?? 150) });
});
