// The org chart as a page: levels, units with their leaders, strength against what is required, grids and teams.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import type { Words } from '../core/lang.js';
import { peopleColumns as c, peopleEmpty, peopleHeadings, peopleTitles } from '../core/messages/people-report.js';
import { asOfWords } from '../core/messages/report-titles.js';
import { type ChartPeople, leaderName } from '../people/chart.js';
import { isOff, type Strength, teamSize } from '../people/strength.js';
import type { People } from '../people/survey.js';
import { column, type Document, heading, paragraph, rowsOf, type Table, type Text, table, toned } from './document.js';

export interface StrengthData {
  readonly role: string;
  readonly have: number;
  readonly required: number;
  readonly max: number | null;
  readonly ok: boolean;
}

export interface UnitData {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  readonly parent: string | null;
  readonly depth: number;
  readonly leader: string | null;
  readonly people: number;
  /** Codes of its open sites. */
  readonly sites: readonly string[];
  readonly strength: readonly StrengthData[];
}

export interface OrgData {
  readonly levels: readonly {
    readonly level: string;
    readonly name: string;
    readonly expect: number | null;
    readonly have: number;
  }[];
  readonly units: readonly UnitData[];
  readonly grids: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string | null;
    readonly site: string | null;
    readonly head: string | null;
    readonly members: number;
    readonly volunteers: number;
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly leader: string | null;
    readonly expect: number | null;
    readonly have: number;
  }[];
}

/** Strength by unit, looked up once. */
export function strengthByUnit(people: People): ReadonlyMap<number, readonly Strength[]> {
  const by = new Map<number, Strength[]>();
  for (const line of people.strength) by.set(line.unit, [...(by.get(line.unit) ?? []), line]);
  return by;
}

export function unitData(book: Book, chart: ChartPeople, unit: number, strength: readonly Strength[]): UnitData {
  const { id, name, level, depth, parent } = chart.chart.units[unit]!;
  return {
    id: id.value,
    name,
    level: level?.value ?? null,
    parent: parent?.id.value ?? null,
    depth,
    leader: leaderName(book, chart, unit) || null,
    people: chart.members[unit]!.length,
    sites: chart.sitesOf[unit]!.map((site) => book.sites.all[site]!.code),
    strength: strength.map((line) => ({
      role: line.rule.role.value,
      have: line.have,
      required: line.required,
      max: line.rule.max,
      ok: !isOff(line),
    })),
  };
}

function staffNamed(book: Book, code: string | undefined): string | null {
  if (code === undefined) return null;
  const member = book.staff.directory.find(code)[0];
  return member === undefined ? code : book.staff.all[member]!.name;
}

export function orgData(book: Book, people: People): OrgData {
  const { chart } = people;
  if (chart === null) return { levels: [], units: [], grids: [], teams: [] };
  const strength = strengthByUnit(people);
  const { levels, units, grids, teams } = chart.chart;
  return {
    levels: levels.map(({ id, name, expect }, index) => ({
      level: id.value,
      name,
      expect: expect?.value ?? null,
      have: chart.levelOf.reduce((sum, of) => sum + (of === index ? 1 : 0), 0),
    })),
    units: units.map((_, unit) => unitData(book, chart, unit, strength.get(unit) ?? [])),
    grids: grids.map(({ id, name, unit, site, head, members, volunteers }) => ({
      id: id.value,
      name,
      unit: unit?.value ?? null,
      site: site?.value ?? null,
      head: staffNamed(book, head?.value),
      members: members.length,
      volunteers: volunteers.length,
    })),
    teams: teams.map((team) => ({
      id: team.id.value,
      name: team.name,
      leader: staffNamed(book, team.leader?.value),
      expect: team.expect?.value ?? null,
      have: teamSize(team),
    })),
  };
}

/** `secretary 1/1, cadre 3/3` */
export function strengthText(strength: readonly Strength[]): string {
  return strength.map(({ rule, have, required }) => `${rule.role.value} ${have}/${required}`).join(', ');
}

/** 「cadre 1 人」 */
export function missingText(strength: readonly Strength[]): Words {
  const short = strength.filter(({ have, required }) => have < required);
  const of = (one: Strength) => `${one.rule.role.value} ${one.required - one.have}`;
  return { zh: short.map(of).join('、'), en: short.map(of).join(', ') };
}

export function treeTable(book: Book, people: People, chart: ChartPeople, within: ReadonlySet<number> | null): Table {
  const strength = strengthByUnit(people);
  const columns = [
    column('name', c.name, 'text'),
    column('id', c.id, 'code'),
    column('leader', c.leader, 'text'),
    column('people', c.people, 'count'),
    column('strength', c.strength, 'text'),
    column('missing', c.missing, 'text'),
  ];
  const shown = [...chart.chart.units.keys()].filter((unit) => within === null || within.has(unit));
  const top = Math.min(...shown.map((unit) => chart.chart.units[unit]!.depth));
  const rows = rowsOf(shown, (unit) => {
    const { name, id, depth } = chart.chart.units[unit]!;
    const lines = strength.get(unit) ?? [];
    const missing = missingText(lines);
    return [
      `${'· '.repeat(depth - top)}${name}`,
      id.value,
      leaderName(book, chart, unit),
      chart.members[unit]!.length,
      strengthText(lines),
      missing.zh === '' ? null : toned(missing, 'bad'),
    ];
  });
  return table(columns, rows, { main: true, empty: peopleEmpty.chart });
}

export function orgDocument(book: Book, people: People, day: Day | null): Document {
  const { chart } = people;
  const subtitle: Text = day === null ? (book.settings.title ?? '') : asOfWords({ book: book.settings.title, day });
  if (chart === null) {
    return { title: peopleTitles.org, subtitle, blocks: [paragraph(peopleEmpty.chart)], incomplete: false };
  }
  const data = orgData(book, people);
  return {
    title: peopleTitles.org,
    subtitle,
    blocks: [
      heading(peopleHeadings.levels),
      levelTable(data),
      heading(peopleHeadings.units),
      treeTable(book, people, chart, null),
      ...(data.grids.length === 0 ? [] : [heading(peopleHeadings.grids), gridTable(data)]),
      ...(data.teams.length === 0 ? [] : [heading(peopleHeadings.teams), teamTable(data)]),
    ],
    incomplete: false,
  };
}

function counted(have: number, expect: number | null) {
  return expect === null || have === expect ? have : toned(have, 'bad');
}

function levelTable({ levels }: OrgData): Table {
  const columns = [
    column('level', c.level, 'code'),
    column('name', c.name, 'text'),
    column('expect', c.expect, 'count'),
    column('have', c.have, 'count'),
  ];
  return table(
    columns,
    rowsOf(levels, ({ level, name, expect, have }) => [level, name, expect, counted(have, expect)]),
  );
}

function gridTable({ grids }: OrgData): Table {
  const columns = [
    column('id', c.id, 'code'),
    column('name', c.name, 'text'),
    column('site', c.site, 'code'),
    column('head', c.head, 'text'),
    column('members', c.members, 'count'),
    column('volunteers', c.volunteers, 'count'),
  ];
  return table(
    columns,
    rowsOf(grids, ({ id, name, site, head, members, volunteers }) => [id, name, site, head, members, volunteers]),
  );
}

function teamTable({ teams }: OrgData): Table {
  const columns = [
    column('id', c.id, 'code'),
    column('name', c.name, 'text'),
    column('leader', c.leader, 'text'),
    column('expect', c.expect, 'count'),
    column('have', c.have, 'count'),
  ];
  return table(
    columns,
    rowsOf(teams, ({ id, name, leader, expect, have }) => [id, name, leader, expect, counted(have, expect)]),
  );
}
