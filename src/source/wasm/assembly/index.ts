// The inner loops in WebAssembly, compiled by scripts/wasm.mjs. Each is there in plain TypeScript too, and tests hold both
// to the same answer.

export { greatest, sum } from './columns';
export { mayIdentify } from './identity';
export { allocate, pages } from './memory';
export { judged, judgeStock, referring } from './movements';
export { rows, scan } from './records';
export { createTable, expect, fill, intern, translate } from './spellings';
