// Who is on duty: how many people, and site by site who answers for it, who is there, and for how long nobody is.

import type { Book } from '../book/book.js';
import { formatMinute } from '../core/day.js';
import {
  peopleColumns as c,
  coverageWords,
  durationWords,
  peopleEmpty,
  peopleHeadings,
  peopleTitles,
} from '../core/messages/people-report.js';
import { type StaffFigures, staffWords } from '../core/messages/report-daily.js';
import { asOfWords } from '../core/messages/report-titles.js';
import { leaderName } from '../people/chart.js';
import type { SiteCoverage } from '../people/coverage.js';
import { type GridGap, gridGaps } from '../people/strength.js';
import type { People } from '../people/survey.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Cell, column, type Document, heading, paragraph, rowsOf, type Table, table, toned } from './document.js';
import { siteName } from './names.js';
import { pageNotices } from './notices.js';
import { phoneShown, staffFigures, unitName } from './people.js';

export interface CoverageData {
  readonly site: string;
  /** Ids from the site's own unit up to the root, with their leaders. */
  readonly chain: readonly { readonly unit: string; readonly leader: string | null }[];
  readonly residents: number | null;
  readonly onShift: number;
  /** Names of those there at 24:00. */
  readonly tonight: readonly string[];
  /** Hours and minutes of the day with nobody there, `HH:MM`; null where no roster is kept. */
  readonly alone: string | null;
  readonly status: 'covered' | 'gap' | 'no-unit' | 'no-shift';
}

function statusOf(line: SiteCoverage, people: People): CoverageData['status'] {
  if (line.reason === 'unit') return 'no-unit';
  if (line.reason === 'shift') return 'no-shift';
  return people.roster !== null && line.shifts.alone > 0 ? 'gap' : 'covered';
}

const statusWords = {
  covered: coverageWords.good,
  gap: coverageWords.gap,
  'no-unit': coverageWords.unit,
  'no-shift': coverageWords.shift,
} as const;

const tones = { covered: 'good', gap: 'warning', 'no-unit': 'bad', 'no-shift': 'bad' } as const;

function names(book: Book, rows: readonly number[]): string[] {
  return [...new Set(rows.map((row) => book.resolver.staffName(book.roster.staff.data[row]!)))];
}

export function coverageData(book: Book, people: People, line: SiteCoverage): CoverageData {
  const { chart, heads, roster } = people;
  return {
    site: book.sites.all[line.site]!.code,
    chain:
      chart === null
        ? []
        : line.chain.map((unit) => ({ unit: book.units.id(unit), leader: leaderName(book, chart, unit) || null })),
    residents: heads.get(line.site)?.residents ?? null,
    onShift: line.shifts.people,
    tonight: names(book, line.shifts.tonight),
    alone: roster === null ? null : clock(line.shifts.alone),
    status: statusOf(line, people),
  };
}

function clock(minutes: number): string {
  return minutes >= 1440 ? '24:00' : formatMinute(minutes);
}

/** `chain`: everybody up to the root with a telephone number; else the site's own leader alone. */
export function coverageTable(book: Book, people: People, chain: boolean, showPersonal = false): Table {
  const { chart, heads } = people;
  const leader = (unit: number | undefined): string =>
    chart === null || unit === undefined ? '' : leaderName(book, chart, unit);
  const phone = (unit: number | undefined): string => {
    const member = unit === undefined ? -1 : (chart?.leaderOf[unit] ?? -1);
    return member < 0 ? '' : phoneShown(book.staff.all[member]!.phone, showPersonal);
  };
  const columns = [
    column('site', c.site, 'text'),
    ...(chain ? [] : [column('unit', c.unit, 'text')]),
    column('leader', c.leader, 'text'),
    ...(chain
      ? [column('phone', c.phone, 'code'), column('above', c.above, 'text')]
      : [column('residents', c.residents, 'count')]),
    column('onShift', c.today, 'count'),
    column('tonight', c.tonight, chain ? 'text' : 'count'),
    column('alone', c.alone, 'text'),
    column('status', c.state, 'code'),
  ];
  const rows = rowsOf(people.coverage, (line): readonly Cell[] => {
    const [own, ...above] = line.chain;
    const status = statusOf(line, people);
    const { alone, tonight } = line.shifts;
    return [
      siteName(book, line.site),
      ...(chain ? [] : [own === undefined ? '' : unitName(book, own)]),
      leader(own),
      ...(chain
        ? [phone(own), above.map((unit) => leader(unit) || unitName(book, unit)).join(' › ')]
        : [heads.get(line.site)?.residents ?? null]),
      line.shifts.people,
      chain ? names(book, tonight).join('、') : names(book, tonight).length,
      people.roster === null || alone === 0 ? null : durationWords(alone),
      toned(statusWords[status], tones[status]),
    ];
  });
  return table(columns, rows, { main: true, empty: peopleEmpty.coverage });
}

export interface GridData {
  readonly grid: string;
  readonly part: GridGap['part'];
  readonly have: number;
  readonly required: number;
}

export function gridGapData(book: Book): GridData[] {
  if (book.org === null) return [];
  return gridGaps(book.org.grids, book.org.gridStaffing).map(({ grid, part, have, rule }) => ({
    grid: grid.id.value,
    part,
    have,
    required: rule?.min ?? 1,
  }));
}

function gridTable(book: Book): Table {
  const words = { head: c.head, members: c.members, volunteers: c.volunteers };
  const columns = [
    column('grid', c.id, 'code'),
    column('name', c.name, 'text'),
    column('part', c.missing, 'text'),
    column('have', c.have, 'count'),
    column('required', c.required, 'count'),
  ];
  const gaps = book.org === null ? [] : gridGaps(book.org.grids, book.org.gridStaffing);
  const rows = rowsOf(gaps, ({ grid, part, have, rule }) => [
    grid.id.value,
    grid.name,
    words[part],
    have,
    rule?.min ?? 1,
  ]);
  return table(columns, rows);
}

export interface StaffData {
  readonly staff: StaffFigures | null;
  readonly coverage: readonly CoverageData[];
  readonly gridGaps: readonly GridData[];
}

export function staffData(book: Book, people: People): StaffData {
  return {
    staff: staffFigures(people),
    coverage: people.coverage.map((line) => coverageData(book, people, line)),
    gridGaps: gridGapData(book),
  };
}

/** `org coverage` names everybody up the chain; `report staff` goes to others and counts. */
export function staffDocument(
  book: Book,
  people: People,
  figures: Reconciliation,
  chain: { readonly showPersonal: boolean } | null = null,
): Document {
  const staff = staffFigures(people);
  const gaps = gridGapData(book).length > 0;
  return {
    title: chain === null ? peopleTitles.staff : peopleTitles.coverage,
    subtitle: asOfWords({ book: book.settings.title, day: figures.day }),
    blocks: [
      ...pageNotices(figures, false),
      ...(staff === null ? [] : [paragraph(staffWords(staff))]),
      coverageTable(book, people, chain !== null, chain?.showPersonal ?? false),
      ...(gaps ? [heading(peopleHeadings.gridGaps), gridTable(book)] : []),
    ],
    incomplete: book.quarantined.some(({ table: name }) => name === 'roster' || name === 'census'),
  };
}
