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

// C0 and C1 controls, line and paragraph separators, zero-width and bidirectional marks.
const hidden =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** The original text with everything invisible or directional written as an escape. */
export function visible(raw: string): string {
  return raw.replace(hidden, (c) => {
    if (c === '\n') return '\\n';
    if (c === '\r') return '\\r';
    if (c === '\t') return '\\t';
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The same, cut to a length that fits a message. */
export function quoted(raw: string, most = 60): string {
  const shown = visible(raw);
  const points = [...shown];
  return points.length <= most ? shown : `${points.slice(0, most - 1).join('')}…`;
}

/** Code-unit order, which is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
