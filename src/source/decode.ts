// Which encoding bytes are in: strict UTF-8, else GB18030, else nothing that can be read.

import { isUtf8 } from 'node:buffer';

const encoder = new TextEncoder();

/** GB18030 bytes as UTF-8, or null where they are not GB18030 either. */
export function gb18030ToUtf8(bytes: Uint8Array): Uint8Array | null {
  try {
    return encoder.encode(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** A whole file's text as UTF-8 without BOM, the form in which offsets count; null where it cannot be read. */
export function decodeFile(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly encoding: 'utf-8' | 'gb18030' } | null {
  if (isUtf8(bytes)) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { bytes: marked ? bytes.subarray(3) : bytes, encoding: 'utf-8' };
  }
  const decoded = gb18030ToUtf8(bytes);
  return decoded === null ? null : { bytes: decoded, encoding: 'gb18030' };
}
