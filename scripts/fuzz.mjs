// Throws random and mutated input at load, check, render and import, and reports every rule that was broken.
//   node scripts/fuzz.mjs --runs 1000000 --seed 1 [--only FAMILY] [--case N] [--keep DIR] [--log FILE]
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { smallBuffers } from './fuzz/small.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    case: { type: 'string' },
    keep: { type: 'string' },
    log: { type: 'string' },
    shared: { type: 'string', default: path.join(root, '../shared/data') },
    hang: { type: 'string', default: '30' },
  },
});

// One folder a run: what is being run is not what somebody else builds meanwhile.
const folder = path.join(root, `.fuzz/${process.pid}`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  absWorkingDir: root,
  entryPoints: { worker: 'scripts/fuzz/worker.ts', one: 'scripts/fuzz/one.ts' },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { __TAIZHANG_VERSION__: '"0.0.0-fuzz"' },
  external: ['inquirer', 'pinyin-pro'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [smallBuffers],
  legalComments: 'none',
  logLevel: 'warning',
});

const seed = Number(values.seed);
const only = values.only ?? null;

if (values.case !== undefined) {
  const { showCase } = await import(pathToFileURL(path.join(folder, 'one.mjs')).href);
  const { failures, files } = await showCase({ root, shared: values.shared, seed, number: Number(values.case), only });
  if (values.keep !== undefined) keep(values.keep, files);
  process.exit(failures.length > 0 ? 1 : 0);
}

const from = Number(values.from);
const end = from + Number(values.runs);
const started = Date.now();
const byFamily = new Map();
const failures = [];
const slowest = [];
let ran = 0;
let bytes = 0;
let busy = 0;

/** Runs cases up to the end or to the one that hangs; returns where to go on. */
function chunk(first) {
  return new Promise((resolve, reject) => {
    const clock = new SharedArrayBuffer(16);
    const watch = new Float64Array(clock);
    watch[1] = Date.now() + 60_000;
    const worker = new Worker(path.join(folder, 'worker.mjs'), {
      workerData: { root, shared: values.shared, seed, from: first, to: end, only, clock },
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 },
    });
    const dog = setInterval(() => {
      if (Date.now() - watch[1] < Number(values.hang) * 1000) return;
      clearInterval(dog);
      failed({
        number: watch[0],
        family: '?',
        what: '',
        failures: [{ rule: 'hang', detail: `more than ${values.hang} s` }],
      });
      worker.terminate().then(() => resolve(watch[0] + 1), reject);
    }, 1000);
    worker.on('message', (message) => {
      if (message.done === true) {
        clearInterval(dog);
        resolve(end);
        return;
      }
      take(message);
    });
    worker.on('error', (error) => {
      clearInterval(dog);
      failed({
        number: watch[0],
        family: '?',
        what: '',
        failures: [{ rule: 'crash', detail: String(error.stack ?? error) }],
      });
      resolve(watch[0] + 1);
    });
  });
}

function take(one) {
  ran++;
  bytes += one.bytes;
  busy += one.milliseconds;
  byFamily.set(one.family, (byFamily.get(one.family) ?? 0) + 1);
  if (one.failures.length > 0) failed(one);
  const rate = one.milliseconds / (1000 + one.bytes);
  if (slowest.length < 10 || rate > slowest[slowest.length - 1].rate) {
    slowest.push({ rate, number: one.number, family: one.family, milliseconds: one.milliseconds, bytes: one.bytes });
    slowest.sort((a, b) => b.rate - a.rate);
    slowest.length = Math.min(slowest.length, 10);
  }
  if (ran % 10_000 === 0) say(`${ran} cases in ${seconds()} s, ${failures.length} broken`);
}

function failed(one) {
  failures.push(one);
  if (failures.length > 2000) return;
  for (const { rule, detail } of one.failures.slice(0, 3)) {
    say(`seed ${seed} case ${one.number} ${one.family} (${one.what.slice(0, 160)}): ${rule}: ${detail.slice(0, 1500)}`);
  }
}

function say(text) {
  console.log(text);
  if (values.log !== undefined) appendFileSync(values.log, `${text}\n`);
}

function seconds() {
  return ((Date.now() - started) / 1000).toFixed(0);
}

function keep(folderTo, files) {
  for (const [name, data] of Object.entries(files)) {
    const at = path.join(folderTo, name);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, data);
  }
}

for (let next = from; next < end; ) next = await chunk(next);

const rules = new Map();
for (const { failures: list } of failures) for (const { rule } of list) rules.set(rule, (rules.get(rule) ?? 0) + 1);
say(
  `seed ${seed}: ${ran} cases, ${(bytes / 1e6).toFixed(1)} MB, ${seconds()} s (${(ran / (Number(seconds()) || 1)).toFixed(0)}/s), mean ${(busy / ran).toFixed(2)} ms`,
);
say(
  [...byFamily]
    .sort()
    .map(([name, n]) => `  ${name} ${n}`)
    .join('\n'),
);
say(
  `slowest for their size: ${slowest.map(({ number, family, milliseconds, bytes: size }) => `${family} ${number} ${milliseconds.toFixed(0)} ms/${size} B`).join('; ')}`,
);
say(
  failures.length === 0
    ? 'nothing broken'
    : `${failures.length} cases broken: ${[...rules].map(([rule, n]) => `${rule} ${n}`).join(', ')}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
