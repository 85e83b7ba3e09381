// Spellings that end in a number, as three figures each: which one, what stands before the number, and that.

import type { Spellings } from '../../src/source/spellings.js';

export function splitOf(spellings: Spellings): [number, number, number][] {
  const { prefixOf, numberOf } = spellings.numbered();
  return [...prefixOf].flatMap((prefix, id) => (prefix < 0 ? [] : [[id, prefix, numberOf[id] ?? -1]]));
}
