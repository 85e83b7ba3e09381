// Names as they are kept and as they are compared: invisible characters and lay-out go, everything else stays as typed.

import { matchable } from '../core/text.js';

const zeroWidth = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** A text for a cell of the book: on one line, without invisible characters; a newline inside a Chinese word closes up. */
export function cleanText(raw: string): string {
  return raw
    .replace(zeroWidth, '')
    .replace(/(?<=\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, '')
    .replace(/[\s\u00A0\u3000]+/gu, ' ')
    .trim();
}

/** The form in which names are compared: the same for `N95 口罩`, `Ｎ95　口罩` and one with a newline in it. */
export function nameKey(raw: string): string {
  return matchable(cleanText(raw)).replace(/\s+/gu, ' ');
}
