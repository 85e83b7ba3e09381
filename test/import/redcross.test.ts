// The published lists of the Wuhan Red Cross, every line of them, against the raw XML of their sheets.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { writeImport } from '../../src/import/write.js';
import { unpack } from '../../src/import/zip.js';
import { bookOnDisk, diskWorkspace, plan } from './workbooks.js';

const folder = fileURLToPath(new URL('../../../shared/data/redcross-wuhan/', import.meta.url));
const files = [
  {
    name: '武汉市红十字会接收社会捐赠物资公示第7期—2.xlsx',
    year: 2020,
    lines: 138,
    first: 6,
    date: '2020-01-29',
    kind: '入库',
    who: 'B',
  },
  {
    name: '武汉市红十字会接收社会捐赠物资公示8-2.xlsx',
    year: null,
    lines: 196,
    first: 7,
    date: '2020-01-30',
    kind: '入库',
    who: 'A',
  },
  {
    name: '武汉市红十字会发放物资一览表.xlsx',
    year: null,
    lines: 202,
    first: 5,
    date: '2020-01-30',
    kind: '出库',
    who: 'A',
  },
] as const;

/** Cells by row, straight from the XML, with the unit of a merged cell carried down: nothing of the importer is used. */
function rawRows(file: string): Map<number, Map<string, string>> {
  const unpacked = unpack(readFileSync(file), () => true);
  if (!unpacked.ok) throw new Error(unpacked.fault);
  const text = (part: string): string =>
    new TextDecoder().decode(unpacked.parts.find(({ name }) => name === part)?.bytes);
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, si = '']) =>
    [...si.matchAll(/<t[^>]*>(.*?)<\/t>/gsu)].map(([, t = '']) => t).join(''),
  );
  const sheet = text('xl/worksheets/sheet1.xml');
  const rows = new Map<number, Map<string, string>>();
  for (const [, column = '', row = '', attributes = '', body = ''] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu,
  )) {
    const value = /<v>(.*?)<\/v>/su.exec(body)?.[1];
    if (value === undefined) continue;
    const cells = rows.get(Number(row)) ?? new Map<string, string>();
    cells.set(column, attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : value);
    rows.set(Number(row), cells);
  }
  for (const [, top = '', bottom = ''] of sheet.matchAll(/<mergeCell ref="D(\d+):D(\d+)"\/>/gu)) {
    const unit = rows.get(Number(top))?.get('D') ?? '';
    for (let row = Number(top) + 1; row <= Number(bottom); row++) rows.get(row)?.set('D', unit);
  }
  return rows;
}

describe.skipIf(!existsSync(folder))(
  'the lists of the Wuhan Red Cross (skipped where ../shared/data is absent)',
  () => {
    it.each(files)(
      '$name: $lines lines, sums as in the sheet, nothing lost',
      async ({ name, year, lines, first, date, kind, who }) => {
        const rows = rawRows(path.join(folder, name));
        const below = [...rows].filter(
          ([row, cells]) => row >= first && [...cells.values()].some((text) => text.replace(/[\u200b\s]/gu, '') !== ''),
        );
        const sums: Record<string, number> = {};
        for (const [, cells] of below) {
          const amount = cells.get('E');
          if (amount !== undefined) sums[cells.get('D') ?? ''] = (sums[cells.get('D') ?? ''] ?? 0) + Number(amount);
        }
        const planned = await plan(readFileSync(path.join(folder, name)), {
          fileName: name,
          create: true,
          mapping: { year },
        });
        expect(planned.accepted).toHaveLength(lines);
        expect(planned.rejected).toEqual([]);
        expect(planned.accepted.length + planned.footers.length).toBe(below.length);
        expect(planned.sums.toRecord()).toEqual(
          Object.fromEntries(Object.entries(sums).map(([unit, sum]) => [unit, String(sum)])),
        );
        expect(new Set(planned.accepted.map(({ texts }) => `${texts.date} ${texts.kind}`))).toEqual(
          new Set([`${date} ${kind}`]),
        );
        // Every name of a giver or receiver in the sheet is one of the rows' parties.
        const names = new Set(
          below
            .filter(([, cells]) => cells.has('E'))
            .flatMap(([, cells]) => cells.get(who)?.trim().replace(/\s+/gu, ' ') ?? []),
        );
        const parties = new Map(planned.after?.book.parties.all.map((party) => [party.code, party.name]));
        const used = planned.accepted.map(({ texts }) => parties.get((kind === '入库' ? texts.from : texts.to) ?? ''));
        expect(used).not.toContain(undefined);
        expect(new Set(used.map((one) => one?.normalize('NFKC')))).toEqual(
          new Set([...names].map((one) => one.normalize('NFKC'))),
        );
        expect(
          new Set(
            planned.accepted.map(
              ({ texts }) => `${texts.date},${texts.doc},${texts.item},${texts.qty},${texts.from},${texts.to}`,
            ),
          ).size,
        ).toBe(lines);
      },
    );

    it('go into one book, again without effect, and a night is run on it', { timeout: 60_000 }, async () => {
      const root = bookOnDisk({ 'taizhang.yaml': 'language: zh-CN\n', 'sites.csv': 'site,name,kind\nD1,仓库,depot\n' });
      for (const again of [false, true]) {
        for (const { name, year, lines } of files) {
          const workspace = diskWorkspace(root);
          const planned = await plan(readFileSync(path.join(folder, name)), {
            fileName: name,
            create: true,
            workspace,
            mapping: { year: again ? null : year },
          });
          expect([planned.accepted.length, planned.duplicates, planned.rejected.length]).toEqual(
            again ? [0, lines, 0] : [lines, 0, 0],
          );
          if (again) expect(planned.changes).toEqual([]);
          else expect(writeImport(root, workspace, planned, null).ok).toBe(true);
        }
      }
      const workspace = diskWorkspace(root);
      const book = loadBook(workspace);
      expect(book.stock.length).toBe(138 + 196 + 202);
      const { diagnostics, quarantined, day } = checkBook(workspace, book, null);
      expect(quarantined).toBe(0);
      expect(day).toBe(book.lastDay);
      // Issued and never received under that name, specification and unit: what the lists themselves say.
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['stock/negative']));
      const tablets = diagnostics.find(({ tell }) => tell('zh').message.includes('万消灵'));
      expect(tablets?.tell('zh').message).toContain('-348');
    });
  },
);
