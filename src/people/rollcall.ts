// Progress of roll-calls: how many of a list have been reached by when, who is left, and who tried last.

import type { Book } from '../book/book.js';
import type { RollcallState } from '../book/choices.js';
import { rollcallStateNames } from '../book/ledger/rollcalls.js';
import { type Day, MINUTES_A_DAY } from '../core/day.js';

export interface Called {
  readonly person: string;
  readonly status: RollcallState;
  /** Minutes since 1970 of the latest row. */
  readonly at: number;
  readonly by: string;
  readonly tries: number;
}

export interface RollcallProgress {
  readonly list: string;
  readonly total: number;
  readonly reached: number;
  readonly moved: number;
  /** Those still to be reached, longest untried first. */
  readonly left: readonly Called[];
  readonly first: number;
  readonly last: number;
}

interface Latest {
  status: RollcallState;
  at: number;
  by: number;
  tries: number;
}

/** Of two rows in one minute the better news counts. */
const order: Readonly<Record<RollcallState, number>> = { unreachable: 0, moved: 1, reached: 2 };

/** Every list with a row up to the day, the latest first. */
export function rollcallProgress(book: Book, day: Day | null): RollcallProgress[] {
  const { rollcalls } = book;
  const until = day ?? Number.POSITIVE_INFINITY;
  const lists = new Map<number, Map<number, Latest>>();
  for (let row = 0; row < rollcalls.length; row++) {
    const on = rollcalls.day.data[row]!;
    if (on > until) continue;
    const at = on * MINUTES_A_DAY + Math.max(0, rollcalls.minute.data[row]!);
    const status = rollcallStateNames[rollcalls.status.data[row]!] ?? 'unreachable';
    const list = rollcalls.list.data[row]!;
    const people = lists.get(list) ?? new Map<number, Latest>();
    lists.set(list, people);
    const person = rollcalls.person.data[row]!;
    const known = people.get(person);
    const by = rollcalls.by.data[row]!;
    if (known === undefined) people.set(person, { status, at, by, tries: 1 });
    else {
      known.tries++;
      if (at < known.at || (at === known.at && order[status] <= order[known.status])) continue;
      Object.assign(known, { status, at, by });
    }
  }
  const progress = [...lists].map(([list, people]) => {
    const all = [...people].map(([person, { status, at, by, tries }]) => ({
      person: rollcalls.persons.text(person),
      status,
      at,
      by: rollcalls.callers.text(by),
      tries,
    }));
    return {
      list: rollcalls.lists.text(list),
      total: all.length,
      reached: all.filter(({ status }) => status === 'reached').length,
      moved: all.filter(({ status }) => status === 'moved').length,
      left: all
        .filter(({ status }) => status === 'unreachable')
        .sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1)),
      first: all.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY),
      last: all.reduce((most, { at }) => Math.max(most, at), 0),
    };
  });
  return progress.sort((a, b) => b.last - a.last || (a.list < b.list ? -1 : 1));
}
