// Which ends a kind of movement has, and what stands at them.

import type { MovementKind, PartyKind } from '../book/choices.js';
import { kindOfWord, type Texts } from './values.js';

export function rangeText({
  left,
  right,
  top,
  bottom,
}: {
  left: number;
  right: number;
  top: number;
  bottom: number;
}): string {
  const at = (row: number, column: number) => `${String.fromCharCode(65 + (column % 26))}${row + 1}`;
  return `${at(top, left)}:${at(bottom, right)}`;
}

/** What a new party would be at this end; null where the kind of movement allows none. */
export function partyAt(column: string, kind: MovementKind | null): PartyKind | null {
  if (column === 'from') return kind === 'receipt' || kind === null ? 'donor' : kind === 'reversal' ? 'donor' : null;
  return kind === 'issue' || kind === null ? 'recipient' : null;
}

/** The ends a movement cannot do without. */
export function endsOf(texts: Texts): readonly string[] {
  const kind = texts.kind === undefined ? null : kindOfWord(texts.kind);
  if (kind === 'receipt' || kind === 'issue' || kind === 'transfer' || kind === 'return') return ['from', 'to'];
  if (kind === 'opening' || kind === 'gain') return ['to'];
  return kind === 'disposal' || kind === 'loss' ? ['from'] : [];
}

/** Goods that come back travel the other way; a reversal keeps the ends of what it undoes. */
export function turnRound(texts: Texts, kind: MovementKind): void {
  if (kind === 'return') {
    const { from = '', to = '' } = texts;
    texts.from = to;
    texts.to = from;
  } else if (kind === 'disposal') delete texts.to;
}
