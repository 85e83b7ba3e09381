// Each way of breaking a YAML file: where a person would look for it, and in words that say what to do.

import { describe, expect, test } from 'vitest';
import { locate } from '../../src/source/locate.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { readYaml } from '../../src/source/yaml.js';

/** The places of what is wrong, each with what is said of it. */
function wrong(text: string): string[] {
  const workspace = memoryWorkspace({ 'a.yaml': text });
  const { findings } = readYaml(workspace, 'a.yaml');
  return locate(workspace, findings, () => 'error').map(({ at, tell }) => {
    const { message, hint } = tell('en');
    return `${at.line}:${at.column}-${at.endColumn} ${message} | ${hint}`;
  });
}

/** Line and columns, and how the message begins. */
type Fault = readonly [place: string, message: string];

function slips(list: readonly (readonly [text: string, ...faults: Fault[]])[]) {
  return list.map(([text, ...faults]) => ({ text, faults }));
}

function expectFaults(text: string, ...faults: readonly Fault[]): void {
  const found = wrong(text);
  expect(found).toHaveLength(faults.length);
  for (const [at, [place, message]] of faults.entries()) expect(found[at]).toContain(`${place} ${message}`);
}

describe('what is never closed is told where it was opened', () => {
  const quote = 'a quote is never closed';
  const bracket = 'a bracket is never closed';

  test.each(
    slips([
      ["a: 'x\nb: 1\n", ['1:4-5', quote]],
      ['a: "x\nb: 1\n', ['1:4-5', quote]],
      ['- 1\n- "x', ['2:3-4', quote]],
      ['"a: 1', ['1:1-2', quote]],
      ['a: {"b\n', ['1:4-5', bracket], ['1:5-6', quote]],
      ['{a: 1', ['1:1-2', bracket]],
      ['[1}', ['1:1-2', bracket]],
      ['[#c', ['1:1-2', bracket], ['1:2-4', 'a comment needs a blank']],
      ['{a: [1}\n', ['1:1-2', bracket], ['1:5-6', bracket]],
      ['a: [1]\nb: {c: [1, {d: 2}]\n', ['2:4-5', bracket]],
      ['{[1: 2}\n', ['1:1-2', bracket], ['1:2-3', bracket]],
    ]),
  )('$text', ({ text, faults }) => expectFaults(text, ...faults));
});

describe('each slip has words of its own', () => {
  const comment = 'a comment needs a blank';
  const anchor = 'an anchor (&), alias (*) or tag (!)';
  const noColon = 'this line has a key without a colon';
  const directive = 'a directive';
  const indent = 'the indentation is wrong';
  const unexpected = 'the YAML makes no sense';

  test.each(
    slips([
      ['a: {*b :c}', ['1:8-10', 'the blank after a colon is missing']],
      ['a: "b"#c\n', ['1:7-9', comment]],
      ['a: |#c\n  b', ['1:5-7', comment]],
      ['a: [b]#c\n', ['1:7-9', comment]],
      ['a: {b: 1}#c\n', ['1:10-12', comment]],
      ['a: &x{b: 1}', ['1:6-7', anchor]],
      ['a: &x *b\n', ['1:7-9', anchor]],
      ['a: *\n', ['1:4-5', anchor]],
      ['a: & b\n', ['1:4-5', anchor]],
      ['&a ? b\n', ['1:4-5', anchor]],
      ['&a &b c', ['1:4-6', anchor]],
      ['!!str !!str c', ['1:7-12', anchor]],
      ['a: !<x', ['1:4-7', anchor]],
      ['a: !! b', ['1:4-6', anchor]],
      ['a\nb: 1', ['1:1-2', noColon]],
      ['"a\nb": 1\n', ['1:1-3', noColon]],
      ['[a\nb: 1]', ['1:2-3', noColon]],
      ['- a\n  b: c\n', ['1:3-4', noColon]],
      [`${'k'.repeat(1030)}: 1\n`, ['1:1-1031', 'a key is too long']],
      ['[\n- a\n]', ['2:1-4', 'indented lines cannot stand inside brackets']],
      ['%YAML\n---\na: 1\n', ['1:1-6', directive]],
      ['%TAG a\n---\na: 1\n', ['1:1-7', directive]],
      ['%X\n', ['2:1-1', directive]],
      ['- - a\n b\n', ['2:1-2', indent]],
      ['- >\n  a\n [b]', ['3:1-2', indent]],
      ['- !t - - a: b', ['1:10-11', indent]],
      ['a: "x" y\n', ['1:8-9', unexpected]],
      ['- a\nb\n', ['2:1-2', unexpected]],
      ['a: |x\n  b\n', ['1:5-6', unexpected]],
      ['a: b: c\n', ['1:4-5', 'two "key: value"']],
    ]),
  )('$text', ({ text, faults }) => expectFaults(text, ...faults));

  test('a full-width colon is told only on the line that has it', () => {
    expectFaults('甲：1\nb\nc: 1\n', ['1:1-4', 'the colon is a full-width one']);
    expectFaults('"甲：": 1\nb\n', ['2:1-2', noColon]);
    expectFaults('a: 1\nb\n"甲：": 1\n', ['2:1-2', noColon]);
    expectFaults('a: "：" x\n', ['1:8-9', unexpected]);
    expectFaults('a: 1\nb：1', ['2:1-4', 'the colon is a full-width one']);
  });

  test('of one place only the first is told', () => {
    expectFaults('@\nb: 1\n', ['1:1-2', noColon]);
    expectFaults('!t *\n', ['1:4-5', anchor]);
  });

  test('a directive that is only unknown or old says nothing', () => {
    expect(wrong('%X y\n---\na: 1\n')).toEqual([]);
    expect(wrong('%YAML 1.1\n---\na: 1\n')).toEqual([]);
    expect(wrong('a: &b: 1\n')).toEqual([]);
  });

  test('tags of other things are told as they are written', () => {
    expectFaults('!!map [1]', ['1:1-6', 'the tag !!map means nothing']);
    expectFaults('a: !!seq {}\n', ['1:4-9', 'the tag !!seq means nothing']);
    expectFaults('a: !x 1\nb: !y 2\n', ['1:4-6', 'the tag !x means nothing'], ['2:4-6', 'the tag !y means nothing']);
  });
});

describe('how deep and how much', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('a hundred levels are read, whatever they are made of, and one more is told where it begins', () => {
    expect(wrong(nested(100))).toEqual([]);
    expectFaults(nested(101), ['1:101-102', 'nested more than 100 levels']);
    const maps = (depth: number) => `${'{a: '.repeat(depth)}${'}'.repeat(depth)}`;
    expect(wrong(maps(99))).toEqual([]);
    expect(wrong(maps(101))).toHaveLength(1);
  });

  test('an alias is as deep as what it stands for, wherever it stands', () => {
    // Ten levels under an anchor; an alias to it within as many more as fit.
    const anchored = (within: string) => `a: &a ${nested(10)}\nb: ${within}\n`;
    const lists = (depth: number) => anchored(`${'['.repeat(depth)}*a${']'.repeat(depth)}`);
    expect(wrong(lists(89))).toEqual([]);
    expectFaults(lists(90), ['2:94-96', 'nested more than 100 levels']);
    const maps = (depth: number) => anchored(`${'{k: '.repeat(depth)}*a${'}'.repeat(depth)}`);
    expect(wrong(maps(89))).toEqual([]);
    expect(wrong(maps(90))).toHaveLength(1);
    // The deepest of several branches counts, and an anchor counts what it has of others.
    const branches = `a: &a [1, ${nested(50)}, 2]\nb: &b [*a, 1]\nc: ${'['.repeat(47)}*b${']'.repeat(47)}\n`;
    expect(wrong(branches)).toEqual([]);
    expect(wrong(branches.replace('c: [', 'c: [[').replace(/\]\n$/u, ']]\n'))).toHaveLength(1);
  });

  test('aliases stand for a hundred thousand values together, and not for one more', () => {
    const values = `a: &a [${Array(999).fill('x').join(', ')}]\n`;
    const aliases = (count: number) => `${values}b: [${Array(count).fill('*a').join(', ')}]\n`;
    expect(wrong(aliases(100))).toEqual([]);
    const found = wrong(`${aliases(102)}c: *a\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('*a');
    expect(found[0]).toContain('with *a the aliases expand to more than 100000 values');
  });

  test('twenty errors are told and not one more', () => {
    const errors = (count: number) => `${'- @\n'.repeat(count)}`;
    expect(wrong(errors(19))).toHaveLength(19);
    expect(wrong(errors(20))).toHaveLength(20);
    expect(wrong(errors(21))).toHaveLength(20);
  });
});
