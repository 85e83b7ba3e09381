// Quantities as they are mostly written, digits with at most six decimals, straight from the bytes. The plain twin is
// readPlain in src/book/ledger/quantities.ts.

/** Millionths of one. */
const ONE: f64 = 1_000_000;
/** Whole units up to here stay exact in millionths, whatever decimals follow. */
const MOST_WHOLE: u64 = 9_007_199_253;
/** No whole number above has as few digits. */
const DIGITS: i32 = 10;
const POINT: u32 = 0x2e;

/**
 * Millionths to `out` and −1 to `suffixes`, no number for an empty cell. Returns the first row that wants a closer look,
 * `count` where there is none.
 */
export function readQuantities(starts: usize, ends: usize, first: i32, count: i32, out: usize, suffixes: usize): i32 {
  for (let row = first; row < count; row++) {
    const start = load<i32>(starts + (<usize>row << 2));
    const end = load<i32>(ends + (<usize>row << 2));
    let value: f64 = NaN;
    if (start != end) {
      let whole: u64 = 0;
      let at = start;
      for (const stop = min(end, start + DIGITS); at < stop; at++) {
        const digit = <u32>load<u8>(at) - 0x30;
        if (digit > 9) break;
        whole = whole * 10 + digit;
      }
      if (at == start || whole > MOST_WHOLE) return row;
      value = <f64>whole * ONE;
      if (at != end) {
        if (<u32>load<u8>(at) != POINT || end - at < 2 || end - at > 7) return row;
        let fraction: u32 = 0;
        let scale: u32 = 1_000_000;
        for (at++; at < end; at++) {
          const digit = <u32>load<u8>(at) - 0x30;
          if (digit > 9) return row;
          fraction = fraction * 10 + digit;
          scale /= 10;
        }
        value += <f64>(fraction * scale);
      }
    }
    store<f64>(out + (<usize>row << 3), value);
    store<i32>(suffixes + (<usize>row << 2), -1);
  }
  return count;
}
