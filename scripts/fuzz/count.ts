// How many rows a CSV file has, by a reader of fifty lines that shares nothing with the one it is held against.

export interface Counted {
  readonly rows: number;
  readonly ragged: number;
}

/** Null where it cannot be made out: a quote in the wrong place, or bytes of no encoding. */
export function countRows(bytes: Uint8Array): Counted | null {
  const text = decoded(bytes);
  if (text === null) return null;
  let width = -1;
  let rows = 0;
  let ragged = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const start = at;
    const cells: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const close = closing(text, at);
        if (close < 0) return null;
        cells.push(text.slice(at, close));
        at = close;
      } else {
        const from = at;
        while (at < text.length && text[at] !== ',' && text[at] !== '\n') if (text[at++] === '"') return null;
        cells.push(text.slice(from, at).replace(/\r$/u, text[at] === ',' ? '\r' : ''));
      }
      if (text.startsWith('\r\n', at) || (text[at] === '\r' && at + 1 === text.length)) at++;
      if (at >= text.length || text[at] === '\n') break;
      if (text[at] !== ',') return null;
      at++;
    }
    const raw = text.slice(start, at);
    at++;
    if (width < 0) {
      if (cells.some((cell) => cell.replace(/^"|"$/gu, '').trim() !== '')) width = cells.length;
    } else if (/[^\u0000- ,]/u.test(raw)) {
      rows++;
      if (cells.length < width || cells.slice(width).some((cell) => cell !== '' && cell !== '""')) ragged++;
    }
  }
  return { rows, ragged };
}

/**
 * How many rows a file has by its lines alone: no quote reaches past its line where no column may hold several. Null
 * where one may, or where the header itself is in quotes.
 */
export function countLines(bytes: Uint8Array): number | null {
  const lines = (decoded(bytes) ?? '').replace(/^\ufeff/u, '').split('\n');
  const header = lines.findIndex((line) => line.replaceAll(',', '').trim() !== '');
  if (header < 0 || /["注]|note/iu.test(lines[header]!.normalize('NFKC'))) return null;
  return lines.slice(header + 1).filter((line) => /[^\u0000- ,]/u.test(line)).length;
}

/** Where the quoted cell that opens at `at` ends, its closing quote included; negative where it does not. */
function closing(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    if (text[close + 1] !== '"') return close + 1;
    close++;
  }
  return -1;
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // The next one, or none.
    }
  }
  return null;
}
