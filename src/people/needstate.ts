// The life of a need as a state machine: which event is possible when, and what it leads to.

import type { NeedEvent } from '../book/choices.js';

export type NeedState = 'none' | 'open' | 'resolved' | 'cancelled';

/** Numbers for the inner loop, in this order. */
export const needStates: readonly NeedState[] = ['none', 'open', 'resolved', 'cancelled'];

const transitions: Readonly<Record<NeedState, Partial<Record<NeedEvent, NeedState>>>> = {
  none: { raise: 'open' },
  open: { assign: 'open', escalate: 'open', resolve: 'resolved', cancel: 'cancelled' },
  resolved: { reopen: 'open' },
  cancelled: { reopen: 'open' },
};

/** The state after an event, null where the event is not possible. */
export function nextState(state: NeedState, event: NeedEvent): NeedState | null {
  return transitions[state][event] ?? null;
}

/** Events that are possible in a state. */
export function possible(state: NeedState): NeedEvent[] {
  return eventsInOrder.filter((event) => nextState(state, event) !== null);
}

/**
 * Of events in the same minute the first in this order that is possible comes first, so that neither the order of rows
 * nor that of files decides.
 */
export const eventsInOrder: readonly NeedEvent[] = ['raise', 'reopen', 'assign', 'escalate', 'resolve', 'cancel'];
