// Reads a whole book: settings and registers first, then every ledger, then what its rows say of each other.

import { type Day, dayFromColumn } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { readingTellings } from '../core/messages/reading.js';
import { beginReadAhead, type ReadAhead } from '../source/ahead/consume.js';
import { greatestOf } from '../source/wasm/columns.js';
import { kernel } from '../source/wasm/kernel.js';
import type { Workspace } from '../source/workspace.js';
import type { Book } from './book.js';
import { carryIn, closedFiles } from './carryin.js';
import { columnsOf, type LedgerName, ledgerNames, type TableName } from './columns.js';
import { crossReference } from './crossref.js';
import { CensusReader } from './ledger/census.js';
import { CountReader } from './ledger/counts.js';
import { DeliveryReader } from './ledger/deliveries.js';
import { NeedReader } from './ledger/needs.js';
import { RequestReader } from './ledger/requests.js';
import { Resolver } from './ledger/resolver.js';
import { RollcallReader } from './ledger/rollcalls.js';
import { RosterReader } from './ledger/roster.js';
import { StockReader } from './ledger/stock.js';
import { nameFindings } from './names.js';
import { UnitDirectory } from './orgchart/directory.js';
import { readOrgChart } from './orgchart/read.js';
import type { Quarantined } from './quarantine.js';
import { type Ahead, readTable, type TableSink } from './readtable.js';
import { type ClosedDays, recallFor } from './recall.js';
import { readItems } from './register/items.js';
import { readParties, readSites } from './register/places.js';
import { readStaff } from './register/staff.js';
import { readSettings } from './settings.js';
import { readIn, type Ways, waysFor } from './ways.js';

/** Called with the bytes read so far and the bytes there are. */
export type Progress = (done: number, total: number) => void;

/** Ledgers that name goods, and those that name places: without these registers their rows say nothing. */
const ofGoods: readonly LedgerName[] = ['stock', 'deliveries', 'counts', 'requests'];
const ofPlaces: readonly LedgerName[] = [...ofGoods, 'needs', 'census', 'roster'];
/** The ledgers that say which day is the last of a book. */
const ofDays: readonly TableName[] = ['stock', 'deliveries', 'counts'];

/** What can be read while another thread starts, which takes it some forty milliseconds. */
const OWN_BYTES = 8 << 20;

/** Opening a file below this costs more than its rows: the two threads take turns with them. */
const SMALL = 64 << 10;

/** Bytes of the rows of a document as ledgers mostly are. */
const TYPICAL_DOCUMENT = 160;

/** `history` stands in for the files of the closed days, which are not read then. */
export function loadBook(
  workspace: Workspace,
  progress: Progress | null = null,
  ways: Ways | null = null,
  history: ClosedDays | null = null,
): Book {
  const closed = history === null ? new Set<string>() : closedFiles(history.carried);
  const files = new Map(
    ledgerNames.map((ledger) => [ledger, ledgerFiles(workspace, ledger).filter((file) => !closed.has(file))]),
  );
  const way = ways ?? waysFor(sizeOf(workspace, [...files.values()].flat()));
  return readIn(
    way,
    (program) => readAhead(workspace, files, program),
    (ahead) => readBook(workspace, files, progress, ahead, history),
  );
}

function readBook(
  workspace: Workspace,
  files: ReadonlyMap<LedgerName, readonly string[]>,
  progress: Progress | null,
  ahead: ReadAhead | null,
  history: ClosedDays | null,
): Book {
  const carried = history?.carried ?? null;
  const findings: Finding[] = [];
  const take = <T>(staged: { readonly value: T; readonly findings: readonly Finding[] }): T => {
    for (const finding of staged.findings) findings.push(finding);
    return staged.value;
  };
  for (const path of workspace.outside) {
    findings.push({
      code: 'file/outside-book',
      at: { kind: 'file', file: path },
      tell: readingTellings.outside({ path }),
      related: [],
    });
  }
  const settings = take(readSettings(workspace));
  const org = take(readOrgChart(workspace));
  const categories = new Map([...settings.categories].map(([code, { zh, en }]) => [code, [zh, en]]));
  const items = take(readItems(workspace, categories));
  const sites = take(readSites(workspace));
  const parties = take(readParties(workspace));
  const staff = take(readStaff(workspace));

  const resolver = new Resolver({ items, sites, parties, staff });
  const stock = new StockReader(resolver);
  const deliveries = new DeliveryReader(resolver);
  const counts = new CountReader(resolver);
  const requests = new RequestReader(resolver);
  const units = new UnitDirectory(org);
  const needs = new NeedReader(resolver, units);
  const census = new CensusReader(resolver);
  const roster = new RosterReader(resolver);
  const rollcalls = new RollcallReader(resolver);
  const stockBytes = sizeOf(workspace, files.get('stock') ?? []);
  // First of all: columns are given their place while they are empty.
  stock.rows.expect(stockBytes, carried?.stock.offset.length ?? 0);
  deliveries.rows.expect(sizeOf(workspace, files.get('deliveries') ?? []));
  counts.rows.expect(sizeOf(workspace, files.get('counts') ?? []));
  if (carried !== null) findings.push(...carryIn(carried, resolver, { stock, deliveries, counts, requests }));
  resolver.docs.expect(Math.floor(stockBytes / TYPICAL_DOCUMENT));
  const readers: readonly (readonly [LedgerName, TableSink])[] = [
    ['stock', stock],
    ['deliveries', deliveries],
    ['counts', counts],
    ['requests', requests],
    ['needs', needs],
    ['census', census],
    ['roster', roster],
    ['rollcalls', rollcalls],
  ];
  const quarantined: Quarantined[] = [];
  const total = progress === null ? 0 : sizeOf(workspace, [...files.values()].flat());
  let done = 0;
  for (const [ledger, sink] of readers) {
    for (const file of files.get(ledger) ?? []) {
      const take: Ahead | null = ahead === null ? null : (csv) => ahead.read(ledger, file, csv);
      const read = readTable(workspace, file, columnsOf(ledger), sink, take);
      for (const finding of read.findings) findings.push(finding);
      if (!read.readable) quarantined.push(wholeFile(ledger, file));
      if (progress !== null) {
        done += workspace.size(file);
        progress(done, total);
      }
    }
  }
  for (const reader of [stock, deliveries, counts, requests, needs, census, roster, rollcalls]) {
    for (const finding of reader.findings) findings.push(finding);
    for (const row of reader.quarantined) quarantined.push(row);
  }
  const present = new Set(ledgerNames.filter((ledger) => ledgerFiles(workspace, ledger).length > 0));
  const rowsOf: Readonly<Record<LedgerName, number>> = {
    stock: stock.rows.length,
    deliveries: deliveries.rows.length,
    counts: counts.rows.length,
    requests: requests.requests.length,
    needs: needs.rows.length,
    census: census.rows.length,
    roster: roster.rows.length,
    rollcalls: rollcalls.rows.length,
  };
  for (const [register, file, ledgers] of [
    [items, 'items.csv', ofGoods],
    [sites, 'sites.csv', ofPlaces],
  ] as const) {
    if (register.present) continue;
    const ledger = ledgers.find((name) => rowsOf[name] > 0 || quarantined.some(({ table }) => table === name));
    if (ledger === undefined) continue;
    const tell = readingTellings.missingRegister({ file, ledger: `${ledger}/` });
    findings.push({ code: 'file/missing', at: { kind: 'file', file }, tell, related: [] });
  }
  // All of it was read as it was at one moment, or nothing of it counts.
  workspace.confirm();
  for (const finding of nameFindings(workspace)) findings.push(finding);
  const expiryConflicts = stock.expiries.settle();
  const recalled = history === null ? [] : recallFor(history, resolver, stock.rows);
  const ledgers = {
    resolver,
    stock: stock.rows,
    deliveries: deliveries.rows,
    counts: counts.rows,
    requests: requests.requests,
    requestLog: requests.log,
    quarantined,
    present,
    closedThrough: carried?.through ?? -1,
    recalled,
  };
  for (const finding of crossReference(ledgers)) findings.push(finding);

  return {
    settings,
    org,
    items,
    sites,
    staff,
    parties,
    places: resolver.places,
    docs: resolver.docs,
    lots: resolver.lots,
    resolver,
    stock: stock.rows,
    deliveries: deliveries.rows,
    counts: counts.rows,
    requests: requests.requests,
    requestLog: requests.log,
    units,
    needs: needs.rows,
    census: census.rows,
    roster: roster.rows,
    rollcalls: rollcalls.rows,
    present,
    quarantined,
    expiryConflicts,
    selfChecked: stock.signers.selfChecked,
    inactive: stock.signers.inactive,
    lastDay: lastDayOf(ledgers),
    findings,
    carried,
    kernel: kernel(),
    recalled,
  };
}

/** The tables of a ledger's folder, whatever its layout. */
export function ledgerFiles(workspace: Workspace, ledger: LedgerName): string[] {
  return workspace.paths.filter((path) => path.startsWith(`${ledger}/`) && path.toLowerCase().endsWith('.csv'));
}

/** In the order in which the ledgers are read; null where the book does not lie on disk as it is read. */
function readAhead(
  workspace: Workspace,
  files: ReadonlyMap<LedgerName, readonly string[]>,
  program: URL,
): ReadAhead | null {
  const { home } = workspace;
  const [first] = ledgerNames;
  const own = first === undefined ? 0 : ownFiles(workspace, files.get(first) ?? []);
  const tables = ledgerNames.map((table) => {
    const all = files.get(table) ?? [];
    const later = table === first ? all.slice(own) : all;
    return { table, files: later.filter((file, at) => at % 2 === 0 || workspace.size(file) >= SMALL) };
  });
  return home === undefined ? null : beginReadAhead(home, tables, program);
}

/** Files that are read before another thread has started, from the first on. */
function ownFiles(workspace: Workspace, files: readonly string[]): number {
  let bytes = 0;
  let own = 0;
  for (const file of files) {
    bytes += workspace.size(file);
    if (bytes > OWN_BYTES) break;
    own++;
  }
  return own;
}

function sizeOf(workspace: Workspace, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + workspace.size(file), 0);
}

/** A file of which nothing could be read may have held anything. */
function wholeFile(table: LedgerName, file: string): Quarantined {
  return { table, at: { kind: 'file', file }, day: null, kind: null, docs: null, item: null, lot: null, sites: null };
}

function lastDayOf(ledgers: {
  readonly stock: StockReader['rows'];
  readonly deliveries: DeliveryReader['rows'];
  readonly counts: CountReader['rows'];
  readonly quarantined: readonly Quarantined[];
}): Day | null {
  const { stock, deliveries, counts, quarantined } = ledgers;
  let last = greatestOf(deliveries.day, greatestOf(stock.day, -1));
  for (const row of counts.rows()) last = Math.max(last, counts.day.data[row]!);
  for (const { day, table } of quarantined) if (day !== null && ofDays.includes(table) && day > last) last = day;
  return last < 0 ? null : dayFromColumn(last);
}
