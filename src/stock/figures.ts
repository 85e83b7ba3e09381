// The figures of a reconciliation, as the reports and the checks read them. Quantities are millionths of a base unit.

import type { Quarantined } from '../book/quarantine.js';
import type { Day } from '../core/day.js';
import type { CountResults } from './counts.js';
import type { Incomplete } from './incomplete.js';
import type { Period } from './period.js';
import type { FefoNotice, LotNotice, ReversalFault } from './posting.js';
import type { RequestLine } from './requests.js';

export type BalanceStatus = 'incomplete' | 'negative' | 'short' | 'surplus' | 'balanced' | 'uncounted';

/** One site, item and lot (as indexes into the book) on the days of the period. */
export interface BalanceLine {
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly opening: number;
  readonly in: number;
  readonly out: number;
  readonly adjusted: number;
  readonly closing: number;
  readonly counted: number | null;
  readonly variance: number | null;
  readonly status: BalanceStatus;
}

/** A count of all lots of an item together. */
export interface ItemCountLine {
  readonly site: number;
  readonly item: number;
  readonly book: number;
  readonly counted: number;
  readonly variance: number;
  readonly status: BalanceStatus;
}

export type DeliveryStatus =
  | 'received'
  | 'short'
  | 'over'
  | 'in-transit'
  | 'overdue'
  | 'settled'
  | 'unmatched'
  | 'incomplete';

export interface DeliveryLine {
  readonly doc: number;
  readonly item: number;
  readonly lot: number;
  readonly day: Day;
  readonly minute: number;
  readonly from: number;
  readonly to: number;
  readonly dispatched: number;
  readonly received: number;
  readonly damaged: number;
  readonly returned: number;
  readonly lost: number;
  readonly inTransit: number;
  readonly status: DeliveryStatus;
  /** The stock row that dispatched it, −1 where none did. */
  readonly row: number;
  /** The last delivery row for it and the last one with damage, −1 where there is none. */
  readonly signedRow: number;
  readonly damagedRow: number;
  /** What took it below zero: a delivery row, or −2 − a stock row; −1 where nothing has. */
  readonly overRow: number;
  /** Dispatched or signed in the period, or still open: what a day's report lists. */
  readonly current: boolean;
}

export interface NegativeBalance {
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly day: Day;
  /** What the balance closed that day with. */
  readonly closing: number;
  /** What first took it below zero: a stock row, or −2 − a delivery row. */
  readonly row: number;
}

export interface StaleCount {
  readonly site: number;
  readonly item: number;
  readonly closing: number;
  /** Days since it was last counted, or since it first moved. */
  readonly days: number;
  readonly everCounted: boolean;
  readonly row: number;
}

export interface DeliveredFigure {
  /** A category's code. */
  readonly category: string;
  /** In the period. */
  readonly today: number;
  readonly total: number;
  readonly signedTotal: number;
  readonly incomplete: boolean;
}

/** An item over all sites where stock of it is kept. */
export interface ItemStock {
  readonly item: number;
  readonly opening: number;
  readonly in: number;
  readonly out: number;
  readonly adjusted: number;
  readonly closing: number;
  /** Issues a day, net of what came back, over the last week (or the days the book has). */
  readonly averageDailyIssue: number;
  /** Closing ÷ average in millionths of a day; null while nothing is issued. */
  readonly daysOfCover: number | null;
  readonly incomplete: boolean;
}

export interface ExpiringLot {
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly closing: number;
  /** Days left after the date; negative once it has expired. */
  readonly daysLeft: number;
}

export interface Reconciliation {
  readonly day: Day;
  readonly period: Period;
  readonly balances: readonly BalanceLine[];
  readonly itemCounts: readonly ItemCountLine[];
  /** Document lines to signing sites: those `current`, which a day's report lists, and older ones that arrived damaged. */
  readonly deliveries: readonly DeliveryLine[];
  readonly delivered: readonly DeliveredFigure[];
  readonly stock: readonly ItemStock[];
  readonly requests: readonly RequestLine[];
  readonly counts: CountResults;
  readonly negatives: readonly NegativeBalance[];
  readonly stale: readonly StaleCount[];
  readonly expiring: readonly ExpiringLot[];
  readonly expiredIssued: readonly LotNotice[];
  readonly fefo: readonly FefoNotice[];
  readonly reversalFaults: readonly ReversalFault[];
  /** Delivery rows for nothing that was on its way. */
  readonly unmatched: readonly number[];
  /** Rows left out by what was read and by the engine. */
  readonly quarantined: readonly Quarantined[];
  /** Stock rows among them that only the engine could tell: reversals of nothing, or of too much. */
  readonly leftOutRows: ReadonlySet<number>;
  readonly incomplete: Incomplete;
}
