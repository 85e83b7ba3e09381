// One case again, with everything it says: what a line of the report stands for.

import { textOf } from './case.js';
import { makeCase } from './families.js';
import type { Failure } from './oracle.js';
import { readPool } from './pool.js';
import { runCase } from './run.js';

interface Wanted {
  readonly root: string;
  readonly shared: string | null;
  readonly seed: number;
  readonly number: number;
  readonly only: string | null;
}

export async function showCase({
  root,
  shared,
  seed,
  number,
  only,
}: Wanted): Promise<{ failures: readonly Failure[]; files: Record<string, Uint8Array> }> {
  const one = makeCase(seed, number, readPool(root, shared), only);
  console.log(`${one.kind} ${one.family}: ${one.what}`);
  const { failures, milliseconds, bytes } = await runCase(one, seed, number);
  console.log(`${milliseconds.toFixed(1)} ms, ${bytes} bytes`);
  for (const { rule, detail } of failures) console.log(`${rule}: ${detail}`);
  const files = one.kind === 'import' ? { ...one.files, [`import/${one.name}`]: one.bytes } : one.files;
  if (process.env.FUZZ_SHOW !== undefined)
    for (const [name, data] of Object.entries(files)) console.log(`--- ${name}\n${textOf(data)}`);
  return { failures, files };
}
