import { describe, expect, test } from 'vitest';
import { defaultSettings, readSettings, severityIn } from '../../src/book/settings.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';

function read(text: string) {
  const workspace = memoryWorkspace({ 'taizhang.yaml': text });
  const { value, findings } = readSettings(workspace);
  return { value, findings, told: told(workspace, findings) };
}

describe('settings that are not there', () => {
  test.each(['', '# nothing set yet\n', '---\n', '{}', 'title:\npolicy:\nchecks:\ncategories:\n'])(
    'everything has its default in %j',
    (text) => {
      const { value, told } = read(text);
      expect(told).toEqual([]);
      expect(value).toEqual(defaultSettings);
    },
  );

  test('a workspace without taizhang.yaml has the defaults as well', () => {
    expect(readSettings(memoryWorkspace({}))).toEqual({ value: defaultSettings, findings: [] });
  });

  test('the defaults are those of the manual', () => {
    const { categories, policy } = defaultSettings;
    expect([...categories.values()]).toEqual([
      { code: 'protective', zh: '防护物资', en: 'protective items' },
      { code: 'testing', zh: '核酸检测物资', en: 'nucleic-acid testing items' },
      { code: 'living', zh: '生活保障物资', en: 'living supplies' },
      { code: 'meals', zh: '餐食', en: 'meals' },
    ]);
    expect(policy).toEqual({
      countTolerance: { kind: 'absolute', value: 0 },
      countEveryDays: 7,
      deliveryHours: 24,
      expiringDays: 30,
      coverDays: 3,
      needHours: { critical: 4, urgent: 12, routine: 24 },
      restHours: 8,
    });
  });
});

describe('settings that are right', () => {
  test('the example of the manual', () => {
    const { value, told } = read(`title: 石柱镇物资储备保障中心
language: zh-CN            # zh-CN or en
timezone: Asia/Shanghai
excel: yes
categories:
  protective: {zh: 防护物资, en: protective items}
  water: {zh: 饮用水}
policy:
  count-tolerance: 0.5%
  count-every-days: 14
  delivery-hours: 48
  need-hours: {critical: 2}
checks: {stock/number-gap: off, count/stale: error}
`);
    expect(told).toEqual([]);
    expect(value).toMatchObject({
      title: '石柱镇物资储备保障中心',
      language: 'zh',
      timezone: 'Asia/Shanghai',
      excel: true,
    });
    expect([...value.categories.values()]).toEqual([
      { code: 'protective', zh: '防护物资', en: 'protective items' },
      { code: 'water', zh: '饮用水', en: '饮用水' },
    ]);
    expect(value.policy).toEqual({
      ...defaultSettings.policy,
      countTolerance: { kind: 'share', percent: 500_000 },
      countEveryDays: 14,
      deliveryHours: 48,
      needHours: { critical: 2, urgent: 12, routine: 24 },
    });
    expect([...value.checks]).toEqual([
      ['stock/number-gap', 'off'],
      ['count/stale', 'error'],
    ]);
  });

  test.each([
    ['0', { kind: 'absolute', value: 0 }],
    ['2', { kind: 'absolute', value: 2_000_000 }],
    ['0.000001', { kind: 'absolute', value: 1 }],
    ['"1,200.5"', { kind: 'absolute', value: 1_200_500_000 }],
    ['0%', { kind: 'share', percent: 0 }],
    ['0.5 %', { kind: 'share', percent: 500_000 }],
    ['０.５％', { kind: 'share', percent: 500_000 }],
    ['100%', { kind: 'share', percent: 100_000_000 }],
  ])('a tolerance of %s', (written, tolerance) => {
    const { value, told } = read(`policy: {count-tolerance: ${written}}`);
    expect(told).toEqual([]);
    expect(value.policy.countTolerance).toEqual(tolerance);
  });

  test.each([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['False', false],
    ['Y', true],
    ['n', false],
    ['是', true],
    ['否', false],
    ['1', true],
    ['"0"', false],
  ])('excel: %s', (written, excel) => {
    expect(read(`excel: ${written}`)).toMatchObject({ value: { excel }, told: [] });
  });

  test('text is taken as it is written', () => {
    expect(read('title: 0123').value.title).toBe('0123');
    expect(read('title: yes').value.title).toBe('yes');
    expect(read('title: "  a b "').value.title).toBe('a b');
  });

  test('a check may be made stricter, softer or silent', () => {
    const { value } = read('checks: {delivery/damaged: error, stock/negative: note, stock/fefo: off}');
    expect(severityIn(value, 'delivery/damaged')).toBe('error');
    expect(severityIn(value, 'stock/negative')).toBe('note');
    expect(severityIn(value, 'stock/fefo')).toBeNull();
    expect(severityIn(value, 'count/stale')).toBe('warning');
  });

  test('it is known where each thing was set', () => {
    const workspace = memoryWorkspace({ 'taizhang.yaml': 'policy:\n  cover-days: 5\n  need-hours: {urgent: 6}\n' });
    const { places } = readSettings(workspace).value;
    expect([...places.keys()]).toEqual([
      'policy',
      'policy.cover-days',
      'policy.need-hours',
      'policy.need-hours.urgent',
    ]);
    expect(places.get('policy.cover-days')).toMatchObject({ file: 'taizhang.yaml', start: 22, end: 23 });
  });
});

describe('settings that are wrong', () => {
  test.each([
    ['titel: x', '1:1-6', 'did you mean title?'],
    ['policy:\n  delivery-hour: 4', '2:3-16', 'did you mean delivery-hours?'],
    ['policy: {need-hours: {urgnet: 4}}', '1:23-29', 'did you mean urgent?'],
    ['categories: {meals: {zh: 餐, english: meal}}', '1:29-36', 'the keys here are zh, en'],
    ['checks: {stock/negativ: off}', '1:10-23', 'did you mean stock/negative?'],
    ['xyz: 1', '1:1-4', 'the keys here are title, language'],
  ])('an unknown key is told at the key, with the nearest known one: %s', (text, place, hint) => {
    const { told, findings } = read(text);
    expect(told).toEqual([`taizhang.yaml:${place} yaml/schema`]);
    expect(words(findings, 'en')[0]).toContain(hint);
  });

  test.each([
    ['title: [a]', '1:8-11'],
    ['title: ""', '1:8-10'],
    ['language: zh', '1:11-13'],
    ['timezone: Asia/Shanghia', '1:11-24'],
    ['timezone: 8', '1:11-12'],
    ['excel: maybe', '1:8-13'],
    ['categories: [protective]', '1:13-25'],
    ['categories: {}', '1:13-15'],
    ['policy: 3', '1:9-10'],
    ['policy: {count-tolerance: -1}', '1:27-29'],
    ['policy: {count-tolerance: 0.0000001}', '1:27-36'],
    ['policy: {count-tolerance: 101%}', '1:27-31'],
    ['policy: {count-tolerance: 3箱}', '1:27-29'],
    ['policy: {count-tolerance: 1e3}', '1:27-30'],
    ['policy: {count-every-days: 7.5}', '1:28-31'],
    ['policy: {delivery-hours: 24h}', '1:26-29'],
    ['policy: {expiring-days: -1}', '1:25-27'],
    ['policy: {cover-days: 99999999999}', '1:22-33'],
    ['policy: {need-hours: 4}', '1:22-23'],
    ['policy: {need-hours: {urgent: soon}}', '1:31-35'],
    ['checks: [count/stale]', '1:9-22'],
    ['checks: {count/stale: fatal}', '1:23-28'],
    ['checks: {count/stale: false}', '1:23-28'],
  ])('wrong content is told at the value and the default holds: %s', (text, place) => {
    const { value, told } = read(text);
    expect(told).toEqual([`taizhang.yaml:${place} yaml/schema`]);
    expect({ ...value, places: defaultSettings.places }).toEqual(defaultSettings);
  });

  test('one wrong value leaves the others as they were set', () => {
    const { value, told } = read('title: a\nlanguage: fr\npolicy:\n  cover-days: x\n  rest-hours: 10\n');
    expect(told).toEqual(['taizhang.yaml:2:11-13 yaml/schema', 'taizhang.yaml:4:15-16 yaml/schema']);
    expect(value).toMatchObject({ title: 'a', language: null, policy: { coverDays: 3, restHours: 10 } });
  });

  test('a category without names keeps its code, which items name', () => {
    const { value, told } = read('categories:\n  water: {}\n  meals: 餐食\n');
    expect(told).toEqual(['taizhang.yaml:2:3-8 yaml/schema', 'taizhang.yaml:3:10-12 yaml/schema']);
    expect([...value.categories.keys()]).toEqual(['water', 'meals']);
    expect(value.categories.get('water')).toEqual({ code: 'water', zh: 'water', en: 'water' });
  });

  test('a check that leaves rows out of the figures can be neither lowered nor switched off', () => {
    const text = 'checks:\n  value/date: off\n  csv/quote: warning\n  ref/item: error\n  csv/header-unknown: note\n';
    const { value, told } = read(text);
    expect(told).toEqual([
      'taizhang.yaml:2:15-18 yaml/schema',
      'taizhang.yaml:3:14-21 yaml/schema',
      'taizhang.yaml:5:23-27 yaml/schema',
    ]);
    expect([...value.checks]).toEqual([['ref/item', 'error']]);
    expect(read('checks: {csv/header-unknown: error, stock/reversal-exceeds: error}').told).toEqual([]);
  });

  test('a file that is not a set of keys', () => {
    expect(read('- title: a').told).toEqual(['taizhang.yaml:1:1-11 yaml/schema']);
    expect(read('title：石柱镇').told).toEqual(['taizhang.yaml:1:1-10 yaml/schema']);
  });

  test('what cannot be parsed leaves the defaults and no second complaint', () => {
    const { value, told } = read('titel: "石柱镇\npolicy: x');
    expect(told).toEqual(['taizhang.yaml:1:8-9 yaml/syntax']);
    expect(value).toEqual(defaultSettings);
  });

  test('every finding says what is wrong and what to do, in both languages', () => {
    const { findings } = read('titel: x\ntimezone: Moon\nexcel: [1]\npolicy: {count-tolerance: x, cover-days: x}\n');
    for (const lang of ['zh', 'en'] as const) {
      for (const finding of findings) {
        const { message, hint } = finding.tell(lang);
        expect(message).not.toBe('');
        expect(hint).not.toBe('');
        expect(/\p{Script=Han}/u.test(message + hint)).toBe(lang === 'zh');
      }
    }
  });
});
