// What rows say of each other while a book is read: documents that must exist, corrections that must have something to
// correct, sums that must stay exact. Rows that fail are left out of every figure.

import { type Day, dayFromColumn, parseDay } from '../core/day.js';
import type { Finding, Place, Tell } from '../core/finding.js';
import { namingTellings } from '../core/messages/naming.js';
import { readingTellings } from '../core/messages/reading.js';
import { LIMIT } from '../core/quantity.js';
import type { Slug } from '../core/slugs.js';
import { quoted } from '../core/text.js';
import { sumOf } from '../source/wasm/columns.js';
import type { LedgerName } from './columns.js';
import { C, type Count } from './ledger/counts.js';
import { D, type DeliveryRows } from './ledger/deliveries.js';
import { R, type Request } from './ledger/requests.js';
import type { Resolver } from './ledger/resolver.js';
import { S, type StockRows } from './ledger/stockrows.js';
import { GAIN, ISSUE, LEFT_OUT, LOSS, RETURN, TRANSFER } from './movement.js';
import type { Quarantined } from './quarantine.js';
import type { RecalledLine } from './recall.js';
import type { RowLog } from './rowlog.js';

export interface Ledgers {
  readonly resolver: Resolver;
  readonly stock: StockRows;
  readonly deliveries: DeliveryRows;
  readonly counts: Count[];
  readonly countLog: RowLog;
  readonly requests: Request[];
  readonly requestLog: RowLog;
  readonly quarantined: Quarantined[];
  /** Folders that have files. */
  readonly present: ReadonlySet<LedgerName>;
  /** Days whose rows stand for others that were not read: what they say of each other was settled. */
  readonly closedThrough: number;
  readonly recalled: readonly RecalledLine[];
}

export function crossReference(ledgers: Ledgers): Finding[] {
  return [...exactSums(ledgers), ...documentsNamed(ledgers), ...correctionsCovered(ledgers)];
}

function leaveOutStock(ledgers: Ledgers, row: number): void {
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

function leaveOutDelivery(ledgers: Ledgers, row: number): void {
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

function finding(code: Slug, at: Place, tell: Tell): Finding {
  return { code, at, tell, related: [] };
}

/** While all quantities of a book together are in the safe range, no sum of some of them can leave it. */
function exactSums(ledgers: Ledgers): Finding[] {
  const { stock, deliveries, counts, requests } = ledgers;
  let total = sumOf(stock.qty);
  for (let row = 0; row < deliveries.length; row++) {
    total += Math.abs(deliveries.received.data[row]!) + Math.abs(deliveries.damaged.data[row]!);
  }
  for (const count of counts) total += count.counted;
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
    const size = Math.abs(deliveries.received.data[row]!) + Math.abs(deliveries.damaged.data[row]!);
    add(
      size,
      () => deliveries.cellPlace(row, D.received),
      () => leaveOutDelivery(ledgers, row),
    );
  }
  const leftOut = new Set<Count | Request>();
  for (const count of counts) {
    const place = () => ledgers.countLog.cellPlace(count.row, C.counted);
    add(count.counted, place, () => {
      leftOut.add(count);
      const { day, item, site } = count;
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
  keepOnly(counts, (count) => !leftOut.has(count));
  keepOnly(requests, (request) => !leftOut.has(request));
  return found;
}

function keepOnly<T>(list: T[], keep: (one: T) => boolean): void {
  let kept = 0;
  for (const one of list) if (keep(one)) list[kept++] = one;
  list.length = kept;
}

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
function documentsNamed(ledgers: Ledgers): Finding[] {
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
    if (named === null || knows[named]?.(ref) !== false) continue;
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

// What a broken row may have been is not held against those that refer to it.

function requestsKnown({ requests, quarantined, present }: Ledgers): (ref: number) => boolean {
  if (!present.has('requests')) return () => true;
  const known = new Set(requests.map(({ doc }) => doc));
  for (const row of quarantined) {
    if (row.table !== 'requests') continue;
    if (row.docs === null) return () => true;
    for (const doc of row.docs) known.add(doc);
  }
  return (ref) => known.has(ref);
}

function dispatchesKnown({ stock, resolver, quarantined, recalled }: Ledgers): (ref: number) => boolean {
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
    if (row.docs === null) return () => true;
    known[row.docs[0]!] = 1;
  }
  return (ref) => known[ref] === 1;
}

function countsKnown({ counts, resolver, quarantined }: Ledgers): (ref: number) => boolean {
  const known = new Set(counts.map(({ day, site }) => countKey(day, site)));
  for (const row of quarantined) {
    if (row.table !== 'counts') continue;
    if (row.day === null || row.sites === null) return () => true;
    for (const site of row.sites) known.add(countKey(row.day, site));
  }
  return (ref) => {
    const count = countNamed(resolver, ref);
    return count !== null && known.has(countKey(count.day, count.site));
  };
}

/** Days and sites are far below 2^26, so the key is exact. */
function countKey(day: number, site: number): number {
  return day * 0x4000000 + site;
}

/** The count that a reference `count:<date>:<site>` names, null where it names none. */
export function countNamed(resolver: Resolver, ref: number): CountName | null {
  let named = countNames.get(resolver);
  if (named === undefined) {
    named = new Map();
    countNames.set(resolver, named);
  }
  let name = named.get(ref);
  if (name === undefined) {
    name = readCountName(resolver, ref);
    named.set(ref, name);
  }
  return name;
}

export interface CountName {
  readonly day: Day;
  readonly site: number;
}

/** A night's gains and losses name the same few counts: each is read once. */
const countNames = new WeakMap<Resolver, Map<number, CountName | null>>();

function readCountName(resolver: Resolver, ref: number): CountName | null {
  const match = /^count:([^:]+):(.+)$/su.exec(resolver.docs.text(ref));
  if (match === null) return null;
  const day = parseDay((match[1] ?? '').trim());
  const site = resolver.sites.valueOfText(match[2] ?? '');
  return day === null || site < 0 ? null : { day, site };
}

/** A correction takes back what was signed before, never more. */
function correctionsCovered(ledgers: Ledgers): Finding[] {
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
