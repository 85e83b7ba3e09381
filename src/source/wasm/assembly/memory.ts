// The kernel's memory: given out, never taken back.

/** What is given out begins at a multiple of this. */
const ALIGNED: usize = 16;
const PAGE_BITS: usize = 16;

// @ts-expect-error: decorator
@external("env", "grown")
declare function grown(): void;

let next: usize = __heap_base;

/** Memory that is never given back: buffers that grow leave their old selves behind. */
export function allocate(size: i32): usize {
  const at = (next + ALIGNED - 1) & ~(ALIGNED - 1);
  const end = at + <usize>size;
  if (size < 0 || end < at) unreachable();
  if (end > <usize>memory.size() << PAGE_BITS) growTo(end);
  next = end;
  return at;
}

/** Twice as large where that can be had: growing is dear. Views of memory that others have end where it ended before. */
function growTo(end: usize): void {
  const least = <i32>((end + 0xffff) >> PAGE_BITS) - memory.size();
  if (memory.grow(max(least, memory.size())) < 0 && memory.grow(least) < 0) unreachable();
  grown();
}
