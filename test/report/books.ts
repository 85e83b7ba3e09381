// Small books for the tests of reports: a depot, a site that signs, and a few rows, as they would stand on disk.

import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { type Day, parseDay } from '../../src/core/day.js';
import type { Diagnostic } from '../../src/core/finding.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import type { Reconciliation } from '../../src/stock/figures.js';

export interface Small {
  readonly book: Book;
  readonly figures: Reconciliation;
  readonly diagnostics: readonly Diagnostic[];
}

export const registers = {
  'taizhang.yaml': 'title: 石柱镇物资储备保障中心\nlanguage: zh-CN\n',
  'items.csv': [
    'item,name,spec,category,unit,packs,lots',
    'PPE-SUIT,防护服,175,protective,套,箱=20,no',
    'PPE-N95,医用防护口罩,,protective,只,,auto',
    'NAT-TUBE,采样管,,testing,管,,no',
    'LIV-RICE,大米,,living,kg,,no',
    'MEAL-L,午餐,,meals,份,,no',
  ].join('\n'),
  'sites.csv': [
    'site,name,kind,tracked,signs',
    'D1,一号仓库,depot,yes,no',
    'S001,石柱中学隔离点,isolation,no,yes',
    'S002,中心小学采样点,testing,yes,yes',
    'F01,东街服务点,service,no,no',
  ].join('\n'),
} as const;

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`no day: ${text}`);
  return found;
}

/** Rows of one file, with the header of its ledger. */
export function csv(header: string, ...rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`;
}

export const STOCK = 'date,doc,kind,item,lot,expiry,qty,from,to,ref';

/** A book with the registers above and what else is given, as of a date, with every finding. */
export function small(files: Readonly<Record<string, string>>, asOf: string, from: string = asOf): Small {
  const workspace = memoryWorkspace({ ...registers, ...files });
  const book = loadBook(workspace);
  const period = { from: day(from), to: day(asOf) };
  const { figures, diagnostics } = checkBook(workspace, book, period.to, period);
  if (figures === null) throw new Error('a book without dated rows');
  return { book, figures, diagnostics };
}

/** The day of the examples: opening stock, a delivery signed short, a gift, a count that differs. */
export const night: Readonly<Record<string, string>> = {
  'stock/2022-01-11.csv': csv(
    STOCK,
    '2022-01-11,QC20220111-001,opening,PPE-SUIT,,,1200,,D1,',
    '2022-01-11,QC20220111-001,opening,PPE-N95,N1,2022-01-31,500,,D1,',
    '2022-01-11,QC20220111-001,opening,PPE-N95,N2,2023-06-30,700,,D1,',
  ),
  'stock/2022-01-12.csv': csv(
    STOCK,
    '2022-01-12,CK20220112-001,issue,PPE-SUIT,,,15箱,D1,S001,',
    '2022-01-12,CK20220112-002,issue,PPE-N95,,,600,D1,F01,',
    '2022-01-12,RK20220112-001,receipt,PPE-SUIT,,,100,红十字会,D1,',
    '2022-01-12,PK20220112-001,loss,PPE-SUIT,,,3,D1,,count:2022-01-12:D1',
    '2022-01-12,CX20220112-001,reversal,PPE-N95,,,100,D1,F01,CK20220112-002',
  ),
  'deliveries/2022-01-12.csv': csv('date,doc,item,received,damaged', '2022-01-12,CK20220112-001,PPE-SUIT,298,0'),
  'counts/2022-01-12.csv': csv(
    'date,site,item,lot,counted',
    '2022-01-12,D1,PPE-SUIT,,995',
    '2022-01-12,D1,PPE-N95,,700',
  ),
};
