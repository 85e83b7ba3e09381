// Lots on shelves, held to sorting all of a shelf each time, where sites and items are few and where they are many.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lots } from '../../src/book/lots.js';
import { Names } from '../../src/book/vocabulary.js';
import { Balances } from '../../src/stock/balances.js';
import { Shelves } from '../../src/stock/shelves.js';

describe.each([
  ['few sites and items', 2, 3],
  ['more than a grid has room for', 3000, 2000],
])('%s', (_, sites, items) => {
  const change = fc.record({
    site: fc.constantFrom(0, sites - 1),
    item: fc.constantFrom(0, items - 1),
    lot: fc.integer({ min: -1, max: 5 }),
    closing: fc.constantFrom(-3, 0, 1, 4),
    day: fc.integer({ min: 0, max: 2 }),
  });

  /** Two lots expire on each of two days, and two never; the name of a later lot comes first. */
  function lotsOf(): Lots {
    const names = new Names();
    const lots = new Lots(names);
    for (let lot = 0; lot < 6; lot++) {
      const made = lots.of(0, names.of(`L${9 - lot}`));
      if (lot < 4) lots.setExpiry(made, 10 + (lot % 2), -1);
    }
    return lots;
  }

  test('what is in stock stands by expiry, day received and name, whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const lots = lotsOf();
        const balances = new Balances(sites, items);
        const shelves = new Shelves(lots, balances, sites, items);
        for (const { site, item, lot, closing, day } of changes) {
          const known = balances.size;
          const balance = balances.of(site, item, lot);
          balances.closing.data[balance] = closing;
          // The day on which a lot was received is known once and for all when it first comes in.
          if (balance === known) balances.receivedDay.data[balance] = day;
          if (lot >= 0) shelves.changed(site, item, balance);
          const all = Array.from({ length: balances.size }, (_, at) => at).filter(
            (at) => balances.site.data[at] === site && balances.item.data[at] === item,
          );
          const stocked = all
            .filter((at) => balances.lot.data[at]! >= 0 && balances.closing.data[at]! > 0)
            .map((at) => ({ at, lot: balances.lot.data[at]!, received: balances.receivedDay.data[at]! }))
            .sort(
              (a, b) =>
                lots.expiry(a.lot) - lots.expiry(b.lot) || a.received - b.received || lots.compare(a.lot, b.lot),
            );
          const found: number[] = [];
          for (let at = shelves.firstInStock(site, item); at >= 0; at = shelves.after.data[at]!) found.push(at);
          expect(found).toEqual(stocked.map(({ at }) => at));
          expect(shelves.onHand(site, item)).toBe(all.reduce((sum, at) => sum + balances.closing.data[at]!, 0));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a lot that is used up between two others leaves them next to each other, and what comes in later last', () => {
    const names = new Names();
    const lots = new Lots(names);
    const balances = new Balances(sites, items);
    const shelves = new Shelves(lots, balances, sites, items);
    const put = (name: string, expiry: number, closing: number): number => {
      const lot = lots.of(0, names.of(name));
      lots.setExpiry(lot, expiry, -1);
      const balance = balances.of(0, 0, lot);
      balances.closing.data[balance] = closing;
      shelves.changed(0, 0, balance);
      return balance;
    };
    const [c, a] = [put('C', 13, 1), put('A', 11, 1)];
    put('B', 12, 1);
    put('B', 12, 0);
    const d = put('D', 14, 1);
    const inStock = (): number[] => {
      const found: number[] = [];
      for (let at = shelves.firstInStock(0, 0); at >= 0 && found.length < 9; at = shelves.after.data[at]!)
        found.push(at);
      return found;
    };
    expect(inStock()).toEqual([a, c, d]);
    put('D', 14, 0);
    put('C', 13, 0);
    expect(inStock()).toEqual([a]);
    put('C', 13, 1);
    expect(inStock()).toEqual([a, c]);
  });

  test('a shelf that nothing was ever put on has nothing in stock and nothing on hand, or what has no lot', () => {
    const balances = new Balances(sites, items);
    const shelves = new Shelves(lotsOf(), balances, sites, items);
    expect([shelves.firstInStock(1, 1), shelves.onHand(1, 1)]).toEqual([-1, 0]);
    balances.closing.data[balances.of(1, 1, -1)] = -7;
    expect([shelves.firstInStock(1, 1), shelves.onHand(1, 1)]).toEqual([-1, -7]);
  });
});
