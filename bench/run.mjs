// npm run bench: times taizhang and other programs on generated books, whole processes in turn, and holds their answers to each other.

import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { journalGroup, mainGroup, scaleGroup, startGroup, useProgram } from './contenders.mjs';
import { ensureBook } from './generate.mjs';
import { writeJournal } from './journal.mjs';
import { race } from './measure.mjs';
import { ratio, table } from './table.mjs';
import { closingOfJournal, closingOfReconcile, closingOfSql, differences } from './verify.mjs';

/** @typedef {import('./measure.mjs').Result} Result */
/** @typedef {{what: string, good: boolean, details: string[]}} Verdict */

const USAGE = `npm run bench -- [options]
  --rows N       movements in the book (1000000)
  --rounds K     how often each program is run (5)
  --only A,B     only these programs, by name
  --scale        also a book ten times as large
  --single       one stock file in place of one a day
  --program FILE another build in place of bin/taizhang.js
  --quick        100000 movements, 3 rounds
  --json         the figures as JSON on stdout`;
const SCALE_LIMIT = 11; // a book ten times as large may take eleven times as long
const SMALL = 100_000; // what programs that read journals are given

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    scale: { type: 'boolean', default: false },
    single: { type: 'boolean', default: false },
    program: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const rows = Number(values.rows?.replaceAll('_', '') ?? (values.quick ? SMALL : 1_000_000));
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
if (![rows, rounds].every((n) => Number.isInteger(n) && n > 0)) {
  console.error(USAGE);
  process.exit(2);
}
if (values.program) useProgram(resolve(values.program));
const only = values.only?.split(',');
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.bench');
const tell = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** @param {number} count */
function book(count) {
  const size = count % 1e6 === 0 ? `${count / 1e6}m` : `${count / 1e3}k`;
  const path = join(cache, `${size}${values.single ? '-single' : ''}`);
  return { path, rows: count, manifest: ensureBook(path, { rows: count, single: values.single }) };
}

/** @type {Verdict[]} */
const verdicts = [];
/**
 * @param {string} what
 * @param {string[]} details what is wrong; nothing where all is well
 */
const verdict = (what, details) => void verdicts.push({ what, good: details.length === 0, details });

/**
 * What `reconcile` answered against what the generator knows: balances, and a book without errors.
 * @param {Result} result
 * @param {import('./generate.mjs').Manifest} manifest
 */
function judgeReconcile(result, manifest) {
  const { summary } = JSON.parse(result.output);
  verdict(
    `${result.name}: closing balances are the generator's`,
    differences(manifest.closing, closingOfReconcile(result.output)),
  );
  const found = `${summary.errors} errors, ${summary.warnings} warnings, ${summary.notes} notes`;
  verdict(`${result.name}: no errors in a book without errors (${found})`, summary.errors > 0 ? [found] : []);
}

/**
 * Every answer that can be held to another is.
 * @param {Result} result
 * @param {ReturnType<typeof book> | null} on
 */
function judge(result, on) {
  const ours = !/^(duckdb|floor|csv-parse|hledger|ledger|node)/.test(result.name);
  if (result.failed !== null) {
    if (result.failed !== 'not installed') verdict(`${result.name} runs`, [result.failed]);
    return;
  }
  if (!on || result.output === '') return;
  const stock = on.manifest.rows.stock;
  if (result.name.startsWith('reconcile')) judgeReconcile(result, on.manifest);
  else if (ours) {
    const { summary } = JSON.parse(result.output);
    verdict(
      `${result.name}: no errors in a book without errors`,
      summary.errors > 0 ? [`${summary.errors} errors`] : [],
    );
  } else if (result.name.endsWith('ledger')) {
    verdict(
      `${result.name}: closing balances are the generator's`,
      differences(on.manifest.closing, closingOfJournal(result.output)),
    );
  } else {
    const files = values.single ? 1 : on.manifest.options.days;
    const read = JSON.parse(result.output).rows - (result.name === 'csv-parse' ? files : 0);
    verdict(`${result.name}: read every row`, read === stock ? [] : [`${read} rows, not ${stock}`]);
  }
}

const main = book(rows);
const small = rows <= SMALL ? main : book(SMALL);
const large = values.scale ? book(rows * 10) : null;
const journal = `${small.path}.journal`;
const groups = [
  mainGroup(main, rounds),
  journalGroup(small, journal, Math.min(rounds, 3)),
  startGroup(values.quick ? 10 : 20),
];
if (large) groups.push(scaleGroup(main, large, Math.min(rounds, 3)));
/** The book a program was run on. @param {string} group @param {string} name */
const bookOf = (group, name) => {
  if (group === 'start') return null;
  if (group === 'journals') return small;
  return name.endsWith('-10x') ? large : main;
};

const report = [];
for (const group of groups) {
  const contenders = group.contenders.filter((c) => !only || only.includes(c.name));
  if (contenders.length === 0) continue;
  if (group.name === 'journals') writeJournal(small.path, journal);
  const { title, bases } = group;
  const scratch = join(cache, 'scratch');
  const results = await race(contenders, { rounds: group.rounds, memory: group.memory, scratch, tell });
  for (const result of results) judge(result, bookOf(group.name, result.name));
  report.push({ group: group.name, title, bases, results });
  if (!values.json) console.log(`\n${table(title, results, bases)}`);
}
if (!only || only.includes('sql')) {
  const sql = await closingOfSql(main.path);
  verdict(
    "SQL over the same files: closing balances are the generator's",
    differences(main.manifest.closing, sql.closing),
  );
}
const growth = ratio(report.find((r) => r.group === 'scale')?.results ?? [], 'reconcile-10x', 'reconcile-1x');
if (growth !== null) {
  const what = `ten times the rows take ${growth.toFixed(1)} times as long, at most ${SCALE_LIMIT}`;
  verdict(what, growth <= SCALE_LIMIT ? [] : [`${growth.toFixed(1)} times`]);
}

if (values.json) {
  const machine = { cores: cpus().length, node: process.version };
  const figures = report.map(({ group, title, bases, results }) => ({
    group,
    title,
    results: results.map(({ output, ...result }) => ({
      ...result,
      ratios: Object.fromEntries(bases.map((base) => [base, ratio(results, result.name, base)])),
    })),
  }));
  console.log(JSON.stringify({ machine, rows, rounds, bytes: main.manifest.bytes, figures, verdicts }, null, 2));
} else {
  console.log('\nanswers');
  for (const { what, good, details } of verdicts) {
    console.log(`${good ? ' ok ' : 'FAIL'}  ${what}`);
    for (const line of details.slice(0, 5)) console.log(`        ${line}`);
    if (details.length > 5) console.log(`        … ${details.length - 5} more`);
  }
}
process.exitCode = verdicts.every((v) => v.good) ? 0 : 1;
