// What a signature, a correction of one, a return and a loss do to each of several lines, and in which order.

import { describe, expect, test } from 'vitest';
import { formatQuantity } from '../../src/core/quantity.js';
import { deliveredOf } from '../engine/run.js';
import type { Ledgers } from '../model/small.js';
import { requests, type Told, told } from './run.js';

const opening = [
  '@1 QC1 opening MASK A 2023-01-01 20 - D1',
  '@1 QC2 opening MASK B 2023-02-01 10 - D1',
  '@1 QC3 opening MASK C 2023-03-01 10 - D1',
  '@1 QC4 opening SUIT - - 100 - D1',
  '@1 QC5 opening SUIT - - 100 - D2',
];
/** One document of three lots, 40 in all. */
const sent = '@2 CK1 issue MASK - - 40 D1 S2';

function book(day: number, { stock = [], ...more }: Ledgers): Told {
  return told(day, { ...more, stock: [...opening, ...stock] });
}

/** `lot received damaged, on the way` of every line, with the row that was damaged last. */
function lines({ book: { lots }, figures }: Told): string[] {
  return figures.deliveries.map(({ lot, received, damaged, inTransit, damagedRow }) => {
    const amounts = [received, damaged].map(formatQuantity).join(' ');
    return `${lots.text(lot)} ${amounts}, ${formatQuantity(inTransit)}${damagedRow < 0 ? '' : ` @${damagedRow}`}`;
  });
}

/** `item lot closing` of what a site has, or had something to do with that day. */
function at(site: string, { book: { sites, items, lots }, figures }: Told): string[] {
  return figures.balances
    .filter((line) => sites.all[line.site]?.code === site)
    .map(({ item, lot, closing }) => `${items.all[item]?.code}${lots.text(lot)} ${formatQuantity(closing)}`);
}

test('what comes to a place where no stock is kept is on no shelf', () => {
  const one = book(2, { stock: ['@2 RK1 receipt MASK A - 5 SUP S3', '@2 PY1 gain MASK A - 5 - S3'] });
  expect(at('S3', one)).toEqual([]);
});

describe('a signature for several lines', () => {
  test('fills them in the order in which they were taken, and touches no line beyond', () => {
    const one = book(3, { stock: [sent], deliveries: ['@3 CK1 MASK - 25 0'] });
    expect(lines(one)).toEqual(['A 20 0, 0', 'B 5 0, 5', 'C 0 0, 10']);
    expect(at('S2', one)).toEqual(['MASKA 20', 'MASKB 5']);
    const damaged = book(3, { stock: [sent], deliveries: ['@3 CK1 MASK - 0 5'] });
    expect(lines(damaged)).toEqual(['A 0 5, 15 @0', 'B 0 0, 10', 'C 0 0, 10']);
    expect(at('S2', damaged)).toEqual([]);
  });

  test('of the same day fill them one after the other, that of nothing but damage first', () => {
    const one = book(3, { stock: [sent], deliveries: ['@3 CK1 MASK - 20 0', '@3 CK1 MASK - 0 20'] });
    expect(lines(one)).toEqual(['A 0 20, 0 @1', 'B 10 0, 0', 'C 10 0, 0']);
  });

  test('of more than was sent is over on the last', () => {
    const one = book(3, { stock: [sent], deliveries: ['@3 CK1 MASK - 41 0'] });
    expect(lines(one)).toEqual(['A 20 0, 0', 'B 10 0, 0', 'C 11 0, -1']);
  });

  test('is for those that a site signs for, and of a named site only for its own', () => {
    const both = ['@2 CK5 issue SUIT - - 9 D1 S4', '@2 CK5 issue SUIT - - 8 D1 S2'];
    const undone = '@2 CX5 reversal SUIT - - 1 D1 S4 CK5';
    const one = book(3, { stock: [...both, undone], deliveries: ['@3 CK5 SUIT - 5'] });
    expect(at('S2', one)).toEqual(['SUIT 5']);
    expect(at('S4', one)).toEqual(['SUIT 8']);
    const elsewhere = book(3, { stock: [both[1] ?? ''], deliveries: ['@3 CK5 SUIT - 5 0 D1'] });
    expect(at('S2', elsewhere)).toEqual([]);
    expect(lines(elsewhere)).toEqual([' 5 0, -5', ' 0 0, 8']);
  });

  test('delivers nothing where the goods only moved between depots', () => {
    const moved = { stock: [...opening, '@2 DB1 transfer SUIT - - 30 D1 D3'], deliveries: ['@3 DB1 SUIT - 20'] };
    expect(deliveredOf('protective', 3, moved)).toBe('0 0 0 false');
  });
});

describe('a correction of a signature', () => {
  const corrected = (day: number, ...deliveries: string[]): Told => book(day, { stock: [sent], deliveries });

  test('takes back from the line that was filled last, and touches no other', () => {
    expect(lines(corrected(4, '@3 CK1 MASK - 25', '@4 CK1 MASK - -3'))).toEqual(['A 20 0, 0', 'B 2 0, 8', 'C 0 0, 10']);
    const more = corrected(4, '@3 CK1 MASK - 25', '@4 CK1 MASK - -10');
    expect(lines(more)).toEqual(['A 15 0, 5', 'B 0 0, 10', 'C 0 0, 10']);
    expect(at('S2', more)).toEqual(['MASKA 15', 'MASKB 0']);
    expect(at('S2', corrected(4, '@3 CK1 MASK - 25', '@4 CK1 MASK - -5'))).toEqual(['MASKA 20', 'MASKB 0']);
  });

  test('of what was signed for before anything was sent leaves the first line below nothing', () => {
    const stock = [sent.replace('@2', '@3')];
    const one = book(4, { stock, deliveries: ['@2 CK1 MASK - 5 2', '@4 CK1 MASK - -5 -2'] });
    expect(lines(one).slice(-3)).toEqual(['A -5 -2, 27 @1', 'B 0 0, 10', 'C 0 0, 10']);
    expect(at('S2', one)).toEqual(['MASKA -5']);
  });

  test('of damage is told where it took back', () => {
    const damaged = '@3 CK1 MASK - 0 25';
    expect(lines(corrected(4, damaged, '@4 CK1 MASK - 0 -3'))).toEqual(['A 0 20, 0 @0', 'B 0 2, 8 @1', 'C 0 0, 10']);
    expect(lines(corrected(4, damaged, '@4 CK1 MASK - 0 -10'))).toEqual(['A 0 15, 5 @1', 'B 0 0, 10 @1', 'C 0 0, 10']);
  });
});

describe('what comes back from transit', () => {
  const back = (qty: number, to = 'D1') => `@4 TH1 return MASK - - ${qty} transit ${to} CK1`;

  test('is of what was taken last and is still on the way', () => {
    const one = book(4, { stock: [sent, back(8)], deliveries: ['@3 CK1 MASK C 10'] });
    expect(lines(one)).toEqual(['A 0 0, 20', 'B 0 0, 2']);
    // Nothing of C came back, and nothing of it is there.
    expect(at('D1', one)).toEqual(['MASKB 8', 'SUIT 100']);
  });

  test('of more than was on the way is over on the line taken last', () => {
    const one = book(4, { stock: [sent, back(41)] });
    expect(lines(one)).toEqual(['C 0 0, -1']);
    expect(at('D1', one)).toEqual(['MASKA 20', 'MASKB 10', 'MASKC 11', 'SUIT 100']);
  });

  test('to where no stock is kept is on no shelf', () => {
    const one = book(4, { stock: [sent, back(8, 'S3')] });
    expect(lines(one)).toEqual(['A 0 0, 20', 'B 0 0, 10', 'C 0 0, 2']);
    expect(at('S3', one)).toEqual([]);
  });

  test('and was never on the way is there all the same, of the lot that is named', () => {
    const other = '@2 CK1 issue SUIT - - 5 D1 S2';
    expect(at('D2', book(4, { stock: [other, '@4 TH1 return MASK B - 7 transit D2 CK1'] }))).toEqual([
      'MASKB 7',
      'SUIT 100',
    ]);
  });
});

describe('what comes back from where it had arrived', () => {
  test('is of what was taken last, as far as it arrived and has not come back yet', () => {
    const deliveries = ['@3 CK1 MASK - 25'];
    const first = '@4 TH1 return MASK - - 4 S2 D1 CK1';
    const second = '@5 TH2 return MASK - - 4 S2 D1 CK1';
    expect(at('S2', book(4, { stock: [sent, first], deliveries }))).toEqual(['MASKA 20', 'MASKB 1']);
    expect(at('S2', book(5, { stock: [sent, first, second], deliveries }))).toEqual(['MASKA 17', 'MASKB 0']);
    expect(at('S2', book(4, { stock: [sent, first.replace('4 S2', '8 S2')], deliveries }))).toEqual([
      'MASKA 17',
      'MASKB 0',
    ]);
  });

  test('of more than arrived is the rest of what was taken last', () => {
    const stock = [sent, '@4 TH1 return MASK - - 27 S2 D1 CK1'];
    expect(at('S2', book(4, { stock, deliveries: ['@3 CK1 MASK - 25'] }))).toEqual(['MASKA 0', 'MASKB 0', 'MASKC -2']);
  });

  test('is of its dispatch also where that is the first row of the book', () => {
    const stock = [sent, '@4 TH1 return MASK - - 4 S4 D2 CK1'].map((row) => row.replace('S2', 'S4'));
    const first = told(4, { stock: [...stock, ...opening] });
    expect(at('D2', first)).toEqual(['MASKC 4', 'SUIT 100']);
  });

  test('alone is of what it names: what is sent on takes what expires first, whatever it refers to', () => {
    const stock = [
      '@2 QC9 opening MASK A 2023-01-01 5 - S4',
      '@2 DB1 transfer MASK B - 8 D1 S4',
      '@3 CK2 issue MASK - - 4 S4 S3 DB1',
      '@4 TH1 return MASK - - 1 S4 D2 DB1',
    ];
    expect(at('S4', book(4, { stock }))).toEqual(['MASKA 1', 'MASKB 7']);
    expect(at('D2', book(4, { stock }))).toEqual(['MASKB 1', 'SUIT 100']);
  });

  test('from where its dispatch never went is taken from there as anything else is', () => {
    const stock = [
      '@2 QC9 opening SUIT - - 9 - S4',
      '@2 CK1 issue SUIT - - 5 D1 S3',
      '@4 TH1 return SUIT - - 5 S4 D1 CK1',
    ];
    const undone = '@5 CX1 reversal SUIT - - 1 D1 S3 CK1';
    expect(at('S4', book(5, { stock: [...stock, undone] }))).toEqual(['SUIT 4']);
  });
});

describe('a request of which the goods came back', () => {
  const asked = { requests: ['@1 SQ1 S3 SUIT 20', '@1 SQ2 S3 SUIT 10', '@1 SQ3 S4 SUIT 10'] };
  const stock = [
    '@2 CK1 issue SUIT - - 20 D1 S3 SQ1',
    '@2 CK1 issue SUIT - - 10 D2 S3 SQ2',
    '@2 CK1 issue SUIT - - 10 D2 S4 SQ3',
  ];
  /** How much of the three is filled. */
  const filled = (...rows: string[]): string[] =>
    requests(told(9, { ...asked, stock: [...opening, ...stock, ...rows] })).map((one) => one.split(/[: ]+/u)[3] ?? '');
  const back = (qty: number) => `@4 TH1 return SUIT - - ${qty} S3 D1 CK1`;
  const undone = (doc: string, qty: number) => `@${doc} CX${doc} reversal SUIT - - ${qty} S3 D1 TH1`;

  test('is open again as far as they came back from its own site, the last taken first', () => {
    expect(filled()).toEqual(['20', '10', '10']);
    expect(filled(back(4))).toEqual(['20', '6', '10']);
    expect(filled(back(15))).toEqual(['15', '0', '10']);
    expect(filled(back(33))).toEqual(['0', '-3', '10']);
  });

  test('is filled again where the return is undone, the last given back first', () => {
    expect(filled(back(15), undone('5', 3))).toEqual(['18', '0', '10']);
    expect(filled(back(15), undone('5', 12))).toEqual(['20', '7', '10']);
    expect(filled(back(15), undone('5', 12), undone('6', 3))).toEqual(['20', '10', '10']);
    expect(filled(back(15), undone('5', 3), undone('6', 3))).toEqual(['20', '1', '10']);
    expect(filled(back(33), undone('5', 5))).toEqual(['5', '-3', '10']);
  });
});
