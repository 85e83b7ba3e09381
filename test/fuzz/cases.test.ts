// A few thousand cases of the fuzzer on every build, the same ones each time. A line of its report is one case:
// `node scripts/fuzz.mjs --seed 20220112 --case N` shows it again.

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { families, makeCase } from '../../scripts/fuzz/families.js';
import { readPool } from '../../scripts/fuzz/pool.js';
import { runCase } from '../../scripts/fuzz/run.js';

const SEED = 20_220_112;
const CASES = 200;

// The public data beside the repository are left out: the cases are the same wherever they are run.
const pool = readPool(path.join(import.meta.dirname, '../..'), null);

describe('nothing is broken by', () => {
  test.each(Object.keys(families))('%s', async (family) => {
    for (let number = 0; number < CASES; number++) {
      const one = makeCase(SEED, number, pool, family);
      const { failures } = await runCase(one, SEED, number);
      const broken = failures.filter(({ rule }) => rule !== 'time');
      expect(broken, `${family} ${number}: ${one.what}`).toEqual([]);
    }
  });
});
