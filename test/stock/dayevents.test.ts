// How a row stands among those of its day and item: with which it comes, which shelf it takes from and adds to, which
// document it sends under and which it waits for.

import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { DayEvents } from '../../src/stock/dayevents.js';
import { oneDay } from '../../src/stock/period.js';
import { Posting } from '../../src/stock/posting.js';
import { smallBook } from '../model/small.js';
import { on } from './run.js';

const RANKS = ['adds', 'signed', 'back', 'takes', 'reversal'];

/** `document: rank, taken from > added to, sent under, waits for` of all that waits on the last day, as it came in. */
function waiting(stock: readonly string[], deliveries: readonly string[] = [], day = 3): string[] {
  const counts = ['@2 close D1 MASK - 5'];
  const book = loadBook(memoryWorkspace(smallBook({ stock: [...stock], deliveries: [...deliveries], counts })));
  const posting = new Posting(book, oneDay(on(day)), false, null);
  const events = new DayEvents(posting);
  for (posting.day = on(1); posting.day <= on(day); posting.day++) {
    if (posting.day > on(1)) events.run();
    const { day: rows } = book.stock;
    const { day: signed } = book.deliveries;
    for (let row = 0; row < book.stock.length; row++) if (rows.data[row] === posting.day) events.addRow(row);
    for (let row = 0; row < book.deliveries.length; row++)
      if (signed.data[row] === posting.day) events.addDelivery(row);
  }
  const { table } = events;
  const site = (at: number): string => (at < 0 ? '-' : (book.sites.all[at]?.code ?? '?'));
  const doc = (at: number): string => (at < 0 ? '-' : book.docs.text(at));
  return Array.from({ length: table.row.length }, (_, at) => {
    const [rank, takes, adds, sent, follows] = [
      table.rank,
      table.takes,
      table.adds,
      table.dispatches,
      table.follows,
    ].map(({ data }) => data[at]!);
    const ends = `${site(takes!)}>${site(adds!)}`;
    return `${doc(table.doc.data[at]!)}: ${RANKS[rank!]}, ${ends}, ${doc(sent!)}, ${doc(follows!)}`;
  });
}

describe('a movement', () => {
  const one = (row: string): string | undefined => waiting(['@2 CK0 issue MASK - - 9 D1 S1', `@3 ${row}`])[0];

  test('that only adds comes first, to a site that signs as well', () => {
    expect(one('QC1 opening MASK A 2022-03-01 5 - D1')).toBe('QC1: adds, ->D1, QC1, -');
    expect(one('RK1 receipt MASK A 2022-03-01 5 SUP D3')).toBe('RK1: adds, ->D3, RK1, -');
    expect(one('PY1 gain MASK A 2022-03-01 5 - S2')).toBe('PY1: adds, ->S2, PY1, -');
    expect(one('PY1 gain MASK A 2022-03-01 5 - S3')).toBe('PY1: adds, ->-, PY1, -');
  });

  test('that takes comes last, and adds at once where nobody has to sign', () => {
    expect(one('CK1 issue MASK - - 5 D1 S4')).toBe('CK1: takes, D1>S4, CK1, -');
    expect(one('CK1 issue MASK - - 5 D1 S3')).toBe('CK1: takes, D1>-, CK1, -');
    for (const kind of ['issue', 'transfer']) {
      expect(one(`CK1 ${kind} MASK - - 5 D1 S2`)).toBe('CK1: takes, D1>-, CK1, -');
      expect(one(`CK1 ${kind} MASK - - 5 S3 D2`)).toBe('CK1: takes, ->D2, CK1, -');
    }
    expect(one('BS1 disposal MASK - - 5 D1 -')).toBe('BS1: takes, D1>-, BS1, -');
  });

  test('that comes back waits for what it comes back from, and comes before what takes if it takes from no shelf', () => {
    expect(one('TK1 return MASK - - 5 S3 D1')).toBe('TK1: adds, ->D1, TK1, -');
    expect(one('TK1 return MASK - - 5 S3 D1 CK0')).toBe('TK1: back, ->D1, TK1, CK0');
    expect(one('TK1 return MASK - - 5 S3 D3 CK0')).toBe('TK1: back, ->-, TK1, CK0');
    expect(one('TK1 return MASK - - 5 D1 D2')).toBe('TK1: takes, D1>D2, TK1, -');
    expect(one('TK1 return MASK - - 5 S4 D1 CK0')).toBe('TK1: takes, S4>D1, TK1, CK0');
    expect(one('TK1 return MASK - - 5 transit D1 CK0')).toBe('TK1: back, ->D1, TK1, CK0');
    expect(one('TK1 return MASK - - 5 transit D3 CK0')).toBe('TK1: back, ->D3, TK1, CK0');
  });

  test('that was lost on the way waits for what it was lost of; what a shelf lost explains a count', () => {
    expect(one('PK1 loss MASK - - 5 transit - CK0')).toBe('PK1: back, ->-, PK1, CK0');
    expect(one('PK1 loss MASK - - 5 D1 - count:2022-01-02:D1')).toBe('PK1: takes, D1>-, PK1, -');
  });

  test('that is undone comes after all others', () => {
    expect(one('CX1 reversal MASK - - 5 D1 S1 CK0')).toBe('CX1: reversal, D1>-, CX1, -');
    expect(one('CX1 reversal MASK - - 5 transit D1 CK0')).toBe('CX1: reversal, ->D1, CX1, -');
  });
});

describe('a signature', () => {
  const before = '@2 CK0 issue ITEM - - 9 D1 S2';
  const signed = (item: string, stock: readonly string[], ...deliveries: string[]): string[] =>
    waiting(
      stock.map((row) => row.replace('ITEM', item)),
      deliveries.map((row) => `@3 ${row.replace('ITEM', item)}`),
    ).filter((line) => /signed|takes, .*, -, /u.test(line));

  test('of an item in lots waits for what was sent under its document, and adds to the site that it names', () => {
    expect(signed('MASK', [before], 'CK0 ITEM - 5 0 S2')).toEqual(['CK0: signed, ->S2, -, CK0']);
    expect(signed('MASK', [before], 'CK0 ITEM - 5 0 D3')).toEqual(['CK0: signed, ->D3, -, CK0']);
    expect(signed('MASK', [before], 'CK0 ITEM - 5 0 S1')).toEqual(['CK0: signed, ->-, -, CK0']);
    expect(signed('MASK', [before], 'CK0 ITEM - 5 0 D1')).toEqual(['CK0: signed, ->D1, -, CK0']);
  });

  test('that names no site adds to where it was sent, before or today, if stock is kept there', () => {
    expect(signed('MASK', [before], 'CK0 ITEM - 5')).toEqual(['CK0: signed, ->S2, -, CK0']);
    expect(signed('MASK', ['@2 CK0 issue MASK - - 9 D1 S1'], 'CK0 ITEM - 5')).toEqual(['CK0: signed, ->-, -, CK0']);
    const today = (...rows: string[]): string[] =>
      signed(
        'MASK',
        rows.map((row) => `@3 ${row}`),
        'CK1 ITEM - 5',
      );
    expect(today('CK1 issue MASK - - 9 D1 S2')).toEqual(['CK1: signed, ->S2, -, CK1']);
    expect(today('CK1 issue MASK - - 9 S2 D3')).toEqual(['CK1: signed, ->D3, -, CK1']);
    expect(today('CK1 issue MASK - - 9 D1 S1')).toEqual(['CK1: signed, ->-, -, CK1']);
    expect(today('CK1 issue MASK - - 9 D1 D2')).toEqual(['CK1: signed, ->-, -, CK1']);
    expect(today('CK2 issue MASK - - 9 D1 S2', 'CK1 issue KIT A - 9 D1 S2')).toEqual(['CK1: signed, ->-, -, CK1']);
    // Of several sites the first, which a document should not have.
    expect(today('CK1 issue MASK - - 9 D1 S2', 'CK1 issue MASK - - 9 D1 D3')).toEqual(['CK1: signed, ->S2, -, CK1']);
  });

  test('of an item without lots waits where it is one of several of its document, corrects, or nothing was sent', () => {
    expect(signed('SUIT', [before], 'CK0 ITEM - 5')).toEqual([]);
    expect(signed('SUIT', [before], 'CK0 ITEM - 0 0')).toEqual([]);
    expect(signed('SUIT', [before], 'CK0 ITEM - 5', 'CK0 ITEM - 3', 'CK0 ITEM - 1')).toHaveLength(3);
    expect(signed('SUIT', [before, '@2 CK7 issue ITEM - - 9 D1 S2'], 'CK0 ITEM - 5', 'CK7 ITEM - 3')).toEqual([]);
    expect(signed('SUIT', [], 'CK9 ITEM - 5 0 S2')).toEqual(['CK9: signed, ->S2, -, CK9']);
    expect(signed('SUIT', ['@3 CK1 issue ITEM - - 9 D1 S2'], 'CK1 ITEM - 5')).toEqual(['CK1: signed, ->S2, -, CK1']);
  });

  test('of nothing but damage takes nothing back', () => {
    expect(signed('MASK', [before], 'CK0 ITEM - 0 5')).toEqual(['CK0: signed, ->S2, -, CK0']);
    expect(signed('MASK', [before], 'CK0 ITEM - 5 0')).toEqual(['CK0: signed, ->S2, -, CK0']);
  });

  test('waits for none of other documents and items, however many are signed for', () => {
    const documents = Array.from({ length: 20 }, (_, at) => `CK${10 + at}`);
    const items = ['SUIT', 'RICE'];
    const rows = documents.flatMap((doc) => items.map((item) => `@2 ${doc} issue ${item} - - 9 D1 S2`));
    const signatures = documents.flatMap((doc) => items.map((item) => `@3 ${doc} ${item} - 9`));
    expect(waiting(rows, signatures)).toEqual([]);
  });

  test('for what left today adds to where that went, whatever was sent and signed for the days before', () => {
    const sent = ['@2 CK1 issue MASK - - 9 D1 S2', '@3 CK2 issue MASK - - 9 D1 D3'];
    expect(waiting(sent, ['@2 CK1 MASK - 9', '@3 CK2 MASK - 9'])).toEqual([
      'CK2: takes, D1>-, CK2, -',
      'CK2: signed, ->D3, -, CK2',
    ]);
  });

  test('that corrects another takes from where that added', () => {
    for (const item of ['SUIT', 'MASK']) {
      const sent = [before];
      const first = ['@2 CK0 ITEM - 5 2'.replace('ITEM', item)];
      const corrected = (row: string): string[] =>
        waiting(
          sent.map((text) => text.replace('ITEM', item)),
          [...first, `@3 CK0 ${item} - ${row}`],
        );
      expect(corrected('-1 0')).toEqual(['CK0: takes, S2>-, -, CK0']);
      expect(corrected('-1 1')).toEqual(['CK0: takes, S2>-, -, CK0']);
      expect(corrected('1 -1')).toEqual(['CK0: takes, S2>-, -, CK0']);
      expect(corrected('0 -1')).toEqual(['CK0: takes, S2>-, -, CK0']);
    }
  });
});
