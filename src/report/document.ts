// A report before it has a shape: blocks of text and tables that a terminal, Markdown, HTML and CSV each lay out.

import type { Lang, Words } from '../core/lang.js';

/** A text of the book, which has one language, or the program's own words, which have two. */
export type Text = string | Words;

/** How a figure or a line is to be taken; what it means is always said in words or signs as well. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'muted';

/** Quantities are millionths, days count from 1970; null is nothing to say. */
export type Value = Text | number | null;

export interface MarkedCell {
  readonly value: Value;
  readonly tone: Tone;
  /** Rows that were left out may have changed this figure. */
  readonly incomplete: boolean;
}

export type Cell = Value | MarkedCell;

/**
 * What the values of a column are: `text` may be cut where there is no room, `code` never is; `quantity` is exact,
 * `average` is rounded to a tenth for the eye, `cover` rounded down to one, `count` a whole number of things.
 */
export type ColumnKind = 'text' | 'code' | 'quantity' | 'average' | 'cover' | 'count' | 'day';

export interface Column {
  /** The name of the column for programs: the same as the key in JSON where there is one. */
  readonly key: string;
  readonly title: Words;
  readonly kind: ColumnKind;
  /** What stands before a value that heads rows, where its own heading is not seen: 「往」. */
  readonly lead: Words | null;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Can be read more than once. */
  readonly rows: Iterable<readonly Cell[]>;
  /** The table that stands for the whole document where there is room for one only, as in CSV. */
  readonly main: boolean;
  /** Keys of columns whose values head the rows that follow, where a layout can do that; rows stand in their order. */
  readonly group: readonly string[];
  /** Figures in it can be incomplete: layouts that cannot mark a figure add a column that says so. */
  readonly canBeIncomplete: boolean;
  /** Said in place of a table without rows; null: the block is left out. */
  readonly empty: Text | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly text: Text }
  /** Lines to sign on: for paper, so a terminal leaves them out. */
  | { readonly kind: 'signature'; readonly labels: readonly Words[] }
  | Table;

export interface Document {
  readonly title: Text;
  /** What the figures cover: the book and the days. */
  readonly subtitle: Text;
  readonly blocks: readonly Block[];
  /** A figure that is printed is incomplete. */
  readonly incomplete: boolean;
}

export function heading(text: Text): Block {
  return { kind: 'heading', text };
}

export function paragraph(text: Text): Block {
  return { kind: 'paragraph', text };
}

export function list(items: readonly Text[]): Block {
  return { kind: 'list', items };
}

export function notice(tone: Tone, text: Text): Block {
  return { kind: 'notice', tone, text };
}

export function column(key: string, title: Words, kind: ColumnKind, lead: Words | null = null): Column {
  return { key, title, kind, lead };
}

export function table(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  options: Partial<Pick<Table, 'main' | 'group' | 'canBeIncomplete' | 'empty'>> = {},
): Table {
  const { main = false, group = [], canBeIncomplete = false, empty = null } = options;
  return { kind: 'table', columns, rows, main, group, canBeIncomplete, empty };
}

export function toned(value: Value, tone: Tone): MarkedCell {
  return { value, tone, incomplete: false };
}

/** A figure, marked where it is incomplete. */
export function figure(value: Value, incomplete: boolean, tone: Tone = 'plain'): Cell {
  return incomplete || tone !== 'plain' ? { value, tone, incomplete } : value;
}

export function textIn(text: Text, lang: Lang): string {
  return typeof text === 'string' ? text : text[lang];
}

/** A cell with its marks spelled out. */
export function markedCell(cell: Cell): MarkedCell {
  return isMarked(cell) ? cell : { value: cell, tone: 'plain', incomplete: false };
}

function isMarked(cell: Cell): cell is MarkedCell {
  return typeof cell === 'object' && cell !== null && 'value' in cell;
}

export function isRightAligned(kind: ColumnKind): boolean {
  return kind === 'quantity' || kind === 'average' || kind === 'cover' || kind === 'count';
}

/** Rows made one by one as often as they are asked for, so that a long table is never all in memory. */
export function rowsOf<T>(source: Iterable<T>, row: (one: T) => readonly Cell[]): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (const one of source) yield row(one);
    },
  };
}
