// A YAML file as a whole: opened and closed, refused or read; and what is told of it names what it is about.

import { describe, expect, test } from 'vitest';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import { MOST_BYTES, readYaml, type YamlNode } from '../../src/source/yaml.js';
import { told, words } from '../told.js';

function read(text: string | Uint8Array): { value: YamlNode | null; said: string[] } {
  const workspace = memoryWorkspace({ 'a.yaml': text });
  const { value, findings } = readYaml(workspace, 'a.yaml');
  const said = words(findings, 'en');
  // In the order of the file: one finding each, or all in order as they are.
  return { value, said: told(workspace, findings).map((place, at) => `${place.slice('a.yaml:'.length)} ${said[at]}`) };
}

/** The value of a key at the top. */
function at(node: YamlNode | null, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
}

describe('a file', () => {
  test('as large as may be is read, and of one that is larger both sizes are told', () => {
    const filled = (size: number) => `a: 1\n#${'x'.repeat(size - 6)}`;
    expect(read(filled(MOST_BYTES))).toMatchObject({ value: { kind: 'map' }, said: [] });
    const { value, said } = read(filled(MOST_BYTES + 1));
    expect([value, said.length]).toEqual([null, 1]);
    expect(said[0]).toMatch(/4(?:\.\d+)? ?M|4194305|4,194,305/u);
  });

  test('is closed again, whether it could be read or not', () => {
    const log: string[] = [];
    const base = memoryWorkspace({ 'a.yaml': 'a: 1\n' });
    const watched = (all: () => Uint8Array): Workspace => ({
      ...base,
      open(file) {
        log.push('open');
        return { ...base.open(file), all, close: () => log.push('close') };
      },
    });
    readYaml(
      watched(() => Buffer.from('a: 1\n')),
      'a.yaml',
    );
    const broken = watched(() => {
      throw new Error('out of luck');
    });
    expect(() => readYaml(broken, 'a.yaml')).toThrow('out of luck');
    expect(log).toEqual(['open', 'close', 'open', 'close']);
  });

  test('in no encoding, in another one, or with a merge in it is told as that', () => {
    expect(read(Uint8Array.of(0x61, 0xff, 0xff)).said).toEqual([
      expect.stringContaining('1:1-1 file/encoding readable neither'),
    ]);
    expect(read(Uint8Array.of(0xb7, 0xc0, 0x3a, 0x20, 0x31)).said).toEqual([
      expect.stringContaining('1:1-1 file/encoding not UTF-8'),
    ]);
    expect(read('a: 1\n=======\nb: 2\n').said).toEqual([
      expect.stringContaining('2:1-8 file/conflict-marker a git conflict'),
    ]);
  });

  test('with several documents is read to the end of the first', () => {
    const { value, said } = read('a: 1\n---\nb: 2\n---\nc: 3\n');
    expect(at(value, 'a')).toMatchObject({ text: '1' });
    expect(said).toEqual([expect.stringContaining('2:1-4 yaml/syntax the file holds several documents')]);
  });
});

describe('what is told', () => {
  test('of a key twice is the key, and where it stood first', () => {
    const { said } = read('title: 1\ntitle: 2\n');
    expect(said).toEqual([expect.stringMatching(/^2:1-6 yaml\/syntax .*title/u)]);
  });

  test('of a key that is no word is where it stands', () => {
    expect(read('[a, b]: 1\n').said).toEqual([
      expect.stringContaining('1:1-7 yaml/schema a key must be a single word'),
    ]);
  });

  test('of an alias is its name, and it stands for nothing', () => {
    const unknown = read('b: *gone\n');
    expect(unknown.said).toEqual([expect.stringMatching(/^1:4-9 yaml\/syntax .*gone/u)]);
    expect(at(unknown.value, 'b')).toMatchObject({ kind: 'scalar', text: '', looks: 'null' });
    const circular = read('a: &ring [*ring]\n');
    expect(circular.said).toEqual([expect.stringMatching(/^1:11-16 yaml\/syntax .*ring/u)]);
  });

  test('of aliases that are too many is said once, however many follow', () => {
    const values = `a: &a [${Array(999).fill('x').join(', ')}]\nb: [${Array(100).fill('*a').join(', ')}]\n`;
    expect(read(`${values}c: 1\n`).said).toEqual([]);
    expect(read(`${values}c: [*a, *a]\nd: *a\n`).said).toHaveLength(1);
  });

  test('of an entry without a value is nothing: it is one', () => {
    const { value, said } = read('a:\n? b\n{}: 1\n'.slice(0, 7));
    expect(said).toEqual([]);
    expect(at(value, 'a')).toMatchObject({ kind: 'scalar', text: '', looks: 'null' });
    expect(at(value, 'b')).toMatchObject({ kind: 'scalar', text: '', looks: 'null' });
  });
});
