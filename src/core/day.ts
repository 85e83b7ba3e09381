// Calendar days and times of day, without a clock and without a time zone.

declare const dayBrand: unique symbol;
/** Days since 1970-01-01. */
export type Day = number & { readonly [dayBrand]: true };
/** Minutes since 00:00. */
export type Minute = number;

export const MINUTES_A_DAY = 1440;

function dayNumber(n: number): Day {
  return n as Day;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; a month that is none has none. */
function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
}

/** The day of a civil date, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1000 || year > 9999 || date < 1 || date > monthLength(year, month)) return null;
  return dayNumber(Math.floor(Date.UTC(year, month - 1, date) / 86_400_000));
}

const dated =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})\/(\d{1,2})\/(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})(\d{2})(\d{2}))$/u;

/** Reads `2022-01-12`, `2022/1/12`, `2022年1月12日` and `20220112`. */
export function parseDay(text: string): Day | null {
  const match = dated.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, date = 0] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return dayOf(year, month, date);
}

const clock = /^(\d{1,2}):(\d{2})$/u;

/** Reads `HH:MM`, 00:00 to 23:59. */
export function parseMinute(text: string): Minute | null {
  const match = clock.exec(text);
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** A date, or a date and a time with a space or `T` between; without a time the day's start. */
export function parseMoment(text: string): { readonly day: Day; readonly minute: Minute | null } | null {
  const at = /[T\s]+(?=\d{1,2}:)/u.exec(text);
  if (at === null) {
    const day = parseDay(text);
    return day === null ? null : { day, minute: null };
  }
  const day = parseDay(text.slice(0, at.index));
  const minute = parseMinute(text.slice(at.index + at[0].length));
  return day === null || minute === null ? null : { day, minute };
}

export function addDays(day: Day, days: number): Day {
  return dayNumber(day + days);
}

/** Year, month and date of a day. */
export function civil(day: Day): readonly [number, number, number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** `2022-01-12` */
export function formatDay(day: Day): string {
  const [year, month, date] = civil(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** `06:30` */
export function formatMinute(minute: Minute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A day as it was kept in a typed column. */
export function dayFromColumn(n: number): Day {
  return dayNumber(n);
}
