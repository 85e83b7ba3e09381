// The inner loops in WebAssembly, compiled by scripts/wasm.mjs. Each is there in plain TypeScript too, and tests hold both
// to the same answer.

export { greatest, sum } from './columns';
export { inspectDocuments } from './documents';
export { mayIdentify } from './identity';
export { allocate } from './memory';
export { judged, judgeStock, referring } from './movements';
export { usePosting } from './posting/context';
export { addDeliveries, runEvents } from './posting/events';
export { postRows } from './posting/rows';
export { readQuantities } from './quantities';
export { rows, scan, unescaped } from './records';
export { compareTexts, createTable, expect, fill, fillColumns, firstUnplain, intern, splitNumbers, translate } from './spellings';
