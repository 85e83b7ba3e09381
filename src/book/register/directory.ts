// Finds what a word in a ledger names: a code first, else a name or an alias, else the nearest candidates.

import { nearest } from '../../core/nearest.js';

/** A register that lacks so many words is not misspelt, it is another register: no more candidates are looked for. */
const MOST_COMPARED = 2_000_000;

/** Codes and names in the form that is matched, each with the entries (by index) it stands for. */
export class Directory {
  private readonly codes = new Map<string, number>();
  private readonly names = new Map<string, number[]>();
  private readonly suggested = new Map<string, string[]>();

  constructor(private left = MOST_COMPARED) {}

  /** The entry that declared a code first. */
  code(code: string): number | undefined {
    return this.codes.get(code);
  }

  addCode(code: string, entry: number): void {
    if (!this.codes.has(code)) this.codes.set(code, entry);
  }

  addName(name: string, entry: number): void {
    if (name === '') return;
    const entries = this.names.get(name);
    if (entries === undefined) this.names.set(name, [entry]);
    else if (!entries.includes(entry)) entries.push(entry);
  }

  /** Every entry that a word fits: the one whose code it is, else all that bear it as a name. */
  find(word: string): readonly number[] {
    const coded = this.codes.get(word);
    if (coded !== undefined) return [coded];
    return this.names.get(word) ?? [];
  }

  named(name: string): readonly number[] {
    return this.names.get(name) ?? [];
  }

  /** The nearest codes and names, looked for once a word: a slip that fills a column is one slip. */
  suggest(word: string): string[] {
    let found = this.suggested.get(word);
    if (found === undefined) {
      found = this.left > 0 ? nearest(word, new Set([...this.codes.keys(), ...this.names.keys()])) : [];
      this.left -= this.codes.size + this.names.size;
      this.suggested.set(word, found);
    }
    return found;
  }
}
