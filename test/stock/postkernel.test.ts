// Posting in the kernel and posting by plain loops: the same balances, document lines, notices and headline.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import { dayFromColumn } from '../../src/core/day.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { oneDay } from '../../src/stock/period.js';
import { postBook } from '../../src/stock/post.js';
import type { Posting } from '../../src/stock/posting.js';
import { isInKernel } from '../../src/stock/postkernel.js';
import { books } from '../model/books.js';

function read(files: Readonly<Record<string, string>>): Book {
  return loadBook(memoryWorkspace(files), null, { compiled: true, ahead: null });
}

const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

function balancesOf({ balances, negativeRows, negativeClosing }: Posting): string[] {
  const { site, item, lot, closing, opening, in: came, out, adjusted } = balances;
  const { firstDay, lastDay, receivedDay, negativeDay, lastRow } = balances;
  const columns = [site, item, lot, closing, opening, came, out, adjusted];
  const all = [...columns, firstDay, lastDay, receivedDay, negativeDay, lastRow];
  return sorted(
    Array.from({ length: balances.size }, (_, balance) => [
      ...all.map(({ data }) => data[balance]! + 0),
      negativeRows.get(balance) ?? null,
      negativeClosing.get(balance) ?? null,
    ]),
  );
}

/** Lines in the order of their document and item, which says which of them was taken first. */
function linesOf({ book, lines, named }: Posting): unknown[] {
  const told: unknown[] = [];
  const { lot, from, to, kind, day, minute, row, ref, transit, headline, dispatched, received, damaged } = lines;
  const { returned, lost, sentBack, signedRow, signedDay, damagedRow, overRow } = lines;
  const start = [lot, from, to, kind, day, minute, row, ref, transit, headline, dispatched, received, damaged];
  const all = [...start, returned, lost, sentBack, signedRow, signedDay, damagedRow, overRow];
  for (let doc = 0; doc < named.length; doc++) {
    for (let item = 0; item < book.items.all.length; item++) {
      for (let line = lines.head(doc, item); line >= 0; line = lines.next.data[line]!) {
        const target = lines.target.data[line]!;
        told.push([doc, item, target < 0 ? null : lines.doc.data[target], ...all.map(({ data }) => data[line]! + 0)]);
      }
    }
  }
  return told;
}

function told(posting: Posting, counts: readonly unknown[]) {
  const { headline, lines } = posting;
  return {
    balances: balancesOf(posting),
    lines: linesOf(posting),
    size: lines.size,
    headline: [headline.period, headline.total, headline.signed].map((figures) => [...figures]),
    issued: [...posting.issued],
    expired: sorted(posting.expiredIssued.map(({ row, lot }) => [row, lot])),
    fefo: sorted(posting.fefo.map(({ row, lot, earlier }) => [row, lot, earlier])),
    unmatched: [...posting.unmatched].sort((a, b) => a - b),
    faults: sorted(posting.reversalFaults.map(({ row, left }) => [row, left])),
    back: sorted(
      posting.givenBack.map(({ row, line, qty }) => [row, lines.doc.data[line], lines.item.data[line], qty]),
    ),
    undone: sorted(posting.undoneAdjustments.map((one) => Object.values(one))),
    lossLots: sorted([...posting.lossLots].map(([row, pieces]) => [row, pieces])),
    leftOut: [...posting.leftOutRows].sort((a, b) => a - b),
    counts: sorted(counts.map((one) => [one])),
  };
}

function bothWays(book: Book) {
  const period = oneDay(book.lastDay ?? dayFromColumn(0));
  const one = postBook(book, period);
  const other = postBook({ ...book, kernel: null }, period);
  return { compiled: told(one.posting, [...one.counts]), plain: told(other.posting, [...other.counts]), one };
}

describe('a book posted in the kernel', () => {
  test('stands as one posted by the plain loops, whatever it has', () => {
    fc.assert(
      fc.property(books(), ({ files }) => {
        const book = read(files);
        fc.pre(book.lastDay !== null && isInKernel(book));
        const { compiled, plain, one } = bothWays(book);
        expect(one.posting.room).toBe(book.kernel);
        expect(compiled).toEqual(plain);
      }),
      { numRuns: Number(process.env.MODEL_RUNS ?? 150) },
    );
  });
});

/** Registers of a book with one depot, sites that sign, sites that do not, and items in lots and without. */
function registers(items: number): Record<string, string> {
  const goods = Array.from(
    { length: items },
    (_, at) => `I${at},物${at},protective,个,${at % 2 === 0 ? 'no' : 'auto'}`,
  );
  return {
    'taizhang.yaml': 'title: test\n',
    'items.csv': ['item,name,category,unit,lots', ...goods, ''].join('\n'),
    'sites.csv':
      'site,name,kind,tracked,signs\nD1,仓,depot,yes,no\nS1,一,service,yes,yes\nS2,二,service,yes,yes\nS3,三,service,yes,no\n',
    'parties.csv': 'party,name,kind\nV1,厂,supplier\n',
  };
}

const stockHead = 'date,doc,kind,item,lot,expiry,qty,from,to,ref';
const deliveryHead = 'date,doc,item,lot,received,damaged,site';
const csv = (head: string, rows: readonly string[]): string => [head, ...rows, ''].join('\n');

function expectAlike(files: Readonly<Record<string, string>>): Posting {
  const book = read(files);
  expect(book.findings.slice(0, 3).map((one) => JSON.stringify(one))).toEqual([]);
  const { compiled, plain, one } = bothWays(book);
  expect(one.posting.room).toBe(book.kernel);
  expect(compiled).toEqual(plain);
  return one.posting;
}

describe('what is rare because there is much of it', () => {
  test('a document with more items than are gone through', () => {
    const sent = Array.from({ length: 40 }, (_, at) => `2022-01-05,CK1,issue,I${at},,,3,D1,S${1 + (at % 3)},`);
    const signed = Array.from({ length: 40 }, (_, at) => at)
      .filter((at) => at % 3 !== 2)
      .map((at) => `2022-01-05,CK1,I${at},,2,1,`);
    const posting = expectAlike({
      ...registers(40),
      'stock/1.csv': csv(stockHead, sent),
      'deliveries/1.csv': csv(deliveryHead, signed),
    });
    expect(posting.lines.size).toBeGreaterThan(16);
  });

  test('senders that no register knows', () => {
    const { 'parties.csv': _, ...known } = registers(4);
    const came = Array.from({ length: 300 }, (_, at) => `2022-01-04,RK${at},receipt,I1,L${at % 7},,5,厂${at},D1,`);
    const passed = ['2022-01-04,DB1,transfer,I1,,,40,D1,S3,', '2022-01-04,DB2,transfer,I1,,,40,S3,D1,'];
    const posting = expectAlike({ ...known, 'stock/1.csv': csv(stockHead, [...came, ...passed]) });
    expect(posting.balances.size).toBe(8);
  });

  test('a document with more lots of an item than are gone through', () => {
    const lots = Array.from({ length: 40 }, (_, at) => at);
    const came = lots.map((at) => `2022-01-04,RK${at},receipt,I1,L${at},2023-01-${10 + (at % 20)},5,V1,D1,`);
    const sent = lots.map((at) => `2022-01-05,CK1,issue,I1,L${at},,2,D1,S${1 + (at % 2)},`);
    expectAlike({
      ...registers(2),
      'stock/1.csv': csv(stockHead, [...came, ...sent, '2022-01-05,CK2,issue,I1,,,150,D1,S1,']),
      'deliveries/1.csv': csv(deliveryHead, ['2022-01-05,CK1,I1,,50,0,S1', '2022-01-06,CK2,I1,,140,11,S1']),
    });
  });

  test('a document with very many lots, each signed for, given back and undone by its name', () => {
    const lots = Array.from({ length: 60 }, (_, at) => at);
    const came = lots.map((at) => `2022-01-04,RK${at},receipt,I1,L${at},2023-01-${10 + (at % 20)},9,V1,D1,`);
    const sent = lots.map((at) => `2022-01-05,CK1,issue,I1,L${at % 50},,${3 + (at % 3)},D1,S${1 + (at % 3)},`);
    const back = lots.slice(0, 20).map((at) => `2022-01-07,TK${at},return,I1,L${at},,1,S${1 + (at % 3)},D1,CK1`);
    const undone = lots.slice(20, 50).map((at) => `2022-01-08,CH${at},reversal,I1,L${at},,1,D1,S${1 + (at % 3)},CK1`);
    const signed = lots.map((at) => `2022-01-06,CK1,I1,L${at},${at % 4},${at % 2},${at % 5 === 0 ? 'S1' : ''}`);
    const posting = expectAlike({
      ...registers(2),
      'stock/1.csv': csv(stockHead, [...came, ...sent, ...back, ...undone]),
      'deliveries/1.csv': csv(deliveryHead, signed),
    });
    expect(posting.unmatched.length).toBeGreaterThan(0);
    expect(posting.givenBack.length).toBeGreaterThan(20);
  });

  test('more entries of an item in a day than there is room for to begin with', () => {
    const came = Array.from({ length: 1500 }, (_, at) => `2022-01-04,RK${at},receipt,I1,L0,2023-03-10,1,V1,D1,`);
    const sent = ['2022-01-04,CK1,issue,I1,L0,,1499,D1,S3,', '2022-01-04,CK2,issue,I1,L0,,2,D1,S3,'];
    const { negativeRows, book } = expectAlike({ ...registers(2), 'stock/1.csv': csv(stockHead, [...came, ...sent]) });
    expect([...negativeRows.values()].map((row) => book.docs.text(book.stock.doc.data[row]!))).toEqual(['CK2']);
  });

  test('more lots on a shelf, more shelves and more lines than there is room for to begin with', () => {
    const many = Array.from({ length: 1300 }, (_, at) => at);
    const came = many.map((at) => `2022-01-04,RK${at},receipt,I1,L${at},2023-03-${10 + (at % 20)},2,V1,D1,`);
    const lots = [...came, '2022-01-04,CK1,issue,I1,,,700,D1,S3,', '2022-01-05,CK2,issue,I1,,,900,D1,S3,'];
    expect(expectAlike({ ...registers(2), 'stock/1.csv': csv(stockHead, lots) }).balances.size).toBeGreaterThan(1300);

    // Balances without lots are first, so that shelves grow when balances do not.
    const put = [0, 1].flatMap((lot) =>
      many.map((at) => `2022-01-04,RK${at},receipt,I${2 * at + lot},${lot === 0 ? '' : 'A'},,5,V1,D1,`),
    );
    const sent = many.flatMap((at) => [
      `2022-01-0${4 + (at % 2)},CK${at},transfer,I${2 * at + 1},,,2,D1,S3,`,
      `2022-01-05,CP${at},transfer,I${2 * at},,,2,D1,S3,`,
      `2022-01-06,CQ${at},issue,I${2 * at + 1},,,9,D1,S3,`,
    ]);
    const shelves = expectAlike({ ...registers(2600), 'stock/1.csv': csv(stockHead, [...put, ...sent]) });
    expect(shelves.balances.size).toBeGreaterThan(2048);

    // All of two hundred lots, from one site to the other and back.
    const few = many.slice(0, 200).map((at) => `2022-01-01,RK${at},receipt,I1,L${at},2023-03-10,1,V1,S1,`);
    const days = many.slice(11, 23);
    const ends = (day: number): string => (day % 2 === 1 ? 'S1,S2' : 'S2,S1');
    const passed = days.map((day) => `2022-01-${day},DB${day},transfer,I1,,,200,${ends(day)},`);
    const signed = days.map((day) => `2022-01-${day},DB${day},I1,,200,0,`);
    const lines = expectAlike({
      ...registers(2),
      'stock/1.csv': csv(stockHead, [...few, ...passed]),
      'deliveries/1.csv': csv(deliveryHead, signed),
    });
    expect(lines.lines.size).toBe(2400);
  });

  test.each([200, 300, 5000])('%i events of an item in a day, in order and out of it', (count) => {
    const all = Array.from({ length: count }, (_, at) => at);
    const came = all.map(
      (at) => `2022-01-04,RK${count - at},receipt,I1,L${at % 90},2023-03-${10 + (at % 20)},5,V1,D1,`,
    );
    const unlike = came.filter((row, at) => at < 90 || !row.includes('2023'));
    const more = all.slice(90).map((at) => `2022-01-04,RK${count - at},receipt,I1,L${at % 90},,5,V1,D1,`);
    const passed = all.map((at) =>
      at % 2 === 0 ? `2022-01-05,DB${at},transfer,I1,,,3,D1,S3,` : `2022-01-05,DB${at},transfer,I1,,,1,S3,D1,`,
    );
    const sent = all.map((at) => `2022-01-06,CK${at},issue,I1,,,1,D1,S1,`);
    const signed = all.map((at) => `2022-01-06,CK${at},I1,,1,0,S1`);
    const plain = all.map((at) => `2022-01-07,CP${at % 70},issue,I0,,,1,D1,S2,`);
    const twice = all.map((at) => `2022-01-08,CP${at % 70},I0,,1,0,`);
    const posting = expectAlike({
      ...registers(2),
      'stock/1.csv': csv(stockHead, [...unlike, ...more, ...passed, ...sent, ...plain]),
      'deliveries/1.csv': csv(deliveryHead, [...signed, ...twice]),
    });
    expect(posting.lines.size).toBeGreaterThan(count);
  });
});
