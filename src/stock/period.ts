// The days whose movements are told apart from what came before: a day's reconciliation has one, a report may have more.

import type { Day } from '../core/day.js';

export interface Period {
  readonly from: Day;
  /** The day as of which everything is told: later rows change nothing. */
  readonly to: Day;
}

export function oneDay(day: Day): Period {
  return { from: day, to: day };
}
