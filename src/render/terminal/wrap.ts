// Breaks text into lines of a width: between words, and between Chinese characters where punctuation allows it.

import { clusters, textWidth } from './width.js';

// What may not begin a line, and what may not end one.
const closing = /^[，。、；：？！）》」』】〕”’…,.;:?!)\]}%‰℃]$/u;
const opening = /^[（《「『【〔“‘([{¥$]$/u;

interface Unit {
  text: string;
  width: number;
  /** A blank before it, kept unless a line begins here. */
  readonly spaced: boolean;
}

/** The shortest pieces that stay together. */
function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let last: Unit | null = null;
  let open = false;
  let narrow = false;
  let spaced = false;
  for (const cluster of clusters(text)) {
    if (cluster.text === ' ') {
      spaced = true;
      last = null;
      continue;
    }
    const isNarrow = cluster.width < 2;
    const sticks: boolean = last !== null && (open || closing.test(cluster.text) || (narrow && isNarrow));
    if (sticks && last !== null) {
      last.text += cluster.text;
      last.width += cluster.width;
    } else {
      last = { text: cluster.text, width: cluster.width, spaced };
      units.push(last);
    }
    spaced = false;
    narrow = isNarrow;
    open = opening.test(cluster.text);
  }
  return units;
}

/** Lines of at most `width` columns; a piece that is wider than a line is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of unitsOf(text)) {
    const gap = unit.spaced && used > 0 ? 1 : 0;
    if (used + gap + unit.width <= width) {
      line += `${gap === 1 ? ' ' : ''}${unit.text}`;
      used += gap + unit.width;
      continue;
    }
    if (used > 0) lines.push(line);
    if (unit.width <= width) {
      line = unit.text;
      used = unit.width;
      continue;
    }
    line = '';
    used = 0;
    for (const cluster of clusters(unit.text)) {
      if (used + cluster.width > width && used > 0) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += cluster.text;
      used += cluster.width;
    }
  }
  if (used > 0) lines.push(line);
  return lines;
}

/** As few lines as the width allows, of a length as even as they can be: 昨日 over 结存, not 昨日结 over 存. */
export function wrapEvenly(text: string, width: number): string[] {
  const lines = wrap(text, width);
  if (lines.length < 2) return lines;
  for (let even = Math.ceil(textWidth(text) / lines.length); even < width; even++) {
    const tried = wrap(text, even);
    if (tried.length === lines.length && tried.every((line) => textWidth(line) <= even)) return tried;
  }
  return lines;
}
