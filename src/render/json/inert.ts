// JSON that acts on nobody who looks at it: what a terminal would obey or nobody would see is written as an escape, which
// every reader of JSON turns back into the same text.

import { hiddenInJson } from '../../core/text.js';

/** A piece of JSON text, or several lines of it. */
export function inertJson(json: string): string {
  return json.replace(hiddenInJson, (c) =>
    Array.from({ length: c.length }, (_, at) => `\\u${c.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
