// Which of three ways a book is read: by plain loops, by compiled ones, or with another thread reading ahead.

import { type ReadAhead, readAheadProgram } from '../source/ahead/consume.js';
import { compiledOrPlain, withKernel } from '../source/wasm/kernel.js';

/** Books with less than this in their ledgers are read before a kernel would have started. */
const KERNEL_FROM = 1 << 20;

/** Beyond this their columns and tables together would not fit the kernel's memory. */
const KERNEL_UP_TO = 2 ** 31;

/** With less than this in its ledgers a book gains nothing: V8 needs the other processor to compile what is new. */
const AHEAD_FROM = 32 << 20;

/** How a book is read: the answer is the same, the time is not. */
export interface Ways {
  /** With compiled inner loops. */
  readonly compiled: boolean;
  /** The program of another thread that reads ahead, which needs compiled loops; null for none. */
  readonly ahead: URL | null;
}

/** What pays for a book of this size. */
export function waysFor(bytes: number): Ways {
  const compiled = bytes >= KERNEL_FROM && bytes <= KERNEL_UP_TO;
  return { compiled, ahead: compiled && bytes >= AHEAD_FROM ? readAheadProgram() : null };
}

/** `begin`: another thread that reads ahead, null where there can be none. Reading may be begun anew. */
export function readIn<T>(
  { compiled, ahead }: Ways,
  begin: (program: URL) => ReadAhead | null,
  read: (other: ReadAhead | null) => T,
): T {
  const plainly = () => withKernel(false, () => read(null));
  if (!compiled) return plainly();
  const withLoops = () =>
    withKernel(true, () => {
      // Before anything else, so that the other thread has something ready when the registers have been read.
      const other = ahead === null ? null : begin(ahead);
      try {
        return read(other);
      } finally {
        other?.end();
      }
    });
  // A book of which the kernel's memory cannot hold the names is read all the same, only slower.
  return compiledOrPlain(withLoops, plainly);
}
