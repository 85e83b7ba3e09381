// Rows as the lines of a CSV file: quoted only where they must be, ended as the file ends its lines.

import { refuse } from './fault.js';

const needsQuotes = /[",\r\n]/;

/** A cell as it stands in a file. A newline is allowed in a note only: elsewhere it would look like two rows. */
export function csvCell(column: string, text: string): string {
  // Most cells are plain, and there may be a million of them.
  if (!/[",\r\n\0]/.test(text)) return text;
  if (/[\r\n]/.test(text) && column !== 'note') refuse({ kind: 'cell', column, text });
  // A blank at either end is lost on reading, and a byte order mark would be taken for one.
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  return needsQuotes.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function csvLine(cells: readonly string[], newline: string): string {
  const line = cells.join(',');
  // A row of one empty cell would be a blank line; a row that begins like a conflict marker would be taken for one.
  return `${/^[<=>|]{7}/.test(line) ? `"${cells[0] ?? ''}"${line.slice((cells[0] ?? '').length)}` : line}${newline}`;
}
