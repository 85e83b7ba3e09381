// Faults of a book: documents, registers, settings and columns that cannot be as they are.

import { type CellFault, COUNTS, DELIVERIES, gridOf, STOCK, set, to } from './fault.js';

export const bookFaults: readonly CellFault[] = [
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
