// What a delivery row corrects must have been signed for.

import type { Finding } from '../../core/finding.js';
import { readingTellings } from '../../core/messages/reading.js';
import { quoted } from '../../core/text.js';
import { D } from '../ledger/deliveries.js';
import { finding, type Ledgers, leaveOutDelivery } from './ledgers.js';

/** A correction takes back what was signed before, never more. */
export function correctionsCovered(ledgers: Ledgers): Finding[] {
  const { deliveries, resolver } = ledgers;
  const negative = new Set<string>();
  const keyOf = (row: number): string =>
    `${deliveries.doc.data[row]}:${deliveries.item.data[row]}:${deliveries.lot.data[row]}:${deliveries.site.data[row]}`;
  for (let row = 0; row < deliveries.length; row++) {
    if (deliveries.received.data[row]! < 0 || deliveries.damaged.data[row]! < 0) negative.add(keyOf(row));
  }
  if (negative.size === 0) return [];
  const rows: number[] = [];
  for (let row = 0; row < deliveries.length; row++) {
    const open = deliveries.day.data[row]! > ledgers.closedThrough;
    if (open && deliveries.leftOut.data[row] === 0 && negative.has(keyOf(row))) rows.push(row);
  }
  rows.sort(
    (a, b) =>
      deliveries.day.data[a]! - deliveries.day.data[b]! ||
      deliveries.minute.data[a]! - deliveries.minute.data[b]! ||
      deliveries.received.data[b]! - deliveries.received.data[a]! ||
      a - b,
  );
  const sums = new Map<string, { received: number; damaged: number }>();
  const found: Finding[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? { received: 0, damaged: 0 };
    const received = sum.received + deliveries.received.data[row]!;
    const damaged = sum.damaged + deliveries.damaged.data[row]!;
    if (received >= 0 && damaged >= 0) {
      sums.set(key, { received, damaged });
      continue;
    }
    const tell = readingTellings.deliveryBelowZero({
      doc: quoted(resolver.docs.text(deliveries.doc.data[row]!)),
      item: resolver.item(deliveries.item.data[row]!).name,
    });
    found.push(finding('value/quantity', deliveries.cellPlace(row, received < 0 ? D.received : D.damaged), tell));
    leaveOutDelivery(ledgers, row);
  }
  return found;
}
