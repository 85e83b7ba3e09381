// The documents of the last weeks with their lines, sorted by name and packed: so that one of them can be looked up
// without reading the others.

import type { StoredLine } from '../book/recall.js';

export interface StoredDocument {
  readonly doc: string;
  /** None: what an older drawer says of it holds no longer. */
  readonly lines: readonly StoredLine[];
}

const PER_DOCUMENT = 8;
const PER_LINE = 3;
const HEAD = 16;

function byBytes(a: { readonly name: Buffer }, b: { readonly name: Buffer }): number {
  return Buffer.compare(a.name, b.name);
}

/**
 * Sizes, then for each document where its name and its lines begin and what its lines share, then the lines, then
 * quantities, then names and what they refer to.
 */
export function packDrawer(documents: readonly StoredDocument[]): Uint8Array {
  const sorted = documents.map(({ doc, lines }) => ({ name: Buffer.from(doc), lines })).sort(byBytes);
  const count = sorted.reduce((sum, { lines }) => sum + lines.length, 0);
  const references = [...new Set(sorted.flatMap(({ lines }) => lines.map(({ ref }) => ref)))];
  const referenceAt = new Map(references.map((ref, at) => [ref, at]));
  const heads = new Int32Array((sorted.length + 1) * PER_DOCUMENT);
  const lineInts = new Int32Array(count * PER_LINE);
  const quantities = new Float64Array(count * 2);
  let nameAt = 0;
  let lineAt = 0;
  for (const [at, { name, lines }] of sorted.entries()) {
    const first = lines[0];
    const shared =
      first === undefined
        ? [0, 0, 0, 0, 0, 0]
        : [first.from, first.to, first.kind, first.day, first.transit ? 1 : 0, first.headline];
    heads.set([nameAt, lineAt, ...shared], at * PER_DOCUMENT);
    for (const { item, lot, ref, dispatched, sentBack } of lines) {
      lineInts.set([item, lot, referenceAt.get(ref) ?? 0], lineAt * PER_LINE);
      quantities.set([dispatched, sentBack], lineAt * 2);
      lineAt++;
    }
    nameAt += name.length;
  }
  heads.set([nameAt, lineAt], sorted.length * PER_DOCUMENT);
  const text = Buffer.from(JSON.stringify(references));
  const head = new Int32Array([sorted.length, count, nameAt, text.length]);
  const parts = [quantities, head, heads, lineInts].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  );
  // Quantities first: they have to begin at a multiple of eight bytes.
  const [quantityBytes = Buffer.alloc(0), ...rest] = parts;
  const length = Buffer.alloc(8);
  length.writeDoubleLE(count);
  return Buffer.concat([length, quantityBytes, ...rest, ...sorted.map(({ name }) => name), text]);
}

export class Drawer {
  private readonly documents: number;
  private readonly quantities: Float64Array;
  private readonly heads: Int32Array;
  private readonly lineInts: Int32Array;
  private readonly names: Buffer;
  private readonly references: readonly string[];

  constructor(packed: Uint8Array) {
    // Columns have to begin where numbers of eight bytes may.
    const own = packed.byteOffset % 8 === 0 ? packed : new Uint8Array(packed);
    const bytes = own.buffer;
    const start = own.byteOffset;
    const count = new Float64Array(bytes, start, 1)[0]!;
    this.quantities = new Float64Array(bytes, start + 8, count * 2);
    let at = start + 8 + count * 16;
    const [documents = 0, , nameBytes = 0, textBytes = 0] = new Int32Array(bytes, at, 4);
    at += HEAD;
    this.documents = documents;
    this.heads = new Int32Array(bytes, at, (documents + 1) * PER_DOCUMENT);
    at += this.heads.byteLength;
    this.lineInts = new Int32Array(bytes, at, count * PER_LINE);
    at += this.lineInts.byteLength;
    this.names = Buffer.from(bytes, at, nameBytes);
    const references: string[] = JSON.parse(Buffer.from(bytes, at + nameBytes, textBytes).toString());
    this.references = references;
  }

  /** Null where it is not in here. */
  lines(doc: string): readonly StoredLine[] | null {
    const name = Buffer.from(doc);
    let low = 0;
    let high = this.documents - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = Buffer.compare(this.name(middle), name);
      if (order === 0) return this.linesAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  private name(at: number): Buffer {
    return this.names.subarray(this.heads[at * PER_DOCUMENT]!, this.heads[(at + 1) * PER_DOCUMENT]!);
  }

  private linesAt(at: number): readonly StoredLine[] {
    const [, first = 0, from = -1, to = -1, kind = 0, day = 0, transit = 0, headline = 0] = this.heads.subarray(
      at * PER_DOCUMENT,
      (at + 1) * PER_DOCUMENT,
    );
    const end = this.heads[(at + 1) * PER_DOCUMENT + 1]!;
    const lines: StoredLine[] = [];
    for (let line = first; line < end; line++) {
      lines.push({
        item: this.lineInts[line * PER_LINE]!,
        lot: this.lineInts[line * PER_LINE + 1]!,
        ref: this.references[this.lineInts[line * PER_LINE + 2]!] ?? '',
        from,
        to,
        kind,
        day,
        transit: transit === 1,
        headline,
        dispatched: this.quantities[line * 2]!,
        sentBack: this.quantities[line * 2 + 1]!,
      });
    }
    return lines;
  }
}
