// Faults put into good books on purpose, each with the checks of which one must speak.

import type { Slug } from '../../../src/core/slugs.js';
import type { Files } from '../case.js';
import { bookFaults } from '../faults/books.js';
import { fileFaults } from '../faults/bytes.js';
import { cellFaults } from '../faults/cells.js';
import { figureFaults } from '../faults/figures.js';
import type { Random } from '../random.js';
import { copySheets, type Sheets } from '../sheets.js';

const sheetFaults = [...figureFaults, ...cellFaults, ...bookFaults];

export const faultNames: readonly string[] = [...sheetFaults, ...fileFaults].map(({ what }) => what);

/** A good book with one fault in it, written by `write`. */
export function withFault(
  good: Sheets,
  random: Random,
  write: (sheets: Sheets) => Files,
): { files: Files; what: string; slugs: readonly Slug[] } {
  const which = random.below(sheetFaults.length + fileFaults.length);
  const cell = sheetFaults[which];
  if (cell !== undefined) {
    const sheets = copySheets(good);
    cell.put(sheets, random);
    return { files: write(sheets), what: cell.what, slugs: cell.slugs };
  }
  const { what, slugs, put } = fileFaults[which - sheetFaults.length]!;
  return { files: put(write(good), random), what, slugs };
}
