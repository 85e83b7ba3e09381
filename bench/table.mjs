// Prints what was measured as a table: medians, spread, memory, and each program as a multiple of the ones to compare with.

/** @typedef {import('./measure.mjs').Result} Result */

/**
 * @param {string} title
 * @param {Result[]} results
 * @param {string[]} bases
 * @returns {string}
 */
export function table(title, results, bases) {
  const shown = bases.filter((base) => results.some((r) => r.name === base && r.median !== null));
  const memory = results.some((r) => r.megabytes !== null);
  const head = [
    'name',
    'what it does',
    'median',
    'fastest–slowest',
    ...(memory ? ['MB'] : []),
    ...shown.map((b) => `× ${b}`),
  ];
  const body = results.map((r) => {
    if (r.median === null) return [r.name, r.does, `– ${(r.failed ?? 'not run').slice(0, 160)}`];
    const ratios = shown.map((base) => ratio(results, r.name, base)?.toFixed(2) ?? '');
    const spread = `${seconds(r.fastest)}–${seconds(r.slowest)}`;
    return [r.name, r.does, seconds(r.median), spread, ...(memory ? [String(r.megabytes ?? '')] : []), ...ratios];
  });
  // A row that failed says why in place of figures, and does not widen the columns.
  const widths = head.map((text, n) =>
    Math.max(text.length, ...body.filter((row) => row.length === head.length || n < 2).map((row) => row[n].length)),
  );
  const line = (/** @type {string[]} */ row) =>
    row.map((text, n) => (n < 2 ? text.padEnd(widths[n]) : text.padStart(widths[n]))).join('  ');
  return [title, line(head), line(widths.map((n) => '─'.repeat(n))), ...body.map(line)].join('\n');
}

/**
 * How many times the median of `base` the median of `name` is.
 * @param {Result[]} results
 * @param {string} name
 * @param {string} base
 */
export function ratio(results, name, base) {
  const [a, b] = [name, base].map((wanted) => results.find((r) => r.name === wanted)?.median ?? null);
  return a === null || b === null ? null : a / b;
}

/** @param {number | null} value */
const seconds = (value) => (value === null ? '' : `${value.toFixed(value < 1 ? 3 : 2)} s`);
