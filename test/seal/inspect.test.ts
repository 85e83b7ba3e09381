// A book held against its seals: what was touched, what came late, and which closed nights no longer come out.

import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { formatDay } from '../../src/core/day.js';
import { inspectSeals, type SealView, type Shift } from '../../src/seal/inspect.js';
import { closed, day, edited, type Files, STOCK, small, without, workspaceOf } from './book.js';

const [one, two] = ['2022-01-11', '2022-01-12'] as const;
const book = closed(small, one, two);

function inspect(files: Files, asOf: string | null = null, every = true): SealView {
  const workspace = workspaceOf(files);
  const view = inspectSeals(workspace, loadBook(workspace), asOf === null ? null : day(asOf), every);
  if (view === null) throw new Error('never closed');
  return view;
}

/** A shift as `site item: closing before → closing now`. */
function told({ was, now }: Shift): string {
  const { site, item } = was ?? now!;
  return `${site} ${item}: ${was?.figures[4] ?? '-'} → ${now?.figures[4] ?? '-'}`;
}

const late = (files: Files): string[] =>
  inspect(files).late.map(({ path, row, days, shifts }) =>
    `${path}:${row.firstLine + 1} ${days.map(formatDay).join('+')} ${shifts.map(told).join(', ')}`.trim(),
  );
const unbalanced = (files: Files, asOf: string | null = null): string[] =>
  inspect(files, asOf).unbalanced.map(
    ({ link, shifts }) => `${formatDay(link.seal.date)} ${shifts.map(told).join(', ')}`,
  );
const grown = (files: Files, file: string, rows: string): Files => ({
  ...files,
  [file]: `${files[file] ?? ''}${rows}`,
});

describe('a book', () => {
  test('that was never closed has nothing to be held against', () => {
    const workspace = workspaceOf(small);
    expect(inspectSeals(workspace, loadBook(workspace), null, true)).toBeNull();
  });

  test('that is as it was sealed has nothing to say', () => {
    expect(inspect(book)).toMatchObject({
      closedThrough: day(two),
      changed: [],
      late: [],
      unbalanced: [],
      accepted: [],
      replayed: 2,
    });
  });

  test('that goes on after its closed days has nothing to say about that', () => {
    expect(inspect({ ...book, 'stock/13.csv': `${STOCK}\n2022-01-13,CK9,issue,SUIT,1,D1,S1,\n` })).toMatchObject({
      changed: [],
      late: [],
      unbalanced: [],
    });
  });

  test('has every file closed again that was opened', () => {
    const plain = workspaceOf(book);
    let open = 0;
    const counting = {
      ...plain,
      open: (file: string) => {
        const opened = plain.open(file);
        open++;
        return { ...opened, close: () => open-- };
      },
    };
    inspectSeals(counting, loadBook(plain), null, true);
    expect(open).toBe(0);
  });

  test('with a file of somebody else among its seals is closed through none', () => {
    expect(inspect({ ...small, 'seals/notes.csv': 'x\n' })).toMatchObject({ closedThrough: null, late: [] });
  });

  test('with seals that name no day is closed through none', () => {
    const view = inspect({ ...small, 'seals/2022-01-11.json': 'gone' });
    expect(view).toMatchObject({ closedThrough: null, late: [], unbalanced: [], replayed: 0 });
  });
});

describe('what was touched', () => {
  test('is named, and the figures that follow from it are not said again', () => {
    const files = edited(book, 'stock/11.csv', '5箱', '6箱');
    expect(inspect(files).changed).toEqual([
      { path: 'stock/11.csv', differences: [{ kind: 'changed', line: 1, date: day(one) }] },
    ]);
    expect(unbalanced(files)).toEqual([]);
  });

  test('on one day says nothing against the nights before it', () => {
    const other = edited(edited(book, 'stock/12.csv', ',30,', ',31,'), 'items.csv', '箱=20', '箱=21');
    expect(unbalanced(other)).toEqual(['2022-01-11 D1 SUIT: 100 → 105']);
  });
});

describe('a row that came late', () => {
  const row = (date: string, item: string, from: string, doc = 'BS1'): string =>
    `${date},${doc},disposal,${item},7,${from},,\n`;

  test('is named with the closed days from its own on, and with what it changes in the first of them', () => {
    expect(late(grown(book, 'stock/12.csv', row(two, 'SUIT', 'D1')))).toEqual([
      'stock/12.csv:3 2022-01-12 D1 SUIT: 70 → 63',
    ]);
    expect(late(grown(book, 'stock/11.csv', row(one, '防护服', '一号库')))).toEqual([
      'stock/11.csv:4 2022-01-11+2022-01-12 D1 SUIT: 100 → 93',
    ]);
    expect(late({ ...book, 'stock/new.csv': `${STOCK}\n${row(one, 'MASK', 'D2')}` })).toEqual([
      'stock/new.csv:2 2022-01-11+2022-01-12 D2 MASK: 80 → 73',
    ]);
  });

  test('is charged with its own item and its own sites only', () => {
    const files = grown(book, 'stock/12.csv', `${row(two, 'SUIT', 'D1')}${row(two, 'MASK', 'D2', 'BS2')}`);
    expect(late(files)).toEqual([
      'stock/12.csv:3 2022-01-12 D1 SUIT: 70 → 63',
      'stock/12.csv:4 2022-01-12 D2 MASK: 80 → 73',
    ]);
    const apart = grown(book, 'stock/12.csv', `${row(two, 'MASK', 'D1')}${row(two, 'MASK', 'D2', 'BS2')}`);
    expect(late(apart)).toEqual([
      'stock/12.csv:3 2022-01-12 D1 MASK: - → -7',
      'stock/12.csv:4 2022-01-12 D2 MASK: 80 → 73',
    ]);
  });

  test('that names no site is charged with its item everywhere', () => {
    const files = {
      ...edited(book, 'sites.csv', '隔离点,isolation,yes', '隔离点,isolation,no'),
      'deliveries/12.csv': 'date,doc,item,received\n2022-01-12,CK1,SUIT,30\n',
      'stock/new.csv': `${STOCK}\n${row(two, 'SUIT', 'D1')}`,
    };
    expect(late(files)).toEqual([
      'stock/new.csv:2 2022-01-12 D1 SUIT: 70 → 63',
      'deliveries/12.csv:2 2022-01-12 D1 SUIT: 70 → 63',
    ]);
  });

  test('of a count changes what was counted', () => {
    expect(late(grown(book, 'counts/12.csv', '2022-01-12,D2,MASK,79\n'))).toEqual([
      'counts/12.csv:3 2022-01-12 D2 MASK: 80 → 80',
    ]);
  });

  test('of a request moves nothing, though another row moved what it asks for', () => {
    const files = {
      ...grown(book, 'stock/12.csv', row(two, 'SUIT', 'D1')),
      'requests/12.csv': 'date,doc,site,item,qty\n2022-01-12,SQ1,D1,SUIT,5\n',
    };
    expect(late(files)).toEqual(['stock/12.csv:3 2022-01-12 D1 SUIT: 70 → 63', 'requests/12.csv:2 2022-01-12']);
  });

  test('of a ledger that moves no goods changes no figure', () => {
    const files = grown({ ...book, 'census/12.csv': 'date,site,residents\n2022-01-12,S1,40\n' }, 'stock/12.csv', '');
    expect(late(files)).toEqual(['census/12.csv:2 2022-01-12']);
  });

  test('hides what no longer comes out from its day on', () => {
    const files = edited(grown(book, 'stock/12.csv', row(two, 'SUIT', 'D1')), 'items.csv', '箱=20', '箱=21');
    expect(unbalanced(files)).toEqual(['2022-01-11 D1 SUIT: 100 → 105']);
  });

  test('cannot be told where the chain is broken: what a lost seal pinned would look as if it were new', () => {
    const files = grown(book, 'stock/12.csv', row(two, 'SUIT', 'D1'));
    const gone = 'seals/2022-01-11.json';
    expect(late(without(files, gone))).toEqual([]);
    expect(late({ ...files, [gone]: 'gone' })).toEqual([]);
    expect(late(without(files, gone, 'seals/2022-01-11.csv'))).toEqual([]);
    expect(late({ ...files, 'seals/2022-01-13.json': files[gone] ?? '' })).toEqual([]);
    // Pinned as late by a seal that is gone, it would look as if it had only come now.
    const first = closed(small, one);
    const second = closed({ ...first, 'stock/new.csv': `${STOCK}\n${row(one, 'SUIT', 'D1')}` }, two);
    expect(late(second)).toEqual([]);
    expect(late(without(second, 'seals/2022-01-12.json'))).toEqual([]);
    // A statement that was touched pins no rows.
    expect(late(edited(files, 'seals/2022-01-12.csv', '70', '71'))).toHaveLength(1);
  });
});

describe('a closed night that no longer comes out', () => {
  test('is named, with every line that is another', () => {
    const files = edited(book, 'items.csv', '箱=20', '箱=21');
    expect(unbalanced(files)).toEqual(['2022-01-11 D1 SUIT: 100 → 105', '2022-01-12 D1 SUIT: 70 → 75']);
    expect(inspect(files).unbalanced.map(({ linesOf }) => [...linesOf])).toEqual([
      [
        ['D1', 1],
        ['D2', 1],
      ],
      [
        ['D1', 1],
        ['D2', 1],
      ],
    ]);
  });

  test('has lines that are gone, and lines that were not there', () => {
    const files = edited(book, 'sites.csv', 'D2,二号库,depot,', 'D2,二号库,other,');
    expect(unbalanced(files)).toEqual(['2022-01-11 D2 MASK: 80 → -', '2022-01-12 D2 MASK: 80 → -']);
    const signed = edited(
      edited(book, 'sites.csv', 'kind,signs', 'kind,tracked'),
      'sites.csv',
      'isolation,yes',
      'other,yes',
    );
    expect(unbalanced(signed)).toEqual(['2022-01-12 S1 SUIT: - → 30']);
  });

  test('is left aside where it is later than what is asked for', () => {
    const files = edited(book, 'items.csv', '箱=20', '箱=21');
    expect(unbalanced(files, one)).toEqual(['2022-01-11 D1 SUIT: 100 → 105']);
    expect(inspect(files, one).replayed).toBe(1);
    expect(inspect(files, '2022-01-10').replayed).toBe(0);
    expect(inspect(files, null, false).replayed).toBe(2);
  });

  test('is not looked for where its statement is gone', () => {
    const files = without(edited(book, 'items.csv', '箱=20', '箱=21'), 'seals/2022-01-12.csv');
    expect(unbalanced(files)).toEqual(['2022-01-11 D1 SUIT: 100 → 105']);
  });

  test('comes out as it was where a book has several rows for one line', () => {
    const files = closed(grown(small, 'stock/12.csv', '2022-01-12,CK2,issue,SUIT,5,D1,D2,\n'), one, two);
    expect(unbalanced(files)).toEqual([]);
    const changed = edited(files, 'items.csv', '箱=20', '箱=21');
    expect(unbalanced(changed)).toEqual(['2022-01-11 D1 SUIT: 100 → 105', '2022-01-12 D1 SUIT: 65 → 70']);
    expect([...(inspect(changed).unbalanced[1]?.linesOf ?? [])]).toEqual([
      ['D1', 1],
      ['D2', 2],
    ]);
  });
});
