// Request lines as reports list them: what was asked, what was sent of it, and how urgent it is.

import { describe, expect, test } from 'vitest';
import { requests, told } from './run.js';

const opening = '@1 QC1 opening SUIT - - 100 - D1';
const head = 'date,doc,site,item,qty,needed_by,priority,cancelled';

/** The request lines of a book whose requests are given as rows with all columns. */
function lines(day: number, stock: readonly string[], ...rows: readonly string[]): string[] {
  const text = [
    head,
    ...rows.map((row) => row.replace(/@(\d+)/g, (_, n: string) => `2022-01-${n.padStart(2, '0')}`)),
    '',
  ];
  return requests(told(day, { stock: [opening, ...stock] }, { 'requests/a.csv': text.join('\n') }));
}

describe('a line of a request', () => {
  test('is open, part-filled, filled; what is above it is nothing that is open', () => {
    const sent = (qty: number): string[] => [`@3 CK1 issue SUIT - - ${qty} D1 S3 SQ1`];
    const asked = '@2,SQ1,S3,SUIT,30,@4,,';
    expect(lines(3, [], asked)).toEqual(['SQ1 S3 SUIT: 0 of 30, 30 open, open routine']);
    expect(lines(3, sent(10), asked)).toEqual(['SQ1 S3 SUIT: 10 of 30, 20 open, part-filled routine']);
    expect(lines(5, sent(10), asked)).toEqual(['SQ1 S3 SUIT: 10 of 30, 20 open, part-filled routine!']);
    expect(lines(5, sent(30), asked)).toEqual(['SQ1 S3 SUIT: 30 of 30, 0 open, filled routine']);
    expect(lines(5, sent(40), asked)).toEqual(['SQ1 S3 SUIT: 40 of 30, 0 open, filled routine']);
    expect(lines(1, sent(40), asked)).toEqual([]);
    expect(lines(2, sent(40), asked)).toEqual(['SQ1 S3 SUIT: 0 of 30, 30 open, open routine']);
  });

  test('that is cancelled leaves nothing open; one that was filled before stays filled', () => {
    const rows = ['@2,SQ1,S3,SUIT,30,@4,,', '@5,SQ1,S3,SUIT,,,,yes'];
    expect(lines(6, [], ...rows)).toEqual(['SQ1 S3 SUIT: 0 of 30, 0 open, cancelled routine']);
    expect(lines(6, ['@3 CK1 issue SUIT - - 29 D1 S3 SQ1'], ...rows)).toEqual([
      'SQ1 S3 SUIT: 29 of 30, 0 open, cancelled routine',
    ]);
    expect(lines(6, ['@3 CK1 issue SUIT - - 30 D1 S3 SQ1'], ...rows)).toEqual([
      'SQ1 S3 SUIT: 30 of 30, 0 open, filled routine',
    ]);
  });

  test('that is repeated is as urgent as the most urgent of its rows, and needed by the earliest of their days', () => {
    const rows = ['@2,SQ1,S3,SUIT,10,@9,urgent,', '@3,SQ1,S3,SUIT,10,@5,critical,', '@3,SQ1,S3,SUIT,10,,routine,'];
    for (const order of [rows, rows.toReversed()]) {
      expect(lines(5, [], ...order)).toEqual(['SQ1 S3 SUIT: 0 of 30, 30 open, open critical']);
      expect(lines(6, [], ...order)).toEqual(['SQ1 S3 SUIT: 0 of 30, 30 open, open critical!']);
    }
    expect(lines(3, [], rows[0]!, rows[2]!)).toEqual(['SQ1 S3 SUIT: 0 of 20, 20 open, open urgent']);
  });

  test('of which a row cannot be read is incomplete, and neither overdue nor over', () => {
    const rows = ['@2,SQ1,S3,SUIT,10,@4,,', '@2,SQ1,S3,SUIT,x,,,'];
    expect(lines(9, [], ...rows)).toEqual(['SQ1 S3 SUIT: 0 of 10, 10 open, incomplete routine']);
    const { figures } = told(9, {
      stock: [opening, '@3 CK1 issue SUIT - - 20 D1 S3 SQ1'],
      requests: ['@2 SQ1 S3 SUIT 10', '@2 SQ1 S3 SUIT x'],
    });
    expect(figures.requests[0]?.overRow).toBe(-1);
  });

  test('stands by its document, then its site, then its item', () => {
    const rows = ['@2,SQ2,S3,SUIT,1,,,', '@2,SQ1,S4,RICE,1,,,', '@2,SQ1,S4,SUIT,1,,,', '@2,SQ1,S3,RICE,1,,,'];
    const names = (...order: readonly string[]) => lines(2, [], ...order).map((line) => line.split(':')[0]);
    const expected = ['SQ1 S3 RICE', 'SQ1 S4 SUIT', 'SQ1 S4 RICE', 'SQ2 S3 SUIT'];
    expect(names(...rows)).toEqual(expected);
    expect(names(...rows.toReversed())).toEqual(expected);
  });

  test('names the row that asked first and the one that needs it first', () => {
    const book = {
      stock: [opening],
      requests: ['@3 SQ1 S3 SUIT 10 @9', '@2 SQ1 S3 SUIT 10 @12', '@2 SQ1 S3 SUIT 5 @9'],
    };
    const [line] = told(4, book).figures.requests;
    expect([line?.row, line?.neededRow]).toEqual([1, 0]);
    const [without] = told(4, { stock: [opening], requests: ['@3 SQ1 S3 SUIT 10', '@2 SQ1 S3 SUIT 10'] }).figures
      .requests;
    expect([without?.row, without?.neededRow, without?.neededBy]).toEqual([1, 1, null]);
  });
});

describe('the row that took a request over', () => {
  const over = (...stock: string[]): number | undefined =>
    told(9, { stock: [opening, ...stock], requests: ['@2 SQ1 S3 SUIT 10'] }).figures.requests[0]?.overRow;

  test('is the one that went above what was asked, by day and then by document', () => {
    expect(over('@3 CK1 issue SUIT - - 10 D1 S3 SQ1')).toBe(-1);
    expect(over('@3 CK1 issue SUIT - - 11 D1 S3 SQ1')).toBe(1);
    expect(over('@3 CK1 issue SUIT - - 10 D1 S3 SQ1', '@4 CK2 issue SUIT - - 1 D1 S3 SQ1')).toBe(2);
    expect(over('@4 CK1 issue SUIT - - 6 D1 S3 SQ1', '@3 CK2 issue SUIT - - 6 D1 S3 SQ1')).toBe(1);
    expect(over('@3 CK2 issue SUIT - - 6 D1 S3 SQ1', '@3 CK1 issue SUIT - - 6 D1 S3 SQ1')).toBe(1);
    expect(over('@3 CK1 issue SUIT - - 7 D1 S3 SQ1', '@3 CK1 issue SUIT - - 6 D1 S3 SQ1')).toBe(1);
    // Once it is over, more does not make it over again.
    expect(over('@3 CK1 issue SUIT - - 11 D1 S3 SQ1', '@4 CK2 issue SUIT - - 5 D1 S3 SQ1')).toBe(1);
  });

  test('is none once it came back, and another once it went above again', () => {
    const first = ['@3 CK1 issue SUIT - - 11 D1 S3 SQ1', '@4 TK1 return SUIT - - 1 S3 D1 CK1'];
    expect(over(...first)).toBe(-1);
    expect(over(...first, '@5 CK2 issue SUIT - - 2 D1 S3 SQ1')).toBe(3);
    // On one day what is sent counts before what comes back.
    expect(over('@3 TK1 return SUIT - - 5 S3 D1 CK1', '@3 CK1 issue SUIT - - 11 D1 S3 SQ1')).toBe(-1);
  });

  /** The line of it, in whatever order the lines stand. */
  const overLine = (item: string, lines: readonly string[]): string | undefined => {
    const opened = [opening, '@1 QC2 opening MASK A 2023-03-01 40 - D1', '@1 QC3 opening MASK B 2023-04-01 40 - D1'];
    const found = permutations(lines).map((stock) => {
      const { figures } = told(9, { stock: [...opened, ...stock], requests: [`@2 SQ1 S3 ${item} 10`] });
      return stock[(figures.requests[0]?.overRow ?? -1) - opened.length];
    });
    expect(new Set(found).size, found.join('; ')).toBe(1);
    return found[0];
  };

  test('of one day comes before what came back on it, whatever its number', () => {
    const [first, second] = ['@3 CK1 issue SUIT - - 11 D1 S3 SQ1', '@3 CK2 issue SUIT - - 6 D1 S3 SQ1'] as const;
    const back = '@3 AA1 return SUIT - - 5 S3 D1 CK1';
    expect(overLine('SUIT', [first, second, back])).toBe(first);
    expect(overLine('SUIT', [second, back, '@3 CK1 issue SUIT - - 7 D1 S3 SQ1'])).toBeUndefined();
  });

  test('of one day and lots is where lots are named before where they are not, then by document, then by lot', () => {
    const [a, b] = ['@3 CK2 issue MASK A - 6 D1 S3 SQ1', '@3 CK2 issue MASK B - 6 D1 S3 SQ1'] as const;
    expect(overLine('MASK', [a, '@3 CK1 issue MASK - - 6 D1 S3 SQ1'])).toBe('@3 CK1 issue MASK - - 6 D1 S3 SQ1');
    expect(overLine('MASK', [a, '@3 CK1 issue MASK B - 6 D1 S3 SQ1'])).toBe(a);
    expect(overLine('MASK', [b, '@3 CK1 issue MASK A - 6 D1 S3 SQ1'])).toBe(b);
    expect(overLine('MASK', [a, b])).toBe(b);
  });

  test('of two that are alike is the later one in the file', () => {
    const row = '@3 CK1 issue SUIT - - 6 D1 S3 SQ1';
    expect(over(row, row)).toBe(2);
  });
});

describe('a request is not filled', () => {
  const filled = (requests: string[], ...stock: string[]): string[] =>
    told(9, { stock: [opening, ...stock], requests }).figures.requests.map(({ filled }) => `${filled / 1_000_000}`);

  test('by what comes in from elsewhere and names it', () => {
    const asked = ['@2 SQ1 D1 SUIT 10'];
    expect(filled(asked, '@3 RK1 receipt SUIT - - 5 SUP D1 SQ1')).toEqual(['0']);
    expect(filled(asked, '@3 PY1 gain SUIT - - 5 - D1 SQ1')).toEqual(['0']);
    expect(filled(asked, '@3 TK1 return SUIT - - 5 S3 D1 SQ1')).toEqual(['0']);
  });

  test('or emptied by what comes back of a return, where the dispatch that this names has the same number', () => {
    const stock = ['@3 SQ1 issue SUIT - - 20 D1 S4', '@4 TK1 return SUIT - - 5 S4 D1 SQ1'];
    expect(filled(['@2 SQ1 D1 SUIT 10'], ...stock, '@5 CX1 reversal SUIT - - 2 S4 D1 TK1')).toEqual(['0']);
    expect(filled(['@2 SQ1 D1 SUIT 10'], ...stock, '@5 TK2 return SUIT - - 2 D1 D2 TK1')).toEqual(['0']);
  });
});

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((others) => [one, ...others]));
}
