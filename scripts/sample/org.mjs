// The organisation: one headquarters, 13 county branches in two prefectures, 61 site groups, grids and teams, as YAML.

import { pad } from './lib.mjs';
import { BRANCHES, ISOLATION, ZONES } from './places.mjs';
import { LOGISTICS, ofUnit, withRole } from './staff.mjs';

const codes = (people) => people.map((p) => p.code);
const flow = (list) => `[${list.join(', ')}]`;

function branchFile(city, title) {
  const lines = [`# 示例：${title}各县市区专班临时党支部及其隔离点临时党小组`];
  for (const b of BRANCHES.filter((x) => x.city === city)) {
    const secretary = ofUnit(b.id, 'secretary')[0].code;
    lines.push(
      `- id: ${b.id}`,
      `  name: ${b.county}专班临时党支部`,
      '  level: branch',
      `  leader: ${secretary}`,
      '  units:',
    );
    for (const s of ISOLATION.filter((x) => x.branch === b)) {
      lines.push(`    - {id: ${s.group}, name: ${s.groupName}, level: group, leader: ${s.contact}}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Four grids in each zone: a head, two of the vanguard, three volunteers (1+X+N). */
function grids() {
  const heads = codes(withRole('grid-head'));
  const vanguard = codes(withRole('vanguard'));
  const volunteers = codes(withRole('volunteer'));
  return heads.map((head, i) => {
    const site = ZONES[Math.floor(i / 4)];
    const members = vanguard.slice(i * 2, i * 2 + 2);
    const helpers = volunteers.slice(i * 3, i * 3 + 3);
    const name = `${site.name}第${'一二三四'[i % 4]}网格`;
    return `  - {id: G-${pad(i + 1, 3)}, name: ${name}, unit: HQ, site: ${site.code}, head: ${head}, members: ${flow(members)}, volunteers: ${flow(helpers)}}`;
  });
}

/** The leader is one of those expected, and so is not among the members again. */
const team = (id, name, people) =>
  `  - {id: ${id}, name: ${name}, unit: HQ, leader: ${people[0]}, expect: ${people.length}, members: ${flow(people.slice(1))}}`;

const main = `# 示例组织架构：指挥部临时党委—县市区专班临时党支部—隔离点临时党小组；人员均为虚构
levels:
  - {level: hq, name: 指挥部临时党委, expect: 1, staffing: {secretary: 1}}
  - {level: branch, name: 县市区专班临时党支部, expect: 13, staffing: {secretary: 1, cadre: {min: 3}}}
  - level: group
    name: 隔离点临时党小组
    expect: 61
    site_kind: isolation
    staffing: {leader: 1, police: {min: 1}, medical: {min: 1, residents_each: 50}}
units:
  - id: HQ
    name: 疫情防控指挥部临时党委
    level: hq
    leader: P001
    units:
      - {include: org/jinhua.yaml}
      - {include: org/taizhou.yaml}
grid_staffing: {members: {min: 1}, volunteers: {min: 0}}
grids:
${grids().join('\n')}
teams:
${[
  team('T-LOG', '后勤保障组党员先锋队', LOGISTICS),
  team('T-VAN', '百人党员先锋队', codes(withRole('vanguard'))),
  team('T-VET', '退役军人突击队', codes(withRole('veteran'))),
].join('\n')}
`;

export const ORG_FILES = {
  'org.yaml': main,
  'org/jinhua.yaml': branchFile('jinhua', '金华'),
  'org/taizhou.yaml': branchFile('taizhou', '台州'),
};
