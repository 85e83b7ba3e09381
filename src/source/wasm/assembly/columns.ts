// Figures of whole columns.

/** The sum of a column of quantities. */
export function sum(column: usize, count: i32): f64 {
  let total: f64 = 0;
  for (let row = 0; row < count; row++) total += load<f64>(column + (<usize>row << 3));
  return total;
}

/** The greatest of a column, or `least` where none is greater. */
export function greatest(column: usize, count: i32, least: i32): i32 {
  let most = least;
  for (let row = 0; row < count; row++) most = max(most, load<i32>(column + (<usize>row << 2)));
  return most;
}
