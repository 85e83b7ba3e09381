// Texts of a column that nothing is looked up by (whom a need is about, who acted): kept as bytes, row by row, and made
// into words only when somebody reads them.

import { Float64Vector } from '../../core/vector.js';
import { type Batch, STRIDE } from '../../source/csv/batch.js';

const decoder = new TextDecoder();

export class CellTexts {
  private bytes = new Uint8Array(1 << 16);
  /** Where the text of each row ends; it begins where the one before ends. */
  private readonly ends = new Float64Vector();

  get length(): number {
    return this.ends.length;
  }

  /** Rows are written in order; forgetting the last ones forgets their texts. */
  set length(rows: number) {
    this.ends.length = rows;
  }

  reserve(more: number): void {
    this.ends.reserve(more);
  }

  /** Takes the cell of a row of the batch as the text of row `at`; `cell` is −1 where the file has no such column. */
  put(at: number, batch: Batch, cell: number, row: number): void {
    const ends = this.ends.data;
    const from = at === 0 ? 0 : ends[at - 1]!;
    if (cell < 0) {
      ends[at] = from;
      return;
    }
    const { start, end, bytes } = batch;
    const first = start[cell * STRIDE + row]!;
    const length = end[cell * STRIDE + row]! - first;
    if (from + length > this.bytes.length) this.grow(from + length);
    const into = this.bytes;
    for (let i = 0; i < length; i++) into[from + i] = bytes[first + i]!;
    ends[at] = from + length;
  }

  /** True where the cell holds anything at all. */
  has(row: number): boolean {
    return this.ends.data[row]! > (row === 0 ? 0 : this.ends.data[row - 1]!);
  }

  /** As it stands in the file, without the blanks around it; nothing for row −1. */
  text(row: number): string {
    if (row < 0) return '';
    const from = row === 0 ? 0 : this.ends.data[row - 1]!;
    return decoder.decode(this.bytes.subarray(from, this.ends.data[row]!)).trim();
  }

  private grow(size: number): void {
    const grown = new Uint8Array(Math.max(size, this.bytes.length * 2));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
