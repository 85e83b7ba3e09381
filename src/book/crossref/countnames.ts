// The counts that references name: `count:<date>:<site>`.

import { type Day, parseDay } from '../../core/day.js';
import type { Resolver } from '../ledger/resolver.js';

/** Days and sites are far below 2^26, so the key is exact. */
export function countKey(day: number, site: number): number {
  return day * 0x4000000 + site;
}

/** The count that a reference `count:<date>:<site>` names, null where it names none. */
export function countNamed(resolver: Resolver, ref: number): CountName | null {
  let named = countNames.get(resolver);
  if (named === undefined) {
    named = new Map();
    countNames.set(resolver, named);
  }
  let name = named.get(ref);
  if (name === undefined) {
    name = readCountName(resolver, ref);
    named.set(ref, name);
  }
  return name;
}

export interface CountName {
  readonly day: Day;
  readonly site: number;
}

/** A night's gains and losses name the same few counts: each is read once. */
const countNames = new WeakMap<Resolver, Map<number, CountName | null>>();

function readCountName(resolver: Resolver, ref: number): CountName | null {
  const match = /^count:([^:]+):(.+)$/su.exec(resolver.docs.text(ref));
  if (match === null) return null;
  const day = parseDay((match[1] ?? '').trim());
  const site = resolver.sites.valueOfText(match[2] ?? '');
  return day === null || site < 0 ? null : { day, site };
}
