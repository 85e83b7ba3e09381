// Where goods go: the depot, the town's service points, testing points and sealed-off zones, and 61 isolation sites.
import { chance, DAYS, pad } from './lib.mjs';

/** County branches with the number of isolation sites each runs; 13 branches in two prefectures, 61 sites in all. */
export const BRANCHES = [
  { id: 'B-YONGKANG', county: '永康', city: 'jinhua', groups: 9 },
  { id: 'B-PANAN', county: '磐安', city: 'jinhua', groups: 5 },
  { id: 'B-WUYI', county: '武义', city: 'jinhua', groups: 5 },
  { id: 'B-DONGYANG', county: '东阳', city: 'jinhua', groups: 6 },
  { id: 'B-WUCHENG', county: '婺城', city: 'jinhua', groups: 6 },
  { id: 'B-JINDONG', county: '金东', city: 'jinhua', groups: 5 },
  { id: 'B-LANXI', county: '兰溪', city: 'jinhua', groups: 4 },
  { id: 'B-YIWU', county: '义乌', city: 'jinhua', groups: 6 },
  { id: 'B-PUJIANG', county: '浦江', city: 'jinhua', groups: 4 },
  { id: 'B-XIANJU', county: '仙居', city: 'taizhou', groups: 3 },
  { id: 'B-TIANTAI', county: '天台', city: 'taizhou', groups: 3 },
  { id: 'B-LINHAI', county: '临海', city: 'taizhou', groups: 3 },
  { id: 'B-SANMEN', county: '三门', city: 'taizhou', groups: 2 },
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const SERVED = 24; // isolation sites near enough to be supplied from the town's depot

function isolationSites() {
  const random = chance('isolation');
  const sites = [];
  for (const branch of BRANCHES) {
    for (let n = 0; n < branch.groups; n += 1) {
      const index = sites.length;
      const name = `${branch.county}${NUMERALS[n]}号隔离点`;
      sites.push({
        code: `S${pad(index + 1, 3)}`,
        name,
        kind: 'isolation',
        branch,
        group: `U-${pad(index + 1, 3)}`,
        groupName: `${name}临时党小组`,
        served: index < SERVED,
        signs: index < SERVED && index % 2 === 0,
        capacity: random.between(8, 14) * 10,
        contact: `P${401 + index}`,
      });
    }
  }
  return sites;
}

const list = (kind, prefix, firstContact, names) =>
  names.map((name, i) => ({ code: `${prefix}${pad(i + 1, 2)}`, name, kind, contact: `P${firstContact + i}` }));

export const DEPOT = { code: 'D1', name: '石柱镇物资储备保障中心仓库', kind: 'depot' };
export const SERVICE = list(
  'service',
  'F',
  161,
  ['东街', '西街', '南苑', '北苑', '前街', '后街', '桥头', '塘边'].map((n) => `${n}便民服务点`),
);
export const TESTING = list(
  'testing',
  'C',
  151,
  ['中心小学', '文化广场', '老车站', '工业园一', '工业园二', '东村', '西村', '南村', '北村', '新村'].map(
    (n) => `${n}采样点`,
  ),
);
export const ZONES = list(
  'zone',
  'Z',
  171,
  ['东', '西', '南', '北', '中心', '工业园'].map((n) => `${n}片区`),
);
export const ISOLATION = isolationSites();
export const PARTY_DEST = { code: 'JS01', name: '石柱镇卫生院', kind: 'party' };
export const SITES = [DEPOT, ...SERVICE, ...TESTING, ...ZONES, ...ISOLATION];

const WORDS = { depot: '仓库', isolation: '隔离点', testing: '采样点', service: '服务点', zone: '片区' };
export const SITE_HEADER = [
  '点位编码',
  '名称',
  '类型',
  '所属组织',
  '记库存',
  '签收',
  '供应仓库',
  '容量',
  '启用日期',
  '停用日期',
  '地址',
  '备注',
];

export function siteRows() {
  return SITES.map((s) => [
    s.code,
    s.name,
    WORDS[s.kind],
    s.group ?? '',
    s.kind === 'depot' ? '是' : '',
    s.signs ? '是' : '否',
    s.kind === 'depot' || (s.kind === 'isolation' && !s.served) ? '' : 'D1',
    s.capacity ?? '',
    DAYS[0],
    '',
    s.kind === 'isolation' ? `${s.branch.county}（示例地址）` : '石柱镇（示例地址）',
    s.kind === 'isolation' && !s.served ? '示例；由属地供应' : '示例',
  ]);
}
