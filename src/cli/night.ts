// Reads and checks a book for an open day: from what is remembered of the closed days where that answers as the whole
// history would, else from all of it.

import { loadBook, type Progress } from '../book/load.js';
import { checkBook } from '../checks/run.js';
import { answerFromSeal } from '../closed/answer.js';
import { Stamps } from '../closed/files.js';
import { PlaceTable } from '../closed/places.js';
import { rememberNext, rememberWhole } from '../closed/remember.js';
import type { Memory } from '../closed/remembered.js';
import type { Day } from '../core/day.js';
import { hasSeals } from '../seal/chain.js';
import type { Workspace } from '../source/workspace.js';
import { ClosedCache, quietly } from './closedcache.js';
import type { Opened, Opener } from './session.js';

export class Night {
  private toKeep: (() => Memory | null) | null = null;
  private cache: ClosedCache | null = null;

  readonly open: Opener = (workspace, root, day, progress) => {
    this.cache = hasSeals(workspace) ? ClosedCache.of(root, process.env) : null;
    if (this.cache === null) {
      const book = loadBook(workspace, progress);
      return { book, checked: checkBook(workspace, book, day) };
    }
    return this.openSealed(workspace, this.cache, day, progress);
  };

  private openSealed(workspace: Workspace, cache: ClosedCache, day: Day | null, progress: Progress | null): Opened {
    const stamps = new Stamps(workspace, Date.now());
    const remembered = cache.read();
    const answer =
      remembered === null
        ? null
        : quietly(() => answerFromSeal(workspace, stamps, remembered, cache.drawer, day, progress));
    if (remembered !== null && answer?.kind === 'shortcut') {
      this.toKeep = () => rememberNext(workspace, stamps, remembered, answer);
      return answer;
    }
    const book = loadBook(workspace, progress);
    const places = new PlaceTable();
    const checked = checkBook(workspace, book, day, null, false, { places });
    const current = answer?.kind === 'whole' && answer.current ? remembered : null;
    this.toKeep = () => rememberWhole(workspace, stamps, checked, places, current);
    return { book, checked };
  }

  /** For the next night; to be called once everything has been said. */
  keep(): void {
    const memory = quietly(() => this.toKeep?.() ?? null);
    if (memory !== null) this.cache?.write(memory);
  }
}
