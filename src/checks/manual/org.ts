// What is said about the org chart.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const orgManual: Readonly<Record<Extract<Slug, `org/${string}`>, CheckManual>> = {
  'org/level': {
    title: { zh: '组织挂错了层级', en: 'A unit under the wrong level' },
    explanation: {
      zh:
        'org.yaml 的 levels 从上到下排好了层级，这个组织却挂在了不比它高的组织下面。层级乱了，该配几个人、急' +
        '事往哪里上报都会算错。看看是 level 写错了，还是缩进错了、挂到了别人名下，改过来。',
      en:
        'The levels in org.yaml run from the top down, yet this unit hangs under one that does not stand ' +
        'above it. With the levels muddled, the staffing it needs and the way a matter is escalated come out ' +
        'wrong. See whether its level is miswritten or its indentation put it under the wrong unit, and mend ' +
        'that.',
    },
    wrong: lines(
      'levels: [{level: hq, name: 指挥部}, {level: branch, name: 临时党支部}]',
      'units:',
      '  - {id: B-1, name: 磐安专班, level: branch, units: [{id: HQ, name: 指挥部, level: hq}]}',
    ),
    right: lines(
      'levels: [{level: hq, name: 指挥部}, {level: branch, name: 临时党支部}]',
      'units:',
      '  - {id: HQ, name: 指挥部, level: hq, units: [{id: B-1, name: 磐安专班, level: branch}]}',
    ),
  },
  'org/leader': {
    title: { zh: '负责人查不到，或是别处的人', en: 'A leader unknown or of another unit' },
    explanation: {
      zh:
        '这个组织的负责人在 staff.csv 里查不到，或者登记在别的组织名下。半夜出了事，照名单打电话就会打给一个' +
        '管不着的人。人换了，改 org.yaml 的 leader；人调过来了，改 staff.csv 的“所属组织”；新来的先登记。',
      en:
        'The leader of this unit is not in staff.csv, or is registered there under another unit. When ' +
        'something happens at night the list sends the call to somebody who is not in charge. If the leader ' +
        'has changed, change leader in org.yaml; if the person has moved here, change the unit in staff.csv; ' +
        'a newcomer is registered first.',
    },
    wrong: lines('units:', '  - {id: B-1, name: 磐安专班临时党支部, level: branch, leader: P999}'),
    right: lines('units:', '  - {id: B-1, name: 磐安专班临时党支部, level: branch, leader: P010}'),
  },
  'org/staffing': {
    title: { zh: '人手配得不够', en: 'Too few people of a role' },
    explanation: {
      zh:
        '这个组织里某个职务的人数不合这一层的要求（按 staff.csv 的“职务”数，负责人也算在内；按人数配的，看最' +
        '近一次隔离人数）。缺的那个岗，出事时就是没人的岗。从富余的地方调人，或者把已经到岗的人补登记；人够而' +
        '职务没写，就补“职务”。',
      en:
        'This unit does not have as many people of a role as its level requires (counted by the roles in ' +
        'staff.csv, the leader included; where it depends on residents, by the latest census). A post that ' +
        'is not filled is the one where nobody stands when it matters. Move somebody from where there are ' +
        'enough, or register those who are already there; if only the role is missing in staff.csv, fill it ' +
        'in.',
    },
    wrong: lines('工号,姓名,所属组织,职务,备注', 'P010,周建国,磐安专班临时党支部,secretary,本级要求 cadre 至少 1 人'),
    right: lines(
      '工号,姓名,所属组织,职务,备注',
      'P010,周建国,磐安专班临时党支部,secretary,本级要求 cadre 至少 1 人',
      'P011,吴小燕,磐安专班临时党支部,cadre,',
    ),
  },
  'org/expected': {
    title: { zh: '组织的个数与应有数不符', en: 'The number of units is not as expected' },
    explanation: {
      zh:
        '这一层实有几个组织，与 levels 里写的 expect 对不上。少了，可能有一个县市区、一个隔离点还没人管；多' +
        '了，多半是重复登记。照批文数一遍：漏的补进 units，重的删掉；应有数变了，就改 expect。',
      en:
        'The number of units at this level is not what expect says. If there are too few, some county or ' +
        'site may have nobody in charge; if too many, one is probably entered twice. Count them by the order ' +
        'that set them up: add what is missing to units, remove what is double; if the number itself has ' +
        'changed, change expect.',
    },
    wrong: lines(
      'levels: [{level: hq, name: 指挥部}, {level: branch, name: 临时党支部, expect: 2}]',
      'units:',
      '  - {id: HQ, name: 指挥部, level: hq, units: [{id: B-1, name: 磐安专班, level: branch}]}',
    ),
    right: lines(
      'levels: [{level: hq, name: 指挥部}, {level: branch, name: 临时党支部, expect: 1}]',
      'units:',
      '  - {id: HQ, name: 指挥部, level: hq, units: [{id: B-1, name: 磐安专班, level: branch}]}',
    ),
  },
  'org/grid': {
    title: { zh: '网格的人没配齐', en: 'A grid is not staffed' },
    explanation: {
      zh:
        '“1+X+N”的网格里，网格长、专职人员或志愿者没有达到 grid_staffing 的要求。缺了人，这一格的居民有事就没' +
        '人上门。把人补进 members 或 volunteers，或者并到邻近的网格；要求定高了，就改 grid_staffing。',
      en:
        'In the 1+X+N pattern this grid lacks its head, professionals or volunteers as grid_staffing asks. ' +
        'Where they are missing nobody comes to the residents’ doors. Add people to members or volunteers, ' +
        'or join the grid with its neighbour; if too much is asked, change grid_staffing.',
    },
    wrong: lines(
      'grid_staffing: {members: {min: 1}}',
      'grids:',
      '  - {id: G-001, name: 一网格, unit: U-1, head: P100, members: []}',
    ),
    right: lines(
      'grid_staffing: {members: {min: 1}}',
      'grids:',
      '  - {id: G-001, name: 一网格, unit: U-1, head: P100, members: [P101]}',
    ),
  },
  'org/team': {
    title: { zh: '队伍的人数不对', en: 'A team is not as stated' },
    explanation: {
      zh:
        '这支队伍写明了应有多少人（expect，队长算一个），现在名单上的人数不一样。上报的是应有数，来的是实有' +
        '人，差一个就少一双手。把名单补齐；有人离队，就请示后改 expect。',
      en:
        'The team states how many it is (expect, the leader counting as one), and the list has another ' +
        'number. What was reported upward is the stated number, who turns up is the list, and each one ' +
        'missing is a pair of hands. Complete the list; if somebody has left for good, have expect changed.',
    },
    wrong: lines(
      'teams:',
      '  - {id: T-LOG, name: 后勤保障组先锋队, unit: HQ, leader: P050, expect: 3, members: [P051]}',
    ),
    right: lines(
      'teams:',
      '  - {id: T-LOG, name: 后勤保障组先锋队, unit: HQ, leader: P050, expect: 3, members: [P051, P052]}',
    ),
  },
  'org/site-uncovered': {
    title: { zh: '点位没有对应的组织', en: 'An open site without its unit' },
    explanation: {
      zh:
        '这一层规定每个开着的点位配一个组织，现在有个点位没有，或者有个组织名下没有开着的点位。没有组织的点' +
        '位，人、货、上报都没人接。在 sites.csv 的“所属组织”填上；点位停用了，填停用日期；组织撤了，从 ' +
        'org.yaml 里去掉。',
      en:
        'This level has one unit for each open site, and here is an open site without a unit, or a unit ' +
        'without an open site. A site without one has nobody to take in people, goods or reports. Fill in ' +
        'the unit in sites.csv; if the site has closed, enter the date; if the unit is gone, take it out of ' +
        'org.yaml.',
    },
    wrong: lines('点位编码,名称,类型,所属组织', 'S001,石柱中学隔离点,isolation,'),
    right: lines('点位编码,名称,类型,所属组织', 'S001,石柱中学隔离点,isolation,G-1'),
  },
  'org/site-shared': {
    title: { zh: '几个点位写了同一个组织', en: 'Several sites name one unit' },
    explanation: {
      zh:
        '几个开着的点位写的是同一个组织，而这一层规定一个组织只管一个点位。一套人守两个地方，总有一头没人。给' +
        '后来的点位另设一个组织；其中一个其实停了，就在 sites.csv 填上停用日期。',
      en:
        'Several open sites name the same unit, while at this level one unit is for one site. One set of ' +
        'people in two places leaves one of them empty. Set up a unit of its own for the later site; if one ' +
        'of them has in fact closed, enter the date in sites.csv.',
    },
    wrong: lines(
      '点位编码,名称,类型,所属组织',
      'S001,石柱中学隔离点,isolation,G-1',
      'S002,城东小学隔离点,isolation,G-1',
    ),
    right: lines(
      '点位编码,名称,类型,所属组织',
      'S001,石柱中学隔离点,isolation,G-1',
      'S002,城东小学隔离点,isolation,G-2',
    ),
  },
};
