// Every command, on a book full of naughty strings and with naughty words on the line: standard output and standard error
// hold nothing that a terminal obeys or nobody sees.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run as runProgram } from '../../src/cli/run.js';
import { acting, naughty } from './strings.js';

const home = mkdtempSync(path.join(tmpdir(), 'taizhang-sinks-'));
const before = { cwd: process.cwd(), argv: process.argv, now: process.env.TAIZHANG_NOW };
beforeAll(() => {
  process.chdir(home);
  // Every run listens to it once, and nothing but a test runs a hundred times.
  process.stdout.setMaxListeners(0);
  process.env.TAIZHANG_NOW = '2022-01-12T10:40:00Z';
});
afterAll(() => {
  process.chdir(before.cwd);
  process.argv = before.argv;
  if (before.now === undefined) delete process.env.TAIZHANG_NOW;
  else process.env.TAIZHANG_NOW = before.now;
  rmSync(home, { recursive: true, force: true });
});

const strings = naughty.slice(0, 230);
const worst = '\u001b]52;c;eA==\u0007\u009b31m\u202e\u200b\r\n::error::x';
const root = path.join(home, 'book');

function put(name: string, content: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const table = (header: string, rows: readonly (readonly string[])[]): string => stringify([header.split(','), ...rows]);
const yaml = (text: string): string => JSON.stringify(text);
const at = strings.map((text, index) => ({ text, n: String(index).padStart(3, '0') }));

put('taizhang.yaml', `title: ${yaml(worst)}\ncategories:\n  living: {zh: ${yaml(worst)}, en: ${yaml(worst)}}\n`);
put(
  'items.csv',
  table('item,name,spec,category,unit,aliases,note', [
    ...at.map(({ text, n }) => [`I${n}`, text, text, 'living', text.trim() === '' ? 'pc' : text, text, text]),
    ['PLAIN', 'plain', worst, 'living', worst, '', ''],
  ]),
);
put(
  'sites.csv',
  table('site,name,kind,unit,signs,address', [
    ['D1', worst, 'depot', 'HQ', 'no', worst],
    ...at.map(({ text, n }) => [`S${n}`, text, 'isolation', 'HQ', 'yes', text]),
  ]),
);
put('staff.csv', table('staff,name,unit,roles', [...at.map(({ text, n }) => [`P${n}`, text, 'HQ', text])]));
put('parties.csv', table('party,name,kind', [...at.map(({ text, n }) => [`X${n}`, text, 'donor'])]));
put(
  'org.yaml',
  `levels: [{level: hq, name: ${yaml(worst)}, expect: 9, staffing: {${yaml(worst)}: 3}}]
units: [{id: HQ, name: ${yaml(worst)}, level: hq, leader: ${yaml(worst)}}]
`,
);
put(
  'stock/2022-01-12.csv',
  table('date,doc,kind,item,qty,unit,from,to,by,ref,note', [
    ['2022-01-12', 'QC20220112-001', 'opening', 'PLAIN', '300', '', '', 'D1', 'P000', '', worst],
    ...at.map(({ text, n }) => ['2022-01-12', 'QC1', 'opening', `I${n}`, '3', '', '', 'D1', 'P000', '', text]),
    ...at.map(({ text, n }) => [
      '2022-01-12',
      `C${n}${text}`,
      'issue',
      `I${n}`,
      '5',
      '',
      'D1',
      `S${n}`,
      text,
      text,
      text,
    ]),
    ...at.map(({ text }) => [text, text, text, text, text, text, text, text, text, text, text]),
  ]),
);
// Names of files that somebody else has put into the book.
put(`stock/-${worst.replace('/', '')}.csv`, `date,${yaml(worst)}\n${yaml(worst)},1\n`);
put(
  'deliveries/2022-01-12.csv',
  table('date,doc,item,received,site,by', [
    ...at.map(({ text, n }) => ['2022-01-12', `C${n}${text}`, `I${n}`, '4', `S${n}`, text]),
    ...at.map(({ text }) => ['2022-01-12', text, text, '4', text, text]),
  ]),
);
put(
  'counts/2022-01-12.csv',
  table('date,site,item,counted,by', [
    ['2022-01-12', 'D1', 'PLAIN', '299', worst],
    ...at.map(({ text, n }) => ['2022-01-12', 'D1', `I${n}`, '1', text]),
  ]),
);
put(
  'requests/2022-01-12.csv',
  table('date,doc,site,item,qty,needed_by,by', [
    ...at.map(({ text, n }) => ['2022-01-12', `R${n}${text}`, `S${n}`, `I${n}`, '4', '2022-01-11', text]),
  ]),
);
put(
  'needs/2022-01-12.csv',
  table('time,need,event,site,person,category,unit,by,note', [
    ['2022-01-12 08:00', 'N1', 'raise', 'S000', worst, worst, 'HQ', worst, worst],
    ...at.map(({ text, n }) => ['2022-01-12 08:00', `N${n}${text}`, 'raise', `S${n}`, text, text, 'HQ', text, text]),
  ]),
);
put('census/2022-01-12.csv', table('date,site,residents', [...at.map(({ n, text }) => ['2022-01-12', `S${n}`, text])]));
put(
  'roster/2022-01-12.csv',
  table('date,start,end,staff,site,task', [
    ...at.map(({ text, n }) => ['2022-01-12', '08:00', '16:00', `P${n}`, `S${n}`, text]),
  ]),
);
put(
  'rollcalls/2022-01-12.csv',
  table('date,time,list,person,status,by', [
    ...at.map(({ text }) => ['2022-01-12', '08:00', text, text, 'unreachable', text]),
  ]),
);
const sheet = path.join(home, 'sheet.csv');
writeFileSync(
  sheet,
  table('日期,品名,数量,去向,备注', [...at.map(({ text }) => ['2022-01-13', text, text, text, text])]),
);

/** What the program writes on its two ways out, in this process, since there are a hundred command lines. */
const { written } = vi.hoisted(() => ({ written: new Map<number, string>() }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeSync = (fd: number, bytes: Uint8Array, at = 0): number => {
    if (fd !== 1 && fd !== 2) return fs.writeSync(fd, bytes, at);
    written.set(fd, (written.get(fd) ?? '') + Buffer.from(bytes.subarray(at)).toString('utf8'));
    return bytes.length - at;
  };
  return { ...fs, writeSync };
});

async function run(words: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  written.clear();
  process.argv = ['node', 'taizhang', ...words];
  const status = await runProgram(words, '0.0.0');
  return { status, out: written.get(1) ?? '', err: written.get(2) ?? '' };
}

async function inert(words: readonly string[], statuses: readonly number[]): Promise<void> {
  for (const lang of ['zh', 'en']) {
    const { status, out, err } = await run(['--lang', lang, ...words]);
    const found = [acting.exec(out), acting.exec(err)].map((match) =>
      match === null ? null : JSON.stringify(match.input.slice(Math.max(0, match.index - 60), match.index + 20)),
    );
    expect([words.join(' '), lang, ...found]).toEqual([words.join(' '), lang, null, null]);
    expect(`${out}${err}`).not.toMatch(/^\s*::/mu);
    expect([words.join(' '), statuses.includes(status) ? 'as expected' : `${status}: ${err}`]).toEqual([
      words.join(' '),
      'as expected',
    ]);
  }
}

const reports = 'daily stock deliveries movements requests needs staff brief'.split(' ');

describe('answers', () => {
  const book = ['-C', 'book'];

  test.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'ndjson'],
    ['check', '--format', 'sarif'],
    ['nightly'],
    ['nightly', '--format', 'markdown'],
    ['reconcile'],
    ['reconcile', '--format', 'csv'],
    ['reconcile', '--format', 'markdown'],
    ...reports.map((name) => ['report', name]),
    ['report', 'movements', '--format', 'csv'],
    ['report', 'movements', '--format', 'ndjson'],
    ['report', 'card', '--item', 'PLAIN'],
    ['org'],
    ['org', '--format', 'svg'],
    ['org', 'show', 'HQ'],
    ['org', 'coverage'],
    ['roster'],
    ['rollcall'],
    ['need', 'list'],
    ['need', 'show', 'N1'],
    ['slip', 'QC20220112-001'],
    ['slip', 'QC20220112-001', '--format', 'html'],
    ['slip', 'D1'],
    ['verify'],
    ['fmt', '--check'],
    ['close', '--by', 'P000'],
    ['adjust', '--by', 'P000', '--checked-by', 'P001', '--note', worst],
    ['import', 'sheet.csv', '--as', 'stock', '--dry-run'],
    ['out', '--item', 'PLAIN', '--qty', '1', '--from', 'D1', '--to', 'S000', '--by', 'P000', '--note', 'x\u001b'],
    ['undo'],
  ])('answer %#: %s %s', async (...words) => {
    await inert([...words, ...book], [0, 1, 2]);
  });

  test('workflow commands: those of the findings and no others', async () => {
    const { out } = await run(['check', ...book, '--format', 'github']);
    expect(acting.exec(out)?.[0]).toBeUndefined();
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) file=/u);
  });

  test('what is recorded, and taken back, is shown and not obeyed', async () => {
    const words = [
      '--item',
      'PLAIN',
      '--qty',
      '1',
      '--from',
      'D1',
      '--to',
      'S000',
      '--by',
      'P000',
      '--note',
      'x\u001b[2J',
    ];
    await inert(['out', ...words, '--date', '2022-01-13', '--yes', ...book], [0, 1]);
    await inert(['undo', ...book], [2]);
  });
});

describe('refusals', () => {
  const bad = worst;

  test.each([
    [bad],
    [`--${bad}`],
    ['check', `--${bad}`],
    ['check', bad, '-C', 'book'],
    ['check', '-C', bad],
    ['check', '-C', 'book', '--format', bad],
    ['check', '-C', 'book', '--date', bad],
    ['check', '-C', 'book', '-o', `none/${bad}`],
    ['check', '-C', 'book', 'one', 'two', bad],
    ['reconcile', '-C', 'book', '--site', bad],
    ['reconcile', '-C', 'book', '--item', bad],
    ['reconcile', '-C', 'book', '--only', bad],
    ['report', bad, '-C', 'book'],
    ['report', 'card', '--item', bad, '-C', 'book'],
    ['org', bad],
    ['org', 'show', `${bad}!`, '-C', 'book'],
    ['need', bad],
    ['need', 'show', bad, '-C', 'book'],
    ['need', 'resolve', bad, '-C', 'book', '--yes'],
    ['roster', '-C', 'book', '--staff', bad],
    ['slip', bad, '-C', 'book'],
    ['explain', bad],
    ['schema', bad],
    ['import', bad, '--as', 'stock', '-C', 'book'],
    ['import', 'sheet.csv', '--as', bad, '-C', 'book'],
    ['import', 'sheet.csv', '--as', 'stock', '--set', bad, '-C', 'book'],
    ['import', 'sheet.csv', '--as', 'stock', '--year', bad, '-C', 'book'],
    ['import', 'sheet.csv', '--as', 'stock', '--map', bad, '-C', 'book'],
    ['close', bad, '-C', 'book'],
    ['close', '-C', 'book', '--accept', bad],
    ['close', '-C', 'book', '--by', bad],
    ['reopen', bad, '-C', 'book'],
    ['verify', '--allowed-signers', bad, '-C', 'book'],
    ['deliver', bad, '-C', 'book', '--yes'],
    ['reverse', bad, '-C', 'book', '--yes'],
    ['out', '--item', bad, '--qty', bad, '--from', bad, '--to', bad, '--by', bad, '-C', 'book', '--yes'],
    ['count', '--site', bad, '--item', bad, '--counted', bad, '-C', 'book', '--yes'],
    ['request', '--site', bad, '--item', bad, '--qty', bad, '-C', 'book', '--yes'],
  ])('refusal %#', async (...words) => {
    await inert(words, [1, 2]);
  });
});

describe('new books', () => {
  test.each(['-rf', 'two words', '; id', '$(id)', 'a\u0085b', 'a\u202eb', 'a\u001b[2Jb', 'a\nb', "it's", '防护服'])(
    'in folder %#: its name is its title, and the answer can be read',
    async (folder) => {
      for (const [command, expected] of [
        ['init', folder],
        ['demo', null],
      ] as const) {
        const target = path.join(home, command, folder);
        mkdirSync(path.dirname(target), { recursive: true });
        await inert([command, '--', `${command}/${folder}`], [0, 2]);
        const { out } = await run(['check', '-C', target, '--format', 'json']);
        const { book } = JSON.parse(out);
        if (expected !== null) expect(book).toBe(expected);
        expect(readFileSync(path.join(target, 'taizhang.yaml'), 'utf8')).not.toMatch(acting);
      }
    },
  );
});
