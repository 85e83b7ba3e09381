// What must hold of any answer about any book: checked of the model and, once it is wired, of the engine.
import { compare, parseDecimal, sum } from './number.js';
import type { Finding, ModelResult } from './types.js';

function value(text: string): bigint {
  const quantity = parseDecimal(text);
  if (quantity === null) throw new Error(`no plain quantity: ${text}`);
  return quantity;
}

/** The lines for which closing = opening + in − out + adjusted does not hold. */
export function unbalanced(result: ModelResult): unknown[] {
  return result.lines.filter(
    (line) =>
      value(line.closing) !== value(line.opening) + value(line.in) - value(line.out) + value(line.adjusted) ||
      (line.counted === null) !== (line.variance === null),
  );
}

/** The delivery lines for which dispatched = received + damaged + returned + lost + inTransit does not hold. */
export function leaking(result: ModelResult): unknown[] {
  return result.deliveries.filter(
    (line) =>
      value(line.dispatched) !==
      sum([line.received, line.damaged, line.returned, line.lost, line.inTransit].map((text) => value(text))),
  );
}

/** How often each check found something: the same whatever files and rows the findings stand at. */
export function codes(findings: Finding[]): string[] {
  return findings.map((finding) => finding.code).sort();
}

/** An answer without its places, so that the same book written another way gives the same. */
export function withoutPlaces(result: ModelResult): unknown {
  return { ...result, findings: codes(result.findings) };
}

/** The rows of a book dated up to a day, and those without a readable date. */
export function upTo(files: Record<string, string>, date: string): Record<string, string> {
  const entries = Object.entries(files).map(([path, text]) => {
    if (!path.includes('/')) return [path, text];
    const [header, ...rows] = text.split('\n');
    const kept = rows.filter((row) => !/^2022-01-\d\d,/.test(row) || compare([row.slice(0, 10)], [date]) <= 0);
    return [path, [header, ...kept].join('\n')];
  });
  return Object.fromEntries(entries);
}
