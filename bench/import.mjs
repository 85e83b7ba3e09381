// Times an import of a large workbook against the spreadsheet library alone reading it: the ratio is what counts.
//
//   node bench/import.mjs [ROWS] [--runs N]        (100,000 rows, 3 runs of each, in turn; needs `npm run build`)

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rows = Number(process.argv[2] ?? 100_000);
const runsAt = process.argv.indexOf('--runs');
const runs = runsAt < 0 ? 3 : Number(process.argv[runsAt + 1]);
const work = mkdtempSync(path.join(tmpdir(), 'taizhang-bench-import-'));
const file = path.join(work, 'list.xlsx');

/** Three hundred items, five hundred givers, thirty days: as many texts repeat as in a real list. */
async function makeWorkbook() {
  const { XlsxStreamWriter } = await import('hucre/xlsx');
  const writer = new XlsxStreamWriter({ name: 'Sheet1', columns: [] });
  writer.addRow(['日期', '类别', '品名', '规格', '数量', '单位', '来源', '去向', '备注']);
  for (let i = 0; i < rows; i++) {
    const day = String(1 + Math.floor((i * 30) / rows)).padStart(2, '0');
    writer.addRow([
      `2022-01-${day}`,
      '入库',
      `物资${i % 300}`,
      `规格${i % 7}`,
      1 + (i % 997),
      '箱',
      `捐赠单位${Math.floor(i / 4) % 500}`,
      'D1',
      `第${i}笔`,
    ]);
  }
  writeFileSync(file, await writer.finish());
}

function makeBook(name) {
  const book = path.join(work, name);
  execFileSync('mkdir', ['-p', book]);
  writeFileSync(path.join(book, 'taizhang.yaml'), 'language: zh-CN\n');
  writeFileSync(path.join(book, 'sites.csv'), 'site,name,kind\nD1,仓库,depot\n');
  return book;
}

/** Runs a program whole and says how long it took and how much memory it had at most. */
function timed(args) {
  const probe = `process.on('exit',()=>require('node:fs').writeSync(2,'MB='+Math.round(process.resourceUsage().maxRSS/1024)+'\\n'))`;
  const preload = path.join(work, 'probe.cjs');
  writeFileSync(preload, probe);
  const started = performance.now();
  const done = spawnSync(process.execPath, ['--require', preload, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const ms = performance.now() - started;
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.status}\n${done.stderr}`);
  return { ms, mb: Number(/MB=(\d+)/.exec(done.stderr)?.[1] ?? 0), out: done.stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

await makeWorkbook();
const alone = path.join(root, 'bench', 'import-library.mjs');
const library = [];
const whole = [];
for (let run = 0; run < runs; run++) {
  library.push(timed([alone, file]));
  const book = makeBook(`book${run}`);
  const imported = timed([
    'bin/taizhang.js',
    'import',
    file,
    '--as',
    'stock',
    '-C',
    book,
    '--create',
    '--yes',
    '--format',
    'json',
  ]);
  const { accepted, rejected, duplicates } = JSON.parse(imported.out).import;
  if (accepted !== rows || rejected !== 0 || duplicates !== 0) throw new Error(`${accepted} of ${rows} came in`);
  whole.push(imported);
}
rmSync(work, { recursive: true });
const a = median(library.map(({ ms }) => ms));
const b = median(whole.map(({ ms }) => ms));
console.log(`${rows} rows of .xlsx, medians of ${runs} runs in turn`);
console.log(`library alone   ${Math.round(a)} ms  ${Math.max(...library.map(({ mb }) => mb))} MB`);
console.log(
  `whole import    ${Math.round(b)} ms  ${Math.max(...whole.map(({ mb }) => mb))} MB  (read, resolved, checked, written)`,
);
console.log(`ratio           ${(b / a).toFixed(2)}  (bound: 2)`);
