// Typed columns that grow: a row more costs no object. One class a kind, on purpose: a shared one would make every inner
// loop that reads them slower, since it would meet all kinds.

const START = 1024;

/** Memory that columns may lie in, given out and never taken back: the compiled loops work there. */
export interface Room {
  /** Where so many bytes are, which are zero. */
  allocate(bytes: number): number;
  readonly buffer: ArrayBufferLike;
}

/** A fixed column of zeros, there or wherever arrays are made. */
export function int32Column(length: number, room: Room | null): Int32Array {
  if (room === null) return new Int32Array(length);
  const at = room.allocate(length * 4);
  return new Int32Array(room.buffer, at, length);
}

/** The same for offsets. */
function uint32Column(length: number, room: Room | null): Uint32Array {
  if (room === null) return new Uint32Array(length);
  const at = room.allocate(length * 4);
  return new Uint32Array(room.buffer, at, length);
}

/** The same for flags. */
export function uint8Column(length: number, room: Room | null): Uint8Array {
  if (room === null) return new Uint8Array(length);
  const at = room.allocate(length);
  return new Uint8Array(room.buffer, at, length);
}

/** The same for quantities. */
export function float64Column(length: number, room: Room | null): Float64Array {
  if (room === null) return new Float64Array(length);
  const at = room.allocate(length * 8);
  return new Float64Array(room.buffer, at, length);
}

export class Int32Vector {
  length = 0;
  data: Int32Array = new Int32Array(START);
  private room: Room | null = null;

  /** Begins in that memory with so much room, still empty; beyond it, it grows elsewhere. */
  startIn(room: Room, length: number): void {
    this.data = int32Column(length, room);
  }

  /** Moves to that memory, and grows there from now on. */
  moveTo(room: Room): void {
    this.room = room;
    this.grow(this.data.length);
  }

  /** Makes room for `more` values beyond the length; the caller then writes to `data` and sets `length`. */
  reserve(more: number): Int32Array {
    const need = this.length + more;
    if (need > this.data.length) this.grow(Math.max(need, this.data.length * 2));
    return this.data;
  }

  private grow(length: number): void {
    const { data } = this;
    this.data = int32Column(length, this.room);
    this.data.set(data);
  }

  push(value: number): number {
    this.reserve(1)[this.length] = value;
    return this.length++;
  }
}

export class Uint32Vector {
  length = 0;
  data: Uint32Array = new Uint32Array(START);
  private room: Room | null = null;

  /** Begins in that memory with so much room, still empty; beyond it, it grows elsewhere. */
  startIn(room: Room, length: number): void {
    this.data = uint32Column(length, room);
  }

  /** Moves to that memory, and grows there from now on. */
  moveTo(room: Room): void {
    this.room = room;
    this.grow(this.data.length);
  }

  reserve(more: number): Uint32Array {
    const need = this.length + more;
    if (need > this.data.length) this.grow(Math.max(need, this.data.length * 2));
    return this.data;
  }

  private grow(length: number): void {
    const { data } = this;
    this.data = uint32Column(length, this.room);
    this.data.set(data);
  }
}

export class Uint8Vector {
  length = 0;
  data: Uint8Array = new Uint8Array(START);
  private room: Room | null = null;

  /** Begins in that memory with so much room, still empty; beyond it, it grows elsewhere. */
  startIn(room: Room, length: number): void {
    this.data = uint8Column(length, room);
  }

  /** Moves to that memory, and grows there from now on. */
  moveTo(room: Room): void {
    this.room = room;
    this.grow(this.data.length);
  }

  reserve(more: number): Uint8Array {
    const need = this.length + more;
    if (need > this.data.length) this.grow(Math.max(need, this.data.length * 2));
    return this.data;
  }

  private grow(length: number): void {
    const { data } = this;
    this.data = uint8Column(length, this.room);
    this.data.set(data);
  }

  push(value: number): number {
    this.reserve(1)[this.length] = value;
    return this.length++;
  }
}

export class Float64Vector {
  length = 0;
  data: Float64Array = new Float64Array(START);
  private room: Room | null = null;

  /** Begins in that memory with so much room, still empty; beyond it, it grows elsewhere. */
  startIn(room: Room, length: number): void {
    this.data = float64Column(length, room);
  }

  /** Moves to that memory, and grows there from now on. */
  moveTo(room: Room): void {
    this.room = room;
    this.grow(this.data.length);
  }

  reserve(more: number): Float64Array {
    const need = this.length + more;
    if (need > this.data.length) this.grow(Math.max(need, this.data.length * 2));
    return this.data;
  }

  private grow(length: number): void {
    const { data } = this;
    this.data = float64Column(length, this.room);
    this.data.set(data);
  }

  push(value: number): number {
    this.reserve(1)[this.length] = value;
    return this.length++;
  }
}
