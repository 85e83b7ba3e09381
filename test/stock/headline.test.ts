// What was delivered, by category: where an item counts whose category nobody can read.

import { expect, test } from 'vitest';
import { Headline } from '../../src/stock/headline.js';
import { told } from './run.js';

test('an item of a category that there is not counts behind all that there are, and is in no figure', () => {
  const items = 'item,name,category,unit,lots\nSUIT,防护服,protective,套,no\nRICE,大米,food,kg,no\n';
  const stock = ['@1 QC1 opening SUIT - - 9 - D1', '@2 CK1 issue SUIT - - 2 D1 S3', '@2 CK2 issue RICE - - 5 D1 S3'];
  const { book, figures } = told(2, { stock }, { 'items.csv': items });
  const { categories, categoryOf } = new Headline(book, null);
  expect([...categoryOf]).toEqual([categories.indexOf('protective'), categories.length]);
  const total = ({ category, total }: (typeof figures.delivered)[number]) => `${category} ${total / 1_000_000}`;
  expect(figures.delivered.filter((one) => one.total !== 0).map(total)).toEqual(['protective 2']);
});
