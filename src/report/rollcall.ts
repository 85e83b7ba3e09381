// Roll-calls: how far each list is, who is still to be reached, and who tried last.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import {
  peopleColumns as c,
  momentText,
  peopleEmpty,
  peopleHeadings,
  peopleTitles,
  rollcallWords,
} from '../core/messages/people-report.js';
import { asOfWords } from '../core/messages/report-titles.js';
import { matchable } from '../core/text.js';
import { type RollcallProgress, rollcallProgress } from '../people/rollcall.js';
import { type Block, column, type Document, heading, paragraph, rowsOf, type Table, table } from './document.js';

export interface RollcallData {
  readonly list: string;
  readonly total: number;
  readonly reached: number;
  readonly moved: number;
  readonly left: readonly {
    readonly person: string;
    readonly last: string;
    readonly by: string | null;
    readonly calls: number;
  }[];
  readonly first: string;
  readonly last: string;
}

/** All lists, or the one whose name holds the words. */
export function rollcallsOf(book: Book, day: Day, named: string | null): RollcallProgress[] {
  const all = rollcallProgress(book, day);
  if (named === null) return all;
  const wanted = matchable(named);
  const exact = all.filter(({ list }) => list === wanted);
  return exact.length > 0 ? exact : all.filter(({ list }) => list.includes(wanted));
}

export function rollcallData(lists: readonly RollcallProgress[]): { readonly lists: readonly RollcallData[] } {
  return {
    lists: lists.map(({ list, total, reached, moved, left, first, last }) => ({
      list,
      total,
      reached,
      moved,
      left: left.map(({ person, at, by, tries }) => ({
        person,
        last: momentText(at),
        by: by === '' ? null : by,
        calls: tries,
      })),
      first: momentText(first),
      last: momentText(last),
    })),
  };
}

export function rollcallDocument(book: Book, lists: readonly RollcallProgress[], day: Day): Document {
  const blocks: Block[] = lists.flatMap((one) => [
    paragraph(rollcallWords({ ...one, left: one.left.length })),
    ...(one.left.length === 0 ? [] : [heading(peopleHeadings.left), leftTable(one)]),
  ]);
  return {
    title: peopleTitles.rollcall,
    subtitle: asOfWords({ book: book.settings.title, day }),
    blocks: [...blocks, progressTable(lists)],
    incomplete: book.quarantined.some(({ table: name, day: on }) => name === 'rollcalls' && (on === null || on <= day)),
  };
}

function leftTable({ left }: RollcallProgress): Table {
  const columns = [
    column('person', c.resident, 'code'),
    column('last', c.last, 'code'),
    column('by', c.by, 'text'),
    column('calls', c.tries, 'count'),
  ];
  return table(
    columns,
    rowsOf(left, ({ person, at, by, tries }) => [person, momentText(at), by, tries]),
  );
}

function progressTable(lists: readonly RollcallProgress[]): Table {
  const columns = [
    column('list', c.list, 'text'),
    column('total', c.total, 'count'),
    column('reached', c.reached, 'count'),
    column('moved', c.moved, 'count'),
    column('left', c.left, 'count'),
    column('last', c.last, 'code'),
  ];
  const rows = rowsOf(lists, ({ list, total, reached, moved, left, last }) => [
    list,
    total,
    reached,
    moved,
    left.length,
    momentText(last),
  ]);
  return table(columns, rows, { main: true, empty: peopleEmpty.rollcall });
}
