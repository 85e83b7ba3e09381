// Which checks leave a row out of every figure: the families of reading, and what makes a movement impossible to book.

import { expect, test } from 'vitest';
import { isSlug, quarantines, slugs } from '../../src/core/slugs.js';

test('a row is left out for what cannot be read, for an unknown name, and for a movement that cannot be booked', () => {
  const families = slugs.filter((slug) => /^(?:csv|value|ref)\//.test(slug));
  const movements = ['direction', 'lot-required', 'lot-unexpected', 'reversal-unmatched', 'reversal-exceeds'];
  const expected = [...families, ...movements.map((name) => `stock/${name}`)];
  expect(slugs.filter(quarantines).toSorted()).toEqual(expected.toSorted());
  expect(families.length).toBeGreaterThan(10);
});

test('every slug is one, and no other word is', () => {
  expect(slugs.every(isSlug)).toBe(true);
  for (const word of ['', 'stock', 'stock/', 'toString', 'constructor', 'stock/negative '])
    expect(isSlug(word)).toBe(false);
});
