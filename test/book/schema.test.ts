import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOrgChart } from '../../src/book/orgchart/read.js';
import type { JsonSchema } from '../../src/book/schema/json.js';
import { orgChartSchema, orgUnitsSchema } from '../../src/book/schema/orgchart.js';
import { settingsSchema } from '../../src/book/schema/settings.js';
import { readSettings } from '../../src/book/settings.js';
import { slugs } from '../../src/core/slugs.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const validators = {
  settings: ajv.compile(settingsSchema),
  chart: ajv.compile(orgChartSchema),
  units: ajv.compile(orgUnitsSchema),
};

/** What an editor would say: YAML 1.2 as JSON, held against the schema. */
function editorAccepts(validate: ValidateFunction, text: string): boolean {
  return validate(parse(text, { schema: 'core', version: '1.2' }) ?? null);
}

function readerAccepts(kind: keyof typeof validators, text: string): boolean {
  if (kind === 'settings') return readSettings(memoryWorkspace({ 'taizhang.yaml': text })).findings.length === 0;
  const files: Record<string, string> =
    kind === 'chart' ? { 'org.yaml': text } : { 'org.yaml': 'units: [{include: org/u.yaml}]', 'org/u.yaml': text };
  const read = readOrgChart(memoryWorkspace({ 'org/a.yaml': '', ...files }));
  return read.findings.length === 0;
}

const manual = {
  settings: `title: 石柱镇物资储备保障中心
language: zh-CN            # zh-CN or en; default: the terminal's locale, else en
timezone: Asia/Shanghai
excel: yes
categories:                # these four are the default
  protective: {zh: 防护物资, en: protective items}
  testing:    {zh: 核酸检测物资, en: nucleic-acid testing items}
  living:     {zh: 生活保障物资, en: living supplies}
  meals:      {zh: 餐食, en: meals}
policy:
  count-tolerance: 0        # absolute, base units; or 0.5% of the book
  count-every-days: 7       # a tracked line not counted for longer is count/stale
  delivery-hours: 24        # unsigned for longer is delivery/overdue
  expiring-days: 30
  cover-days: 3             # plan: wanted days of stock
  need-hours: {critical: 4, urgent: 12, routine: 24}
  rest-hours: 8
checks: {stock/number-gap: off, count/stale: error}     # severity of a check: error, warning, note, off
`,
  chart: `levels:                                   # from the top down
  - {level: hq,     name: 指挥部临时党委,     expect: 1,  staffing: {secretary: 1}}
  - {level: branch, name: 县市区临时党支部,   expect: 13, staffing: {secretary: 1, cadre: {min: 3}}}
  - {level: group,  name: 隔离点临时党小组,   expect: 61, site_kind: isolation,
     staffing: {leader: 1, police: {min: 1}, medical: {min: 1, residents_each: 50}}}
units:
  - id: HQ
    name: 疫情防控指挥部临时党委
    level: hq
    leader: P001
    units:
      - {id: B-PANAN, name: 磐安专班临时党支部, level: branch, leader: P010, units: []}
      - {include: org/a.yaml}        # a file with a list of units, inside the book
grids:                                    # the 1+X+N pattern
  - {id: G-001, name: 一网格, unit: U-1, site: S001, head: P100, members: [P101], volunteers: [V001]}
grid_staffing: {members: {min: 1}, volunteers: {min: 0}}
teams:
  - {id: T-LOG, name: 后勤保障组党员先锋队, unit: HQ, leader: P050, expect: 13, members: [P051]}
`,
  units: '- {id: J-1, name: 金华, level: branch, units: [{include: org/a.yaml}]}\n',
};

describe('the reader and the published schema say the same', () => {
  const good: Record<keyof typeof validators, string[]> = {
    settings: [
      manual.settings,
      '',
      '# empty\n',
      '{}',
      'title:\nlanguage:\ntimezone:\nexcel:\ncategories:\npolicy:\nchecks:\n',
      'title: 0123',
      'title: true',
      'language: en',
      'timezone: UTC',
      ...['yes', 'no', 'Yes', 'NO', 'true', 'False', '是', '否', '1', '0', 'y', '"n"'].map((word) => `excel: ${word}`),
      'categories: {1: {zh: 一}}',
      'categories: {a: {zh: 一, en: }}',
      'policy: {count-tolerance: 2.5}',
      'policy: {count-tolerance: 0.5%}',
      'policy: {count-tolerance: 100%}',
      'policy: {count-tolerance: "36,000"}',
      'policy: {need-hours: {critical: 0}, rest-hours: }',
      'policy: {cover-days: "7"}',
      'checks: {value/date: error, csv/header-unknown: warning, stock/negative: off, count/stale: }',
    ],
    chart: [
      manual.chart,
      '',
      'levels: [{level: hq, name: 指挥部}]\nunits: [{id: HQ, name: 指挥部, level: hq}]',
      'units: [{id: 0123, level: 1, leader: true}]',
      'levels:\nunits:\ngrids:\ngrid_staffing:\nteams:\n',
      'units: [{id: a, level: b, name: , leader: , units: }]',
      'levels: [{level: a, site_kind: 隔离点, staffing: {x: , y: {min: 1, max: 2, residents_each: 3}}}]',
      'units: [{include: org/a.yaml}]',
    ],
    units: [manual.units, '', '[]', '- {include: org/a.yaml}'],
  };
  const bad: Record<keyof typeof validators, string[]> = {
    settings: [
      '[]',
      'words',
      'titel: x',
      'title: [a]',
      'title: ""',
      'language: zh',
      'language: fr',
      'timezone: {}',
      'excel: maybe',
      'excel: 2',
      'categories: {}',
      'categories: []',
      'categories: {a: 防护}',
      'categories: {a: {}}',
      'categories: {a: {zh: }}',
      'categories: {a: {zh: 一, fr: un}}',
      'policy: 3',
      'policy: {cover: 3}',
      'policy: {cover-days: 7.5}',
      'policy: {cover-days: -1}',
      'policy: {cover-days: 40000}',
      'policy: {delivery-hours: 24h}',
      'policy: {need-hours: {soon: 1}}',
      'policy: {need-hours: [4]}',
      'policy: {count-tolerance: -1}',
      'policy: {count-tolerance: 101%}',
      'policy: {count-tolerance: 3箱}',
      'policy: {count-tolerance: [0]}',
      'checks: []',
      'checks: {stock/negativ: off}',
      'checks: {stock/negative: fatal}',
      'checks: {stock/negative: false}',
      'checks: {value/date: off}',
      'checks: {ref/item: warning}',
      'checks: {csv/header-unknown: note}',
    ],
    chart: [
      '[]',
      'units: {}',
      'unit: []',
      'units: [HQ]',
      'units: [~]',
      'units: [{id: HQ}]',
      'units: [{level: hq}]',
      'units: [{id: , level: hq}]',
      'units: [{id: HQ, level: hq, units: [{id: X}]}]',
      'units: [{id: HQ, level: hq, boss: P1}]',
      'units: [{include: }]',
      'units: [{include: org/a.yaml, id: HQ}]',
      'levels: [{name: x}]',
      'levels: [{level: a, expect: x}]',
      'levels: [{level: a, site_kind: hotel}]',
      'levels: [{level: a, staffing: [x]}]',
      'levels: [{level: a, staffing: {x: -1}}]',
      'levels: [{level: a, staffing: {x: {}}}]',
      'levels: [{level: a, staffing: {x: {most: 1}}}]',
      'levels: [{level: a, staffing: {x: {residents_each: 0}}}]',
      'grids: [{name: x}]',
      'grids: [{id: x, members: P1}]',
      'grids: [{id: x, members: [~]}]',
      'grid_staffing: {head: 1}',
      'teams: [{id: x, expect: 1.5}]',
    ],
    units: ['{}', '- HQ', '- {id: HQ}', 'units: []'],
  };

  for (const kind of ['settings', 'chart', 'units'] as const) {
    test.each(good[kind])(`${kind}, right: %j`, (text) => {
      expect({ reader: readerAccepts(kind, text), editor: editorAccepts(validators[kind], text) }).toEqual({
        reader: true,
        editor: true,
      });
    });
    test.each(bad[kind])(`${kind}, wrong: %j`, (text) => {
      expect({ reader: readerAccepts(kind, text), editor: editorAccepts(validators[kind], text) }).toEqual({
        reader: false,
        editor: false,
      });
    });
  }

  test.each([
    ['settings', 'timezone: Asia/Shanghia'],
    ['chart', 'levels: [{level: a, staffing: {x: {min: 3, max: 2}}}]'],
    ['chart', 'units: [{id: a, level: b}, {id: a, level: b}]'],
    ['chart', 'units: [{include: ../a.yaml}]'],
  ] as const)('what no schema can know, the reader does: %s, %s', (kind, text) => {
    expect(editorAccepts(validators[kind], text)).toBe(true);
    expect(readerAccepts(kind, text)).toBe(false);
  });
});

describe('what the schemas offer in an editor', () => {
  test('every check is offered, and only such severities as it can have', () => {
    const checks = settingsSchema.properties?.checks?.properties ?? {};
    expect(Object.keys(checks)).toEqual([...slugs]);
    expect(checks['count/stale']?.enum).toEqual(['error', 'warning', 'note', 'off', null]);
    expect(checks['ref/item']?.enum).toEqual(['error', null]);
  });

  test('every key is described in both languages', () => {
    const lacking: string[] = [];
    const visit = (path: string, schema: JsonSchema): void => {
      for (const [key, child] of Object.entries(schema.properties ?? {})) {
        const [zh = '', en = ''] = (child.description ?? '').split('\n');
        const both = /\p{Script=Han}|默认/u.test(zh) && en !== '' && !/\p{Script=Han}/u.test(en);
        if (child.not === undefined && !both) lacking.push(`${path}${key}`);
        visit(`${path}${key}.`, child);
      }
      const inner = [
        schema.items,
        schema.then,
        schema.else,
        ...(schema.anyOf ?? []),
        ...Object.values(schema.$defs ?? {}),
      ];
      for (const one of inner) if (one !== undefined) visit(path, one);
    };
    visit('', settingsSchema);
    visit('', orgChartSchema);
    expect(lacking).toEqual([]);
  });
});
