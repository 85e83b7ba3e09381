// What a night leaves behind for the next one: the closed days condensed, and their files as they were when read.

import { createHash } from 'node:crypto';
import { carriedLedgers } from '../book/carried.js';
import { ledgerNames } from '../book/columns.js';
import type { Checked } from '../checks/run.js';
import type { Day } from '../core/day.js';
import type { ChainLink } from '../seal/chain.js';
import { pinsOf } from '../seal/pins.js';
import { dateOfName, REOPENED } from '../seal/seal.js';
import type { Workspace } from '../source/workspace.js';
import type { Shortcut } from './answer.js';
import { condense } from './condense.js';
import { packDrawer } from './drawer.js';
import { digestOf, type Stamps } from './files.js';
import type { PlaceTable } from './places.js';
import { RECALLED_DAYS } from './recent.js';
import type { FileState, Memory, Remembered } from './remembered.js';
import { isWhole } from './seals.js';

/**
 * After the whole history was read. Null where there is nothing to remember, nothing that could be relied on, or nothing
 * newer than what is remembered and still holds (`current`).
 */
export function rememberWhole(
  workspace: Workspace,
  stamps: Stamps,
  checked: Checked,
  places: PlaceTable,
  current: Remembered | null = null,
): Memory | null {
  const { seals, day } = checked;
  if (seals === null || day === null || checked.quarantined > 0) return null;
  const { chain, changed, late, unbalanced } = seals;
  if ([chain.faults, changed, late, unbalanced].some((found) => found.length > 0)) return null;
  const links = chain.links.filter(({ seal }) => seal.date < day);
  const last = links[links.length - 1];
  if (last === undefined || (current !== null && last.seal.date <= current.seal.date)) return null;
  const paths: string[] = [];
  for (const pin of pinsOf(links).values()) {
    if (pin.path === REOPENED) continue;
    // A file that goes on after what is closed of it would have to be read anyway.
    if (!isLedger(pin.path) || !isWhole(workspace, pin.path, pin)) return null;
    paths.push(pin.path);
  }
  paths.push(...sealFiles(workspace, last.seal.date));
  return memoryOf(workspace, stamps, checked, places, links, paths, []);
}

/** After a night that was answered from what was remembered; null where that is still all there is to remember. */
export function rememberNext(
  workspace: Workspace,
  stamps: Stamps,
  before: Remembered,
  { checked, since, files, places }: Shortcut,
): Memory | null {
  const links = since.links.filter(({ seal }) => checked.day !== null && seal.date < checked.day);
  if (links.length > 0) {
    const last = links[links.length - 1]!;
    const known = new Set(files.map(({ path }) => path));
    const paths = new Set(links.flatMap(({ seal }) => seal.files.map(({ path }) => path)));
    for (const path of sealFiles(workspace, last.seal.date)) if (!known.has(path)) paths.add(path);
    const next = memoryOf(workspace, stamps, checked, places, links, [...paths], files, before);
    if (next !== null) return next;
  }
  const paths = new Set(files.map(({ path }) => path));
  if (files === before.files && !places.hasNew(paths)) return null;
  return { remembered: { ...before, files, ...places.of(paths) }, drawer: null };
}

function memoryOf(
  workspace: Workspace,
  stamps: Stamps,
  checked: Checked,
  places: PlaceTable,
  links: readonly ChainLink[],
  paths: readonly string[],
  known: readonly FileState[],
  before: Remembered | null = null,
): Memory | null {
  const last = links[links.length - 1]!;
  const files = [...known];
  for (const path of paths) {
    files.push(stamps.state(path, digestOf(workspace, path)));
  }
  const all = new Set(files.map(({ path }) => path));
  const goods = new Set([...all].filter((path) => carriedLedgers.some((ledger) => path.startsWith(`${ledger}/`))));
  const condensed = condense(checked.book, checked.findings, goods, last.seal.date);
  if (condensed === null) return null;
  const { carried, recent } = condensed;
  const drawer = packDrawer(recent);
  const drawers = (before?.drawers ?? []).filter(({ through }) => through > carried.through - RECALLED_DAYS);
  drawers.push({ sha256: createHash('sha256').update(drawer).digest('hex'), through: carried.through });
  const remembered: Remembered = {
    registers: stamps.registers,
    present: [...checked.book.present].sort(),
    files,
    seal: {
      date: last.seal.date,
      digest: last.digest,
      accepted: [...(before?.seal.accepted ?? []), ...links.flatMap(({ seal }) => seal.accepted)],
    },
    carried,
    drawers,
    ...places.of(all),
  };
  return { remembered, drawer };
}

function isLedger(path: string): boolean {
  return ledgerNames.some((ledger) => path.startsWith(`${ledger}/`));
}

/** The seals up to a day with their statements, and who opened what again. */
function sealFiles(workspace: Workspace, through: Day): string[] {
  return workspace.paths.filter((path) => {
    const date = path.startsWith('seals/') ? dateOfName(path) : null;
    return path === REOPENED || (date !== null && date <= through);
  });
}
