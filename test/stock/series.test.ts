// Numbered series of documents: what is a number, how far each series goes, and what it leaves out.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectDocuments } from '../../src/stock/documents.js';
import { gapsOf, numberedDocument, seriesThrough } from '../../src/stock/series.js';
import { on, told } from './run.js';

const issue = (doc: string, day = 2): string => `@${day} ${doc} issue SUIT - - 1 D1 S3`;

function seriesOf(stock: readonly string[], day = 31): string[] {
  const { book } = told(day, { stock: [...stock] });
  return seriesThrough(book, on(day)).map(
    ({ prefix, count, least, most, missing, after }) =>
      `${prefix}: ${count} from ${least} to ${most}, without ${missing.map((run) => run.join('–')).join(' ') || 'none'}, row ${after}`,
  );
}

describe('a document', () => {
  test.each([
    ['CK-007', 'CK-', 7, 3],
    ['QC20220112', 'QC', 20220112, 8],
    ['A1B2', 'A1B', 2, 1],
    ['单123456789', '单', 123456789, 9],
  ])('%s is a number of a series', (text, prefix, number, width) => {
    expect(numberedDocument(text)).toEqual({ prefix, number, width });
  });

  test.each(['CK', '123', 'CK1234567890', 'CK1a', 'CK１', ''])('%j is none', (text) => {
    expect(numberedDocument(text)).toBeNull();
  });
});

describe('a series', () => {
  test('is told from its least number to its most, each document once, whatever the order of its rows', () => {
    expect(seriesOf(['CK-3', 'CK-1', 'RK7', 'CK-3', 'note', 'CK-2'].map((doc) => issue(doc)))).toEqual([
      'CK-: 3 from 1 to 3, without none, row -1',
      'RK: 1 from 7 to 7, without none, row -1',
    ]);
  });

  test('leaves out runs of numbers, and knows the row behind the first', () => {
    expect(seriesOf(['CK-9', 'CK-1', 'CK-3', 'CK-4', 'CK-7'].map((doc) => issue(doc)))).toEqual([
      'CK-: 5 from 1 to 9, without 2–2 5–6 8–8, row 2',
    ]);
  });

  test('goes to the day that is asked for, and has no rows that were left out', () => {
    const rows = [issue('CK-1'), issue('CK-2', 3), issue('CK-3', 4), '@2 CK-4 issue SUIT - - x D1 S3'];
    expect(seriesOf(rows, 2)).toEqual(['CK-: 1 from 1 to 1, without none, row -1']);
    expect(seriesOf(rows, 3)).toEqual(['CK-: 2 from 1 to 2, without none, row -1']);
    expect(seriesOf(rows, 31)).toEqual(['CK-: 3 from 1 to 3, without none, row -1']);
  });

  test('has the gaps that all its documents looked at together have', () => {
    const doc = fc.tuple(fc.constantFrom('CK-', 'RK', 'A1-', ''), fc.nat(12), fc.constantFrom(1, 3));
    const row = fc
      .tuple(doc, fc.integer({ min: 2, max: 5 }))
      .map(([[prefix, number, width], day]) => issue(`${prefix}${String(number).padStart(width, '0')}`, day));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (stock) => {
        const { book, figures } = told(4, { stock });
        const inOrder = (gaps: ReturnType<typeof gapsOf>) => gaps.toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1));
        const { gaps } = inspectDocuments(book, on(4), figures.leftOutRows);
        expect(inOrder(gapsOf(book, seriesThrough(book, on(4))))).toEqual(inOrder([...gaps]));
      }),
      { numRuns: 60 },
    );
  });
});
