// Lots and their expiries: a batch of one item under one number, with one expiry date throughout the book.

import { describe, expect, test } from 'vitest';
import { type ExpiryConflict, ExpiryDeclarations } from '../../src/book/ledger/expiries.js';
import { Lots, NO_EXPIRY, NO_LOT } from '../../src/book/lots.js';
import { Names } from '../../src/book/vocabulary.js';

/** Lots under the names A, B, C … in the order in which their numbers are given. */
function named(...names: readonly string[]): { readonly lots: Lots; readonly name: (text: string) => number } {
  const lots = new Lots(new Names());
  for (const name of names) lots.names.of(name);
  return { lots, name: (text) => lots.names.of(text) };
}

describe('a lot', () => {
  test('is one batch of one item: the same item and name are the same lot, another item under that name is another', () => {
    const { lots, name } = named('A', 'B', 'C');
    const made = [lots.of(0, name('C')), lots.of(1, name('C')), lots.of(2, name('C')), lots.of(0, name('A'))];
    expect(new Set(made).size).toBe(4);
    expect(lots.size).toBe(4);
    const again = [lots.of(0, name('C')), lots.of(1, name('C')), lots.of(2, name('C')), lots.of(0, name('A'))];
    expect(again).toEqual(made);
    expect(lots.size).toBe(4);
    expect(made.map((lot) => [lots.item(lot), lots.text(lot), lots.nameOf(lot)])).toEqual([
      [0, 'C', name('C')],
      [1, 'C', name('C')],
      [2, 'C', name('C')],
      [0, 'A', name('A')],
    ]);
  });

  test('of items and names far apart is never taken for another', () => {
    const { lots } = named();
    const seen = new Set<number>();
    // The first under each name belongs to item 9, so that all others are told apart by item and name together.
    for (let name = 0; name < 40; name++) seen.add(lots.of(9, name));
    for (let item = 0; item < 9; item++) for (let name = 0; name < 40; name++) seen.add(lots.of(item, name));
    expect(seen.size).toBe(400);
  });

  test('without a name is none', () => {
    const { lots } = named('A');
    expect(lots.of(0, -1)).toBe(NO_LOT);
    expect(lots.size).toBe(0);
    expect([lots.nameOf(NO_LOT), lots.text(NO_LOT), lots.expiry(NO_LOT)]).toEqual([NO_LOT, '', NO_EXPIRY]);
  });

  test('is found by its name where it was the first under it', () => {
    const { lots, name } = named('A', 'B', 'C');
    const first = lots.of(3, name('B'));
    lots.of(4, name('B'));
    expect(['A', 'B', 'C', 'D'].map((text) => lots.firstNamed(name(text)))).toEqual([NO_LOT, first, NO_LOT, NO_LOT]);
  });

  test('has no expiry until a row states one', () => {
    const { lots, name } = named('A', 'B');
    const [a, b] = [lots.of(0, name('A')), lots.of(0, name('B'))];
    expect([lots.expiry(a), lots.expiryRow(a)]).toEqual([NO_EXPIRY, -1]);
    lots.setExpiry(b, 19000, 7);
    expect([lots.expiry(b), lots.expiryRow(b)]).toEqual([19000, 7]);
    expect([lots.expiry(a), lots.expiryRow(a)]).toEqual([NO_EXPIRY, -1]);
  });

  test('comes before another by its name, and no lot before all', () => {
    const { lots, name } = named('B', 'A');
    const [b, a, other] = [lots.of(0, name('B')), lots.of(0, name('A')), lots.of(1, name('A'))];
    const sign = (one: number, two: number): number => Math.sign(lots.compare(one, two));
    expect([sign(a, b), sign(b, a), sign(a, a), sign(a, other)]).toEqual([-1, 1, 0, 0]);
    expect([sign(NO_LOT, b), sign(b, NO_LOT), sign(NO_LOT, NO_LOT)]).toEqual([-1, 1, 0]);
    // The lot with the number 0 is a lot like any other.
    expect(b).toBe(0);
  });
});

interface Stated {
  readonly lot?: number;
  readonly expiry: number;
  readonly day: number;
  readonly row: number;
}

function settled(stated: readonly Stated[], forgetFrom = Number.POSITIVE_INFINITY) {
  const { lots, name } = named('A', 'B');
  for (const text of ['A', 'B']) lots.of(0, name(text));
  const declarations = new ExpiryDeclarations(lots);
  for (const { lot = 0, expiry, day, row } of stated) declarations.declare(lot, expiry, day, row);
  declarations.forgetFrom(forgetFrom);
  const conflicts: ExpiryConflict[] = declarations.settle();
  return { conflicts, kept: [0, 1].map((lot) => [lots.expiry(lot), lots.expiryRow(lot)]) };
}

const none = [NO_EXPIRY, -1];

describe('the expiry of a lot', () => {
  test('is what the earliest day states, whatever the order of rows', () => {
    const early = { expiry: 900, day: 10, row: 5 };
    const late = { expiry: 800, day: 11, row: 2 };
    const conflict = { row: 2, lot: 0, expiry: 800, kept: 900, keptRow: 5 };
    expect(settled([early, late])).toEqual({ kept: [[900, 5], none], conflicts: [conflict] });
    expect(settled([late, early])).toEqual({ kept: [[900, 5], none], conflicts: [conflict] });
  });

  test('stated twice on one day is the earlier of the two', () => {
    const far = { expiry: 900, day: 10, row: 1 };
    const near = { expiry: 800, day: 10, row: 2 };
    const conflict = { row: 1, lot: 0, expiry: 900, kept: 800, keptRow: 2 };
    expect(settled([far, near])).toEqual({ kept: [[800, 2], none], conflicts: [conflict] });
    expect(settled([near, far])).toEqual({ kept: [[800, 2], none], conflicts: [conflict] });
  });

  test('on a later day is not kept, though it is the nearer', () => {
    const first = { expiry: 900, day: 10, row: 1 };
    expect(settled([first, { expiry: 100, day: 12, row: 2 }, { expiry: 950, day: 9, row: 3 }]).kept[0]).toEqual([
      950, 3,
    ]);
  });

  test('stated alike again points to the first day that did, and of one day to the first row', () => {
    const twice = [
      { expiry: 900, day: 10, row: 1 },
      { expiry: 900, day: 10, row: 2 },
      { expiry: 900, day: 12, row: 3 },
    ];
    expect(settled(twice)).toEqual({ kept: [[900, 1], none], conflicts: [] });
    expect(settled([...twice, { expiry: 900, day: 9, row: 4 }]).kept[0]).toEqual([900, 4]);
  });

  test('is its own: another lot is nothing to it', () => {
    const stated = [
      { lot: 0, expiry: 900, day: 10, row: 1 },
      { lot: 1, expiry: 800, day: 9, row: 2 },
    ];
    const kept = [
      [900, 1],
      [800, 2],
    ];
    expect(settled(stated)).toEqual({ kept, conflicts: [] });
  });

  test('is forgotten with the rows that stated it', () => {
    const stated = [
      { expiry: 900, day: 10, row: 1 },
      { expiry: 800, day: 9, row: 2 },
      { lot: 1, expiry: 700, day: 9, row: 3 },
    ];
    expect(settled(stated, 2)).toEqual({ kept: [[900, 1], none], conflicts: [] });
    expect(settled(stated, 0)).toEqual({ kept: [none, none], conflicts: [] });
  });
});
