// Seals a generated book day by day with the program's own code for seals, all but its last day.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const MADE = 'sealed.json';

const ENTRY = `
export { loadBook } from './src/book/load.ts';
export { parseDay } from './src/core/day.ts';
export { makeSeal } from './src/seal/make.ts';
export { diskWorkspace } from './src/source/disk.ts';
`;

/** The rooms that seal, as they stand in src. @param {string} out */
async function program(out) {
  const file = join(out, 'sealing.mjs');
  mkdirSync(out, { recursive: true });
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    banner: { js: "import { createRequire as __c } from 'node:module'; const require = __c(import.meta.url);" },
  });
  return import(pathToFileURL(file).href);
}

/**
 * Closes every day of the book but the last, one seal a day as a centre would have them.
 * @param {string} book
 * @param {string} lastDate
 * @param {(line: string) => void} tell
 */
export async function sealAllButLast(book, lastDate, tell) {
  const mark = join(book, MADE);
  if (existsSync(mark) && JSON.parse(readFileSync(mark, 'utf8')).lastDate === lastDate) return;
  rmSync(join(book, 'seals'), { recursive: true, force: true });
  const { loadBook, parseDay, makeSeal, diskWorkspace } = await program(join(root, '.bench'));
  const loaded = loadBook(diskWorkspace(book));
  const dates = diskWorkspace(book)
    .paths.flatMap((/** @type {string} */ path) => /^stock\/(\d{4}-\d{2}-\d{2})\.csv$/u.exec(path)?.[1] ?? [])
    .filter((/** @type {string} */ date) => date < lastDate);
  mkdirSync(join(book, 'seals'));
  for (const [at, date] of dates.entries()) {
    const whole = diskWorkspace(book);
    // Files of earlier days are pinned already: a seal lists what came since the one before.
    const today = { ...whole, paths: whole.paths.filter((/** @type {string} */ path) => isOf(path, date)) };
    const order = { date: parseDay(date), by: 'P01', at: `${date}T22:00:00+08:00`, accepted: [], bom: true };
    const made = makeSeal(today, loaded, order);
    if (!made.ok) throw new Error(`${date} cannot be sealed`);
    for (const { file, bytes } of made.files) writeFileSync(join(book, file), bytes);
    if (at % 30 === 0) tell(`sealed ${date}`);
  }
  writeFileSync(mark, JSON.stringify({ lastDate }));
}

/** @param {string} path @param {string} date */
function isOf(path, date) {
  return path.startsWith('seals/') || path.endsWith(`/${date}.csv`);
}
