// Reads a column of dates with times: the usual notation straight from the bytes, every other once per spelling.

import { dayOf, MINUTES_A_DAY, parseMoment } from '../../core/day.js';
import { type Batch, STRIDE } from '../../source/csv/batch.js';
import { Vocabulary } from '../vocabulary.js';

/** A cell without a moment. */
export const NO_MOMENT = -1;
/** A cell that is no moment. */
export const NOT_A_MOMENT = -2;

const DASH = 0x2d;
const COLON = 0x3a;

function pair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

export class MomentColumn {
  private readonly days = new Map<number, number>();
  private readonly odd: number[] = [];
  private readonly words = new Vocabulary((text) => {
    const moment = parseMoment(text);
    return moment === null ? -2 : this.odd.push(moment.day * MINUTES_A_DAY + (moment.minute ?? 0)) - 1;
  });
  private readonly one = new Int32Array(STRIDE);
  private lastDate = -1;
  private lastDay = NOT_A_MOMENT;

  /** Writes minutes since 1970 to `out`: a day alone is its start. */
  fill(batch: Batch, cell: number, out: Float64Array): void {
    const { rows } = batch;
    if (cell < 0) {
      out.fill(NO_MOMENT, 0, rows);
      return;
    }
    const { start, end, bytes } = batch;
    let at = cell * STRIDE;
    let others = false;
    for (let row = 0; row < rows; row++, at++) {
      const s = start[at]!;
      const e = end[at]!;
      const value = s === e ? NO_MOMENT : e - s === 16 ? this.usual(bytes, s) : NOT_A_MOMENT;
      out[row] = value;
      if (value === NOT_A_MOMENT) others = true;
    }
    if (!others) return;
    this.words.fill(batch, cell, this.one);
    for (let row = 0; row < rows; row++) {
      if (out[row] !== NOT_A_MOMENT) continue;
      const found = this.one[row]!;
      if (found >= 0) out[row] = this.odd[found]!;
      else if (found === NO_MOMENT) out[row] = NO_MOMENT;
    }
  }

  /** `2022-01-12 09:20`, with a space or a T; NOT_A_MOMENT where it is anything else. */
  private usual(bytes: Uint8Array, s: number): number {
    if (bytes[s + 4] !== DASH || bytes[s + 7] !== DASH || bytes[s + 13] !== COLON) return NOT_A_MOMENT;
    const between = bytes[s + 10];
    if (between !== 0x20 && between !== 0x54) return NOT_A_MOMENT;
    const century = pair(bytes, s);
    const year = pair(bytes, s + 2);
    const month = pair(bytes, s + 5);
    const date = pair(bytes, s + 8);
    const hour = pair(bytes, s + 11);
    const minute = pair(bytes, s + 14);
    if (century < 0 || year < 0 || month < 0 || date < 0 || hour < 0 || minute < 0) return NOT_A_MOMENT;
    if (hour > 23 || minute > 59) return NOT_A_MOMENT;
    // All digits of the date, so that the 33rd of a month is not taken for the first of the next.
    const key = ((century * 100 + year) * 100 + month) * 100 + date;
    if (key !== this.lastDate) {
      let day = this.days.get(key);
      if (day === undefined) {
        day = dayOf(century * 100 + year, month, date) ?? NOT_A_MOMENT;
        this.days.set(key, day);
      }
      this.lastDate = key;
      this.lastDay = day;
    }
    return this.lastDay === NOT_A_MOMENT ? NOT_A_MOMENT : this.lastDay * MINUTES_A_DAY + hour * 60 + minute;
  }
}
