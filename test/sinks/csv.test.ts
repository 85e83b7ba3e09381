// CSV for people's spreadsheets: the cells there are, no formula among them, nothing that a terminal obeys, numbers as they are.

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { harmless } from '../../src/core/formula.js';
import { logLine } from '../../src/core/log.js';
import { visibleLines } from '../../src/core/text.js';
import { renderCsv } from '../../src/render/csv.js';
import { COLUMNS, pageOf } from './made.js';
import { acting, each, naughty } from './strings.js';

const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const number = /^-?\d+(?:\.\d+)?$/u;

test('a string is a cell, and no formula', () => {
  each((text) => {
    const written = renderCsv(pageOf([text]), { lang: 'zh', bom: false });
    expect(acting.exec(written)?.[0]).toBeUndefined();
    expect(written).not.toMatch(/^\s*::/mu);
    const rows: string[][] = parse(written);
    expect(rows.length).toBe(3);
    const cell = harmless(visibleLines(text)).split('\n').map(logLine).join('\n');
    expect(rows[0]).toEqual(COLUMNS.map(({ title }) => title.zh));
    expect(rows[1]).toEqual([cell, cell, '2022-01-12', '-5', cell]);
    expect(rows[2]).toEqual([cell, cell, '2022-01-13', '-0.5', cell]);
    for (const one of rows.flat()) expect(number.test(one) || !formula.test(one)).toBe(true);
  });
});

test('a cell that holds what other spreadsheets end cells with is quoted', () => {
  for (const text of ['a;=1+1', 'a|=1+1']) {
    expect(renderCsv(pageOf([text]), { lang: 'zh', bom: false })).toContain(`"${text}"`);
  }
});

test('a page without a table is its texts, no formula either', () => {
  for (const text of naughty) {
    const { blocks, ...page } = pageOf([text]);
    const written = renderCsv({ ...page, blocks: blocks.slice(0, 3) }, { lang: 'zh', bom: true });
    const rows: string[][] = parse(written, { bom: true, skip_empty_lines: false });
    const cells = rows.map(([cell = '']) => cell);
    for (const one of cells) expect(number.test(one) || !formula.test(one)).toBe(true);
  }
});
