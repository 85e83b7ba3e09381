// Texts in a CSV for people: no spreadsheet takes one for a formula, and numbers stay numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless, plainCell } from '../../src/core/formula.js';

test.each([
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['-2+3', "'-2+3"],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['\t', "'\t"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['　=1', "'　=1"],
  ["'=1", "''=1"],
  ['-12.5', '-12.5'],
  ['-0', '-0'],
  ['-1,200', "'-1,200"],
  ['防护服=大白', '防护服=大白'],
  ["'80s", "'80s"],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(harmless(text)).toBe(written);
  expect(plainCell(written)).toBe(text);
});

test('the way back is exact, whatever the text', () => {
  const signs = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\n', ' ', '1', '.', '防') });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (text) => {
      expect(plainCell(harmless(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
