// What is large on purpose and small enough for every day; what takes longer is in scripts/fuzz-big.mjs.

import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { Directory } from '../../src/book/register/directory.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { reconcileData } from '../../src/report/reconcile.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

const base = {
  'items.csv': 'item,name,category,unit\nA,甲,living,只\n',
  'sites.csv': 'site,name,kind,tracked,signs\nD1,仓库,depot,,\nS1,点,isolation,yes,yes\n',
  'stock/a.csv': 'date,doc,kind,item,qty,from,to\n2022-01-12,QC1,opening,A,5,,D1\n',
};

function checked(files: Record<string, string>): Checked {
  const workspace = memoryWorkspace({ ...base, ...files });
  return checkBook(workspace, loadBook(workspace), null);
}

function found({ diagnostics }: Checked): string[] {
  return diagnostics.map(({ code, severity, at }) => `${code} ${severity} ${at.file}:${at.line}:${at.column}`);
}

describe('a table of more columns than a spreadsheet has', () => {
  const wide = `date,doc,kind,item,qty,to${',x'.repeat(20_000)}\n2022-01-12,QC2,opening,A,1,D1\n`;

  test('is refused whole, at the first column that is too many', () => {
    const answer = checked({ 'stock/b.csv': wide });
    expect(found(answer)).toEqual(['csv/header-unknown error stock/b.csv:1:32783']);
    expect(answer.quarantined).toBe(1);
  });

  test('leaves every figure incomplete that it may have changed', () => {
    const { book, figures } = checked({ 'stock/b.csv': wide });
    expect(reconcileData(book, figures!).lines.map(({ status }) => status)).toEqual(['incomplete']);
  });

  test('is refused as a register too', () => {
    const answer = checked({ 'items.csv': `item,name,category,unit${',,'.repeat(10_000)}x\nA,甲,living,只\n` });
    expect(found(answer)[0]).toMatch(/^csv\/header-unknown error items\.csv:1:/u);
  });
});

test('a file whose header a quote has broken was not read: what it may have changed is incomplete', () => {
  const answer = checked({ 'stock/b.csv': 'date,"doc,kind,item,qty,to\n2022-01-12,QC2,opening,A,1,D1\n' });
  expect(found(answer)).toEqual(['csv/quote error stock/b.csv:1:6']);
  expect(answer.quarantined).toBe(1);
  expect(reconcileData(answer.book, answer.figures!).lines.map(({ status }) => status)).toEqual(['incomplete']);
});

test('a hundred and fifty thousand rows signed for what was never sent are as many lines', () => {
  const rows = Array.from({ length: 150_000 }, (_, n) => `2022-01-12,X${n},A,1,S1\n`).join('');
  const answer = checked({ 'deliveries/a.csv': `date,doc,item,received,site\n${rows}` });
  expect(answer.diagnostics.filter(({ code }) => code === 'delivery/unmatched')).toHaveLength(150_000);
  expect(answer.figures?.deliveries).toHaveLength(150_000);
});

test('a note of many lines, longer than what is read at once, is one cell of one row', () => {
  const note = '"第一行\n第二行"'.replace('\n', `\n${'行\n'.repeat(1_500_000)}`);
  const rows = `2022-01-12,QC2,opening,A,1,D1,${note}\n2022-01-12,QC3,opening,A,x,D1,\n`;
  const answer = checked({ 'stock/b.csv': `date,doc,kind,item,qty,to,note\n${rows}` });
  expect(found(answer)).toEqual(['value/quantity error stock/b.csv:1500004:26']);
});

test('a line of a million separators between good rows is one fault, and costs no row beside it', () => {
  const rows = `2022-01-12,QC2,opening,A,1,D1\nx${','.repeat(1_000_000)}x\n2022-01-12,QC3,opening,A,1,D1\n`;
  const answer = checked({ 'stock/b.csv': `date,doc,kind,item,qty,to\n${rows}` });
  expect(found(answer).filter((one) => one.startsWith('csv/'))).toEqual(['csv/ragged-row error stock/b.csv:3:8']);
  expect(answer.book.stock.length).toBe(3);
});

test('a register that lacks thousands of words offers candidates for the first of them, and none for the rest', () => {
  const directory = new Directory(5);
  for (const [entry, code] of ['SUIT', 'MASK'].entries()) directory.addCode(code, entry);
  expect(['SUTI', 'MASKS', 'SUITS', 'MSAK', 'SUTI'].map((word) => directory.suggest(word))).toEqual([
    ['SUIT'],
    ['MASK'],
    ['SUIT'],
    [],
    ['SUIT'],
  ]);
});
