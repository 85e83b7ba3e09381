// Names as they are kept and as they are compared: invisible characters and lay-out go, everything else stays as typed.

import { matchable } from '../core/text.js';

const untidy = /[\s\u200B-\u200D\u2060\uFEFF]/u;
const zeroWidth = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** A text for a cell of the book: on one line, without invisible characters; a newline inside a Chinese word closes up. */
export function cleanText(raw: string): string {
  // Most cells need nothing done.
  if (!untidy.test(raw)) return raw;
  return raw
    .replace(zeroWidth, '')
    .replace(/(?<=\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, '')
    .replace(/[\s\u00A0\u3000]+/gu, ' ')
    .trim();
}

/** The form in which names are compared: the same for `N95 口罩`, `Ｎ95　口罩` and one with a newline in it. */
export function nameKey(raw: string): string {
  return keys.of(raw);
}

/** Answers that cost something and are asked for again and again: the same few names fill a column. */
export class Remembered<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly answer: (text: string) => T) {}

  of(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = this.answer(text);
    // Texts that are all different are not worth keeping.
    if (text.length <= 80 && this.known.size < 20_000) this.known.set(text, made);
    return made;
  }
}

const keys = new Remembered((raw) => matchable(cleanText(raw)).replace(/\s+/gu, ' '));
