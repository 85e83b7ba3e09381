// Replays the events of every need up to the end of a day: state, who has it, how long it has been open.

import type { Book } from '../book/book.js';
import { NO_PRIORITY, needEventNames, priorityNames } from '../book/ledger/needs.js';
import { type Day, MINUTES_A_DAY } from '../core/day.js';
import { type ChartPeople, isAbove } from './chart.js';
import { eventsInOrder, type NeedState, needStates, nextState } from './needstate.js';

export const OPEN = needStates.indexOf('open');
export const RESOLVED = needStates.indexOf('resolved');
const RAISE = needEventNames.indexOf('raise');
const ASSIGN = needEventNames.indexOf('assign');
const ESCALATE = needEventNames.indexOf('escalate');
const REOPEN = needEventNames.indexOf('reopen');
const RESOLVE = needEventNames.indexOf('resolve');

const EVENTS = needEventNames.length;
/** State × event → state, or IMPOSSIBLE. */
const IMPOSSIBLE = 255;
const table = Uint8Array.from({ length: needStates.length * EVENTS }, (_, i) => {
  const next = nextState(needStates[Math.floor(i / EVENTS)]!, needEventNames[i % EVENTS]!);
  return next === null ? IMPOSSIBLE : needStates.indexOf(next);
});
const rank = Uint8Array.from(needEventNames, (event) => eventsInOrder.indexOf(event));

export interface TransitionFault {
  readonly row: number;
  readonly state: NeedState;
}

export interface EscalationFault {
  readonly row: number;
  /** The unit that had the need. */
  readonly holder: number;
}

/** By the number of a need in `book.needs.needs`. */
export interface NeedLives {
  readonly day: Day | null;
  readonly state: Uint8Array;
  /** Minutes since 1970: when it was raised, became open last, was resolved last; −1 for never. */
  readonly raised: Float64Array;
  readonly opened: Float64Array;
  readonly resolved: Float64Array;
  readonly openedRow: Int32Array;
  readonly raisedRow: Int32Array;
  /** The unit that has it: the one it was given to last, else that of its site; −1 for none. */
  readonly holder: Int32Array;
  /** Was it given to anybody yet? */
  readonly assigned: Uint8Array;
  readonly escalations: Uint8Array;
  /** Index into priorityNames. */
  readonly priority: Uint8Array;
  readonly site: Int32Array;
  /** The row that says whom it is about, −1 for none. */
  readonly person: Int32Array;
  readonly category: Int32Array;
  readonly transitionFaults: readonly TransitionFault[];
  readonly escalationFaults: readonly EscalationFault[];
  /** The day from which on a row that was left out may have changed it. */
  hiddenSince(need: number): number;
}

export function replayNeeds(book: Book, people: ChartPeople | null, day: Day | null): NeedLives {
  const { needs } = book;
  const size = needs.needs.size;
  const until = day === null ? Number.POSITIVE_INFINITY : (day + 1) * MINUTES_A_DAY;
  const lives = {
    day,
    state: new Uint8Array(size),
    raised: new Float64Array(size).fill(-1),
    opened: new Float64Array(size).fill(-1),
    resolved: new Float64Array(size).fill(-1),
    openedRow: new Int32Array(size).fill(-1),
    raisedRow: new Int32Array(size).fill(-1),
    holder: new Int32Array(size).fill(-1),
    assigned: new Uint8Array(size),
    escalations: new Uint8Array(size),
    priority: new Uint8Array(size),
    site: new Int32Array(size).fill(-1),
    person: new Int32Array(size).fill(-1),
    category: new Int32Array(size).fill(-1),
  };
  const transitionFaults: TransitionFault[] = [];
  const escalationFaults: EscalationFault[] = [];
  const hiddenSince = hidden(book);

  const apply = (need: number, row: number): void => {
    const state = lives.state[need]!;
    const event = needs.event.data[row]!;
    const next = table[state * EVENTS + event]!;
    const moment = needs.moment.data[row]!;
    if (next === IMPOSSIBLE) {
      if (hiddenSince(need) > moment / MINUTES_A_DAY) transitionFaults.push({ row, state: needStates[state]! });
      return;
    }
    lives.state[need] = next;
    // What is said later is said anew; what is left blank stands.
    if (needs.site.data[row]! >= 0) lives.site[need] = needs.site.data[row]!;
    if (needs.person.has(row)) lives.person[need] = row;
    if (needs.category.data[row]! >= 0) lives.category[need] = needs.category.data[row]!;
    if (needs.priority.data[row] !== NO_PRIORITY) lives.priority[need] = needs.priority.data[row]!;
    if (event === RAISE || event === REOPEN) {
      lives.opened[need] = moment;
      lives.openedRow[need] = row;
      if (event === RAISE) {
        lives.raised[need] = moment;
        lives.raisedRow[need] = row;
      }
    } else if (event === RESOLVE) lives.resolved[need] = moment;
    const unit = needs.unit.data[row]!;
    if (event === ESCALATE) {
      lives.escalations[need] = Math.min(255, lives.escalations[need]! + 1);
      escalate(need, row, unit);
    } else if (unit >= 0) lives.holder[need] = unit;
    if (event === ASSIGN || event === ESCALATE) lives.assigned[need] = 1;
    else if (unit >= 0) lives.assigned[need] = 1;
    if (lives.holder[need]! < 0 && people !== null && lives.site[need]! >= 0) {
      lives.holder[need] = Math.max(-1, people.unitOfSite[lives.site[need]!]!);
    }
  };
  const escalate = (need: number, row: number, unit: number): void => {
    const holder = lives.holder[need]!;
    if (people === null) {
      if (unit >= 0) lives.holder[need] = unit;
      return;
    }
    const above = holder < 0 ? -1 : people.parentOf[holder]!;
    const to = unit >= 0 ? unit : above;
    const wrong = holder >= 0 && (to < 0 || (to !== above && !isAbove(people, to, holder)));
    if (wrong && hiddenSince(need) > needs.moment.data[row]! / MINUTES_A_DAY) escalationFaults.push({ row, holder });
    if (to >= 0) lives.holder[need] = to;
  };

  const [order, firsts] = byNeed(book, until);
  for (let need = 0; need < size; need++) {
    for (let i = firsts[need]!; i < firsts[need + 1]!; ) {
      let next = i + 1;
      const moment = needs.moment.data[order[i]!]!;
      while (next < firsts[need + 1]! && needs.moment.data[order[next]!] === moment) next++;
      if (next === i + 1) apply(need, order[i]!);
      else
        sameMinute(
          book,
          order.subarray(i, next),
          (row) => apply(need, row),
          () => lives.state[need]!,
        );
      i = next;
    }
  }
  return { ...lives, transitionFaults, escalationFaults, hiddenSince };
}

/** Rows of each need in order of time: `order[firsts[need]]` is its first. */
function byNeed(book: Book, until: number): readonly [Int32Array, Int32Array] {
  const { needs } = book;
  const moments = needs.moment.data;
  const of = needs.need.data;
  const firsts = new Int32Array(needs.needs.size + 1);
  for (let row = 0; row < needs.length; row++) if (moments[row]! < until) firsts[of[row]! + 1]!++;
  for (let i = 0; i + 1 < firsts.length; i++) firsts[i + 1]! += firsts[i]!;
  const order = new Int32Array(firsts[firsts.length - 1]!);
  const fill = firsts.slice();
  const ragged = new Set<number>();
  for (let row = 0; row < needs.length; row++) {
    if (moments[row]! >= until) continue;
    const need = of[row]!;
    const at = fill[need]!++;
    order[at] = row;
    if (at > firsts[need]! && moments[row]! < moments[order[at - 1]!]!) ragged.add(need);
  }
  for (const need of ragged) {
    order.subarray(firsts[need]!, firsts[need + 1]!).sort((a, b) => moments[a]! - moments[b]! || a - b);
  }
  return [order, firsts];
}

/** Takes events of one minute in an order that depends on what they are, not on where they stand. */
function sameMinute(book: Book, rows: Int32Array, apply: (row: number) => void, state: () => number): void {
  const { event, unit } = book.needs;
  // By kind, in the order of `eventsInOrder`; the last first, so that each is taken off the end.
  const waiting: number[][] = eventsInOrder.map(() => []);
  for (const row of [...rows].sort((a, b) => unit.data[b]! - unit.data[a]! || b - a)) {
    waiting[rank[event.data[row]!]!]!.push(row);
  }
  for (let left = rows.length; left > 0; left--) {
    const now = state();
    const may = waiting.find((kind) => kind.length > 0 && table[now * EVENTS + event.data[kind[0]!]!] !== IMPOSSIBLE);
    const row = (may ?? waiting.find((kind) => kind.length > 0))?.pop();
    if (row !== undefined) apply(row);
  }
}

function hidden(book: Book): (need: number) => number {
  const since = new Map<number, number>();
  let any = Number.POSITIVE_INFINITY;
  for (const { table: of, day, docs } of book.quarantined) {
    if (of !== 'needs') continue;
    const from = day ?? Number.NEGATIVE_INFINITY;
    if (docs === null) any = Math.min(any, from);
    else for (const need of docs) since.set(need, Math.min(from, since.get(need) ?? from));
  }
  return (need) => Math.min(any, since.get(need) ?? Number.POSITIVE_INFINITY);
}

/** When it is due, in minutes since 1970. */
export function dueAt(book: Book, lives: NeedLives, need: number): number {
  const priority = priorityNames[lives.priority[need]!] ?? 'routine';
  return lives.opened[need]! + book.settings.policy.needHours[priority] * 60;
}
