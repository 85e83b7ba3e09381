// Mapping files, constants, and ledgers other than stock.

import { describe, expect, it } from 'vitest';
import { readMapping, writeMapping } from '../../src/import/mapping.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { accepted, book, bookFiles, csv, plan, rejected, tryPlan } from './workbooks.js';

function mapping(text: string) {
  const read = readMapping('map.yaml', csv(text));
  if (!read.ok) throw new Error(read.refusal.message.zh);
  return read.mapping;
}

describe('a mapping file', () => {
  const sheet = csv(
    'Ref,Thing,How many,To whom,Remarks\nA-1,Surgical mask,3箱,Town hospital,x\nA-2,Surgical mask,-1箱,Town hospital,y\n',
  );
  const map = `
columns: {Ref: 单号, Thing: item, How many: qty, To whom: to, Remarks: ignore}
set: {kind: 出库, from: D1, date: 2020-01-30}
values:
  item: {Surgical mask: MASK}
  to: {Town hospital: S1}
negative: return
`;
  it('says which column is which, what is constant, and what words stand for', async () => {
    const planned = await plan(sheet, { mapping: mapping(map) });
    expect(accepted(planned, 'doc', 'kind', 'item', 'qty', 'unit', 'from', 'to')).toEqual([
      'A-1 出库 MASK 3 箱 D1 S1',
      'A-2 退库 MASK 1 箱 S1 D1',
    ]);
    expect(planned.unknownColumns).toEqual([]);
    expect(planned.sums.toRecord()).toEqual({ 箱: '2' });
  });
  it('without it the columns are named as unknown, with a sample', async () => {
    const planned = await plan(csv('Quantity,Item,Weird\n1,MASK,z\n'));
    expect(planned.unknownColumns).toMatchObject([{ header: 'Weird', cell: 'C1', sample: 'z' }]);
  });
  it('numbers documents as the paper does', async () => {
    const planned = await plan(sheet, {
      mapping: {
        ...mapping(map),
        columns: new Map([...mapping(map).columns, ['Ref', 'ignore']]),
        number: 'HX{date}-{n}',
      },
    });
    expect(accepted(planned, 'doc')).toEqual(['HX20200130-001', 'HX20200130-002']);
  });
  it('is written as it is read, without what belongs to one day', async () => {
    const { set, ...rest } = mapping(map);
    const text = writeMapping('stock', { ...rest, set });
    expect(text).not.toContain('2020-01-30');
    expect({ ...mapping(text), table: null }).toEqual({
      ...rest,
      set: new Map([...set].filter(([column]) => column !== 'date')),
    });
  });
  it.each([
    ['colums: {}', 'map.yaml:1:1'],
    ['negative: nothing', 'map.yaml:1:11'],
    ['a: [', 'map.yaml:1'],
  ])('with a fault says where: %s', (text, where) => {
    const read = readMapping('map.yaml', csv(text));
    expect(read.ok ? '' : read.refusal.message.zh).toContain(where);
  });
  it('that names a column the ledger has not is refused with those it has', async () => {
    const result = await tryPlan(sheet, { mapping: { columns: new Map([['Ref', 'invoice']]) } });
    expect(result.ok ? '' : result.refusal.message.zh).toContain('没有“invoice”这一列');
  });
});

describe('other ledgers', () => {
  it('know what they had, unless it was taken back', async () => {
    const sheet = csv('盘点日期,名称,实盘数量,单位\n2020-01-31,口罩,5,只\n');
    const first = await plan(sheet, { table: 'counts', fileName: 'counts.csv' });
    const files = Object.fromEntries(first.changes.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
    const again = (less: string) => {
      const { [less]: _gone, ...rest } = { ...bookFiles, ...files };
      return plan(sheet, { table: 'counts', fileName: 'counts.csv', workspace: memoryWorkspace(rest) });
    };
    expect((await again('')).duplicates).toBe(1);
    expect((await again('counts/2020-01-31.csv')).accepted).toHaveLength(1);
  });

  it('counts: zero is a count, a blank is not; the only depot is taken', async () => {
    const planned = await plan(
      csv(
        '盘点日期,名称,实盘数量,单位,盘点人\n2020-01-31,口罩,0,只,张三\n2020-01-31,酒精,,瓶,张三\n2020-01-31,口罩,2箱,,张三\n',
      ),
      { table: 'counts' },
    );
    expect(accepted(planned, 'date', 'site', 'item', 'counted', 'unit')).toEqual([
      '2020-01-31 D1 MASK 0 只',
      '2020-01-31 D1 MASK 2 箱',
    ]);
    expect(rejected(planned)[0]).toContain('C3');
  });
  it('deliveries, requests, census, roster and needs', async () => {
    const workspace = book({ ...bookFiles, 'staff.csv': 'staff,name\nW1,王五\n' });
    const deliveries = await plan(
      csv('日期,出库单号,物资,实收数量,破损,接收单位\n2020-01-31,CK20200130-001,口罩,98,2,东街服务点\n'),
      { table: 'deliveries', workspace },
    );
    expect(accepted(deliveries, 'doc', 'item', 'received', 'damaged', 'site')).toEqual(['CK20200130-001 MASK 98 2 S1']);
    const requests = await plan(
      csv(
        '申请日期,需求单位,物资,申请数量,单位,紧急程度\n2020-01-31,东街服务点,口罩,5,箱,紧急\n2020-01-31,东街服务点,酒精,5,瓶,\n',
      ),
      { table: 'requests', workspace },
    );
    expect(accepted(requests, 'doc', 'site', 'qty', 'priority')).toEqual([
      'SQ20200131-001 S1 5 紧急',
      'SQ20200131-001 S1 5 ',
    ]);
    const census = await plan(csv('日期,隔离点,在住人数,工作人员\n1月31日,东街服务点,35人,6\n'), {
      table: 'census',
      workspace,
      mapping: { year: 2020 },
    });
    expect(accepted(census, 'date', 'site', 'residents', 'staff')).toEqual(['2020-01-31 S1 35 6']);
    const roster = await plan(
      csv('日期,开始,结束,姓名,点位\n2020-01-31,8:00,20时,王五,东街服务点\n2020-01-31,8:00,20:00,赵六,东街服务点\n'),
      { table: 'roster', workspace },
    );
    expect(accepted(roster, 'start', 'end', 'staff', 'site')).toEqual(['08:00 20:00 王五 S1']);
    expect(rejected(roster)[0]).toContain('staff.csv 没有这个人');
    const needs = await plan(csv('时间,事项,点位,类别\n2020-01-31 08:30,提出,东街服务点,就医\n'), {
      table: 'needs',
      workspace,
    });
    expect(accepted(needs, 'time', 'need', 'event', 'site')).toEqual(['2020-01-31 08:30 XQ20200131-001 提出 S1']);
  });
  it('registers: new codes are added, known ones recognised, changed ones left alone', async () => {
    const planned = await plan(
      csv(
        '编码,名称,规格,类别,单位\nMASK,医用口罩,,protective,只\nALC,酒精,95%,protective,瓶\nNEW,体温计,,protective,支\nNEW,体温枪,,protective,支\n',
      ),
      { table: 'items' },
    );
    expect(accepted(planned, 'item', 'name')).toEqual(['NEW 体温计']);
    expect(planned.duplicates).toBe(1);
    expect(rejected(planned).join()).toMatch(/ALC 已登记，规格不同.*NEW 在本表里出现两次/u);
    expect(new TextDecoder().decode(planned.changes[0]?.bytes)).toContain('\nNEW,体温计,,protective,支,,\n');
    const sites = await plan(csv('编码,点位名称,类型,详细地址\nS9,西街服务点,服务点,西街1号\n'), { table: 'sites' });
    // A register without the column gets it, empty for the rows that stand there.
    expect(new TextDecoder().decode(sites.changes[0]?.bytes)).toBe(
      'site,name,kind,地址\nD1,中心仓库,depot,\nS1,东街服务点,service,\nS9,西街服务点,服务点,西街1号\n',
    );
  });
});
