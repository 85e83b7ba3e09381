// Times `check` on a book of people (100,000 staff, 10,000 sites, 1,000,000 events of needs) against the same number of
// stock rows, whole processes in turn: node bench/people.mjs [--quick] [--program FILE] [--rounds K]

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBook } from './generate.mjs';
import { race } from './measure.mjs';
import { createRandom } from './random.mjs';

const LIMIT = 1.5;
const VERSION = 2;
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    program: { type: 'string' },
  },
});
const scale = values.quick ? 10 : 1;
const size = { staff: 100_000 / scale, sites: 10_000 / scale, events: 1_000_000 / scale, days: 30 };
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '.bench');
const program = resolve(values.program ?? join(cache, '..', 'bin', 'taizhang.js'));

const pad = (/** @type {number} */ n, width = 2) => String(n).padStart(width, '0');
const dateOf = (/** @type {number} */ day) => new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10);

/**
 * The book in `out`, made unless it is there.
 * @param {string} out
 */
function ensurePeople(out) {
  const mark = join(out, 'bench.json');
  const wanted = JSON.stringify({ version: VERSION, ...size });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(out, { recursive: true, force: true });
  for (const folder of ['needs', 'census', 'roster', 'org']) mkdirSync(join(out, folder), { recursive: true });
  const put = (/** @type {string} */ name, /** @type {string[]} */ lines) =>
    writeFileSync(join(out, name), `${lines.join('\n')}\n`);
  put('taizhang.yaml', ['title: bench', 'checks: {census/missing: off}']);
  const branches = Math.max(1, size.sites / 100);
  const groups = (/** @type {number} */ b) => Array.from({ length: 100 }, (_, i) => b * 100 + i);
  put('org.yaml', [
    'levels: [{level: hq, name: HQ}, {level: branch, name: Branch}, {level: group, name: Group, site_kind: isolation, staffing: {medical: {min: 1, residents_each: 50}}}]',
    'units:',
    '  - id: HQ',
    '    name: Headquarters',
    '    level: hq',
    '    units:',
    ...Array.from({ length: branches }, (_, b) => `      - {include: org/b${b}.yaml}`),
  ]);
  for (let b = 0; b < branches; b++) {
    put(`org/b${b}.yaml`, [
      `- id: B${b}`,
      `  name: Branch ${b}`,
      '  level: branch',
      '  units:',
      ...groups(b).map((g) => `    - {id: G${g}, name: Group ${g}, level: group}`),
    ]);
  }
  put('sites.csv', [
    'site,name,kind,unit,capacity',
    ...Array.from({ length: size.sites }, (_, i) => `S${i},Site ${i},isolation,G${i},120`),
  ]);
  put('staff.csv', [
    'staff,name,unit,roles,phone,from',
    ...Array.from(
      { length: size.staff },
      (_, i) => `P${i},Person ${i},G${i % size.sites},${i % 3 ? 'medical' : 'leader;medical'},,2021-12-01`,
    ),
  ]);
  events(out);
  const date = dateOf(size.days - 1);
  put(`census/${date}.csv`, [
    'date,site,residents,staff',
    ...Array.from({ length: size.sites }, (_, i) => `${date},S${i},${20 + (i % 80)},6`),
  ]);
  put(`roster/${date}.csv`, [
    'date,start,end,staff,site,task',
    ...Array.from({ length: size.sites * 3 }, (_, i) => {
      const start = pad(Math.floor(i / size.sites) * 8);
      const end = pad((Math.floor(i / size.sites) * 8 + 8) % 24);
      return `${date},${start}:00,${end}:00,P${i % size.staff},S${i % size.sites},watch`;
    }),
  ]);
  // A book without movements has no last day of its own.
  mkdirSync(join(out, 'stock'));
  put('items.csv', ['item,name,category,unit', 'SUIT,Suit,protective,piece']);
  put(`stock/${date}.csv`, ['date,doc,kind,item,qty,to', `${date},QC-1,opening,SUIT,1,D1`]);
  put('sites.csv', [readFileSync(join(out, 'sites.csv'), 'utf8').trimEnd(), 'D1,Depot,depot,,']);
  writeFileSync(mark, wanted);
}

/**
 * Needs that are raised, given out, mostly resolved, some escalated or reopened; nothing that is wrong.
 * @param {string} out
 */
function events(out) {
  const random = createRandom(7);
  const perDay = Math.floor(size.events / size.days);
  /** @type {string[][]} */
  const days = Array.from({ length: size.days }, () => []);
  let made = 0;
  let number = 0;
  const add = (/** @type {number} */ at, /** @type {string} */ rest) => {
    const day = Math.floor(at / 1440);
    if (day >= size.days || made >= size.events) return;
    const minute = at - day * 1440;
    days[day].push(`${dateOf(day)} ${pad(Math.floor(minute / 60))}:${pad(minute % 60)},${rest}`);
    made++;
  };
  const next = random.below;
  while (made < size.events) {
    const day = Math.min(size.days - 1, Math.floor(made / perDay));
    const site = next(size.sites);
    const need = `XQ${dateOf(day).replaceAll('-', '')}-${pad(++number, 6)}`;
    let at = day * 1440 + next(1000);
    add(at, `${need},raise,S${site},S${site}-R${pad(next(60), 3)},daily goods,routine,,`);
    at += 1 + next(10);
    add(at, `${need},assign,,,,,G${site},P${next(size.staff)}`);
    if (next(20) === 0) {
      at += 1 + next(20);
      add(at, `${need},escalate,,,,,B${Math.floor(site / 100)},P${next(size.staff)}`);
    }
    add(at + 1 + next(300), `${need},resolve,,,,,,P${next(size.staff)}`);
  }
  for (const [day, lines] of days.entries()) {
    const file = openSync(join(out, 'needs', `${dateOf(day)}.csv`), 'w');
    writeSync(file, `time,need,event,site,person,category,priority,unit,by\n${lines.sort().join('\n')}\n`);
    closeSync(file);
  }
}

const people = join(cache, `people-${values.quick ? 'quick' : 'full'}`);
// As many rows of stock as the other book has rows of all its tables; the chart comes on top.
const rows = size.events + size.staff + size.sites * 5;
const stock = join(cache, `people-stock-${values.quick ? 'quick' : 'full'}`);
ensurePeople(people);
ensureBook(stock, { rows });
const run = (/** @type {string} */ name, /** @type {string} */ book) => ({
  name,
  does: '',
  command: [process.execPath, program, 'check', '-C', book, '--format', 'json', '--quiet'],
});
const [a, b] = await race([run('people', people), run('stock', stock)], {
  rounds: Number(values.rounds),
  memory: true,
  scratch: join(cache, 'scratch'),
  tell: (/** @type {string} */ line) => void process.stderr.write(`${line}\n`),
});
for (const result of [a, b]) {
  const { errors, warnings } = result.output ? JSON.parse(result.output).summary : { errors: '?', warnings: '?' };
  console.log(
    `${result.name}: ${result.median?.toFixed(2)} s (fastest ${result.fastest?.toFixed(2)}), ${result.megabytes} MB, ${errors} errors, ${warnings} warnings${result.failed ? `, ${result.failed}` : ''}`,
  );
}
const ratio = (a.median ?? Number.NaN) / (b.median ?? Number.NaN);
console.log(`check of people takes ${ratio.toFixed(2)} of the time of as many stock rows; at most ${LIMIT}`);
process.exitCode = ratio <= LIMIT ? 0 : 1;
