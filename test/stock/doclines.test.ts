// Document lines are found by document and item, and by their whole key, however many there are.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocLines, type LineStart } from '../../src/stock/doclines.js';

function start(doc: number, item: number, to: number): LineStart {
  const rest = { lot: -1, from: 0, kind: 2, day: 1, minute: -1, row: 0, ref: -1, headline: 1, target: -1 };
  return { doc, item, to, transit: true, ...rest };
}

/** Lines of all kinds: of few items or many, and of one item to few places or many. */
function starts(items: number, places: number): fc.Arbitrary<LineStart[]> {
  const one = fc.record({
    doc: fc.nat(1),
    item: fc.nat(items),
    lot: fc.integer({ min: -1, max: 2 }),
    from: fc.nat(1),
    to: fc.nat(places),
    kind: fc.integer({ min: 2, max: 3 }),
    day: fc.nat(9),
    minute: fc.integer({ min: -1, max: 9 }),
    row: fc.nat(99),
    ref: fc.integer({ min: -1, max: 9 }),
    transit: fc.boolean(),
    headline: fc.integer({ min: -1, max: 1 }),
    target: fc.integer({ min: -1, max: 1 }),
  });
  return fc.array(one, { maxLength: 160, size: 'max' });
}

/** What tells a line from all others. */
const keyOf = ({ doc, item, lot, from, to, kind, target }: LineStart): string =>
  [doc, item, lot, from, to, kind, target].join(' ');

/** A line as it was begun. */
function begun(lines: DocLines, line: number): LineStart {
  const at = ({ data }: { readonly data: ArrayLike<number> }): number => data[line] ?? Number.NaN;
  return {
    doc: at(lines.doc),
    item: at(lines.item),
    lot: at(lines.lot),
    from: at(lines.from),
    to: at(lines.to),
    kind: at(lines.kind),
    day: at(lines.day),
    minute: at(lines.minute),
    row: at(lines.row),
    ref: at(lines.ref),
    transit: at(lines.transit) === 1,
    headline: at(lines.headline),
    target: at(lines.target),
  };
}

function linesOf(lines: DocLines, doc: number, item: number): number[] {
  const found: number[] = [];
  for (let line = lines.head(doc, item); line >= 0; line = lines.next.data[line] ?? -1) found.push(line);
  return found;
}

describe('the lines of documents', () => {
  test('are kept once for each key and in the order in which they came', () => {
    const key = fc.tuple(fc.nat(2), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
        const lines = new DocLines(3, 0);
        const known = new Map<string, number>();
        const order = new Map<string, number[]>();
        for (const [doc, item, to] of keys) {
          const line = lines.of(start(doc, item, to));
          const name = `${doc}:${item}:${to}`;
          if (!known.has(name)) {
            known.set(name, line);
            order.set(`${doc}:${item}`, [...(order.get(`${doc}:${item}`) ?? []), line]);
          }
          expect(line).toBe(known.get(name));
        }
        expect(lines.size).toBe(known.size);
        for (let doc = 0; doc < 3; doc++) {
          for (let item = 0; item <= 40; item++)
            expect(linesOf(lines, doc, item)).toEqual(order.get(`${doc}:${item}`) ?? []);
        }
      }),
    );
  });

  test.each([
    [1, 1],
    [1, 30],
    [40, 1],
  ])(
    'of %i items and %i places are found by their whole key, by their lot, and as they were begun',
    (items, places) => {
      fc.assert(
        fc.property(starts(items, places), (all) => {
          const lines = new DocLines(2, 0);
          const known: LineStart[] = [];
          for (const one of all) {
            let expected = known.findIndex((other) => keyOf(other) === keyOf(one));
            if (expected < 0) expected = known.push(one) - 1;
            expect(lines.of(one)).toBe(expected);
          }
          expect(known.map((_, line) => begun(lines, line))).toEqual(known);
          for (const doc of [0, 1]) {
            for (let item = 0; item <= items; item++) {
              for (const lot of [-1, 0, 1, 2, 3]) {
                const found = known.flatMap((one, line) =>
                  one.doc === doc && one.item === item && (lot < 0 || one.lot === lot) ? [line] : [],
                );
                expect(lines.linesOf(doc, item, lot)).toEqual(found);
              }
            }
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  test('begin with nothing that has become of them, and stay as they are while more room is made', () => {
    const lines = new DocLines(1, 0);
    for (let to = 0; to < 5000; to++) {
      const line = lines.of(start(0, 7, to));
      expect([line, lines.inTransit(line), lines.sentBack.data[line]]).toEqual([to, 0, 0]);
      lines.dispatched.data[line] = to;
    }
    expect(lines.size).toBe(5000);
    expect(lines.room).toBeGreaterThanOrEqual(5000);
    const { signedRow, signedDay, damagedRow, overRow } = lines;
    for (const line of [0, 1023, 1024, 4999]) {
      expect([lines.to.data[line], lines.dispatched.data[line]]).toEqual([line, line]);
      expect([signedRow, signedDay, damagedRow, overRow].map(({ data }) => data[line])).toEqual([-1, -1, -1, -1]);
    }
  });

  test('have room for as many as there may be', () => {
    expect(new DocLines(1, 3000).room).toBeGreaterThanOrEqual(3000);
    expect(new DocLines(1, 3000).size).toBe(0);
    const lines = new DocLines(1, 0);
    lines.settle(3);
    expect(lines.size).toBe(3);
  });

  test('are on the way as far as nothing has become of them; what arrived can be undone until it is sent back', () => {
    const lines = new DocLines(1, 0);
    const [way, there] = [lines.of(start(0, 1, 1)), lines.of({ ...start(0, 1, 2), transit: false })];
    for (const line of [way, there]) {
      lines.dispatched.data[line] = 100;
      lines.received.data[line] = 30;
      lines.damaged.data[line] = 8;
      lines.returned.data[line] = 5;
      lines.lost.data[line] = 2;
      lines.sentBack.data[line] = 12;
    }
    expect([lines.inTransit(way), lines.undoable(way), lines.undoable(there)]).toEqual([55, 55, 88]);
  });

  test('are found in a document of many items, and of one item that went to many places', () => {
    const lines = new DocLines(1, 0);
    for (let item = 0; item < 2000; item++) lines.of(start(0, item, 1));
    for (let to = 2; to < 2000; to++) lines.of(start(0, 7, to));
    expect(lines.size).toBe(2000 + 1998);
    expect(lines.of(start(0, 1999, 1))).toBe(1999);
    expect(lines.of(start(0, 7, 1999))).toBe(lines.size - 1);
    expect(linesOf(lines, 0, 7)).toHaveLength(1999);
    expect(lines.head(0, 2000)).toBe(-1);
  });
});
