// Gives every distinct run of bytes a small number, exactly: a hash only finds the place, the bytes decide.

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Bytes that must follow any cell in its buffer, since cells are read four bytes at a time. */
export const SLACK = 8;

/** For runs shorter than four bytes: which bits of the four belong to them. */
const masks = Uint32Array.of(0, 0xff, 0xffff, 0xffffff);

/** Nobody can prepare texts that meet in one place: the place is another in every run, the numbers are not. */
export const SEED = Math.floor(Math.random() * 0x100000000) | 0;

/**
 * A hash of the bytes from `start` to `end`, four at a time. The low halves of the last four bytes are added in the end
 * and not mixed in, so that the numbers of a series come to stand beside each other.
 */
export function hashCell(view: DataView, start: number, end: number): number {
  const length = end - start;
  let hash = Math.imul(length, 0x27d4eb2f) ^ SEED;
  if (length < 4) return finish(hash ^ (view.getUint32(start, true) & masks[length]!));
  const last = end - 4;
  let at = start;
  for (; at + 4 <= last; at += 4) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = finish(hash ^ (view.getUint32(at, true) & masks[last - at]!));
  const digits = view.getUint32(last, true);
  hash = Math.imul(hash ^ (digits & 0xf0f0f0f0), 0x9e3779b1);
  hash ^= hash >>> 15;
  const low = digits & 0x0f0f0f0f;
  return (hash + (((low & 0xf) << 12) | (((low >> 8) & 0xf) << 8) | (((low >> 16) & 0xf) << 4) | (low >> 24))) | 0;
}

function finish(hash: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Are the bytes at two places of two buffers the same? */
export function sameCell(a: DataView, at: number, b: DataView, other: number, length: number): boolean {
  if (length < 4) return ((a.getUint32(at, true) ^ b.getUint32(other, true)) & masks[length]!) === 0;
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (a.getUint32(at + i, true) !== b.getUint32(other + i, true)) return false;
  return a.getUint32(at + last, true) === b.getUint32(other + last, true);
}

/**
 * Of each entry that ends in digits behind something else, a number for what stands before them, −1 for the others, and
 * the value of the digits. Runs of more than nine digits are names, not numbers.
 */
export interface Numbered {
  readonly prefixOf: Int32Array;
  readonly numberOf: Int32Array;
}

export class Interner {
  size = 0;
  private slots = new Int32Array(256).fill(-1);
  private mask = 255;
  private hashes = new Int32Array(128);
  private starts = new Int32Array(129);
  private arena = new Uint8Array(2048);
  private arenaView = new DataView(this.arena.buffer);

  /** The number of these bytes, a new one where they are met for the first time. */
  intern(view: DataView, start: number, end: number): number {
    const length = end - start;
    const hash = hashCell(view, start, end);
    const { slots, hashes, starts, mask, arenaView } = this;
    let slot = hash & mask;
    for (;;) {
      const id = slots[slot]!;
      if (id < 0) return this.add(view, start, end, hash, slot);
      if (hashes[id] === hash) {
        const at = starts[id]!;
        if (starts[id + 1]! - at === length && sameCell(view, start, arenaView, at, length)) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    const padded = new Uint8Array(bytes.length + SLACK);
    padded.set(bytes);
    return this.intern(new DataView(padded.buffer), 0, bytes.length);
  }

  text(id: number): string {
    return decoder.decode(this.arena.subarray(this.starts[id]!, this.starts[id + 1]!));
  }

  /** The first entry from there on that is not plain; see Spellings. */
  firstUnplain(from: number): number {
    const { arena, starts, size } = this;
    for (let id = from; id < size; id++) {
      for (let i = starts[id]!; i < starts[id + 1]!; i++) {
        const byte = arena[i]!;
        if (byte < 0x21 || byte > 0x7e) return id;
      }
    }
    return size;
  }

  /** Code-unit order of two texts, without decoding them where their bytes already tell. */
  compare(a: number, b: number): number {
    const endA = this.starts[a + 1]!;
    const endB = this.starts[b + 1]!;
    let i = this.starts[a]!;
    let j = this.starts[b]!;
    while (i < endA && j < endB) {
      const difference = this.arena[i]! - this.arena[j]!;
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    return endA - i - (endB - j);
  }

  numbered(): Numbered {
    const prefixes = new Interner();
    const prefixOf = new Int32Array(this.size).fill(-1);
    const numberOf = new Int32Array(this.size);
    for (let id = 0; id < this.size; id++) {
      const start = this.starts[id]!;
      const end = this.starts[id + 1]!;
      let at = end;
      let value = 0;
      for (let power = 1; at > start; at--, power *= 10) {
        const digit = this.arena[at - 1]! - 0x30;
        if (digit < 0 || digit > 9) break;
        value += digit * power;
      }
      if (at === start || at === end || end - at > 9) continue;
      prefixOf[id] = prefixes.intern(this.arenaView, start, at);
      numberOf[id] = value;
    }
    return { prefixOf, numberOf };
  }

  private add(view: DataView, start: number, end: number, hash: number, slot: number): number {
    const id = this.size++;
    const at = this.starts[id]!;
    const length = end - start;
    if (at + length + SLACK > this.arena.length) {
      const grown = new Uint8Array(Math.max(at + length + SLACK, this.arena.length * 2));
      grown.set(this.arena);
      this.arena = grown;
      this.arenaView = new DataView(grown.buffer);
    }
    for (let i = 0; i < length; i++) this.arena[at + i] = view.getUint8(start + i);
    if (id + 2 > this.starts.length) {
      const starts = new Int32Array(this.starts.length * 2);
      starts.set(this.starts);
      this.starts = starts;
      const hashes = new Int32Array(this.hashes.length * 2 + 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
    }
    this.starts[id + 1] = at + length;
    this.hashes[id] = hash;
    this.slots[slot] = id;
    if (this.size * 2 > this.mask) this.rehash();
    return id;
  }

  private rehash(): void {
    const capacity = (this.mask + 1) * 2;
    this.slots = new Int32Array(capacity).fill(-1);
    this.mask = capacity - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = this.hashes[id]! & this.mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id;
    }
  }
}
