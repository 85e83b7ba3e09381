// What a book says of itself, whichever way it was read, and books damaged as people and programs damage them.

import fc from 'fast-check';
import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import type { Ways } from '../../src/book/ways.js';
import { checkBook } from '../../src/checks/run.js';
import { diagnosticData } from '../../src/render/json/envelope.js';
import { reconcileData } from '../../src/report/reconcile.js';
import type { Workspace } from '../../src/source/workspace.js';

export const plain: Ways = { compiled: false, ahead: null };
export const compiled: Ways = { compiled: true, ahead: null };

/** What a book says of itself: rows as they were understood, what was left out, what is wrong, and the figures. */
export function told(workspace: Workspace, ways: Ways) {
  const book = loadBook(workspace, null, ways);
  const { figures, diagnostics, quarantined } = checkBook(workspace, book, null);
  return {
    rows: rowsOf(book),
    diagnostics: diagnostics.map((one) => diagnosticData(one, 'en')),
    quarantined,
    left: book.quarantined.map((row) => JSON.stringify(row)),
    data: figures === null ? null : reconcileData(book, figures),
  };
}

function rowsOf({ stock, docs, lots, places }: Book) {
  return Array.from({ length: stock.length }, (_, row) => {
    const { doc, ref, lot, from, to, ...rest } = stock.movement(row);
    const ends = [places.code(from), places.code(to)];
    return { ...rest, doc: docs.text(doc), ref: docs.text(ref), lot: lots.text(lot), ends, at: stock.recordPlace(row) };
  });
}

/** Damage as people and programs do it: a cell gone, another notation, a quote, a line cut short. */
export const damage = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  cell: fc.nat(),
  text: fc.constantFrom(
    '',
    ' ',
    '"',
    '""""',
    '"a ""b"""',
    '３箱',
    '1,5',
    '-3',
    '0',
    '1e3',
    '防护服',
    'D1',
    'nobody',
    '2022-02-30',
    '2022/1/5',
    '期初',
    'x,y',
    '<<<<<<<',
    '9007199254',
    '110101199003078531',
    '\u00a0D1\u200b',
  ),
});

export function damaged(
  files: Record<string, string>,
  marks: readonly { file: number; line: number; cell: number; text: string }[],
) {
  const made = { ...files };
  const ledgers = Object.keys(files).filter((name) => name.includes('/') && name.endsWith('.csv'));
  for (const { file, line, cell, text } of marks) {
    const name = ledgers[file % Math.max(1, ledgers.length)];
    if (name === undefined) continue;
    const lines = (made[name] ?? '').split('\n');
    const at = line % lines.length;
    const cells = (lines[at] ?? '').split(',');
    cells[cell % cells.length] = text;
    lines[at] = cells.join(',');
    made[name] = lines.join('\n');
  }
  return made;
}
