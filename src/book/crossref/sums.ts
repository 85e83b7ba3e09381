// Sums must stay exact: where the rows of a book together would pass what can be held, the largest are left out.

import type { Finding, Place } from '../../core/finding.js';
import { readingTellings } from '../../core/messages/reading.js';
import { LIMIT } from '../../core/quantity.js';
import { sumOf } from '../../source/wasm/columns.js';
import { C } from '../ledger/countrows.js';
import { D } from '../ledger/deliveries.js';
import { R, type Request } from '../ledger/requests.js';
import { S } from '../ledger/stockrows.js';
import { finding, type Ledgers, leaveOutDelivery, leaveOutStock } from './ledgers.js';

/** While all quantities of a book together are in the safe range, no sum of some of them can leave it. */
export function exactSums(ledgers: Ledgers): Finding[] {
  const { stock, deliveries, counts, requests } = ledgers;
  let total = sumOf(stock.qty);
  for (let row = 0; row < deliveries.length; row++) total += deliveries.amount(row);
  total += sumOf(counts.counted);
  for (const request of requests) total += request.qty;
  if (total <= LIMIT) return [];

  // The largest go first, equal ones together, so that the order of files decides nothing.
  const found: Finding[] = [];
  const sizes: { readonly size: number; readonly leave: () => void }[] = [];
  const add = (size: number, place: () => Place, leave: () => void) => {
    sizes.push({
      size,
      leave: () => {
        leave();
        found.push(finding('value/quantity', place(), readingTellings.quantityRange({ text: String(size / 1e6) })));
      },
    });
  };
  for (let row = 0; row < stock.length; row++) {
    add(
      stock.qty.data[row]!,
      () => stock.cellPlace(row, S.qty),
      () => leaveOutStock(ledgers, row),
    );
  }
  for (let row = 0; row < deliveries.length; row++) {
    const size = deliveries.amount(row);
    add(
      size,
      () => deliveries.cellPlace(row, D.received),
      () => leaveOutDelivery(ledgers, row),
    );
  }
  for (const row of counts.rows()) {
    const place = () => counts.cellPlace(row, C.counted);
    add(counts.counted.data[row]!, place, () => {
      counts.leftOut.data[row] = 1;
      const { day, item, site } = counts.count(row);
      ledgers.quarantined.push({
        table: 'counts',
        at: place(),
        day,
        kind: null,
        docs: [],
        item,
        lot: null,
        sites: [site],
      });
    });
  }
  const leftOut = new Set<Request>();
  for (const request of requests) {
    const place = () => ledgers.requestLog.cellPlace(request.row, R.qty);
    add(request.qty, place, () => {
      leftOut.add(request);
      const { day, doc, item, site } = request;
      ledgers.quarantined.push({
        table: 'requests',
        at: place(),
        day,
        kind: null,
        docs: [doc],
        item,
        lot: null,
        sites: [site],
      });
    });
  }
  sizes.sort((a, b) => b.size - a.size);
  let rest = sizes.reduce((sum, one) => sum + BigInt(one.size), 0n);
  for (let i = 0; i < sizes.length && rest > BigInt(LIMIT); ) {
    const { size } = sizes[i]!;
    for (; i < sizes.length && sizes[i]!.size === size; i++) {
      sizes[i]!.leave();
      rest -= BigInt(size);
    }
  }
  // Taken out together: one by one would cost the length of the list each time.
  keepOnly(requests, (request) => !leftOut.has(request));
  return found;
}

function keepOnly<T>(list: T[], keep: (one: T) => boolean): void {
  let kept = 0;
  for (const one of list) if (keep(one)) list[kept++] = one;
  list.length = kept;
}
