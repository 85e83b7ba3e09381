// Faults put into good books on purpose, each with the checks of which one must speak.

import type { Slug } from '../../../src/core/slugs.js';
import { type Files, textOf, utf8 } from '../case.js';
import type { Random } from '../random.js';
import { copySheets, type Grid, type Sheets } from '../sheets.js';
import { dates, numbers } from '../weird.js';
import { joined } from './bytes.js';

/** Put into the cells, before the book is written in one way or another. */
interface CellFault {
  readonly what: string;
  readonly slugs: readonly Slug[];
  put(sheets: Sheets, random: Random): void;
}

/** Put into the bytes of a file. */
interface FileFault {
  readonly what: string;
  readonly slugs: readonly Slug[];
  put(files: Files, random: Random): Files;
}

const STOCK = 'stock/2022.csv';
const DELIVERIES = 'deliveries/2022.csv';
const COUNTS = 'counts/2022.csv';
const REQUESTS = 'requests/2022.csv';

const ledgers = [STOCK, DELIVERIES, COUNTS, REQUESTS, 'census/2022.csv', 'roster/2022.csv'];

function gridOf(sheets: Sheets, file: string): Grid {
  const grid = sheets.grids.get(file);
  if (grid === undefined) throw new RangeError(file);
  return grid;
}

function set(
  file: string,
  column: string,
  value: (cell: string, random: Random) => string,
  where: (row: string[], at: (name: string) => string) => boolean = () => true,
) {
  return (sheets: Sheets, random: Random): void => {
    const { header, rows } = gridOf(sheets, file);
    const fits = rows.filter((row) => where(row, (name) => row[header.indexOf(name)] ?? ''));
    const row = random.pick(fits);
    const at = header.indexOf(column);
    row[at] = value(row[at] ?? '', random);
  };
}

function to(...values: readonly string[]) {
  return (_cell: string, random: Random): string => random.pick(values);
}

/** Another number than the one that stands there, unit and all. */
function off(cell: string, random: Random): string {
  return cell.replace(/^\d+/u, (digits) => String(Number(digits) + 1 + random.below(3)));
}

/** What no reader should take for an amount. */
const noNumbers = numbers.filter((text) =>
  /^(?:1e3|1E-3|0x10|10,00|1,2345|1\.2\.3|NaN|Infinity|九|十二|½|²|1−1|—|1\/2|l0|1O|O|٣|१२|1_000|1e400|\+1|-1|0\.0000001|9{26,})$/u.test(
    text,
  ),
);
const noDates = dates.filter((text) =>
  /^(?:2022-02-29|2022-13-01|2022-00-10|2022-01-32|2022年13月1日|2100-02-29|昨天|2022-1|2022|20221301|12\/1\/2022|22-01-12|10000-01-01)$/u.test(
    text,
  ),
);

const cellFaults: readonly CellFault[] = [
  { what: 'a count is off', slugs: ['count/variance'], put: set(COUNTS, 'counted', off) },
  {
    what: 'an issue is off',
    slugs: ['count/variance', 'stock/negative'],
    put: set(STOCK, 'qty', off, (_, at) => at('kind') !== 'transfer'),
  },
  {
    what: 'a dispatch is off',
    slugs: ['count/variance', 'delivery/short'],
    put: set(STOCK, 'qty', off, (_, at) => at('kind') === 'transfer'),
  },
  {
    what: 'a receipt is signed for with more',
    slugs: ['delivery/over', 'count/variance'],
    put: set(DELIVERIES, 'received', off),
  },
  {
    what: 'a delivery row is gone',
    slugs: ['count/variance'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, DELIVERIES);
      rows.splice(random.below(rows.length), 1);
    },
  },
  {
    what: 'a movement is gone',
    slugs: ['count/variance', 'stock/negative', 'delivery/unmatched'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, STOCK);
      rows.splice(random.below(rows.length), 1);
    },
  },
  {
    what: 'a movement stands twice',
    slugs: ['stock/duplicate-row'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, STOCK);
      rows.splice(random.below(rows.length + 1), 0, [...random.pick(rows)]);
    },
  },
  {
    what: 'counted twice, and differently',
    slugs: ['count/duplicate'],
    put(sheets, random) {
      const { header, rows } = gridOf(sheets, COUNTS);
      const again = [...random.pick(rows)];
      const at = header.indexOf('counted');
      again[at] = off(again[at]!, random);
      rows.push(again);
    },
  },
  ...ledgers.map(
    (file): CellFault => ({
      what: `no date in ${file}`,
      slugs: ['value/date'],
      put: set(file, 'date', (_, random) => random.pick(noDates)),
    }),
  ),
  ...ledgers.map(
    (file): CellFault => ({
      what: `a blank date in ${file}`,
      slugs: ['value/required'],
      put: set(file, 'date', to('', ' ', '\u200b', '\u3000')),
    }),
  ),
  ...ledgers.slice(0, 4).map(
    (file): CellFault => ({
      what: `an unknown item in ${file}`,
      slugs: ['ref/item'],
      put: set(file, 'item', to('SUITS', '防护', 'MASK\u0000', 'ＭASKS', 'constructor', '__proto__', 'S\u00adUIT')),
    }),
  ),
  ...[DELIVERIES, COUNTS, REQUESTS, 'census/2022.csv', 'roster/2022.csv'].map(
    (file): CellFault => ({
      what: `an unknown site in ${file}`,
      slugs: ['ref/site'],
      put: set(file, 'site', to('S9', '仓库', 'D 1', 'D1\u0007', 'toString')),
    }),
  ),
  { what: 'no amount', slugs: ['value/quantity'], put: set(STOCK, 'qty', (_, random) => random.pick(noNumbers)) },
  { what: 'an amount of nothing', slugs: ['value/quantity'], put: set(STOCK, 'qty', to('0', '-0', '0.0', '０')) },
  {
    what: 'no amount signed for',
    slugs: ['value/quantity', 'delivery/short'],
    put: set(DELIVERIES, 'received', (_, random) => random.pick(noNumbers.filter((text) => text !== '-1'))),
  },
  { what: 'no count', slugs: ['value/quantity'], put: set(COUNTS, 'counted', (_, random) => random.pick(noNumbers)) },
  { what: 'a blank count', slugs: ['value/required'], put: set(COUNTS, 'counted', to('', ' ', '\u200b')) },
  { what: 'a blank amount', slugs: ['value/required'], put: set(STOCK, 'qty', to('', '\u3000')) },
  { what: 'an unknown unit', slugs: ['value/unit', 'value/quantity'], put: set(STOCK, 'unit', to('件', '吨', 'x')) },
  { what: 'an unknown kind', slugs: ['value/choice'], put: set(STOCK, 'kind', to('issues', '出', '入厍', 'x')) },
  {
    what: 'nobody it comes from',
    slugs: ['stock/direction'],
    put: set(STOCK, 'from', to(''), (_, at) => ['transfer', 'issue', 'disposal'].includes(at('kind'))),
  },
  {
    what: 'nobody it goes to',
    slugs: ['stock/direction'],
    put: set(STOCK, 'to', to(''), (_, at) => at('kind') !== 'disposal'),
  },
  {
    what: 'from an unknown place',
    slugs: ['ref/site', 'ref/party'],
    put: set(STOCK, 'from', to('D9', 'nowhere'), (_, at) => at('kind') !== 'opening'),
  },
  {
    what: 'to an unknown place',
    slugs: ['ref/site', 'ref/party'],
    put: set(STOCK, 'to', to('D9', 'nowhere'), (_, at) => at('kind') !== 'disposal'),
  },
  { what: 'by somebody unknown', slugs: ['ref/staff'], put: set(STOCK, 'by', to('P999', '无名')) },
  { what: 'checked by oneself', slugs: ['stock/self-check'], put: set(STOCK, 'checked_by', to('P001', '陈明')) },
  { what: 'counted by oneself', slugs: ['count/self-check'], put: set(COUNTS, 'checked_by', to('P001', '陈明')) },
  {
    what: 'a lot where there are none',
    slugs: ['stock/lot-unexpected'],
    put: set(STOCK, 'lot', to('L9'), (_, at) => ['SUIT', 'MASK', '防护服', '医用口罩'].includes(at('item'))),
  },
  {
    what: 'signed for a document that is not',
    slugs: ['delivery/unmatched'],
    put: set(DELIVERIES, 'doc', to('DB19990101-001', 'x')),
  },
  {
    what: 'one person in two places',
    slugs: ['staff/double-booked'],
    put: set('roster/2022.csv', 'staff', (cell) => (cell === 'P002' ? 'P003' : 'P002')),
  },
  {
    what: 'resolved before it was raised',
    slugs: ['need/transition'],
    put: set('needs/2022.csv', 'event', to('resolve', '办结'), (_, at) => at('event') === 'raise'),
  },
  {
    what: 'a document of two days',
    slugs: ['stock/document-reused'],
    put(sheets, random) {
      const { header, rows } = gridOf(sheets, STOCK);
      const row = [...random.pick(rows)];
      row[header.indexOf('date')] = '2022-01-09';
      row[header.indexOf('qty')] = '1';
      row[header.indexOf('unit')] = '';
      rows.push(row);
    },
  },
  {
    what: 'a reversal of nothing',
    slugs: ['stock/reversal-unmatched'],
    put(sheets, random) {
      const { header, rows } = gridOf(sheets, STOCK);
      const row = [...random.pick(rows)];
      row[header.indexOf('kind')] = 'reversal';
      row[header.indexOf('ref')] = 'CK20211231-001';
      row[header.indexOf('doc')] = 'CX20220112-001';
      rows.push(row);
    },
  },
  {
    what: 'more than there is',
    slugs: ['stock/negative', 'count/variance'],
    put: set(
      STOCK,
      'qty',
      to('3.6万', '900000', '９０００００'),
      (_, at) => at('kind') === 'transfer' || at('kind') === 'issue' || at('kind') === 'disposal',
    ),
  },
  {
    what: 'a code twice in a register',
    slugs: ['id/duplicate'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, random.pick(['items.csv', 'sites.csv', 'staff.csv', 'parties.csv']));
      rows.push([...random.pick(rows)]);
    },
  },
  {
    what: 'a setting that switches off what cannot be',
    slugs: ['value/date'],
    put(sheets, random) {
      const text = sheets.texts.get('taizhang.yaml') ?? '';
      sheets.texts.set('taizhang.yaml', text.replace(/^checks: .*$/mu, 'checks: {value/date: off}'));
      set(STOCK, 'date', to('昨天'))(sheets, random);
    },
  },
  {
    what: 'an unknown setting',
    slugs: ['yaml/schema'],
    put(sheets) {
      sheets.texts.set('taizhang.yaml', `${sheets.texts.get('taizhang.yaml') ?? ''}polizy: {}\n`);
    },
  },
  {
    what: 'settings that cannot be read',
    slugs: ['yaml/syntax'],
    put(sheets, random) {
      const file = random.pick(['taizhang.yaml', 'org.yaml']);
      sheets.texts.set(
        file,
        `${sheets.texts.get(file) ?? ''}${random.pick(['a: "b\n', 'a: [1\n', 'a: *b\n', '\ta: 1\n'])}`,
      );
    },
  },
  {
    what: 'a leader nobody knows',
    slugs: ['org/leader', 'ref/staff'],
    put(sheets) {
      sheets.texts.set('org/more.yaml', '- {id: G-2, name: 二组, level: group, leader: P999}\n');
    },
  },
  {
    what: 'an include that leaves the book',
    slugs: ['file/outside-book'],
    put(sheets, random) {
      const path = random.pick(['../other/org.yaml', '/etc/passwd', 'org/../../x.yaml']);
      sheets.texts.set('org.yaml', (sheets.texts.get('org.yaml') ?? '').replace('org/more.yaml', path));
    },
  },
  {
    what: 'a required column is gone',
    slugs: ['csv/header-missing'],
    put(sheets, random) {
      const [file, column] = random.pick([
        [STOCK, 'qty'],
        [STOCK, 'kind'],
        [DELIVERIES, 'received'],
        [COUNTS, 'counted'],
        ['items.csv', 'unit'],
        ['sites.csv', 'kind'],
      ] as const);
      const { header, rows } = gridOf(sheets, file);
      const at = header.indexOf(column);
      header.splice(at, 1);
      for (const row of rows) row.splice(at, 1);
    },
  },
  {
    what: 'a column twice',
    slugs: ['csv/header-duplicate'],
    put(sheets, random) {
      const { header, rows } = gridOf(sheets, random.pick([STOCK, DELIVERIES, COUNTS, 'items.csv']));
      const at = random.below(header.length);
      header.push(header[at]!);
      for (const row of rows) row.push(row[at]!);
    },
  },
];

/** A file with ledger rows in it, and the place of one of its lines. */
function aLine(files: Files, random: Random): { name: string; lines: string[]; line: number } {
  const names = Object.keys(files).filter((name) => /^(?:stock|deliveries|counts|requests)\/.*\.csv$/iu.test(name));
  for (;;) {
    const name = random.pick(names);
    const lines = textOf(files[name]!).split('\n');
    // Something stands in the first cells: what is left of a row that is cut short is no empty line.
    const full = lines.flatMap((text, at) => (at > 1 && /\d/u.test(text.split(',', 4).join()) ? [at] : []));
    if (full.length > 0) return { name, lines, line: random.pick(full) };
  }
}

function inLine(change: (text: string, random: Random) => string) {
  return (files: Files, random: Random): Files => {
    const { name, lines, line } = aLine(files, random);
    lines[line] = change(lines[line]!, random);
    return { ...files, [name]: utf8(lines.join('\n')) };
  };
}

const fileFaults: readonly FileFault[] = [
  { what: 'a quote that is never closed', slugs: ['csv/quote'], put: inLine((text) => `"${text.replaceAll('"', '')}`) },
  {
    what: 'a quote within a word',
    slugs: ['csv/quote'],
    put: inLine((text) => text.replaceAll('"', '').replace(/(\d)/u, '$1"')),
  },
  {
    what: 'a cell too few',
    slugs: ['csv/ragged-row'],
    put: inLine((text) =>
      text
        .replaceAll('"', '')
        .replace(/,+\r?$/u, '')
        .split(',')
        .slice(0, 4)
        .join(','),
    ),
  },
  {
    what: 'a cell too many',
    slugs: ['csv/ragged-row'],
    put: inLine((text) => `${text.replace(/\r$/u, '')}${',x'.repeat(9)}`),
  },
  {
    what: 'a conflict',
    slugs: ['file/conflict-marker'],
    put: inLine((text) => `<<<<<<< HEAD\n${text}\n=======\n${text}\n>>>>>>> other`),
  },
  {
    what: 'bytes of no encoding',
    slugs: ['file/encoding'],
    put(files, random) {
      const { name } = aLine(files, random);
      const bytes = files[name]!;
      const at = random.below(bytes.length + 1);
      return { ...files, [name]: joined(bytes.subarray(0, at), Uint8Array.of(0xff, 0xff), bytes.subarray(at)) };
    },
  },
  {
    what: 'a register that is not there',
    slugs: ['file/missing'],
    put(files, random) {
      const { [random.pick(['items.csv', 'sites.csv'])]: _, ...rest } = files;
      return rest;
    },
  },
];

export const faultNames: readonly string[] = [...cellFaults, ...fileFaults].map(({ what }) => what);

/** A good book with one fault in it, written by `write`. */
export function withFault(
  good: Sheets,
  random: Random,
  write: (sheets: Sheets) => Files,
): { files: Files; what: string; slugs: readonly Slug[] } {
  const which = random.below(cellFaults.length + fileFaults.length);
  const cell = cellFaults[which];
  if (cell !== undefined) {
    const sheets = copySheets(good);
    cell.put(sheets, random);
    return { files: write(sheets), what: cell.what, slugs: cell.slugs };
  }
  const { what, slugs, put } = fileFaults[which - cellFaults.length]!;
  return { files: put(write(good), random), what, slugs };
}
