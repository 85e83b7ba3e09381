// Values out of a YAML file: each is what belongs there, or null and a finding that says what does.

import { describe, expect, test } from 'vitest';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { readYaml, type YamlNode, YamlReader } from '../../src/source/yaml.js';
import { told, words } from '../told.js';

/** What reading the one value of a file gives, and what is said of it. */
function read<T>(text: string, as: (reader: YamlReader, node: YamlNode) => T): { value: T; said: string[] } {
  const workspace = memoryWorkspace({ 'a.yaml': text });
  const { value: root, findings } = readYaml(workspace, 'a.yaml');
  if (root === null || findings.length > 0) throw new Error('the file is sound');
  const reader = new YamlReader();
  const value = as(reader, root);
  const said = words(reader.findings, 'en');
  return { value, said: told(workspace, reader.findings).map((one, at) => `${one.split(' ')[0]} ${said[at]}`) };
}

const whole = (text: string) => read(text, (reader, node) => reader.whole(node, 2, 40));
const choice = (text: string) => read(text, (reader, node) => reader.choice(node, ['absolute', 'relative']));
const word = (text: string) => read(text, (reader, node) => reader.text(node));

describe('a whole number', () => {
  test('is digits, in any width, and within its limits', () => {
    for (const text of ['2', '40', '"7"', '０７', '007'])
      expect(whole(text)).toEqual({ value: Number(text.normalize('NFKC').replaceAll('"', '')), said: [] });
    for (const text of ['1', '41', '-2', '2.0', '1e1', '0x7', 'two', '""', '+7']) {
      const { value, said } = whole(text);
      expect(value).toBeNull();
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('2');
      expect(said[0]).toContain('40');
    }
  });

  test('is no collection and nothing, and what was found is said', () => {
    expect(whole('[7]').said[0]).toContain('a list');
    expect(whole('{a: 7}').said[0]).toContain('a set of');
    expect(whole('~').said[0]).toContain('"~"');
    expect(whole('seven').said[0]).toContain('"seven"');
    expect(read('1234567890', (reader, node) => reader.whole(node, 0, 2_000_000_000)).value).toBeNull();
    expect(read('123456789', (reader, node) => reader.whole(node, 0, 2_000_000_000)).value).toBe(123456789);
  });
});

describe('one of some words', () => {
  test('is that word, in any width', () => {
    expect(choice('relative')).toEqual({ value: 'relative', said: [] });
    expect(choice('"ａｂｓｏｌｕｔｅ "')).toEqual({ value: 'absolute', said: [] });
  });

  test('is no other; the nearest is asked after, and there is none to nothing and to a list', () => {
    expect(choice('relativ').said[0]).toMatch(/^a\.yaml:1:1-8 .*"relativ".*did you mean relative\?/u);
    expect(choice('xyz').said[0]).not.toContain('did you mean');
    expect(choice('~').said[0]).not.toContain('did you mean');
    expect(choice('[relative]').said[0]).toContain('a list');
    for (const text of ['relativ', 'xyz', '~', '[relative]', '{relative: 1}']) {
      expect(choice(text).value).toBeNull();
      expect(choice(text).said[0]).toContain('absolute');
    }
    expect(read('~', (reader, node) => reader.choice(node, ['~'])).value).toBeNull();
    expect(read('"~"', (reader, node) => reader.choice(node, ['~'])).value).toBe('~');
  });
});

describe('a text', () => {
  test('is any scalar, as it is written, without blanks around it', () => {
    expect(word('"  甲 乙 "')).toEqual({ value: '甲 乙', said: [] });
    expect(word('0123').value).toBe('0123');
    expect(word('true').value).toBe('true');
  });

  test('is not nothing, blanks alone, or a collection', () => {
    for (const text of ['~', '"  "', '"\\u3000\\u200b"', '[a]', '{a: b}']) {
      const { value, said } = word(text);
      expect(value).toBeNull();
      expect(said).toHaveLength(1);
    }
    expect(word('[a]').said[0]).toContain('a list');
  });
});

describe('collections', () => {
  test('a list and a map are that, and nothing else is', () => {
    expect(read('[a, b]', (reader, node) => reader.list(node)?.length)).toEqual({ value: 2, said: [] });
    expect(read('{a: b}', (reader, node) => reader.map(node)?.entries.length)).toEqual({ value: 1, said: [] });
    expect(read('{a: b}', (reader, node) => reader.list(node)).said[0]).toContain('a set of');
    expect(read('[a]', (reader, node) => reader.map(node)).said[0]).toContain('a list');
    expect(read('a', (reader, node) => reader.map(node)).said[0]).toContain('"a"');
  });

  test('keys that belong there are given, without a value they are absent, others are told with the nearest', () => {
    const { value, said } = read('title: x\nlang:\ntilte: y\nzzzzzz: 1\n', (reader, node) => {
      const fields = reader.fields(node, ['title', 'lang']);
      const title = fields?.get('title');
      return [
        title?.kind === 'scalar' && title.text,
        fields?.get('lang'),
        fields?.entry('lang'),
        fields?.entry('title')?.key.text,
        fields?.get('tilte'),
      ];
    });
    expect(value).toEqual(['x', null, null, 'title', null]);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^a\.yaml:3:1-6 .*tilte.*did you mean title\?/u);
    expect(said[1]).toMatch(/^a\.yaml:4:1-7 .*zzzzzz/u);
    expect(said[1]).not.toContain('did you mean');
    expect(read('[a]', (reader, node) => reader.fields(node, ['a'])).value).toBeNull();
  });
});

describe('what a plain word looks like', () => {
  const looks = (text: string) => read(text, (_, node) => (node.kind === 'scalar' ? node.looks : node.kind)).value;

  test.each([
    ['null', ['~', 'null', 'Null', 'NULL']],
    ['boolean', ['true', 'True', 'TRUE', 'false', 'False', 'FALSE']],
    [
      'number',
      [
        '0',
        '-7',
        '+7',
        '0o17',
        '0x1F',
        '1.5',
        '1.',
        '.5',
        '1e3',
        '-1.5E-3',
        '.inf',
        '-.Inf',
        '+.INF',
        '.nan',
        '.NaN',
        '.NAN',
      ],
    ],
    [
      'text',
      [
        'nul',
        'nulls',
        'anull',
        'tRUE',
        'truely',
        'untrue',
        'falsey',
        '0o18',
        '0x1G',
        '1_000',
        '1e',
        'e3',
        '1.5.2',
        '.',
        'a1',
        '1a',
        '-',
        '+.nan',
        '.infx',
        'x.inf',
        '2022-01-12',
      ],
    ],
  ] as const)('%s', (kind, texts) => {
    for (const text of texts) expect([text, looks(text === '-' ? '"-"' : text)]).toEqual([text, kind]);
  });
});
