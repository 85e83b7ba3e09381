// Rules out identity numbers; src/book/personal.ts finds those that this does not rule out.

/** An identity number has 17 digits in a row, so one of them stands at every 17th byte. */
const DIGITS: usize = 17;

// @ts-expect-error: decorator
@inline
function isLow(byte: u8): bool {
  return byte >= 0x90 && byte <= 0x99;
}

/** At a digit, ASCII or of full width. */
function digitAt(at: usize): bool {
  const byte = load<u8>(at);
  if (byte < 0x3a) return byte >= 0x30;
  if (byte < 0x90) return false;
  if (byte == 0xef) return load<u8>(at + 1) == 0xbc && isLow(load<u8>(at + 2));
  if (byte == 0xbc) return load<u8>(at - 1) == 0xef && isLow(load<u8>(at + 1));
  return byte <= 0x99 && load<u8>(at - 1) == 0xbc && load<u8>(at - 2) == 0xef;
}

/** Is there a cell that may hold an identity number? The columns lie `stride` ints apart; rows are looked at in fours. */
export function mayIdentify(starts: usize, ends: usize, cells: i32, stride: i32, count: i32): bool {
  const least = i32x4.splat(<i32>DIGITS);
  for (let cell = 0; cell < cells; cell++) {
    const from = starts + (<usize>(cell * stride) << 2);
    const to = ends + (<usize>(cell * stride) << 2);
    for (let row = 0; row < count; row += 4) {
      const at = <usize>row << 2;
      const long = i32x4.gt_s(i32x4.sub(v128.load(to + at), v128.load(from + at)), least);
      if (!v128.any_true(long)) continue;
      const stop = min(row + 4, count);
      for (let one = row; one < stop; one++) {
        const start = <usize>load<i32>(from + (<usize>one << 2));
        const end = <usize>load<i32>(to + (<usize>one << 2));
        if (end - start <= DIGITS) continue;
        for (let i = start + DIGITS - 1; i < end; i += DIGITS) {
          if (!digitAt(i)) continue;
          let first = i;
          let last = i;
          while (first > start && digitAt(first - 1)) first--;
          while (last < end && digitAt(last)) last++;
          if (last - first >= DIGITS) return true;
        }
      }
    }
  }
  return false;
}
