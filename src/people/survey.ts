// Everything about people that checks and reports ask for, as of the end of a day.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import { type ChartPeople, peopleOfChart } from './chart.js';
import { coverage, type SiteCoverage } from './coverage.js';
import { type NeedLives, replayNeeds } from './needs.js';
import { type HeadCount, latestHeads } from './places.js';
import { type DayRoster, rosterOf, type ShiftFaults, shiftFaults } from './shifts.js';
import { type SiteGaps, type Strength, siteGaps, strengthOf } from './strength.js';

export interface People {
  /** Null in a book without dated rows: then every row counts and nothing has an age. */
  readonly day: Day | null;
  /** Null without an org chart. */
  readonly chart: ChartPeople | null;
  readonly heads: ReadonlyMap<number, HeadCount>;
  readonly strength: readonly Strength[];
  readonly siteGaps: SiteGaps | null;
  readonly shifts: ShiftFaults;
  /** Null without a day, or where no roster is kept. */
  readonly roster: DayRoster | null;
  readonly coverage: readonly SiteCoverage[];
  /** Null where no needs are kept. */
  readonly needs: NeedLives | null;
}

export function surveyPeople(book: Book, day: Day | null): People {
  const chart = peopleOfChart(book, day);
  const heads = latestHeads(book, day);
  const roster = day === null || !book.present.has('roster') ? null : rosterOf(book, day);
  return {
    day,
    chart,
    heads,
    strength: chart === null ? [] : strengthOf(book, chart, heads),
    siteGaps: chart === null ? null : siteGaps(book, chart, day),
    shifts: shiftFaults(book, day),
    roster,
    coverage: day === null ? [] : coverage(book, chart, roster, day),
    needs: book.present.has('needs') ? replayNeeds(book, chart, day) : null,
  };
}
