// What the centre handles: items with the amount each must have delivered by the last night, parties, and norms.

/**
 * `total` is what is delivered net over the eight days, `step` the smallest amount handed out, `to` the weight of each
 * kind of destination. Per category the totals add up to 36,000, 32,000 and 20,000; verify.mjs holds the files to it.
 */
const protective = [
  [
    'PPE-SUIT',
    '医用一次性防护服',
    '连体式175cm',
    '套',
    '箱=50',
    '防护服;大白',
    'auto',
    8600,
    5,
    { testing: 3, isolation: 2 },
  ],
  [
    'PPE-GOWN',
    '一次性隔离衣',
    '反穿式L码',
    '件',
    '箱=100',
    '隔离衣',
    'no',
    3000,
    10,
    { isolation: 2, zone: 1, party: 3 },
  ],
  [
    'PPE-N95',
    '医用防护口罩',
    '头戴式N95',
    '只',
    '盒=30;箱=600',
    'N95;N95口罩',
    'required',
    5200,
    10,
    { testing: 3, isolation: 2, zone: 1 },
  ],
  [
    'PPE-MASK',
    '医用外科口罩',
    '平面挂耳式',
    '只',
    '盒=50;箱=2000',
    '外科口罩',
    'auto',
    9000,
    10,
    { service: 2, zone: 3, isolation: 1, party: 3 },
  ],
  ['PPE-SHIELD', '医用隔离面罩', '防雾型', '只', '箱=200', '面屏;面罩', 'no', 3400, 5, { testing: 2, isolation: 1 }],
  ['PPE-GOGGLE', '医用护目镜', '封闭式', '只', '箱=100', '护目镜;眼罩', 'no', 800, 5, { testing: 2, isolation: 1 }],
  [
    'PPE-GLOVE-M',
    '一次性丁腈手套',
    'M码',
    '双',
    '盒=50;箱=500',
    '丁腈手套M码',
    'no',
    2400,
    10,
    { testing: 3, isolation: 2 },
  ],
  [
    'PPE-GLOVE-L',
    '一次性丁腈手套',
    'L码',
    '双',
    '盒=50;箱=500',
    '丁腈手套L码',
    'no',
    1600,
    10,
    { testing: 3, isolation: 2 },
  ],
  [
    'PPE-SHOE',
    '一次性靴套',
    '高筒防滑',
    '双',
    '包=20;箱=400',
    '靴套;鞋套',
    'no',
    2000,
    10,
    { testing: 2, isolation: 1 },
  ],
];
const testing = [
  ['NAT-TUBE10', '病毒采样管', '10混1', '管', '盒=50;箱=1000', '十混一采样管', 'required', 9000, 50, { testing: 1 }],
  ['NAT-TUBE1', '病毒采样管', '单采', '管', '盒=50;箱=1000', '单采管', 'auto', 1200, 10, { isolation: 1 }],
  [
    'NAT-SWAB',
    '一次性采样拭子',
    '咽拭子',
    '支',
    '包=100;箱=2000',
    '拭子;咽拭子',
    'auto',
    18000,
    50,
    { testing: 9, isolation: 1 },
  ],
  [
    'NAT-BAG',
    '生物安全样本袋',
    '带吸附材料',
    '个',
    '包=20;箱=400',
    '样本袋',
    'no',
    3740,
    20,
    { testing: 3, isolation: 1 },
  ],
  ['NAT-BOX', '样本转运箱', '12L', '个', '', '转运箱', 'no', 60, 1, { testing: 1 }],
];
const living = [
  ['LIV-RICE', '大米', '5kg袋装', 'kg', '袋=5', '', 'no', 4000, 5, { service: 2, zone: 3 }],
  ['LIV-VEG', '蔬菜包', '5kg时令蔬菜', '份', '', '爱心菜包', 'no', 4200, 5, { service: 2, zone: 3 }],
  ['LIV-NOODLE', '方便面', '桶装', '桶', '箱=12', '泡面', 'auto', 3000, 12, { service: 1, zone: 2, testing: 1 }],
  [
    'LIV-WATER',
    '饮用纯净水',
    '550ml',
    '瓶',
    '箱=24',
    '瓶装水',
    'no',
    5400,
    12,
    { testing: 2, service: 1, isolation: 1 },
  ],
  ['LIV-BLANKET', '棉被', '150×200cm', '床', '', '被子', 'no', 620, 2, { isolation: 2, testing: 1 }],
  ['LIV-HYG', '洗漱包', '六件套', '套', '箱=50', '洗漱用品', 'no', 900, 5, { isolation: 3, zone: 1 }],
  ['LIV-MILK', '纯牛奶', '250ml', '盒', '箱=16', '牛奶', 'required', 1600, 16, { service: 1, zone: 2 }],
  ['LIV-PAD', '卫生巾', '日夜组合', '包', '', '', 'no', 180, 2, { service: 1, isolation: 1 }],
  ['LIV-OIL', '食用油', '5L', '桶', '箱=4', '', 'no', 100, 1, { service: 1, zone: 2 }],
];
const meals = [
  ['MEAL-B', '早餐', '包子豆浆', '份', '', '', 'no', 0, 1, {}],
  ['MEAL-L', '午餐', '两荤两素盒饭', '份', '', '盒饭', 'no', 0, 1, {}],
];

const readPacks = (text) =>
  text === '' ? [] : text.split(';').map((p) => ({ name: p.split('=')[0], size: Number(p.split('=')[1]) }));
const build = (category) => (row) => {
  const [code, name, spec, unit, packText, aliases, lots, total, step, to] = row;
  const packs = readPacks(packText).sort((a, b) => b.size - a.size);
  // A day's ordinary use stays on the shelf at the least.
  const min = category === 'meals' || code === 'NAT-BOX' ? '' : Math.round(total / 10 / 5) * 5;
  // Meals are cooked and eaten the same day: no stock of them is wanted.
  const cover = code === 'LIV-VEG' ? 1 : category === 'meals' ? 0 : 3;
  return { code, name, spec, category, unit, packText, packs, aliases, lots, total, step, to, min, cover };
};
export const ITEMS = [
  ...protective.map(build('protective')),
  ...testing.map(build('testing')),
  ...living.map(build('living')),
  ...meals.map(build('meals')),
];
export const item = (code) => ITEMS.find((i) => i.code === code);

/** Lots as they came in: what is printed on the carton, oldest first, so that the nearer expiry always goes first. */
const LOT_MONTHS = {
  'PPE-SUIT': ['FH', 24, 6],
  'PPE-N95': ['NK', 36, 5],
  'PPE-MASK': ['WK', 24, 4],
  'NAT-TUBE10': ['CT', 12, 7],
  'NAT-TUBE1': ['CS', 12, 7],
  'NAT-SWAB': ['SZ', 24, 6],
  'LIV-NOODLE': ['FM', 6, 10],
  'LIV-MILK': ['NN', 6, 10],
};
export function lotOf(code, index) {
  const [prefix, months, first] = LOT_MONTHS[code];
  const made = new Date(Date.UTC(2021, first - 1 + Math.floor(index / 2), index % 2 === 0 ? 8 : 22));
  const ends = new Date(Date.UTC(made.getUTCFullYear(), made.getUTCMonth() + months, made.getUTCDate() - 1));
  const iso = made.toISOString();
  return {
    lot: `${prefix}${iso.slice(2, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}`,
    expiry: ends.toISOString().slice(0, 10),
  };
}

export const PARTIES = [
  ['GY01', '石柱中心食堂', '供应商', '示例；每日早餐、午餐'],
  ['GY02', '松溪餐饮配送部', '供应商', '示例；每日早餐'],
  ['GY03', '康源医疗器械经营部', '供应商', '示例；防护物资采购'],
  ['GY04', '佳禾粮油商行', '供应商', '示例；米面粮油'],
  ['GY05', '绿野蔬菜合作社', '供应商', '示例；每日蔬菜包'],
  ['GY06', '检安生物试剂经营部', '供应商', '示例；核酸检测物资'],
  ['XB01', '市应急物资储备库', '其他', '示例；上级下拨'],
  ['JZ01', '同心爱心企业联盟', '捐赠方', '示例；社会捐赠'],
  ['JZ02', '石柱乡贤会', '捐赠方', '示例；社会捐赠'],
  ['JS01', '石柱镇卫生院', '接收单位', '示例；按日领用'],
];

/** item, per, qty, unit, change hours, site kind, source. */
export const NORMS = [
  ['PPE-SUIT', 'role:medical-shift', 1, '套', 8, '隔离点', '惯例（可调）：每班一套，超过8小时更换'],
  ['PPE-N95', 'role:medical-shift', 1, '只', 8, '隔离点', 'WS/T 311-2009：医用防护口罩6—8小时更换'],
  ['PPE-GLOVE-M', 'role:medical-shift', 2, '双', '', '隔离点', '惯例（可调）'],
  ['PPE-SHIELD', 'role:medical-shift', 1, '只', '', '隔离点', 'WHO ESFT：每人每日1只'],
  ['PPE-GOWN', 'role:police-shift', 1, '件', '', '隔离点', '惯例（可调）'],
  ['PPE-MASK', 'resident-day', 1, '只', '', '隔离点', 'WHO ESFT：隔离人员每日1只'],
  ['NAT-TUBE10', 'site-day', 100, '管', '', '采样点', '采样10混1，按点位日均用量'],
  ['NAT-SWAB', 'site-day', 200, '支', '', '采样点', '按点位日均用量'],
  ['LIV-WATER', 'resident-day', 0.25, '瓶', '', '隔离点', '惯例（可调）：补充饮水'],
];
