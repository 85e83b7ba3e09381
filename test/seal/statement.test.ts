// The statement of a closed night as text: written, and read back to the letter.

import { expect, test } from 'vitest';
import { closingOf, parseStatement, renderStatement } from '../../src/seal/statement.js';

const HEAD = 'site,item,lot,opening,in,out,adjusted,closing,counted,variance\n';

test('a line has its codes and its figures, blank where nothing was counted', () => {
  const line = { site: 'D1', item: 'SUIT', lot: '', figures: ['100', '0', '30', '0', '70', '', ''] };
  expect(renderStatement([line])).toBe(`${HEAD}D1,SUIT,,100,0,30,0,70,,\n`);
  expect(closingOf(line)).toBe('70');
  expect(closingOf({ ...line, figures: [] })).toBe('');
});

test('codes and lots with commas, quotes and newlines are quoted, others are not', () => {
  const figures = ['1', '2', '3', '4', '5', '6', '7'];
  const lot = (text: string): string =>
    renderStatement([{ site: 'D1', item: 'SUIT', lot: text, figures }]).slice(HEAD.length);
  expect(lot('L 1')).toBe('D1,SUIT,L 1,1,2,3,4,5,6,7\n');
  expect(lot('L,1')).toBe('D1,SUIT,"L,1",1,2,3,4,5,6,7\n');
  expect(lot('5" L"1')).toBe('D1,SUIT,"5"" L""1",1,2,3,4,5,6,7\n');
  expect(lot('L\r1')).toBe('D1,SUIT,"L\r1",1,2,3,4,5,6,7\n');
});

test('what was written is read back', () => {
  const lines = [
    { site: 'D1', item: 'SUIT', lot: 'L,1', figures: ['1', '2', '3', '4', '5', '', ''] },
    { site: 'D,2', item: 'MA"SK""', lot: '', figures: ['1', '2', '3', '-4', '5', '6', '7.5'] },
    { site: 'D1', item: 'SUIT', lot: '', figures: ['', '', '', '', '', '', ''] },
  ];
  expect(parseStatement(renderStatement(lines))).toEqual(lines);
  expect(parseStatement(HEAD)).toEqual([]);
  expect(parseStatement('')).toEqual([]);
});

test('of a statement that was cut off as much is read as there is', () => {
  expect(parseStatement(`${HEAD}D1\nD2,SUIT`)).toEqual([
    { site: 'D1', item: '', lot: '', figures: [] },
    { site: 'D2', item: 'SUIT', lot: '', figures: [] },
  ]);
});
