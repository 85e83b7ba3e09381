// Unpacks the parts of a workbook that hold its cells, within bounds that are checked before and while they inflate.

import * as zlib from 'node:zlib';

/** A sheet of half a million rows has some 200 MB; whatever claims more is not somebody's list of goods. */
export const MOST_INFLATED = 256 * 1_048_576;
const MOST_ENTRIES = 4096;

export type ZipFault = 'not-zip' | 'broken' | 'encrypted' | 'too-large' | 'too-many';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unpacked =
  | { readonly ok: true; readonly parts: readonly Part[]; readonly names: readonly string[] }
  | { readonly ok: false; readonly fault: ZipFault };

function failed(fault: ZipFault): Unpacked {
  return { ok: false, fault };
}

/** The parts whose names are wanted. Sizes in the directory are what a file says of itself, so inflating is bounded too. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  if (typeof entries === 'string') return failed(entries);
  const chosen = entries.filter(({ name }) => wanted(name));
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST_INFLATED) return failed('too-large');
  if (chosen.some(({ flags }) => (flags & 1) !== 0)) return failed('encrypted');
  const parts: Part[] = [];
  let left = MOST_INFLATED;
  for (const entry of chosen) {
    const inflated = inflate(bytes, view, entry, left);
    if (typeof inflated === 'string') return failed(inflated);
    left -= inflated.length;
    parts.push({ name: entry.name, bytes: inflated });
  }
  return { ok: true, parts, names: entries.map(({ name }) => name) };
}

function directory(bytes: Uint8Array, view: DataView): Entry[] | ZipFault {
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) return 'not-zip';
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) return 'broken';
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return 'too-many';
  const entries: Entry[] = [];
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return 'broken';
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 24, true);
    // Sizes past 4 GB stand elsewhere; no list of goods has them.
    if (size === 0xffffffff) return 'too-large';
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry, most: number): Uint8Array | ZipFault {
  const { offset, packed, method, size } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return 'broken';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return 'broken';
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length > most ? 'too-large' : data;
  if (method !== 8) return 'broken';
  try {
    // A part that inflates to more than its entry says is a lie, and stops there.
    return zlib.inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(size, most)) });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  // Node has its own since 20.15.
  if (typeof zlib.crc32 === 'function') return zlib.crc32(bytes);
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** The parts as an archive without compression, which costs nobody anything to open. */
export function store(parts: readonly Part[]): Uint8Array {
  const encoder = new TextEncoder();
  const names = parts.map(({ name }) => encoder.encode(name));
  const body = parts.reduce((sum, { bytes }, i) => sum + 30 + names[i]!.length + bytes.length, 0);
  const head = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const out = new Uint8Array(body + head + 22);
  const view = new DataView(out.buffer);
  let at = 0;
  let entry = body;
  for (const [i, { bytes }] of parts.entries()) {
    const name = names[i]!;
    const crc = crc32(bytes);
    const fields = (from: number) => {
      view.setUint16(from, 20, true);
      view.setUint16(from + 2, 0x0800, true);
      view.setUint32(from + 10, crc, true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, name.length, true);
    };
    view.setUint32(entry, 0x02014b50, true);
    view.setUint16(entry + 4, 20, true);
    fields(entry + 6);
    view.setUint32(entry + 42, at, true);
    out.set(name, entry + 46);
    entry += 46 + name.length;
    view.setUint32(at, 0x04034b50, true);
    fields(at + 4);
    out.set(name, at + 30);
    out.set(bytes, at + 30 + name.length);
    at += 30 + name.length + bytes.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, parts.length, true);
  view.setUint16(entry + 10, parts.length, true);
  view.setUint32(entry + 12, head, true);
  view.setUint32(entry + 16, body, true);
  return out;
}
