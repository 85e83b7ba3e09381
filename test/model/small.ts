// A small book written in a test: registers that every case shares, and ledgers given as lines without their header.
import { findingSet, reconcileModel } from './model.js';
import type { ModelResult } from './types.js';

export const HEADERS = {
  stock: 'date,time,doc,kind,item,lot,expiry,qty,unit,from,to,by,ref',
  deliveries: 'date,doc,item,lot,received,damaged,unit,site,by',
  counts: 'date,when,site,item,lot,counted,unit,by,checked_by',
  requests: 'date,doc,site,item,qty,unit,needed_by,cancelled',
} as const;

/** Depots D1, D2, D3 (signs); S1 signs, untracked; S2 signs, tracked; S3 neither; S4 tracked, does not sign. */
export const REGISTERS: Record<string, string> = {
  'taizhang.yaml': 'title: test\n',
  'items.csv': [
    'item,name,category,unit,packs,lots',
    'SUIT,防护服,protective,套,箱=20;包=5,no',
    'MASK,口罩,protective,只,盒=10,auto',
    'KIT,试剂,testing,人份,盒=25,required',
    'RICE,大米,living,kg,袋=10,no',
    'GEL,洗手液,living,瓶,,auto',
    '',
  ].join('\n'),
  'sites.csv': [
    'site,name,kind,tracked,signs',
    'D1,一号库,depot,,',
    'D2,二号库,depot,,',
    'D3,三号库,depot,,yes',
    'S1,隔离点一,isolation,,yes',
    'S2,隔离点二,isolation,yes,yes',
    'S3,采样点,testing,,',
    'S4,服务点,service,yes,no',
    '',
  ].join('\n'),
  'parties.csv': 'party,name,kind\nSUP,供应商,supplier\nREC,医院,recipient\nOTH,其他,other\n',
  'staff.csv': 'staff,name\nP1,张三\nP2,李四\n',
};

export interface Ledgers {
  stock?: string[];
  deliveries?: string[];
  counts?: string[];
  requests?: string[];
  policy?: string;
}

/** Stock rows are written `date doc kind item lot expiry qty from to ref`, with `-` for blank. */
function stockCells(row: string): string {
  const [date, doc, kind, item, lot, expiry, qty, from, to, ref] = words(row);
  const [day, time] = (date ?? '').split('T');
  return [day, time ?? '', doc, kind, item, lot, expiry, qty, '', from, to, '', ref ?? ''].join(',');
}

function words(row: string): string[] {
  return row
    .trim()
    .split(/\s+/)
    .map((word) => (word === '-' ? '' : word));
}

/** Deliveries: `date doc item lot received damaged site`. */
function deliveryCells(row: string): string {
  const [date, doc, item, lot, received, damaged, site] = words(row);
  return [date, doc, item, lot, received, damaged ?? '', '', site ?? '', ''].join(',');
}

/** Counts: `date when site item lot counted`. */
function countCells(row: string): string {
  const [date, when, site, item, lot, counted] = words(row);
  return [date, when, site, item, lot, counted, '', '', ''].join(',');
}

/** Requests: `date doc site item qty needed_by cancelled`. */
function requestCells(row: string): string {
  const [date, doc, site, item, qty, neededBy, cancelled] = words(row);
  return [date, doc, site, item, qty, '', neededBy ?? '', cancelled ?? ''].join(',');
}

function full(text: string): string {
  return text.length === 1 ? `2022-01-0${text}` : `2022-01-${text}`;
}

/** In the rows of these tests a day of January 2022 is written `@3`. */
function days(text: string): string {
  return text.replace(/@(\d+)/g, (_, day: string) => full(day));
}

export function smallBook(ledgers: Ledgers): Record<string, string> {
  const files = { ...REGISTERS };
  const put = (name: keyof typeof HEADERS, rows: string[] | undefined, cells: (row: string) => string) => {
    if (rows !== undefined) files[`${name}/a.csv`] = `${[HEADERS[name], ...rows.map(days).map(cells)].join('\n')}\n`;
  };
  put('stock', ledgers.stock, stockCells);
  put('deliveries', ledgers.deliveries, deliveryCells);
  put('counts', ledgers.counts, countCells);
  put('requests', ledgers.requests, requestCells);
  if (ledgers.policy !== undefined) files['taizhang.yaml'] = `title: test\npolicy: {${ledgers.policy}}\n`;
  return files;
}

export function run(ledgers: Ledgers, day: number): ModelResult {
  return reconcileModel(smallBook(ledgers), full(String(day)));
}

/** `site item lot: opening in out adjusted closing counted variance status` of every line, `-` for absent or blank. */
export function balances(result: ModelResult): string[] {
  return result.lines.map((line) =>
    [
      `${line.site} ${line.item} ${line.lot === '' ? '-' : line.lot}:`,
      ...[line.opening, line.in, line.out, line.adjusted, line.closing],
      ...[line.counted ?? '-', line.variance ?? '-', line.status],
    ].join(' '),
  );
}

/** `doc item lot: dispatched received damaged returned lost inTransit status` of every delivery line. */
export function transit(result: ModelResult): string[] {
  return result.deliveries.map((line) =>
    [
      `${line.doc} ${line.item} ${line.lot === '' ? '-' : line.lot}:`,
      ...[line.dispatched, line.received, line.damaged, line.returned, line.lost, line.inTransit, line.status],
    ].join(' '),
  );
}

/** `code ledger:line` of every finding. */
export function found(result: ModelResult): string[] {
  return findingSet(result.findings).map((each) => `${each.code} ${each.file.split('/')[0]}:${each.line}`);
}

/** `today total signedTotal incomplete` of a category. */
export function delivered(result: ModelResult, category: string): string {
  const line = result.delivered.find((each) => each.category === category);
  return line === undefined ? '' : [line.today, line.total, line.signedTotal, line.incomplete].join(' ');
}
