// Small workbooks and books made where a test needs them, and an import of one into the other.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { loadBook } from '../../src/book/load.js';
import { parseDay } from '../../src/core/day.js';
import { type Mapping, NO_MAPPING } from '../../src/import/mapping.js';
import { openSheets } from '../../src/import/open.js';
import { planImport } from '../../src/import/plan.js';
import type { ImportPlan, ImportRequest } from '../../src/import/request.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';

type Cell = string | number | boolean | Date | null;

export interface SheetSpec {
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  /** `A2:A4` */
  readonly merges?: readonly string[];
}

function range(text: string) {
  const [from = '', to = ''] = text.split(':');
  const at = (cell: string) => ({ column: cell.charCodeAt(0) - 65, row: Number(cell.slice(1)) - 1 });
  return { startRow: at(from).row, startCol: at(from).column, endRow: at(to).row, endCol: at(to).column };
}

export async function workbook(...sheets: SheetSpec[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [] }, i) => ({
      name: name ?? `Sheet${i + 1}`,
      rows: rows.map((row) => [...row]),
      merges: merges.map(range),
    })),
  });
}

export const bookFiles: Readonly<Record<string, string>> = {
  'taizhang.yaml': 'title: 测试\nlanguage: zh-CN\ntimezone: Asia/Shanghai\nexcel: no\n',
  'items.csv':
    'item,name,spec,category,unit,packs,aliases\nMASK,医用口罩,,protective,只,箱=2000,口罩\nSUIT,防护服,175,protective,套,箱=20,\nSUIT-L,防护服,180,protective,套,箱=20,\nALC,酒精,75%,protective,瓶,,\n',
  'sites.csv': 'site,name,kind\nD1,中心仓库,depot\nS1,东街服务点,service\n',
  'parties.csv': 'party,name,kind\nP1,红十字会,donor\nP2,市医院,recipient\n',
};

export function book(files: Readonly<Record<string, string>> = {}): Workspace {
  return memoryWorkspace({ ...bookFiles, ...files });
}

/** The same on disk, for tests that write. */
export function bookOnDisk(files: Readonly<Record<string, string>> = bookFiles): string {
  const root = mkdtempSync(path.join(tmpdir(), 'taizhang-import-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, name), content);
  return root;
}

export interface Options extends Partial<Omit<ImportRequest, 'mapping'>> {
  readonly mapping?: Partial<Mapping>;
}

export async function plan(bytes: Uint8Array, options: Options = {}): Promise<ImportPlan> {
  const result = await tryPlan(bytes, options);
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.plan;
}

export async function tryPlan(bytes: Uint8Array, options: Options = {}): Promise<ReturnType<typeof planImport>> {
  const opened = await openSheets(bytes);
  if (!opened.ok) return opened;
  const workspace = options.workspace ?? book();
  return planImport({
    fileName: 'list.xlsx',
    table: 'stock',
    create: false,
    reverse: false,
    lang: 'zh',
    today: parseDay('2020-02-10'),
    ...options,
    sheets: opened.sheets,
    workspace,
    book: loadBook(workspace),
    mapping: { ...NO_MAPPING, ...options.mapping },
  });
}

/** Texts of the accepted rows in the columns asked for. */
export function accepted(planned: ImportPlan, ...columns: string[]): string[] {
  return planned.accepted.map(({ texts }) => columns.map((column) => texts[column] ?? '').join(' '));
}

export function rejected(planned: ImportPlan): string[] {
  return planned.rejected.map(({ cell, text, reason }) => `${cell} ${text}: ${reason.zh}`);
}

export function csv(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export { diskWorkspace };
