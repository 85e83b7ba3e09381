// Typed columns that grow: a row more costs no object. One class a kind, on purpose: a shared one would make every inner
// loop that reads them slower, since it would meet all kinds.

const START = 1024;

export class Int32Vector {
  length = 0;
  data: Int32Array = new Int32Array(START);

  /** Puts what is still empty at a place in memory that somebody else has made. */
  place(memory: ArrayBufferLike, at: number, room: number): void {
    this.data = new Int32Array(memory, at, room);
  }

  /** Makes room for `more` values beyond the length; the caller then writes to `data` and sets `length`. */
  reserve(more: number): Int32Array {
    const need = this.length + more;
    if (need > this.data.length) {
      const grown = new Int32Array(Math.max(need, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    return this.data;
  }

  push(value: number): number {
    this.reserve(1)[this.length] = value;
    return this.length++;
  }
}

export class Uint32Vector {
  length = 0;
  data: Uint32Array = new Uint32Array(START);

  /** Puts what is still empty at a place in memory that somebody else has made. */
  place(memory: ArrayBufferLike, at: number, room: number): void {
    this.data = new Uint32Array(memory, at, room);
  }

  reserve(more: number): Uint32Array {
    const need = this.length + more;
    if (need > this.data.length) {
      const grown = new Uint32Array(Math.max(need, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    return this.data;
  }
}

export class Uint8Vector {
  length = 0;
  data: Uint8Array = new Uint8Array(START);

  /** Puts what is still empty at a place in memory that somebody else has made. */
  place(memory: ArrayBufferLike, at: number, room: number): void {
    this.data = new Uint8Array(memory, at, room);
  }

  reserve(more: number): Uint8Array {
    const need = this.length + more;
    if (need > this.data.length) {
      const grown = new Uint8Array(Math.max(need, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    return this.data;
  }
}

export class Float64Vector {
  length = 0;
  data: Float64Array = new Float64Array(START);

  /** Puts what is still empty at a place in memory that somebody else has made. */
  place(memory: ArrayBufferLike, at: number, room: number): void {
    this.data = new Float64Array(memory, at, room);
  }

  reserve(more: number): Float64Array {
    const need = this.length + more;
    if (need > this.data.length) {
      const grown = new Float64Array(Math.max(need, this.data.length * 2));
      grown.set(this.data);
      this.data = grown;
    }
    return this.data;
  }

  push(value: number): number {
    this.reserve(1)[this.length] = value;
    return this.length++;
  }
}
