// A book that goes on from its closed days has the figures that its whole history has: each thing that is carried over.

import { describe, expect, test } from 'vitest';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { everything, type Files, night, sealed, wholeAnswer } from '../closed/nights.js';
import { type Ledgers, smallBook } from '../model/small.js';

/** A file for each day, as a book that is sealed night after night has them. */
function byDay(ledgers: Ledgers): Files {
  const made: Files = {};
  for (const [name, content] of Object.entries(smallBook(ledgers))) {
    const folder = /^(stock|deliveries|counts|requests)\//u.exec(name)?.[1];
    if (folder === undefined) {
      made[name] = content;
      continue;
    }
    const [head = '', ...rows] = content.trimEnd().split('\n');
    for (const row of rows) {
      const file = `${folder}/${row.slice(0, 10)}.csv`;
      made[file] = `${made[file] ?? `${head}\n`}${row}\n`;
    }
  }
  return made;
}

const closed = {
  stock: [
    '@1 QC1 opening SUIT - - 900 - D1',
    '@1 QC2 opening RICE - - 50 - D2',
    '@1 RK1 receipt MASK A 2022-01-20 100 SUP D1',
    '@1 RK2 receipt MASK B 2022-03-01 100 SUP D1',
    '@1 RK3 receipt KIT K 2022-02-01 60 SUP D1',
    '@2 CK1 issue SUIT - - 40 D1 S2 X1',
    '@2 CK2 issue MASK - - 130 D1 S2',
    '@2 CK3 transfer SUIT - - 30 D1 S4',
    '@2 CK4 issue RICE - - 70 D2 S3',
    '@3 CK7 issue SUIT - - 25 D1 S1',
    '@3 CK8 issue SUIT - - 5 D1 REC',
    '@3 CK9 transfer KIT K - 20 D1 D3',
    '@3 PK1 gain GEL G - 4 - D1',
  ],
  deliveries: ['@2 CK1 SUIT - 30 2 S2', '@3 CK2 MASK A 60 0 S2', '@3 CK7 SUIT - 24 1 S1'],
  counts: ['@2 close D1 SUIT - 830', '@3 close D2 RICE - 1'],
  requests: ['@1 X1 S2 SUIT 60 @5 -', '@3 X2 S4 RICE 10 @4 -'],
};

/** The nights of the 4th and the 5th, begun from the seal of the 3rd: they answer as the whole history does. */
function goesOn(
  more: { stock?: string[]; deliveries?: string[]; counts?: string[]; requests?: string[] },
  why = 'shortcut',
): void {
  const before = sealed(byDay(closed), '2022-01-03');
  const { memory } = night(memoryWorkspace(before), null, '2022-01-03');
  const quiet = { stock: ['@4 CK11 issue SUIT - - 1 D1 S3'], deliveries: [], counts: [], requests: [] };
  const all = byDay({
    stock: [...closed.stock, ...quiet.stock, ...(more.stock ?? [])],
    deliveries: [...closed.deliveries, ...(more.deliveries ?? [])],
    counts: [...closed.counts, ...(more.counts ?? [])],
    requests: [...closed.requests, ...(more.requests ?? [])],
  });
  const workspace = memoryWorkspace({ ...all, ...before });
  const first = night(
    memoryWorkspace({ ...before, ...byDay({ ...closed, stock: [...closed.stock, ...quiet.stock] }) }),
    memory,
    '2022-01-04',
  );
  for (const date of ['2022-01-04', '2022-01-05', '2022-01-12']) {
    const answer = night(workspace, first.memory, date);
    expect(everything(answer.checked), `${date} ${answer.why}`).toEqual(wholeAnswer(workspace, date));
    expect(`${date} ${answer.why}`).toBe(`${date} ${why}`);
  }
}

describe('from the closed days on', () => {
  test('balances, averages and what was delivered go on', () => {
    goesOn({
      stock: ['@4 CK12 issue SUIT - - 7 D1 S1', '@5 RK9 receipt RICE - - 30 SUP D2', '@5 CK13 issue MASK - - 80 D1 S3'],
    });
  });

  test('what was on its way is signed for, comes back or is lost', () => {
    goesOn({ deliveries: ['@4 CK1 SUIT - 5 0 S2', '@5 CK2 MASK - 70 0 S2'] });
    goesOn({ stock: ['@4 TH1 return SUIT - - 3 transit D1 CK1', '@5 PS1 loss MASK - - 10 transit - CK2'] });
    goesOn({ deliveries: ['@4 CK1 SUIT - 9 0 S2', '@5 CK9 KIT K 20 0 D3', '@5 CK9 KIT K 1 0 D3'] });
  });

  test('what a closed document took is undone or comes back', () => {
    goesOn({ stock: ['@4 TH1 return SUIT - - 6 S4 D1 CK3', '@5 TH2 return MASK - - 20 S2 D1 CK2'] });
    goesOn({ stock: ['@4 CX1 reversal RICE - - 20 D2 S3 CK4', '@5 CX2 reversal SUIT - - 5 D1 REC CK8'] });
    goesOn({ stock: ['@4 CX1 reversal RICE - - 71 D2 S3 CK4', '@4 CX2 reversal SUIT - - 9 D1 S2 CK1'] }, 'left-out');
  });

  test('what was asked for is sent, and more than that', () => {
    goesOn({
      stock: ['@4 CK12 issue SUIT - - 15 D1 S2 X1', '@5 CK13 transfer RICE - - 11 D2 S4 X2'],
      requests: ['@5 X1 S2 SUIT 10 - -'],
    });
  });

  test('numbers of a series follow those before', () => {
    goesOn({
      stock: ['@4 CK12 issue SUIT - - 1 D1 S3', '@5 CK15 issue SUIT - - 1 D1 S3', '@5 NEU1 issue SUIT - - 1 D1 S3'],
    });
  });

  test('shelves are counted again, and lots expire', () => {
    goesOn({ counts: ['@4 close D1 SUIT - 799', '@5 open D1 MASK - 70', '@5 close D1 MASK B 70'] });
  });

  test('a balance that was below zero is so still, or is set right', () => {
    goesOn({
      stock: ['@4 RK8 receipt RICE - - 19 SUP D2', '@5 RK9 receipt RICE - - 1 SUP D2', '@5 CK14 issue GEL - - 9 D1 S3'],
    });
  });
});
