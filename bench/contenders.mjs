// Who runs against whom, on which book, and with what command.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** @typedef {import('./measure.mjs').Contender} Contender */
/**
 * @typedef {object} Group
 * @property {string} name
 * @property {string} title
 * @property {string[]} bases the contenders that the others are shown as a multiple of
 * @property {number} rounds
 * @property {boolean} memory
 * @property {Contender[]} contenders
 */
/** @typedef {{path: string, rows: number}} Book */

const here = dirname(fileURLToPath(import.meta.url));
const node = process.execPath;

let program = join(here, '..', 'bin', 'taizhang.js');
/** Times another build of taizhang. @param {string} file */
export function useProgram(file) {
  program = file;
}
/** @param {string[]} args */
const taizhang = (...args) => [node, program, ...args];

/** @param {string} script @param {string[]} args */
const script = (script, ...args) => [node, join(here, script), ...args];

/** @param {string} program */
const absent = (program) => (spawnSync(program, ['--version']).error ? 'not installed' : undefined);

/** @param {number} rows */
const short = (rows) => (rows >= 1e6 ? `${rows / 1e6} million` : `${rows / 1e3} thousand`);

/** bench/floor.ts uses the reader's own modules, so it is bundled before it is timed. */
function floorProgram() {
  const outfile = join(here, '..', '.bench', 'floor.mjs');
  buildSync({ entryPoints: [join(here, 'floor.ts')], outfile, bundle: true, format: 'esm', platform: 'node' });
  return outfile;
}

/**
 * @param {Book} book
 * @param {number} rounds
 * @returns {Group}
 */
export function mainGroup({ path, rows }, rounds) {
  const json = ['-C', path, '--format', 'json'];
  return {
    name: 'main',
    title: `${short(rows)} movements`,
    bases: ['duckdb', 'reconcile'],
    rounds,
    memory: true,
    contenders: [
      {
        name: 'reconcile',
        does: 'taizhang reconcile: every check, all balances',
        command: taizhang('reconcile', ...json),
      },
      { name: 'duckdb', does: 'DuckDB, columns declared: only sums', command: script('duckdb-sum.mjs', path) },
      {
        name: 'duckdb-sniffed',
        does: 'DuckDB, columns detected: only sums',
        command: script('duckdb-sum.mjs', path, 'sniffed'),
      },
      { name: 'floor', does: 'reading, hashing and splitting alone', command: [node, floorProgram(), path, 'hashed'] },
      { name: 'csv-parse', does: 'csv-parse: only counts cells', command: script('csv-parse-count.mjs', path) },
      { name: 'check', does: 'taizhang check', command: taizhang('check', ...json) },
      { name: 'nightly', does: 'taizhang nightly', command: taizhang('nightly', ...json) },
      { name: 'report', does: 'taizhang report daily', command: taizhang('report', 'daily', ...json) },
    ],
  };
}

/**
 * @param {Book} book
 * @param {string} journal the same movements, for the programs that read journals
 * @param {number} rounds
 * @returns {Group}
 */
export function journalGroup({ path, rows }, journal, rounds) {
  const balance = ['-f', journal, 'balance', '--flat', '--no-total', '^site:'];
  return {
    name: 'journals',
    title: `${short(rows)} movements, also as a journal`,
    bases: ['reconcile-small'],
    rounds,
    memory: true,
    contenders: [
      {
        name: 'reconcile-small',
        does: 'taizhang reconcile: every check, all balances',
        command: taizhang('reconcile', '-C', path, '--format', 'json'),
      },
      { name: 'hledger', does: 'hledger balance', command: ['hledger', ...balance], absent: absent('hledger') },
      { name: 'ledger', does: 'ledger balance', command: ['ledger', ...balance], absent: absent('ledger') },
    ],
  };
}

/**
 * @param {number} rounds
 * @returns {Group}
 */
export function startGroup(rounds) {
  return {
    name: 'start',
    title: 'start-up',
    bases: ['node'],
    rounds,
    memory: false,
    contenders: [
      { name: 'node', does: 'node -e 0: an empty process', command: [node, '-e', '0'] },
      { name: 'version', does: 'taizhang --version', command: taizhang('--version') },
      { name: 'help', does: 'taizhang --help', command: taizhang('--help') },
    ],
  };
}

/**
 * @param {Book} small
 * @param {Book} large
 * @param {number} rounds
 * @returns {Group}
 */
export function scaleGroup(small, large, rounds) {
  const json = ['--format', 'json'];
  return {
    name: 'scale',
    title: `${short(small.rows)} against ${short(large.rows)}`,
    bases: ['reconcile-1x', 'duckdb-10x'],
    rounds,
    memory: true,
    contenders: [
      {
        name: 'reconcile-1x',
        does: `taizhang reconcile, ${short(small.rows)}`,
        command: taizhang('reconcile', '-C', small.path, ...json),
      },
      {
        name: 'reconcile-10x',
        does: `taizhang reconcile, ${short(large.rows)}`,
        command: taizhang('reconcile', '-C', large.path, ...json),
      },
      { name: 'duckdb-1x', does: `DuckDB, ${short(small.rows)}`, command: script('duckdb-sum.mjs', small.path) },
      { name: 'duckdb-10x', does: `DuckDB, ${short(large.rows)}`, command: script('duckdb-sum.mjs', large.path) },
    ],
  };
}
