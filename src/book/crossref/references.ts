// What rows refer to must be there: requests, dispatches and counts.

import type { Finding } from '../../core/finding.js';
import { namingTellings } from '../../core/messages/naming.js';
import { quoted } from '../../core/text.js';
import { S } from '../ledger/stockrows.js';
import { GAIN, ISSUE, LOSS, RETURN, TRANSFER } from '../movement.js';
import { countKey, countNamed } from './countnames.js';
import { finding, type Ledgers, leaveOutStock } from './ledgers.js';

/** What a reference has to name. */
type Named = 'request' | 'dispatch' | 'count';

function expects(ledgers: Ledgers, row: number): Named | null {
  const { stock, resolver } = ledgers;
  const kind = stock.kind.data[row]!;
  if (kind === ISSUE || kind === TRANSFER) return 'request';
  if (kind === RETURN || (kind === LOSS && stock.from.data[row] === resolver.places.transit)) return 'dispatch';
  return kind === GAIN || kind === LOSS ? 'count' : null;
}

/** `ref` of issues and transfers is a request, of returns a dispatch, of gains and losses a count or a dispatch. */
export function documentsNamed(ledgers: Ledgers): Finding[] {
  const { stock, resolver } = ledgers;
  const referring: number[] = [];
  const wanted = new Set<Named>();
  const rows = stock.referring;
  for (let i = 0; i < rows.length; i++) {
    const row = rows.data[i]!;
    const named = expects(ledgers, row);
    if (named === null) continue;
    referring.push(row);
    wanted.add(named);
  }
  const knows = {
    request: wanted.has('request') ? requestsKnown(ledgers) : null,
    dispatch: wanted.has('dispatch') ? dispatchesKnown(ledgers) : null,
    count: wanted.has('count') ? countsKnown(ledgers) : null,
  };
  const found: Finding[] = [];
  for (const row of referring) {
    const named = expects(ledgers, row);
    const ref = stock.ref.data[row]!;
    if (named === null || (knows[named]?.(ref) ?? true)) continue;
    const text = quoted(resolver.docs.text(ref));
    const tell =
      named === 'request'
        ? namingTellings.unknownRequest({ text })
        : named === 'dispatch'
          ? namingTellings.unknownDispatch({ text })
          : namingTellings.unknownCount({ text });
    found.push(finding('ref/document', stock.cellPlace(row, S.ref), tell));
    leaveOutStock(ledgers, row);
  }
  return found;
}

// What a broken row may have been is not held against those that refer to it: null where that may be anything.
type Known = ((ref: number) => boolean) | null;

function requestsKnown({ requests, quarantined, present }: Ledgers): Known {
  if (!present.has('requests')) return null;
  const known = new Set(requests.map(({ doc }) => doc));
  for (const row of quarantined) {
    if (row.table !== 'requests') continue;
    if (row.docs === null) return null;
    for (const doc of row.docs) known.add(doc);
  }
  return (ref) => known.has(ref);
}

function dispatchesKnown({ stock, resolver, quarantined, recalled }: Ledgers): Known {
  const known = new Uint8Array(resolver.docs.size);
  const kinds = stock.kind.data;
  const docs = stock.doc.data;
  for (let row = 0; row < stock.length; row++) {
    const kind = kinds[row]!;
    if (kind === ISSUE || kind === TRANSFER || kind === RETURN) known[docs[row]!] = 1;
  }
  for (const { doc, kind } of recalled) if (kind === ISSUE || kind === TRANSFER || kind === RETURN) known[doc] = 1;
  for (const row of quarantined) {
    if (row.table !== 'stock') continue;
    if (row.docs === null) return null;
    known[row.docs[0]!] = 1;
  }
  return (ref) => known[ref] === 1;
}

function countsKnown({ counts, resolver, quarantined }: Ledgers): Known {
  const known = new Set<number>();
  for (const row of counts.rows()) known.add(countKey(counts.day.data[row]!, counts.site.data[row]!));
  for (const row of quarantined) {
    if (row.table !== 'counts') continue;
    if (row.day === null || row.sites === null) return null;
    for (const site of row.sites) known.add(countKey(row.day, site));
  }
  return (ref) => {
    const count = countNamed(resolver, ref);
    return count !== null && known.has(countKey(count.day, count.site));
  };
}
