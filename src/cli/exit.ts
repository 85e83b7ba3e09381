// What the program says to the shell when it ends, and the ways of ending that are not findings.

import type { Words } from '../core/lang.js';

export const Exit = {
  good: 0,
  findings: 1,
  usage: 2,
  fault: 3,
  interrupted: 130,
} as const;

/** The command cannot be carried out as it was given: says why, and what would have worked. */
export class UsageError extends Error {
  constructor(
    readonly words: Words,
    readonly hint: Words | null = null,
  ) {
    super(words.en);
  }
}

/** Somebody pressed Ctrl-C at a prompt: nothing was written. */
export class Interrupted extends Error {}
