// Which encoding a file is in, and its text without the mark of order that some programs put before it.

import { expect, test } from 'vitest';
import { decodeFile } from '../../src/source/decode.js';

function decoded(...bytes: readonly number[]): string {
  const found = decodeFile(Uint8Array.from(bytes));
  return found === null
    ? 'in none'
    : `${found.encoding}: ${new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.bytes)}`;
}

test('UTF-8 is read as it is, GB18030 as the same text in UTF-8, and anything else not at all', () => {
  expect(decoded(...Buffer.from('防a'))).toBe('utf-8: 防a');
  expect(decoded(0xb7, 0xc0, 0x61)).toBe('gb18030: 防a');
  expect(decoded(0x61, 0xff, 0xff)).toBe('in none');
  expect(decoded()).toBe('utf-8: ');
});

test('the mark of order is no part of the text, and what only begins like it is', () => {
  expect(decoded(...Buffer.from('\ufeffa'))).toBe('utf-8: a');
  expect(decoded(...Buffer.from('\ufeff\ufeffa'))).toBe('utf-8: \ufeffa');
  for (const first of ['\ufec0', '\uf8ff', '\uf8bf', '\u1eff', '\uebbf', 'ab\u00bf'])
    expect(decoded(...Buffer.from(`${first}a`))).toBe(`utf-8: ${first}a`);
});
