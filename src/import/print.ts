// A line's fingerprint: what tells that the same line of the same file has been here before.

import { readDate } from './dates.js';
import type { Facts } from './facts.js';
import type { Line } from './lines.js';
import { rawText } from './sheet.js';
import { kindOfWord } from './values.js';

/** Where the columns stand that a title may speak for. */
export interface PrintColumns {
  readonly date: number;
  readonly kind: number;
}

/**
 * 64 bits over every cell a ledger takes, with the day and the kind that a title may give: a line that was rejected,
 * mended and imported is the same line as the one corrected in the sheet. Two lines that are alike have one print: they are
 * told apart by how many of them there are.
 */
export function printOf(line: Line, facts: Facts, columns: PrintColumns): string {
  const date = columns.date < 0 ? null : (line.cells[columns.date] ?? null);
  const read = date === null ? null : readDate(date, facts.year);
  const day = read === null ? String(facts.date?.day ?? '') : read.ok ? String(read.day) : rawText(date);
  const kind = columns.kind < 0 ? '' : (kindOfWord(rawText(line.cells[columns.kind])) ?? facts.kind ?? '');
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const cells = line.cells.length;
  for (let index = 0; index < cells + 3; index++) {
    if (index === columns.date || index === columns.kind) continue;
    const raw = index < cells ? line.cells[index]! : index === cells ? line.itemName : index === cells + 1 ? day : kind;
    const text = typeof raw === 'string' ? raw : raw === null ? '' : String(raw);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      // Blanks and invisible characters come and go when a file is saved by another program.
      if (code <= 0x20 || (code >= 0xa0 && isInvisible(code))) continue;
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
    }
    a = Math.imul(a ^ 0x1f, 0x9e3779b1);
    b = Math.imul(b ^ 0x1f, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

function isInvisible(code: number): boolean {
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x200b && code <= 0x200d);
}
