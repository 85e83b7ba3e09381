// A file that was imported before and has changed since: which lines differ, and the reversals that would undo the old.

import { movementKinds } from '../book/choices.js';
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
  const found = new Map<Imported, Placed>();
  const pair = (keyOf: (placed: Placed) => string, keyOfOld: (old: Imported) => string): void => {
    const waiting = new Map<string, Placed[]>();
    for (const placed of fresh) {
      if (taken.has(placed)) continue;
      const key = `${placed.draft.texts.date ?? ''}\u001f${keyOf(placed)}`;
      const alike = waiting.get(key);
      if (alike === undefined) waiting.set(key, [placed]);
      else alike.push(placed);
    }
    for (const old of olds) {
      const match = found.has(old) ? undefined : waiting.get(`${old.date}\u001f${keyOfOld(old)}`)?.shift();
      if (match === undefined) continue;
      taken.add(match);
      found.set(old, match);
    }
  };
  // The same goods between the same places are the same line, wherever it has moved; then whatever stands in its row.
  pair(
    ({ draft: { texts } }) => [texts.item, texts.from ?? '', texts.to ?? ''].join('\u001f'),
    ({ item, from, to }) => [item, from, to].join('\u001f'),
  );
  pair(
    ({ cell }) => cell,
    ({ cell }) => cell,
  );
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

function isoParts(day: Day): readonly string[] {
  return new Date(day * 86_400_000).toISOString().slice(0, 10).split('-');
}
