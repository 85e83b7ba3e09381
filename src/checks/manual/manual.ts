// The shape of a check's page in the manual; the texts stand beside it, one file a family.

import type { Words } from '../../core/lang.js';

export interface CheckManual {
  /** What the check is called, a few words. */
  readonly title: Words;
  /** What is wrong when it is violated, why it matters and what to do, in two to five sentences. */
  readonly explanation: Words;
  /** A few lines of a ledger (or YAML) that violate it, and the same made right; the first line is the header. */
  readonly wrong: string;
  readonly right: string;
}
