// Gives every distinct run of bytes a small number, exactly: a hash only finds the place, the bytes decide.

const decoder = new TextDecoder();

/** Hash of the bytes from `start` to `end`, the same that the scanner computes on its way. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let h = 0;
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h;
}

export class Interner {
  size = 0;
  private slots = new Int32Array(256).fill(-1);
  private mask = 255;
  private hashes = new Int32Array(128);
  private starts = new Int32Array(129);
  private arena = new Uint8Array(2048);

  /** The number of these bytes, a new one where they are met for the first time. */
  intern(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id < 0) return this.add(bytes, start, end, hash, slot);
      if (this.hashes[id] === hash) {
        let at = this.starts[id]!;
        if (this.starts[id + 1]! - at === length) {
          let i = start;
          while (i < end && bytes[i] === this.arena[at]) {
            i++;
            at++;
          }
          if (i === end) return id;
        }
      }
      slot = (slot + 1) & this.mask;
    }
  }

  internText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
  }

  text(id: number): string {
    return decoder.decode(this.arena.subarray(this.starts[id]!, this.starts[id + 1]!));
  }

  /** True where the bytes are printable ASCII without blanks: such a spelling is already in the form that is matched. */
  isPlain(id: number): boolean {
    for (let i = this.starts[id]!; i < this.starts[id + 1]!; i++) {
      const byte = this.arena[i]!;
      if (byte < 0x21 || byte > 0x7e) return false;
    }
    return true;
  }

  /** Code-unit order of two texts, without decoding them where their bytes already tell. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
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

  /**
   * Splits every entry that ends in digits behind something else: calls back with the entry, a number for what stands
   * before the digits, and their value. Runs of more than 9 digits are names, not numbers.
   */
  numbered(visit: (id: number, prefix: number, value: number) => void): void {
    const prefixes = new Interner();
    for (let id = 0; id < this.size; id++) {
      const start = this.starts[id]!;
      const end = this.starts[id + 1]!;
      let at = end;
      let value = 0;
      for (let power = 1; at > start; at--, power *= 10) {
        const digit = this.arena[at - 1]! - 0x30;
        if (digit < 0 || digit > 9) break;
        if (end - at < 9) value += digit * power;
      }
      if (at === start || at === end || end - at > 9) continue;
      visit(id, prefixes.intern(this.arena, start, at, hashBytes(this.arena, start, at)), value);
    }
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.size++;
    const at = this.starts[id]!;
    const length = end - start;
    if (at + length > this.arena.length) {
      const grown = new Uint8Array(Math.max(at + length, this.arena.length * 2));
      grown.set(this.arena);
      this.arena = grown;
    }
    this.arena.set(bytes.subarray(start, end), at);
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
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 15)) & this.mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id;
    }
  }
}
