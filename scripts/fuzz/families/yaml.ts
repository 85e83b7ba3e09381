// YAML: anchors, aliases, merge keys, tags, deep nesting, keys twice, includes, and the characters it is made of.

import { type Files, textMutated } from '../case.js';
import type { Random } from '../random.js';
import { numbers } from '../weird.js';

const lines = [
  'x: &a [*a]',
  'base: &base {a: 1}\npolicy: {<<: *base}',
  '<<: *nothing',
  'title: !!js/function "x"',
  'title: !!binary aGk=',
  '!!set {a, b}',
  'title: one\ntitle: two',
  '? [a, b]\n: c',
  '? {a: 1}\n: 2',
  '--- \ntitle: second',
  '...',
  '%YAML 1.1\n---\ntitle: x',
  '\ttitle: tab',
  'title： 全角冒号',
  'title: "unclosed',
  "title: 'unclosed",
  'policy: [1, 2',
  'policy: {cover-days: 3',
  'categories: {protective: {zh: x}}',
  'categories: 3',
  'categories:\n  __proto__: {zh: a, en: b}',
  'checks: {__proto__: off, constructor: off, value/date: off, nothing/such: error}',
  'checks: {stock/negative: off, count/variance: note, csv/quote: off, ref/item: off}',
  'policy: {count-tolerance: -1, delivery-hours: 1e9, rest-hours: .inf, cover-days: .nan}',
  'policy: {count-tolerance: 101%, need-hours: {critical: -1}}',
  'timezone: Mars/Olympus',
  'timezone: [UTC]',
  'language: tlh',
  'levels: [{level: a, name: b, expect: -1}, {level: a}]',
  'levels: {}',
  'units: [{id: HQ, units: [{id: HQ}]}]',
  'units: [{include: org.yaml}]',
  'units: [{include: ../../etc/passwd}]',
  'units: [{include: /etc/passwd}]',
  'units: [{include: org/more.yaml}, {include: org/more.yaml}]',
  '- {include: org/more.yaml}',
  'units: [{id: 0123, level: 1e3, leader: P001}]',
  'grids: [{id: G, unit: HQ, members: 3}]',
  'a: |\n  block\n b: bad',
  'a: >-2\n   x',
  '"\\x": 1',
  '"\\ud800": 1',
  'k'.repeat(2000),
  `${'k'.repeat(2000)}: 1`,
  '*a : b',
  '&a &b c: d',
  'a: !<tag:x,2000:y> b',
  '[]: 1',
  ': 1',
  '- a\nb: c',
  '# 注释\n#',
];

export function yamlMutated(files: Files, random: Random): { files: Files; what: string } {
  const names = Object.keys(files).filter((name) => /\.ya?ml$/u.test(name));
  const name = names.length === 0 ? 'taizhang.yaml' : random.pick(names);
  return textMutated(files, name, random.few(4), (text) => once(text, random));
}

function once(text: string, random: Random): [string, string] {
  const at = random.below(text.length + 1);
  const all = text.split('\n');
  const line = random.below(all.length);
  switch (random.below(10)) {
    case 0:
    case 1: {
      const one = random.pick(lines);
      return [
        all.toSpliced(line, random.below(2), one).join('\n'),
        `${JSON.stringify(one.slice(0, 40))} at line ${line + 1}`,
      ];
    }
    case 2: {
      const depth = 1 + random.below(300);
      const [open, close] = random.pick([
        ['[', ']'],
        ['{a: ', '}'],
        ['- ', ''],
        ['? ', ''],
      ] as const);
      return [
        `${text}\nx: ${open.repeat(depth)}1${random.chance(0.7) ? close.repeat(depth) : ''}\n`,
        `${depth} deep in ${open}`,
      ];
    }
    case 3: {
      const wide = 2 + random.below(8);
      const deep = 2 + random.below(9);
      const bomb = ['b0: &b0 [x]'];
      for (let n = 1; n <= deep; n++)
        bomb.push(`b${n}: &b${n} [${Array.from({ length: wide }, () => `*b${n - 1}`).join(', ')}]`);
      return [`${text}\n${bomb.join('\n')}\n`, `aliases ${wide}^${deep}`];
    }
    case 4: {
      const token = random.pick([
        '&a ',
        '*a',
        '!!x ',
        '{',
        '}',
        '[',
        ']',
        ': ',
        '- ',
        '"',
        "'",
        '|',
        '>',
        '#',
        '%',
        '@',
        '`',
        '\t',
        '\n',
        '\r',
        '\u0000',
        '\ufeff',
        '\u2028',
        '？',
        '，',
        '<<: ',
      ]);
      return [text.slice(0, at) + token + text.slice(at), `${JSON.stringify(token)} at ${at}`];
    }
    case 5:
      return [all.toSpliced(line, 0, all[random.below(all.length)]!).join('\n'), 'a line copied'];
    case 6:
      return [all.toSpliced(line, 1).join('\n'), 'a line dropped'];
    case 7:
      return [text.replace(/: (\S+)$/mu, () => `: ${random.pick(numbers)}`), 'a value replaced'];
    case 8:
      return [
        all.toSpliced(line, 1, ' '.repeat(random.below(12)) + (all[line] ?? '').trimStart()).join('\n'),
        'a line moved in',
      ];
    default:
      return [text.slice(0, at), `cut at ${at}`];
  }
}
