// The text of a table's cell, for people and for other programs.

import { dayFromColumn, formatDay } from '../core/day.js';
import type { Lang } from '../core/lang.js';
import { formatGrouped, formatQuantity, ONE } from '../core/quantity.js';
import { type ColumnKind, textIn, type Value } from '../report/document.js';

const TENTH = ONE / 10;

/** The nearest tenth, halves away from zero; what is less than half a tenth is not shown as nothing. */
function nearestTenth(value: number): number {
  const size = Math.abs(value);
  const rest = size % TENTH;
  const rounded = size - rest + (rest * 2 >= TENTH ? TENTH : 0);
  if (rounded === 0) return value;
  return value < 0 ? -rounded : rounded;
}

/** Rounded down to a tenth: days of cover are never promised. */
function tenthBelow(value: number): number {
  return value < 0 ? nearestTenth(value) : value - (value % TENTH);
}

/** Points stand below each other. */
function withTenth(text: string): string {
  return text.includes('.') ? text : `${text}.0`;
}

/** How people read it: thousands grouped, averages rounded. */
export function shownValue(value: Value, kind: ColumnKind, lang: Lang): string {
  if (value === null) return '';
  if (typeof value !== 'number') return textIn(value, lang);
  switch (kind) {
    case 'day':
      return formatDay(dayFromColumn(value));
    case 'count':
      return formatGrouped(value * ONE);
    case 'average':
      return withTenth(formatGrouped(nearestTenth(value)));
    case 'cover':
      return withTenth(formatGrouped(tenthBelow(value)));
    default:
      return formatGrouped(value);
  }
}

/** How programs read it: exact, without separators. */
export function plainValue(value: Value, kind: ColumnKind, lang: Lang): string {
  if (typeof value !== 'number') return shownValue(value, kind, lang);
  if (kind === 'day') return formatDay(dayFromColumn(value));
  return kind === 'count' ? String(value) : formatQuantity(value);
}

/** The sign that stands behind a figure that is incomplete; the note that explains it stands on every page. */
export const INCOMPLETE_MARK = '*';
