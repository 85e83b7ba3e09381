// A sliding window over a file's bytes, always cut after a whole line: one buffer used again and again, or one after
// another where somebody else still reads what was in them. Buffers lie in the kernel's memory where there is one, so
// that its loops find them.

import { type Kernel, kernel } from '../wasm/kernel.js';
import type { ByteSource } from '../workspace.js';

const CHUNK = 1 << 20;
/** Bytes of a buffer to begin with: a chunk and the line that it cut. */
export const BUFFER = CHUNK + 65_536;
const LF = 0x0a;
/** Bytes that must follow the data, since it is read up to sixteen bytes at a time. */
const SLACK = 32;

/** Buffers of one size in the kernel's memory; one that was given before may be given again when it is no longer read. */
export interface Buffers {
  /** Where the next one begins. */
  next(): number;
}

/** A line is longer than the buffers that were given, which cannot grow. */
export class OutOfRoom extends Error {}

export class Window {
  /** One past the last byte that may be scanned; a newline stands at or before it and stops every loop. */
  end = 0;
  /** Offset in the file's text of the window's first byte. */
  base = 0;
  /** True once the window reaches the end of the file. */
  final = false;
  /** Where the window begins in the kernel's memory; 0 where there is none. */
  origin = 0;

  readonly kernel: Kernel | null = kernel();
  private buffer: Uint8Array = new Uint8Array(0);
  private capacity = 0;
  /** Where unescaped cells are kept, behind the data. */
  private scratch = 0;
  private filled = 0;
  private source: ByteSource | null = null;

  constructor(private readonly buffers: Buffers | null = null) {
    if (buffers === null) this.grow(BUFFER);
    else this.capacity = BUFFER;
  }

  /** The window's bytes; to be asked for again after others have worked, since it may have moved. */
  get bytes(): Uint8Array {
    return this.buffer;
  }

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
    const { source } = this;
    if (source === null) return true;
    this.keep(keep);
    this.filled -= keep;
    this.base += keep;
    const checked = Math.max(0, this.end - keep);
    // A record that goes on is parsed anew from its start: each time as much again is read, so that this stays cheap.
    const chunk = Math.max(CHUNK, keep === 0 ? this.filled : 0);
    for (;;) {
      if (this.filled + chunk + SLACK > this.capacity) this.grow(this.filled + chunk + SLACK);
      const { bytes } = this;
      const read = source.read(bytes, this.filled, chunk);
      this.filled += read;
      if (read === 0 || source.ended === true) {
        this.final = true;
        this.end = this.filled;
        break;
      }
      // Looked for only in what is new: a very long line is not searched again and again.
      const cut = bytes.subarray(this.filled - read, this.filled).lastIndexOf(LF);
      if (cut < 0) continue;
      this.end = this.filled - read + cut + 1;
      break;
    }
    if (checkUtf8 !== null && !checkUtf8(this.bytes.subarray(checked, this.end))) return false;
    this.seal();
    return true;
  }

  /** Room for `length` bytes behind the data, valid until the window advances. */
  claim(length: number): number {
    const at = this.scratch;
    if (at + length + SLACK > this.capacity) this.grow(at + length + SLACK);
    this.scratch = at + length;
    return at;
  }

  /** Where in the kernel's memory the next unescaped cell may be kept, and how far such cells may reach. */
  get spare(): number {
    return this.origin + this.scratch;
  }

  set spare(at: number) {
    this.scratch = at - this.origin;
  }

  get spareEnd(): number {
    return this.origin + this.capacity - SLACK;
  }

  /** A last line without a newline gets one behind the data; elsewhere the data's own newline stops the loops. */
  private seal(): void {
    if (this.end === this.filled) this.bytes[this.end] = LF;
    this.scratch = this.filled + 1;
  }

  /** What lies from `from` on comes to stand at the beginning, in the next buffer where there are several. */
  private keep(from: number): void {
    const { buffers, kernel } = this;
    if (buffers === null || kernel === null) {
      if (from < this.filled) this.bytes.copyWithin(0, from, this.filled);
      return;
    }
    const origin = buffers.next();
    kernel.u8.copyWithin(origin, this.origin + from, this.origin + this.filled);
    this.origin = origin;
    this.buffer = kernel.u8.subarray(origin, origin + this.capacity);
  }

  private grow(least: number): void {
    if (this.buffers !== null) throw new OutOfRoom();
    const capacity = Math.max(least, this.capacity * 2);
    if (this.kernel === null) {
      const grown = new Uint8Array(capacity);
      grown.set(this.buffer);
      this.buffer = grown;
    } else {
      const origin = this.kernel.call.allocate(capacity);
      const { u8 } = this.kernel;
      u8.copyWithin(origin, this.origin, this.origin + this.capacity);
      this.origin = origin;
      this.buffer = u8.subarray(origin, origin + capacity);
    }
    this.capacity = capacity;
  }
}
