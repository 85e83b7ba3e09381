// Tables and pages in a terminal of any width.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ONE } from '../../src/core/quantity.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { textWidth } from '../../src/render/terminal/width.js';
import { type Cell, column, type Document, figure, heading, notice, table, toned } from '../../src/report/document.js';

const same = (text: string) => ({ zh: text, en: text });

function page(rows: readonly (readonly Cell[])[], group: readonly string[] = []): Document {
  const columns = [
    column('site', same('点位'), 'text'),
    column('item', same('物资'), 'text'),
    column('doc', same('单号'), 'code'),
    column('unit', same('单位'), 'code'),
    column('qty', same('昨日结存'), 'quantity'),
  ];
  return {
    title: '标题',
    subtitle: '',
    blocks: [table(columns, rows, { group, canBeIncomplete: true, empty: '没有记录' })],
    incomplete: false,
  };
}

function lines(document: Document, width: number, color = false): string[] {
  return renderTerminal(document, { lang: 'zh', width, color }).split('\n').slice(2);
}

const suit: readonly Cell[] = ['一号仓库', '医用防护服', 'CK20220112-001', '套', 36_000 * ONE];
const mask: readonly Cell[] = ['一号仓库', 'N95', 'CK20220112-002', '只', -5 * ONE];

test('columns are aligned whatever is full-width, figures on the right and grouped', () => {
  expect(lines(page([suit, mask]), 80)).toEqual([
    '',
    '点位      物资        单号            单位  昨日结存',
    '────────────────────────────────────────────────────',
    '一号仓库  医用防护服  CK20220112-001  套      36,000',
    '一号仓库  N95         CK20220112-002  只          -5',
    '',
  ]);
});

test('what rows share can stand above them', () => {
  expect(lines(page([suit, mask], ['site']), 80).slice(3, 6)).toEqual([
    '> 一号仓库',
    '医用防护服  CK20220112-001  套      36,000',
    'N95         CK20220112-002  只          -5',
  ]);
});

test('where there is less room headings break first, then columns move closer, then names break', () => {
  expect(lines(page([suit]), 50)).toEqual([
    '',
    '                                              昨日',
    '点位      物资        单号            单位    结存',
    '──────────────────────────────────────────────────',
    '一号仓库  医用防护服  CK20220112-001  套    36,000',
    '',
  ]);
  expect(lines(page([suit]), 44).slice(4)).toEqual(['一号仓库 医用防护 CK20220112-001 套   36,000', '         服', '']);
});

test('a name that needs more than three lines is cut', () => {
  const long = ['点', '很'.repeat(40), 'CK20220112-001', '套', ONE];
  const text = lines(page([long]), 44);
  expect(text).toHaveLength(4 + 3 + 1);
  expect(text.at(-2)).toContain('…');
});

test('where there is no room for columns each row is a list, codes and figures whole', () => {
  expect(lines(page([suit]), 30).slice(1, 6)).toEqual([
    '点位: 一号仓库',
    '物资: 医用防护服',
    '单号: CK20220112-001',
    '单位: 套',
    '昨日结存: 36,000',
  ]);
});

test('a figure that is incomplete is marked, and digits still stand below each other', () => {
  const marked = ['一号仓库', 'N95', 'CK20220112-002', '只', figure(1_000 * ONE, true)];
  const shown = lines(page([suit, marked]), 80);
  expect(shown[3]).toMatch(/36,000$/);
  expect(shown[4]).toMatch(/1,000\*$/);
  expect(textWidth(shown[4] ?? '')).toBe(textWidth(shown[3] ?? '') + 1);
});

test('a table without rows says so', () => {
  expect(lines(page([]), 80)).toEqual(['', '没有记录', '']);
});

test('control characters in a name are seen, not obeyed', () => {
  const evil = ['\u001b[31m红', 'a\nb', 'x', '套', ONE];
  expect(renderTerminal(page([evil]), { lang: 'zh', width: 80, color: false })).toContain('\\u001b[31m红');
});

describe('colour', () => {
  const bad: readonly Cell[] = ['一号仓库', 'N95', 'x', '只', toned(-ONE, 'bad')];

  test('only where it is asked for', () => {
    expect(renderTerminal(page([bad]), { lang: 'zh', width: 80, color: false })).not.toContain('\u001b');
    expect(renderTerminal(page([bad]), { lang: 'zh', width: 80, color: true })).toContain('\u001b[31m-1\u001b[39m');
  });

  test('never alone: without it the page says the same', () => {
    const document: Document = {
      title: '标题',
      subtitle: '副题',
      blocks: [notice('warning', '注意'), heading('一'), ...page([suit, bad]).blocks],
      incomplete: false,
    };
    const plain = renderTerminal(document, { lang: 'zh', width: 60, color: false });
    const colored = renderTerminal(document, { lang: 'zh', width: 60, color: true });
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(plain).toContain('! 注意');
  });
});

test('whatever the rows and the width, no line is wider than the terminal', () => {
  const name = fc
    .array(fc.constantFrom('防', '护', 'N95', ' ', '（', '）', '😷'), { maxLength: 30 })
    .map((all) => all.join(''));
  const row = fc.tuple(name, name, fc.constantFrom('CK20220112-001', ''), fc.constantFrom('套', 'kg'), fc.integer());
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      fc.integer({ min: 20, max: 130 }),
      fc.boolean(),
      (rows, width, grouped) => {
        const document = page(rows, grouped ? ['site'] : []);
        for (const line of renderTerminal(document, { lang: 'zh', width, color: false }).split('\n')) {
          expect(textWidth(line)).toBeLessThanOrEqual(width);
        }
      },
    ),
  );
});
