// Puts what a closed history carries on in the place of its rows: names, kept rows and findings, before any open file.

import type { Finding } from '../core/finding.js';
import { quantity } from '../core/quantity.js';
import type { Carried, CarriedFile, CarriedFinding } from './carried.js';
import { carriedLedgers } from './carried.js';
import type { CountReader } from './ledger/counts.js';
import type { DeliveryReader } from './ledger/deliveries.js';
import type { RequestReader } from './ledger/requests.js';
import type { Resolver } from './ledger/resolver.js';
import type { StockReader } from './ledger/stock.js';
import type { RowLog } from './rowlog.js';
import { EMPTY } from './vocabulary.js';

export interface GoodsReaders {
  readonly stock: StockReader;
  readonly deliveries: DeliveryReader;
  readonly counts: CountReader;
  readonly requests: RequestReader;
}

/** Files that are not read: what they say is carried. */
export function closedFiles({ files }: Carried): Set<string> {
  return new Set(carriedLedgers.flatMap((ledger) => files[ledger].map(({ path }) => path)));
}

export function carryIn(carried: Carried, resolver: Resolver, readers: GoodsReaders): Finding[] {
  carryNames(carried, resolver);
  carryStock(carried, readers.stock);
  carryDeliveries(carried, readers.deliveries);
  carryCounts(carried, readers.counts);
  carryRequests(carried, readers.requests);
  return carried.findings.map(findingOf);
}

function findingOf({ zh, en, related, ...rest }: CarriedFinding): Finding {
  return {
    ...rest,
    tell: (lang) => (lang === 'zh' ? zh : en),
    related: related.map((one) => ({ at: one.at, tell: (lang) => (lang === 'zh' ? one.zh : one.en) })),
  };
}

/** A book that carries a history on knows its names first: their numbers are their places in the list. */
function carryNames(carried: Carried, { docs, lots, places, staff }: Resolver): void {
  const numbered = (id: number, at: number) => {
    if (id !== at) throw new RangeError('names of a carried history that are not its own');
  };
  for (const [at, text] of carried.docs.entries()) numbered(docs.of(text), at);
  for (const [at, { item, name }] of carried.lots.entries()) numbered(lots.of(item, lots.names.of(name)), at);
  for (const [at, text] of carried.senders.entries()) numbered(places.freeText(text) - places.transit - 1, at);
  for (const [at, text] of carried.members.entries()) numbered(staff.valueOfText(text), at);
}

/** Calls back with each kept row of a ledger, its file begun before it. */
function eachRow(files: readonly CarriedFile[], log: RowLog, visit: (row: number) => void): void {
  let row = 0;
  for (const { path, cellOf, rows } of files) {
    if (rows === 0) continue;
    log.begin({ path, cellOf: Int32Array.from(cellOf) });
    for (const end = row + rows; row < end; row++) visit(row);
  }
}

function carryStock({ files, stock, selfChecked, inactive, expiries }: Carried, reader: StockReader): void {
  const { rows } = reader;
  const { length } = stock.offset;
  rows.reserve(length);
  rows.offset.data.set(stock.offset);
  rows.day.data.set(stock.day);
  rows.minute.data.set(stock.minute);
  rows.doc.data.set(stock.doc);
  rows.kind.data.set(stock.kind);
  rows.item.data.set(stock.item);
  rows.lot.data.set(stock.lot);
  rows.qty.data.set(stock.qty);
  rows.from.data.set(stock.from);
  rows.to.data.set(stock.to);
  // What closed rows refer to was settled when they were closed: they are not among those that refer.
  rows.ref.data.set(stock.ref);
  eachRow(files.stock, rows, (row) => {
    rows.offset.length = row + 1;
  });
  rows.settle(length);
  for (const one of selfChecked) reader.signers.selfChecked.push(one);
  for (const one of inactive) reader.signers.inactive.push(one);
  for (const { lot, expiry, day, row } of expiries) reader.expiries.declare(lot, expiry, day, row);
}

function carryDeliveries({ files, deliveries }: Carried, { rows }: DeliveryReader): void {
  eachRow(files.deliveries, rows, (row) => {
    const { offset, day, minute, doc, item, lot, received, damaged, site } = deliveries;
    rows.write(rows.append(offset[row]!), {
      day: day[row]!,
      minute: minute[row]!,
      doc: doc[row]!,
      item: item[row]!,
      lot: lot[row]!,
      received: received[row]!,
      damaged: damaged[row]!,
      site: site[row]!,
    });
  });
}

function carryCounts({ files, counts }: Carried, { rows }: CountReader): void {
  eachRow(files.counts, rows, (row) => {
    const { offset, by, checkedBy, ...cells } = counts[row]!;
    rows.write(rows.append(offset), { ...cells, by: by ?? EMPTY, checkedBy: checkedBy ?? EMPTY });
  });
}

function carryRequests({ files, requests }: Carried, reader: RequestReader): void {
  eachRow(files.requests, reader.log, (row) => {
    const { offset, qty, ...request } = requests[row]!;
    reader.log.offset.reserve(1)[row] = offset;
    reader.log.offset.length++;
    reader.requests.push({ ...request, row, qty: quantity(qty) });
  });
}
