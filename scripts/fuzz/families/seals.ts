// Closed books: the seals themselves changed, and what they vouch for.

import { loadBook } from '../../../src/book/load.js';
import { parseDay } from '../../../src/core/day.js';
import { bytesOf, overlay } from '../../../src/record/overlay.js';
import { makeSeal } from '../../../src/seal/make.js';
import { memoryWorkspace } from '../../../src/source/workspace.js';
import type { Files } from '../case.js';
import { goodBook } from '../goodbook.js';
import { Random } from '../random.js';
import { plainFiles } from '../sheets.js';

const made = new Map<number, Files>();

/** A good book whose first two days are closed; eight of them, made once. */
export function sealedBook(which: number): Files {
  const known = made.get(which);
  if (known !== undefined) return known;
  let workspace = memoryWorkspace(plainFiles(goodBook(new Random(7, which), true, 3)));
  for (const date of ['2022-01-10', '2022-01-11']) {
    const closing = {
      date: parseDay(date)!,
      by: 'P001',
      at: `${date}T21:00:00+08:00`,
      accepted: [],
      bom: which % 2 === 1,
    };
    const sealed = makeSeal(workspace, loadBook(workspace), closing);
    if (!sealed.ok) throw new Error('a good book can be closed');
    workspace = overlay(workspace, sealed.files);
  }
  const files: Files = {};
  for (const file of workspace.paths) files[file] = bytesOf(workspace, file);
  made.set(which, files);
  return files;
}
