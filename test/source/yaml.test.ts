import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import { MOST_BYTES, readYaml, type YamlNode } from '../../src/source/yaml.js';
import { told, words } from '../told.js';

function read(text: string | Uint8Array) {
  const workspace = memoryWorkspace({ 'a.yaml': text });
  const { value, findings } = readYaml(workspace, 'a.yaml');
  return { value, findings, told: told(workspace, findings) };
}

/** A tree without its places, scalars as `looks:text`. */
function plain(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return `${node.looks}:${node.text}`;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

/** Where a node stands, as line:column-column. */
function spot(workspace: Workspace, node: YamlNode): string {
  const tell = () => ({ message: '', hint: '' });
  return told(workspace, [{ code: 'yaml/schema', at: node.at, tell, related: [] }])[0] ?? '';
}

describe('what a file says', () => {
  test('codes are read as they are written', () => {
    const { value, told } = read('a: 0123\nb: 1e3\nc: yes\nd: 0x1F\ne: 1_000\nf: 2022-01-12\ng: 007.50\n');
    expect(told).toEqual([]);
    expect(plain(value)).toEqual({
      a: 'number:0123',
      b: 'number:1e3',
      c: 'text:yes',
      d: 'number:0x1F',
      e: 'text:1_000',
      f: 'text:2022-01-12',
      g: 'number:007.50',
    });
  });

  test('what is quoted, a block, or tagged as text is text, whatever it looks like', () => {
    const { value } = read('a: "1"\nb: \'true\'\nc: |\n  null\nd: !!str 5\ne: "\\u9632\\n"\n');
    expect(plain(value)).toEqual({ a: 'text:1', b: 'text:true', c: 'text:null\n', d: 'text:5', e: 'text:防\n' });
  });

  test('nothing, ~ and null are no value; true and false are', () => {
    const { value } = read('a:\nb: ~\nc: null\nd: True\ne: "~"\n');
    expect(plain(value)).toEqual({ a: 'null:', b: 'null:~', c: 'null:null', d: 'boolean:True', e: 'text:~' });
  });

  test.each(['', '\n', '# only a remark\n', '\uFEFF'])('an empty file has no value and no fault: %j', (text) => {
    expect(read(text)).toMatchObject({ findings: [] });
    const { value } = read(text);
    expect(value === null || (value.kind === 'scalar' && value.looks === 'null')).toBe(true);
  });

  test('places count characters, whatever the BOM, the line ends and the width of characters before', () => {
    const workspace = memoryWorkspace({
      'a.yaml': '\uFEFF题: 😀石柱\r\n列: [甲, {乙: 丙}]\r\n块: |\r\n  一\r\n  二\r\n',
    });
    const { value, findings } = readYaml(workspace, 'a.yaml');
    expect(findings).toEqual([]);
    if (value?.kind !== 'map') throw new Error('a map');
    const [title, list, block] = value.entries;
    expect(spot(workspace, title!.key)).toBe('a.yaml:1:1-2 yaml/schema');
    expect(spot(workspace, title!.value)).toBe('a.yaml:1:4-7 yaml/schema');
    expect(spot(workspace, list!.value)).toBe('a.yaml:2:4-15 yaml/schema');
    expect(spot(workspace, block!.value)).toBe('a.yaml:3:4-5 yaml/schema');
    if (list?.value.kind !== 'list') throw new Error('a list');
    expect(list.value.items.map((item) => spot(workspace, item))).toEqual([
      'a.yaml:2:5-6 yaml/schema',
      'a.yaml:2:8-14 yaml/schema',
    ]);
  });

  test('places hold far into a file of wide characters', () => {
    const text = `${'备注: 物资储备保障中心😀\n'.replace('备注', '备注甲').repeat(1)}${Array.from({ length: 400 }, (_, i) => `键${i}: 值😀${i}\n`).join('')}`;
    const workspace = memoryWorkspace({ 'a.yaml': text });
    const { value } = readYaml(workspace, 'a.yaml');
    if (value?.kind !== 'map') throw new Error('a map');
    expect(spot(workspace, value.entries[400]!.value)).toBe('a.yaml:401:7-12 yaml/schema');
  });
});

describe('aliases', () => {
  test('an alias is what it stands for, placed where the alias is', () => {
    const workspace = memoryWorkspace({ 'a.yaml': 'a: &x {k: [1]}\nb: *x\n' });
    const { value } = readYaml(workspace, 'a.yaml');
    expect(plain(value)).toEqual({ a: { k: ['number:1'] }, b: { k: ['number:1'] } });
    if (value?.kind !== 'map') throw new Error('a map');
    const expanded = value.entries[1]!.value;
    if (expanded.kind !== 'map') throw new Error('a map');
    expect(spot(workspace, expanded.entries[0]!.key)).toBe('a.yaml:2:4-6 yaml/schema');
  });

  test('an alias to nothing above it names the nearest anchor', () => {
    const { told, findings } = read('a: &grid 1\nb: *gird\n');
    expect(told).toEqual(['a.yaml:2:4-9 yaml/syntax']);
    expect(words(findings, 'en')[0]).toContain('did you mean *grid?');
  });

  test('an alias within what it stands for is an error, not a loop', () => {
    expect(read('a: &x [*x]\n').told).toEqual(['a.yaml:1:8-10 yaml/syntax']);
  });

  test('a bomb of aliases is one error and costs nothing', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const { told } = read(lines.join('\n'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/ yaml\/syntax$/);
  });

  test('aliases that nest ever deeper are an error too', () => {
    const lines = ['a0: &a0 []'];
    for (let i = 1; i < 200; i++) lines.push(`a${i}: &a${i} [*a${i - 1}]`);
    expect(read(lines.join('\n')).told.every((one) => one.endsWith('yaml/syntax'))).toBe(true);
  });

  test('merge keys are keys like any other', () => {
    expect(plain(read('a: &x {k: 1}\nb: {<<: *x}\n').value)).toEqual({
      a: { k: 'number:1' },
      b: { '<<': { k: 'number:1' } },
    });
  });
});

describe('what is wrong with a file', () => {
  test.each([
    ['a quote never closed, where it opens', 'a: 1\nb: "x\nc: 2\n', ['a.yaml:2:4-5'], 'a quote is never closed'],
    [
      'brackets never closed, where they open',
      'a: [1, {b: 2\n',
      ['a.yaml:1:4-5', 'a.yaml:1:8-9'],
      'a bracket is never closed',
    ],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['a.yaml:2:1-2'], 'a tab is used'],
    ['lines that do not line up', 'a:\n  b: 1\n c: 2\n', ['a.yaml:3:1-2'], 'the indentation is wrong'],
    ['two colons on a line', 'a: b: c\n', ['a.yaml:1:4-5'], 'two "key: value"'],
    ['a key without a colon', 'a: 1\nb\n', ['a.yaml:2:1-2'], 'a key without a colon'],
    ['a full-width colon', 'a: 1\ntitle：x\n', ['a.yaml:2:1-8'], 'the colon is a full-width one'],
    ['a comma missing', 'a: ["b" "c"]\n', ['a.yaml:1:9-10'], 'a comma is missing'],
    ['no blank after a colon', 'a: {"b":1, "c" :x}\n', [], ''],
    ['an escape nobody knows', 'a: "\\q"\n', ['a.yaml:1:5-6'], 'an unknown escape'],
    ['a text that begins with @', 'a: @b\n', ['a.yaml:1:4-5'], 'cannot begin with this character'],
    ['a directive without a document', '%X\na: 1\n', ['a.yaml:2:1-2'], 'a directive'],
  ])('%s', (_, text, places, message) => {
    const { told, findings } = read(text);
    expect(told).toEqual(places.map((place) => `${place} yaml/syntax`));
    for (const finding of findings) expect(finding.tell('en').message).toContain(message);
  });

  test('several errors are told at once, and nothing of the file is used', () => {
    const { value, told } = read('a: b: c\nd: @e\n');
    expect(value).toBeNull();
    expect(told).toEqual(['a.yaml:1:4-5 yaml/syntax', 'a.yaml:2:4-5 yaml/syntax']);
  });

  test('a key twice: the first counts, the second is the error and knows the first', () => {
    const { value, told, findings } = read('a: 1\nb: 2\na: 3\n"a": 4\n');
    expect(plain(value)).toEqual({ a: 'number:1', b: 'number:2' });
    expect(told).toEqual(['a.yaml:3:1-2 yaml/syntax', 'a.yaml:4:1-4 yaml/syntax']);
    expect(findings[0]?.related[0]?.at).toMatchObject({ start: 0, end: 1 });
  });

  test('a key that is no word', () => {
    expect(read('? [a]\n: 1\n').told).toEqual(['a.yaml:1:3-6 yaml/schema']);
  });

  test('a second document is an error, and the first is read', () => {
    const { value, told } = read('---\na: 1\n---\na: "\n---\n');
    expect(plain(value)).toEqual({ a: 'number:1' });
    expect(told).toEqual(['a.yaml:3:1-4 yaml/syntax']);
  });

  test('a tag makes nothing of a value', () => {
    const { value, told } = read('a: !!js/function "() => 1"\nb: !<x> [1]\nc: !!binary aGk=\n');
    expect(plain(value)).toEqual({ a: 'text:() => 1', b: ['number:1'], c: 'text:aGk=' });
    expect(told).toEqual(['a.yaml:1:4-17 yaml/schema', 'a.yaml:2:4-8 yaml/schema', 'a.yaml:3:4-12 yaml/schema']);
  });

  test('conflict markers are told one by one, and the parser is not asked', () => {
    const { value, told } = read('<<<<<<< HEAD\na: 1\n||||||| base\n=======\na: "2\n>>>>>>> night-shift\n');
    expect(value).toBeNull();
    expect(told).toEqual([
      'a.yaml:1:1-13 file/conflict-marker',
      'a.yaml:3:1-13 file/conflict-marker',
      'a.yaml:4:1-8 file/conflict-marker',
      'a.yaml:6:1-20 file/conflict-marker',
    ]);
  });

  test('what only looks like a marker is text', () => {
    expect(read('a: |\n  <<<<<<< x\nb: "======="\n').told).toEqual([]);
  });

  test('GB18030 is read with a warning, places in its characters', () => {
    const bytes = Uint8Array.from([0xcc, 0xe2, 0x3a, 0x20, 0xca, 0xaf, 0xd6, 0xf9, 0x0a, 0xca, 0xaf, 0x3a, 0x20, 0x40]);
    const { told } = read(bytes);
    expect(told).toEqual(['a.yaml:1:1-1 file/encoding', 'a.yaml:2:4-5 yaml/syntax']);
    expect(plain(read(bytes.subarray(0, 9)).value)).toEqual({ 题: 'text:石柱' });
  });

  test('bytes that are no text at all are an error', () => {
    const { value, told, findings } = read(Uint8Array.from([0x61, 0x3a, 0x20, 0xff, 0xff, 0xff]));
    expect(value).toBeNull();
    expect(told).toEqual(['a.yaml:1:1-1 file/encoding']);
    expect(findings[0]?.severity).toBe('error');
  });

  test('a file too large to have been written by hand is refused unread', () => {
    const { value, told } = read(new Uint8Array(MOST_BYTES + 1).fill(0x20));
    expect(value).toBeNull();
    expect(told).toEqual(['a.yaml:1:1-1 yaml/syntax']);
  });
});

describe('what nobody writes by hand', () => {
  test.each([
    ['brackets', '['.repeat(200_000)],
    ['braces', '{a: '.repeat(200_000)],
    ['dashes', '- '.repeat(200_000)],
    ['question marks', '? '.repeat(200_000)],
    ['indentation', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('nested too deep is one error: %s', (_, text) => {
    const { value, told } = read(text);
    expect(value).toBeNull();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/ yaml\/syntax$/);
  });

  test('thousands of errors are told as the first twenty', () => {
    expect(read('- @\n'.repeat(5_000)).told).toHaveLength(20);
    expect(read('- !x y\n'.repeat(5_000)).told).toHaveLength(20);
    expect(read(']'.repeat(50_000)).told).toHaveLength(20);
  });

  test('control characters are text, not orders to the parser', () => {
    for (const c of ['\0', '\u0002', '\u0018', '\u001f', '\u0085', '\u2028', '\uFEFF']) {
      expect(plain(read(`a: x${c}y\n`).value)).toEqual({ a: `text:x${c}y` });
      expect(() => read(`${c}${c}: [${c}\n${c}`)).not.toThrow();
    }
  });

  test('whatever a file holds, reading it throws nothing, and every place is within the file', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'[]{}:,-?&*!|>"\'%@`#=<~ \n\t\r',
        '- ',
        ': ',
        '\n  ',
        '&a ',
        '*a',
        '---\n',
        '...\n',
        '<<: ',
        '!!str ',
        '?\n',
      ),
      fc.constantFrom('键', '😀', '：', 'units', '0123', '\uFEFF', '\0', '<<<<<<<', '%YAML 1.1\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { findings, value } = read(text);
        const size = Buffer.byteLength(text);
        for (const { at, tell } of findings) {
          if (at.kind === 'bytes') expect(0 <= at.start && at.start <= at.end && at.end <= size).toBe(true);
          expect(tell('zh').hint).not.toBe('');
        }
        if (findings.length === 0) expect(plain(value)).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });
});
