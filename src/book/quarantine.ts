// Rows that are left out of every figure, with those of their cells that could be read.

import type { Day } from '../core/day.js';
import type { Place } from '../core/finding.js';
import type { TableName } from './columns.js';

export interface Quarantined {
  readonly table: TableName;
  readonly at: Place;
  /** Null wherever a cell could not be read: then it may be any. */
  readonly day: Day | null;
  /** The kind of movement, null where it could not be read or the row is none. */
  readonly kind: number | null;
  /** The document and, where the row has one, the document it refers to. */
  readonly docs: readonly number[] | null;
  readonly item: number | null;
  /** Its name: a lot can be read where the item cannot. */
  readonly lot: number | null;
  /** The sites whose stock the row may have changed; of a delivery that names none, none. */
  readonly sites: readonly number[] | null;
}
