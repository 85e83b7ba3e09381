// Kills the program for real, over and over, while it records, adjusts and closes, and looks at what it left: the book
// must be as before or as after, never between, and the next run must work. `node scripts/faults.mjs [KILLS]`
// In the table: `writing` were struck while they held the book, `half` had changed some of several files by then.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const kills = Number(process.argv[2] ?? 1002);
const home = mkdtempSync(path.join(tmpdir(), 'taizhang-faults-'));
const worker = path.join(home, 'worker.mjs');
const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  stdin: {
    resolveDir: root,
    loader: 'ts',
    contents: `
import { parseDay } from './src/core/day.js';
import { appendRows } from './src/record/append.js';
import { closeIn } from './src/record/closing.js';
import { completePending, withTurn } from './src/record/session.js';
const [book, act] = process.argv.slice(2);
const day = parseDay('2022-01-12');
const row = (more) => ({ date: '2022-01-12', item: 'SUIT', by: 'P1', ...more });
const issue = { ledger: 'stock', day, series: 'CK', rows: ['1', '2', '3'].map((qty) => row({ kind: 'issue', qty, from: 'D1', to: 'F1' })) };
const acts = {
  record: () => appendRows(book, [issue]),
  adjust: () => appendRows(book, [
    { ledger: 'stock', day, series: 'PK', rows: [row({ kind: 'loss', qty: '4', from: 'D1' })] },
    { ledger: 'stock', day, series: 'PY', rows: [row({ kind: 'gain', item: 'MILK', qty: '5', to: 'D1' })] },
    { ledger: 'counts', day, rows: [{ date: '2022-01-12', site: 'D1', item: 'SUIT', counted: '196' }] },
  ]),
  close: () => withTurn(book, (turn) => closeIn(turn, { day: parseDay('2022-01-11'), by: 'P1', at: '2022-01-12T21:40:00+08:00', acceptances: [], sign: null })),
  look: () => (completePending(book), { ok: true }),
};
process.stdout.write('go');
const done = acts[act]();
if (!done.ok || (done.value?.kind ?? 'closed') !== 'closed') { console.error(JSON.stringify(done)); process.exit(1); }
`,
  },
  outfile: worker,
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

const files = {
  'taizhang.yaml': 'title: 测试账\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n',
  'items.csv': 'item,name,category,unit\nSUIT,防护服,protective,套\nMILK,牛奶,living,盒\n',
  'sites.csv': 'site,name,kind\nD1,中心仓库,depot\nF1,东街服务点,service\n',
  'staff.csv': 'staff,name\nP1,陈明\n',
  'stock/2022-01-11.csv':
    'date,doc,kind,item,qty,from,to,by\n2022-01-11,QC20220111-001,opening,SUIT,200,,D1,P1\n2022-01-11,QC20220111-001,opening,MILK,50,,D1,P1\n',
};

function bookOf(name) {
  const book = path.join(home, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(book, file)), { recursive: true });
    writeFileSync(path.join(book, file), text);
  }
  return book;
}

/** The ledgers and seals as one digest; what the writer keeps for itself is no part of the book. */
function stateOf(book) {
  const hash = createHash('sha256');
  const names = readdirSync(book, { recursive: true }).map(String).sort();
  for (const name of names.filter((one) => /\.(csv|json|yaml)$/.test(one) && !one.includes('.taizhang'))) {
    hash.update(`${name}\0`).update(readFileSync(path.join(book, name)));
  }
  return hash.digest('hex');
}

const leftovers = (book) =>
  readdirSync(book, { recursive: true })
    .map(String)
    .filter((name) => /\.taizhang-|lock-|journal\.json$/.test(name));

/** Runs an act, killed so many milliseconds after it began to act; null: not at all. */
function run(book, act, killAfter) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [worker, book, act], { stdio: ['ignore', 'pipe', 'inherit'] });
    let began = 0;
    let killed = false;
    child.stdout.once('data', () => {
      began = performance.now();
      if (killAfter === null) return;
      const strike = () => {
        killed = child.kill('SIGKILL');
      };
      if (killAfter < 1) strike();
      else setTimeout(strike, killAfter);
    });
    child.on('close', (code, signal) =>
      resolve({ code, killed: killed && signal === 'SIGKILL', took: performance.now() - began }),
    );
  });
}

const summary = [];
for (const act of ['record', 'adjust', 'close']) {
  const first = bookOf('reference');
  const before = stateOf(first);
  const times = [];
  for (let n = 0; n < 9; n++) {
    rmSync(first, { recursive: true });
    bookOf('reference');
    times.push((await run(first, act, null)).took);
  }
  // As long as it takes until the process ends: its last few milliseconds are Node putting its things away.
  const took = times.sort((a, b) => a - b)[4] ?? 0;
  const after = stateOf(first);
  rmSync(first, { recursive: true });
  const seen = {
    act,
    runs: 0,
    killed: 0,
    writing: 0,
    half: 0,
    before: 0,
    after: 0,
    between: 0,
    leftovers: 0,
    nextFailed: 0,
  };
  const one = async (n) => {
    const book = bookOf(`${act}-${n}`);
    const { killed } = await run(book, act, Math.random() * took * 1.05);
    seen.runs++;
    if (killed) seen.killed++;
    const raw = stateOf(book);
    if (raw !== before && raw !== after) seen.half++;
    // A lock that nobody let go of: it was struck while it had the book to itself.
    if (leftovers(book).length > 0) seen.writing++;
    const looked = await run(book, 'look', null);
    const now = stateOf(book);
    if (now === before) seen.before++;
    else if (now === after) seen.after++;
    else seen.between++;
    const next = await run(book, 'record', null);
    if (looked.code !== 0 || next.code !== 0 || stateOf(book) === now) seen.nextFailed++;
    if (leftovers(book).length > 0) seen.leftovers++;
    rmSync(book, { recursive: true });
  };
  const each = Math.ceil(kills / 3);
  for (let n = 0; seen.killed < each; n += 2) await Promise.all([one(n), one(n + 1)]);
  summary.push(seen);
  console.table([seen]);
}
rmSync(home, { recursive: true });
const bad = summary.filter(({ between, leftovers: left, nextFailed }) => between + left + nextFailed > 0);
console.log(bad.length === 0 ? 'as before or as after, every time' : 'FAILED');
process.exitCode = bad.length === 0 ? 0 : 1;
