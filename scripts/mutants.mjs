// Mutation tests of one room: `npm run mutants -- --room stock`. Works on a copy of the repository, so that it can be
// edited meanwhile, and remembers what it found: the next run tries only what changed. See docs/reliability.md.
//
//   --room R      core, source, book, stock or seal
//   --share S     only so much of the room's lines (0.3: three tenths), drawn by --seed
//   --seed N      another draw; 1 unless told
//   --only TEXT   only files whose path contains the text; may be given several times
//   --tests GLOB  a first pass with fewer tests than the room's: sooner done, and what survives it is tried again with
//                 all by the next run without this; may be given several times
//   --jobs N      processes; 2 unless told
//   --again S     try again what ended so: Timeout on a busy machine, Survived with more --runs
//   --runs N      random books for each property of the engine; few unless told
//   --unnoticed   only lines with something that earlier runs found and no test noticed, and lines written since
//   --report      only say what earlier runs found
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { draw, filesOf, ROOMS, unnoticed } from './mutants/files.mjs';
import { describeReport } from './mutants/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    room: { type: 'string' },
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    tests: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: '2' },
    again: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '6' },
    unnoticed: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const { room, only } = options;
if (room === undefined || !Object.hasOwn(ROOMS, room)) {
  console.error(`--room ${Object.keys(ROOMS).join('|')}`);
  process.exit(2);
}

const kept = path.join(root, '.stryker');
const found = path.join(kept, `${room}.json`);
const sources = filesOf(root, room);

if (!options.report) {
  const wanted = only.length === 0 ? sources : sources.filter((file) => only.some((text) => file.includes(text)));
  const share = Number(options.share);
  const mutate = options.unnoticed
    ? unnoticed(root, wanted, JSON.parse(readFileSync(found, 'utf8')))
    : draw(root, wanted, share, options.seed);
  console.log(`${room}: ${sources.length} files${share < 1 ? `, ${mutate.length} stretches of their lines` : ''}`);
  for (const status of options.again) forget(status);
  const code = run(mutate);
  if (code !== 0) process.exit(code);
}
console.log(describeReport(JSON.parse(readFileSync(found, 'utf8')), sources));

/** Mutants of a status are tried again by the next run. */
function forget(status) {
  const report = JSON.parse(readFileSync(found, 'utf8'));
  for (const file of Object.values(report.files))
    file.mutants = file.mutants.filter((mutant) => mutant.status !== status);
  writeFileSync(found, JSON.stringify(report));
}

/** Lets Stryker loose on a copy: its own would turn links into files, and links are what some tests are about. */
function run(mutate) {
  const copy = path.join(kept, `${room}.copy`);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of [
    'src',
    'test',
    'data',
    'docs',
    'scripts',
    'package.json',
    'tsconfig.json',
    'vitest.mutants.config.ts',
  ])
    if (existsSync(path.join(root, name)))
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true, verbatimSymlinks: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const config = {
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.mutants.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutants/thrown.mjs'],
    ignorers: ['thrown'],
    mutate,
    coverageAnalysis: 'perTest',
    // What runs once when a file is loaded (tables, patterns) would need a process of its own for each mutant.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: found,
    inPlace: true,
    // TypeScript 7 has no parser for Stryker to read this file with, and in a copy nothing in it needs rewriting.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    concurrency: Number(options.jobs),
    timeoutMS: 4_000,
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
    allowEmpty: true,
  };
  writeFileSync(path.join(copy, 'stryker.config.json'), JSON.stringify(config, null, 2));
  const bin = createRequire(import.meta.url)
    .resolve('@stryker-mutator/core/package.json')
    .replace('package.json', 'bin/stryker.js');
  const ran = spawnSync(process.execPath, [bin, 'run'], {
    cwd: copy,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_ROOM: room, MUTANTS_TESTS: options.tests.join(' '), MODEL_RUNS: options.runs },
  });
  rmSync(copy, { recursive: true, force: true });
  return ran.status ?? 1;
}
