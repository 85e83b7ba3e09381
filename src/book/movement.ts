// The kinds of movement as numbers, and which ends each kind may have.

import { choicesOf, type MovementKind, movementKinds } from './choices.js';

export const kindNames: readonly MovementKind[] = choicesOf(movementKinds);

export const OPENING = 0;
export const RECEIPT = 1;
export const ISSUE = 2;
export const TRANSFER = 3;
export const RETURN = 4;
export const DISPOSAL = 5;
export const GAIN = 6;
export const LOSS = 7;
export const REVERSAL = 8;
/** A row that was read without fault and is left out because of what other rows say. */
export const LEFT_OUT = 255;

/** What may stand in `from` and `to`. */
export const End = { none: 0, site: 1, party: 2, siteOrTransit: 3, siteOrParty: 4, any: 5 } as const;
export type End = (typeof End)[keyof typeof End];

export const fromOf: readonly End[] = [
  End.none,
  End.party,
  End.site,
  End.site,
  End.siteOrTransit,
  End.site,
  End.none,
  End.siteOrTransit,
  End.any,
];

export const toOf: readonly End[] = [
  End.site,
  End.site,
  End.siteOrParty,
  End.site,
  End.site,
  End.none,
  End.site,
  End.none,
  End.any,
];
