// Properties of the engine: it answers as the naive model does, and its answers keep the identities of rules.md.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { books, type RandomBook, shuffleBook, splitBook } from './books.js';
import { reconcileJson } from './engine.js';
import { leaking, unbalanced, upTo, withoutPlaces } from './invariants.js';
import { reconcileModel } from './model.js';
import type { ModelResult } from './types.js';

/** `MODEL_RUNS=5000 npx vitest run test/model/engine.test.ts` looks longer; a seed in the report repeats a failure. */
const RUNS = Number(process.env.MODEL_RUNS ?? 100);

type Check = (files: RandomBook['files'], date: string, seed: number) => void;

/** Holds a check to random books, each as of one of its dates. */
function always(check: Check, numRuns = RUNS): void {
  const property = fc.property(books(), fc.nat(), ({ files, dates }, seed) => {
    check(files, dates[seed % dates.length] ?? '', seed);
  });
  fc.assert(property, { numRuns });
}

/**
 * Two rows of one document, item, lot and quantity on a day, with other ends, times or sites: only where they stand says
 * which of them comes first.
 */
function hasTwins(files: RandomBook['files']): boolean {
  return Object.entries(files).some(([path, text]) => {
    const [head = '', ...rows] = text.trimEnd().split('\n');
    const names = head.split(',');
    const decides = ['date', 'doc', 'kind', 'item', 'lot', 'qty', 'unit', 'received', 'damaged'];
    const key = (row: string) =>
      row
        .split(',')
        .filter((_, at) => decides.includes(names[at] ?? ''))
        .join();
    const known = new Map<string, string>();
    return (
      /^(?:stock|deliveries)\//u.test(path) &&
      rows.some((row) => {
        const before = known.get(key(row));
        known.set(key(row), row);
        return before !== undefined && before !== row;
      })
    );
  });
}

test('the engine answers as the model does, whatever the book', () => {
  const parts = ({ lines, itemCounts, deliveries, delivered, findings }: ModelResult) => {
    return { lines, itemCounts, deliveries, delivered, findings };
  };
  always((files, date) => {
    expect(parts(reconcileJson(files, date))).toEqual(parts(reconcileModel(files, date)));
  }, 3 * RUNS);
});

describe('whatever the book,', () => {
  test('closing is opening + in − out + adjusted on every line', () => {
    always((files, date) => expect(unbalanced(reconcileJson(files, date))).toEqual([]));
  });

  test('dispatched is received + damaged + returned + lost + in transit on every delivery line', () => {
    always((files, date) => expect(leaking(reconcileJson(files, date))).toEqual([]));
  });

  test('the order of rows in a file changes nothing, but of rows that nothing else tells apart', () => {
    always((files, date, seed) => {
      fc.pre(!hasTwins(files));
      const plain = withoutPlaces(reconcileJson(files, date));
      expect(withoutPlaces(reconcileJson(shuffleBook(files, seed), date))).toEqual(plain);
    });
  });

  test('how rows are split over files changes nothing', () => {
    always((files, date, seed) => {
      const plain = withoutPlaces(reconcileJson(files, date));
      expect(withoutPlaces(reconcileJson(splitBook(files, seed), date))).toEqual(plain);
    });
  });

  test('rows later than the date change nothing', () => {
    always((files, date) => expect(reconcileJson(upTo(files, date), date)).toEqual(reconcileJson(files, date)));
  });
});
