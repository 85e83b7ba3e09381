// Needs for those who see to them: the open ones with whom they are about, and the whole story of one.

import type { Book } from '../book/book.js';
import { needEventNames } from '../book/ledger/needs.js';
import type { Day } from '../core/day.js';
import { needEventWords, needStateWords } from '../core/messages/people-needs.js';
import {
  actionWords,
  peopleColumns as c,
  momentText,
  peopleHeadings,
  peopleTitles,
} from '../core/messages/people-report.js';
import { needWords } from '../core/messages/report-daily.js';
import { asOfWords } from '../core/messages/report-titles.js';
import type { NeedLives } from '../people/needs.js';
import { needStates } from '../people/needstate.js';
import { eventsOf, type OpenNeed } from '../people/openneeds.js';
import type { People } from '../people/survey.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Block, column, type Document, heading, paragraph, rowsOf, table } from './document.js';
import { siteName } from './names.js';
import { type OpenNeedData, openList, openNeedData, openTable } from './needs.js';
import { pageNotices } from './notices.js';
import { needCounts, unitName, unitWithLeader } from './people.js';

export interface NeedFilter {
  readonly site: number | null;
  readonly unit: number | null;
  readonly overdue: boolean;
}

/** By who has it or must act now. */
function listed(book: Book, people: People, day: Day, filter: NeedFilter): OpenNeed[] {
  const lives = people.needs;
  if (lives === null) return [];
  return openList(book, people, day).filter(
    ({ need, overdue, duty }) =>
      (filter.site === null || lives.site[need] === filter.site) &&
      (filter.unit === null || lives.holder[need] === filter.unit || duty.unit === filter.unit) &&
      (!filter.overdue || overdue),
  );
}

export type ListedNeed = OpenNeedData & { readonly person: string | null };

export function needListData(book: Book, people: People, day: Day, filter: NeedFilter): { needs: ListedNeed[] } {
  const lives = people.needs;
  if (lives === null) return { needs: [] };
  const person = (need: number): string | null => book.needs.person.text(lives.person[need]!) || null;
  return {
    needs: listed(book, people, day, filter).map((one) => ({
      ...openNeedData(book, people, lives, one),
      person: person(one.need),
    })),
  };
}

export function needListDocument(book: Book, people: People, figures: Reconciliation, filter: NeedFilter): Document {
  const counts = needCounts(book, people, figures.period);
  const incomplete = counts?.incomplete ?? false;
  return {
    title: peopleTitles.needs,
    subtitle: asOfWords({ book: book.settings.title, day: figures.day }),
    blocks: [
      ...pageNotices(figures, incomplete),
      ...(counts === null ? [] : [paragraph(needWords(counts, null))]),
      openTable(book, people, listed(book, people, figures.day, filter), true, true),
    ],
    incomplete,
  };
}

export interface NeedStory {
  readonly need: string;
  readonly state: string;
  readonly site: string | null;
  readonly person: string | null;
  readonly category: string;
  readonly unit: string | null;
  readonly open: OpenNeedData | null;
  readonly events: readonly {
    readonly time: string;
    readonly event: string;
    readonly unit: string | null;
    readonly by: string | null;
  }[];
}

function openOne(book: Book, people: People, need: number, day: Day): OpenNeed | null {
  return openList(book, people, day).find((one) => one.need === need) ?? null;
}

export function needStory(book: Book, people: People, lives: NeedLives, need: number, day: Day): NeedStory {
  const { needs } = book;
  const open = openOne(book, people, need, day);
  const site = lives.site[need]!;
  return {
    need: needs.needs.text(need),
    state: needStates[lives.state[need]!] ?? 'none',
    site: site < 0 ? null : book.sites.all[site]!.code,
    person: needs.person.text(lives.person[need]!) || null,
    category: needs.categories.text(lives.category[need]!),
    unit: lives.holder[need]! < 0 ? null : book.units.id(lives.holder[need]!),
    open: open === null ? null : openNeedData(book, people, lives, open),
    events: eventsOf(book, need, day).map((row) => ({
      time: momentText(needs.moment.data[row]!),
      event: needEventNames[needs.event.data[row]!] ?? '',
      unit: needs.unit.data[row]! < 0 ? null : book.units.id(needs.unit.data[row]!),
      by: needs.by.text(row) || null,
    })),
  };
}

export function needDocument(book: Book, people: People, lives: NeedLives, need: number, day: Day): Document {
  const { needs } = book;
  const open = openOne(book, people, need, day);
  const state = needStateWords[needStates[lives.state[need]!] ?? 'none'];
  const site = lives.site[need]!;
  const about = [
    site < 0 ? '' : siteName(book, site),
    needs.person.text(lives.person[need]!),
    needs.categories.text(lives.category[need]!),
  ].filter((part) => part !== '');
  const blocks: Block[] = [];
  if (about.length > 0) blocks.push(paragraph(about.join(' · ')));
  if (open !== null) {
    const who = unitWithLeader(book, people.chart, open.duty.unit);
    const action = actionWords[open.duty.action];
    blocks.push(
      paragraph({
        zh: `时限 ${momentText(open.due)}${open.overdue ? '，已超时' : ''}。现在该${who === '' ? '定下谁来办' : `${who}${action.zh}`}。`,
        en: `Due ${momentText(open.due)}${open.overdue ? ', overdue' : ''}. ${who === '' ? 'Settle who sees to it.' : `Now it is for ${who} to ${action.en}.`}`,
      }),
    );
  }
  const columns = [
    column('time', c.time, 'code'),
    column('event', c.event, 'code'),
    column('unit', c.holder, 'text'),
    column('by', c.actor, 'text'),
  ];
  const rows = rowsOf(eventsOf(book, need, day), (row) => [
    momentText(needs.moment.data[row]!),
    needEventWords[needEventNames[needs.event.data[row]!] ?? 'raise'],
    unitName(book, needs.unit.data[row]!),
    needs.by.text(row),
  ]);
  return {
    title: { zh: `需求 ${needs.needs.text(need)}：${state.zh}`, en: `Need ${needs.needs.text(need)}: ${state.en}` },
    subtitle: asOfWords({ book: book.settings.title, day }),
    blocks: [...blocks, heading(peopleHeadings.events), table(columns, rows, { main: true })],
    incomplete: lives.hiddenSince(need) <= day,
  };
}
