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

let loaded: Kernel | null | undefined;
let wanted = true;

/** The kernel, null where this Node cannot run it: then the plain loops do the same, more slowly. */
export function kernel(): Kernel | null {
  if (!wanted) return null;
  if (loaded === undefined) {
    try {
      const memory = new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES });
      const module = new WebAssembly.Module(Buffer.from(binary, 'base64'));
      const { exports } = new WebAssembly.Instance(module, {
        env: {
          memory,
          abort: () => {
            throw new RangeError('out of memory');
          },
        },
      });
      loaded = isExports(exports) ? new Kernel(memory, exports) : null;
    } catch {
      loaded = null;
    }
  }
  return loaded;
}

/** For tests and benchmarks: read with the compiled loops or with the plain ones. */
export function useKernel(use: boolean): void {
  wanted = use;
}
