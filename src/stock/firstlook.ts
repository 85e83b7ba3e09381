// A first look at all documents: nearly every one is like all others, and only what may not be is looked at again.

import type { Book } from '../book/book.js';
import { LEFT_OUT } from '../book/movement.js';
import type { Day } from '../core/day.js';
import { int32Column, uint8Column } from '../core/vector.js';
import { compiledOrPlain, type Kernel } from '../source/wasm/kernel.js';

interface FirstLook {
  /** By document its first row, −1 where it has none. */
  readonly firstOf: Int32Array;
  /** By document: 1 where it may have a row twice, or rows that disagree. */
  readonly wanted: Uint8Array;
  readonly some: boolean;
}

/** One pass over the rows: nearly every document is like all others, and nothing more has to be known of it. */
export function firstLook(book: Book, last: Day, leftOut: ReadonlySet<number>): FirstLook {
  const { stock, kernel } = book;
  const plain = () => plainLook(book, last, leftOut);
  if (kernel === null || !stock.inKernel(0)) return plain();
  return compiledOrPlain(() => compiledLook(kernel, book, last, leftOut), plain);
}

function plainLook({ stock, docs }: Book, last: Day, leftOut: ReadonlySet<number>): FirstLook {
  const firstOf = new Int32Array(docs.size).fill(-1);
  const wanted = new Uint8Array(docs.size);
  let some = false;
  for (let row = 0; row < stock.length; row++) {
    if (stock.kind.data[row] === LEFT_OUT || stock.day.data[row]! > last || leftOut.has(row)) continue;
    const doc = stock.doc.data[row]!;
    if (firstOf[doc]! < 0) firstOf[doc] = row;
    else {
      wanted[doc] = 1;
      some = true;
    }
  }
  return { firstOf, wanted, some };
}

function compiledLook(kernel: Kernel, { stock, docs }: Book, last: Day, leftOut: ReadonlySet<number>): FirstLook {
  const skipped = int32Column(leftOut.size + 1, kernel);
  skipped.set([...leftOut].sort((a, b) => a - b));
  skipped[leftOut.size] = -1;
  const firstOf = int32Column(docs.size, kernel).fill(-1);
  const wanted = uint8Column(docs.size, kernel);
  const { day, doc, kind, item, lot, qty, from, to } = stock;
  const found = kernel.call.inspectDocuments(
    day.data.byteOffset,
    doc.data.byteOffset,
    kind.data.byteOffset,
    item.data.byteOffset,
    lot.data.byteOffset,
    qty.data.byteOffset,
    from.data.byteOffset,
    to.data.byteOffset,
    stock.length,
    last,
    skipped.byteOffset,
    firstOf.byteOffset,
    wanted.byteOffset,
  );
  return { firstOf, wanted, some: found > 0 };
}
