// The house as the imports have it: rooms in their order, arrows down only, pure rooms without the world outside.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** From the ground up: a room may use what stands before it in this list, and itself. */
const rooms = [
  'core',
  'source',
  'book',
  'stock',
  'people',
  'plan',
  'checks',
  'seal',
  'closed',
  'record',
  'import',
  'report',
  'render',
  'git',
  'index.ts',
  'cli',
];

/**
 * Arrows that point up, each with its reason. A line more here is a decision about the house: it belongs into
 * docs/development.md as well.
 */
const allowed: readonly (readonly [from: string, to: string, why: string])[] = [
  ['checks', 'seal', 'what the seals say is inspected in seal; the check only words it'],
];

/** Rooms that take values and return values: no file system, no processes, no network, no clock. */
const pure = ['core', 'stock', 'people', 'plan', 'checks', 'report', 'render'];
const outside = /^(?:node:)?(?:fs|child_process|net|http|https|os|worker_threads|readline|tty|dns|cluster)(?:\/|$)/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts') && !name.includes('/assembly/'))
  .sort();

/** Both static and lazy imports; what is named in a comment does not count. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8').replace(/^\s*(?:\/\/|\*).*$/gmu, '');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu)].map(([, name = '']) => name);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

const all: readonly Import[] = files.flatMap((from) =>
  importsOf(from)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from, to: path.posix.join(path.posix.dirname(from), name).replace(/\.js$/, '.ts') })),
);

function isAllowed(from: string, to: string): boolean {
  return allowed.some((one) => one[0] === from && one[1] === to);
}

describe('the house', () => {
  test('every file stands in a room of it', () => {
    expect(files.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  test('every import leads to a file', () => {
    expect(all.filter(({ to }) => !files.includes(to))).toEqual([]);
  });

  test('arrows point down', () => {
    const up = all.filter(({ from, to }) => {
      const [a, b] = [roomOf(from), roomOf(to)];
      return rooms.indexOf(b) > rooms.indexOf(a) && !isAllowed(a, b);
    });
    expect(up.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('no exception stands that nobody uses', () => {
    const unused = allowed.filter(([a, b]) => !all.some(({ from, to }) => roomOf(from) === a && roomOf(to) === b));
    expect(unused).toEqual([]);
  });

  test('no ring of imports leads through two rooms', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
    const reached = (start: string): Set<string> => {
      const seen = new Set<string>();
      const open = [...(next.get(start) ?? [])];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        open.push(...(next.get(file) ?? []));
      }
      return seen;
    };
    const reach = new Map(files.map((file) => [file, reached(file)]));
    const rings = all.filter(({ from, to }) => roomOf(from) !== roomOf(to) && reach.get(to)?.has(from));
    expect(rings.map(({ from, to }) => `${from} ⇄ ${to}`)).toEqual([]);
  });
});

describe('pure rooms', () => {
  const inPure = files.filter(
    (file) => pure.includes(roomOf(file)) || /^book\/(?:ledger|register|orgchart|schema)\//.test(file),
  );

  test('import nothing of the world outside', () => {
    const found = inPure.flatMap((file) =>
      importsOf(file)
        .filter((name) => outside.test(name))
        .map((name) => `${file} → ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('ask no clock, no chance and no environment', () => {
    const asks = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.(?:env|cwd|argv|stdout|stderr)|performance\.now/u;
    const found = inPure.filter((file) =>
      asks.test(readFileSync(path.join(src, file), 'utf8').replace(/^\s*\/\/.*$/gmu, '')),
    );
    expect(found).toEqual([]);
  });

  test('only source opens files, only record and the cli write them', () => {
    const readers = files.filter((file) => importsOf(file).some((name) => /^(?:node:)?fs/.test(name)));
    const mayUse = ['source', 'record', 'import', 'git', 'cli'];
    // ssh-keygen takes what it signs, and the keys it trusts, from files: they lie in a temporary folder of their own.
    const named = ['seal/sign.ts'];
    expect(readers.filter((file) => !mayUse.includes(roomOf(file)) && !named.includes(file))).toEqual([]);
  });
});

test('a file begins with a sentence that says what it holds', () => {
  const silent = files.filter((file) => !/^(?:\/\/ \S|\/\*\*? )/u.test(readFileSync(path.join(src, file), 'utf8')));
  expect(silent).toEqual([]);
});
