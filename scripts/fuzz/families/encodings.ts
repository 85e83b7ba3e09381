// Encodings: GB18030, UTF-16, surrogates on their own, NUL, several in one file, characters cut in half.

import type { Files } from '../case.js';
import { textOf } from '../case.js';
import { gb18030 } from '../gb18030.js';
import type { Random } from '../random.js';
import { joined } from './bytes.js';

const pieces: readonly (readonly [string, readonly number[]])[] = [
  ['a lone high surrogate', [0xed, 0xa0, 0x80]],
  ['a lone low surrogate', [0xed, 0xbf, 0xbf]],
  ['a pair in CESU-8', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
  ['NUL', [0x00]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['half a character', [0xe4, 0xb8]],
  ['a continuation', [0x80]],
  ['past the last code point', [0xf4, 0x90, 0x80, 0x80]],
  ['a mark in the middle', [0xef, 0xbb, 0xbf]],
  ['a UTF-16 mark', [0xff, 0xfe]],
  ['a GBK word', [0xce, 0xef, 0xd7, 0xca]],
  ['half of a GBK word', [0xce]],
  ['four bytes of GB18030', [0x81, 0x30, 0x81, 0x30]],
  ['a euro sign of GBK', [0x80]],
  ['U+FFFF', [0xef, 0xbf, 0xbf]],
];

export function encodingMutated(files: Files, random: Random): { files: Files; what: string } {
  const name = random.pick(Object.keys(files));
  const bytes = files[name]!;
  const [made, what] = encoded(bytes, random);
  return { files: { ...files, [name]: made }, what: `${name}: ${what}` };
}

function encoded(bytes: Uint8Array, random: Random): [Uint8Array, string] {
  switch (random.below(8)) {
    case 0:
      return [gb18030(textOf(bytes)), 'all of it in GB18030'];
    case 1: {
      const half = Math.max(0, bytes.indexOf(0x0a, random.below(bytes.length)));
      return [joined(bytes.subarray(0, half), gb18030(textOf(bytes.subarray(half)))), 'the second half in GB18030'];
    }
    case 2: {
      const utf16 = Buffer.from(`${random.chance(0.5) ? '\ufeff' : ''}${textOf(bytes)}`, 'utf16le');
      return [random.chance(0.5) ? utf16 : utf16.subarray(0, utf16.length & ~1).swap16(), 'all of it in UTF-16'];
    }
    case 3: {
      const whole = gb18030(textOf(bytes));
      return [whole.slice(0, random.below(whole.length + 1)), 'GB18030, cut'];
    }
    case 4: {
      const latin = Buffer.from(textOf(bytes), 'latin1');
      return [latin, 'as Latin-1'];
    }
    default: {
      const [what, piece] = random.pick(pieces);
      const at = random.below(bytes.length + 1);
      return [joined(bytes.subarray(0, at), Uint8Array.from(piece), bytes.subarray(at)), `${what} at ${at}`];
    }
  }
}
