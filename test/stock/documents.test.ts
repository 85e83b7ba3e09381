// What rows say about their documents: the same row twice, one number for two documents, numbers left out.

import { describe, expect, test } from 'vitest';
import { inspectDocuments } from '../../src/stock/documents.js';
import { on, told } from './run.js';

const opening = '@1 QC1 opening SUIT - - 900 - D1';

/** Rows count from 0 behind the opening: so the first row of a test is row 1. */
function inspect(stock: readonly string[], day = 31) {
  const { book, figures } = told(day, { stock: [opening, ...stock] });
  const { duplicates, reused, gaps } = inspectDocuments(book, on(day), figures.leftOutRows);
  return {
    duplicates: duplicates.map(({ row, first }) => `${row} as ${first}`),
    reused: reused.map(({ row, first, differs }) => `${row} not ${first}: ${differs}`),
    gaps: gaps.map(({ row, prefix, missing, width }) => {
      const runs = missing.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
      return `${prefix}${'0'.repeat(width)}: ${runs}, row ${row}`;
    }),
  };
}

describe('a row twice', () => {
  const row = '@2 CK1 issue SUIT - - 5 D1 S3';

  test('is told at the later one, with the one just before it', () => {
    expect(inspect([row, row]).duplicates).toEqual(['2 as 1']);
    expect(inspect([row, row, row]).duplicates).toEqual(['2 as 1', '3 as 2']);
    expect(inspect([row, '@2 CK1 issue SUIT - - 6 D1 S3', row]).duplicates).toEqual(['3 as 1']);
  });

  test('is found where the first of them is the first of the book', () => {
    expect(inspect([opening, '@1 QC1 opening SUIT - - 900 - D2'])).toEqual({
      duplicates: ['1 as 0'],
      reused: ['2 not 0: to'],
      gaps: [],
    });
  });

  test('is no longer the same with another document, day, kind, item, lot, amount, from or to', () => {
    for (const other of [
      '@2 CK2 issue SUIT - - 5 D1 S3',
      '@3 CK1 issue SUIT - - 5 D1 S3',
      '@2 CK1 transfer SUIT - - 5 D1 S3',
      '@2 CK1 issue RICE - - 5 D1 S3',
      '@2 CK1 issue SUIT - - 6 D1 S3',
      '@2 CK1 issue SUIT - - 5 D2 S3',
      '@2 CK1 issue SUIT - - 5 D1 S4',
    ]) {
      expect(inspect([row, other]).duplicates, other).toEqual([]);
    }
    const lots = ['@2 CK1 issue MASK A - 5 D1 S3', '@2 CK1 issue MASK B - 5 D1 S3'];
    expect(inspect(lots).duplicates).toEqual([]);
  });

  test('is the same in other words: in packs, by name, with another time', () => {
    expect(
      inspect(['@2 CK1 issue SUIT - - 20 D1 S3', '@2T08:00 CK1 issue 防护服 - - 1箱 一号库 S3']).duplicates,
    ).toEqual(['2 as 1']);
  });

  test('is found among a hundred rows of one document as among two', () => {
    const many = Array.from({ length: 100 }, (_, n) => `@2 CK1 issue SUIT - - ${n + 1} D1 S3`);
    expect(inspect(many).duplicates).toEqual([]);
    const copies = [0, 46, 47, 48, 49, 99].map((n) => many[n]!);
    expect(inspect([...many, ...copies]).duplicates).toEqual([
      '101 as 1',
      '102 as 47',
      '103 as 48',
      '104 as 49',
      '105 as 50',
      '106 as 100',
    ]);
    expect(inspect([...many, row, row]).duplicates).toEqual(['101 as 5', '102 as 5']);
    for (const at of [46, 47, 48, 49, 50]) {
      const put = many.toSpliced(at, 0, many[0]!);
      expect(inspect(put).duplicates, `${at}`).toEqual([`${at + 1} as 1`]);
    }
  });

  test('says nothing where it is later than asked for, or was left out', () => {
    expect(inspect([row, row], 1).duplicates).toEqual([]);
    expect(inspect([row, '@2 CK1 issue SUIT - - x D1 S3', '@2 CK1 issue SUIT - - x D1 S3']).duplicates).toEqual([]);
    const reversal = '@3 CX1 reversal SUIT - - 5 D1 S3 CK1';
    // The second has nothing left to undo and is left out.
    expect(inspect([row, reversal, reversal])).toMatchObject({ duplicates: [], reused: [] });
    expect(inspect([row, row, reversal, reversal]).duplicates).toEqual(['2 as 1', '4 as 3']);
  });

  test('says nothing of those either where the document has a row twice that does count', () => {
    const unread = '@2 CK1 issue SUIT - - x D1 S3';
    expect(inspect([row, row, unread, unread])).toMatchObject({ duplicates: ['2 as 1'], reused: [] });
    const later = '@3 CK1 issue SUIT - - 5 D1 S3';
    expect(inspect([row, row, later, later], 2)).toMatchObject({ duplicates: ['2 as 1'], reused: [] });
    expect(inspect([row, row, later, later])).toMatchObject({
      duplicates: ['2 as 1', '4 as 3'],
      reused: ['3 not 1: date'],
    });
    const reversal = '@3 CX1 reversal SUIT - - 5 D1 S3 CK1';
    expect(inspect([row, row, reversal, reversal, reversal]).duplicates).toEqual(['2 as 1', '4 as 3']);
  });

  test('is found again behind fifty others where it is the very first of the book', () => {
    const many = Array.from({ length: 60 }, (_, n) => `@2 CK1 issue SUIT - - ${n + 1} D1 S3`);
    const { book, figures } = told(31, { stock: [...many, many[0]!] });
    expect(inspectDocuments(book, on(31), figures.leftOutRows).duplicates).toEqual([{ row: 60, first: 0 }]);
  });
});

describe('one number for two documents', () => {
  const first = '@2 CK1 issue SUIT - - 5 D1 S3';

  test('is told with what differs, the day before the kind, the kind before the ends', () => {
    expect(inspect([first, '@3 CK1 transfer SUIT - - 6 D2 S4']).reused).toEqual(['2 not 1: date']);
    expect(inspect([first, '@2 CK1 transfer SUIT - - 6 D2 S4']).reused).toEqual(['2 not 1: kind']);
    expect(inspect([first, '@2 CK1 issue SUIT - - 6 D2 S4']).reused).toEqual(['2 not 1: from']);
    expect(inspect([first, '@2 CK1 issue SUIT - - 6 D1 S4']).reused).toEqual(['2 not 1: to']);
    expect(inspect([first, '@2 CK1 issue SUIT - - 6 D2 S3']).reused).toEqual(['2 not 1: from']);
  });

  test('is none where rows have all four in common', () => {
    expect(inspect([first, '@2 CK1 issue RICE - - 6 D1 S3']).reused).toEqual([]);
  });

  test('is told once for each other document under it', () => {
    const other = (qty: number): string => `@3 CK1 issue SUIT - - ${qty} D1 S3`;
    const third = (qty: number): string => `@3 CK1 issue SUIT - - ${qty} D2 S3`;
    expect(inspect([first, other(6), other(7), third(8), third(9), first]).reused).toEqual([
      '2 not 1: date',
      '4 not 1: date',
    ]);
    const kinds = ['@2 CK1 transfer SUIT - - 6 D1 S3', '@2 CK1 issue SUIT - - 7 D1 S4'];
    expect(inspect([first, ...kinds]).reused).toEqual(['2 not 1: kind', '3 not 1: to']);
  });
});

describe('numbers left out of a series', () => {
  const issue = (doc: string, day = 2): string => `@${day} ${doc} issue SUIT - - 1 D1 S3`;

  test('are told once a series, at the document after the first gap, wherever it stands', () => {
    expect(inspect(['CK-007', 'CK-005'].map((doc) => issue(doc))).gaps).toEqual(['CK-000: 6, row 1']);
    expect(inspect(['CK-1', 'CK-4', 'CK-9', 'CK-10'].map((doc) => issue(doc))).gaps).toEqual(['CK-0: 2–3, 5–8, row 2']);
  });

  test('are none where the numbers follow each other, in whatever order, and where there is one', () => {
    expect(inspect(['CK-3', 'CK-1', 'CK-2', 'RK-7', 'note'].map((doc) => issue(doc))).gaps).toEqual([]);
    expect(inspect([issue('CK-1'), issue('CK-1'), issue('CK-2')]).gaps).toEqual([]);
  });

  test('are told for each series by itself', () => {
    expect(inspect(['A-1', 'B-2', 'A-3', 'B-5', 'C-1', 'C-2'].map((doc) => issue(doc))).gaps).toEqual([
      'A-0: 2, row 3',
      'B-0: 3–4, row 4',
    ]);
  });

  test('are not told of documents that are later than asked for', () => {
    expect(inspect([issue('CK-1'), issue('CK-3', 3)], 2).gaps).toEqual([]);
    expect(inspect([issue('CK-1'), issue('CK-3', 3)], 3).gaps).toEqual(['CK-0: 2, row 2']);
  });

  test('are not missing where their row is there and could not be counted', () => {
    expect(inspect([issue('CK-1'), '@2 CK-2 issue SUIT - - x D1 S3', issue('CK-3')]).gaps).toEqual([]);
    // A row of which nobody can read the number may have been any one of those missing.
    expect(inspect([issue('CK-1'), '@2 - issue SUIT - - 1 D1 S3', issue('CK-3')]).gaps).toEqual([]);
    expect(inspect([issue('CK-1'), '@2 - issue SUIT - - 1 D1 S3', issue('CK-4')]).gaps).toEqual(['CK-0: 2–3, row 2']);
  });

  test('are missing where only a signature has them, or another row that names them', () => {
    const rows = [issue('CK-1'), issue('CK-3')];
    const { book, figures } = told(2, { stock: [opening, ...rows], deliveries: ['@2 CK-2 SUIT - x', '@2 - SUIT - 5'] });
    expect(inspectDocuments(book, on(2), figures.leftOutRows).gaps).toMatchObject([{ row: 2, missing: [[2, 2]] }]);
    expect(inspect([...rows, '@2 CX reversal SUIT - - x D1 S3 CK-2']).gaps).toEqual(['CK-0: 2, row 2']);
  });

  test('are told at a row that stands, where the one after the gap does not', () => {
    expect(inspect([issue('CK-1'), '@2 CK-3 issue SUIT - - x D1 S3']).gaps).toEqual(['CK-0: 2, row 1']);
    const unread = ['CK-1', 'CK-3'].map((doc) => `@2 ${doc} issue SUIT - - x D1 S3`);
    expect(inspect([...unread, issue('CK-4')]).gaps).toEqual(['CK-0: 2, row 1']);
    expect(inspect(unread).gaps).toEqual([]);
  });

  test('are told at the first row of a book too', () => {
    const { book, figures } = told(2, { stock: [issue('CK-3'), issue('CK-1')] });
    const { gaps } = inspectDocuments(book, on(2), figures.leftOutRows);
    expect(gaps).toEqual([{ row: 0, prefix: 'CK-', missing: [[2, 2]], width: 1 }]);
    // The one after the gap cannot be counted, so that the first row is the only one that stands.
    const unread = told(2, { stock: [issue('CK-1'), '@2 CK-3 issue SUIT - - x D1 S3'] });
    expect(inspectDocuments(unread.book, on(2), unread.figures.leftOutRows).gaps).toMatchObject([{ row: 0 }]);
  });

  test('of reversals that were left out are not missing either', () => {
    expect(inspect([issue('CX-1'), '@2 CX-2 reversal SUIT - - 9 D1 S3 CX-1', issue('CX-3')]).gaps).toEqual([]);
  });
});
