// Document lines are found by document and item, and by their whole key, however many there are.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocLines, type LineStart } from '../../src/stock/doclines.js';

function start(doc: number, item: number, to: number): LineStart {
  const rest = { lot: -1, from: 0, kind: 2, day: 1, minute: -1, row: 0, ref: -1, headline: 1, target: -1 };
  return { doc, item, to, transit: true, ...rest };
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
