// A book as it was read: settings, registers, and the rows of every ledger that count.

import type { Day } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import type { Kernel } from '../source/wasm/kernel.js';
import type { Carried } from './carried.js';
import type { LedgerName } from './columns.js';
import type { CensusRows } from './ledger/census.js';
import type { CountRows } from './ledger/countrows.js';
import type { DeliveryRows } from './ledger/deliveries.js';
import type { ExpiryConflict } from './ledger/expiries.js';
import type { NeedRows } from './ledger/needs.js';
import type { Request } from './ledger/requests.js';
import type { Places, Resolver } from './ledger/resolver.js';
import type { RollcallRows } from './ledger/rollcalls.js';
import type { RosterRows } from './ledger/roster.js';
import type { StockRows } from './ledger/stockrows.js';
import type { Lots } from './lots.js';
import type { OrgChart } from './orgchart/chart.js';
import type { UnitDirectory } from './orgchart/directory.js';
import type { Quarantined } from './quarantine.js';
import type { RecalledLine } from './recall.js';
import type { Items } from './register/items.js';
import type { Parties, Sites } from './register/places.js';
import type { Staff } from './register/staff.js';
import type { RowLog } from './rowlog.js';
import type { Settings } from './settings.js';
import type { Names } from './vocabulary.js';

export interface Book {
  readonly settings: Settings;
  readonly org: OrgChart | null;
  readonly items: Items;
  readonly sites: Sites;
  readonly staff: Staff;
  readonly parties: Parties;
  readonly places: Places;
  readonly docs: Names;
  readonly lots: Lots;
  /** Looks words of the book up, as the ledgers did. */
  readonly resolver: Resolver;
  readonly stock: StockRows;
  readonly deliveries: DeliveryRows;
  readonly counts: CountRows;
  readonly requests: readonly Request[];
  readonly requestLog: RowLog;
  /** What the words for org units mean. */
  readonly units: UnitDirectory;
  readonly needs: NeedRows;
  readonly census: CensusRows;
  readonly roster: RosterRows;
  readonly rollcalls: RollcallRows;
  /** Ledgers that have files at all: checks are silent about what a book does not keep. */
  readonly present: ReadonlySet<LedgerName>;
  readonly quarantined: readonly Quarantined[];
  readonly expiryConflicts: readonly ExpiryConflict[];
  readonly selfChecked: readonly { readonly row: number; readonly member: number }[];
  readonly inactive: readonly { readonly row: number; readonly column: number; readonly member: number }[];
  /** The latest day that has a stock, delivery or count row; null in a book without dated rows. */
  readonly lastDay: Day | null;
  /** Everything that was wrong with the text, the cells and the references. */
  readonly findings: readonly Finding[];
  /** What stands in for the rows of closed days that were not read; null where every row was. */
  readonly carried: Carried | null;
  /** The compiled loops that read it and hold its columns; null where plain ones did. */
  readonly kernel: Kernel | null;
  /** Lines of closed documents that rows which were read refer to. */
  readonly recalled: readonly RecalledLine[];
}
