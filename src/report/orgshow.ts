// One unit of the chart: who leads it, where it stands, its people with their telephone numbers, its strength, its sites.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import { peopleColumns as c, peopleEmpty, peopleHeadings } from '../core/messages/people-report.js';
import { asOfWords } from '../core/messages/report-titles.js';
import { type ChartPeople, chainOf, leaderName } from '../people/chart.js';
import { isOff } from '../people/strength.js';
import type { People } from '../people/survey.js';
import { type Block, column, type Document, heading, paragraph, rowsOf, table, toned } from './document.js';
import { strengthByUnit, treeTable, type UnitData, unitData } from './org.js';
import { phoneShown, unitName } from './people.js';

export interface MemberData {
  readonly staff: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Masked unless it was asked for. */
  readonly phone: string | null;
  readonly leads: boolean;
}

export interface UnitPage {
  readonly unit: UnitData;
  /** Ids from the unit's parent up to the root. */
  readonly above: readonly string[];
  readonly members: readonly MemberData[];
}

export function unitPage(
  book: Book,
  people: People,
  chart: ChartPeople,
  unit: number,
  showPersonal: boolean,
): UnitPage {
  const strength = strengthByUnit(people).get(unit) ?? [];
  return {
    unit: unitData(book, chart, unit, strength),
    above: chainOf(chart, unit)
      .slice(1)
      .map((above) => book.units.id(above)),
    members: chart.members[unit]!.map((member) => {
      const { code, name, roles, phone } = book.staff.all[member]!;
      const shown = phoneShown(phone, showPersonal);
      return {
        staff: code,
        name,
        roles,
        phone: shown === '' ? null : shown,
        leads: member === chart.leaderOf[unit],
      };
    }),
  };
}

export function unitDocument(
  book: Book,
  people: People,
  chart: ChartPeople,
  unit: number,
  options: { readonly day: Day | null; readonly showPersonal: boolean },
): Document {
  const page = unitPage(book, people, chart, unit, options.showPersonal);
  const { day } = options;
  const strength = strengthByUnit(people).get(unit) ?? [];
  const chain = chainOf(chart, unit).map((one) => `${unitName(book, one)} ${leaderName(book, chart, one)}`.trim());
  const below = new Set([...chart.parentOf.keys()].filter((one) => one !== unit && chainOf(chart, one).includes(unit)));
  const members = table(
    [
      column('staff', c.staff, 'code'),
      column('name', c.person, 'text'),
      column('roles', c.role, 'text'),
      column('phone', c.phone, 'code'),
    ],
    rowsOf(page.members, ({ staff, name, roles, phone }) => [staff, name, roles.join('; '), phone]),
    { main: true, empty: peopleEmpty.members },
  );
  const required = table(
    [
      column('role', c.role, 'code'),
      column('required', c.required, 'count'),
      column('have', c.have, 'count'),
      column('residents', c.residents, 'count'),
    ],
    rowsOf(strength, (line) => [
      line.rule.role.value,
      line.required,
      isOff(line) ? toned(line.have, 'bad') : line.have,
      line.residents,
    ]),
  );
  const sites = chart.sitesOf[unit]!;
  const places = table(
    [column('site', c.id, 'code'), column('name', c.site, 'text'), column('residents', c.residents, 'count')],
    rowsOf(sites, (site) => [
      book.sites.all[site]!.code,
      book.sites.all[site]!.name,
      people.heads.get(site)?.residents ?? null,
    ]),
  );
  const blocks: Block[] = [paragraph(chain.join(' › ')), heading(peopleHeadings.members), members];
  if (strength.length > 0) blocks.push(heading(peopleHeadings.strength), required);
  if (sites.length > 0) blocks.push(heading(peopleHeadings.sites), places);
  if (below.size > 0)
    blocks.push(heading(peopleHeadings.units), { ...treeTable(book, people, chart, below), main: false });
  return {
    title: `${page.unit.name} ${page.unit.id}`,
    subtitle: day === null ? (book.settings.title ?? '') : asOfWords({ book: book.settings.title, day }),
    blocks,
    incomplete: false,
  };
}
