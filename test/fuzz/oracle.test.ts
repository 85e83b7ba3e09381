// The rules the fuzzer goes by would speak if they had to: each is held against an answer that was falsified.

import { describe, expect, test } from 'vitest';
import { utf8 } from '../../scripts/fuzz/case.js';
import { countRows } from '../../scripts/fuzz/count.js';
import { type Answer, answerOf } from '../../scripts/fuzz/examine.js';
import { faultNames, withFault } from '../../scripts/fuzz/families/faults.js';
import { goodBook } from '../../scripts/fuzz/goodbook.js';
import { accounted, balanced, expected, inert, placed } from '../../scripts/fuzz/oracle.js';
import { Random } from '../../scripts/fuzz/random.js';
import { plainFiles, rewritten } from '../../scripts/fuzz/sheets.js';
import { CountRows } from '../../src/book/ledger/countrows.js';

const good = plainFiles(goodBook(new Random(1, 1), true, 3));
const answer = answerOf(good);

function rules(failures: readonly { readonly rule: string }[]): string[] {
  return [...new Set(failures.map(({ rule }) => rule))];
}

function without(one: Answer, code: string): Answer {
  const diagnostics = one.checked.diagnostics.filter((found) => found.code !== code);
  return { ...one, checked: { ...one.checked, diagnostics } };
}

test('the good books are good, however they are written', () => {
  for (let number = 0; number < 100; number++) {
    const random = new Random(2, number);
    const sheets = goodBook(random);
    for (const files of [plainFiles(sheets), rewritten(sheets, random)]) {
      expect(answerOf(files).checked.diagnostics.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toEqual([]);
    }
  }
});

test('every fault that can be put in is put in within a thousand cases', () => {
  const seen = new Set<string>();
  for (let number = 0; number < 1000; number++) {
    const random = new Random(3, number);
    seen.add(withFault(goodBook(random, true), random, plainFiles).what);
  }
  expect([...seen].sort()).toEqual([...faultNames].sort());
});

describe('is noticed:', () => {
  test('a fault that nobody reports', () => {
    const stock = `${new TextDecoder().decode(good['stock/2022.csv'])}昨天,,x,opening,SUIT,,,,1,,,D1,,,,\n`;
    const files = { ...good, 'stock/2022.csv': utf8(stock) };
    const one = {
      kind: 'book',
      family: '',
      what: '',
      files,
      expect: { kind: 'fault', slugs: ['value/date'] },
    } as const;
    expect(rules(expected(one, answerOf(files)))).toEqual([]);
    expect(rules(expected(one, without(answerOf(files), 'value/date')))).toEqual(['clean bill']);
  });

  test('a row that is neither read nor left out', () => {
    const { book } = answer.checked;
    const fewer = { ...answer, checked: { ...answer.checked, book: { ...book, counts: new CountRows() } } };
    expect(rules(accounted(answer, good))).toEqual([]);
    expect(rules(accounted(fewer, good))).toEqual(['rows']);
  });

  test('a ragged row, or a quote, of which nothing is said', () => {
    for (const [line, code] of [
      ['2022-01-12,x', 'csv/ragged-row'],
      ['2022-01-12,x"y', 'csv/quote'],
    ] as const) {
      const counts = `${new TextDecoder().decode(good['counts/2022.csv'])}${line}\n`;
      const files = { ...good, 'counts/2022.csv': utf8(counts) };
      expect(rules(accounted(answerOf(files), files))).toEqual([]);
      expect(rules(accounted(without(answerOf(files), code), files))).toContain('clean bill');
    }
  });

  test('other figures without an error', () => {
    const stock = new TextDecoder().decode(good['stock/2022.csv']).replace(',opening,', ',receipt,');
    const files = { ...good, 'stock/2022.csv': utf8(stock.replace(/\n.*,disposal,.*/u, '')) };
    const one = { kind: 'book', family: '', what: '', files, expect: { kind: 'counted', as: good } } as const;
    const [first, ...rest] = answer.data!.lines;
    const other = { ...answer, data: { ...answer.data!, lines: [{ ...first!, closing: '7' }, ...rest] } };
    expect(rules(expected(one, other))).toEqual(['clean bill']);
    expect(rules(balanced(other))).toEqual(['closing']);
  });

  test('a finding past the end of its line, or out of order', () => {
    const files = { ...good, 'counts/2022.csv': utf8('date,site,item,counted\n昨天,D1,SUIT,1\n昨天,D1,SUIT,1\n') };
    const one = answerOf(files);
    expect(rules(placed(one))).toEqual([]);
    const diagnostics = one.checked.diagnostics;
    const far = diagnostics.map((found) => ({ ...found, at: { ...found.at, endLine: found.at.line, endColumn: 999 } }));
    expect(rules(placed({ ...one, checked: { ...one.checked, diagnostics: far } }))).toEqual(['place']);
    expect(rules(placed({ ...one, checked: { ...one.checked, diagnostics: diagnostics.toReversed() } }))).toContain(
      'order',
    );
  });

  test('what acts where it should only be read', () => {
    const page = (format: 'terminal' | 'json' | 'csv' | 'markdown' | 'html' | 'github', text: string) =>
      rules(inert([{ name: '', format, text }]));
    expect(page('terminal', 'a\u001b[31mb\u001b[0m\n')).toEqual([]);
    expect(page('terminal', 'a\u001b[2Jb')).toEqual(['inert terminal']);
    expect(page('terminal', 'a\u202eb')).toEqual(['inert terminal']);
    expect(page('json', '{"a":}')).toEqual(['inert json']);
    expect(page('csv', 'a,b\n=1,2\n')).toEqual(['inert csv']);
    expect(page('markdown', '| a | b |\n| - |\n')).toEqual(['inert markdown']);
    expect(page('html', '</style><script>')).toEqual(['inert html']);
    expect(page('github', '::error file=a,b::x\n')).toEqual(['inert github']);
  });
});

test('the other reader counts records and not lines, and gives up where a quote is wrong', () => {
  expect(countRows(utf8('a,b\n1,"x\ny"\n\n , \n"",\n3\n4,5,\n4,5,6\n'))).toEqual({ rows: 5, ragged: 2 });
  expect(countRows(utf8('a,b\n1,"x\n'))).toBeNull();
  expect(countRows(utf8('a,b\n1,x"y\n'))).toBeNull();
  expect(countRows(Uint8Array.of(0xff, 0xff))).toBeNull();
});
