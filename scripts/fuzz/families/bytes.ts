// Bytes: random ones, and good files with some of theirs changed.

import type { Files } from '../case.js';
import type { Random } from '../random.js';

/** What the reader looks at, and what it should never have to. */
const interesting = [
  0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x1b, 0x20, 0x22, 0x27, 0x2c, 0x2d, 0x3a, 0x3c, 0x3d, 0x3e, 0x7c, 0x7f, 0x80, 0xbf,
  0xc0, 0xc3, 0xe4, 0xed, 0xef, 0xf0, 0xf4, 0xff,
];

export function randomBytes(random: Random, most: number): Uint8Array {
  const bytes = new Uint8Array(random.below(most));
  const style = random.below(4);
  for (let i = 0; i < bytes.length; i++) {
    if (style === 0) bytes[i] = random.next();
    else if (style === 1) bytes[i] = random.pick(interesting);
    else if (style === 2) bytes[i] = random.chance(0.3) ? random.pick(interesting) : 0x20 + random.below(95);
    else bytes[i] = random.chance(0.5) ? random.pick([0x2c, 0x0a, 0x22, 0x0d]) : 0x30 + random.below(10);
  }
  return bytes;
}

export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let out = bytes;
  for (let n = random.few(6); n > 0; n--) out = mutateOnce(out, random);
  return out;
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = Math.min(bytes.length - at, random.chance(0.7) ? random.few(8) : random.below(200));
  const part = bytes.subarray(at, at + length);
  switch (random.below(9)) {
    case 0: {
      const out = bytes.slice();
      if (at < out.length) out[at] = out[at]! ^ (1 << random.below(8));
      return out;
    }
    case 1: {
      const out = bytes.slice();
      if (at < out.length) out[at] = random.pick(interesting);
      return out;
    }
    case 2:
      return joined(bytes.subarray(0, at), Uint8Array.of(random.pick(interesting)), bytes.subarray(at));
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 4:
      return joined(bytes.subarray(0, at), part, bytes.subarray(at));
    case 5: {
      const other = random.below(bytes.length + 1);
      return joined(bytes.subarray(0, other), part, bytes.subarray(other));
    }
    case 6:
      return bytes.slice(0, at);
    case 7:
      return joined(bytes.subarray(0, at), randomBytes(random, 20), bytes.subarray(at + length));
    default:
      return joined(
        bytes.subarray(0, at),
        new Uint8Array(1 + random.below(40)).fill(random.pick(interesting)),
        bytes.subarray(at),
      );
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** One of the book's files with its bytes changed, now and then two. */
export function bytesMutated(files: Files, random: Random): { files: Files; what: string } {
  const names = Object.keys(files);
  const changed = { ...files };
  const touched: string[] = [];
  for (let n = random.few(2); n > 0; n--) {
    const name = random.pick(names);
    changed[name] = mutateBytes(changed[name]!, random);
    touched.push(name);
  }
  return { files: changed, what: `bytes of ${touched.join(', ')}` };
}
