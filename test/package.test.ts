// The package as it is installed: `npm ci` takes the lock file, and what the program loads it declares.

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

function read<T>(file: string, pick: (value: Record<string, unknown>) => T): T {
  return pick(JSON.parse(readFileSync(`${root}${file}`, 'utf8')));
}

const lock: Record<string, Locked> = read('package-lock.json', ({ packages }) =>
  Object.fromEntries(Object.entries(packages ?? {})),
);
const own: Locked = read('package.json', (value) => value);

test('the lock file names every build of other platforms, or npm ci refuses it (node scripts/lock.mjs adds them)', () => {
  const platform = /[/-](?:linux|darwin|win32|android)-/u;
  const missing = Object.values(lock)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => platform.test(name) && lock[`node_modules/${name}`] === undefined);
  expect(missing).toEqual([]);
});

test('the lock file and package.json ask for the same', () => {
  expect(lock['']?.dependencies).toEqual(own.dependencies);
  expect(lock['']?.devDependencies).toEqual(own.devDependencies);
});

test('every version is pinned', () => {
  const asked = Object.entries({ ...own.dependencies, ...own.devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual([]);
});

test('what the source imports is declared', () => {
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const named = files.flatMap((file) => {
    const text = readFileSync(`${root}src/${file}`, 'utf8').replace(/^\s*\/\/.*$/gmu, '');
    return [...text.matchAll(/\b(?:from|import) ?\(?'([@\w][\w@./:-]*)'/gu)].map(([, name = '']) => name);
  });
  const packages = new Set(
    named
      .filter((name) => !isBuiltin(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
  expect([...packages].filter((name) => own.dependencies?.[name] === undefined)).toEqual([]);
});
