// The known names nearest to a word nobody knows: what a hint offers in place of a slip of the pen.

import { compareText, matchable } from './text.js';

/** How many slips a word of this many characters may hold and still be meant for another. */
function slipsAllowed(length: number): number {
  if (length < 2) return 0;
  if (length < 5) return 1;
  return Math.min(5, Math.max(2, Math.floor(length / 3)));
}

/** What is longer than any name is no slip of the pen, and comparing it costs what its length is. */
const LONGEST = 300;

const ideograph = /\p{Script=Han}/u;

function pointsOf(text: string): string[] {
  return Array.from(matchable(text).toLowerCase());
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from one word to the other, or null as soon as it is plain that
 * there are more than `most`. Only the band of cells that can still stay within `most` is worked out; a cell beside it
 * holds any number above that.
 */
function edits(a: readonly string[], b: readonly string[], most: number): number | null {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let current: number[] = [];
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    current[from - 1] = i;
    let least = i;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    current[to + 1] = most + 1;
    // A swap reaches back two rows, so one row above the bound is not yet the end.
    if (least > most && leastBefore > most) return null;
    leastBefore = least;
    [before, previous, current] = [previous, current, before];
  }
  const total = previous[b.length]!;
  return total <= most ? total : null;
}

/** A part of a name stands for it (防护服 for 医用防护服) where it is long enough to say something. */
function contains(longer: string, part: string, length: number): boolean {
  return length >= (ideograph.test(part) ? 2 : 3) && longer.includes(part);
}

/** Up to `most` of the known names that are near the word, the nearest first; ties are in code-unit order. */
export function nearest(word: string, known: Iterable<string>, most = 3): string[] {
  if (word.length > LONGEST) return [];
  const points = pointsOf(word);
  const folded = points.join('');
  if (folded === '') return [];
  const allowed = slipsAllowed(points.length);
  const found = new Map<string, number>();
  for (const name of known) {
    const distance = distanceTo(name, points, folded, allowed);
    if (distance !== null) found.set(name, distance);
  }
  return [...found]
    .sort(([nameA, a], [nameB, b]) => a - b || compareText(nameA, nameB))
    .slice(0, most)
    .map(([name]) => name);
}

function distanceTo(name: string, points: readonly string[], folded: string, allowed: number): number | null {
  const other = pointsOf(name);
  const otherFolded = other.join('');
  const gap = Math.abs(other.length - points.length);
  const byEdits = gap > allowed ? null : edits(points, other, allowed);
  const isPart =
    other.length > points.length
      ? contains(otherFolded, folded, points.length)
      : contains(folded, otherFolded, other.length);
  if (!isPart) return byEdits;
  const byPart = 1 + gap / 10;
  return byEdits === null ? byPart : Math.min(byEdits, byPart);
}
