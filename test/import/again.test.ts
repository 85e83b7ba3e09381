// The same file again, a corrected one, rejects that were mended: nothing twice, nothing edited.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { formatQuantity } from '../../src/core/quantity.js';
import { rejectedCsv } from '../../src/import/rejects.js';
import { rejectedFile } from '../../src/import/sidecar.js';
import { writeImport } from '../../src/import/write.js';
import { accepted, bookOnDisk, csv, diskWorkspace, type Options, plan, rejected, workbook } from './workbooks.js';

const title = ['接收捐赠物资 2020年1月30日'];
const head = ['品名', '数量', '单位', '来源'];

async function bring(root: string, rows: readonly (readonly (string | number)[])[], options: Options = {}) {
  const workspace = diskWorkspace(root);
  const planned = await plan(await workbook({ rows: [title, head, ...rows] }), { workspace, ...options });
  const rejects =
    planned.rejected.length === 0
      ? null
      : { file: rejectedFile(planned.source), bytes: rejectedCsv('stock', planned.rejected, 'zh', true) };
  const done = writeImport(root, workspace, planned, rejects);
  expect(done.ok).toBe(true);
  return planned;
}

function onHand(root: string): Record<string, string> {
  const workspace = diskWorkspace(root);
  const { book, figures } = checkBook(workspace, loadBook(workspace), null);
  return Object.fromEntries(
    (figures?.balances ?? []).map(({ item, closing }) => [book.items.all[item]?.code ?? '', formatQuantity(closing)]),
  );
}

const first = [
  ['口罩', 100, '只', 'P1'],
  ['酒精', 8, '瓶', 'P1'],
];

describe('the same file again', () => {
  it('adds nothing; lines that came to it are added', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    const before = readFileSync(path.join(root, 'stock/2020-01-30.csv'), 'utf8');
    const again = await bring(root, first);
    expect([again.duplicates, again.accepted.length, again.changes.length]).toEqual([2, 0, 0]);
    expect(readFileSync(path.join(root, 'stock/2020-01-30.csv'), 'utf8')).toBe(before);
    const more = await bring(root, [...first, ['口罩', 100, '只', 'P1']]);
    expect([more.duplicates, accepted(more, 'doc', 'qty')]).toEqual([2, ['RK20200130-002 100']]);
    expect(onHand(root)).toEqual({ MASK: '200', ALC: '8' });
  });

  it('is new again where its document was taken back', async () => {
    const root = bookOnDisk();
    const planned = await bring(root, first);
    const file = planned.changes.find(({ ledger }) => ledger)?.file ?? '';
    const { rmSync } = await import('node:fs');
    rmSync(path.join(root, file));
    expect((await bring(root, first)).accepted).toHaveLength(2);
  });

  it('says which sheet row each ledger row came from', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    const lines = readFileSync(path.join(root, 'imports/list.xlsx.lines.csv'), 'utf8').trim().split('\n');
    expect(lines[1]).toMatch(/^Sheet1!A3,[0-9a-f]{16},stock,2020-01-30,RK20200130-001,入库,MASK,,100,只,P1,D1,$/u);
  });
});

describe('a corrected file', () => {
  const corrected = [
    ['口罩', 120, '只', 'P1'],
    ['酒精', 8, '瓶', 'P1'],
  ];

  it('shows what differs and changes nothing by itself', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    const planned = await bring(root, corrected);
    expect(planned.differences.map(({ old, now }) => [old.qty, now?.texts.qty])).toEqual([['100', '120']]);
    expect(rejected(planned)[0]).toContain('上次导入时是 MASK 100只（单号 RK20200130-001），现在是 MASK 120只');
    expect(onHand(root)).toEqual({ MASK: '100', ALC: '8' });
  });

  it('with --reverse undoes the old row and books the new one, once', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    const planned = await bring(root, corrected, { reverse: true });
    expect([planned.reversals, accepted(planned, 'qty')]).toEqual([1, ['120']]);
    expect(onHand(root)).toEqual({ MASK: '120', ALC: '8' });
    expect(readFileSync(path.join(root, 'stock/2020-01-30.csv'), 'utf8')).toContain('冲销,MASK');
    const again = await bring(root, corrected, { reverse: true });
    expect([again.duplicates, again.accepted.length, again.reversals]).toEqual([2, 0, 0]);
  });

  it('from which a line is gone offers its reversal', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    expect((await bring(root, first.slice(0, 1))).differences).toMatchObject([{ now: null }]);
    await bring(root, first.slice(0, 1), { reverse: true });
    expect(onHand(root).ALC ?? '0').toBe('0');
  });

  it('of the same name for another day is no correction', async () => {
    const root = bookOnDisk();
    await bring(root, first);
    const workspace = diskWorkspace(root);
    const planned = await plan(
      await workbook({ rows: [['接收捐赠物资 2020年1月31日'], head, ['口罩', 7, '只', 'P1']] }),
      { workspace },
    );
    expect([planned.accepted.length, planned.differences.length]).toEqual([1, 0]);
  });
});

describe('rejected lines', () => {
  it('wait in a file with their place and reason, and come in once mended, though the sheet is mended as well', async () => {
    const root = bookOnDisk();
    const rows = [...first, ['口罩', '约300', '只', 'P1'], ['=1+1', 5, '只', 'P1']];
    const planned = await bring(root, rows);
    expect([planned.accepted.length, planned.rejected.length]).toEqual([2, 2]);
    const file = path.join(root, 'imports/list.xlsx.rejected.csv');
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain("'=1+1");
    expect(text.split('\n')[1]).toContain('2020-01-30,入库,口罩,约300,只,P1,Sheet1!B5,只是约数');
    const workspace = diskWorkspace(root);
    const mended = await plan(csv(text.replace('约300', '310')), { workspace, fileName: file });
    expect([accepted(mended, 'date', 'qty'), mended.rejected.length, mended.differences]).toEqual([
      ['2020-01-30 310'],
      1,
      [],
    ]);
    expect(writeImport(root, workspace, mended, null).ok).toBe(true);
    const whole = await bring(root, [...first, ['口罩', 310, '只', 'P1']]);
    expect([whole.duplicates, whole.accepted.length]).toEqual([3, 0]);
  });
});

describe('writing', () => {
  it('is all or nothing: a book that changed meanwhile gets none of it', async () => {
    const root = bookOnDisk();
    const workspace = diskWorkspace(root);
    const planned = await plan(await workbook({ rows: [title, head, ...first] }), { workspace });
    const other = await plan(await workbook({ rows: [title, head, ['酒精', 1, '瓶', 'P1']] }), {
      workspace,
      fileName: 'other.xlsx',
    });
    expect(writeImport(root, workspace, other, null).ok).toBe(true);
    const done = writeImport(root, workspace, planned, null);
    expect(done).toMatchObject({ ok: false, fault: { kind: 'changed' } });
    expect(existsSync(path.join(root, 'imports/list.xlsx.lines.csv'))).toBe(false);
  });

  it('into a closed day is rejected line by line', async () => {
    const root = bookOnDisk();
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(path.join(root, 'seals'));
    writeFileSync(path.join(root, 'seals/2020-01-31.json'), '{}');
    const planned = await plan(await workbook({ rows: [title, head, ...first] }), { workspace: diskWorkspace(root) });
    expect(rejected(planned)[0]).toContain('已日结的 2020-01-31');
  });
});
