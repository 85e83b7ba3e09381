// A line so long that counting its characters from the start, for every place on it, would cost its length each time.

/** Lines up to so many bytes are counted anew for every place. */
export const LONG = 4096;

export interface Stretch {
  /** Characters of the line before it. */
  readonly from: number;
  readonly text: string;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Counts the characters of one line once, with a mark every so many bytes, as far as anybody asks. */
export class LongLine {
  /** How many characters stand before each mark. */
  private readonly marks: number[] = [0];
  private readonly stretches = new Map<number, Stretch>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly start: number,
    readonly stop: number,
  ) {}

  /** Characters from the start of the line to an offset of the file. */
  charactersTo(offset: number): number {
    const mark = Math.floor((offset - this.start) / LONG);
    this.markTo(mark);
    return this.marks[mark]! + characters(this.bytes, this.start + mark * LONG, offset);
  }

  /** The offset in the file of a character of the line; the end of the line where it has fewer. */
  offsetOf(character: number): number {
    const { bytes, marks, stop } = this;
    const all = Math.floor((stop - this.start) / LONG);
    while (marks.length <= all && marks[marks.length - 1]! <= character) this.markTo(marks.length);
    let low = 0;
    let high = marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (marks[middle]! <= character) low = middle;
      else high = middle - 1;
    }
    let count = marks[low]!;
    let at = this.start + low * LONG;
    // A mark may stand within a character, which was counted before it.
    for (; at < stop; at++) if (isFirst(bytes[at]!) && count++ === character) break;
    return at;
  }

  /** What stands around an offset, and how many characters stand before it; findings near each other share it. */
  around(offset: number): Stretch {
    const block = Math.floor((offset - this.start) / LONG);
    const known = this.stretches.get(block);
    if (known !== undefined) return known;
    const from = this.charactersTo(this.start + Math.max(0, block - 1) * LONG);
    const to = this.charactersTo(Math.min(this.stop, this.start + (block + 3) * LONG));
    const made = { from, text: decoder.decode(this.bytes.subarray(this.offsetOf(from), this.offsetOf(to))) };
    this.stretches.set(block, made);
    return made;
  }

  private markTo(mark: number): void {
    const { bytes, marks, start } = this;
    for (let next = marks.length; next <= mark; next++) {
      marks.push(marks[next - 1]! + characters(bytes, start + (next - 1) * LONG, start + next * LONG));
    }
  }
}

/** Characters (code points) between two offsets of UTF-8. */
export function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isFirst(bytes[i]!)) count++;
  return count;
}

function isFirst(byte: number): boolean {
  return (byte & 0xc0) !== 0x80;
}
