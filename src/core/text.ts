// How a cell's text is matched, and how text from a book is shown without acting on the terminal.

const zeroWidth = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** The form in which cells are matched: NFKC, without zero-width characters, trimmed. */
export function matchable(raw: string): string {
  if (isPlain(raw)) return raw;
  // Zero-width characters go first, so that the form is stable: matching it again changes nothing.
  return raw.replace(zeroWidth, '').normalize('NFKC').trim();
}

/** Printable ASCII without blanks, as most codes are: already in the form that is matched. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x21 || unit > 0x7e) return false;
  }
  return true;
}

// Beyond the C0 controls: DEL and C1, line and paragraph separators, zero-width and bidirectional marks, tags that nobody
// sees, halves of characters, and the code points that are no characters, which XML does not allow.
const marks =
  '\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF' +
  '\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E007F}\\uD800-\\uDFFF';
const hidden = new RegExp(`[\\u0000-\\u001F${marks}]`, 'gu');
/** The same without the controls that JSON writes as escapes by itself. */
export const hiddenInJson = new RegExp(`[${marks}]`, 'gu');

// No script stacks as many marks on one letter; hundreds of them are drawn over the lines above and below.
const heaped = /(\p{M}{8})\p{M}+/gu;
const ascii = /^[\x20-\x7e]*$/;

function escapeOf(c: string): string {
  if (c === '\n') return '\\n';
  if (c === '\r') return '\\r';
  if (c === '\t') return '\\t';
  const code = c.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The original text with everything invisible or directional written as an escape. */
export function visible(raw: string): string {
  return ascii.test(raw) ? raw : raw.replace(hidden, escapeOf).replace(heaped, '$1…');
}

/** The same for a text that may have several lines, a note in a spreadsheet's cell for instance. */
export function visibleLines(raw: string): string {
  return ascii.test(raw) ? raw : raw.split('\n').map(visible).join('\n');
}

/** The same, cut to a length that fits a message. */
export function quoted(raw: string, most = 60): string {
  // A character is at most two units: what lies further on is cut off in any case, however much of it there is.
  const shown = visible(raw.slice(0, 2 * most + 2));
  const points = [...shown];
  return points.length <= most ? shown : `${points.slice(0, most - 1).join('')}…`;
}

/** Code-unit order, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
