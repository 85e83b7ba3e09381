import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/book/orgchart/chart.js';
import { readOrgChart } from '../../src/book/orgchart/read.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';

function readFrom(workspace: Workspace) {
  const { value, findings } = readOrgChart(workspace);
  return { chart: value, findings, told: told(workspace, findings), workspace };
}

function read(files: string | Record<string, string>) {
  return readFrom(memoryWorkspace(typeof files === 'string' ? { 'org.yaml': files } : files));
}

/** `HQ/B-PANAN@branch`: the way down to each unit and its level. */
function paths(units: readonly Unit[] | undefined): string[] {
  const way = (unit: Unit): string => (unit.parent === null ? '' : `${way(unit.parent)}/`) + unit.id.value;
  return (units ?? []).map((unit) => `${way(unit)}@${unit.level?.value ?? ''}`);
}

describe('a chart that is right', () => {
  test('three lines are a chart', () => {
    const { chart, told } = read('levels: [{level: hq, name: 指挥部}]\nunits: [{id: HQ, name: 指挥部, level: hq}]\n');
    expect(told).toEqual([]);
    expect(paths(chart?.units)).toEqual(['HQ@hq']);
    expect(chart?.levels).toMatchObject([
      { id: { value: 'hq' }, name: '指挥部', rank: 0, expect: null, siteKind: null },
    ]);
  });

  test('all that a chart can hold', () => {
    const { chart, told } = read({
      'org.yaml': `levels:                                   # from the top down
  - {level: hq,     name: 指挥部临时党委,     expect: 1,  staffing: {secretary: 1}}
  - {level: branch, name: 县市区临时党支部,   expect: 13, staffing: {secretary: 1, cadre: {min: 3}}}
  - {level: group,  name: 隔离点临时党小组,   expect: 61, site_kind: isolation,
     staffing: {leader: 1, police: {min: 1, max: 4}, medical: {min: 1, residents_each: 50}}}
units:
  - id: HQ
    name: 疫情防控指挥部临时党委
    level: hq
    leader: P001
    units:
      - {id: B-PANAN, name: 磐安专班临时党支部, level: branch, leader: P010, units: [{id: G-1, level: group}]}
      - {include: org/jinhua.yaml}
grids:
  - {id: G-001, name: 一网格, unit: G-1, site: S001, head: P100, members: [P101], volunteers: [V001, 0123]}
grid_staffing: {members: {min: 1}, volunteers: 2}
teams:
  - {id: T-LOG, name: 后勤保障组党员先锋队, unit: HQ, leader: P050, expect: 13, members: [P051, P052]}
`,
      'org/jinhua.yaml': '- {id: B-JINHUA, name: 金华, level: branch}\n- {id: B-LANXI, level: branch}\n',
    });
    expect(told).toEqual([]);
    expect(paths(chart?.units)).toEqual([
      'HQ@hq',
      'HQ/B-PANAN@branch',
      'HQ/B-PANAN/G-1@group',
      'HQ/B-JINHUA@branch',
      'HQ/B-LANXI@branch',
    ]);
    expect(chart?.units.map((unit) => unit.depth)).toEqual([0, 1, 2, 1, 1]);
    expect(chart?.units[0]?.children.map((unit) => unit.name)).toEqual(['磐安专班临时党支部', '金华', 'B-LANXI']);
    expect(chart?.levels[2]).toMatchObject({ rank: 2, expect: { value: 61 }, siteKind: { value: 'isolation' } });
    expect(chart?.levels[2]?.staffing).toMatchObject([
      { role: { value: 'leader' }, min: 1, max: null, residentsEach: null },
      { role: { value: 'police' }, min: 1, max: 4, residentsEach: null },
      { role: { value: 'medical' }, min: 1, max: null, residentsEach: 50 },
    ]);
    expect(chart?.grids).toMatchObject([
      { id: { value: 'G-001' }, head: { value: 'P100' }, volunteers: [{ value: 'V001' }, { value: '0123' }] },
    ]);
    expect(chart?.gridStaffing).toMatchObject({ members: { min: 1 }, volunteers: { min: 2 } });
    expect(chart?.teams).toMatchObject([
      { leader: { value: 'P050' }, expect: { value: 13 }, name: '后勤保障组党员先锋队' },
    ]);
    expect(chart?.files).toEqual(['org.yaml', 'org/jinhua.yaml']);
  });

  test('codes are read as they are written, and found by what they match', () => {
    const { chart, told } = read('units:\n  - {id: 0123, level: 1e3, leader: yes}\n  - {id: ＨＱ, level: hq}\n');
    expect(told).toEqual([]);
    expect(chart?.units[0]).toMatchObject({ id: { value: '0123' }, level: { value: '1e3' }, leader: { value: 'yes' } });
    expect(chart?.unitById.get('HQ')?.id.value).toBe('ＨＱ');
  });

  test('every id keeps its line and column', () => {
    const { chart, workspace } = read('units:\n  - id: HQ\n    level: hq\n    leader: P001\n');
    const tell = () => ({ message: '', hint: '' });
    const unit = chart?.units[0];
    const places = [unit?.id, unit?.level, unit?.leader].flatMap((word) => word?.at ?? []);
    expect(
      told(
        workspace,
        places.map((at) => ({ code: 'org/leader', at, tell, related: [] })),
      ),
    ).toEqual(['org.yaml:2:9-11 org/leader', 'org.yaml:3:12-14 org/leader', 'org.yaml:4:13-17 org/leader']);
  });

  test('a kind of site may be named in Chinese', () => {
    const { chart, told } = read('levels: [{level: group, site_kind: 隔离点}]');
    expect(told).toEqual([]);
    expect(chart?.levels[0]?.siteKind?.value).toBe('isolation');
  });

  test.each(['', '# later\n', '---\n'])('an empty file is no chart: %j', (text) => {
    expect(read(text)).toMatchObject({ chart: null, told: [] });
  });

  test('a book without org.yaml has no chart', () => {
    expect(read({})).toMatchObject({ chart: null, told: [] });
  });

  test('keys left blank are as good as absent', () => {
    const { chart, told } = read('levels:\nunits:\n  - {id: HQ, level: hq, name: , leader: , units: }\nteams:\n');
    expect(told).toEqual([]);
    expect(chart?.units[0]).toMatchObject({ name: 'HQ', leader: null, children: [] });
  });
});

describe('what is wrong in a chart', () => {
  test.each([
    ['unitz: []', '1:1-6', 'did you mean units?'],
    ['levels: [{level: a, site-kind: depot}]', '1:21-30', 'did you mean site_kind?'],
    ['units: [{id: a, level: b, leaders: c}]', '1:27-34', 'did you mean leader?'],
    ['grids: [{id: a, member: [b]}]', '1:17-23', 'did you mean members?'],
    ['grid_staffing: {head: 1}', '1:17-21', 'the keys here are members, volunteers'],
    ['teams: [{id: a, staff: []}]', '1:17-22', 'the keys here are id, name'],
    ['levels: [{level: a, staffing: {medical: {resident_each: 50}}}]', '1:42-55', 'did you mean residents_each?'],
    ['units: [{include: org/a.yaml, id: x}]', '1:31-33', 'the keys here are include'],
  ])('an unknown key, with the nearest known one: %s', (text, place, hint) => {
    const { told, findings } = read({ 'org.yaml': text, 'org/a.yaml': '' });
    expect(told).toEqual([`org.yaml:${place} yaml/schema`]);
    expect(words(findings, 'en')[0]).toContain(hint);
  });

  test.each([
    ['- id: HQ', '1:1-9'],
    ['levels: {level: hq}', '1:9-20'],
    ['levels: [hq]', '1:10-12'],
    ['levels: [{name: x}]', '1:10-19'],
    ['levels: [{level: hq, expect: one}]', '1:30-33'],
    ['levels: [{level: hq, expect: -1}]', '1:30-32'],
    ['levels: [{level: hq, site_kind: hotel}]', '1:33-38'],
    ['levels: [{level: hq, staffing: 3}]', '1:32-33'],
    ['levels: [{level: hq, staffing: {cadre: many}}]', '1:40-44'],
    ['levels: [{level: hq, staffing: {cadre: [3]}}]', '1:40-43'],
    ['levels: [{level: hq, staffing: {cadre: {}}}]', '1:40-42'],
    ['levels: [{level: hq, staffing: {cadre: {min: 3, max: 2}}}]', '1:54-55'],
    ['levels: [{level: hq, staffing: {cadre: {residents_each: 0}}}]', '1:57-58'],
    ['units: {id: HQ, level: hq}', '1:8-27'],
    ['units: [{id: HQ}]', '1:9-17'],
    ['units: [{id: [HQ], level: hq}]', '1:14-18'],
    ['units: [{id: HQ, level: hq, units: x}]', '1:36-37'],
    ['units: [{include: }]', '1:9-20'],
    ['units: [{include: [a]}]', '1:19-22'],
    ['grids: [{id: G, members: P101}]', '1:26-30'],
    ['grids: [{id: G, members: [P101, ~]}]', '1:33-34'],
    ['grid_staffing: {members: x}', '1:26-27'],
    ['teams: [{id: T, expect: 1.5}]', '1:25-28'],
  ])('wrong content, at the value: %s', (text, place) => {
    expect(read(text).told).toEqual([`org.yaml:${place} yaml/schema`]);
  });

  test('a unit without an id still stands, with what is below it', () => {
    const { chart, told } = read('units:\n  - name: 磐安\n    level: branch\n    units: [{id: G, level: group}]\n');
    expect(told).toEqual(['org.yaml:2:5-13 yaml/schema']);
    expect(paths(chart?.units)).toEqual(['磐安@branch', '磐安/G@group']);
  });

  test('an id declared twice is told at the second, wherever the two stand', () => {
    const { chart, told, findings } = read({
      'org.yaml': `levels: [{level: hq}, {level: hq}]
units: [{id: HQ, level: hq, units: [{include: org/a.yaml}]}]
grids: [{id: G}, {id: G}]
teams: [{id: G}, {id: T}, {id: T}]
`,
      'org/a.yaml': '- {id: Ｈ\u200bＱ, level: branch}\n',
    });
    expect(told).toEqual([
      'org.yaml:1:31-33 id/duplicate',
      'org.yaml:3:23-24 id/duplicate',
      'org.yaml:4:32-33 id/duplicate',
      'org/a.yaml:1:8-11 id/duplicate',
    ]);
    expect(chart?.unitById.get('HQ')?.depth).toBe(0);
    expect(findings.find(({ at }) => at.kind === 'bytes' && at.file === 'org/a.yaml')?.related[0]?.at).toMatchObject({
      file: 'org.yaml',
    });
  });

  test('a file that cannot be parsed is no chart, and nothing is said about what it lacks', () => {
    expect(read('units: [{id: HQ, levle: hq}')).toMatchObject({ chart: null, told: ['org.yaml:1:8-9 yaml/syntax'] });
  });
});

describe('files that a chart includes', () => {
  const including = (path: string) => `units: [{include: ${path}}]`;

  test('a path is from the root of the book, also in a file that is included itself', () => {
    const { chart, told } = read({
      'org.yaml': including('org/a.yaml'),
      'org/a.yaml': "- {include: ./org//b.yaml}\n- {id: A, level: x, units: [{include: 'org\\c.yaml'}]}\n",
      'org/b.yaml': '- {id: B, level: x}\n',
      'org/c.yaml': '- {id: C, level: x}\n',
    });
    expect(told).toEqual([]);
    expect(paths(chart?.units)).toEqual(['B@x', 'A@x', 'A/C@x']);
    expect(chart?.files).toEqual(['org.yaml', 'org/a.yaml', 'org/b.yaml', 'org/c.yaml']);
  });

  test('an empty file has no units', () => {
    expect(read({ 'org.yaml': including('org/a.yaml'), 'org/a.yaml': '# later\n' })).toMatchObject({
      told: [],
      chart: { units: [] },
    });
  });

  test.each([
    '../org.yaml',
    'org/../../x.yaml',
    '/etc/passwd',
    '~/org.yaml',
    '"C:\\\\org.yaml"',
    'c:/org.yaml',
    '"..\\\\x.yaml"',
    'file:///etc/passwd',
    'https://example.org/a.yaml',
  ])('a path that leads out of the book is not read: %s', (path) => {
    const { chart, told } = read(including(path));
    expect(told).toEqual([`org.yaml:1:19-${19 + path.length} file/outside-book`]);
    expect(chart?.units).toEqual([]);
  });

  test('a link out of the book is not followed, nor is what lies behind a folder that is one', () => {
    const inMemory = memoryWorkspace({ 'org.yaml': 'units: [{include: org/a.yaml}, {include: org/far/b.yaml}]' });
    const { told } = readFrom({ ...inMemory, outside: ['org/a.yaml', 'org/far'] });
    expect(told).toEqual(['org.yaml:1:19-29 file/outside-book', 'org.yaml:1:42-56 file/outside-book']);
  });

  test('a path with .. that stays in the book is read', () => {
    expect(read({ 'org.yaml': including('org/x/../a.yaml'), 'org/a.yaml': '- {id: A, level: x}' }).told).toEqual([]);
  });

  test('a file that is not there, with the nearest that is', () => {
    const { told, findings } = read({ 'org.yaml': including('org/jinhau.yaml'), 'org/jinhua.yaml': '' });
    expect(told).toEqual(['org.yaml:1:19-34 yaml/schema']);
    expect(words(findings, 'en')[0]).toContain('did you mean org/jinhua.yaml?');
  });

  test('a circle of files is told where it closes, and each is read once', () => {
    const { chart, told, findings } = read({
      'org.yaml': including('org/a.yaml'),
      'org/a.yaml': '- {id: A, level: x}\n- {include: org/b.yaml}\n',
      'org/b.yaml': '- {include: org/a.yaml}\n- {include: org.yaml}\n- {id: B, level: x}\n',
    });
    expect(told).toEqual(['org/b.yaml:1:13-23 yaml/schema', 'org/b.yaml:2:13-21 yaml/schema']);
    expect(words(findings, 'en')[0]).toContain('org/a.yaml → org/b.yaml → org/a.yaml');
    expect(paths(chart?.units)).toEqual(['A@x', 'B@x']);
  });

  test('a file included twice is read once', () => {
    const { chart, told } = read({
      'org.yaml': 'units: [{include: org/a.yaml}, {include: ./org/a.yaml}]',
      'org/a.yaml': '- {id: A, level: x}',
    });
    expect(told).toEqual(['org.yaml:1:42-54 yaml/schema']);
    expect(paths(chart?.units)).toEqual(['A@x']);
  });

  test('what is wrong in an included file is told there', () => {
    const { told } = read({
      'org.yaml': 'units: [{include: org/a.yaml}, {include: org/b.yaml}, {include: org/c.yaml}]',
      'org/a.yaml': 'units: []\n',
      'org/b.yaml': '- {id: B, levl: x}\n',
      'org/c.yaml': '- {id: "C\n',
    });
    expect(told).toEqual([
      'org/a.yaml:1:1-10 yaml/schema',
      'org/b.yaml:1:3-19 yaml/schema',
      'org/b.yaml:1:11-15 yaml/schema',
      'org/c.yaml:1:3-4 yaml/syntax',
      'org/c.yaml:1:8-9 yaml/syntax',
    ]);
  });

  test('a chain of files without end is cut', () => {
    const files: Record<string, string> = { 'org.yaml': including('org/0.yaml') };
    for (let i = 0; i < 3000; i++) files[`org/${i}.yaml`] = `- {include: org/${i + 1}.yaml}`;
    expect(read(files).told).toHaveLength(1);
  });
});
