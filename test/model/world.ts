// The world of the random books: its sites, items, lots and days, and the columns and files of its ledgers.
import { addDays } from './number.js';
import { REGISTERS } from './small.js';

export type LedgerName = 'stock' | 'deliveries' | 'counts' | 'requests';

export const COLUMNS: Record<LedgerName, string[]> = {
  stock: 'date,time,doc,kind,item,lot,expiry,qty,unit,from,to,by,checked_by,ref,note'.split(','),
  deliveries: 'date,time,doc,item,lot,received,damaged,unit,site,note'.split(','),
  counts: 'date,when,site,item,lot,counted,unit,by,note'.split(','),
  requests: 'date,doc,site,item,qty,unit,needed_by,cancelled,note'.split(','),
};

export type Cells = Record<string, string>;

export interface LedgerRow {
  ledger: LedgerName;
  cells: Cells;
  broken: boolean;
}

export const FIRST_DAY = '2022-01-10';
export const DAYS = 6;

export function dayAt(index: number): string {
  return addDays(FIRST_DAY, index);
}

export const DEPOTS = ['D1', 'D2', 'D3'];
export const TRACKED = ['D1', 'D2', 'S2', 'S4', 'D3'];
export const OUTLETS = ['S1', 'S2', 'S3', 'S4', 'REC', 'OTH', 'D2', 'D3', 'D1'];
export const SIGNING = ['S1', 'S2', 'D3'];
export const PARTIES = ['SUP', 'REC', 'OTH'];

export interface WorldItem {
  item: string;
  lots: 'no' | 'auto' | 'required';
  unit: string;
  packs: [string, bigint][];
  expiries: Record<string, string>;
}

const MASK = { L1: dayAt(1), L2: dayAt(3), L3: dayAt(40) };
const KIT = { L1: dayAt(40), L2: dayAt(2), L3: dayAt(4) };
const GEL = { L1: dayAt(30), L2: dayAt(30), L3: '' };

export const ITEMS: WorldItem[] = [
  { item: 'MASK', lots: 'auto', unit: '只', packs: [['盒', 10n]], expiries: MASK },
  {
    item: 'SUIT',
    lots: 'no',
    unit: '套',
    packs: [
      ['箱', 20n],
      ['包', 5n],
    ],
    expiries: {},
  },
  { item: 'KIT', lots: 'required', unit: '人份', packs: [['盒', 25n]], expiries: KIT },
  { item: 'GEL', lots: 'auto', unit: '瓶', packs: [], expiries: GEL },
  { item: 'RICE', lots: 'no', unit: 'kg', packs: [['袋', 10n]], expiries: {} },
];

export const LOTS = ['L1', 'L2', 'L3'];

/** The element an arbitrary number stands for. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const element = list[index % list.length];
  if (element === undefined) throw new Error('nothing to pick from');
  return element;
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function fileOf(row: LedgerRow): string {
  const date = row.cells.date ?? '';
  return `${row.ledger}/${/^2022-01-\d\d$/.test(date) ? date : 'odd'}.csv`;
}

/** The book on disk: one file a day and ledger, as the tool writes it. */
export function render(rows: LedgerRow[], policy: string): Record<string, string> {
  const files: Record<string, string> = { ...REGISTERS, 'taizhang.yaml': `title: test\npolicy: {${policy}}\n` };
  for (const row of rows) {
    const file = fileOf(row);
    const columns = COLUMNS[row.ledger];
    const line = columns.map((column) => quote(row.cells[column] ?? '')).join(',');
    files[file] = `${files[file] ?? `${columns.join(',')}\n`}${line}\n`;
  }
  return files;
}
