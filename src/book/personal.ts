// Looks for national identity numbers in the cells of a batch, on the bytes: no table may hold one.

import type { Finding } from '../core/finding.js';
import { peopleReadingTellings } from '../core/messages/people-reading.js';
import { identityNumberIn, maskIdentity } from '../core/personal.js';
import { type Batch, STRIDE } from '../source/csv/batch.js';

/** Wherever 17 digits stand in a row, one of them stands at every 17th byte. */
const STEP = 17;

/** True of the bytes of digits, ASCII or of full width (EF BC 90 to EF BC 99): some others pass, and are read then. */
function mayBeDigit(byte: number): boolean {
  if (byte < 0x3a) return byte >= 0x30;
  return (byte >= 0x90 && byte <= 0x99) || byte === 0xbc || byte === 0xef;
}

/** Most cells are too short, and most of the long ones hold no digit where one would have to be. */
export function findPersonalData(file: string, batch: Batch, into: Finding[]): void {
  if (!batch.mayIdentify()) return;
  const { bytes, start, end, rows } = batch;
  for (let cell = 0; cell < batch.cells; cell++) {
    let at = cell * STRIDE;
    for (let row = 0; row < rows; row++, at++) {
      const s = start[at]!;
      const e = end[at]!;
      let digits = 0;
      for (let i = s + STEP - 1; i < e; i += STEP) {
        if (!mayBeDigit(bytes[i]!)) continue;
        digits = run(bytes, s, e, i);
        if (digits >= STEP) break;
      }
      if (digits < STEP) continue;
      const found = identityNumberIn(batch.text(row, cell));
      if (found === null) continue;
      into.push({
        code: 'staff/personal-data',
        at: { kind: 'cell', file, record: batch.record[row]!, cell },
        tell: peopleReadingTellings.personalData({ masked: maskIdentity(found) }),
        related: [],
      });
    }
  }
}

/** Bytes of digits around a place, as far as it matters. */
function run(bytes: Uint8Array, start: number, end: number, at: number): number {
  let from = at;
  let to = at;
  while (from > start && mayBeDigit(bytes[from - 1]!)) from--;
  while (to < end && mayBeDigit(bytes[to]!)) to++;
  return to - from;
}
