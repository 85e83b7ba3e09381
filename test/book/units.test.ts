// What words for org units mean, which files an include could have meant, and what is published of tables and settings.

import { describe, expect, test } from 'vitest';
import { columnsOf, ledgerNames, registerNames } from '../../src/book/columns.js';
import { UnitDirectory } from '../../src/book/orgchart/directory.js';
import { includable } from '../../src/book/orgchart/include.js';
import { readOrgChart } from '../../src/book/orgchart/read.js';
import { tableSchema } from '../../src/book/schema/tables.js';
import { readSettings } from '../../src/book/settings.js';
import { AMBIGUOUS, UNKNOWN } from '../../src/book/vocabulary.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { words } from '../told.js';

function directory(chart: string | null): UnitDirectory {
  return new UnitDirectory(chart === null ? null : readOrgChart(memoryWorkspace({ 'org.yaml': chart })).value);
}

describe('a word for a unit', () => {
  const units = directory(
    'levels: [{level: hq}]\nunits:\n  - {id: HQ, name: 指挥部, level: hq}\n  - {id: B1, name: 专班, level: hq}\n  - {id: B2, name: 专班, level: hq}\n  - {id: ＨＱ2, level: hq}\n',
  );

  test('is an id before it is a name, in the form that is matched', () => {
    expect(['HQ', ' 指挥部 ', 'B2', 'HQ2', '专班', 'B9'].map((text) => units.find(text))).toEqual([
      0,
      0,
      2,
      3,
      AMBIGUOUS,
      UNKNOWN,
    ]);
    expect(units.present).toBe(true);
    expect([units.candidates('专班'), units.candidates('B1'), units.candidates('B9')]).toEqual([
      ['B1', 'B2'],
      ['B1'],
      [],
    ]);
    expect(units.suggest('B3')).toEqual(['B1', 'B2']);
  });

  test('is told by its id and its name', () => {
    expect([0, 1, 9, -1].map((unit) => [units.id(unit), units.name(unit)])).toEqual([
      ['HQ', '指挥部'],
      ['B1', '专班'],
      ['', ''],
      ['', ''],
    ]);
  });

  test('is taken as it stands where there is no chart', () => {
    const free = directory(null);
    const [one = -1, two = -1, again] = ['甲', '乙', '甲'].map((text) => free.find(text));
    expect([free.present, one === again, one === two]).toEqual([false, true, false]);
    expect([free.id(one), free.name(two), free.id(-1), free.name(-1)]).toEqual(['甲', '乙', '', '']);
  });
});

test('an include may have meant any YAML file of the book but its own two', () => {
  const paths = ['org.yaml', 'taizhang.yaml', 'org/a.yaml', 'org/b.YML', 'org/c.yaml.bak', 'org/d.csv', 'x/org.yaml'];
  expect(includable(memoryWorkspace(Object.fromEntries(paths.map((path) => [path, '']))))).toEqual([
    'org/a.yaml',
    'org/b.YML',
    'x/org.yaml',
  ]);
});

describe('the published schema of a table', () => {
  test('has every column, and what each holds, in both languages', () => {
    for (const table of [...registerNames, ...ledgerNames]) {
      const { properties = {}, required, title, type, $schema } = tableSchema(table);
      const columns = columnsOf(table);
      expect(Object.keys(properties)).toEqual(columns.map(({ name }) => name));
      expect(required).toEqual(columns.flatMap(({ name, required: must }) => (must ? [name] : [])));
      expect([title, type, $schema]).toEqual([`taizhang ${table}`, 'object', expect.stringContaining('2020-12')]);
      for (const { name, zh } of columns) {
        const property = properties[name];
        expect(property).toMatchObject({ type: 'string' });
        expect(JSON.stringify(property)).toMatch(new RegExp(`"${zh.join(' / ')}: [^"]*[a-z][^"]*[\\u4e00-\\u9fff]"`));
      }
    }
  });

  test('has the words of a choice, first those of programs', () => {
    expect(tableSchema('counts').properties?.when).toEqual({
      type: 'string',
      description: '时点: one of the words 选项',
      enum: ['close', 'open', '日终', '日初'],
    });
    expect(tableSchema('counts').properties?.site).not.toHaveProperty('enum');
  });
});

describe('settings', () => {
  const read = (text: string) => readSettings(memoryWorkspace({ 'taizhang.yaml': text }));

  test('say where a category and a check are set', () => {
    const { places } = read('categories: {water: {zh: 水}}\nchecks: {count/stale: error}\n').value;
    expect([...places.keys()]).toEqual(expect.arrayContaining(['categories.water', 'checks.count/stale']));
  });

  test('that are wrong are told with what would be right', () => {
    const hint = (text: string): string => words(read(text).findings, 'en')[0] ?? '';
    expect(hint('excel: perhaps\n')).toMatch(/yes.*no/);
    expect(hint('timezone: Asia/Shanghia\n')).toContain('Asia/Shanghai');
    expect(read('timezone: Europe/Paris\n').value.timezone).toBe('Europe/Paris');
    expect(read('timezone: Europe/Pari\n').value.timezone).toBeNull();
    expect(read('categories: {water: {en: water}, ice: {zh: 冰}}\n').findings).toEqual([]);
    expect(read('categories: {water: {}}\n').findings).toHaveLength(1);
  });
});

test('as many people as there may be are allowed in a chart, and one more is not', () => {
  const staffing = (rule: string) =>
    readOrgChart(memoryWorkspace({ 'org.yaml': `levels: [{level: hq, staffing: {cadre: ${rule}}}]\nunits: []\n` }));
  const wrong = (rule: string): number => staffing(rule).findings.length;
  expect(['100000', '100001', '{min: 3, max: 3}', '{min: 4, max: 3}', '{max: 3}', '{min: 3}'].map(wrong)).toEqual([
    0, 1, 0, 1, 0, 0,
  ]);
  expect(staffing('{residents_each: 50}').value?.levels[0]?.staffing).toMatchObject([{ min: 0, residentsEach: 50 }]);
  expect(staffing('{}').value?.levels[0]?.staffing).toEqual([]);
});
