// A line's fingerprint: what tells that the same line of the same file has been here before.

import { readDate } from './dates.js';
import type { Facts } from './facts.js';
import type { Line } from './lines.js';
import { type Raw, rawText } from './sheet.js';
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
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const take = (code: number) => {
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  };
  const text = (raw: Raw) => {
    const shown = typeof raw === 'string' ? raw : raw === null ? '' : String(raw);
    for (let i = 0; i < shown.length; i++) {
      const code = shown.charCodeAt(i);
      // Blanks and invisible characters come and go when a file is saved by another program.
      if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && (code < 0x200b || code > 0x200d))
        take(code);
    }
    take(0x1f);
  };
  for (const [index, raw] of line.cells.entries()) {
    if (index !== columns.date && index !== columns.kind) text(raw);
  }
  text(line.itemName);
  const date = columns.date < 0 ? null : (line.cells[columns.date] ?? null);
  const read = date === null ? null : readDate(date, facts.year);
  if (read === null) take(facts.date?.day ?? 0);
  else if (read.ok) take(read.day);
  else text(date);
  if (columns.kind >= 0) text(kindOfWord(rawText(line.cells[columns.kind])) ?? facts.kind);
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
