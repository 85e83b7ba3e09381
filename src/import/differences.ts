// A file that was imported before and has changed since: which lines differ, and the reversals that would undo the old.

import { documentPrefixes, movementKinds } from '../book/choices.js';
import { type Day, parseDay } from '../core/day.js';
import type { Lang } from '../core/lang.js';
import type { Row } from '../record/dayfile.js';
import type { Draft } from './rows.js';
import type { Imported } from './sidecar.js';

export interface Difference {
  readonly old: Imported;
  /** The line as it is now; null where it is gone. */
  readonly now: Draft | null;
}

/** A draft with where it stands, as the sidecar names it. */
export interface Placed {
  readonly draft: Draft;
  readonly cell: string;
}

/**
 * Pairs what is no longer in the file with what is new in it. Only days that the file speaks of are compared: a file
 * of the same name for another day is not a correction.
 */
export function differences(
  left: readonly Imported[],
  fresh: readonly Placed[],
  seen: ReadonlySet<string>,
): Difference[] {
  const days = new Set([...seen, ...fresh.map(({ draft }) => draft.texts.date ?? '')]);
  const olds = left.filter(({ date }) => days.has(date));
  const taken = new Set<Placed>();
  const pair = (old: Imported, alike: (placed: Placed) => boolean): Placed | undefined => {
    const found = fresh.find(
      (placed) => !taken.has(placed) && (placed.draft.texts.date ?? '') === old.date && alike(placed),
    );
    if (found !== undefined) taken.add(found);
    return found;
  };
  const found = new Map<Imported, Placed>();
  // The same goods between the same places are the same line, wherever it has moved; then whatever stands in its row.
  for (const old of olds) {
    const match = pair(
      old,
      ({ draft: { texts } }) =>
        texts.item === old.item && (texts.from ?? '') === old.from && (texts.to ?? '') === old.to,
    );
    if (match !== undefined) found.set(old, match);
  }
  for (const old of olds) {
    if (found.has(old)) continue;
    const match = pair(old, ({ cell }) => cell === old.cell);
    if (match !== undefined) found.set(old, match);
  }
  return olds.map((old) => ({ old, now: found.get(old)?.draft ?? null }));
}

/** The row that undoes an imported one, on its own day; `number` gives the next document of a series. */
export function reversalOf(
  old: Imported,
  lang: Lang,
  closed: Day | null,
  today: Day | null,
  number: (day: Day) => string,
): Row | null {
  const own = parseDay(old.date);
  const day = own !== null && closed !== null && own <= closed ? today : own;
  if (day === null) return null;
  const [year, month, date] = isoParts(day);
  return {
    date: `${year}-${month}-${date}`,
    doc: number(day),
    kind: lang === 'zh' ? movementKinds.reversal[0] : 'reversal',
    item: old.item,
    lot: old.lot,
    qty: old.qty,
    unit: old.unit,
    from: old.from,
    to: old.to,
    ref: old.doc,
  };
}

export const REVERSAL_PREFIX = documentPrefixes.reversal;

function isoParts(day: Day): readonly string[] {
  return new Date(day * 86_400_000).toISOString().slice(0, 10).split('-');
}
