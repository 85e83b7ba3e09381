// Runs the engine on a small book written in a test, and says its answer in one line a figure.
import { engineAnswer } from '../model/engine.js';
import { balances, delivered, found, type Ledgers, smallBook, transit } from '../model/small.js';
import type { ModelResult } from '../model/types.js';

/** A day of January 2022, as `@3` in the rows of a book. */
export function asOf(day: number, ledgers: Ledgers): ModelResult {
  return engineAnswer(smallBook(ledgers), `2022-01-${String(day).padStart(2, '0')}`);
}

/** `site item lot: opening in out adjusted closing counted variance status` of each line, `-` for absent or blank. */
export function lines(day: number, ledgers: Ledgers): string[] {
  return balances(asOf(day, ledgers));
}

/** `doc item lot: dispatched received damaged returned lost inTransit status` of each delivery line. */
export function deliveries(day: number, ledgers: Ledgers): string[] {
  return transit(asOf(day, ledgers));
}

/** `today total signedTotal incomplete` of what was delivered of a category. */
export function deliveredOf(category: string, day: number, ledgers: Ledgers): string {
  return delivered(asOf(day, ledgers), category);
}

/** Where a check has found something: `stock:5` is the fifth line of the ledger's only file. */
export function finds(code: string, day: number, ledgers: Ledgers): string[] {
  return found(asOf(day, ledgers))
    .filter((each) => each.startsWith(`${code} `))
    .map((each) => each.slice(code.length + 1));
}
