// The rows of a ledger by day: as they stand where the files are in order already, else by a counting sort.

export interface DayOrder {
  /** Row indexes by day, null where they are in order as they stand. */
  readonly rows: Int32Array | null;
  /** How many of them are dated on or before the day asked for. */
  readonly count: number;
}

/** Orders rows by day and keeps those up to `last`; rows of one day keep their order. */
export function orderByDay(days: Int32Array, length: number, last: number): DayOrder {
  let inOrder = true;
  let count = 0;
  let least = 0x7fffffff;
  let previous = -1;
  for (let row = 0; row < length; row++) {
    const day = days[row]!;
    if (day < previous) inOrder = false;
    previous = day;
    if (day > last) continue;
    count++;
    if (day < least) least = day;
  }
  if (inOrder || count === 0) return { rows: null, count };
  const span = last - least + 1;
  const rows = new Int32Array(count);
  if (span > Math.max(1 << 16, count * 4)) {
    // A few rows strewn over centuries: comparing them is cheaper than counting the days between.
    let at = 0;
    for (let row = 0; row < length; row++) if (days[row]! <= last) rows[at++] = row;
    rows.sort((a, b) => days[a]! - days[b]! || a - b);
    return { rows, count };
  }
  const starts = new Int32Array(span + 1);
  for (let row = 0; row < length; row++) if (days[row]! <= last) starts[days[row]! - least + 1]!++;
  for (let day = 0; day < span; day++) starts[day + 1]! += starts[day]!;
  for (let row = 0; row < length; row++) if (days[row]! <= last) rows[starts[days[row]! - least]!++] = row;
  return { rows, count };
}

/** The day of the row at a position of an order; beyond all days where the order has ended. */
export function dayAt(order: DayOrder, position: number, days: Int32Array): number {
  return position < order.count ? days[rowAt(order, position)]! : Number.POSITIVE_INFINITY;
}

/** The row at a position of an order. */
export function rowAt({ rows }: DayOrder, position: number): number {
  return rows === null ? position : rows[position]!;
}
