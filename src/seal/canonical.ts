// The bytes that a seal speaks of: without a byte order mark and with LF for CRLF, so that a Windows checkout verifies
// too. Anybody can check them: `head -c BYTES FILE | sha256sum` (after three bytes, where the file has the mark).

import { createHash } from 'node:crypto';

const LF = 0x0a;
const CR = 0x0d;
/** Bytes of a line's digest that are kept: enough to tell which line was touched. */
const LINE_DIGEST = 4;

export function canonical(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  if (body.indexOf(CR) < 0) return body;
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] === CR && body[at + 1] === LF) continue;
    out[length++] = body[at]!;
  }
  return out.subarray(0, length);
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Where each line of a text begins, and after the last one where the text ends. */
export function lineStarts(bytes: Uint8Array, from = 0, to = bytes.length): number[] {
  const starts = [from];
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) starts.push(at + 1);
  if (starts[starts.length - 1]! < to) starts.push(to);
  return starts;
}

/** The digest of every line of a stretch, without the line's end: four bytes each, one behind the other. */
export function lineDigests(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const starts = lineStarts(bytes, from, to);
  const digests = new Uint8Array((starts.length - 1) * LINE_DIGEST);
  for (let line = 0; line + 1 < starts.length; line++) {
    const end = starts[line + 1]!;
    const text = bytes.subarray(starts[line]!, bytes[end - 1] === LF ? end - 1 : end);
    digests.set(createHash('sha256').update(text).digest().subarray(0, LINE_DIGEST), line * LINE_DIGEST);
  }
  return digests;
}

/** The digests as numbers that can be compared, one a line. */
export function asNumbers(digests: Uint8Array): number[] {
  const view = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  return Array.from({ length: Math.floor(digests.length / LINE_DIGEST) }, (_, line) =>
    view.getUint32(line * LINE_DIGEST),
  );
}
