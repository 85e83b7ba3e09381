// Which documents want a closer look: those with a row twice, in several places, or with rows that disagree.
// src/stock/documents.ts takes that look, and does without this where there is no kernel.

const LEFT_OUT: u8 = 255;
/** Rows of one document that are compared one by one. */
const CHAIN_LIMIT: i32 = 48;

// @ts-expect-error: decorator
@inline
function int(column: usize, row: i32): i32 {
  return load<i32>(column + (<usize>row << 2));
}

/**
 * Notes the first row of each document up to a day in `firstOf` (−1 before), and the documents that want a closer look
 * in `wanted`; returns how many these are. `skipped`: rows that say nothing, in order, the last a number that no row has.
 */
export function inspectDocuments(
  days: usize,
  docs: usize,
  kinds: usize,
  items: usize,
  lots: usize,
  quantities: usize,
  froms: usize,
  tos: usize,
  count: i32,
  last: i32,
  skipped: usize,
  firstOf: usize,
  wanted: usize,
): i32 {
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (load<i32>(skipped) == row) {
      skipped += 4;
      continue;
    }
    const kind = load<u8>(kinds + row);
    const day = int(days, row);
    if (kind == LEFT_OUT || day > last) continue;
    const doc = int(docs, row);
    const at = <usize>doc << 2;
    const first = load<i32>(firstOf + at);
    if (first < 0) {
      store<i32>(firstOf + at, row);
      continue;
    }
    if (load<u8>(wanted + doc) != 0) continue;
    const from = int(froms, row);
    const to = int(tos, row);
    let odd =
      int(docs, row - 1) != doc ||
      row - first >= CHAIN_LIMIT ||
      day != int(days, first) ||
      kind != load<u8>(kinds + first) ||
      from != int(froms, first) ||
      to != int(tos, first);
    // So far all of them are alike but for what they move, and stand together.
    const item = int(items, row);
    const lot = int(lots, row);
    const qty = load<f64>(quantities + (<usize>row << 3));
    for (let other = row - 1; !odd && other >= first; other--) {
      odd = int(items, other) == item && int(lots, other) == lot && load<f64>(quantities + (<usize>other << 3)) == qty;
    }
    if (!odd) continue;
    store<u8>(wanted + doc, 1);
    found++;
  }
  return found;
}
