// What a row that cannot be read leaves in doubt: what fits those of its cells that could be read, and nothing else.

import { describe, expect, test } from 'vitest';
import type { Ledgers } from '../model/small.js';
import { told } from './run.js';

const stock = [
  '@1 QC1 opening SUIT - - 100 - D1',
  '@1 QC2 opening SUIT - - 50 - D2',
  '@1 QC3 opening MASK A 2022-03-01 40 - D1',
  '@1 QC4 opening MASK B 2022-04-01 60 - D1',
  '@1 QC5 opening RICE - - 9 - D2',
  '@2 CK1 issue SUIT - - 10 D1 S1',
  '@2 CK2 issue SUIT - - 10 D1 S2',
  '@2 CK3 issue MASK A - 10 D1 S2',
];
const deliveries = ['@3 CK1 SUIT - 10', '@3 CK2 SUIT - 9', '@3 CK3 MASK - 10'];
const counts = ['@3 close D1 MASK - 90', '@3 close D2 RICE - 9'];
const requests = ['@2 SQ1 S3 SUIT 5', '@2 SQ2 S4 SUIT 5', '@2 SQ1 S3 RICE 5'];

/** All that is incomplete: lines, shelves (`*`), dispatches, requests and delivered categories. */
function unknown(more: Ledgers, day = 3): string[] {
  const one = told(day, {
    stock: [...stock, ...(more.stock ?? [])],
    deliveries: [...deliveries, ...(more.deliveries ?? [])],
    counts: [...counts, ...(more.counts ?? [])],
    requests: [...requests, ...(more.requests ?? [])],
  });
  const { book, figures } = one;
  const site = (at: number): string => book.sites.all[at]!.code;
  const item = (at: number): string => book.items.all[at]!.code;
  const of = <T extends { readonly status: string }>(lines: readonly T[], name: (line: T) => string): string[] =>
    lines.filter(({ status }) => status === 'incomplete').map(name);
  return [
    ...of(figures.balances, (line) => `${site(line.site)} ${item(line.item)} ${book.lots.text(line.lot)}`.trim()),
    ...of(figures.itemCounts, (line) => `${site(line.site)} ${item(line.item)}*`),
    ...of(figures.deliveries, (line) => `${book.docs.text(line.doc)} ${item(line.item)}`),
    ...of(figures.requests, (line) => `${book.docs.text(line.doc)} ${item(line.item)}`),
    ...figures.delivered.filter(({ incomplete }) => incomplete).map(({ category }) => category),
  ];
}

test('a book of which every row can be read leaves nothing in doubt', () => {
  expect(unknown({})).toEqual([]);
});

test('what was left out is told, by whoever left it out', () => {
  const { figures } = told(3, {
    stock: [...stock, '@3 BS1 disposal SUIT - - x D2 -', '@3 CX1 reversal SUIT - - 5 D1 D2 QC9'],
  });
  expect(figures.quarantined.map(({ table, kind }) => `${table} ${kind}`)).toHaveLength(2);
  expect([...figures.leftOutRows]).toHaveLength(1);
});

describe('a movement whose amount cannot be read', () => {
  test('leaves its ends in doubt from its day on, and what is delivered only where it may have been', () => {
    expect(unknown({ stock: ['@3 BS1 disposal SUIT - - x D2 -'] })).toEqual(['D2 SUIT']);
    expect(unknown({ stock: ['@3 BS1 disposal SUIT - - x D2 -'] }, 4)).toEqual(['D2 SUIT']);
    expect(unknown({ stock: ['@4 BS1 disposal SUIT - - x D2 -'] })).toEqual([]);
    expect(unknown({ stock: ['@3 DB1 transfer SUIT - - x D1 D2'] })).toEqual(['D1 SUIT', 'D2 SUIT', 'protective']);
    expect(unknown({ stock: ['@3 RK1 receipt RICE - - x SUP D2'] })).toEqual(['D2 RICE']);
    expect(unknown({ stock: ['@3 TK1 return RICE - - x S3 D2'] })).toEqual(['D2 RICE', 'living']);
  });

  test('leaves them in doubt from the first of several such rows on, in whatever order these stand', () => {
    const [third, fourth] = ['@3 BS1 disposal SUIT - - x D2 -', '@4 BS2 disposal SUIT - - x D2 -'] as const;
    expect(unknown({ stock: [third, fourth] })).toEqual(['D2 SUIT']);
    expect(unknown({ stock: [fourth, third] })).toEqual(['D2 SUIT']);
  });

  test('leaves a dispatch alone that it is written under by mistake', () => {
    expect(unknown({ stock: ['@3 CK1 disposal SUIT - - x D2 -'] })).toEqual(['D2 SUIT']);
  });

  test('leaves its own dispatch in doubt, to whomever it went', () => {
    expect(unknown({ stock: ['@2 CK1 issue SUIT - - x D1 S1'] })).toEqual(['D1 SUIT', 'CK1 SUIT', 'protective']);
    expect(unknown({ stock: ['@3 PK1 loss SUIT - - x transit - CK2'] })).toEqual(['CK2 SUIT']);
    expect(unknown({ stock: ['@3 CX1 reversal SUIT - - x D1 S2 CK2'] })).toEqual([
      'D1 SUIT',
      'S2 SUIT',
      'CK2 SUIT',
      'protective',
    ]);
  });

  test('leaves the request in doubt that it names', () => {
    expect(unknown({ stock: ['@3 CK9 issue RICE - - x D2 S3 SQ1'] })).toEqual(['D2 RICE', 'SQ1 RICE', 'living']);
    expect(unknown({ stock: ['@3 CK9 issue SUIT - - x D2 S3 SQ2'] })).toEqual(['D2 SUIT', 'SQ2 SUIT', 'protective']);
  });

  test('of one lot leaves that lot in doubt and all lots together, not another lot', () => {
    expect(unknown({ stock: ['@3 BS1 disposal MASK A - x D1 -'] })).toEqual(['D1 MASK A', 'D1 MASK*']);
    expect(unknown({ stock: ['@2 CK3 issue MASK B - x D1 S2'] })).toEqual(['D1 MASK B', 'D1 MASK*', 'protective']);
  });
});

describe('a movement of which more cannot be read', () => {
  test('its kind: it may have been any', () => {
    expect(unknown({ stock: ['@2 CK1 ? SUIT - - 5 D1 S1'] })).toEqual(['D1 SUIT', 'CK1 SUIT', 'protective']);
  });

  test('its item: it may have been any that is there', () => {
    expect(unknown({ stock: ['@3 BS1 disposal ? - - 5 D2 -'] })).toEqual(['D2 RICE', 'D2 SUIT']);
    expect(unknown({ stock: ['@3 CK9 issue ? - - 5 D2 S3'] })).toEqual([
      'D2 RICE',
      'D2 SUIT',
      'protective',
      'testing',
      'living',
      'meals',
    ]);
  });

  test('its site: it may have been anywhere', () => {
    expect(unknown({ stock: ['@3 BS1 disposal RICE - - 5 ? -'] })).toEqual(['D2 RICE']);
    expect(unknown({ stock: ['@3 BS1 disposal SUIT - - 5 ? -'] })).toEqual(['D1 SUIT', 'D2 SUIT', 'S2 SUIT']);
  });

  test('its day: it may have been on any', () => {
    expect(unknown({ stock: ['? BS1 disposal RICE - - 5 D2 -'] }, 1)).toEqual(['D2 RICE']);
  });
});

describe('a signature that cannot be read', () => {
  test('leaves its dispatch in doubt, and the site that it went to', () => {
    expect(unknown({ deliveries: ['@3 CK2 SUIT - x'] })).toEqual(['S2 SUIT', 'CK2 SUIT', 'protective']);
    expect(unknown({ deliveries: ['@3 CK1 SUIT - x'] })).toEqual(['CK1 SUIT', 'protective']);
    expect(unknown({ deliveries: ['@3 CK3 MASK - x'] })).toEqual(['S2 MASK A', 'CK3 MASK', 'protective']);
    expect(unknown({ deliveries: ['@4 CK2 SUIT - x'] })).toEqual([]);
  });

  test('with its site leaves that site in doubt, and no other to which the document went', () => {
    expect(unknown({ deliveries: ['@3 CK2 SUIT - x - S2'] })).toEqual(['S2 SUIT', 'CK2 SUIT', 'protective']);
    expect(unknown({ deliveries: ['@3 CK2 SUIT - x - S1'] })).toEqual(['protective']);
  });

  test('leaves in doubt every site that signs for the document, and none that the goods only went to', () => {
    const sent = ['@2 CK5 issue SUIT - - 3 D1 S4', '@2 CK5 issue SUIT - - 1 D1 S2', '@2 CK5 issue RICE - - 1 D2 S2'];
    const undone = '@2 CX5 reversal SUIT - - 1 D1 S4 CK5';
    expect(unknown({ stock: [...sent, undone], deliveries: ['@3 CK5 SUIT - x'] })).toEqual([
      'S2 SUIT',
      'CK5 SUIT',
      'protective',
    ]);
    const twice = ['@2 DB5 transfer RICE - - 1 D2 D3', '@2 DB5 transfer RICE - - 1 D2 S2'];
    expect(unknown({ stock: twice, deliveries: ['@2 DB5 RICE - 1 - D3', '@3 DB5 RICE - x'] })).toEqual([
      'D3 RICE',
      'DB5 RICE',
      'DB5 RICE',
      'living',
    ]);
  });

  test('for a document that never was leaves only what is delivered in doubt', () => {
    expect(unknown({ deliveries: ['@3 CK9 SUIT - x'] })).toEqual(['protective']);
  });

  test('of which nobody knows the document may have been for any of its item', () => {
    expect(unknown({ deliveries: ['@3 - SUIT - 5'] })).toEqual([
      'D1 SUIT',
      'D2 SUIT',
      'S2 SUIT',
      'CK1 SUIT',
      'CK2 SUIT',
      'protective',
    ]);
  });
});

describe('a count that cannot be read', () => {
  test('leaves in doubt what was counted, on its own day', () => {
    expect(unknown({ counts: ['@3 open D2 RICE - x'] })).toEqual(['D2 RICE']);
    // Without a lot it may have been of each of them, or of all together.
    expect(unknown({ counts: ['@3 open D1 MASK - x'] })).toEqual(['D1 MASK A', 'D1 MASK B', 'D1 MASK*']);
    expect(unknown({ counts: ['@2 open D2 RICE - x'] })).toEqual([]);
    expect(unknown({ counts: ['@2 open D1 MASK - x'] })).toEqual([]);
    expect(unknown({ counts: ['@3 open D1 MASK A x'] })).toEqual(['D1 MASK A', 'D1 MASK*']);
  });

  test('with a day that cannot be told may have been on any', () => {
    expect(unknown({ counts: ['? open D2 RICE - 5'] })).toEqual(['D2 RICE']);
    expect(unknown({ counts: ['? open D2 RICE - 5'] }, 2)).toEqual(['D2 RICE']);
  });
});

test('a dispatch of a lot that cannot be read is in doubt where it was signed for without a lot', () => {
  const deliveries = ['@3 CK9 MASK - 5'];
  expect(unknown({ deliveries })).toEqual([]);
  expect(unknown({ deliveries, stock: ['@2 CK9 issue MASK A - x D1 S3'] })).toEqual([
    'D1 MASK A',
    'D1 MASK*',
    'CK9 MASK',
    'protective',
  ]);
});

test('a dispatch settled long ago is told once more where a row of it cannot be read', () => {
  expect(unknown({}, 5)).toEqual([]);
  expect(unknown({ stock: ['@5 SS1 loss SUIT - - x transit - CK1'] }, 5)).toEqual(['CK1 SUIT']);
});

test('a request that cannot be read leaves its own line in doubt', () => {
  expect(unknown({ requests: ['@3 SQ1 S3 SUIT x'] })).toEqual(['SQ1 SUIT']);
  expect(unknown({ requests: ['@3 SQ1 S3 ? 5'] })).toEqual(['SQ1 SUIT', 'SQ1 RICE']);
  expect(unknown({ requests: ['@3 - S3 SUIT 5'] })).toEqual(['SQ1 SUIT']);
  expect(unknown({ requests: ['@3 SQ1 ? SUIT 5'] })).toEqual(['SQ1 SUIT']);
  expect(unknown({ requests: ['@4 SQ1 S3 SUIT x'] })).toEqual([]);
});

test('an item or a site that cannot be read leaves all of it in doubt', () => {
  const one = (files: Record<string, string>): string[] => {
    const { book, figures } = told(3, { stock, deliveries, counts, requests }, files);
    return figures.balances
      .filter(({ status }) => status === 'incomplete')
      .map(({ site, item }) => `${book.sites.all[site]!.code} ${book.items.all[item]!.code}`);
  };
  const { book } = told(3, { stock });
  expect(book.items.all).toHaveLength(5);
  const items =
    'item,name,category,unit,lots,min\nSUIT,防护服,protective,套,no,x\nMASK,口罩,protective,只,auto,\nRICE,大米,living,kg,no,\n';
  expect(one({ 'items.csv': items })).toEqual(['D1 SUIT', 'D2 SUIT', 'S2 SUIT']);
  const sites =
    'site,name,kind,tracked,signs,capacity\nD1,一,depot,,,\nD2,二,depot,,,x\nS1,三,isolation,,yes,\nS2,四,isolation,yes,yes,\nS3,五,testing,,,\nS4,六,service,yes,no,\n';
  expect(one({ 'sites.csv': sites })).toEqual(['D2 RICE', 'D2 SUIT']);
  const first = sites.replace('depot,,,x', 'depot,,,').replace('一,depot,,,', '一,depot,,,x');
  expect(one({ 'sites.csv': first })).toEqual(['D1 MASK', 'D1 MASK', 'D1 SUIT']);
});
