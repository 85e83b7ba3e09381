// Answers for an open day from what is remembered of the closed ones, where that is sure to be the same answer.

import { createHash } from 'node:crypto';
import type { Book } from '../book/book.js';
import { loadBook, type Progress } from '../book/load.js';
import type { StoredLine } from '../book/recall.js';
import { type Checked, checkBook } from '../checks/run.js';
import type { Day } from '../core/day.js';
import type { Workspace } from '../source/workspace.js';
import { Drawer } from './drawer.js';
import type { Stamps } from './files.js';
import { type Misfit, misfit } from './fits.js';
import { PlaceTable } from './places.js';
import type { FileState, Remembered } from './remembered.js';
import { type SealsSince, sealsSince, startsFromStatement, viewOf } from './seals.js';

export interface Shortcut {
  readonly kind: 'shortcut';
  readonly book: Book;
  readonly checked: Checked;
  readonly since: SealsSince;
  /** The remembered files with their stamps of today. */
  readonly files: readonly FileState[];
  readonly places: PlaceTable;
}

/** Why the whole history has to be read. `current`: what is remembered is as good as anything that could be now. */
export interface Whole {
  readonly kind: 'whole';
  readonly why:
    | Misfit
    | 'registers-changed'
    | 'closed-file-changed'
    | 'seals'
    | 'statement'
    | 'day'
    | 'ledgers'
    | 'drawer';
  readonly current: boolean;
}

function whole(why: Whole['why'], current = false): Whole {
  return { kind: 'whole', why, current };
}

/** The documents that were put by, the newest first; each drawer is opened where the ones before do not know. */
class Drawers {
  isMissing = false;
  private readonly opened = new Map<string, Drawer>();

  constructor(
    private readonly all: Remembered['drawers'],
    private readonly drawerOf: (sha256: string) => Uint8Array | null,
  ) {}

  lines(doc: string): readonly StoredLine[] {
    for (const { sha256 } of [...this.all].reverse()) {
      const found = this.open(sha256)?.lines(doc) ?? null;
      if (found !== null) return found;
    }
    return [];
  }

  private open(sha256: string): Drawer | null {
    const known = this.opened.get(sha256);
    if (known !== undefined) return known;
    const bytes = this.drawerOf(sha256);
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      this.isMissing = true;
      return null;
    }
    const drawer = new Drawer(bytes);
    this.opened.set(sha256, drawer);
    return drawer;
  }
}

export function answerFromSeal(
  workspace: Workspace,
  stamps: Stamps,
  remembered: Remembered,
  drawerOf: (sha256: string) => Uint8Array | null,
  day: Day | null,
  progress: Progress | null = null,
): Shortcut | Whole {
  const { carried, seal } = remembered;
  if (day !== null && day <= carried.through) return whole('day', true);
  if (stamps.registers !== remembered.registers) return whole('registers-changed');
  const files = stamps.unchanged(remembered.files);
  if (files === null) return whole('closed-file-changed');
  const since = sealsSince(workspace, remembered);
  if (since === null) return whole('seals');

  const drawers = new Drawers(remembered.drawers, drawerOf);
  const book = loadBook(workspace, progress, null, { carried, recall: (doc) => drawers.lines(doc) });
  if (drawers.isMissing) return whole('drawer');
  const asOf = day ?? book.lastDay;
  if (asOf === null || asOf <= carried.through) return whole('day', true);
  if ([...book.present].sort().join() !== remembered.present.join()) return whole('ledgers');
  if (!startsFromStatement(workspace, remembered, book)) return whole('statement');
  const unread = new Set(files.map(({ path }) => path));
  const sealed = { through: since.through, files: new Set(since.files.keys()) };
  const why = misfit(workspace, book, carried, unread, sealed);
  if (why !== null) return whole(why, true);
  const seals = viewOf(workspace, book, since, seal.accepted, asOf);
  if (seals === null) return whole('seals');
  const places = new PlaceTable(remembered);
  const checked = checkBook(workspace, book, day, null, false, { seals, places });
  if (checked.quarantined > 0) return whole('left-out', true);
  return { kind: 'shortcut', book, checked, since, files, places };
}
