// The compiled inner loops and the memory they work in. Whoever keeps a view of it asks again after every call, since
// memory that has grown leaves old views empty.

import { binary } from './binary.js';

interface Exports {
  allocate(size: number): number;
  scan(
    from: number,
    end: number,
    first: number,
    most: number,
    cells: number,
    stride: number,
    starts: number,
    ends: number,
    records: number,
  ): number;
  createTable(): number;
  intern(table: number, start: number, length: number): number;
  fill(table: number, starts: number, ends: number, count: number, out: number): void;
  readonly rows: { readonly value: number };
}

/** 64 MB to begin with: untouched pages cost nothing. */
const PAGES = 1024;
const MOST_PAGES = 65_536;

export class Kernel {
  private bytes: Uint8Array;
  private ints: Int32Array;
  private whole: DataView;

  constructor(
    private readonly memory: WebAssembly.Memory,
    readonly call: Exports,
  ) {
    this.bytes = new Uint8Array(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
    this.whole = new DataView(memory.buffer);
  }

  get u8(): Uint8Array {
    if (this.bytes.byteLength === 0) this.bytes = new Uint8Array(this.memory.buffer);
    return this.bytes;
  }

  get i32(): Int32Array {
    if (this.ints.byteLength === 0) this.ints = new Int32Array(this.memory.buffer);
    return this.ints;
  }

  get view(): DataView {
    if (this.whole.buffer !== this.memory.buffer) this.whole = new DataView(this.memory.buffer);
    return this.whole;
  }
}

function isExports(exports: object): exports is Exports {
  const names = new Set(Object.keys(exports));
  return ['allocate', 'scan', 'createTable', 'intern', 'fill', 'rows'].every((name) => names.has(name));
}

let module: WebAssembly.Module | undefined;
let current: Kernel | null = null;

/** The kernel that readers and tables made now work with; null: they use the plain loops, which do the same. */
export function kernel(): Kernel | null {
  return current;
}

/**
 * Runs `work` with a kernel of its own, or without one. What is made meanwhile keeps it, and its memory goes when that
 * does: a memory shared by all would only ever grow. Where this Node cannot run it, the plain loops serve.
 */
export function withKernel<T>(use: boolean, work: () => T): T {
  const before = current;
  current = use ? makeKernel() : null;
  try {
    return work();
  } finally {
    current = before;
  }
}

function makeKernel(): Kernel | null {
  try {
    module ??= new WebAssembly.Module(Buffer.from(binary, 'base64'));
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES });
    const abort = () => {
      throw new RangeError('out of memory');
    };
    const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } });
    return isExports(exports) ? new Kernel(memory, exports) : null;
  } catch {
    return null;
  }
}
