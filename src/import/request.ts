// What an import is asked for and what it comes to: the values that pass between its stages.

import type { Book } from '../book/book.js';
import { type LedgerName, ledgerNames, type TableName } from '../book/columns.js';
import type { Day } from '../core/day.js';
import type { Lang, Words } from '../core/lang.js';
import type { Workspace } from '../source/workspace.js';
import type { Sums } from './amounts.js';
import type { Difference } from './differences.js';
import type { Facts } from './facts.js';
import type { NewItem } from './items.js';
import type { Fill, Footer, Line, Unfilled } from './lines.js';
import type { Mapping } from './mapping.js';
import type { NewParty } from './places.js';
import type { Draft } from './rows.js';
import type { Refusal, Sheet } from './sheet.js';
import type { Total } from './totals.js';
import type { Stop } from './values.js';

export interface ImportRequest {
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  readonly table: TableName;
  readonly book: Book;
  readonly workspace: Workspace;
  readonly mapping: Mapping;
  readonly create: boolean;
  /** Undo what a corrected file has changed. */
  readonly reverse: boolean;
  /** The language rows are written in. */
  readonly lang: Lang;
  readonly today: Day | null;
  /** Called with the lines looked at so far and all there are. */
  readonly progress?: (done: number, total: number) => void;
}

/** Something that was not in the sheet's rows and was used all the same: said once. */
export interface Assumed {
  readonly column: string;
  readonly value: string;
  readonly why: 'title' | 'depot' | 'kind' | 'only-item';
  readonly at: string;
}

export interface Rejected {
  readonly cell: string;
  readonly text: string;
  readonly reason: Words;
  readonly line: Line;
  readonly facts: Facts;
  readonly stop: Stop;
}

export interface UnknownColumn {
  readonly header: string;
  readonly cell: string;
  readonly sample: string;
  readonly near: readonly string[];
}

export interface Source {
  readonly line: Line;
  readonly facts: Facts;
}

export interface ImportPlan {
  readonly table: TableName;
  readonly source: string;
  readonly accepted: readonly Draft[];
  readonly rejected: readonly Rejected[];
  readonly footers: readonly Footer[];
  readonly duplicates: number;
  readonly fills: readonly Fill[];
  readonly unfilled: readonly Unfilled[];
  readonly totals: readonly Total[];
  readonly assumed: readonly Assumed[];
  readonly unknownColumns: readonly UnknownColumn[];
  readonly repeats: readonly { readonly cell: string; readonly doc: string }[];
  readonly differences: readonly Difference[];
  /** Reversals that are written with it. */
  readonly reversals: number;
  readonly sums: Sums;
  readonly items: readonly NewItem[];
  readonly parties: readonly NewParty[];
  /** What the sheets turned out to be called and to hold, for a mapping file. */
  readonly learned: ReadonlyMap<string, string>;
  /** Sheets without a table. */
  readonly without: readonly string[];
  /** What is to be written; empty where nothing is new. */
  readonly changes: readonly {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly from: number;
    readonly ledger: boolean;
  }[];
  /** The book as it would be, null where nothing changes. */
  readonly after: { readonly workspace: Workspace; readonly book: Book } | null;
}

export type Planned =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly refusal: Refusal };

export function isLedger(table: TableName): table is LedgerName {
  return ledgerNames.some((name) => name === table);
}
