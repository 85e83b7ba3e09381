// Small books in which nothing is wrong: every balance is counted every night, every dispatch is signed for in full.

import type { Random } from './random.js';
import type { Grid, Sheets } from './sheets.js';

interface Item {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly pack: string;
  readonly factor: number;
  readonly lots: 'no' | 'auto' | 'required';
}

const items: readonly Item[] = [
  { code: 'SUIT', name: '防护服', unit: '套', pack: '箱', factor: 20, lots: 'no' },
  { code: 'MASK', name: '医用口罩', unit: '只', pack: '箱', factor: 2000, lots: 'no' },
  { code: 'TUBE', name: '采样管', unit: '支', pack: '盒', factor: 50, lots: 'required' },
  { code: 'RICE', name: '大米', unit: 'kg', pack: '袋', factor: 25, lots: 'no' },
];

const allDays = ['2022-01-10', '2022-01-11', '2022-01-12'];
export const LAST_DAY = '2022-01-12';

const settings = `title: 试验台账
language: zh-CN
timezone: Asia/Shanghai
excel: no
policy:
  count-tolerance: 0
  delivery-hours: 24
checks: {count/stale: warning}
`;

const org = `levels:
  - {level: hq, name: 指挥部, expect: 1}
  - {level: group, name: 小组}
units:
  - id: HQ
    name: 指挥部临时党委
    level: hq
    leader: P001
    units:
      - {id: G-1, name: 一组, level: group, leader: P002}
      - {include: org/more.yaml}
teams:
  - {id: T-1, name: 先锋队, unit: HQ, leader: P001, members: [P002, P003]}
`;

/** Of its last days, or of all three; with the people of the centre, or without. */
export function goodBook(random: Random, people = random.chance(0.3), nights = random.few(3)): Sheets {
  const days = allDays.slice(-nights);
  const stock: string[][] = [];
  const deliveries: string[][] = [];
  const counts: string[][] = [];
  const requests: string[][] = [];
  const balance = new Map<string, number>();
  const serial = new Map<string, number>();
  const used = items.filter((_, at) => at < 2 || random.chance(0.4));
  const add = (site: string, item: Item, qty: number) => {
    const key = `${site} ${item.code}`;
    balance.set(key, (balance.get(key) ?? 0) + qty);
  };
  const number = (prefix: string, day: string): string => {
    const series = `${prefix}${day.replaceAll('-', '')}`;
    const n = (serial.get(series) ?? 0) + 1;
    serial.set(series, n);
    return `${series}-${String(n).padStart(3, '0')}`;
  };
  const lotOf = (item: Item): [string, string] => (item.lots === 'no' ? ['', ''] : ['L1', '2023-06-30']);
  const called = (item: Item): string => random.pick([item.code, item.name]);
  /** A quantity and its unit, as one or another would write them. */
  const said = (item: Item, qty: number): [string, string] => {
    if (qty % item.factor === 0 && random.chance(0.3)) return [String(qty / item.factor), item.pack];
    if (random.chance(0.1)) return [`${qty}${item.unit}`, ''];
    return [String(qty), random.pick([item.unit, ''])];
  };
  const move = (
    day: string,
    doc: string,
    kind: string,
    item: Item,
    qty: number,
    from: string,
    to: string,
    ref = '',
  ) => {
    const [lot, expiry] = lotOf(item);
    const [text, unit] = said(item, qty);
    const adds = kind === 'opening' || kind === 'receipt';
    stock.push([
      day,
      '',
      doc,
      kind,
      called(item),
      '',
      lot,
      adds ? expiry : '',
      text,
      unit,
      from,
      to,
      'P001',
      'P002',
      ref,
      '',
    ]);
  };
  for (const [n, day] of days.entries()) {
    if (n === 0) {
      const doc = number('QC', day);
      for (const item of used) {
        const qty = item.factor * (5 + random.below(20));
        move(day, doc, 'opening', item, qty, '', 'D1');
        add('D1', item, qty);
      }
    }
    if (random.chance(0.6)) {
      const doc = number('RK', day);
      for (const item of used.slice(0, random.few(used.length))) {
        const qty = item.factor * (1 + random.below(5));
        move(day, doc, 'receipt', item, qty, random.pick(['X1', '红十字会']), 'D1');
        add('D1', item, qty);
      }
    }
    const doc = number('DB', day);
    const want = number('SQ', day);
    const to = random.pick(['S1', 'S3']);
    for (const item of random.shuffle(used).slice(0, random.few(2))) {
      const qty = 10 + random.below(item.factor);
      move(day, doc, 'transfer', item, qty, 'D1', to, want);
      requests.push([day, want, to, called(item), '', String(qty), item.unit, '2022-01-20', 'routine', 'P002', '']);
      add('D1', item, -qty);
      add(to, item, qty);
      const [lot] = lotOf(item);
      deliveries.push([day, '', doc, called(item), '', lot, String(qty), '', item.unit, to, '收货人', '']);
    }
    if (random.chance(0.7)) {
      const out = number('CK', day);
      const item = random.pick(used);
      const qty = 1 + random.below(item.factor);
      move(day, out, 'issue', item, qty, 'D1', 'S2');
      add('D1', item, -qty);
    }
    if (random.chance(0.3)) {
      const item = used[0]!;
      move(day, number('BS', day), 'disposal', item, 1, 'D1', '');
      add('D1', item, -1);
    }
    for (const [key, qty] of balance) {
      const [site = '', code] = key.split(' ');
      const item = items.find((one) => one.code === code)!;
      counts.push([day, '', site, called(item), '', lotOf(item)[0], String(qty), item.unit, 'P001', 'P002']);
    }
  }
  const grids = new Map<string, Grid>([
    [
      'items.csv',
      grid(
        'item,name,spec,category,unit,packs,aliases,lots',
        items.map(({ code, name, unit, pack, factor, lots }) => [
          code,
          name,
          '',
          code === 'RICE' ? 'living' : 'protective',
          unit,
          `${pack}=${factor}`,
          `${name}甲;${name}乙`,
          lots,
        ]),
      ),
    ],
    [
      'sites.csv',
      grid(
        'site,name,kind,tracked,signs,capacity',
        lines(
          'D1,中心仓库,depot,yes,no,\nS1,一号隔离点,isolation,yes,yes,100\nS2,服务点,service,no,no,\nS3,三号隔离点,isolation,yes,yes,80',
        ),
      ),
    ],
    ['parties.csv', grid('party,name,kind', lines('X1,红十字会,donor\nX2,医院,recipient'))],
    [
      'staff.csv',
      grid('staff,name,unit,roles', lines('P001,陈明,HQ,leader\nP002,李华,G-1,leader;cadre\nP003,王芳,G-2,medical')),
    ],
    ['stock/2022.csv', grid('date,time,doc,kind,item,spec,lot,expiry,qty,unit,from,to,by,checked_by,ref,note', stock)],
    ['deliveries/2022.csv', grid('date,time,doc,item,spec,lot,received,damaged,unit,site,by,signed_on', deliveries)],
    ['counts/2022.csv', grid('date,when,site,item,spec,lot,counted,unit,by,checked_by', counts)],
    ['requests/2022.csv', grid('date,doc,site,item,spec,qty,unit,needed_by,priority,by,cancelled', requests)],
  ]);
  if (!people) return { grids, texts: new Map([['taizhang.yaml', settings]]) };
  for (const [file, table] of peopleOf(days)) grids.set(file, table);
  return {
    grids,
    texts: new Map([
      ['taizhang.yaml', settings],
      ['org.yaml', org],
      ['org/more.yaml', '- {id: G-2, name: 二组, level: group, leader: P003}\n'],
    ]),
  };
}

function grid(header: string, rows: string[][]): Grid {
  return { header: header.split(','), rows };
}

function lines(text: string): string[][] {
  return text.split('\n').map((line) => line.split(','));
}

function peopleOf(days: readonly string[]): [string, Grid][] {
  return [
    [
      'census/2022.csv',
      grid(
        'date,site,residents,staff',
        days.flatMap((day) => [
          [day, 'S1', '40', '6'],
          [day, 'S3', '30', '5'],
        ]),
      ),
    ],
    [
      'roster/2022.csv',
      grid(
        'date,start,end,staff,site,task',
        days.flatMap((day) => [
          [day, '08:00', '16:00', 'P002', 'S1', '值守'],
          [day, '09:00', '17:00', 'P003', 'S3', '巡诊'],
        ]),
      ),
    ],
    [
      'needs/2022.csv',
      grid(
        'time,need,event,site,person,category,priority,unit,by',
        lines(
          '2022-01-11 08:00,N1,raise,S1,R001,用药,routine,,P002\n2022-01-11 09:00,N1,assign,,,,,G-1,P002\n2022-01-11 12:00,N1,resolve,,,,,,P002',
        ),
      ),
    ],
    [
      'rollcalls/2022.csv',
      grid(
        'date,time,list,person,status,by',
        lines('2022-01-12,10:00,甲,R001,reached,P002\n2022-01-12,10:05,甲,R002,unreachable,P002'),
      ),
    ],
  ];
}
