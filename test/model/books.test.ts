// Holds the random books and the model together: the identities, independence of the order of rows, and as-of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { books, shuffleBook, splitBook } from './books.js';
import { leaking, unbalanced, upTo, withoutPlaces } from './invariants.js';
import { MODEL_CHECKS, reconcileModel } from './model.js';

const RUNS = { numRuns: 60 };

describe('the model, over random books', () => {
  test('closing is opening + in − out + adjusted, and nothing leaks in transit', () => {
    fc.assert(
      fc.property(books(), ({ files, dates }) => {
        for (const date of dates) {
          const result = reconcileModel(files, date);
          expect([...unbalanced(result), ...leaking(result)]).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('the order of rows and files changes nothing', () => {
    fc.assert(
      fc.property(books(), fc.nat(), ({ files, dates }, seed) => {
        const date = dates.at(-1) ?? '';
        const plain = withoutPlaces(reconcileModel(files, date));
        expect(withoutPlaces(reconcileModel(shuffleBook(files, seed), date))).toEqual(plain);
        expect(withoutPlaces(reconcileModel(splitBook(files, seed), date))).toEqual(plain);
      }),
      RUNS,
    );
  });

  test('rows later than the date change nothing', () => {
    fc.assert(
      fc.property(books(), fc.nat(), ({ files, dates }, index) => {
        const date = dates[index % dates.length] ?? '';
        expect(reconcileModel(upTo(files, date), date)).toEqual(reconcileModel(files, date));
      }),
      RUNS,
    );
  });

  test('random books are various: every check and every status comes up', () => {
    const seen = new Set<string>();
    for (const { files, dates } of fc.sample(books(), { numRuns: 200, seed: 7 })) {
      for (const date of dates) {
        const result = reconcileModel(files, date);
        for (const finding of result.findings) seen.add(finding.code);
        for (const line of result.deliveries) seen.add(`delivery: ${line.status}`);
        for (const line of result.lines) seen.add(`line: ${line.status}`);
      }
    }
    expect(MODEL_CHECKS.filter((code) => !seen.has(code))).toEqual([]);
    const lines = ['incomplete', 'negative', 'short', 'surplus', 'balanced', 'uncounted'].map(
      (each) => `line: ${each}`,
    );
    const statuses = 'short over in-transit overdue settled received unmatched incomplete'.split(' ');
    expect([...lines, ...statuses.map((each) => `delivery: ${each}`)].filter((each) => !seen.has(each))).toEqual([]);
  });
});
