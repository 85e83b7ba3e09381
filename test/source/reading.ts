// The CSV reader as a test uses it: whole records as texts, whatever the batches and however the bytes arrive.

import { Fault } from '../../src/source/csv/batch.js';
import { CsvReader, type Encoding } from '../../src/source/csv/read.js';
import { bytesSource, type OpenFile } from '../../src/source/workspace.js';

export interface ReadRecord {
  /** Offset in the file's text, without BOM. */
  readonly at: number;
  readonly cells: readonly string[];
  readonly fault: 'none' | 'surplus' | 'missing' | 'quote';
}

export interface ReadFile {
  readonly encoding: Encoding;
  readonly header: readonly string[];
  readonly records: readonly ReadRecord[];
  /** Faults that are of no record: conflict markers, a broken header. */
  readonly others: readonly { readonly fault: number; readonly start: number; readonly end: number }[];
}

const names = {
  [Fault.none]: 'none',
  [Fault.surplus]: 'surplus',
  [Fault.missing]: 'missing',
  [Fault.quote]: 'quote',
} as const;

function nameOf(fault: number): ReadRecord['fault'] {
  if (fault === Fault.surplus || fault === Fault.missing || fault === Fault.quote) return names[fault];
  return 'none';
}

/** A file that hands out its bytes in pieces of at most so many. */
export function inPieces(bytes: Uint8Array, most: number): OpenFile {
  const whole = bytesSource(bytes);
  return { ...whole, read: (into, at, length) => whole.read(into, at, Math.min(length, most)) };
}

const reader = new CsvReader();

export function readAll(input: string | Uint8Array, piece = Number.MAX_SAFE_INTEGER): ReadFile {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  let header: string[] = [];
  let records: ReadRecord[] = [];
  let others: ReadFile['others'][number][] = [];
  const encoding = reader.read(inPieces(bytes, piece), {
    header(cells, faults) {
      header = cells.map(({ text }) => text);
      others.push(...faults.map(({ fault, start, end }) => ({ fault, start, end })));
    },
    batch(batch) {
      for (let row = 0; row < batch.rows; row++) {
        const cells = Array.from({ length: batch.present[row] ?? 0 }, (_, cell) => batch.text(row, cell));
        records.push({ at: batch.record[row] ?? -1, cells, fault: nameOf(batch.fault[row] ?? 0) });
      }
      others.push(...batch.faults.filter(({ row }) => row < 0).map(({ fault, start, end }) => ({ fault, start, end })));
    },
    multiline: () => true,
    restart() {
      header = [];
      records = [];
      others = [];
    },
  });
  return { encoding, header, records, others };
}

/** GB18030, for what two bytes hold of it. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (table().get(c) ?? [0x3f]))));
}

let pairs: Map<string, readonly [number, number]> | null = null;

function table(): Map<string, readonly [number, number]> {
  if (pairs !== null) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const c = decoder.decode(Uint8Array.of(lead, trail));
      if ([...c].length === 1 && c !== '\ufffd' && !pairs.has(c)) pairs.set(c, [lead, trail]);
    }
  }
  return pairs;
}
