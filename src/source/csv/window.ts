// A sliding window over a file's bytes: one reused buffer, always cut after a whole line.

import { SLACK } from '../intern.js';
import type { ByteSource } from '../workspace.js';

const CHUNK = 1 << 20;
const LF = 0x0a;

export class Window {
  bytes = new Uint8Array(CHUNK + 65_536);
  /** One past the last byte that may be scanned; `bytes[end]` is a newline that stops every loop. */
  end = 0;
  /** Offset in the file's text of `bytes[0]`. */
  base = 0;
  /** True once the window reaches the end of the file. */
  final = false;
  /** Where unescaped cells are kept, behind the data. */
  private scratch = 0;
  private filled = 0;
  private source: ByteSource | null = null;

  open(source: ByteSource): void {
    this.source = source;
    this.base = 0;
    this.filled = 0;
    this.end = 0;
    this.final = false;
  }

  /**
   * Drops what lies before `keep`, reads on, and cuts after the last whole line. False where the new bytes are not
   * UTF-8. A line that does not fit makes the buffer grow.
   */
  advance(keep: number, checkUtf8: ((bytes: Uint8Array) => boolean) | null): boolean {
    const source = this.source;
    if (source === null) return true;
    this.bytes.copyWithin(0, keep, this.filled);
    this.filled -= keep;
    this.base += keep;
    let checked = Math.max(0, this.end - keep);
    for (;;) {
      if (this.filled + CHUNK + 1 > this.bytes.length) this.grow(this.filled + CHUNK + 1);
      const read = source.read(this.bytes, this.filled, CHUNK);
      this.filled += read;
      if (read === 0) {
        this.final = true;
        this.end = this.filled;
      } else {
        // Looked for only in what is new: a very long line is not searched again and again.
        const cut = this.bytes.subarray(this.filled - read, this.filled).lastIndexOf(LF);
        if (cut < 0) continue;
        this.end = this.filled - read + cut + 1;
      }
      if (checkUtf8 !== null && !checkUtf8(this.bytes.subarray(checked, this.end))) return false;
      checked = this.end;
      break;
    }
    this.seal();
    return true;
  }

  /** Room for `length` bytes behind the data, valid until the window advances. */
  claim(length: number): number {
    const at = this.scratch;
    if (at + length + SLACK > this.bytes.length) this.grow(at + length + SLACK);
    this.scratch = at + length;
    return at;
  }

  /** A last line without a newline gets one behind the data; elsewhere the data's own newline stops the loops. */
  private seal(): void {
    if (this.filled + 1 + SLACK > this.bytes.length) this.grow(this.filled + 1 + SLACK);
    if (this.end === this.filled) this.bytes[this.end] = LF;
    this.scratch = this.filled + 1;
  }

  private grow(size: number): void {
    const grown = new Uint8Array(Math.max(size, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
