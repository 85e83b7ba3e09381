// The people of the sample book: made-up names without repeats, telephone numbers that cannot be dialled.
import { chance, pad } from './lib.mjs';
import { BRANCHES, ISOLATION, SERVICE, TESTING, ZONES } from './places.mjs';

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤应楼厉骆',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英华玉兰文斌辉玲波宁福生龙元全国胜学祥才发武新利清飞彬富顺信子中友裕河哲江心良海山仁义兴民永健世广志军浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛',
];

/** Codes of the thirteen people of the logistics team; P050 leads it. */
export const LOGISTICS = Array.from({ length: 13 }, (_, i) => `P${pad(50 + i, 3)}`);
const MEDICS_LEAST = 3;
const GRIDS_PER_ZONE = 4;

/** Roles in order of the register: [code, unit, roles, note]. */
function posts() {
  const out = [['P001', 'HQ', 'secretary;leader', '指挥部临时党委书记']];
  for (let i = 2; i <= 9; i += 1) out.push([`P${pad(i, 3)}`, 'HQ', 'committee', '指挥部临时党委委员']);
  BRANCHES.forEach((b, i) => {
    const committee = b.id === 'B-PANAN';
    out.push([
      `P${pad(10 + i, 3)}`,
      b.id,
      committee ? 'secretary;committee' : 'secretary',
      `${b.county}专班临时党支部书记`,
    ]);
  });
  for (const code of LOGISTICS)
    out.push([code, 'HQ', code === 'P050' ? 'logistics;leader' : 'logistics', '后勤保障组']);
  for (let i = 0; i < ZONES.length * GRIDS_PER_ZONE; i += 1) out.push([`P${100 + i}`, 'HQ', 'grid-head', '网格长']);
  for (const s of [...TESTING, ...SERVICE, ...ZONES]) out.push([s.contact, 'HQ', 'site-head', `${s.name}负责人`]);
  BRANCHES.forEach((b, i) => {
    for (let n = 0; n < 3; n += 1) {
      out.push([`P${301 + i * 3 + n}`, b.id, b.id === 'B-PANAN' ? 'cadre;committee' : 'cadre', '选派干部']);
    }
  });
  // The branch with a committee of five has nine members in all.
  for (let n = 0; n < 5; n += 1)
    out.push([`P${341 + n}`, 'B-PANAN', n === 0 ? 'committee;member' : 'member', '支部党员']);
  for (const s of ISOLATION) out.push([s.contact, s.group, 'leader', `${s.name}点长`]);
  ISOLATION.forEach((s, i) => {
    for (const n of [1, 2]) out.push([`J${pad(i * 2 + n, 3)}`, s.group, 'police', '']);
  });
  let medic = 0;
  for (const s of ISOLATION) {
    for (let n = 0; n < MEDICS_LEAST + (s.capacity > 120 ? 1 : 0); n += 1) {
      medic += 1;
      out.push([`M${pad(medic, 3)}`, s.group, 'medical', '']);
    }
  }
  for (let n = 1; n <= 100; n += 1) out.push([`W${pad(n, 3)}`, 'HQ', 'vanguard', '党员先锋队']);
  for (let n = 1; n <= 21; n += 1) out.push([`T${pad(n, 3)}`, 'HQ', 'veteran', '退役军人突击队']);
  for (let n = 1; n <= 72; n += 1) out.push([`V${pad(n, 3)}`, 'HQ', 'volunteer', '志愿者']);
  return out;
}

function people() {
  const random = chance('names');
  const fixed = { P050: '周建平', P051: '陈明', V001: '应小兰' };
  const used = new Set(Object.values(fixed));
  return posts().map(([code, unit, roles, note], i) => {
    let name = fixed[code];
    while (name === undefined) {
      const tried = random.pick(SURNAMES) + random.pick(GIVEN) + (random.yes(0.8) ? random.pick(GIVEN) : '');
      if (!used.has(tried)) name = tried;
    }
    used.add(name);
    return { code, name, unit, roles, phone: `000-0000-${pad(i + 1, 4)}`, note };
  });
}

export const STAFF = people();
const byCode = new Map(STAFF.map((p) => [p.code, p]));
export const nameOf = (code) => {
  const person = byCode.get(code);
  if (person === undefined) throw new Error(`nobody has the code ${code}`);
  return person.name;
};
export const ofUnit = (unit, role) => STAFF.filter((p) => p.unit === unit && p.roles.split(';').includes(role));
export const withRole = (role) => STAFF.filter((p) => p.roles.split(';').includes(role));

export const STAFF_HEADER = ['工号', '姓名', '所属组织', '职务', '电话', '到岗日期', '离岗日期', '备注'];
export const staffRows = () => STAFF.map((p) => [p.code, p.name, p.unit, p.roles, p.phone, '2022-01-04', '', p.note]);

const SHIFTS = [
  [5, 13, 0, 5],
  [13, 21, 5, 10],
  [21, 29, 10, 13],
];
/** The three shifts of the logistics team: from 05:00, 13:00 and 21:00, five, five and three people. */
export const logisticsShifts = SHIFTS.map(([start, end, a, b]) => ({
  start,
  end: end % 24,
  team: LOGISTICS.slice(a, b),
}));

/** Two different people of the shift on duty at that minute of the day. */
export function pair(random, minutes) {
  const hour = minutes / 60;
  const shift = logisticsShifts[hour >= 5 && hour < 13 ? 0 : hour >= 13 && hour < 21 ? 1 : 2];
  const first = random.between(0, shift.team.length - 1);
  const second = (first + random.between(1, shift.team.length - 1)) % shift.team.length;
  return { by: nameOf(shift.team[first]), checked: nameOf(shift.team[second]) };
}
