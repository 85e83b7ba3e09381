// The page for the morning meeting: what was raised and resolved, what is overdue and who must act, problems, the day ahead.

import type { Book } from '../book/book.js';
import { addDays, type Day, formatDay } from '../core/day.js';
import type { Diagnostic } from '../core/finding.js';
import {
  aheadWords,
  happenedWords,
  noRosterAhead,
  peopleEmpty,
  peopleHeadings,
  peopleTitles,
} from '../core/messages/people-report.js';
import {
  dailyHeadings,
  type NeedFigures,
  needWords,
  type StaffFigures,
  sectionWords,
  staffWords,
} from '../core/messages/report-daily.js';
import { coverWords } from '../core/messages/report-titles.js';
import { isOpen } from '../people/places.js';
import { rosterOf } from '../people/shifts.js';
import { guardedSites } from '../people/strength.js';
import type { People } from '../people/survey.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Attention, attention, attentionTable } from './attention.js';
import { headline } from './daily.js';
import { type Block, type Document, heading, paragraph } from './document.js';
import { type OpenNeedData, openList, openNeedData, openTable } from './needs.js';
import { pageNotices } from './notices.js';
import { needCounts, needFigures, staffFigures } from './people.js';

export interface BriefData {
  readonly needs: NeedFigures | null;
  readonly open: readonly OpenNeedData[];
  readonly staff: StaffFigures | null;
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly count: number }[];
  /** The day after: who is on the roster already, and how many sites have nobody; null where no roster is kept. */
  readonly ahead: (StaffFigures & { readonly date: string }) | null;
}

/** The roster may know the next day: that is a plan, and changes no figure of the day reported on. */
function ahead(book: Book, day: Day): StaffFigures | null {
  if (!book.present.has('roster')) return null;
  const next = addDays(day, 1);
  const roster = rosterOf(book, next);
  const sites = guardedSites(book, next).filter((site) => isOpen(book.sites.all[site]!, next));
  const uncovered = sites.filter((site) => (roster.bySite.get(site)?.rows.length ?? 0) === 0).length;
  return { onDuty: roster.onDuty, sites: sites.length, uncovered };
}

function problems(diagnostics: readonly Diagnostic[]): Attention[] {
  return attention(diagnostics);
}

export function briefData(
  book: Book,
  people: People,
  figures: Reconciliation,
  diagnostics: readonly Diagnostic[],
): BriefData {
  const lives = people.needs;
  const next = ahead(book, figures.day);
  return {
    needs: needFigures(book, people, figures.period),
    open:
      lives === null ? [] : openList(book, people, figures.day).map((one) => openNeedData(book, people, lives, one)),
    staff: staffFigures(people),
    problems: problems(diagnostics).map(({ code, severity, count }) => ({ code, severity, count })),
    ahead: next === null ? null : { date: formatDay(addDays(figures.day, 1)), ...next },
  };
}

export function briefDocument(
  book: Book,
  people: People,
  figures: Reconciliation,
  diagnostics: readonly Diagnostic[],
): Document {
  const counts = needCounts(book, people, figures.period);
  const staff = staffFigures(people);
  const next = ahead(book, figures.day);
  const incomplete = counts?.incomplete === true || figures.delivered.some((line) => line.incomplete);
  const since: Block[] = [paragraph(headline(book, figures))];
  if (counts !== null) since.push(paragraph(needWords(counts, figures.period)));
  if (staff !== null) since.push(paragraph(staffWords(staff)));
  const tomorrow =
    next === null ? [] : [paragraph(next.onDuty === 0 ? noRosterAhead : aheadWords(addDays(figures.day, 1), next))];
  const sections = [
    [happenedWords(figures.period), since],
    ...(counts === null
      ? []
      : ([
          [dailyHeadings.needs, [openTable(book, people, openList(book, people, figures.day), false, true)]],
        ] as const)),
    [peopleHeadings.problems, [attentionTable(problems(diagnostics), peopleEmpty.problems)]],
    ...(tomorrow.length === 0 ? [] : ([[peopleHeadings.tomorrow, tomorrow]] as const)),
  ] as const;
  const { from, to } = figures.period;
  return {
    title: peopleTitles.brief,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks: [
      ...pageNotices(figures, incomplete),
      ...sections.flatMap(([title, blocks], index) => [heading(sectionWords(index + 1, title)), ...blocks]),
    ],
    incomplete,
  };
}
