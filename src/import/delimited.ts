// Reads .csv, .tsv and what Excel calls "Unicode text": which encoding, which separator, then cells as they stand.

import { CsvError, parse } from 'csv-parse/sync';
import { plainCell } from '../core/formula.js';
import { bookRefusals } from '../core/messages/import-file.js';
import { decodeFile } from '../source/decode.js';
import type { Opened } from './sheet.js';

/** A text file of this size has some millions of rows: it is read whole, so it has to end somewhere. */
const MOST_TEXT = 256 * 1_048_576;

export function readDelimited(bytes: Uint8Array): Opened {
  if (bytes.length > MOST_TEXT) return { ok: false, refusal: bookRefusals.zip('too-large') };
  const text = textOf(bytes);
  if (text === null) return { ok: false, refusal: bookRefusals.encoding() };
  try {
    const rows: string[][] = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_048_576,
    });
    return {
      ok: true,
      sheets: [{ name: null, rows: rows.map((row) => row.map(plainCell)), merges: [], faults: new Map() }],
      remarks: [],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, refusal: bookRefusals.quotes(Number(error.lines ?? 0)) };
  }
}

/** The text without its mark; null where it is in no encoding that is read here. */
export function textOf(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  // Without a mark, a zero in every other byte of the start tells UTF-16 from anything else.
  const head = bytes.subarray(0, 512);
  const zeros = (from: number) => head.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (head.length >= 8 && zeros(1) > head.length / 8 && zeros(0) === 0) return utf16(bytes, 'utf-16le');
  if (head.length >= 8 && zeros(0) > head.length / 8 && zeros(1) === 0) return utf16(bytes, 'utf-16be');
  const decoded = decodeFile(bytes);
  return decoded === null ? null : new TextDecoder('utf-8').decode(decoded.bytes);
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The one of tab, comma, semicolon (also full-width comma) that parts the most lines of the start alike. */
function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/u).slice(0, 40);
  let best = ',';
  let most = 0;
  for (const separator of ['\t', ',', ';', '，']) {
    const lengths = new Map<number, number>();
    for (const line of lines) {
      const cells = line.split(separator).length - 1;
      if (cells > 0) lengths.set(cells, (lengths.get(cells) ?? 0) + 1);
    }
    const agreeing = Math.max(0, ...[...lengths].map(([cells, count]) => count * Math.min(cells, 12)));
    if (agreeing > most) {
      most = agreeing;
      best = separator;
    }
  }
  return best;
}
