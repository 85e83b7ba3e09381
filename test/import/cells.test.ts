// What stands in the cells of real sheets: amounts, dates, names; each quirk in a small sheet of its own.

import { describe, expect, it } from 'vitest';
import { accepted, plan, rejected, workbook } from './workbooks.js';

const head = ['日期', '类别', '品名', '规格', '数量', '单位', '来源', '去向'];
const receipt = (item: string, qty: string | number | null, unit: string | null = null, spec: string | null = null) => [
  '2020-01-30',
  '入库',
  item,
  spec,
  qty,
  unit,
  'P1',
  'D1',
];

describe('amounts', () => {
  const one = async (qty: string | number | null, unit: string | null = null, item = '口罩') =>
    plan(await workbook({ rows: [head, receipt(item, qty, unit)] }));
  it.each([
    ['3箱', null, '3 箱'],
    ['１５', '只', '15 只'],
    ['1,200', '只', '1200 只'],
    ['3.6万', '只', '36000 只'],
    ['3.6万只', null, '36000 只'],
    [0.1 + 0.2, '只', '0.3 只'],
    ['\u200b 198\u00a0', '只', '198 只'],
    [2e6, '只', '2000000 只'],
    ['2箱', '箱', '2 箱'],
    ['5', null, '5 只'],
  ])('%s with %s is %s', async (qty, unit, wanted) => {
    expect(accepted(await one(qty, unit), 'qty', 'unit')).toEqual([wanted]);
  });
  it.each([
    ['1400瓶60箱', '两个数量'],
    ['1200盒、2万只、3.4万只', '两个数量'],
    ['3大箱1小箱', '两个数量'],
    ['2、5KG', '顿号'],
    ['约300', '约数'],
    ['300余', '约数'],
    ['1.2.3', '不是数量'],
    ['①', '不是数量'],
    ['若干', '约数'],
    ['-5', '为负'],
    ['0', '数量是 0'],
    ['1,20', '不是数量'],
    ['99999999999999', '太大'],
    [0.1234567, '6 位'],
  ])('%s is rejected at its cell', async (qty, why) => {
    const planned = await one(qty, '只');
    expect(planned.rejected[0]?.cell).toBe('Sheet1!E2');
    expect(planned.rejected[0]?.text).toBe(String(qty));
    expect(planned.rejected[0]?.reason.zh).toContain(why);
  });
  it('with two units that differ, or one the item does not come in', async () => {
    expect(rejected(await one('3箱', '只'))[0]).toContain('数量里写的是“箱”，单位列是“只”');
    expect(rejected(await one(3, '件'))[0]).toContain('没有单位“件”');
  });
});

describe('dates', () => {
  const one = async (date: string | number | Date, year: number | null = null) =>
    plan(await workbook({ rows: [head, [date, ...receipt('口罩', 1, '只').slice(1)]] }), { mapping: { year } });
  it.each([
    ['2020-1-30'],
    ['2020/01/30'],
    ['2020.1.30'],
    ['2020年1月30日'],
    ['20200130'],
    [20200130],
    [43860],
    [43860.35],
    ['43860'],
    ['2020年1月30日 星期四'],
    ['2020-01-30 08:26:00'],
    ['30 Jan 2020'],
    ['Jan 30, 2020'],
    ['30/1/2020'],
    [new Date('2020-01-30T00:00:00Z')],
  ])('%s is 30 January', async (date) => {
    expect(accepted(await one(date), 'date')).toEqual(['2020-01-30']);
  });
  it.each([['1月30日'], ['1-30'], ['1.28'], ['1/30']])('%s needs a year', async (date) => {
    expect(rejected(await one(date))[0]).toContain('没有年份');
    expect(accepted(await one(date, 2020), 'date')[0]).toMatch(/^2020-01-(?:30|28)$/u);
  });
  it.each([
    ['1.10', '1月1日，也可能是 1月10日'],
    [1.1, '1月1日，也可能是 1月10日'],
    ['01/02/2020', '2020-1-2'],
    ['2020-02-30', '没有这一天'],
    ['昨天', '不是日期'],
    [17, '不是日期'],
  ])('%s is not guessed', async (date, why) => {
    const planned = await one(date, 2020);
    expect(planned.rejected[0]?.cell).toBe('Sheet1!A2');
    expect(planned.rejected[0]?.reason.zh).toContain(why);
  });
  it('with a time give the time too', async () => {
    expect(accepted(await one('2020-01-30 08:26:00'), 'time')).toEqual(['08:26']);
  });
});

describe('names', () => {
  it('are matched after NFKC, without invisible characters, newlines and wide blanks', async () => {
    const rows = [
      head,
      ...['医用\n口罩', '医用口罩\u3000', '\u200b医用口罩', 'ＭＡＳＫ'].map((name, i) => receipt(name, i + 1, '只')),
    ];
    expect(accepted(await plan(await workbook({ rows })), 'item')).toEqual(['MASK', 'MASK', 'MASK', 'MASK']);
  });
  it('with two specifications are two items', async () => {
    const rows = [
      head,
      receipt('防护服', 1, '套', '175'),
      receipt('防护服', 1, '套', '180'),
      receipt('防护服', 1, '套', '190'),
      receipt('防护服', 1, '套'),
    ];
    const planned = await plan(await workbook({ rows }));
    expect(accepted(planned, 'item')).toEqual(['SUIT', 'SUIT-L']);
    expect(rejected(planned)[0]).toContain('没有规格“190”（有 175、180）');
    expect(rejected(planned)[1]).toContain('几种物资都叫这个名字');
  });
  it('unknown are rejected with the nearest, and proposed with --create', async () => {
    const sheet = await workbook({
      rows: [
        head,
        receipt('医用口照', 1, '只'),
        receipt('口罩', 2, '件'),
        ['2020-01-30', '入库', '手套', 'M', 3, '副', '某公司', 'D1'],
      ],
    });
    const strict = await plan(sheet);
    expect(rejected(strict)[0]).toContain('相近的有 医用口罩');
    expect(strict.items).toHaveLength(0);
    const planned = await plan(sheet, { create: true });
    expect(planned.items.map(({ name, spec, unit }) => [name, spec, unit])).toEqual([
      ['医用口照', '', '只'],
      ['口罩', '', '件'],
      ['手套', 'M', '副'],
    ]);
    expect(planned.parties).toMatchObject([{ name: '某公司', kind: 'donor' }]);
    expect(
      planned.after?.book.findings.filter(({ code }) => code.startsWith('ref/') || code.startsWith('value/')),
    ).toEqual([]);
  });
});

it('a repeat in one sheet is a second gift under its own document, and said', async () => {
  const same = receipt('口罩', 1, '箱');
  const planned = await plan(await workbook({ rows: [head, same, receipt('酒精', 4, '瓶'), same, same] }));
  expect(accepted(planned, 'doc')).toEqual(['RK20200130-001', 'RK20200130-001', 'RK20200130-002', 'RK20200130-003']);
  expect(planned.repeats).toEqual([
    { cell: 'Sheet1!A4', doc: 'RK20200130-002' },
    { cell: 'Sheet1!A5', doc: 'RK20200130-003' },
  ]);
});

it('what the book would not count is rejected before it is written', async () => {
  const rows = [
    head,
    ['2020-01-30', '出库', '口罩', null, 1, '只', 'P1', 'P2'],
    ['2020-01-30', '入库', '口罩', null, 1, '只', 'P1', 'D1'],
  ];
  const planned = await plan(await workbook({ rows }));
  expect(planned.accepted).toHaveLength(1);
  expect(planned.rejected).toHaveLength(1);
});
