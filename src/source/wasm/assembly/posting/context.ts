// The posting kernel's context, the columns it points to, and how the kernel asks the engine for what it does not do.

/** Where the figures and pointers of the book at hand lie; see postinglayout.ts. */
let context: usize = 0;

export function usePosting(at: usize): void {
  context = at;
}

/** What the engine does: makes room, makes new balances and lines, takes over events that are out of the ordinary. */
// @ts-expect-error: decorator
@external("env", "ask")
export declare function ask(what: i32, a: i32, b: i32, c: i32): i32;

// @ts-expect-error: decorator
@inline
export function column(field: i32): usize {
  return load<usize>(context + (<usize>field << 2));
}

// @ts-expect-error: decorator
@inline
export function figure(field: i32): i32 {
  return load<i32>(context + (<usize>field << 2));
}

// @ts-expect-error: decorator
@inline
export function setFigure(field: i32, value: i32): void {
  store<i32>(context + (<usize>field << 2), value);
}

// @ts-expect-error: decorator
@inline
export function int(field: i32, index: i32): i32 {
  return load<i32>(column(field) + (<usize>index << 2));
}

// @ts-expect-error: decorator
@inline
export function setInt(field: i32, index: i32, value: i32): void {
  store<i32>(column(field) + (<usize>index << 2), value);
}

// @ts-expect-error: decorator
@inline
export function num(field: i32, index: i32): f64 {
  return load<f64>(column(field) + (<usize>index << 3));
}

// @ts-expect-error: decorator
@inline
export function add(field: i32, index: i32, value: f64): void {
  const at = column(field) + (<usize>index << 3);
  store<f64>(at, load<f64>(at) + value);
}

// @ts-expect-error: decorator
@inline
export function setNum(field: i32, index: i32, value: f64): void {
  store<f64>(column(field) + (<usize>index << 3), value);
}

/** A flag of something that has a number: below zero there is nothing, and nothing is so. */
// @ts-expect-error: decorator
@inline
export function flag(field: i32, index: i32): bool {
  return index >= 0 && load<u8>(column(field) + index) == 1;
}
