// Needs as reports show them: how many, which are open and for how long, who must act now. Residents stay out of it.

import type { Book } from '../book/book.js';
import { priorityNames } from '../book/ledger/needs.js';
import type { Day } from '../core/day.js';
import { MINUTES_A_DAY } from '../core/day.js';
import {
  actionWords,
  peopleColumns as c,
  momentText,
  needPeriodWords,
  peopleEmpty,
  peopleHeadings,
  peopleTitles,
} from '../core/messages/people-report.js';
import { priorityWords } from '../core/messages/report.js';
import { type NeedFigures, needWords } from '../core/messages/report-daily.js';
import { coverWords } from '../core/messages/report-titles.js';
import { compareText } from '../core/text.js';
import { leaderName } from '../people/chart.js';
import { type NeedLives, OPEN, RESOLVED } from '../people/needs.js';
import { type NeedAction, type OpenNeed, openNeeds } from '../people/openneeds.js';
import type { People } from '../people/survey.js';
import type { Reconciliation } from '../stock/figures.js';
import {
  type Cell,
  column,
  type Document,
  heading,
  paragraph,
  rowsOf,
  type Table,
  type Text,
  table,
  toned,
} from './document.js';
import { siteName } from './names.js';
import { pageNotices } from './notices.js';
import { needCounts, needFigures, unitWithLeader } from './people.js';

export interface OpenNeedData {
  readonly need: string;
  readonly site: string | null;
  readonly category: string;
  readonly priority: string;
  /** `2022-01-12 09:20` */
  readonly raised: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly unit: string | null;
  readonly escalations: number;
  readonly act: { readonly action: NeedAction; readonly unit: string | null; readonly leader: string | null };
}

export function openNeedData(book: Book, people: People, lives: NeedLives, one: OpenNeed): OpenNeedData {
  const { need, duty } = one;
  const site = lives.site[need]!;
  const leader = people.chart === null || duty.unit < 0 ? '' : leaderName(book, people.chart, duty.unit);
  return {
    need: book.needs.needs.text(need),
    site: site < 0 ? null : book.sites.all[site]!.code,
    category: book.needs.categories.text(lives.category[need]!),
    priority: priorityNames[lives.priority[need]!] ?? 'routine',
    raised: momentText(lives.raised[need]!),
    due: momentText(one.due),
    overdue: one.overdue,
    unit: lives.holder[need]! < 0 ? null : book.units.id(lives.holder[need]!),
    escalations: lives.escalations[need]!,
    act: {
      action: duty.action,
      unit: duty.unit < 0 ? null : book.units.id(duty.unit),
      leader: leader === '' ? null : leader,
    },
  };
}

export function openList(book: Book, people: People, day: Day): OpenNeed[] {
  return people.needs === null ? [] : openNeeds(book, people.needs, people.chart, day);
}

/** `person`: also whom it is about, for those who see to it. */
export function openTable(
  book: Book,
  people: People,
  list: readonly OpenNeed[],
  person: boolean,
  main: boolean,
): Table {
  const lives = people.needs;
  const columns = [
    column('need', c.need, 'code'),
    column('site', c.site, 'text'),
    ...(person ? [column('person', c.resident, 'code')] : []),
    column('category', c.category, 'text'),
    column('priority', c.priority, 'code'),
    column('due', c.due, 'code'),
    column('action', c.action, 'text'),
    column('act', c.act, 'text'),
  ];
  const rows = rowsOf(list, (one): readonly Cell[] => {
    if (lives === null) return [];
    const { need, due, overdue, duty } = one;
    const site = lives.site[need]!;
    return [
      book.needs.needs.text(need),
      site < 0 ? '' : siteName(book, site),
      ...(person ? [book.needs.person.text(lives.person[need]!)] : []),
      book.needs.categories.text(lives.category[need]!),
      priorityWords[priorityNames[lives.priority[need]!] ?? 'routine'],
      overdue ? toned(momentText(due), 'bad') : momentText(due),
      overdue ? toned(actionWords[duty.action], 'bad') : actionWords[duty.action],
      unitWithLeader(book, people.chart, duty.unit),
    ];
  });
  return table(columns, rows, { main, empty: peopleEmpty.needs });
}

export interface CategoryCount {
  readonly category: string;
  readonly raised: number;
  readonly resolved: number;
  readonly open: number;
}

/** What was asked for in the days of the report, the most frequent first. */
export function byCategory(book: Book, lives: NeedLives, from: Day): CategoryCount[] {
  const since = from * MINUTES_A_DAY;
  const counts = new Map<string, { raised: number; resolved: number; open: number }>();
  for (let need = 0; need < lives.state.length; need++) {
    if (lives.raised[need]! < 0) continue;
    const category = book.needs.categories.text(lives.category[need]!);
    const count = counts.get(category) ?? { raised: 0, resolved: 0, open: 0 };
    counts.set(category, count);
    if (lives.raised[need]! >= since) count.raised++;
    if (lives.state[need] === RESOLVED && lives.resolved[need]! >= since) count.resolved++;
    if (lives.state[need] === OPEN) count.open++;
  }
  return [...counts]
    .map(([category, count]) => ({ category, ...count }))
    .filter(({ raised, resolved, open }) => raised + resolved + open > 0)
    .sort((a, b) => b.raised - a.raised || compareText(a.category, b.category));
}

export interface NeedsData {
  readonly needs: NeedFigures | null;
  readonly categories: readonly CategoryCount[];
  readonly open: readonly OpenNeedData[];
}

export function needsData(book: Book, people: People, figures: Reconciliation): NeedsData {
  const lives = people.needs;
  return {
    needs: needFigures(book, people, figures.period),
    categories: lives === null ? [] : byCategory(book, lives, figures.period.from),
    open:
      lives === null ? [] : openList(book, people, figures.day).map((one) => openNeedData(book, people, lives, one)),
  };
}

export function needsDocument(book: Book, people: People, figures: Reconciliation): Document {
  const { from, to } = figures.period;
  const counts = needCounts(book, people, figures.period);
  const incomplete = counts?.incomplete ?? false;
  const columns = [
    column('category', c.category, 'text'),
    column('raised', c.raised, 'count'),
    column('resolved', c.resolved, 'count'),
    column('open', c.open, 'count'),
  ];
  const lives = people.needs;
  const rows = rowsOf(lives === null ? [] : byCategory(book, lives, from), (one) => [
    one.category,
    one.raised,
    one.resolved,
    one.open,
  ]);
  const words = from === to ? needWords : needPeriodWords;
  const says: Text = counts === null ? peopleEmpty.needs : words(counts, null);
  return {
    title: peopleTitles.needs,
    subtitle: coverWords({ book: book.settings.title, from, to }),
    blocks: [
      ...pageNotices(figures, incomplete),
      paragraph(says),
      heading(peopleHeadings.open),
      openTable(book, people, openList(book, people, figures.day), false, true),
      heading(peopleHeadings.byCategory),
      table(columns, rows),
    ],
    incomplete,
  };
}
