// What is too large on purpose: each case says what must be found in it, and what time and memory it may take.

const MB = 1_000_000;

const base = [
  ['taizhang.yaml', 'title: 大\nlanguage: zh-CN\n'],
  ['items.csv', 'item,name,category,unit\nA,甲,living,只\n'],
  ['sites.csv', 'site,name,kind\nD1,仓库,depot\n'],
];
const header = 'date,doc,kind,item,qty,to,note\n';
const row = (n) => `2022-01-12,QC20220112-${String(n).padStart(3, '0')},opening,A,1,D1,\n`;

function* withFiles(...files) {
  yield* base;
  for (const [name, make] of files) yield [name, Buffer.from(make())];
}

/** A file between two good rows: those must still be read. */
const between = (text) => `${header}${row(1)}${text}\n${row(2)}`;

export const cases = [
  {
    name: 'one-line',
    about: 'a line of 100 MB in one cell',
    files: () =>
      withFiles(['stock/a.csv', () => between(`2022-01-12,QC20220112-009,opening,A,${'9'.repeat(100 * MB)},D1,`)]),
    found: ['value/quantity'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'one-line-of-commas',
    about: 'a line of 100 million separators',
    files: () => withFiles(['stock/a.csv', () => between(`x${','.repeat(100 * MB)}x`)]),
    found: ['csv/ragged-row'],
    seconds: 120,
    megabytes: 2000,
  },
  {
    name: 'no-line-end',
    about: '100 MB of which nothing is a table',
    files: () => withFiles(['stock/a.csv', () => 'x'.repeat(100 * MB)]),
    found: ['csv/header-missing'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'quoted-cell',
    about: 'a note of 100 MB, well quoted, in a million lines',
    files: () =>
      withFiles([
        'stock/a.csv',
        () => between(`2022-01-12,QC20220112-009,opening,A,x,D1,"${'行'.repeat(33).concat('\n').repeat(MB)}"`),
      ]),
    found: ['value/quantity'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'unclosed-quote',
    about: 'a quote that is never closed, before 100 MB of rows',
    files: () =>
      withFiles([
        'stock/a.csv',
        () =>
          `${header}${row(1)}2022-01-12,QC20220112-009,opening,A,1,D1,"x\n${'2022-01-12,QC20220112-010,opening,A,1,D1,x\n'.repeat(50_000)}`,
      ]),
    found: ['csv/quote', 'stock/duplicate-row'],
    seconds: 120,
    megabytes: 1500,
  },
  {
    name: 'quote-per-line',
    about: '200,000 lines, each with a quote that is never closed',
    files: () =>
      withFiles(['stock/a.csv', () => `${header}${'2022-01-12,QC20220112-010,opening,A,1,D1,"x\n'.repeat(200_000)}`]),
    found: ['csv/quote'],
    seconds: 120,
    megabytes: 1500,
  },
  {
    name: 'wide-header',
    about: 'a million columns nobody knows',
    files: () =>
      withFiles([
        'stock/a.csv',
        () => `${header.trimEnd()},${Array.from({ length: MB }, (_, n) => `c${n}`).join(',')}\n${row(1)}`,
      ]),
    found: ['csv/header-unknown'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'wide-header-same',
    about: 'one column a million times',
    files: () => withFiles(['stock/a.csv', () => `${header.trimEnd()}${',qty'.repeat(MB)}\n${row(1)}`]),
    found: ['csv/header-unknown'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'widest-table',
    about: 'as many columns as a spreadsheet has, each with an identity number in two hundred rows',
    files: () =>
      withFiles([
        'stock/a.csv',
        () =>
          `${header.trimEnd()},${Array.from({ length: 16_377 }, (_, n) => `c${n}`).join(',')}\n${`${row(1).trimEnd()}${',11010519491231002X'.repeat(16_377)}\n`.repeat(20)}`,
      ]),
    found: ['csv/header-unknown', 'staff/personal-data'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'unknown-names',
    about: '20,000 names nobody knows beside 5,000 that are known',
    *files() {
      yield [
        'items.csv',
        `item,name,category,unit\n${Array.from({ length: 5000 }, (_, n) => `A${n},医用防护物资${n}号,living,只\n`).join('')}`,
      ];
      yield ['taizhang.yaml', 'title: 大\n'];
      yield ['sites.csv', 'site,name,kind\nD1,仓库,depot\n'];
      yield [
        'stock/a.csv',
        `${header}${Array.from({ length: 20_000 }, (_, n) => `2022-01-12,x${n},opening,医用防护物品${n}型,1,D1,\n`).join('')}`,
      ];
    },
    found: ['ref/item'],
    seconds: 120,
    megabytes: 1500,
  },
  {
    name: 'wide-row',
    about: 'a row of a million cells',
    files: () => withFiles(['stock/a.csv', () => between(`2022-01-12${',x'.repeat(MB)}`)]),
    found: ['csv/ragged-row'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'many-files',
    about: 'ten thousand files of one row',
    *files() {
      yield* base;
      for (let n = 0; n < 10_000; n++)
        yield [`stock/${n % 100}/${n}.csv`, `${header}2022-01-12,x${n},opening,A,x,D1,\n`];
    },
    found: ['value/quantity'],
    seconds: 120,
    megabytes: 1500,
  },
  {
    name: 'many-findings',
    about: '300,000 rows with a fault each',
    files: () =>
      withFiles([
        'stock/a.csv',
        () => header + Array.from({ length: 300_000 }, (_, n) => `2022-01-12,x${n},opening,A,x,D1,\n`).join(''),
      ]),
    found: ['value/quantity'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'findings-on-a-long-line',
    about: 'seven faults in one row whose note is 20 MB long',
    files: () =>
      withFiles([
        'stock/a.csv',
        () => `note,date,doc,kind,item,qty,to\n${`${'长'.repeat(300_000)},x,,x,x,x,x\n`.repeat(20)}`,
      ]),
    found: ['value/date', 'value/quantity'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'lone-returns',
    about: 'a million rows with the line ends of an old Macintosh',
    files: () => withFiles(['stock/a.csv', () => (header + row(1).repeat(MB)).replaceAll('\n', '\r')]),
    found: ['csv/header-missing'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'identity-numbers',
    about: 'a line of 100,000 identity numbers in notes',
    files: () =>
      withFiles([
        'stock/a.csv',
        () =>
          `${header}${`2022-01-12,QC20220112-001,opening,A,1,D1,${'11010519491231002X '.repeat(100)}\n`.repeat(3000)}`,
      ]),
    found: ['staff/personal-data'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'blank-lines',
    about: '100 MB of blank lines',
    files: () =>
      withFiles([
        'stock/a.csv',
        () => `${header}${'\n'.repeat(50 * MB)}${',,,\r\n'.repeat(10 * MB)}2022-01-12,x,opening,A,x,D1,\n`,
      ]),
    found: ['value/quantity'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'gb18030',
    about: '60 MB in GB18030, cut within its last character',
    *files() {
      yield* base;
      const line = Buffer.concat([
        Buffer.from('2022-01-12,x,opening,A,1,D1,'),
        Buffer.from([0xce, 0xef, 0xd7, 0xca, 0x0a]),
      ]);
      yield ['stock/a.csv', Buffer.concat([Buffer.from(header), Buffer.alloc(60 * MB, line), Buffer.from([0xce])])];
    },
    found: ['file/encoding'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'conflict-markers',
    about: 'a million conflict markers',
    files: () => withFiles(['stock/a.csv', () => header + '<<<<<<< HEAD\n'.repeat(300_000)]),
    found: ['file/conflict-marker'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'extreme-sums',
    about: '60,000 counts and requests whose sum leaves the exact range',
    files: () =>
      withFiles(
        ['counts/a.csv', () => `date,site,item,counted\n${'2022-01-12,D1,A,9007199254\n'.repeat(60_000)}`],
        ['requests/a.csv', () => `date,doc,site,item,qty\n${'2022-01-12,x,D1,A,9007199254\n'.repeat(60_000)}`],
      ),
    found: ['value/quantity'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'receivers',
    about: '40,000 dispatches and receipts of one day',
    *files() {
      yield ['taizhang.yaml', 'title: 大\n'];
      yield ['items.csv', 'item,name,category,unit\nA,甲,living,只\n'];
      yield [
        'sites.csv',
        `site,name,kind,tracked,signs\nD1,仓库,depot,,\n${Array.from({ length: 40_000 }, (_, n) => `S${n},点${n},isolation,yes,yes\n`).join('')}`,
      ];
      yield [
        'stock/a.csv',
        `date,doc,kind,item,qty,from,to\n2022-01-11,QC1,opening,A,50000,,D1\n${Array.from({ length: 40_000 }, (_, n) => `2022-01-12,DB${n},transfer,A,1,D1,S${n}\n`).join('')}`,
      ];
      yield [
        'deliveries/a.csv',
        `date,doc,item,received,site\n${Array.from({ length: 40_000 }, (_, n) => `2022-01-12,DB${n},A,1,S${n}\n`).join('')}`,
      ];
    },
    status: [0, 1],
    found: [],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'one-receiver',
    about: 'one document of 40,000 lines to one site, signed for in 40,000 rows',
    *files() {
      yield ['taizhang.yaml', 'title: 大\n'];
      yield [
        'items.csv',
        `item,name,category,unit\n${Array.from({ length: 40_000 }, (_, n) => `A${n},甲${n},living,只\n`).join('')}`,
      ];
      yield ['sites.csv', 'site,name,kind,tracked,signs\nD1,仓库,depot,,\nS1,点,isolation,yes,yes\n'];
      yield [
        'stock/a.csv',
        `date,doc,kind,item,qty,from,to\n${Array.from({ length: 40_000 }, (_, n) => `2022-01-11,QC1,opening,A${n},1,,D1\n2022-01-12,DB1,transfer,A${n},1,D1,S1\n`).join('')}`,
      ];
      yield [
        'deliveries/a.csv',
        `date,doc,item,received,site\n${Array.from({ length: 40_000 }, (_, n) => `2022-01-12,DB1,A${n},1,S1\n`).join('')}`,
      ];
    },
    status: [0, 1],
    found: [],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'lots',
    about: 'one balance of 20,000 lots, and 20,000 issues that name none',
    files: () => [
      ['taizhang.yaml', 'title: 大\n'],
      ['items.csv', 'item,name,category,unit,lots\nA,甲,living,只,auto\n'],
      ['sites.csv', 'site,name,kind\nD1,仓库,depot\nS1,点,service\n'],
      [
        'stock/a.csv',
        `date,doc,kind,item,lot,expiry,qty,from,to\n${Array.from({ length: 20_000 }, (_, n) => `2022-01-11,RK1,opening,A,L${n},2023-01-01,1,,D1\n2022-01-12,CK${n},issue,A,,,1,D1,S1\n`).join('')}`,
      ],
    ],
    status: [0, 1],
    found: [],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'deep-yaml',
    about: 'YAML 100,000 deep, in brackets, in blocks and in keys',
    files: () =>
      withFiles(['org.yaml', () => `units: ${'['.repeat(100_000)}`], ['org/b.yaml', () => `${'- '.repeat(100_000)}x`]),
    found: ['yaml/syntax'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'deep-blocks',
    about: 'lists within lists, a line each',
    files: () =>
      withFiles([
        'org.yaml',
        () => `units:\n${Array.from({ length: 2500 }, (_, n) => `${' '.repeat(n)}-\n`).join('')}`,
      ]),
    found: ['yaml/s'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'dashes',
    about: 'a list of lists on one line',
    files: () => withFiles(['org.yaml', () => `units:\n${'- '.repeat(100_000)}x\n`]),
    found: ['yaml/s'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'alias-bomb',
    about: 'aliases that expand to 10^20 values',
    files: () =>
      withFiles([
        'org.yaml',
        () =>
          `b0: &b0 [x]\n${Array.from({ length: 20 }, (_, n) => `b${n + 1}: &b${n + 1} [${`*b${n},`.repeat(10)}]\n`).join('')}units: *b20\n`,
      ]),
    found: ['yaml/s'],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'many-keys',
    about: 'a YAML file of 4 MB with one key many times',
    files: () => withFiles(['taizhang.yaml', () => 'a: 1\n'.repeat(800_000)]),
    found: ['yaml/s'],
    seconds: 120,
    megabytes: 2500,
  },
  {
    name: 'long-scalar',
    about: 'a YAML title of 3 MB',
    files: () =>
      withFiles(['taizhang.yaml', () => `title: ${'长'.repeat(MB)}\n`], ['stock/a.csv', () => header + row(1)]),
    status: [0, 1],
    found: [],
    seconds: 60,
    megabytes: 1500,
  },
  {
    name: 'seal-of-anything',
    about: 'a seal of 20 MB of brackets',
    files: () =>
      withFiles(['seals/2022-01-11.json', () => '['.repeat(20 * MB)], ['stock/a.csv', () => header + row(1)]),
    found: ['seal/chain'],
    seconds: 60,
    megabytes: 1500,
  },
];
