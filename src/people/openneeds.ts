// What is asked of the needs: how many, which are open, which are overdue, and who must act now.

import type { Book } from '../book/book.js';
import { type Day, MINUTES_A_DAY } from '../core/day.js';
import type { ChartPeople } from './chart.js';
import { dueAt, type NeedLives, OPEN, RESOLVED } from './needs.js';

export interface NeedCounts {
  readonly raised: number;
  readonly resolved: number;
  readonly open: number;
  readonly raisedTotal: number;
  readonly resolvedTotal: number;
  readonly overdue: number;
  /** Rows that were left out may have changed these figures. */
  readonly incomplete: boolean;
}

/** Those raised, and those resolved and not reopened, in the days from `from` to the day of the replay. */
export function countNeeds(book: Book, lives: NeedLives, from: Day, to: Day): NeedCounts {
  const since = from * MINUTES_A_DAY;
  let raised = 0;
  let resolved = 0;
  let open = 0;
  let raisedTotal = 0;
  let resolvedTotal = 0;
  let overdue = 0;
  for (let need = 0; need < lives.state.length; need++) {
    if (lives.raised[need]! >= 0) {
      raisedTotal++;
      if (lives.raised[need]! >= since) raised++;
    }
    const state = lives.state[need];
    if (state === RESOLVED) {
      resolvedTotal++;
      if (lives.resolved[need]! >= since) resolved++;
    } else if (state === OPEN) {
      open++;
      if (isOverdue(book, lives, need, to)) overdue++;
    }
  }
  const incomplete = book.quarantined.some(({ table, day }) => table === 'needs' && (day === null || day <= to));
  return { raised, resolved, open, raisedTotal, resolvedTotal, overdue, incomplete };
}

/** Ages are measured to the end of the day. */
export function isOverdue(book: Book, lives: NeedLives, need: number, day: Day): boolean {
  return lives.state[need] === OPEN && dueAt(book, lives, need) < (day + 1) * MINUTES_A_DAY;
}

/** Needs that are open for too long and about which nothing may be missing. */
export function overdueNeeds(book: Book, lives: NeedLives, day: Day): number[] {
  const found: number[] = [];
  for (let need = 0; need < lives.state.length; need++) {
    if (lives.state[need] === OPEN && isOverdue(book, lives, need, day) && lives.hiddenSince(need) > day)
      found.push(need);
  }
  return found;
}

export type NeedAction = 'assign' | 'resolve' | 'escalate';

export interface Duty {
  readonly action: NeedAction;
  /** The unit that must act now, −1 where the book does not say. */
  readonly unit: number;
}

/** What is nobody's is given out, what is somebody's is done, and what they let lie goes to whoever stands above them. */
export function dutyOf(lives: NeedLives, people: ChartPeople | null, need: number, overdue: boolean): Duty {
  const holder = lives.holder[need]!;
  const root = people === null || people.parentOf.length === 0 ? -1 : 0;
  if (overdue && people !== null && holder >= 0 && people.parentOf[holder]! >= 0) {
    return { action: 'escalate', unit: people.parentOf[holder]! };
  }
  if (lives.assigned[need] === 0) return { action: 'assign', unit: holder >= 0 ? holder : root };
  return { action: 'resolve', unit: holder >= 0 ? holder : root };
}

export interface OpenNeed {
  readonly need: number;
  readonly overdue: boolean;
  /** Minutes since 1970. */
  readonly due: number;
  readonly duty: Duty;
  readonly incomplete: boolean;
}

/** Overdue ones first, then by when they are due, then by number. */
export function openNeeds(book: Book, lives: NeedLives, people: ChartPeople | null, day: Day): OpenNeed[] {
  const found: OpenNeed[] = [];
  for (let need = 0; need < lives.state.length; need++) {
    if (lives.state[need] !== OPEN) continue;
    const overdue = isOverdue(book, lives, need, day);
    found.push({
      need,
      overdue,
      due: dueAt(book, lives, need),
      duty: dutyOf(lives, people, need, overdue),
      incomplete: lives.hiddenSince(need) <= day,
    });
  }
  return found.sort((a, b) => a.due - b.due || book.needs.needs.compare(a.need, b.need));
}

/** Rows of one need up to a day, in order of time. */
export function eventsOf(book: Book, need: number, day: Day): number[] {
  const rows: number[] = [];
  for (let row = 0; row < book.needs.length; row++) {
    if (book.needs.need.data[row] === need && book.needs.moment.data[row]! < (day + 1) * MINUTES_A_DAY) rows.push(row);
  }
  return rows.sort((a, b) => book.needs.moment.data[a]! - book.needs.moment.data[b]! || a - b);
}
