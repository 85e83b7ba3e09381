// Document lines that a site has to sign for, with everything that reports read of them.

import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/core/day.js';
import { formatQuantity } from '../../src/core/quantity.js';
import { told } from './run.js';

/** `doc item lot day@minute from→to: sent received damaged returned lost, on the way, status`, and the rows behind it. */
function lines(day: number, ledgers: Parameters<typeof told>[1], from = day): string[] {
  const one = told(
    day,
    { ...ledgers, stock: ['@1 QC1 opening SUIT - - 900 - D1', ...(ledgers.stock ?? [])] },
    {},
    from,
  );
  const { book, figures } = one;
  return figures.deliveries.map((line) => {
    const amounts = [line.dispatched, line.received, line.damaged, line.returned, line.lost].map(formatQuantity);
    const lot = line.lot < 0 ? '-' : book.lots.text(line.lot);
    const ends = `${line.from < 0 ? '?' : book.places.code(line.from)}→${line.to < 0 ? '?' : book.places.code(line.to)}`;
    const rows = [line.row, line.signedRow, line.damagedRow, line.overRow].join(' ');
    return (
      `${book.docs.text(line.doc)} ${book.items.all[line.item]?.code} ${lot} ${formatDay(line.day).slice(8)}@${line.minute} ${ends}: ` +
      `${amounts.join(' ')}, ${formatQuantity(line.inTransit)}, ${line.status}, rows ${rows}${line.current ? '' : ', past'}`
    );
  });
}

const sent = ['@2T08:30 CK1 issue SUIT - - 30 D1 S2'];

describe('what was sent', () => {
  test('is told with the row that sent it and those that signed for it last, and with damage', () => {
    expect(lines(2, { stock: sent })).toEqual(['CK1 SUIT - 02@510 D1→S2: 30 0 0 0 0, 30, in-transit, rows 1 -1 -1 -1']);
    const deliveries = ['@2 CK1 SUIT - 10 2 S2', '@3 CK1 SUIT - 5 0 S2'];
    expect(lines(3, { stock: sent, deliveries })).toEqual([
      'CK1 SUIT - 02@510 D1→S2: 30 15 2 0 0, 13, short, rows 1 1 0 -1',
    ]);
  });

  test('and taken below nothing is told with the row that did it first', () => {
    const deliveries = ['@3 CK1 SUIT - 31 0 S2', '@4 CK1 SUIT - 1 0 S2'];
    expect(lines(3, { stock: sent, deliveries })).toEqual([
      'CK1 SUIT - 02@510 D1→S2: 30 31 0 0 0, -1, over, rows 1 0 -1 0',
    ]);
    expect(lines(4, { stock: sent, deliveries })).toEqual([
      'CK1 SUIT - 02@510 D1→S2: 30 32 0 0 0, -2, over, rows 1 1 -1 0',
    ]);
    const back = [...sent, '@4 TK1 return SUIT - - 20 transit D1 CK1'];
    expect(lines(4, { stock: back, deliveries: ['@3 CK1 SUIT - 15 0 S2'] })).toEqual([
      'CK1 SUIT - 02@510 D1→S2: 30 15 0 20 0, -5, over, rows 1 0 -1 -4',
    ]);
  });

  test('on one line by several rows of a day stands where the first does, and is as old as the oldest', () => {
    const stock = [
      '@2T09:00 CK1 issue SUIT - - 9 D1 S2',
      '@2T08:00 CK1 issue SUIT - - 5 D1 S2',
      '@2T10:00 CK1 issue SUIT - - 7 D1 S2',
    ];
    expect(lines(2, { stock })).toEqual(['CK1 SUIT - 02@480 D1→S2: 21 0 0 0 0, 21, in-transit, rows 2 -1 -1 -1']);
  });

  test('under one number on another day as well stands where it began, and is as old as that', () => {
    const stock = ['@2T09:00 CK1 issue SUIT - - 9 D1 S2', '@3T08:00 CK1 issue SUIT - - 5 D1 S2'];
    expect(lines(3, { stock })).toEqual(['CK1 SUIT - 02@540 D1→S2: 14 0 0 0 0, 14, overdue, rows 1 -1 -1 -1']);
  });

  test('on one line by rows that are alike stands at the first of them, whichever had to wait', () => {
    const stock = [
      '@1 QC2 opening MASK A 2022-03-01 90 - D1',
      '@1 QC3 opening MASK A 2022-03-01 90 - S2',
      '@2 CK0 issue MASK A - 9 D1 S2',
      '@3 TH1 return MASK A - 5 S2 D3 ZK1',
      '@3 TH1 return MASK A - 5 S2 D3 CK0',
      '@3 ZK1 issue MASK A - 7 D1 S2',
    ];
    expect(lines(3, { stock }).filter((line) => line.startsWith('TH1'))).toEqual([
      'TH1 MASK A 03@-1 S2→D3: 10 0 0 0 0, 10, in-transit, rows 4 -1 -1 -1',
    ]);
  });

  test('is past once all of it has arrived before the days that are asked about, and told only for its damage', () => {
    const whole = { stock: sent, deliveries: ['@3 CK1 SUIT - 30 0 S2'] };
    expect(lines(3, whole)).toEqual(['CK1 SUIT - 02@510 D1→S2: 30 30 0 0 0, 0, received, rows 1 0 -1 -1']);
    expect(lines(4, whole)).toEqual([]);
    expect(lines(4, whole, 3)).toHaveLength(1);
    expect(lines(4, whole, 2)).toHaveLength(1);
    const damaged = { stock: sent, deliveries: ['@3 CK1 SUIT - 29 1 S2'] };
    expect(lines(3, damaged)).toEqual(['CK1 SUIT - 02@510 D1→S2: 30 29 1 0 0, 0, received, rows 1 0 0 -1']);
    expect(lines(4, damaged)).toEqual(['CK1 SUIT - 02@510 D1→S2: 30 29 1 0 0, 0, received, rows 1 0 0 -1, past']);
  });

  test('and not lost or sent back is received, else only settled', () => {
    const status = (...rows: string[]) =>
      lines(9, { stock: [...sent, ...rows], deliveries: ['@3 CK1 SUIT - 20 0 S2'] }, 3).map((line) =>
        line.replace(/^.*: (.*), rows.*$/u, '$1'),
      );
    const [lost, back] = ['@4 PK1 loss SUIT - - 10 transit - CK1', '@4 TK1 return SUIT - - 10 transit D1 CK1'] as const;
    expect(status()).toEqual(['30 20 0 0 0, 10, short']);
    expect(status(lost)).toEqual(['30 20 0 0 10, 0, settled']);
    expect(status(back)).toEqual(['30 20 0 10 0, 0, settled']);
    expect(status(...[lost, back].map((row) => row.replace(' 10 ', ' 5 ')))).toEqual(['30 20 0 5 5, 0, settled']);
  });

  test('is in the order of documents, items and lots', () => {
    const stock = [
      '@1 RK1 receipt MASK B 2022-03-01 9 SUP D1',
      '@1 RK2 receipt MASK A 2022-03-02 9 SUP D1',
      '@2 CK2 issue SUIT - - 1 D1 S2',
      '@2 CK1 issue SUIT - - 2 D1 S2',
      '@2 CK1 issue MASK B - 3 D1 S2',
      '@2 CK1 issue MASK A - 4 D1 S2',
      '@2 CK1 issue SUIT - - 5 D1 S1',
    ];
    const short = lines(2, { stock }).map((line) => line.replace(/ 02@-1 (\S+): (\d+) .*$/u, ' $1 $2'));
    expect(short).toEqual([
      'CK1 MASK A D1→S2 4',
      'CK1 MASK B D1→S2 3',
      'CK1 SUIT - D1→S2 2',
      'CK1 SUIT - D1→S1 5',
      'CK2 SUIT - D1→S2 1',
    ]);
  });
});

describe('what was signed for and never sent', () => {
  test('is less than nothing on the way, several signatures for it together', () => {
    const deliveries = ['@2 XX1 SUIT - 5 1 S2', '@3 XX1 SUIT - 2 0 S2', '@3 XX1 SUIT - 4 0 S1'];
    expect(lines(2, { deliveries })).toEqual(['XX1 SUIT - 02@-1 ?→S2: 0 5 1 0 0, -6, unmatched, rows -1 0 -1 -1']);
    expect(lines(3, { deliveries })).toEqual([
      'XX1 SUIT - 02@-1 ?→S2: 0 7 1 0 0, -8, unmatched, rows -1 0 -1 -1',
      'XX1 SUIT - 03@-1 ?→S1: 0 4 0 0 0, -4, unmatched, rows -1 2 -1 -1',
    ]);
  });

  test('and taken back is past on the day after', () => {
    const deliveries = ['@2 XX1 SUIT - 5 0 S2', '@3 XX1 SUIT - -5 0 S2'];
    expect(lines(3, { deliveries })).toEqual(['XX1 SUIT - 02@-1 ?→S2: 0 0 0 0 0, 0, unmatched, rows -1 0 -1 -1']);
    expect(lines(4, { deliveries })).toEqual(['XX1 SUIT - 02@-1 ?→S2: 0 0 0 0 0, 0, unmatched, rows -1 0 -1 -1, past']);
    expect(lines(4, { deliveries }, 3)).toHaveLength(1);
  });
});
