// Opens a file by what it is, not by what it is called: an .xls is often a renamed .xlsx or a text with tabs.

import { bookRefusals } from '../core/messages/import-file.js';
import { readDelimited } from './delimited.js';
import type { Opened } from './sheet.js';
import { readWorkbook } from './workbook.js';

export async function openSheets(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return { ok: false, refusal: bookRefusals.empty() };
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return readWorkbook(bytes, 'xlsx');
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return readWorkbook(bytes, 'xls');
  return readDelimited(bytes);
}
