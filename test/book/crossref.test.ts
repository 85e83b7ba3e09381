// What rows say of each other: sums that stay exact, documents that exist, corrections of what was signed for. A row that
// fails is left out, with all that is known of it.

import { describe, expect, test } from 'vitest';
import { type ReadRow, readBook } from './ledgerrow.js';

const heads = {
  stock: 'date,time,doc,kind,item,lot,qty,from,to,ref',
  deliveries: 'date,time,doc,item,lot,received,damaged,site',
  counts: 'date,site,item,lot,counted',
  requests: 'date,doc,site,item,qty',
} as const;
type Ledger = keyof typeof heads;

/** Rows of several ledgers; a date is 2022-01-12 where none is written: `@,CK1,…`. */
function read(ledgers: Partial<Record<Ledger, readonly string[]>>): ReadRow {
  const files: Record<string, string> = {};
  for (const ledger of ['stock', 'deliveries', 'counts', 'requests'] as const) {
    const rows = ledgers[ledger];
    if (rows !== undefined)
      files[`${ledger}/a.csv`] = `${[heads[ledger], ...rows].join('\n')}\n`.replaceAll('@', '2022-01-12');
  }
  return readBook(files);
}

/** Only where something is wrong and of which check: `stock ref ref/document`. */
function faults(ledgers: Parameters<typeof read>[0]): string[] {
  return read(ledgers).wrong.map((one) => one.split(':')[0] ?? '');
}

describe('all quantities of a book together', () => {
  const most = '9007199254.740991';

  test('may be as much as can be held exactly, and no more', () => {
    expect(faults({ stock: [`@,,QC1,opening,SUIT,,${most},,D1,`] })).toEqual([]);
    expect(faults({ stock: ['@,,QC1,opening,SUIT,,9007199254,,D1,', '@,,QC2,opening,SUIT,,0.740991,,D1,'] })).toEqual(
      [],
    );
    expect(faults({ stock: ['@,,QC1,opening,SUIT,,9007199254,,D1,', '@,,QC2,opening,SUIT,,0.740992,,D1,'] })).toEqual([
      'stock qty value/quantity',
    ]);
  });

  const others = {
    stock: ['@,,QC1,opening,SUIT,,2000000000,,D1,'],
    deliveries: ['@,,CK1,SUIT,,1000000000,1000000000,D2'],
    counts: ['@,D1,SUIT,,2000000000'],
    requests: ['@,SQ1,D2,SUIT,2000000000'],
  };
  test.each([
    ['stock', '@,,QC2,opening,MASK,L1,3000000000,,D2,', 'stock qty', 'stock record 2022-01-12 opening QC2 MASK L1 D2'],
    [
      'deliveries',
      '@,,CK2,MASK,L1,3000000000,,D2',
      'deliveries received',
      'deliveries record 2022-01-12 ? CK2 MASK L1 D2',
    ],
    ['deliveries', '@,,CK2,SUIT,,3000000000,,', 'deliveries received', 'deliveries record 2022-01-12 ? CK2 SUIT ? -'],
    ['counts', '@,D2,MASK,L1,3000000000', 'counts counted', 'counts cell 2022-01-12 ? - MASK ? D2'],
    ['requests', '@,SQ2,D1,MASK,3000000000', 'requests qty', 'requests cell 2022-01-12 ? SQ2 MASK ? D1'],
  ] as const)('lose the largest where they are too much: of %s %s', (ledger, row, place, left) => {
    const { wrong, left: known, book } = read({ ...others, [ledger]: [row, ...others[ledger]] });
    expect(wrong).toEqual([expect.stringMatching(`^${place} value/quantity: "3000000000" is past the range`)]);
    expect(known).toEqual([left]);
    expect([[...book.counts.rows()].length, book.requests.length]).toEqual([1, 1]);
    expect(
      [...book.deliveries.leftOut.data.subarray(0, book.deliveries.length)].filter((one) => one === 1),
    ).toHaveLength(ledger === 'deliveries' ? 1 : 0);
  });

  test('lose no more than they must', () => {
    const stock = [5, 4, 3, 2, 1].map((n) => `@,,QC${n},opening,SUIT,,${n}000000000,,D1,`);
    expect(read({ stock }).left.map((one) => one.split(' ')[4])).toEqual(['QC5', 'QC4']);
    expect(read({ stock: stock.toReversed() }).left.map((one) => one.split(' ')[4])).toEqual(['QC5', 'QC4']);
  });

  test('lose those that are alike together, so that the order of rows decides nothing', () => {
    const stock = ['1,3', '2,5', '3,5', '4,1'].map((one) => {
      const [number, size] = one.split(',');
      return `@,,QC${number},opening,SUIT,,${size}000000000,,D1,`;
    });
    expect(read({ stock }).left.map((one) => one.split(' ')[4])).toEqual(['QC2', 'QC3']);
  });

  test('count what was signed for and damaged whatever its sign', () => {
    const deliveries = ['@,08:00,CK1,SUIT,,4000000000,1000000000,D2', '@,09:00,CK1,SUIT,,-3000000000,-1000000000,D2'];
    expect(faults({ deliveries })).toEqual([]);
    expect(faults({ deliveries: [...deliveries, '@,,CK2,SUIT,,1000000000,,D2'] })).toContain(
      'deliveries received value/quantity',
    );
  });
});

describe('a correction of a delivery', () => {
  const signed = '@,08:00,CK1,MASK,L1,5,2,D2';
  const wrong = (...deliveries: readonly string[]): string[] => faults({ deliveries });

  test('takes back what was signed for, down to nothing', () => {
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,-5,-2,D2')).toEqual([]);
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,-2,,D2', '@,10:00,CK1,MASK,L1,-3,,D2')).toEqual([]);
  });

  test('takes back no more than that, of what arrived or of what was damaged', () => {
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,-6,,D2')).toEqual(['deliveries received value/quantity']);
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,0,-3,D2')).toEqual(['deliveries damaged value/quantity']);
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,-6,-3,D2')).toEqual(['deliveries received value/quantity']);
    expect(wrong(signed, '@,09:00,CK1,MASK,L1,-5,,D2', '@,10:00,CK1,MASK,L1,-1,,D2')).toEqual([
      'deliveries received value/quantity',
    ]);
  });

  test('that is left out takes nothing back', () => {
    const { left, wrong: said } = read({
      deliveries: [signed, '@,09:00,CK1,MASK,L1,-6,,D2', '@,10:00,CK1,MASK,L1,-5,,D2'],
    });
    expect(left).toEqual(['deliveries record 2022-01-12 ? CK1 MASK L1 D2']);
    expect(said).toEqual([expect.stringMatching(/CK1.*口罩|口罩.*CK1/u)]);
  });

  test('takes nothing back of what was left out for its size', () => {
    const deliveries = ['@,08:00,CK1,SUIT,,8000000000,,D2', '@,09:00,CK1,SUIT,,-1,,D2'];
    expect(faults({ deliveries })).toEqual([]);
    expect(faults({ deliveries, counts: ['@,D1,SUIT,,2000000000'] })).toEqual([
      'deliveries received value/quantity',
      'deliveries received value/quantity',
    ]);
  });

  test.each([
    ['document', '@,07:00,CK2,MASK,L1,5,2,D2'],
    ['item', '@,07:00,CK1,KIT,L1,5,2,D2'],
    ['lot', '@,07:00,CK1,MASK,L2,5,2,D2'],
    ['site', '@,07:00,CK1,MASK,L1,5,2,D1'],
  ])('takes nothing back of another %s', (_, other) => {
    expect(wrong(other, '@,09:00,CK1,MASK,L1,-1,,D2')).toEqual(['deliveries received value/quantity']);
  });

  test('takes back what was signed for before, by day, then by time, and within a minute what arrived comes first', () => {
    expect(wrong('2022-01-13,,CK1,MASK,L1,5,,D2', '@,,CK1,MASK,L1,-1,,D2')).toHaveLength(1);
    expect(wrong('@,,CK1,MASK,L1,-1,,D2', '2022-01-11,,CK1,MASK,L1,5,,D2')).toEqual([]);
    expect(wrong('@,08:01,CK1,MASK,L1,5,,D2', '@,08:00,CK1,MASK,L1,-1,,D2')).toHaveLength(1);
    expect(wrong('@,08:01,CK1,MASK,L1,-1,,D2', '@,08:00,CK1,MASK,L1,5,,D2')).toEqual([]);
    expect(wrong('@,08:00,CK1,MASK,L1,-1,,D2', '@,08:00,CK1,MASK,L1,5,,D2')).toEqual([]);
    expect(wrong('@,08:00,CK1,MASK,L1,0,-1,D2', '@,08:00,CK1,MASK,L1,0,1,D2')).toHaveLength(1);
    expect(wrong('@,08:00,CK1,MASK,L1,0,1,D2', '@,08:00,CK1,MASK,L1,0,-1,D2')).toEqual([]);
  });

  test('is nothing to the signatures of other documents', () => {
    const { left } = read({ deliveries: ['@,,CK2,SUIT,,5,,D1', '@,,CK1,SUIT,,-1,,D2', '@,,CK3,SUIT,,0,,D1'] });
    expect(left).toEqual(['deliveries record 2022-01-12 ? CK1 SUIT ? D2']);
  });
});

describe('what a row refers to', () => {
  const wrong = ['stock ref ref/document'];
  const refers = (row: string, more: Parameters<typeof read>[0] = {}): string[] =>
    faults({ ...more, stock: [...(more.stock ?? []), row] }).filter((one) => one.startsWith('stock'));

  test('of an issue or a transfer is a request, where requests are kept', () => {
    const requests = ['@,SQ1,D2,SUIT,5'];
    for (const kind of ['issue', 'transfer']) {
      expect(refers(`@,,CK1,${kind},SUIT,,5,D1,D2,SQ1`, { requests })).toEqual([]);
      expect(refers(`@,,CK1,${kind},SUIT,,5,D1,D2,SQ2`, { requests })).toEqual(wrong);
      expect(refers(`@,,CK1,${kind},SUIT,,5,D1,D2,SQ2`)).toEqual([]);
    }
  });

  test('may be a request that is wrong itself, and any where one has no number', () => {
    const row = '@,,CK1,issue,SUIT,,5,D1,D2,SQ2';
    expect(refers(row, { requests: ['@,SQ2,D2,SUIT,few'] })).toEqual([]);
    expect(refers(row, { requests: ['@,SQ3,D2,SUIT,few'] })).toEqual(wrong);
    expect(refers(row, { requests: ['@,,D2,SUIT,5'] })).toEqual([]);
    expect(refers(row, { requests: ['@,SQ1,D2,SUIT,5'], counts: ['@,D1,SUIT,,few'] })).toEqual(wrong);
  });

  test.each(['return,SUIT,,1,D2,D1', 'return,SUIT,,1,在途,D1', 'loss,SUIT,,1,在途,'])(
    'of %s is a document that goods left with',
    (what) => {
      const row = `@,,TK1,${what},CK1`;
      expect(refers(row, { stock: ['@,,CK1,issue,SUIT,,5,D1,D2,'] })).toEqual([]);
      expect(refers(row, { stock: ['@,,CK1,transfer,SUIT,,5,D1,D2,'] })).toEqual([]);
      expect(refers(row, { stock: ['@,,CK1,return,SUIT,,5,D1,D2,'] })).toEqual([]);
      expect(refers(row, { stock: ['@,,CK1,receipt,SUIT,,5,SUP,D2,'] })).toEqual(wrong);
      expect(refers(row, { stock: ['@,,CK1,disposal,SUIT,,5,D1,,'] })).toEqual(wrong);
      expect(refers(row)).toEqual(wrong);
    },
  );

  test('may be a dispatch that is wrong itself, and any where one has no number', () => {
    const row = '@,,TK1,return,SUIT,,1,D2,D1,CK1';
    const faulty = 'stock qty value/quantity';
    expect(refers(row, { stock: ['@,,CK1,issue,SUIT,,few,D1,D2,'] })).toEqual([faulty]);
    expect(refers(row, { stock: ['@,,CK2,issue,SUIT,,few,D1,D2,CK1'] })).toEqual([faulty, ...wrong]);
    expect(refers(row, { stock: ['@,,,issue,SUIT,,5,D1,D2,'] })).toEqual(['stock doc value/required']);
    expect(refers(row, { deliveries: ['@,,,SUIT,,5,,'] })).toEqual(wrong);
  });

  test('of a gain or a loss is a count', () => {
    const counts = ['@,D1,SUIT,,5'];
    for (const what of ['gain,SUIT,,1,,D1', 'loss,SUIT,,1,D1,']) {
      const row = (ref: string): string => `@,,PY1,${what},${ref}`;
      for (const ref of ['count:2022-01-12:D1', 'count:2022/1/12:总仓', 'count: 2022年1月12日 : D1'])
        expect(refers(row(ref), { counts }), ref).toEqual([]);
      for (const ref of [
        'count:2022-01-12:D2',
        'count:2022-01-13:D1',
        'count:2022-01-12:D9',
        'count:2022-02-30:D1',
        'count:2022-01-12:',
        'count::D1',
        'xcount:2022-01-12:D1',
        'PD1',
      ])
        expect(refers(row(ref), { counts }), ref).toEqual(wrong);
    }
  });

  test('may be a count that is wrong itself, and any where its day or its site cannot be read', () => {
    const row = '@,,PY1,gain,SUIT,,1,,D1,count:2022-01-12:D1';
    expect(refers(row, { counts: ['@,D1,SUIT,,few'] })).toEqual([]);
    expect(refers(row, { counts: ['@,D2,SUIT,,few'] })).toEqual(wrong);
    expect(refers(row, { counts: ['@,D9,SUIT,,5'] })).toEqual([]);
    expect(refers(row, { counts: ['soon,D2,SUIT,,5'] })).toEqual([]);
    expect(refers(row, { requests: ['soon,SQ1,D1,SUIT,5'] })).toEqual(wrong);
  });

  test('of the rest is nobody’s to say here', () => {
    expect(refers('@,,RK1,receipt,SUIT,,1,SUP,D1,X1', { requests: ['@,SQ1,D2,SUIT,5'] })).toEqual([]);
    expect(refers('@,,BS1,disposal,SUIT,,1,D1,,X1', { counts: ['@,D2,SUIT,,5'] })).toEqual([]);
  });

  test('and is not there: the row is left out, and what it may have changed is known', () => {
    const {
      left,
      wrong: said,
      book,
    } = read({
      stock: ['@,,CK1,issue,MASK,L1,5,D1,D2,SQ2', '@,,CK2,issue,SUIT,,5,D1,H1,SQ2'],
      requests: ['@,SQ1,D2,SUIT,5'],
    });
    expect(left).toEqual([
      'stock record 2022-01-12 issue CK1+SQ2 MASK L1 D1+D2',
      'stock record 2022-01-12 issue CK2+SQ2 SUIT ? D1',
    ]);
    expect(said[0]).toContain('"SQ2" is no request');
    expect([book.stock.movement(0).kind, book.stock.movement(1).kind]).toEqual([255, 255]);
  });

  test('is told for what it should have been', () => {
    const said = (row: string): string => read({ stock: [row] }).wrong[0] ?? '';
    expect(said('@,,TK1,return,SUIT,,1,D2,D1,CK1')).toContain('"CK1" is no dispatched document');
    expect(said('@,,PY1,gain,SUIT,,1,,D1,PD1')).toContain('"PD1" is no count');
  });
});
