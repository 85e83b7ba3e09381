// The kernel's memory: given out, never taken back.

/** Memory that is never given back: buffers that grow leave their old selves behind. */
export function allocate(size: i32): usize {
  return heap.alloc(size);
}

/** How large memory is, in pages of 64 KB: it may have grown since somebody looked at it. */
export function pages(): i32 {
  return memory.size();
}
