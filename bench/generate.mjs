// Generates a large book, the same for the same options, to measure on: node bench/generate.mjs --rows 1000000 --out .bench/1m

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeItems, makeParties, makeSites, makeStaff } from './catalogue.mjs';
import { COLUMNS, createClerk, decimal } from './clerk.mjs';
import { createPlay } from './movements.mjs';
import { createRandom } from './random.mjs';
import { registerFiles } from './registers.mjs';

/** Part of what decides whether a book in the cache may be used again: raise it with every change of what is written. */
export const GENERATOR = 1;
const MANIFEST = 'bench.json';

/**
 * @typedef {object} Options
 * @property {number} rows stock movements in the book
 * @property {number} days days they are spread over, from 2022-01-01
 * @property {number} sites
 * @property {number} items
 * @property {number} seed
 * @property {boolean} single one stock file in place of one a day
 */
/**
 * @typedef {object} Manifest
 * @property {number} generator
 * @property {Options} options
 * @property {string} lastDate
 * @property {{stock: number, deliveries: number, counts: number}} rows
 * @property {{stock: number, deliveries: number, counts: number}} bytes
 * @property {Record<string, number>} kinds
 * @property {Record<string, Record<string, string>>} closing by site and item, base units
 */

/** A million movements are a year; fewer are as many weeks of the same centre, more are a busier one. @param {number} rows */
const usualDays = (rows) => Math.max(7, Math.min(365, Math.round((rows / 1_000_000) * 365)));

/** @type {Options} */
export const DEFAULTS = { rows: 1_000_000, days: 365, sites: 60, items: 200, seed: 1, single: false };

/** @param {number} day */
const dateOf = (day) => new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10);

/**
 * The book in `out`, generated unless it is there already.
 * @param {string} out
 * @param {Partial<Options>} [wanted]
 * @returns {Manifest}
 */
export function ensureBook(out, wanted = {}) {
  const options = { ...DEFAULTS, days: usualDays(wanted.rows ?? DEFAULTS.rows), ...wanted };
  const manifest = join(out, MANIFEST);
  if (existsSync(manifest)) {
    const found = JSON.parse(readFileSync(manifest, 'utf8'));
    if (found.generator === GENERATOR && JSON.stringify(found.options) === JSON.stringify(options)) return found;
  }
  if (existsSync(out) && !existsSync(join(out, 'taizhang.yaml'))) {
    throw new Error(`${out} is there and is no generated book: it will not be overwritten`);
  }
  rmSync(out, { recursive: true, force: true });
  const made = generate(out, options);
  // Last of all: a book without it was left half written and is made anew.
  writeFileSync(manifest, JSON.stringify(made));
  return made;
}

/**
 * @param {string} out
 * @param {Options} options
 * @returns {Manifest}
 */
function generate(out, options) {
  const { rows, days, seed } = options;
  const random = createRandom(seed);
  const registers = {
    items: makeItems(options.items),
    sites: makeSites(options.sites),
    staff: makeStaff(),
    parties: makeParties(),
  };
  for (const [path, text] of registerFiles(registers)) write(join(out, path), text);

  // A small book moves fewer goods, else it would be all opening balances.
  const moving = registers.items.slice(0, Math.max(10, Math.min(options.items, Math.floor(rows / 20))));
  const play = createPlay({
    ...registers,
    items: moving,
    random,
    linesPerDay: rows / days,
    days,
    date: dateOf,
  });
  const clerk = createClerk({ ...registers, random });
  const files = createFiles(out, options.single);
  let spread = rows;
  for (let day = 0; day < days; day++) {
    clerk.begin(dateOf(day));
    if (day === 0) spread -= play.open(clerk);
    if (spread < days) throw new Error(`${rows} rows are too few for ${days} days`);
    play.day(day, Math.floor((spread * (day + 1)) / days) - Math.floor((spread * day) / days), clerk);
    files.append(dateOf(day), clerk.rows());
  }
  files.close();

  /** @type {Manifest['closing']} */
  const closing = {};
  for (const { code } of play.world.tracked) {
    const held = moving.map((item, n) => [item.code, decimal(play.world.balance(code, n))]);
    closing[code] = Object.fromEntries(held.filter(([, qty]) => qty !== '0'));
  }
  const { rows: written, bytes } = files;
  return {
    generator: GENERATOR,
    options,
    lastDate: dateOf(days - 1),
    rows: written,
    bytes,
    kinds: clerk.kinds,
    closing,
  };
}

/**
 * Ledger files: one a day, or a single one for each ledger.
 * @param {string} out
 * @param {boolean} single
 */
function createFiles(out, single) {
  const rows = { stock: 0, deliveries: 0, counts: 0 };
  const bytes = { stock: 0, deliveries: 0, counts: 0 };
  /** @type {Map<string, number>} */
  const open = new Map();
  return {
    rows,
    bytes,
    /**
     * @param {string} date
     * @param {Record<'stock' | 'deliveries' | 'counts', string[]>} day
     */
    append(date, day) {
      for (const ledger of /** @type {const} */ (['stock', 'deliveries', 'counts'])) {
        if (day[ledger].length === 0) continue;
        const path = join(out, ledger, `${single ? 'all' : date}.csv`);
        const head = single && open.has(path) ? '' : `\uFEFF${COLUMNS[ledger]}\n`;
        const text = Buffer.from(head + day[ledger].join(''));
        rows[ledger] += day[ledger].length;
        bytes[ledger] += text.length;
        if (!single) {
          write(path, text);
          continue;
        }
        mkdirSync(dirname(path), { recursive: true });
        const file = open.get(path) ?? openSync(path, 'w');
        open.set(path, file);
        writeSync(file, text);
      }
    },
    close: () => open.forEach((file) => void closeSync(file)),
  };
}

/**
 * @param {string} path
 * @param {string | Buffer} content
 */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: String(DEFAULTS.rows) },
      days: { type: 'string' },
      sites: { type: 'string', default: String(DEFAULTS.sites) },
      items: { type: 'string', default: String(DEFAULTS.items) },
      seed: { type: 'string', default: String(DEFAULTS.seed) },
      single: { type: 'boolean', default: false },
      out: { type: 'string', default: join('.bench', 'book') },
    },
  });
  const { days, single, out } = values;
  const [rows, sites, items, seed] = [values.rows, values.sites, values.items, values.seed].map(Number);
  const started = performance.now();
  const made = ensureBook(out, { rows, sites, items, seed, single, ...(days ? { days: Number(days) } : {}) });
  const size = (made.bytes.stock / 1e6).toFixed(1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${out}: ${made.rows.stock} movements (${size} MB), ${made.rows.deliveries} deliveries, ${made.rows.counts} counts, ${seconds} s`,
  );
}
