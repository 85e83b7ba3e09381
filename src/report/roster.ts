// The roster of a day: who is where, from when until when, and which sites have nobody.

import type { Book } from '../book/book.js';
import { formatMinute } from '../core/day.js';
import { peopleColumns as c, peopleEmpty, peopleHeadings, peopleTitles } from '../core/messages/people-report.js';
import { type StaffFigures, staffWords } from '../core/messages/report-daily.js';
import { asOfWords } from '../core/messages/report-titles.js';
import { compareText } from '../core/text.js';
import { shiftStart } from '../people/shifts.js';
import type { People } from '../people/survey.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Block, column, type Document, heading, list, paragraph, rowsOf, table } from './document.js';
import { siteName } from './names.js';
import { pageNotices } from './notices.js';
import { staffFigures } from './people.js';

/** Null wherever anything will do. */
export interface RosterFilter {
  readonly site: number | null;
  readonly member: number | null;
}

export interface ShiftData {
  readonly site: string;
  readonly start: string;
  readonly end: string;
  readonly staff: string;
  readonly name: string;
  readonly task: string;
}

/** Rows of the roster of the day, by site, time and person. */
function shiftRows(book: Book, people: People, filter: RosterFilter): number[] {
  const { roster } = book;
  const rows = [...(people.roster?.bySite.values() ?? [])].flatMap((one) => one.rows);
  return rows
    .filter(
      (row) =>
        (filter.site === null || roster.site.data[row] === filter.site) &&
        (filter.member === null || roster.staff.data[row] === filter.member),
    )
    .sort(
      (a, b) =>
        roster.site.data[a]! - roster.site.data[b]! ||
        shiftStart(book, a) - shiftStart(book, b) ||
        compareText(nameOf(book, a), nameOf(book, b)) ||
        a - b,
    );
}

function nameOf(book: Book, row: number): string {
  return book.resolver.staffName(book.roster.staff.data[row]!);
}

function codeOf(book: Book, row: number): string {
  return book.staff.all[book.roster.staff.data[row]!]?.code ?? '';
}

export interface RosterData {
  readonly staff: StaffFigures | null;
  readonly roster: readonly ShiftData[];
  /** Codes of sites that nobody covers. */
  readonly uncovered: readonly string[];
}

export function rosterData(book: Book, people: People, filter: RosterFilter): RosterData {
  const { roster } = book;
  return {
    staff: staffFigures(people),
    roster: shiftRows(book, people, filter).map((row) => ({
      site: book.sites.all[roster.site.data[row]!]!.code,
      start: formatMinute(roster.start.data[row]!),
      end: formatMinute(roster.end.data[row]!),
      staff: codeOf(book, row),
      name: nameOf(book, row),
      task: roster.tasks.text(roster.task.data[row]!),
    })),
    uncovered: people.coverage.filter(({ uncovered }) => uncovered).map(({ site }) => book.sites.all[site]!.code),
  };
}

export function rosterDocument(book: Book, people: People, figures: Reconciliation, filter: RosterFilter): Document {
  const { roster } = book;
  const columns = [
    column('site', c.site, 'text'),
    column('start', c.start, 'code'),
    column('end', c.end, 'code'),
    column('staff', c.staff, 'code'),
    column('name', c.person, 'text'),
    column('task', c.task, 'text'),
  ];
  const rows = rowsOf(shiftRows(book, people, filter), (row) => [
    siteName(book, roster.site.data[row]!),
    formatMinute(roster.start.data[row]!),
    formatMinute(roster.end.data[row]!),
    codeOf(book, row),
    nameOf(book, row),
    roster.tasks.text(roster.task.data[row]!),
  ]);
  const staff = staffFigures(people);
  const bare = people.coverage.filter(({ uncovered }) => uncovered);
  const blocks: Block[] = [];
  if (filter.site === null && filter.member === null) {
    if (staff !== null) blocks.push(paragraph(staffWords(staff)));
    if (bare.length > 0) {
      blocks.push(heading(peopleHeadings.uncovered), list(bare.map(({ site }) => siteName(book, site))));
      blocks.push(heading(peopleHeadings.shifts));
    }
  }
  return {
    title: peopleTitles.roster,
    subtitle: asOfWords({ book: book.settings.title, day: figures.day }),
    blocks: [
      ...pageNotices(figures, false),
      ...blocks,
      table(columns, rows, { main: true, group: ['site'], empty: peopleEmpty.roster }),
    ],
    incomplete: book.quarantined.some(
      ({ table: name, day }) => name === 'roster' && (day === null || day === figures.day),
    ),
  };
}
