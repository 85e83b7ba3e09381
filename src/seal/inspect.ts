// Holds a book against its seals: the chain, the bytes, rows that came late, and the closed nights replayed.

import type { Book } from '../book/book.js';
import type { LedgerName } from '../book/columns.js';
import { ledgerNames } from '../book/columns.js';
import { ledgerFiles } from '../book/load.js';
import type { Day } from '../core/day.js';
import { matchable } from '../core/text.js';
import type { Workspace } from '../source/workspace.js';
import { oneDay } from '../stock/period.js';
import { reconcile } from '../stock/reconcile.js';
import { type Chain, type ChainLink, canonicalFile, hasSeals, readChain } from './chain.js';
import { type DatedRow, datedRows } from './dated.js';
import { type Difference, hold, pinsOf } from './pins.js';
import type { Accepted } from './seal.js';
import { parseStatement, type StatementLine, statementLines } from './statement.js';

export interface ChangedFile {
  readonly path: string;
  readonly differences: readonly Difference[];
}

/** A line of a closed night as it was sealed and as it comes out now; null where there is no such line. */
export interface Shift {
  readonly was: StatementLine | null;
  readonly now: StatementLine | null;
}

export interface LateRow {
  readonly path: string;
  readonly row: DatedRow;
  /** The closed days from the row's own on. */
  readonly days: readonly Day[];
  /** What the row changes in the first of them. */
  readonly shifts: readonly Shift[];
}

export interface Unbalanced {
  readonly link: ChainLink;
  /** Lines that the statement has of each site. */
  readonly linesOf: ReadonlyMap<string, number>;
  readonly shifts: readonly Shift[];
}

export interface SealView {
  readonly chain: Chain;
  readonly closedThrough: Day | null;
  readonly changed: readonly ChangedFile[];
  readonly late: readonly LateRow[];
  readonly unbalanced: readonly Unbalanced[];
  readonly accepted: readonly Accepted[];
  /** Closed nights that were replayed. */
  readonly replayed: number;
}

/** So many rows are posted again for the sake of closed nights in a plain check; `verify` replays every night. */
const REPLAY_ROWS = 3_000_000;

/** Of a file that is what was pinned and nothing else: its rows need not be looked at one by one. */
const EVERY_LINE = Number.POSITIVE_INFINITY;

/** Null in a book that was never closed. */
export function inspectSeals(workspace: Workspace, book: Book, asOf: Day | null, every: boolean): SealView | null {
  if (!hasSeals(workspace)) return null;
  const chain = readChain(workspace);
  const { links } = chain;
  const closedThrough = links[links.length - 1]?.seal.date ?? null;
  const replay = new Replay(workspace, book);

  const changed: ChangedFile[] = [];
  const sealedLines = new Map<string, number>();
  for (const pin of pinsOf(links).values()) {
    const held = hold(workspace, pin);
    sealedLines.set(pin.path, held.whole ? EVERY_LINE : held.sealedLines);
    if (held.differences.length > 0) changed.push({ path: pin.path, differences: held.differences });
  }
  // Where a seal is gone, what it pinned would look as if it had been added since: that is not what happened.
  const whole = !chain.faults.some(({ kind }) => ['unreadable', 'unlinked', 'seal-missing', 'misnamed'].includes(kind));
  const late = closedThrough === null || !whole ? [] : lateRows(workspace, book, links, sealedLines, replay);

  const rows = Math.max(1, book.stock.length + book.deliveries.length);
  const nights = links.filter(({ seal }) => asOf === null || seal.date <= asOf);
  const chosen = every ? nights : nights.slice(-Math.max(1, Math.floor(REPLAY_ROWS / rows)));
  // Where rows were touched or added, that is what there is to say; the figures follow from it.
  const firstTouched = Math.min(
    ...changed.flatMap(({ differences }) => differences.map(({ date }) => date)),
    ...late.map(({ row }) => row.day),
  );
  const unbalanced = chosen
    .filter(({ seal }) => seal.date < firstTouched)
    .flatMap((link) => {
      const sealed = replay.sealed(link);
      const shifts = replay.shifts(link);
      return sealed === null || shifts.length === 0 ? [] : [{ link, linesOf: linesBySite(sealed), shifts }];
    });
  const accepted = links.flatMap(({ seal }) => seal.accepted);
  return { chain, closedThrough, changed, late, unbalanced, accepted, replayed: chosen.length };
}

/** Closed nights as they come out now, each worked out once. */
export class Replay {
  private readonly known = new Map<ChainLink, readonly Shift[]>();

  constructor(
    private readonly workspace: Workspace,
    private readonly book: Book,
  ) {}

  /** The lines of a night's statement; null where it is gone. */
  sealed({ seal }: ChainLink): StatementLine[] | null {
    const { path } = seal.statement;
    if (!this.workspace.has(path)) return null;
    return parseStatement(new TextDecoder().decode(canonicalFile(this.workspace, path)));
  }

  shifts(link: ChainLink): readonly Shift[] {
    let shifts = this.known.get(link);
    if (shifts === undefined) {
      const was = this.sealed(link);
      const now = () => statementLines(this.book, reconcile(this.book, oneDay(link.seal.date)));
      shifts = was === null ? [] : compareStatements(was, now());
      this.known.set(link, shifts);
    }
    return shifts;
  }
}

function linesBySite(lines: readonly StatementLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { site } of lines) counts.set(site, (counts.get(site) ?? 0) + 1);
  return counts;
}

function compareStatements(was: readonly StatementLine[], now: readonly StatementLine[]): Shift[] {
  const key = ({ site, item, lot }: StatementLine): string => JSON.stringify([site, item, lot]);
  const nowBy = new Map(now.map((line) => [key(line), line]));
  const shifts: Shift[] = [];
  for (const line of was) {
    const other = nowBy.get(key(line)) ?? null;
    nowBy.delete(key(line));
    if (other === null || other.figures.join() !== line.figures.join()) shifts.push({ was: line, now: other });
  }
  for (const line of nowBy.values()) shifts.push({ was: null, now: line });
  return shifts;
}

function lateRows(
  workspace: Workspace,
  book: Book,
  links: readonly ChainLink[],
  sealedLines: ReadonlyMap<string, number>,
  replay: Replay,
): LateRow[] {
  const last = links[links.length - 1]!.seal.date;
  const late: LateRow[] = [];
  const files = ledgerNames.flatMap((ledger): [LedgerName, string][] =>
    ledgerFiles(workspace, ledger).map((file) => [ledger, file]),
  );
  for (const [ledger, path] of files) {
    const sealed = sealedLines.get(path) ?? 0;
    if (sealed === EVERY_LINE) continue;
    for (const row of datedRows(workspace, ledger, path)) {
      if (row.day > last || row.firstLine < sealed) continue;
      const after = links.filter(({ seal }) => seal.date >= row.day);
      const moves = ledger === 'stock' || ledger === 'deliveries' || ledger === 'counts';
      const shifts = moves ? shiftsOf(book, row, replay.shifts(after[0]!)) : [];
      late.push({ path, row, days: after.map(({ seal }) => seal.date), shifts });
    }
  }
  return late;
}

/** The shifts that a row may have caused: those of its item, and of its sites where it names sites. */
function shiftsOf(book: Book, row: DatedRow, shifts: readonly Shift[]): Shift[] {
  const codes = (find: (word: string) => readonly number[], code: (at: number) => string, words: readonly string[]) =>
    new Set(words.flatMap((word) => find(matchable(word)).map(code)));
  const items = codes(
    (word) => book.items.directory.find(word),
    (at) => book.items.all[at]!.code,
    row.items,
  );
  const sites = codes(
    (word) => book.sites.directory.find(word),
    (at) => book.sites.all[at]!.code,
    row.places,
  );
  return shifts.filter(({ was, now }) => {
    const line = (was ?? now)!;
    return items.has(line.item) && (sites.size === 0 || sites.has(line.site));
  });
}
