// Documents in Markdown and CSV: nothing that stands in a book can break a table, become markup or run as a formula.

import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/core/quantity.js';
import { renderCsv } from '../../src/render/csv.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import {
  type Block,
  type Cell,
  column,
  type Document,
  figure,
  list,
  paragraph,
  table,
} from '../../src/report/document.js';

const same = (text: string) => ({ zh: text, en: text });
const columns = [
  column('item', same('物资'), 'text'),
  column('day', same('日期'), 'day'),
  column('qty', same('数量'), 'quantity'),
  column('average', same('日均'), 'average'),
  column('cover', same('可用'), 'cover'),
];

function document(...blocks: Block[]): Document {
  return { title: '日报', subtitle: '中心', blocks, incomplete: false };
}

function rows(...cells: (readonly Cell[])[]): Document {
  return document(table(columns, cells, { main: true, canBeIncomplete: true, empty: '没有记录' }));
}

describe('Markdown', () => {
  const row = (name: string) =>
    renderMarkdown(rows([name, 19_004, 36_000 * ONE, 0, null]), 'zh')
      .trimEnd()
      .split('\n')
      .at(-1);

  test('a page', () => {
    expect(renderMarkdown(rows(['防护服', 19_004, -36_000.5 * ONE, 432.142857 * ONE, 2.99 * ONE]), 'zh')).toBe(
      [
        '# 日报',
        '',
        '中心',
        '',
        '| 物资 | 日期 | 数量 | 日均 | 可用 |',
        '| --- | --- | ---: | ---: | ---: |',
        '| 防护服 | 2022-01-12 | -36,000.5 | 432.1 | 2.9 |',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['a|b', 'a\\|b'],
    ['a\nb', 'a\\\\nb'],
    ['<script>', '&lt;script&gt;'],
    ['&amp;', '&amp;amp;'],
    ['*粗*_斜_', '\\*粗\\*\\_斜\\_'],
    ['[链](http://x)', '\\[链\\](http\\://x)'],
    ['`码`\\', '\\`码\\`\\\\'],
  ])('%j stays one cell', (name, shown) => {
    expect(row(name)).toBe(`| ${shown} | 2022-01-12 | 36,000 | 0.0 |  |`);
  });

  test('a paragraph cannot begin a list, a heading or a quotation', () => {
    const text = renderMarkdown(
      document(paragraph('- 甲'), paragraph('1. 乙'), paragraph('# 丙'), paragraph('> 丁')),
      'zh',
    );
    expect(text).toContain('\n\\- 甲\n');
    expect(text).toContain('\n1\\. 乙\n');
    expect(text).toContain('\n\\# 丙\n');
    expect(text).toContain('\n&gt; 丁\n');
  });

  test('lists, a marked figure, an empty table', () => {
    expect(renderMarkdown(document(list(['甲', '乙'])), 'zh')).toContain('\n- 甲\n- 乙\n');
    expect(renderMarkdown(rows(['x', null, figure(ONE, true), null, null]), 'zh')).toContain('| x |  | 1\\* |  |  |');
    expect(renderMarkdown(rows(), 'zh')).toBe('# 日报\n\n中心\n\n没有记录\n');
  });
});

describe('CSV', () => {
  test('exact figures without separators, and a column that says what is incomplete', () => {
    const page = rows(
      ['防护服', 19_004, 36_000 * ONE, 432.142857 * ONE, null],
      ['面罩', 19_004, figure(-5 * ONE, true), 0, null],
    );
    expect(renderCsv(page, { lang: 'zh', bom: true })).toBe(
      '\uFEFF物资,日期,数量,日均,可用,不完整\n防护服,2022-01-12,36000,432.142857,,\n面罩,2022-01-12,-5,0,,是\n',
    );
  });

  test('commas, quotes and newlines stay in their cell', () => {
    expect(renderCsv(rows(['a,"b"\nc', null, null, null, null]), { lang: 'en', bom: false })).toContain(
      '"a,""b""\nc",,,,,\n',
    );
  });

  test('the main table goes out, wherever it stands', () => {
    const other = table([column('a', same('别的'), 'text')], [['x']]);
    const main = table([column('b', same('主表'), 'text')], [['y']], { main: true });
    expect(renderCsv(document(other, main), { lang: 'zh', bom: false })).toBe('主表\ny\n');
    expect(renderCsv(document(other), { lang: 'zh', bom: false })).toBe('别的\nx\n');
    expect(renderCsv(document(paragraph('话')), { lang: 'zh', bom: false })).toBe('话\n');
  });
});
