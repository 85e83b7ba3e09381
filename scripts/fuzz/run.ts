// Runs one case through everything and says what was broken; an exception is broken by itself.

import { type Case, sizeOf } from './case.js';
import { type Answer, examineBook, examineImport, type Page } from './examine.js';
import { accounted, alike, balanced, expected, type Failure, inert, placed } from './oracle.js';
import { Random } from './random.js';

export interface Outcome {
  readonly failures: readonly Failure[];
  /** Of the processor, for load, check and render alone: a machine that others use keeps its own time. */
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Generous and linear: what takes longer, twice, is more than linear in something. */
export function budget(bytes: number): number {
  return 400 + bytes * 0.02;
}

/** Every so many cases go through the compiled loops as well. */
const COMPILED_EACH = 16;

export async function runCase(one: Case, seed: number, number: number): Promise<Outcome> {
  const bytes = sizeOf(one.files) + (one.kind === 'import' ? one.bytes.length : 0);
  const failures: Failure[] = [];
  let milliseconds = 0;
  try {
    let { answer, pages, took } = await timed(one, seed, number);
    if (took > budget(bytes)) {
      // The first time may have been spent on compiling.
      const again = await timed(one, seed, number);
      ({ answer, pages } = again);
      took = Math.min(took, again.took);
      if (took > budget(bytes)) failures.push({ rule: 'time', detail: `${Math.round(took)} ms for ${bytes} bytes` });
    }
    milliseconds = took;
    failures.push(...inert(pages), ...placed(answer), ...balanced(answer));
    if (one.kind === 'book') {
      failures.push(...accounted(answer, one.files), ...expected(one, answer));
      if (number % COMPILED_EACH === 0) failures.push(...alike(answer, one.files));
    }
  } catch (error) {
    failures.push({
      rule: 'exception',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  return { failures, milliseconds, bytes };
}

async function timed(
  one: Case,
  seed: number,
  number: number,
): Promise<{ answer: Answer; pages: Page[]; took: number }> {
  const random = new Random(seed ^ 0x5bd1e995, number);
  const started = process.cpuUsage();
  const { answer, pages } = one.kind === 'book' ? examineBook(one, random) : await examineImport(one, random);
  const { user, system } = process.cpuUsage(started);
  return { answer, pages, took: (user + system) / 1000 };
}
