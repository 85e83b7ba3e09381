// Reads a date however it was typed: as text in all usual forms, as a serial day, with a time behind it, without a year.

import {
  addDays,
  type Day,
  dayFromColumn,
  dayOf,
  formatMinute,
  type Minute,
  parseDay,
  parseMinute,
} from '../core/day.js';
import { matchable } from '../core/text.js';
import type { Raw } from './sheet.js';
import { Remembered } from './text.js';

export type DateFault = 'notation' | 'year' | 'ambiguous' | 'none';

export type ReadDate =
  | { readonly ok: true; readonly day: Day; readonly minute: Minute | null; readonly serial: boolean }
  | { readonly ok: false; readonly fault: DateFault; readonly readings: readonly string[] };

/** Serial days that somebody alive may have meant: 1982 to 2064. A smaller number is an amount. */
const EARLIEST = 30_000;
const LATEST = 60_000;
const SERIAL_ZERO = -25_569;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function wrong(fault: DateFault, ...readings: string[]): ReadDate {
  return { ok: false, fault, readings };
}

function found(day: Day | null, minute: Minute | null = null): ReadDate {
  return day === null ? wrong('none') : { ok: true, day, minute, serial: false };
}

/** A serial day with its time as a fraction: 43854.1 is 02:24. */
export function serialDate(value: number): ReadDate | null {
  if (value < EARLIEST || value >= LATEST) return null;
  const minutes = Math.round((value - Math.floor(value)) * 1440);
  const day = dayFromColumn(Math.floor(value) + SERIAL_ZERO);
  if (minutes === 0) return { ok: true, day, minute: null, serial: true };
  return { ok: true, day: addDays(day, Math.floor(minutes / 1440)), minute: minutes % 1440, serial: true };
}

const monthAndDay = /^(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?$/u;

/** By year: a column of dates holds few different ones. */
const texts = new Map<number | null, Remembered<ReadDate>>();

export function readDate(raw: Raw, year: number | null): ReadDate {
  if (typeof raw !== 'string') return dateOf(raw, year);
  let known = texts.get(year);
  if (known === undefined) {
    known = new Remembered((text) => dateOf(text, year));
    texts.set(year, known);
  }
  return known.of(raw);
}

function dateOf(raw: Raw, year: number | null): ReadDate {
  if (typeof raw === 'boolean') return wrong('notation');
  if (typeof raw === 'number') {
    const serial = serialDate(raw);
    if (serial !== null) return serial;
    const compact = parseDay(String(raw));
    return compact !== null ? found(compact) : pointDate(String(raw), year);
  }
  const whole = matchable(raw ?? '')
    .replace(/^[（(【[]|[)）】\]]$/gu, '')
    .trim();
  if (/^\d{5}(?:\.\d+)?$/u.test(whole)) return serialDate(Number(whole)) ?? wrong('notation');
  const at = /[T\s]*(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z)?$/u.exec(whole);
  const minute = at === null ? null : parseMinute(at[1] ?? '');
  if (at !== null && minute === null) return wrong('none');
  return dayText(at === null ? whole : whole.slice(0, at.index).trim(), minute, year);
}

function dayText(spaced: string, minute: Minute | null, year: number | null): ReadDate {
  const text = spaced
    .replace(/\s*([年月日./-])\s*/gu, '$1')
    .replace(/(?:星期|周)[一二三四五六日天]$/u, '')
    .trim();
  const plain = parseDay(text);
  if (plain !== null) return found(plain, minute);
  const full = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?\.?$/u.exec(text);
  if (full !== null) return found(dayOf(Number(full[1]), Number(full[2]), Number(full[3])), minute);
  const short = monthAndDay.exec(text);
  if (short !== null) {
    if (text.includes('.')) return pointDate(text, year);
    if (year === null) return wrong('year');
    return found(dayOf(year, Number(short[1]), Number(short[2])), minute);
  }
  const last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (last !== null) {
    const [a, b, y] = [Number(last[1]), Number(last[2]), Number(last[3])];
    if (a <= 12 && b <= 12 && a !== b) return wrong('ambiguous', `${y}-${a}-${b}`, `${y}-${b}-${a}`);
    return found(a > 12 ? dayOf(y, b, a) : dayOf(y, a, b), minute);
  }
  const named = /^(?:(\d{1,2})[\s-]+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2}))(?:,?[\s-]+(\d{4}))?$/iu.exec(text);
  if (named !== null) {
    const month = months.indexOf((named[2] ?? named[3] ?? '').toLowerCase()) + 1;
    const y = named[5] === undefined ? year : Number(named[5]);
    if (month === 0) return wrong('notation');
    return y === null ? wrong('year') : found(dayOf(y, month, Number(named[1] ?? named[4])), minute);
  }
  return wrong('notation');
}

/** `1.10`: a cell that was typed so is stored as 1.1, and the tenth has become the first. */
function pointDate(text: string, year: number | null): ReadDate {
  const parts = /^(\d{1,2})\.(\d{1,2})$/u.exec(text);
  if (parts === null) return wrong('notation');
  const [month, date] = [Number(parts[1]), parts[2] ?? ''];
  if (month < 1 || month > 12) return wrong('notation');
  if (/^[123]0?$/u.test(date)) {
    const one = date.slice(0, 1);
    return wrong('ambiguous', `${month}月${one}日`, `${month}月${one}0日`);
  }
  if (year === null) return wrong('year');
  return found(dayOf(year, month, Number(date)));
}

/** A time of day: `08:30`, `8:30:00`, or a fraction of a day. */
export function readTime(raw: Raw): string | null {
  if (typeof raw === 'number') return raw >= 0 && raw < 1 ? formatMinute(Math.round(raw * 1440) % 1440) : null;
  if (typeof raw !== 'string') return null;
  const text = matchable(raw)
    .replace(/^(\d{1,2})[时点](\d{1,2})分?$/u, '$1:$2')
    .replace(/^(\d{1,2})[时点]$/u, '$1:00');
  const minute = parseMinute(text.replace(/^(\d{1,2}:\d{2}):\d{2}$/u, '$1'));
  return minute === null ? null : formatMinute(minute);
}

/** The date that a text of words holds: 「（1月30日）」「统计日期：2020年1月30日」. Null where there is none, or several. */
export function dateInWords(text: string, year: number | null): ReadDate | null {
  const plain = matchable(text);
  const pattern =
    /(?:(\d{4})\s*(?:年|[-/.])\s*)?(?<![\d.])(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*(?:日|号)?(?![\d.])/gu;
  const dates = [...plain.matchAll(pattern)].filter((match) => match[1] !== undefined || match[0].includes('月'));
  const only = dates[0];
  if (only === undefined || dates.length > 1) return null;
  const y = only[1] === undefined ? year : Number(only[1]);
  return y === null ? wrong('year') : found(dayOf(y, Number(only[2]), Number(only[3])));
}
