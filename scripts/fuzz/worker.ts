// Runs numbers of cases one after the other in a thread of its own, and says after each which one is being worked on.

import { parentPort, workerData } from 'node:worker_threads';
import { families, makeCase } from './families.js';
import { readPool } from './pool.js';
import { runCase } from './run.js';

interface Order {
  readonly root: string;
  readonly shared: string | null;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly only: string | null;
  /** [number of the case, milliseconds since the epoch when it began] */
  readonly clock: SharedArrayBuffer;
}

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'seed' in data && 'clock' in data;
}

if (!isOrder(workerData)) throw new Error('nothing to do');
const { root, shared, seed, from, to, only, clock } = workerData;
const watch = new Float64Array(clock);
const pool = readPool(root, shared);

for (let number = from; number < to; number++) {
  watch[0] = number;
  watch[1] = Date.now();
  const one = makeCase(seed, number, pool, only);
  const { failures, milliseconds, bytes } = await runCase(one, seed, number);
  parentPort?.postMessage({ number, family: one.family, what: one.what, milliseconds, bytes, failures });
}
parentPort?.postMessage({ done: true, families: Object.keys(families) });
