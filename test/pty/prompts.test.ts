// The evening at a terminal: asked one by one, found by pinyin, stopped by Ctrl-C, taken up again.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { basics, bookOf, filesOf } from '../record/book.js';
import { built, CTRL_C, ENTER, type Step, type } from './terminal.js';

const files = {
  ...basics,
  'stock/2022-01-11.csv': `${basics['stock/2022-01-11.csv']}2022-01-11,,QC20220111-001,opening,MILK,,B2,2022-06-01,24,,,D1,,,,\n2022-01-11,,QC20220111-001,opening,MILK,,B1,2022-03-01,12,,,D1,,,,\n`,
};

/** From the first prompt to the last, for goods that go out. */
const outgoing: readonly Step[] = [
  { expect: '从哪里来', send: ENTER },
  { expect: '到哪里去', send: 'djfw' },
  { expect: '❯ F1', send: ENTER },
  { expect: '物资（编码', send: 'nn' },
  { expect: '❯ MILK', send: ENTER },
  { expect: '批号', send: ENTER },
  { expect: '单位', send: ENTER },
  { expect: '数量', send: `0${ENTER}` },
  { expect: '大于零', send: `\u007f6${ENTER}` },
  { expect: '备注', send: ENTER },
  { expect: '还有别的', send: `n${ENTER}` },
  { expect: '经办人', send: 'cm' },
  { expect: '❯ P1', send: ENTER },
  { expect: '复核人', send: ENTER },
  { expect: '关联单号', send: ENTER },
  { expect: '写入吗', send: `y${ENTER}` },
];

describe.skipIf(!built)('a terminal', () => {
  it('asks for goods that go out, finds by pinyin initials, shows lots by expiry, previews and writes', async () => {
    const root = bookOf(files);
    const { status, screen, missed } = await type(root, ['out'], outgoing);
    expect(missed).toBeNull();
    expect(status).toBe(0);
    expect(screen.indexOf('B1  2022-03-01 到期  余 12 盒')).toBeGreaterThan(0);
    expect(screen.indexOf('B1  2022-03-01')).toBeLessThan(screen.indexOf('B2  2022-06-01'));
    expect(screen).toContain('CK20220112-001 已记录');
    expect(screen).toContain('↑↓ 上下移动 · ⏎ 选定');
    expect(screen).not.toContain('navigate');
    expect(readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8')).toContain(
      '2022-01-12,18:40,CK20220112-001,出库,牛奶,,,,6,盒,D1,F1,P1,,,\n',
    );
  });

  it.each(outgoing.map(({ expect: text }, at) => [at, text] as const).filter(([at]) => at % 6 === 0 || at === 15))(
    'Ctrl-C at prompt %i (%s): nothing written, exit 130',
    async (at, text) => {
      const root = bookOf(files);
      const { status, screen, missed } = await type(
        root,
        ['out'],
        [...outgoing.slice(0, at), { expect: text, send: CTRL_C }],
      );
      expect(missed).toBeNull();
      expect(status).toBe(130);
      expect(screen).toContain('什么都没有写入');
      expect(filesOf(root)).toEqual(files);
    },
  );

  it('asks which document to undo, offers what something is left of, and undoes it whole', async () => {
    const root = bookOf(files);
    const { status, missed } = await type(
      root,
      ['reverse'],
      [
        { expect: '冲销哪张单', send: 'QC20220111' },
        { expect: '❯ QC20220111-001', send: ENTER },
        { expect: '经办人', send: 'cm' },
        { expect: '❯ P1', send: ENTER },
        { expect: '写入吗', send: `y${ENTER}` },
      ],
    );
    expect([missed, status]).toEqual([null, 0]);
    const rows = readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8');
    expect(rows.match(/冲销|reversal/gu)?.length).toBeGreaterThanOrEqual(2);
    expect(rows).toContain('QC20220111-001');
  });

  it('keeps a count that is interrupted and goes on with it, without ever showing the book', async () => {
    const root = bookOf(files);
    const first = await type(
      root,
      ['count'],
      [
        { expect: '盘点人', send: 'cm' },
        { expect: '❯ P1', send: ENTER },
        { expect: '复核人', send: 'lf' },
        { expect: '❯ P2', send: ENTER },
        { expect: '牛奶 B1', send: `12${ENTER}` },
        { expect: '牛奶 B2', send: CTRL_C },
      ],
    );
    expect([first.missed, first.status]).toEqual([null, 130]);
    expect(filesOf(root)).toEqual(files);
    const second = await type(
      root,
      ['count', '--by', 'P1', '--checked-by', 'P2'],
      [
        { expect: '牛奶 B2', send: `23${ENTER}` },
        { expect: '防护服', send: `200${ENTER}` },
        { expect: '写入吗', send: `y${ENTER}` },
      ],
    );
    expect([second.missed, second.status]).toEqual([null, 0]);
    expect(second.screen).toContain('已盘 1 项，还有 2 项');
    expect(second.screen.split('预览')[0]).not.toContain('24');
    const rows = readFileSync(path.join(root, 'counts/2022-01-12.csv'), 'utf8').split('\n');
    expect(rows.slice(1, 4).map((row) => row.split(',').slice(3, 8).join(','))).toEqual([
      '牛奶,,B1,12,盒',
      '牛奶,,B2,23,盒',
      '防护服,,,200,套',
    ]);
  });

  it('asks what a site wants, and what of a delivery arrived', async () => {
    const root = bookOf(files);
    const asked = await type(
      root,
      ['request'],
      [
        { expect: '哪个点位', send: 'yhgld' },
        { expect: '❯ S1', send: ENTER },
        { expect: '物资（编码', send: 'fhf' },
        { expect: '❯ SUIT', send: ENTER },
        { expect: '单位', send: ENTER },
        { expect: '数量', send: `30${ENTER}` },
        { expect: '还有别的', send: ENTER },
        { expect: '哪天要用', send: `2022-01-13${ENTER}` },
        { expect: '经办人', send: `小王${ENTER}` },
        { expect: '写入吗', send: `y${ENTER}` },
      ],
    );
    expect([asked.missed, asked.status]).toEqual([null, 0]);
    expect(readFileSync(path.join(root, 'requests/2022-01-12.csv'), 'utf8')).toContain(
      '2022-01-12,SQ20220112-001,S1,防护服,,30,套,2022-01-13,,小王,,\n',
    );
    const sent = await type(root, ['out', '--item', 'SUIT', '--qty', '30', '--to', 'S1', '--by', 'P1', '--yes'], []);
    expect(sent.status).toBe(0);
    const signed = await type(
      root,
      ['deliver'],
      [
        { expect: '签收哪张单', send: ENTER },
        { expect: '完好实收', send: `28${ENTER}` },
        { expect: '破损', send: ENTER },
        { expect: '写入吗', send: `y${ENTER}` },
      ],
    );
    expect([signed.missed, signed.status]).toEqual([null, 0]);
    expect(readFileSync(path.join(root, 'deliveries/2022-01-12.csv'), 'utf8')).toContain(
      '2022-01-12,18:40,CK20220112-001,防护服,,,28,0,套,S1,,,\n',
    );
  });

  it('asks in English, and goes no further where the answer is no', async () => {
    const root = bookOf({ ...files, 'taizhang.yaml': 'language: en\ntimezone: Asia/Shanghai\n' });
    const { status, screen, missed } = await type(
      root,
      ['dispose', '--item', 'SUIT', '--qty', '2', '--by', 'P1', '--checked-by', 'P2'],
      [{ expect: 'Write it?', send: `n${ENTER}` }],
    );
    expect([missed, status]).toEqual([null, 0]);
    expect(screen).toContain('Nothing was written');
    expect(Object.keys(filesOf(root))).not.toContain('stock/2022-01-12.csv');
  });
});
