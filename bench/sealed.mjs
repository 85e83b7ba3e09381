// Times `nightly` on a year that is sealed but for its last day, against the same year open, and against a book that has
// only the last day: node bench/sealed.mjs [--rows N] [--rounds K] [--program FILE] [--quick]

import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBook } from './generate.mjs';
import { race, runOnce } from './measure.mjs';
import { sealAllButLast } from './sealbook.mjs';
import { table } from './table.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    program: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows?.replaceAll('_', '') ?? (values.quick ? 100_000 : 1_000_000));
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.bench');
const program = resolve(values.program ?? join(cache, '..', 'bin', 'taizhang.js'));
const tell = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
// What is remembered of closed days goes beside the books, never where the user keeps it.
process.env.XDG_CACHE_HOME = join(cache, 'cache');
process.env.LOCALAPPDATA = process.env.XDG_CACHE_HOME;

const size = rows % 1e6 === 0 ? `${rows / 1e6}m` : `${rows / 1e3}k`;
const open = join(cache, size);
const sealed = join(cache, `${size}-sealed`);
const night = join(cache, `${size}-night`);
const { lastDate } = ensureBook(open, { rows });
if (!existsSync(join(sealed, 'bench.json')) || !isAsGenerated()) {
  rmSync(sealed, { recursive: true, force: true });
  cpSync(open, sealed, { recursive: true });
}
await sealAllButLast(sealed, lastDate, tell);
makeNight();

/** Was the sealed book copied from this very open one? */
function isAsGenerated() {
  return readFileSync(join(sealed, 'bench.json'), 'utf8') === readFileSync(join(open, 'bench.json'), 'utf8');
}

/** The last day alone: what the statement of the night before closes at, as opening balances, and the day's own files. */
function makeNight() {
  rmSync(night, { recursive: true, force: true });
  for (const folder of ['stock', 'deliveries', 'counts']) {
    mkdirSync(join(night, folder), { recursive: true });
    const file = join(folder, `${lastDate}.csv`);
    if (!existsSync(join(open, file))) continue;
    // What is signed for or given back from days before has no dispatch here.
    const lines = readFileSync(join(open, file), 'utf8').split(/(?<=\n)/u);
    writeFileSync(join(night, file), lines.filter(isOfLastDay).join(''));
  }
  for (const file of ['taizhang.yaml', 'items.csv', 'sites.csv', 'staff.csv', 'parties.csv']) {
    if (existsSync(join(open, file))) cpSync(join(open, file), join(night, file));
  }
  // Counts of what had been signed for by then are not held against it either.
  appendFileSync(join(night, 'taizhang.yaml'), 'checks: {count/variance: note}\n');
  const before = new Date(Date.parse(lastDate) - 86_400_000).toISOString().slice(0, 10);
  const statement = readFileSync(join(sealed, 'seals', `${before}.csv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const openings = statement
    .map((line) => line.split(','))
    .filter((cells) => Number(cells[7]) > 0)
    .map(([site, item, lot, , , , , closing]) => `${before},QC-${site},opening,${item},${lot},${closing},${site}`);
  writeFileSync(
    join(night, 'stock', `${before}.csv`),
    `${['date,doc,kind,item,lot,qty,to', ...openings].join('\n')}\n`,
  );
}

/** @param {string} line */
function isOfLastDay(line) {
  const today = lastDate.replaceAll('-', '');
  return [...line.matchAll(/\b[A-Z]{2}(\d{8})-\d+/gu)].every(([, date]) => date === today);
}

/** @param {string} book @param {string[]} [environment] */
const nightly = (book, environment = []) => [
  ...(environment.length > 0 ? ['env', ...environment] : []),
  process.execPath,
  program,
  ...['nightly', '-C', book, '--format', 'json', '--date', lastDate],
];
const scratch = join(cache, 'scratch');
// The first night after a seal reads everything and remembers it.
const first = await runOnce(nightly(sealed), scratch);
const results = await race(
  [
    { name: 'sealed', does: 'nightly, all but the last day sealed and remembered', command: nightly(sealed) },
    { name: 'open', does: 'the same year, nothing sealed', command: nightly(open) },
    { name: 'last-day', does: 'a book of the last day and its opening balances', command: nightly(night) },
    {
      name: 'forgetful',
      does: 'sealed, with TAIZHANG_CACHE=off',
      command: nightly(sealed, ['TAIZHANG_CACHE=off']),
    },
  ],
  { rounds: Number(values.rounds), scratch, tell },
);
console.log(table(`A closed history of ${rows} movements`, results, ['last-day', 'open']));
console.log(`the first night after the seal, which remembers: ${first.seconds.toFixed(2)} s`);
const [warm, , , cold] = results;
if (warm?.output !== cold?.output) {
  console.log('the two answers differ');
  process.exitCode = 1;
} else console.log('sealed and forgetful give the same bytes');
