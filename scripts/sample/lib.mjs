// Small tools of the sample book's generator: repeatable chance, days and clock times, fair splitting, CSV text.

export const DAYS = [5, 6, 7, 8, 9, 10, 11, 12].map((d) => `2022-01-${String(d).padStart(2, '0')}`);
export const LAST = DAYS[DAYS.length - 1];
const SEED = 20220112;

/** A stream of numbers in [0, 1) that depends on the book's seed and a name, so that streams do not disturb each other. */
export function chance(name) {
  let state = SEED;
  for (const c of name) state = Math.imul(state ^ c.codePointAt(0), 0x01000193) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    yes: (share) => next() < share,
  };
}

/** Splits a whole number by weights, exactly: floors first, then the largest remainders. */
export function apportion(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (total * w) / sum);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((x, i) => [x - parts[i], i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, i] of order.slice(0, rest)) parts[i] += 1;
  return parts;
}

export const pad = (n, width) => String(n).padStart(width, '0');
export const clock = (minutes) => `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
export const compact = (date) => date.replaceAll('-', '');

/** The day so many days later. */
export function dayAfter(date, days = 1) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A point in minutes since the first midnight of the book, as date and clock time. */
export function moment(minutes) {
  return { date: dayAfter(DAYS[0], Math.floor(minutes / 1440)), time: clock(((minutes % 1440) + 1440) % 1440) };
}

const cell = (value) => {
  const text = value === undefined || value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV file as Excel and WPS want it: byte order mark, then rows that end in LF. */
export function csv(header, rows) {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** Groups a list by a key, in order of first appearance. */
export function groupBy(list, key) {
  const groups = new Map();
  for (const entry of list) {
    const k = key(entry);
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(entry);
  }
  return groups;
}
