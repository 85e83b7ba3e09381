// How many findings of each severity there are, and whether that is good.

import type { Diagnostic } from '../core/finding.js';

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Rows that were left out of every figure. */
  readonly quarantined: number;
}

export function summarize(diagnostics: readonly Diagnostic[], quarantined: number): Summary {
  let errors = 0;
  let warnings = 0;
  for (const { severity } of diagnostics) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
  return { errors, warnings, notes: diagnostics.length - errors - warnings, quarantined };
}

/** Without errors; strictly, without warnings too. */
export function isOk(summary: Summary, strict: boolean): boolean {
  return summary.errors === 0 && (!strict || summary.warnings === 0);
}
