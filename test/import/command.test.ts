// The command as it is called: exit status, JSON to its schema, the mapping kept, nothing written without a yes.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/render/json/schema/parts.js';
import { answerParts } from '../../src/render/json/schema/schemas.js';
import { bookOnDisk, workbook } from './workbooks.js';

const program = fileURLToPath(new URL('../../bin/taizhang.js', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--lang', 'zh'], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const rows = [
  ['接收捐赠物资 2020年1月30日'],
  ['品名', '数量', '单位', '来源', '批注'],
  ['口罩', 100, '只', 'P1', 'x'],
  ['口罩', '约3', '只', 'P1', null],
  ['体温计', 2, '支', '某公司', null],
  ['合计', 105],
];

async function setUp() {
  const book = bookOnDisk();
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'taizhang-sheet-')), '物资.xlsx');
  writeFileSync(file, await workbook({ rows }));
  return { book, file };
}

describe.runIf(built)('taizhang import', () => {
  it('previews without a yes and writes nothing', async () => {
    const { book, file } = await setUp();
    for (const [args, status] of [
      [['--dry-run'], 1],
      [[], 2],
    ] as const) {
      const done = run('import', file, '--as', 'stock', '-C', book, ...args);
      expect(done.status).toBe(status);
      expect(done.stdout).toContain('Sheet1!B4');
      expect(done.stdout).toContain('各行之和');
      expect(existsSync(path.join(book, 'stock'))).toBe(false);
      expect(existsSync(path.join(book, 'imports'))).toBe(false);
    }
  });

  it('shows every proposed row and says what it leaves out, in the words of the reader', async () => {
    const book = bookOnDisk();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'taizhang-sheet-')), '多.xlsx');
    const many = Array.from({ length: 30 }, (_, i) => [`物品${i + 1}`, 1_200, '只', `单位${i + 1}`]);
    const bad = Array.from({ length: 25 }, (_, i) => ['口罩', `约${i + 1}`, '只', 'P1']);
    const title = ['接收捐赠物资 2020年1月30日'];
    writeFileSync(file, await workbook({ rows: [title, ['品名', '数量', '单位', '来源'], ...many, ...bad] }));
    const done = run('import', file, '--as', 'stock', '-C', book, '--create', '--dry-run');
    expect(done.stdout.match(/生活保障物资/gu)).toHaveLength(30);
    expect(done.stdout.match(/捐赠方/gu)).toHaveLength(30);
    expect(done.stdout).toContain('……还有 5 条，用 --format json 看全部');
    expect(done.stdout).toMatch(/只 +36,000/u);
    expect(done.stdout).toContain('类别“入库”');
    expect(done.stdout).not.toMatch(/living|donor/u);
    const json = run('import', file, '--as', 'stock', '-C', book, '--create', '--dry-run', '--format', 'json');
    const answer = JSON.parse(json.stdout).import;
    expect([answer.items, answer.parties, answer.balances].map((list) => list.length)).toEqual([30, 30, 30]);
    expect(answer.balances[0]).toMatchObject({ before: '0', after: '1200', unit: '只' });
  });

  it('counts all new findings where it prints the first ten', async () => {
    const book = bookOnDisk();
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'taizhang-sheet-')), '出.xlsx');
    const out = Array.from({ length: 14 }, (_, i) => [`物品${i + 1}`, 5, '只', '单位1']);
    const title = ['发放物资 2020年1月30日'];
    writeFileSync(file, await workbook({ rows: [title, ['品名', '数量', '单位', '去向'], ...out] }));
    const args = ['--as', 'stock', '--set', 'kind=issue', '--set', 'from=D1'];
    const done = run('import', file, ...args, '-C', book, '--create', '--dry-run');
    expect(done.stdout).toContain('只列出 14 条中的 10 条，用 --format json 看全部\n14 个错误\n');
  });

  it('answers in JSON that its schema knows, writes, and keeps the mapping', async () => {
    const { book, file } = await setUp();
    const map = path.join(book, 'map.yaml');
    const done = run(
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
      '--save-map',
      map,
    );
    expect(done.status).toBe(1);
    const answer = JSON.parse(done.stdout);
    const valid = new Ajv2020({ strict: false }).compile(answerSchema('import', answerParts.import));
    expect(valid(answer) ? [] : valid.errors).toEqual([]);
    expect(answer.import).toMatchObject({
      accepted: 2,
      rejected: 1,
      footers: 1,
      duplicates: 0,
      sumsByUnit: { 只: '100', 支: '2' },
      created: { items: 1, parties: 1 },
    });
    expect(answer.import.rejects[0]).toMatchObject({ cell: 'Sheet1!B4', text: '约3' });
    expect(readFileSync(path.join(book, 'imports/物资.xlsx.rejected.csv'), 'utf8')).toContain('约3');
    expect(readFileSync(map, 'utf8')).toContain('品名: item');
    const again = run('import', file, '-C', book, '--map', map, '--yes', '--format', 'json');
    expect(JSON.parse(again.stdout).import).toMatchObject({ accepted: 0, duplicates: 2, rejected: 1 });
    expect(run('check', '-C', book).status).toBe(0);
  });

  it.each([
    [['import', 'nothing.xlsx', '--as', 'stock'], '没有文件 nothing.xlsx'],
    [['import', 'FILE'], '没有说明记入哪种台账'],
    [['import', 'FILE', '--as', 'stok'], '没有“stok”这种台账'],
    [['import', 'FILE', '--as', 'stock', '--set', 'to'], '没有等号'],
    [['import', 'FILE', '--as', 'stock', '--set', 'whom=D1'], 'stock 没有“whom”这一列'],
    [['import', 'FILE', '--as', 'stock', '--sheet', '二月'], '没有工作表“二月”'],
    [['import', 'FILE', '--as', 'stock', '--year', '20'], '“20”不是年份'],
  ])('%j is wrong usage', async (args, words) => {
    const { book, file } = await setUp();
    const done = run(...args.map((arg) => (arg === 'FILE' ? file : arg)), '-C', book, '--yes');
    expect(done.status).toBe(2);
    expect(done.stderr).toContain(words);
    expect(existsSync(path.join(book, 'stock'))).toBe(false);
  });
});
