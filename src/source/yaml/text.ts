// A YAML file's text: its encoding, its conflict markers, and the way from the library's offsets to places.

import type { Place } from '../../core/finding.js';

const STEP = 256;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text with offsets in UTF-16 units, which is how the library counts, and places in bytes, which is how we do. */
export class YamlText {
  readonly text: string;
  private readonly ascii: boolean;
  /** Byte offset of every STEP-th unit, as far as somebody has asked. */
  private readonly marks: number[] = [0];

  constructor(
    readonly file: string,
    private readonly bytes: Uint8Array,
  ) {
    this.text = decoder.decode(bytes);
    this.ascii = this.text.length === bytes.length;
  }

  /** From `start` to `end`, but never beyond the line on which it starts. */
  place(start: number, end: number): Place {
    const { text } = this;
    const from = Math.min(start, text.length);
    let to = Math.min(Math.max(end, from), text.length);
    // Searched within the value only: a file may be one line of millions of them.
    const newline = text.slice(from, to).indexOf('\n');
    if (newline >= 0) to = from + newline;
    while (to > from + 1 && /\s/u.test(text.charAt(to - 1))) to--;
    return { kind: 'bytes', file: this.file, start: this.byteAt(from), end: this.byteAt(to) };
  }

  /** The text of the line on which an offset is. */
  lineAt(offset: number): string {
    const newline = this.text.indexOf('\n', offset);
    return this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, newline < 0 ? undefined : newline);
  }

  /** The lines that git left between two versions: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`. */
  conflictMarkers(): Place[] {
    const places: Place[] = [];
    for (const match of this.text.matchAll(/^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$).*/gmu)) {
      places.push(this.place(match.index, match.index + match[0].length));
    }
    return places;
  }

  private byteAt(offset: number): number {
    if (this.ascii) return offset;
    const { marks, bytes, text } = this;
    const step = Math.floor(offset / STEP);
    while (marks.length <= step) {
      const last = marks.length - 1;
      marks.push(advance(bytes, marks[last]!, text, last * STEP, (last + 1) * STEP));
    }
    return advance(bytes, marks[step]!, text, step * STEP, offset);
  }
}

/** The byte offset of unit `to`, given that of unit `from`. A place between surrogates is that of the pair's start. */
function advance(bytes: Uint8Array, at: number, text: string, from: number, to: number): number {
  let byte = at;
  for (let unit = from; unit < to; unit++) {
    const code = text.charCodeAt(unit);
    // A low surrogate has been counted with its high one.
    if (code < 0x80) byte += 1;
    else if (code < 0x800) byte += 2;
    else if (code >= 0xd800 && code < 0xdc00) byte += 4;
    else if (code < 0xdc00 || code >= 0xe000) byte += 3;
  }
  return Math.min(byte, bytes.length);
}
