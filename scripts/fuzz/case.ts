// What a case of the fuzzer is: files, how they are read, and what must be found in them if anything must.

import type { Slug } from '../../src/core/slugs.js';

export type Files = Record<string, Uint8Array>;

/** What must hold of the answer beside what must hold of every answer. */
export type Expectation =
  | { readonly kind: 'nothing' }
  /** A fault of one of these checks was put in: an error must be found, and one of these among the findings. */
  | { readonly kind: 'fault'; readonly slugs: readonly Slug[] }
  /** Only the writing differs from these files: the answer must be theirs. */
  | { readonly kind: 'same'; readonly as: Files }
  /** Every balance of these files was counted: another figure without an error would be a false clean bill. */
  | { readonly kind: 'counted'; readonly as: Files }
  /** A byte that a seal vouches for was changed: a finding of seals must say so. */
  | { readonly kind: 'tampered' };

export interface BookCase {
  readonly kind: 'book';
  readonly family: string;
  /** What was done, in a few words. */
  readonly what: string;
  readonly files: Files;
  readonly expect: Expectation;
}

export interface ImportCase {
  readonly kind: 'import';
  readonly family: string;
  readonly what: string;
  readonly files: Files;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Case = BookCase | ImportCase;

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function sizeOf(files: Files): number {
  let sum = 0;
  for (const bytes of Object.values(files)) sum += bytes.length;
  return sum;
}

/** A text file changed a few times over; `once` says what it did. */
export function textMutated(
  files: Files,
  name: string,
  changes: number,
  once: (text: string) => readonly [text: string, what: string],
): { files: Files; what: string } {
  let text = textOf(files[name] ?? new Uint8Array());
  const done: string[] = [];
  for (let n = changes; n > 0; n--) {
    const [changed, what] = once(text);
    text = changed;
    done.push(what);
  }
  return { files: { ...files, [name]: utf8(text) }, what: `${name}: ${done.join('; ')}` };
}
