// Checks of head counts: sites that hold more than they may, and sites that did not report.

import { E } from '../book/ledger/census.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { peopleTellings } from '../core/messages/people.js';
import { hiddenOn, isOpen } from '../people/places.js';
import type { CheckInput, Family } from './check.js';
import { siteTitle } from './people-words.js';

function overCapacity({ book, people: { heads, day } }: CheckInput): Finding[] {
  const found: Finding[] = [];
  for (const [site, { row, residents }] of heads) {
    const one = book.sites.all[site]!;
    if (one.capacity === null || residents <= one.capacity || !isOpen(one, day)) continue;
    const tell = peopleTellings.overCapacity({ site: siteTitle(book, site), residents, capacity: one.capacity });
    found.push({ code: 'site/over-capacity', at: book.census.cellPlace(row, E.residents), tell, related: [] });
  }
  return found;
}

function missing({ book, people: { heads, day } }: CheckInput): Finding[] {
  if (day === null || !book.present.has('census')) return [];
  const hidden = hiddenOn(book, 'census', day);
  const found: Finding[] = [];
  for (const [site, one] of book.sites.all.entries()) {
    if (one.kind !== 'isolation' || !isOpen(one, day)) continue;
    const last = heads.get(site) ?? null;
    if (last?.day === day || hidden(site)) continue;
    const tell = peopleTellings.censusMissing({
      site: siteTitle(book, site),
      day: formatDay(day),
      last: last === null ? null : { day: formatDay(dayFromColumn(last.day)), residents: last.residents },
    });
    found.push({ code: 'census/missing', at: one.at, tell, related: [] });
  }
  return found;
}

export const placeChecks: Family = {
  'site/over-capacity': overCapacity,
  'census/missing': missing,
};
