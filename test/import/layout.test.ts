// How real sheets are laid out: headers, merged cells, footers; each quirk in a small sheet of its own.

import { describe, expect, it } from 'vitest';
import { accepted, csv, plan, rejected, tryPlan, workbook } from './workbooks.js';

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

describe('headers', () => {
  it('stand below title rows, which give the date and the kind', async () => {
    const sheet = await workbook({
      rows: [
        ['某市红十字会接收捐赠物资公示'],
        ['（1月30日）'],
        [],
        ['捐赠单位', '入库物资', '规格型号', '计量单位', '数量总计'],
        ['红十字会', '口罩', null, '只', 15],
        ['某市红十字会'],
        [43861],
      ],
    });
    const planned = await plan(sheet);
    expect(accepted(planned, 'date', 'kind', 'item', 'qty', 'unit', 'from', 'to')).toEqual([
      '2020-01-30 入库 MASK 15 只 P1 D1',
    ]);
    expect(planned.footers.map(({ text }) => text)).toEqual(['某市红十字会', '43861']);
    expect(planned.assumed.map(({ why }) => why).sort()).toEqual(['depot', 'kind', 'title']);
  });

  it('give the date as a bare serial number, also with a time in it', async () => {
    for (const serial of [43860, 43860.1]) {
      const planned = await plan(
        await workbook({
          rows: [
            ['物资发放一览表'],
            [serial],
            ['接收单位', '品名', '规格', '计量单位', '数量'],
            ['市医院', '口罩', '\u200b', '只', 2],
          ],
        }),
      );
      expect(accepted(planned, 'date', 'kind', 'to', 'from')).toEqual(['2020-01-30 出库 P2 D1']);
    }
  });

  it('without a year ask for it, and take --year', async () => {
    const sheet = await workbook({
      rows: [['接收物资（1月30日）'], ['品名', '数量', '捐赠单位'], ['口罩', 5, '红十字会']],
    });
    const without = await plan(sheet);
    expect(rejected(without)).toEqual(['Sheet1!A3 接收物资（1月30日）: 没有年份。加上 --year 2020 这样的选项']);
    expect(accepted(await plan(sheet, { mapping: { year: 2020 } }), 'date')).toEqual(['2020-01-30']);
  });

  it('come a second time further down, with other columns and a date of their own', async () => {
    const rows = [
      ['入库表 2020年1月30日'],
      ['品名', '数量', '单位', '来源'],
      ['口罩', 5, '只', 'P1'],
      ['合计', 5],
      ['出库表 2020年1月31日'],
      ['去向', '品名', '单位', '数量'],
      ['P2', '口罩', '只', 3],
    ];
    const planned = await plan(await workbook({ rows }));
    expect(accepted(planned, 'date', 'kind', 'qty', 'from', 'to')).toEqual([
      '2020-01-30 入库 5 P1 D1',
      '2020-01-31 出库 3 D1 P2',
    ]);
    expect(planned.totals).toMatchObject([{ agrees: true }]);
  });

  it('are looked for in every sheet, and a cover sheet is named', async () => {
    const goods = { rows: [head, receipt('口罩', 1, '只')] };
    const planned = await plan(
      await workbook(
        { name: '封面', rows: [['说明'], ['本表由仓库填报']] },
        { name: '一月', ...goods },
        { name: '二月 (补)', rows: [head, receipt('口罩', 0, '只')] },
      ),
    );
    expect(planned.accepted).toHaveLength(1);
    expect(planned.without).toEqual(['封面']);
    expect(planned.rejected[0]?.cell).toBe("'二月 (补)'!E2");
    const one = await plan(await workbook({ name: '一月', ...goods }, { name: '二月', ...goods }), {
      mapping: { sheet: '二月' },
    });
    expect(one.accepted).toHaveLength(1);
  });

  it('that are not there are said, with the names that would do', async () => {
    const result = await tryPlan(
      await workbook({
        rows: [
          ['甲', '乙'],
          ['1', '2'],
        ],
      }),
    );
    expect(result.ok ? '' : result.refusal.hint.zh).toContain('日期、时间、单号');
  });
});

describe('merged cells', () => {
  const rows = [
    ['接收单位', '品名', '计量单位', '数量'],
    ['市医院', '口罩', '只', 1],
    [null, '酒精', null, 2],
    [null, '口罩', null, null],
  ];

  it('fill who and unit, never amounts, and every fill is reported', async () => {
    const planned = await plan(await workbook({ rows, merges: ['A2:A4', 'C2:C3', 'D3:D4'] }), {
      mapping: { set: new Map([['date', '2020-01-30']]) },
    });
    expect(planned.fills.map(({ from, to, cells }) => `${from} ${to} ${cells}`)).toEqual([
      'Sheet1!C2 C3 1',
      'Sheet1!A2 A3:A4 2',
    ]);
    expect(rejected(planned)).toContain('Sheet1!D4 : 数量在合并单元格 D3:D4 里，不知每行各多少。拆开，逐行填写');
    expect(planned.unfilled).toMatchObject([{ range: 'Sheet1!D3:D4', quantity: true }]);
  });

  it('of the item are not filled unless asked, and then they are', async () => {
    const sheet = await workbook({
      rows: [
        ['品名', '规格', '数量', '单位', '来源'],
        ['防护服', '175', 2, '套', 'P1'],
        [null, '180', 3, '套', 'P1'],
      ],
      merges: ['A2:A3'],
    });
    const set = new Map([
      ['date', '2020-01-30'],
      ['kind', '入库'],
    ]);
    expect(rejected(await plan(sheet, { mapping: { set } }))).toEqual([
      'Sheet1!A3 : 缺“物资”。在表里补上，或对整张表用 --set item=…',
    ]);
    expect(accepted(await plan(sheet, { mapping: { set, fillDown: ['品名'] } }), 'item', 'qty')).toEqual([
      'SUIT 2',
      'SUIT-L 3',
    ]);
  });

  it('in a CSV are blank cells, filled with --fill-down', async () => {
    const text = '接收单位,品名,数量,单位\n市医院,口罩,1,只\n,口罩,2,只\n';
    const set = new Map([['date', '2020-01-30']]);
    expect(rejected(await plan(csv(text), { mapping: { set } }))[0]).toContain('A3');
    const planned = await plan(csv(text), { mapping: { set, fillDown: ['to'] } });
    expect(accepted(planned, 'to', 'qty')).toEqual(['P2 1', 'P2 2']);
    expect(planned.fills).toMatchObject([{ column: 'to', from: 'A2', to: 'A3', cells: 1 }]);
    const refused = await tryPlan(csv(text), { mapping: { set, fillDown: ['qty'] } });
    expect(refused.ok ? '' : refused.refusal.hint.zh).toBe('数量要逐行写明');
  });
});

describe('footers', () => {
  it('are left out, and a stated total is held against the sum', async () => {
    const rows = [
      head,
      receipt('口罩', 10, '只'),
      receipt('口罩', 20, '只'),
      [null, null, '小 计', null, 30],
      receipt('口罩', 5, '只'),
      ['合计', null, null, null, 36],
      ['制表：张三', null, '审核：李四'],
      ['备注：以上物资已入库'],
      ['共计2856人次'],
    ];
    const planned = await plan(await workbook({ rows }));
    expect(planned.accepted).toHaveLength(3);
    expect(planned.footers.map(({ kind }) => kind)).toEqual(['total', 'total', 'remark', 'remark', 'total']);
    expect(planned.totals.map(({ stated, sum, agrees }) => [stated, sum, agrees])).toEqual([
      ['30', '30', true],
      ['36', '35', false],
      ['2856', '0', false],
    ]);
  });

  it('are no goods: a long sentence, a heading; a name without an amount is rejected, not dropped', async () => {
    const rows = [
      ['品名', '数量', '来源'],
      ['一、防护类'],
      ['口罩', 3, 'P1'],
      ['酒精'],
      ['以上即为本日收到的社会捐赠物资，将陆续公示。'],
    ];
    const planned = await plan(await workbook({ rows }), {
      mapping: {
        set: new Map([
          ['date', '2020-01-30'],
          ['kind', '入库'],
        ]),
      },
    });
    expect(planned.footers).toHaveLength(2);
    expect(rejected(planned)).toEqual(['Sheet1!B4 : 没有数量。补上；如不是物资行，在原表删去']);
    expect(planned.accepted.length + planned.rejected.length + planned.footers.length + planned.duplicates).toBe(4);
  });
});
