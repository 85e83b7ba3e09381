// What a closed history still has to say once its rows are not read again: plain figures and texts, so that they can be
// written down, and the few rows that a finding, a line or an open document may still point at.

import type { Day } from '../core/day.js';
import type { Place, Telling } from '../core/finding.js';
import type { Severity, Slug } from '../core/slugs.js';
import type { Priority } from './choices.js';

type Numbers = readonly number[];

/** A closed file of a ledger: which cell holds which column, and how many of its rows are kept. */
export interface CarriedFile {
  readonly path: string;
  readonly cellOf: Numbers;
  readonly rows: number;
}

export interface CarriedFinding {
  readonly code: Slug;
  readonly at: Place;
  readonly zh: Telling;
  readonly en: Telling;
  readonly related: readonly { readonly at: Place; readonly zh: string; readonly en: string }[];
  readonly severity?: Severity;
  readonly figures?: readonly string[];
}

/** Documents that share what stands before their number, as far as they are closed. */
export interface CarriedSeries {
  readonly prefix: string;
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly missing: readonly (readonly [number, number])[];
  /** The stock row whose document follows the first gap, −1 where there is none. */
  readonly after: number;
}

/** Every document that the closed days name, roughly: what is not among these is surely new. */
export interface KnownDocuments {
  readonly prefixes: readonly string[];
  /** The last number of each series. */
  readonly most: Numbers;
  readonly others: readonly string[];
}

/** The state of the engine at the end of the last closed day; rows count in the rows that are kept. */
export interface CarriedEngine {
  readonly balances: {
    readonly site: Numbers;
    readonly item: Numbers;
    readonly lot: Numbers;
    readonly closing: Numbers;
    readonly firstDay: Numbers;
    readonly lastDay: Numbers;
    readonly receivedDay: Numbers;
    readonly negativeDay: Numbers;
    readonly lastRow: Numbers;
  };
  /** Balances that closed a day below zero: what first took them there and what they closed with. */
  readonly negatives: readonly { readonly balance: number; readonly row: number; readonly closing: number }[];
  /** Lines of documents of which something is still on its way, or arrived damaged. */
  readonly lines: Readonly<Record<LineColumn, Numbers>>;
  readonly delivered: Numbers;
  readonly signed: Numbers;
  /** What each item was issued on the last days, net of what came back. */
  readonly issued: readonly { readonly day: number; readonly item: number; readonly qty: number }[];
  readonly expiredIssued: readonly { readonly row: number; readonly lot: number }[];
  readonly fefo: readonly { readonly row: number; readonly lot: number; readonly earlier: number }[];
  readonly unmatched: Numbers;
  /** What the kept counts came to. */
  readonly counts: readonly {
    readonly count: number;
    readonly book: number;
    readonly allLots: boolean;
    readonly variance: number;
  }[];
  readonly lastCounted: readonly { readonly site: number; readonly item: number; readonly day: number }[];
  /** What was sent for the requests that are kept. */
  readonly sent: readonly CarriedSent[];
  readonly series: readonly CarriedSeries[];
}

export interface CarriedSent {
  readonly doc: number;
  readonly item: number;
  readonly site: number;
  readonly row: number;
  readonly day: number;
  readonly qty: number;
}

/** Columns of document lines, of stock rows and of delivery rows, as the engine and the readers call them. */
export type LineColumn =
  | 'doc'
  | 'item'
  | 'lot'
  | 'from'
  | 'to'
  | 'kind'
  | 'day'
  | 'minute'
  | 'row'
  | 'ref'
  | 'headline'
  | 'dispatched'
  | 'received'
  | 'damaged'
  | 'returned'
  | 'lost'
  | 'sentBack'
  | 'signedRow'
  | 'signedDay'
  | 'damagedRow'
  | 'overRow';
export type StockColumn = 'offset' | 'day' | 'minute' | 'doc' | 'kind' | 'item' | 'lot' | 'qty' | 'from' | 'to' | 'ref';
export type DeliveryColumn = 'offset' | 'day' | 'minute' | 'doc' | 'item' | 'lot' | 'received' | 'damaged' | 'site';

export interface CarriedCount {
  readonly offset: number;
  readonly day: Day;
  readonly open: boolean;
  readonly site: number;
  readonly item: number;
  readonly lot: number;
  readonly counted: number;
  readonly by: number | null;
  readonly checkedBy: number | null;
}

export interface CarriedRequest {
  readonly offset: number;
  readonly day: Day;
  readonly doc: number;
  readonly site: number;
  readonly item: number;
  readonly qty: number;
  readonly neededBy: Day | null;
  readonly priority: Priority;
  readonly cancelled: boolean;
}

/** The ledgers of which closed files are not read again. */
export const carriedLedgers = ['stock', 'deliveries', 'counts', 'requests'] as const;
export type CarriedLedger = (typeof carriedLedgers)[number];

/** Names are numbered as they stand here: they are the first that a book which carries them on knows. */
export interface Carried {
  readonly through: Day;
  readonly docs: readonly string[];
  readonly lots: readonly { readonly item: number; readonly name: string }[];
  /** Senders that stand in no register. */
  readonly senders: readonly string[];
  /** Staff, where there is no register of them. */
  readonly members: readonly string[];
  readonly files: Readonly<Record<CarriedLedger, readonly CarriedFile[]>>;
  readonly stock: Readonly<Record<StockColumn, Numbers>>;
  readonly deliveries: Readonly<Record<DeliveryColumn, Numbers>>;
  readonly counts: readonly CarriedCount[];
  readonly requests: readonly CarriedRequest[];
  readonly selfChecked: readonly { readonly row: number; readonly member: number }[];
  readonly inactive: readonly { readonly row: number; readonly column: number; readonly member: number }[];
  readonly expiries: readonly {
    readonly lot: number;
    readonly expiry: number;
    readonly day: number;
    readonly row: number;
  }[];
  /** What was found wrong while the closed files were read. */
  readonly findings: readonly CarriedFinding[];
  /** All quantities of the closed rows together. */
  readonly sum: number;
  readonly known: KnownDocuments;
  /** Documents on their way that open rows may sign for, and those among them that open rows may refer to. */
  readonly signable: Numbers;
  readonly referable: Numbers;
  readonly engine: CarriedEngine;
}
