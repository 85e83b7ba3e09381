// Through which day the book is closed, by the names of its seals: enough to refuse what would fall in a closed day.

import { type Day, parseDay } from '../core/day.js';
import type { Workspace } from '../source/workspace.js';

const seal = /^seals\/(\d{4}-\d{2}-\d{2})\.json$/u;

export function closedThrough(workspace: Workspace): Day | null {
  let last: Day | null = null;
  for (const path of workspace.paths) {
    const day = parseDay(seal.exec(path)?.[1] ?? '');
    if (day !== null && (last === null || day > last)) last = day;
  }
  return last;
}
