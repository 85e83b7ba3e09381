// Strings that break software, in every cell of a book, through every way out: terminal, CSV, Markdown, JSON, CI.

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { parseDay } from '../../src/core/day.js';
import { renderCsv } from '../../src/render/csv.js';
import { renderGithub } from '../../src/render/github.js';
import { diagnosticData } from '../../src/render/json/envelope.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderSarif } from '../../src/render/sarif.js';
import { renderDiagnostics } from '../../src/render/terminal/diagnostics.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { dailyDocument } from '../../src/report/daily.js';
import type { Document } from '../../src/report/document.js';
import { movementsDocument } from '../../src/report/movements.js';
import { reconcileData, reconcileDocument } from '../../src/report/reconcile.js';
import { stockDocument } from '../../src/report/stock.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { describeWith, sharedPath } from './shared.js';

/** What acts on a terminal in place of being shown by it. */
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const everything = { site: null, item: null, only: null };

/** A string in every place of its row that takes one. */
function bookOf(strings: readonly string[]) {
  const rows = strings.map((text, at) => ({ text, code: `I${at}`, site: `S${at}`, doc: `QC20220112-${at}` }));
  return memoryWorkspace({
    'taizhang.yaml': `title: ${JSON.stringify(strings.join(' ').slice(0, 4000))}\n`,
    'items.csv': stringify([
      ['item', 'name', 'spec', 'category', 'unit', 'note'],
      ...rows.map(({ text, code }) => [code, text, text, 'living', text, text]),
    ]),
    'sites.csv': stringify([
      ['site', 'name', 'kind', 'address'],
      ...rows.map(({ text, site }) => [site, text, 'depot', text]),
    ]),
    'stock/2022-01-12.csv': stringify([
      ['date', 'doc', 'kind', 'item', 'qty', 'to', 'note'],
      ...rows.map(({ text, code, site, doc }) => ['2022-01-12', doc, 'opening', code, '3', site, text]),
      ...rows.map(({ text }) => ['2022-01-12', text, 'opening', 'I0', '3', 'S0', text]),
      ...rows.map(({ text, code }) => [text, 'QC20220112-1', text, code, text, text, text]),
    ]),
    'counts/2022-01-12.csv': stringify([
      ['date', 'site', 'item', 'counted', 'by'],
      ...rows.map(({ text, code, site }) => ['2022-01-12', site, code, '3', text]),
    ]),
  });
}

describeWith('naughty-strings', 'naughty strings', () => {
  const strings: string[] = JSON.parse(readFileSync(sharedPath('naughty-strings/blns.json'), 'utf8'));
  const workspace = bookOf(strings);
  const book = loadBook(workspace);
  const checked = checkBook(workspace, book, parseDay('2022-01-12'));
  const { figures, diagnostics } = checked;
  if (figures === null) throw new Error('the book has a day');
  const documents: [string, Document][] = [
    ['daily', dailyDocument(book, figures, diagnostics)],
    ['stock', stockDocument(book, figures, everything)],
    ['reconcile', reconcileDocument(book, figures, everything)],
    ['movements', movementsDocument(book, figures, everything)],
  ];

  test('every string is in the book, and most of its rows count', () => {
    expect(strings.length).toBeGreaterThan(400);
    expect(book.stock.length).toBeGreaterThan(strings.length);
    expect(diagnostics.length).toBeGreaterThan(strings.length);
  });

  test.each(documents)(
    '%s: nothing in the terminal acts on it, and no line is too wide for what it shows',
    (_name, document) => {
      for (const width of [40, 80, 120]) {
        const page = renderTerminal(document, { lang: 'zh', width, color: false });
        expect(acting.exec(page)?.[0]).toBeUndefined();
      }
    },
  );

  test('nor in what is said of the findings', () => {
    for (const lang of ['zh', 'en'] as const) {
      const page = renderDiagnostics(diagnostics, { lang, width: 80, color: false }, checked.quarantined);
      expect(acting.exec(page)?.[0]).toBeUndefined();
    }
  });

  test.each(documents)('%s: CSV is read back cell by cell, and no cell is a formula', (_name, document) => {
    const rows: string[][] = parse(renderCsv(document, { lang: 'en', bom: false }));
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/u);
  });

  test.each(documents)(
    '%s: in Markdown every row of a table has its columns, and no tag is left open to be one',
    (_name, document) => {
      let columns = 0;
      for (const line of renderMarkdown(document, 'en').split('\n')) {
        const bars = line.replaceAll(/\\./gu, '').split('|').length - 2;
        if (!line.startsWith('|')) columns = 0;
        else if (columns === 0) columns = bars;
        else expect([line, bars]).toEqual([line, columns]);
        expect(line.replaceAll(/\\./gu, '')).not.toMatch(/<\/?[a-z!]/iu);
      }
    },
  );

  test('JSON holds each string as it is', () => {
    const data = JSON.parse(JSON.stringify(reconcileData(book, figures, everything)));
    expect(data.lines.length).toBeGreaterThan(0);
    const found = JSON.parse(JSON.stringify(diagnostics.map((one) => diagnosticData(one, 'zh'))));
    expect(found.length).toBe(diagnostics.length);
    expect(() => JSON.parse(renderSarif(diagnostics, { lang: 'en', version: '1.0.0' }))).not.toThrow();
  });

  test('one line a finding for GitHub, whatever newlines or commands a string holds', () => {
    const lines = renderGithub(diagnostics, 'zh').trimEnd().split('\n');
    expect(lines.length).toBe(diagnostics.length);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^\n]*::/u);
  });
});
