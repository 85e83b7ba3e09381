// Names in the org chart, and units in the registers of sites and staff, that lead nowhere or to several places.

import type { Book } from '../book/book.js';
import type { Located } from '../book/orgchart/chart.js';
import type { Directory } from '../book/register/directory.js';
import { AMBIGUOUS, UNKNOWN } from '../book/vocabulary.js';
import type { Finding, Place } from '../core/finding.js';
import { namingTellings } from '../core/messages/naming.js';
import { peopleReadingTellings } from '../core/messages/people-reading.js';
import type { Slug } from '../core/slugs.js';
import { matchable, quoted } from '../core/text.js';
import type { CheckInput, Family } from './check.js';

interface Named {
  readonly kind: 'unit' | 'staff' | 'site';
  readonly text: string;
  readonly at: Place;
}

/** Every name that no reader has looked up. A unit's leader has a check of its own. */
function* names(book: Book): Generator<Named> {
  const { org } = book;
  if (org === null) return;
  const unit = (one: Located<string> | null): Named[] =>
    one === null ? [] : [{ kind: 'unit', text: one.value, at: one.at }];
  const staff = (one: Located<string> | null): Named[] =>
    one === null ? [] : [{ kind: 'staff', text: one.value, at: one.at }];
  for (const { unit: of, site, head, members, volunteers } of org.grids) {
    yield* unit(of);
    if (site !== null) yield { kind: 'site', text: site.value, at: site.at };
    for (const one of [head, ...members, ...volunteers]) yield* staff(one);
  }
  for (const { unit: of, leader, members } of org.teams) {
    yield* unit(of);
    for (const one of [leader, ...members]) yield* staff(one);
  }
}

/** Units that sites and staff name, by the hundred thousand: only those that are not one unit. */
function* unitFaults({ units, sites, staff }: Book, fault: number): Generator<Named> {
  if (!units.present) return;
  for (const register of [sites.all, staff.all]) {
    for (const { unit, unitAt } of register) {
      if (unit !== '' && units.find(unit) === fault) yield { kind: 'unit', text: unit, at: unitAt };
    }
  }
}

function unknown(book: Book, wanted: Named['kind'], code: Slug): Finding[] {
  const known = directoryOf(book, wanted);
  if (known === null) return [];
  const found: Finding[] = [];
  const all = wanted === 'unit' ? [...names(book), ...unitFaults(book, UNKNOWN)] : names(book);
  for (const { kind, text, at } of all) {
    if (kind !== wanted || known.find(matchable(text)).length > 0) continue;
    const words = { text: quoted(text), nearest: known.suggest(text) };
    const tell =
      wanted === 'unit'
        ? peopleReadingTellings.unknownUnit(words)
        : wanted === 'staff'
          ? namingTellings.unknownStaff(words)
          : namingTellings.unknownSite(words);
    found.push({ code, at, tell, related: [] });
  }
  return found;
}

interface Known {
  find(text: string): readonly unknown[];
  suggest(text: string): string[];
  candidates(text: string): string[];
}

function directoryOf(book: Book, kind: Named['kind']): Known | null {
  if (kind === 'unit') {
    const { units } = book;
    return {
      find: (text) => units.candidates(text),
      suggest: (text) => units.suggest(text),
      candidates: (text) => units.candidates(text),
    };
  }
  const register = kind === 'staff' ? book.staff : book.sites;
  if (!register.present || !register.readable) return null;
  const directory: Directory = register.directory;
  return {
    find: (text) => directory.find(text),
    suggest: (text) => directory.suggest(matchable(text)),
    candidates: (text) => directory.find(matchable(text)).map((index) => register.all[index]!.code),
  };
}

function ambiguous({ book, people: { chart } }: CheckInput): Finding[] {
  const found: Finding[] = [];
  const leaders: Named[] = (chart?.chart.units ?? []).flatMap(({ leader }) =>
    leader === null ? [] : [{ kind: 'staff' as const, text: leader.value, at: leader.at }],
  );
  for (const { kind, text, at } of [...names(book), ...unitFaults(book, AMBIGUOUS), ...leaders]) {
    const candidates = directoryOf(book, kind)?.candidates(text) ?? [];
    if (candidates.length < 2) continue;
    found.push({
      code: 'ref/ambiguous',
      at,
      tell: namingTellings.ambiguous({ text: quoted(text), candidates }),
      related: [],
    });
  }
  return found;
}

export const refChecks: Family = {
  'ref/unit': ({ book }) => unknown(book, 'unit', 'ref/unit'),
  'ref/staff': ({ book }) => unknown(book, 'staff', 'ref/staff'),
  'ref/site': ({ book }) => unknown(book, 'site', 'ref/site'),
  'ref/ambiguous': ambiguous,
};
