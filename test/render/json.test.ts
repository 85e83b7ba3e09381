// JSON: the envelope, every report held to its published schema, and lists that go out piece by piece.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonPieces, type Outcome, type Part, partsOf, renderJson } from '../../src/render/json/envelope.js';
import { ndjsonPieces } from '../../src/render/json/lines.js';
import { cardRow, movement, schemaNames, schemaOf } from '../../src/render/json/schema/schemas.js';
import { cardData, stockCard } from '../../src/report/card.js';
import { dailyData } from '../../src/report/daily.js';
import { deliveriesData } from '../../src/report/deliveries.js';
import { movementsData } from '../../src/report/movements.js';
import { reconcileData } from '../../src/report/reconcile.js';
import { requestsData } from '../../src/report/requests.js';
import { stockData } from '../../src/report/stock.js';
import { csv, day, night, STOCK, small } from '../report/books.js';
import { diagnostic, span } from './samples.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });

const requests = csv(
  'date,doc,site,item,qty,needed_by',
  '2022-01-11,SQ1,S001,PPE-SUIT,400,',
  '2022-01-11,SQ2,S002,PPE-N95,5,2022-01-10',
);
const broken = csv(
  STOCK,
  '2022-01-12,CK20220112-009,issue,PPE-SUIT,,,三十,D1,S001,',
  '2022-01-12,CK20220112-011,issue,NAT-TUBE,,,0.5,D1,S002,',
);
const { book, figures, diagnostics } = small(
  { ...night, 'requests/a.csv': requests, 'stock/b.csv': broken },
  '2022-01-12',
  '2022-01-11',
);

const outcome: Outcome = {
  command: 'check',
  book: '中心',
  date: day('2022-01-12'),
  diagnostics: [],
  quarantined: 0,
  strict: false,
  lang: 'zh',
};

describe('the envelope', () => {
  const related = [{ at: span('counts/a.csv', 3, 1, 4), tell: () => '盘点' }];
  const error = diagnostic({ related });

  test('keys in their order, one finding a line', () => {
    expect(renderJson({ ...outcome, diagnostics: [error], quarantined: 2 })).toBe(
      [
        '{"taizhang":1,"command":"check","book":"中心","date":"2022-01-12","ok":false,' +
          '"summary":{"errors":1,"warnings":0,"notes":0,"quarantined":2},',
        '"diagnostics":[',
        '{"code":"stock/negative","severity":"error","message":"结存为负","hint":"补记入库",' +
          '"file":"stock/2022-01-12.csv","line":7,"column":12,"endLine":7,"endColumn":14,' +
          '"related":[{"file":"counts/a.csv","line":3,"column":1,"message":"盘点"}]}',
        ']}',
        '',
      ].join('\n'),
    );
  });

  test('a book without a title and without dated rows says null', () => {
    expect(JSON.parse(renderJson({ ...outcome, book: null, date: null }))).toMatchObject({
      book: null,
      date: null,
      ok: true,
    });
  });

  test('warnings are good enough, unless one is strict', () => {
    const warned = { ...outcome, diagnostics: [diagnostic({ severity: 'warning' })] };
    expect(JSON.parse(renderJson(warned)).ok).toBe(true);
    expect(JSON.parse(renderJson({ ...warned, strict: true })).ok).toBe(false);
  });

  test('a long list goes out in pieces of some size, and is made while it is written', () => {
    function* numbers() {
      for (let n = 0; n < 100_000; n++) yield { n };
    }
    const pieces = [...jsonPieces(outcome, [['rows', numbers()]])];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
    expect(JSON.parse(pieces.join('')).rows).toHaveLength(100_000);
  });
});

const ofTheDay = dailyData(book, figures, {
  needs: { raised: 46, resolved: 44, open: 2, raisedTotal: 2987, resolvedTotal: 2985, overdue: 0 },
  staff: { onDuty: 13, sites: 61, uncovered: 0 },
});

const answers: Readonly<Record<string, readonly Part[]>> = {
  nightly: partsOf({ ...reconcileData(book, figures), ...ofTheDay }),
  check: [],
  // An import needs a workbook: test/import/command.test.ts holds a real one to its schema.
  import: [
    [
      'import',
      {
        accepted: 1,
        rejected: 1,
        footers: 0,
        duplicates: 0,
        sumsByUnit: { 箱: '3' },
        rejects: [{ cell: 'Sheet1!E17', text: '约3', reason: 'only about so many' }],
        fills: 0,
        repeats: [],
        totals: [{ cell: 'Sheet1!E18', stated: '4', sum: '3', agrees: false }],
        differences: [{ cell: 'Sheet1!A3', doc: 'RK20220112-001', was: '2', now: null }],
        reversals: 0,
        created: { items: 1, parties: 1 },
        items: [{ code: 'W001', name: '防护服', spec: '', unit: '套', category: 'protective' }],
        parties: [{ code: 'P001', name: '某公司', kind: 'donor' }],
        balances: [{ site: 'D1', item: 'W001', unit: '套', before: '0', after: '3' }],
        unknownColumns: [],
        files: [],
      },
    ],
  ],
  reconcile: partsOf(reconcileData(book, figures)),
  'report daily': partsOf(ofTheDay),
  'report stock': partsOf(stockData(book, figures)),
  'report card': partsOf(cardData(book, stockCard(book, figures, 0, null, null))),
  'report deliveries': partsOf(deliveriesData(book, figures)),
  'report movements': partsOf(movementsData(book, figures)),
  'report requests': partsOf(requestsData(book, figures)),
};

describe('schemas', () => {
  test('every answer has one', () => {
    expect(schemaNames).toEqual(Object.keys(answers));
    expect(schemaOf('sing')).toBeNull();
  });

  test.each(schemaNames)('%s prints what its schema says', (command) => {
    const schema = schemaOf(command);
    if (schema === null) throw new Error(command);
    const parts = answers[command] ?? [];
    const quarantined = figures.quarantined.length;
    const answer = JSON.parse(renderJson({ ...outcome, command, diagnostics, quarantined }, parts));
    const validate = ajv.compile(schema);
    validate(answer);
    expect(validate.errors).toBeNull();
    // What is listed is there to be held to the schema at all.
    for (const [key] of parts) if (Array.isArray(answer[key])) expect(answer[key]).not.toHaveLength(0);
    expect(Object.keys(answer)).toEqual(Object.keys(Object(schema.properties)));
  });

  test('a figure that is no decimal string, a missing key and a key too many are refused', () => {
    const validate = ajv.compile(schemaOf('reconcile') ?? {});
    const answer = () => JSON.parse(renderJson({ ...outcome, command: 'reconcile' }, answers.reconcile));
    expect(validate(answer())).toBe(true);
    for (const wrong of ['-0', '1.50', '01', '1,000', 3, '1.1234567']) {
      const changed = answer();
      changed.lines[0].closing = wrong;
      expect(validate(changed)).toBe(false);
    }
    expect(validate({ ...answer(), more: 1 })).toBe(false);
    const { deliveries: _, ...less } = answer();
    expect(validate(less)).toBe(false);
  });
});

describe('rows as lines', () => {
  test.each([
    ['movements', movementsData(book, figures).movements, movement],
    ['card', cardData(book, stockCard(book, figures, 0, null, null)).rows, cardRow],
  ] as const)('%s: one value a line, as its schema says', (_, rows, schema) => {
    const text = [...ndjsonPieces(rows)].join('');
    expect(text).toMatch(/\n$/);
    const validate = ajv.compile(schema);
    const values = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(values).toEqual([...rows]);
    for (const value of values) expect(validate(value)).toBe(true);
  });

  test('no rows are no text', () => {
    expect([...ndjsonPieces([])]).toEqual([]);
  });
});
