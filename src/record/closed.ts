// Through which day the book is closed, by the names of its seals: enough to refuse what would fall in a closed day.

import { type Day, parseDay } from '../core/day.js';
import type { Workspace } from '../source/workspace.js';

/** The day that a file is the seal of, null for any other file. */
export function dateOfSeal(path: string): Day | null {
  return parseDay(/^seals\/(\d{4}-\d{2}-\d{2})\.json$/u.exec(path)?.[1] ?? '');
}

export function closedThrough(workspace: Workspace): Day | null {
  let last: Day | null = null;
  for (const path of workspace.paths) {
    const day = dateOfSeal(path);
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}
