// The package as it is installed: `npm ci` takes the lock file, and what the program loads it declares.

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bill } from '../scripts/sbom.mjs';
import { compareText } from '../src/core/text.js';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
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

test('the bill of materials is that of the lock file: every package that ships, and no other (npm run sbom)', () => {
  const listed: string[] = read('sbom.cdx.json', ({ components }) =>
    Array.isArray(components) ? components.map(({ name, version }) => `${name}@${version}`) : [],
  );
  // npm itself marks what only development needs.
  const shipped = Object.entries(lock)
    .filter(([key, { dev = false, devOptional = false }]) => key !== '' && !dev && !devOptional)
    .map(([key, { version }]) => `${key.split('node_modules/').at(-1)}@${version}`);
  expect(listed).toEqual([...new Set(shipped)].sort(compareText));
  const whole = readFileSync(`${root}sbom.cdx.json`, 'utf8');
  expect(`${JSON.stringify(bill(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))), null, 2)}\n`).toBe(
    whole,
  );
});

test('each dependency stands in docs/dependencies.md with its version, its licence and its reason', () => {
  const page = readFileSync(`${root}docs/dependencies.md`, 'utf8');
  for (const [name, version] of Object.entries(own.dependencies ?? {})) {
    const { license } = lock[`node_modules/${name}`] ?? {};
    expect(page).toContain(`| ${name} ${version} | ${license} | `);
  }
  for (const name of Object.keys(own.devDependencies ?? {})) expect(page).toContain(name);
});

test('nothing that ships runs a script when it is installed', () => {
  const scripted = Object.entries(lock).filter(
    ([key, one]) => key !== '' && one.dev !== true && one.hasInstallScript === true,
  );
  expect(scripted.map(([key]) => key)).toEqual([]);
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
