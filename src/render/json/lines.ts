// JSON, one value a line: rows as a stream for other programs.

import { inertJson } from './inert.js';

const CHUNK = 1 << 16;

/** Pieces that are ready to write; nothing for no values. */
export function* ndjsonPieces(values: Iterable<unknown>): Generator<string> {
  let piece = '';
  for (const value of values) {
    piece += `${JSON.stringify(value)}\n`;
    if (piece.length < CHUNK) continue;
    yield inertJson(piece);
    piece = '';
  }
  if (piece !== '') yield inertJson(piece);
}
