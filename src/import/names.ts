// What the columns of other people's papers are called: the book's own names and aliases, and those seen in the field.

import { type Column, columnsOf, type TableName } from '../book/columns.js';
import { matchable } from '../core/text.js';
import { foreign, itemNames, useless } from './papers.js';
import { Remembered } from './text.js';

/** What a column of a sheet is taken for. */
export type Target =
  /** A column of the ledger, by its place in the table. */
  | { readonly kind: 'column'; readonly index: number }
  /** The name of a thing whose code stands in another column: for register rows that are proposed. */
  | { readonly kind: 'item-name' }
  /** Known, and of no use to a ledger: running numbers, prices. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

/** Spaces inside a header (`数 量`) are lay-out. */
export function headerKey(text: string): string {
  const key = matchable(text).toLowerCase();
  return /\p{Script=Han}/u.test(key) ? key.replace(/\s+/gu, '').replace(/[:：*]+$/u, '') : key.replace(/\s+/gu, ' ');
}

export interface HeaderWords {
  readonly columns: readonly Column[];
  target(text: string): Target;
  /** Every word that is known, for suggestions. */
  readonly words: readonly string[];
}

/** What the headers of a table's papers mean; `mapped` (a mapping file, an answer) goes before everything known. */
export function headerWords(table: TableName, mapped: ReadonlyMap<string, Target>): HeaderWords {
  const columns = columnsOf(table);
  const known = new Map<string, Target>();
  for (const word of useless) known.set(headerKey(word), { kind: 'ignored' });
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]));
  for (const [name, words] of Object.entries(foreign[table] ?? {})) {
    const index = indexOf.get(name);
    if (index !== undefined) for (const word of words) known.set(headerKey(word), { kind: 'column', index });
  }
  for (const [index, column] of columns.entries()) {
    for (const word of [column.name, ...column.zh]) known.set(headerKey(word), { kind: 'column', index });
  }
  if (indexOf.has('item')) for (const word of itemNames) known.set(headerKey(word), { kind: 'item-name' });
  for (const [word, target] of mapped) known.set(headerKey(word), target);
  const targets = new Remembered((text): Target => known.get(headerKey(text)) ?? { kind: 'unknown' });
  return { columns, target: (text) => targets.of(text), words: [...known.keys()] };
}
