// A reversal that cannot be booked is left out: when that is told, and what it leaves in doubt.

import { describe, expect, test } from 'vitest';
import { finds } from '../engine/run.js';
import { told } from './run.js';

const opening = [
  '@1 QC1 opening SUIT - - 100 - D1',
  '@1 QC2 opening SUIT - - 50 - D2',
  '@1 QC3 opening MASK A 2022-03-01 40 - D1',
  '@1 QC4 opening MASK B 2022-04-01 60 - D1',
];

describe('a reversal of nothing', () => {
  const told = (...more: string[]): string[] =>
    finds('stock/reversal-unmatched', 9, {
      stock: [...opening, '@3 CK1 issue SUIT - - 2 D2 S3', '@4 CX1 reversal SUIT - - 5 D1 S3 CK1', ...more],
    });

  test('is told, other rows that cannot be read or not', () => {
    expect(told()).toEqual(['stock:7']);
    expect(told('@4 CK2 issue SUIT - - x D1 S3')).toEqual(['stock:7']);
    expect(told('@4 CK1 issue RICE - - x D1 S3')).toEqual(['stock:7']);
    expect(told('@5 CK1 issue SUIT - - x D1 S3')).toEqual(['stock:7']);
  });

  test('is not told where the row that it undoes may be one that cannot be read', () => {
    expect(told('@4 CK1 issue SUIT - - x D1 S3')).toEqual([]);
    expect(told('@3 CK1 issue SUIT - - x D1 S3')).toEqual([]);
    expect(told('@4 CK1 issue SHOE - - 5 D1 S3')).toEqual([]);
    expect(told('@4 - issue SUIT - - 5 D1 S3')).toEqual([]);
    expect(told('yesterday CK1 issue SUIT - - 5 D1 S3')).toEqual([]);
  });

  test('is told where only a signature for its document cannot be read', () => {
    const stock = [...opening, '@3 CK1 issue SUIT - - 2 D2 S1', '@4 CX1 reversal SUIT - - 5 D1 S1 CK1'];
    expect(finds('stock/reversal-unmatched', 9, { stock, deliveries: ['@3 CK1 SUIT - x'] })).toEqual(['stock:7']);
  });
});

describe('what a reversal that is left out leaves in doubt', () => {
  const inDoubt = (...more: string[]): string[] => {
    const { book, figures } = told(9, { stock: [...opening, ...more] });
    const lines = figures.balances.filter(({ status }) => status === 'incomplete');
    const documents = figures.deliveries.filter(({ status }) => status === 'incomplete');
    return [
      ...lines.map(({ site, item, lot }) =>
        [book.sites.all[site]?.code, book.items.all[item]?.code, lot < 0 ? '' : book.lots.text(lot)].join(' ').trim(),
      ),
      ...documents.map(({ doc }) => book.docs.text(doc)),
    ];
  };

  test('is what it takes from and adds to, and its document', () => {
    expect(inDoubt('@2 DB1 transfer SUIT - - 5 D1 D2', '@3 CX1 reversal SUIT - - 6 D1 D2 DB1')).toEqual([
      'D1 SUIT',
      'D2 SUIT',
    ]);
    expect(inDoubt('@2 CK1 issue SUIT - - 5 D1 S1', '@3 CX1 reversal SUIT - - 6 D1 S1 CK1')).toEqual([
      'D1 SUIT',
      'CK1',
    ]);
    // What it is of came from nowhere, or went nowhere.
    expect(inDoubt('@3 CX1 reversal SUIT - - 101 - D1 QC1')).toEqual(['D1 SUIT']);
    expect(inDoubt('@2 BS1 disposal SUIT - - 5 D1 -', '@3 CX1 reversal SUIT - - 6 D1 - BS1')).toEqual(['D1 SUIT']);
  });

  test('is the lot that it names, and every lot where it names none', () => {
    const sent = '@2 CK1 issue MASK A - 5 D1 S3';
    expect(inDoubt(sent, '@3 CX1 reversal MASK A - 6 D1 S3 CK1')).toEqual(['D1 MASK A']);
    expect(inDoubt(sent, '@3 CX1 reversal MASK B - 6 D1 S3 CK1')).toEqual(['D1 MASK B']);
    expect(inDoubt(sent, '@3 CX1 reversal MASK - - 6 D1 S3 CK1')).toEqual(['D1 MASK A', 'D1 MASK B']);
  });
});

describe('a reversal undoes', () => {
  const left = (...more: string[]): number => told(9, { stock: [...opening, ...more] }).figures.leftOutRows.size;

  test('only what went from the same place to the same place', () => {
    const sent = ['@2 DB1 transfer SUIT - - 5 D1 D2'];
    expect(left(...sent, '@3 CX1 reversal SUIT - - 5 D1 D2 DB1')).toBe(0);
    expect(left(...sent, '@3 CX1 reversal SUIT - - 5 D1 S4 DB1')).toBe(1);
    expect(left(...sent, '@3 CX1 reversal SUIT - - 5 S4 D2 DB1')).toBe(1);
  });

  test('no reversal', () => {
    const undone = ['@2 DB1 transfer SUIT - - 5 D1 D2', '@3 CX1 reversal SUIT - - 5 D1 D2 DB1'];
    expect(left(...undone, '@4 CX2 reversal SUIT - - 5 D1 D2 CX1')).toBe(1);
    // A document of its own that has a reversal in it as well.
    const mixed = ['@2 DB1 transfer SUIT - - 5 D1 D2', '@2 DB1 reversal SUIT - - 5 D1 D2 DB1'];
    expect(left(...mixed, '@3 CX2 reversal SUIT - - 5 D1 D2 DB1')).toBe(1);
  });
});
