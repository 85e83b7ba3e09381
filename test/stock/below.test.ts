// The row that is told as the one that takes a balance below zero, where several rows of a day take from it.

import { describe, expect, test } from 'vitest';
import { finds } from '../engine/run.js';

describe.each([
  ['without lots', 'SUIT', '- -'],
  ['in lots', 'MASK', 'A 2022-03-01'],
])('of an item %s, what takes a site below zero that signs', (_, item, lot) => {
  const stock = [
    `@1 QC1 opening ${item} ${lot} 10 - D1`,
    `@2 DB1 transfer ${item} - - 10 D1 S2`,
    `@3 CK1 issue ${item} - - 6 S2 S3`,
  ];
  const below = (day: number, ...deliveries: string[]): string[] =>
    finds('stock/negative', day, { stock, deliveries: deliveries.map((row) => row.replace('ITEM', `${item} -`)) });

  test('is the later in the file of two corrections that are alike', () => {
    expect(below(4, '@2 DB1 ITEM 9', '@4 DB1 ITEM -2', '@4 DB1 ITEM -2')).toEqual(['deliveries:4']);
    expect(below(4, '@2 DB1 ITEM 9', '@4 DB1 ITEM -4', '@4 DB1 ITEM -4')).toEqual(['deliveries:3']);
  });

  test('is the one with the less damage taken back last of two that are alike but for that', () => {
    const signed = '@2 DB1 ITEM 8 2';
    expect(below(4, signed, '@4 DB1 ITEM -1 -1', '@4 DB1 ITEM -2 -1', '@4 DB1 ITEM -2 0')).toEqual(['deliveries:5']);
    expect(below(4, signed, '@4 DB1 ITEM -2 0', '@4 DB1 ITEM -2 -1')).toEqual(['deliveries:3']);
    expect(below(4, signed, '@4 DB1 ITEM -2 -1', '@4 DB1 ITEM -2 0')).toEqual(['deliveries:4']);
  });
});
