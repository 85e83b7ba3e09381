// The seals of a book whose closed files are as they were: the ones that are remembered stand, newer ones are looked at.

import type { Book } from '../book/book.js';
import { ledgerNames } from '../book/columns.js';
import type { Day } from '../core/day.js';
import { formatQuantity, parseQuantity } from '../core/quantity.js';
import { sha256 } from '../seal/canonical.js';
import { type ChainLink, canonicalFile } from '../seal/chain.js';
import { Replay, type SealView } from '../seal/inspect.js';
import { type Accepted, dateOfName, parseSeal, type Seal, sealPath, statementPath } from '../seal/seal.js';
import { closingOf, parseStatement } from '../seal/statement.js';
import type { Workspace } from '../source/workspace.js';
import { digestOf } from './files.js';
import type { Remembered } from './remembered.js';

export interface SealsSince {
  /** Seals newer than what is remembered, each built on the one before. */
  readonly links: readonly ChainLink[];
  readonly through: Day;
  /** What they pin, with the digest of the file's bytes as they stand: nothing but sealed rows in any of them. */
  readonly files: ReadonlyMap<string, string>;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Null where anything about the newer seals is not as it should be: then the whole history says what. */
export function sealsSince(workspace: Workspace, remembered: Remembered): SealsSince | null {
  const known = new Set(remembered.files.map(({ path }) => path));
  const fresh = workspace.paths.filter((path) => path.startsWith('seals/') && !known.has(path));
  const dates = [...new Set(fresh.map(dateOfName))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const links: ChainLink[] = [];
  let previous = remembered.seal.digest;
  for (const date of dates) {
    if (date === null || date <= remembered.seal.date) return null;
    const link = linkOf(workspace, date);
    if (link === null || link.seal.previous !== previous) return null;
    links.push(link);
    previous = link.digest;
  }
  const files = pinned(workspace, links, known);
  if (files === null) return null;
  return { links, files, through: links[links.length - 1]?.seal.date ?? remembered.seal.date };
}

function linkOf(workspace: Workspace, date: Day): ChainLink | null {
  const file = sealPath(date);
  const statement = statementPath(date);
  if (!workspace.has(file) || !workspace.has(statement)) return null;
  const bytes = canonicalFile(workspace, file);
  const parsed = parseSeal(textOf(bytes));
  if (parsed === null || !parsed.exact || parsed.seal.date !== date) return null;
  return statementStands(workspace, parsed.seal) ? { file, seal: parsed.seal, digest: sha256(bytes) } : null;
}

function statementStands(workspace: Workspace, { date, statement }: Seal): boolean {
  const path = statementPath(date);
  return statement.path === path && sha256(canonicalFile(workspace, path)) === statement.sha256;
}

/** Files of ledgers that are pinned for the first time, and whole. */
function pinned(
  workspace: Workspace,
  links: readonly ChainLink[],
  known: ReadonlySet<string>,
): Map<string, string> | null {
  const pins = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  for (const { seal } of links) for (const pin of seal.files) pins.set(pin.path, pin);
  const files = new Map<string, string>();
  for (const [path, pin] of pins) {
    const ledger = ledgerNames.some((name) => path.startsWith(`${name}/`));
    if (!ledger || known.has(path) || !isWhole(workspace, path, pin)) return null;
    files.set(path, digestOf(workspace, path));
  }
  return files;
}

/** Is a file pinned to its end, and as it was? */
export function isWhole(
  workspace: Workspace,
  path: string,
  pin: { readonly bytes: number; readonly sha256: string },
): boolean {
  if (!workspace.has(path)) return false;
  const bytes = canonicalFile(workspace, path);
  return bytes.length === pin.bytes && sha256(bytes) === pin.sha256;
}

/** Do the figures that are carried on begin where the last seal's statement ends? */
export function startsFromStatement(workspace: Workspace, remembered: Remembered, book: Book): boolean {
  const { carried, seal } = remembered;
  const bytes = canonicalFile(workspace, sealPath(seal.date));
  if (sha256(bytes) !== seal.digest) return false;
  const parsed = parseSeal(textOf(bytes));
  if (parsed === null || !statementStands(workspace, parsed.seal)) return false;
  const { site, item, lot, closing } = carried.engine.balances;
  const stated = new Map<string, string>();
  for (const line of parseStatement(textOf(canonicalFile(workspace, parsed.seal.statement.path)))) {
    stated.set(JSON.stringify([line.site, line.item, line.lot]), closingOf(line));
  }
  for (let at = 0; at < site.length; at++) {
    const name = lot[at]! < 0 ? '' : (carried.lots[lot[at]!]?.name ?? '');
    const key = JSON.stringify([book.sites.all[site[at]!]?.code, book.items.all[item[at]!]?.code, name]);
    const was = stated.get(key) ?? '0';
    if (was !== formatQuantity(closing[at]!)) return false;
    stated.delete(key);
  }
  // A line of something that was counted and never had moved.
  for (const was of stated.values()) {
    const parsed = parseQuantity(was);
    if (!parsed.ok || parsed.value !== 0) return false;
  }
  return true;
}

/** Null where a night closed since does not come out as it was sealed. */
export function viewOf(
  workspace: Workspace,
  book: Book,
  { links, through }: SealsSince,
  accepted: readonly Accepted[],
  asOf: Day,
): SealView | null {
  const replay = new Replay(workspace, book);
  const nights = links.filter(({ seal }) => seal.date <= asOf);
  if (nights.some((link) => replay.shifts(link).length > 0)) return null;
  return {
    chain: { links: [], faults: [] },
    closedThrough: through,
    changed: [],
    late: [],
    unbalanced: [],
    accepted: [...accepted, ...links.flatMap(({ seal }) => seal.accepted)],
    replayed: nights.length,
  };
}
