// The compiled inner loops and the memory they work in. The memory is shared, so that another thread may read files into
// it ahead of time; only the thread that made it allocates there.

import type { Room } from '../../core/vector.js';
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
    spare: number,
    spareEnd: number,
  ): number;
  createTable(seed: number): number;
  expect(table: number, texts: number): void;
  intern(table: number, start: number, length: number): number;
  fill(table: number, starts: number, ends: number, count: number, out: number): void;
  fillColumns(plan: number, columns: number, from: number, starts: number, ends: number, rows: number): number;
  translate(values: number, count: number, out: number): void;
  firstUnplain(table: number, from: number): number;
  readQuantities(starts: number, ends: number, first: number, count: number, out: number, suffixes: number): number;
  mayIdentify(starts: number, ends: number, cells: number, stride: number, count: number): number;
  sum(column: number, count: number): number;
  greatest(column: number, count: number, least: number): number;
  judgeStock(context: number, first: number, count: number, at: number): number;
  splitNumbers(table: number, beginnings: number, beginningOf: number, numberOf: number): void;
  compareTexts(table: number, a: number, b: number): number;
  inspectDocuments(
    days: number,
    docs: number,
    kinds: number,
    items: number,
    lots: number,
    quantities: number,
    froms: number,
    tos: number,
    count: number,
    last: number,
    skipped: number,
    firstOf: number,
    wanted: number,
  ): number;
  usePosting(context: number): void;
  postRows(order: number, start: number, count: number): number;
  addDeliveries(order: number, start: number, count: number): number;
  runEvents(): void;
  readonly rows: { readonly value: number };
  readonly unescaped: { readonly value: number };
  readonly judged: { readonly value: number };
  readonly referring: { readonly value: number };
}

/** 64 MB to begin with: untouched pages cost nothing. */
const PAGES = 1024;
/** 2 GB: above that, what the kernel says is a place would look like a number below zero here. */
const MOST_PAGES = 32_768;

/** What the kernel asks of whoever uses it, see postinglayout.ts. */
export type Answer = (what: number, a: number, b: number, c: number) => number;

const nobody: Answer = () => {
  throw new RangeError('the kernel asks, and nobody is there');
};

/** What the kernel calls: an answer, and whoever has views of memory when it has grown. */
interface Line {
  answer: Answer;
  grown: () => void;
}

export class Kernel implements Room {
  /** All of memory. A view made before memory grew shows what it showed then, and nothing of what came since. */
  u8 = new Uint8Array(0);
  i32 = new Int32Array(0);
  view = new DataView(new ArrayBuffer(0));

  constructor(
    // No types of WebAssembly: these are published, and a program for Node has none.
    readonly module: object,
    readonly memory: { readonly buffer: ArrayBuffer },
    readonly call: Exports,
    private readonly line: Line,
  ) {
    line.grown = () => this.look();
    this.look();
  }

  /** From here on what the kernel asks is answered so. */
  answerWith(answer: Answer): void {
    this.line.answer = answer;
  }

  allocate(bytes: number): number {
    return this.call.allocate(bytes);
  }

  /** Where a copy of a column lies. */
  copy(column: ArrayBufferView): number {
    const at = this.allocate(Math.max(4, column.byteLength));
    this.u8.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    return at;
  }

  get buffer(): ArrayBufferLike {
    return this.u8.buffer;
  }

  private look(): void {
    const { buffer } = this.memory;
    this.u8 = new Uint8Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.view = new DataView(buffer);
  }
}

const exported: readonly (keyof Exports)[] = [
  'allocate',
  'scan',
  'createTable',
  'expect',
  'intern',
  'fill',
  'fillColumns',
  'translate',
  'firstUnplain',
  'readQuantities',
  'mayIdentify',
  'sum',
  'greatest',
  'judgeStock',
  'splitNumbers',
  'compareTexts',
  'inspectDocuments',
  'usePosting',
  'postRows',
  'addDeliveries',
  'runEvents',
  'rows',
  'unescaped',
  'judged',
  'referring',
];

function isExports(exports: object): exports is Exports {
  const names: ReadonlySet<string> = new Set(Object.keys(exports));
  return exported.every((name) => names.has(name));
}

let compiled: WebAssembly.Module | undefined;
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

/** From here on this thread works in the memory that another one has made; it must not allocate there. */
export function joinKernel(module: object, memory: object): Kernel | null {
  if (!(module instanceof WebAssembly.Module && memory instanceof WebAssembly.Memory)) return null;
  const joined = instantiate(module, memory);
  const allocate = () => {
    throw new RangeError('memory is given out by the thread that made it');
  };
  current =
    joined === null
      ? null
      : new Kernel(module, memory, { ...joined.call, allocate }, { answer: nobody, grown: () => {} });
  return current;
}

/** The kernel's memory is full: whoever was at work with it begins anew, without one. */
class Full extends Error {}

/** Was that the end of the kernel's memory, or of the kernel? What it was asked has an answer all the same. */
function isKernelFault(error: unknown): boolean {
  return error instanceof Full || error instanceof WebAssembly.RuntimeError;
}

function makeKernel(): Kernel | null {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(binary, 'base64'));
    return instantiate(compiled, new WebAssembly.Memory({ initial: PAGES, maximum: MOST_PAGES, shared: true }));
  } catch {
    return null;
  }
}

function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel | null {
  const abort = () => {
    throw new Full();
  };
  const line: Line = { answer: nobody, grown: () => {} };
  const ask: Answer = (what, a, b, c) => line.answer(what, a, b, c);
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort, ask, grown: () => line.grown() } });
  return isExports(exports) ? new Kernel(module, memory, exports, line) : null;
}

/** What compiled loops come to; where the kernel cannot go on, what plain ones do, which is the same, only later. */
export function compiledOrPlain<T>(compiled: () => T, plain: () => T): T {
  try {
    return compiled();
  } catch (error) {
    if (!isKernelFault(error)) throw error;
  }
  return plain();
}
