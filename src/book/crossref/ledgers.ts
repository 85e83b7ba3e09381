// The ledgers as they are while they are held against each other, and how a row is left out of every figure.

import { dayFromColumn } from '../../core/day.js';
import type { Finding, Place, Tell } from '../../core/finding.js';
import type { Slug } from '../../core/slugs.js';
import type { LedgerName } from '../columns.js';
import type { CountRows } from '../ledger/countrows.js';
import type { DeliveryRows } from '../ledger/deliveries.js';
import type { Request } from '../ledger/requests.js';
import type { Resolver } from '../ledger/resolver.js';
import type { StockRows } from '../ledger/stockrows.js';
import { LEFT_OUT } from '../movement.js';
import type { Quarantined } from '../quarantine.js';
import type { RecalledLine } from '../recall.js';
import type { RowLog } from '../rowlog.js';

export interface Ledgers {
  readonly resolver: Resolver;
  readonly stock: StockRows;
  readonly deliveries: DeliveryRows;
  readonly counts: CountRows;
  readonly requests: Request[];
  readonly requestLog: RowLog;
  readonly quarantined: Quarantined[];
  /** Folders that have files. */
  readonly present: ReadonlySet<LedgerName>;
  /** Days whose rows stand for others that were not read: what they say of each other was settled. */
  readonly closedThrough: number;
  readonly recalled: readonly RecalledLine[];
}

export function leaveOutStock(ledgers: Ledgers, row: number): void {
  const { stock, resolver, quarantined } = ledgers;
  const { day, doc, ref, item, lot, from, to, kind } = stock.movement(row);
  stock.kind.data[row] = LEFT_OUT;
  quarantined.push({
    table: 'stock',
    at: stock.recordPlace(row),
    day: dayFromColumn(day),
    kind,
    docs: ref < 0 ? [doc] : [doc, ref],
    item,
    lot: lot < 0 ? null : resolver.lots.nameOf(lot),
    sites: [from, to].filter((place) => resolver.places.isSite(place)),
  });
}

export function leaveOutDelivery(ledgers: Ledgers, row: number): void {
  const { deliveries, quarantined, resolver } = ledgers;
  const site = deliveries.site.data[row]!;
  const lot = deliveries.lot.data[row]!;
  deliveries.leftOut.data[row] = 1;
  quarantined.push({
    table: 'deliveries',
    at: deliveries.recordPlace(row),
    day: dayFromColumn(deliveries.day.data[row]!),
    kind: null,
    docs: [deliveries.doc.data[row]!],
    item: deliveries.item.data[row]!,
    lot: lot < 0 ? null : resolver.lots.nameOf(lot),
    sites: site < 0 ? [] : [site],
  });
}

export function finding(code: Slug, at: Place, tell: Tell): Finding {
  return { code, at, tell, related: [] };
}
