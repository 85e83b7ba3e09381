// What is said about the org chart once people are put in it: levels, leaders, strength, sites and their units.

import { telling } from './telling.js';

const near = (names: readonly string[]): string => names.join('、');
const nearEn = (names: readonly string[]): string => names.join(', ');

const parts = {
  head: { zh: '网格长', en: 'a head' },
  members: { zh: '专职人员', en: 'members' },
  volunteers: { zh: '志愿者', en: 'volunteers' },
} as const;

export const orgTellings = {
  unknownLevel: (a: { level: string; known: readonly string[] }) =>
    telling({
      zh: () => [`levels 里没有“${a.level}”这一层`, `现有的层级：${near(a.known)}；改正 level，或在 levels 里加上`],
      en: () => [
        `there is no level "${a.level}"`,
        `levels are: ${nearEn(a.known)}; correct it, or add the level to levels`,
      ],
    }),
  level: (a: { unit: string; level: string; parent: string; parentLevel: string }) =>
    telling({
      zh: () => [
        `${a.unit}（${a.level}）挂在${a.parent}（${a.parentLevel}）下面，可${a.parentLevel}不比${a.level}高`,
        '看看是 level 写错了，还是缩进错了、挂到了别的组织名下',
      ],
      en: () => [
        `${a.unit} (${a.level}) hangs under ${a.parent} (${a.parentLevel}), which does not stand above it`,
        'see whether the level is miswritten, or the indentation put it under the wrong unit',
      ],
    }),
  leaderUnknown: (a: { unit: string; leader: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `${a.unit}的负责人“${a.leader}”在 staff.csv 里查不到`,
        a.nearest.length > 0
          ? `是否想写“${a.nearest.join('”“')}”？新来的先在 staff.csv 登记`
          : '核对工号；新来的先在 staff.csv 登记',
      ],
      en: () => [
        `the leader of ${a.unit}, "${a.leader}", is not in staff.csv`,
        a.nearest.length > 0
          ? `did you mean ${nearEn(a.nearest)}? a newcomer is registered in staff.csv first`
          : 'check the code; a newcomer is registered in staff.csv first',
      ],
    }),
  leaderElsewhere: (a: { unit: string; leader: string; registered: string }) =>
    telling({
      zh: () => [
        `${a.unit}的负责人${a.leader}登记在${a.registered}名下`,
        '人换了，改这里的 leader；人调过来了，改 staff.csv 的“所属组织”',
      ],
      en: () => [
        `${a.leader}, who leads ${a.unit}, is registered under ${a.registered}`,
        'if the leader has changed, change leader here; if the person has moved, change the unit in staff.csv',
      ],
    }),
  staffing: (a: {
    unit: string;
    role: string;
    have: number;
    required: number;
    max: number | null;
    residents: number | null;
  }) =>
    telling({
      zh: () =>
        a.have < a.required
          ? [
              `${a.unit}的 ${a.role} 有 ${a.have} 人，要 ${a.required} 人${
                a.residents === null ? '' : `（按 ${a.residents} 名隔离人员）`
              }，缺 ${a.required - a.have} 人`,
              '从富余的地方调人，或把到岗的人补登记；人够而职务没写，就补 staff.csv 的“职务”',
            ]
          : [
              `${a.unit}的 ${a.role} 有 ${a.have} 人，最多 ${a.max} 人`,
              '把多出的人调到缺人的地方；确实需要，就放宽 org.yaml 的 max',
            ],
      en: () =>
        a.have < a.required
          ? [
              `${a.unit} has ${a.have} of ${a.role} and needs ${a.required}${
                a.residents === null ? '' : ` (for ${a.residents} residents)`
              }: ${a.required - a.have} missing`,
              'move somebody from where there are enough, or register those who are there; if only the role is missing, fill it in in staff.csv',
            ]
          : [
              `${a.unit} has ${a.have} of ${a.role}, and ${a.max} is the most`,
              'send those it can spare to where people are missing; if they are needed, raise max in org.yaml',
            ],
    }),
  expected: (a: { level: string; have: number; expect: number }) =>
    telling({
      zh: () => [
        `${a.level}应有 ${a.expect} 个，实有 ${a.have} 个`,
        a.have < a.expect
          ? '照批文数一遍，漏的补进 units；应有数变了就改 expect'
          : '照批文数一遍，重复的删掉；应有数变了就改 expect',
      ],
      en: () => [
        `${a.have} units of level ${a.level} where ${a.expect} are expected`,
        a.have < a.expect
          ? 'count them by the order that set them up and add what is missing; if the number has changed, change expect'
          : 'count them by the order that set them up and delete what is double; if the number has changed, change expect',
      ],
    }),
  grid: (a: { grid: string; part: keyof typeof parts; have: number; min: number; max: number | null }) =>
    telling({
      zh: () =>
        a.part === 'head'
          ? [`${a.grid}没有网格长`, '在 head 写上网格长的工号；暂时没有人选，就先由相邻网格长代管']
          : [
              `${a.grid}的${parts[a.part].zh}有 ${a.have} 人，${
                a.have < a.min ? `至少要 ${a.min} 人` : `最多 ${a.max} 人`
              }`,
              `把人补进 ${a.part}，或与相邻网格合并；要求定得不对，就改 grid_staffing`,
            ],
      en: () =>
        a.part === 'head'
          ? [
              `grid ${a.grid} has no head`,
              'enter the head’s code; while there is none, let a neighbouring head see to it',
            ]
          : [
              `grid ${a.grid} has ${a.have} ${parts[a.part].en} where ${
                a.have < a.min ? `at least ${a.min} are asked for` : `${a.max} is the most`
              }`,
              `add people to ${a.part}, or join the grid with its neighbour; if the rule is wrong, change grid_staffing`,
            ],
    }),
  team: (a: { team: string; have: number; expect: number }) =>
    telling({
      zh: () => [
        `${a.team}写明应有 ${a.expect} 人，名单上有 ${a.have} 人（队长算一个）`,
        a.have < a.expect ? '把名单补齐；有人离队，请示后改 expect' : '核对名单上多出的人；人数变了，请示后改 expect',
      ],
      en: () => [
        `${a.team} is stated as ${a.expect} and lists ${a.have}, the leader included`,
        a.have < a.expect
          ? 'complete the list; if somebody has left for good, have expect changed'
          : 'see who is on the list too many; if the number has changed, have expect changed',
      ],
    }),
  siteBare: (a: { site: string; level: string; unit: string }) =>
    telling({
      zh: () => [
        a.unit === '' ? `${a.site}没有${a.level}` : `${a.site}写的${a.unit}不是${a.level}`,
        '在 sites.csv 的“所属组织”填上；点位停用了就填停用日期',
      ],
      en: () => [
        a.unit === ''
          ? `${a.site} has no unit of level ${a.level}`
          : `${a.site} names ${a.unit}, which is not of level ${a.level}`,
        'fill in its unit in sites.csv; if the site has closed, enter the date',
      ],
    }),
  unitIdle: (a: { unit: string; level: string }) =>
    telling({
      zh: () => [
        `${a.unit}（${a.level}）名下没有开着的点位`,
        '在 sites.csv 给它的点位填上“所属组织”；点位已停用，就从 org.yaml 里去掉它',
      ],
      en: () => [
        `no open site names ${a.unit} (${a.level})`,
        'enter it as the unit of its site in sites.csv; if the site has closed, take the unit out of org.yaml',
      ],
    }),
  siteShared: (a: { site: string; first: string; unit: string }) =>
    telling({
      zh: () => [
        `${a.site}和${a.first}写的都是${a.unit}，一套人只能守一个点位`,
        '给后来的点位另设一个组织；其中一个停了，就在 sites.csv 填停用日期',
      ],
      en: () => [
        `${a.site} and ${a.first} both name ${a.unit}, and one unit is for one site`,
        'set up a unit of its own for the later site; if one of them has closed, enter the date in sites.csv',
      ],
    }),
} as const;
