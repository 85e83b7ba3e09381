// A table in a terminal: columns aligned whatever is full-width, fitted to the width, in as little ink as possible.

import type { Lang } from '../../core/lang.js';
import { visible } from '../../core/text.js';
import { type Cell, type Column, isRightAligned, markedCell, rowsOf, type Table } from '../../report/document.js';
import { INCOMPLETE_MARK, shownValue } from '../cells.js';
import type { Paint, Painter } from './paint.js';
import { cutTo, padTo, textWidth } from './width.js';
import { wrap, wrapEvenly } from './wrap.js';

/** A text that is cut still shows what it is about. */
const LEAST = 8;
/** A name that needs more lines than this is cut. */
const MOST_LINES = 3;

interface Laid {
  readonly columns: readonly Column[];
  readonly titles: readonly string[];
  readonly widths: readonly number[];
  readonly gap: string;
  /** Columns whose texts go into a width that is not all they want. */
  readonly tight: readonly boolean[];
  /** Columns of figures in which one is marked: the others keep its place, so that digits stand below each other. */
  readonly marked: readonly boolean[];
}

/** Lines without their ends; none for a table that is empty and has nothing to say about it. */
export function* tableLines(whole: Table, lang: Lang, width: number, paint: Painter): Generator<string> {
  const { table, headed } = grouped(whole, lang);
  const { columns } = table;
  const natural = columns.map(() => 0);
  const marked = columns.map(() => false);
  let empty = true;
  for (const row of table.rows) {
    empty = false;
    for (const [at, column] of columns.entries()) {
      const cell = markedCell(row[at] ?? null);
      if (cell.incomplete) marked[at] = true;
      const own = textWidth(visible(shownValue(cell.value, column.kind, lang)));
      if (own > natural[at]!) natural[at] = own;
    }
  }
  if (empty) return;
  for (const [at, mark] of marked.entries()) if (mark) natural[at]! += 1;
  const laid = lay(columns, lang, width, natural, marked);
  if (laid === null) yield* records(whole, lang, width, paint);
  else yield* grid(table, laid, lang, paint, headed, width);
}

type Headed = (row: readonly Cell[]) => string;

/** The table without the columns that head its rows, and what stands above a row. */
function grouped(whole: Table, lang: Lang): { readonly table: Table; readonly headed: Headed | null } {
  const heads: number[] = [];
  const rest: number[] = [];
  for (const [at, { key }] of whole.columns.entries()) (whole.group.includes(key) ? heads : rest).push(at);
  if (heads.length === 0) return { table: whole, headed: null };
  // What heads a row stays in it behind the cells that columns show.
  const order = [...rest, ...heads];
  const rows = rowsOf(whole.rows, (row) => order.map((at) => row[at] ?? null));
  const columns = rest.map((at) => whole.columns[at]!);
  const headed: Headed = (row) =>
    heads
      .map((at, index) => {
        const { value } = markedCell(row[rest.length + index] ?? null);
        const { kind, lead } = whole.columns[at]!;
        const text = visible(shownValue(value, kind, lang));
        return text === '' || lead === null ? text : `${lead[lang]}${text}`;
      })
      .filter((text) => text !== '')
      .join('  ');
  return { table: { ...whole, columns, rows }, headed };
}

/** How wide every column is, or null where even the least does not fit. */
function lay(
  columns: readonly Column[],
  lang: Lang,
  width: number,
  natural: readonly number[],
  marked: readonly boolean[],
): Laid | null {
  const titles = columns.map((column) => column.title[lang]);
  const wanted = natural.map((own, at) => Math.max(own, textWidth(titles[at]!)));
  // What a column cannot go below: figures and codes whole, a text to the point where it is still known.
  const least = columns.map((column, at) => {
    const title = Math.max(...wrap(titles[at]!, 4).map(textWidth), longestWord(titles[at]!));
    const content = column.kind === 'text' ? Math.min(natural[at]!, LEAST) : natural[at]!;
    return Math.max(title, content);
  });
  // Rather closer columns than texts that are broken; only then are they broken.
  for (const [gap, mayBreak] of [
    ['  ', false],
    [' ', false],
    [' ', true],
  ] as const) {
    const room = width - gap.length * (columns.length - 1);
    const widths = shrink(wanted, least, columns, natural, sum(wanted) - room, mayBreak);
    if (widths === null) continue;
    return { columns, titles, widths, gap, tight: widths.map((own, at) => own < natural[at]!), marked };
  }
  return null;
}

function longestWord(title: string): number {
  return Math.max(0, ...title.split(' ').flatMap((part) => (/^[\x20-\x7e]*$/.test(part) ? [part.length] : [])));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** Takes `over` columns away: first from headings that can be broken, then from the widest texts. */
function shrink(
  wanted: readonly number[],
  least: readonly number[],
  columns: readonly Column[],
  natural: readonly number[],
  over: number,
  mayBreak: boolean,
): number[] | null {
  const widths = [...wanted];
  let left = over;
  for (let at = 0; at < widths.length && left > 0; at++) {
    const floor = Math.max(least[at]!, natural[at]!);
    const part = Math.min(left, widths[at]! - floor);
    if (part <= 0) continue;
    widths[at]! -= part;
    left -= part;
  }
  if (left > 0 && !mayBreak) return null;
  while (left > 0) {
    let widest = -1;
    for (const [at, column] of columns.entries()) {
      if (column.kind !== 'text' || widths[at]! <= least[at]!) continue;
      if (widest < 0 || widths[at]! > widths[widest]!) widest = at;
    }
    if (widest < 0) return null;
    widths[widest]!--;
    left--;
  }
  return widths;
}

function* grid(
  table: Table,
  laid: Laid,
  lang: Lang,
  paint: Painter,
  headed: Headed | null,
  width: number,
): Generator<string> {
  const { columns, titles, widths, gap, tight, marked } = laid;
  const right = columns.map((column) => isRightAligned(column.kind));
  const join = (cells: readonly string[]) => cells.join(gap).trimEnd();
  const heads = titles.map((title, at) => wrapEvenly(title, widths[at]!));
  const deep = Math.max(...heads.map((lines) => lines.length));
  for (let line = 0; line < deep; line++) {
    // Headings of several lines stand on the rule, next to what they head.
    const cells = heads.map((lines, at) => padTo(lines[line - deep + lines.length] ?? '', widths[at]!, right[at]!));
    yield paint.heading(join(cells));
  }
  const across = sum(widths) + gap.length * (widths.length - 1);
  yield paint.muted('─'.repeat(across));
  let under = '';
  for (const row of table.rows) {
    const above = headed === null ? '' : headed(row);
    if (above !== under) for (const line of wrap(`> ${above}`, width)) yield paint.title(line);
    under = above;
    const cells = columns.map((column, at) => {
      const { value, tone, incomplete } = markedCell(row[at] ?? null);
      const text = `${visible(shownValue(value, column.kind, lang))}${incomplete ? INCOMPLETE_MARK : marked[at]! && right[at]! ? ' ' : ''}`;
      return { lines: tight[at]! ? fold(text, widths[at]!, column) : [text], paint: paint.tone(tone) };
    });
    const height = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 1);
    for (let line = 0; line < height; line++) {
      yield join(cells.map((cell, at) => painted(cell.lines[line] ?? '', widths[at]!, right[at]!, cell.paint)));
    }
  }
}

/** Blanks stay outside the colour, so that the end of a line can be trimmed. */
function painted(text: string, width: number, right: boolean, paint: Paint): string {
  if (text === '') return ' '.repeat(width);
  const padded = padTo(text, width, right);
  return right ? padded.slice(0, padded.length - text.length) + paint(text) : paint(text) + padded.slice(text.length);
}

function fold(text: string, width: number, column: Column): string[] {
  const lines = wrap(text, width);
  if (column.kind !== 'text' || lines.length <= MOST_LINES) return lines;
  const rest = lines
    .slice(MOST_LINES - 1)
    .reduce((text, line) => `${text}${isWord(text.at(-1)) && isWord(line[0]) ? ' ' : ''}${line}`);
  return [...lines.slice(0, MOST_LINES - 1), cutTo(rest, width)];
}

/** Two lines were broken at a blank where both sides of the break are not Chinese. */
function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\x21-\x7e]/u.test(character);
}

/** Where there is no room for columns: each row as lines of "heading: value". */
function* records(table: Table, lang: Lang, width: number, paint: Painter): Generator<string> {
  let first = true;
  for (const row of table.rows) {
    if (!first) yield paint.muted('─'.repeat(Math.min(width, 20)));
    first = false;
    for (const [at, column] of table.columns.entries()) {
      const { value, tone, incomplete } = markedCell(row[at] ?? null);
      const text = visible(shownValue(value, column.kind, lang));
      if (text === '') continue;
      const line = `${column.title[lang]}: ${text}${incomplete ? INCOMPLETE_MARK : ''}`;
      for (const part of wrap(line, Math.max(10, width))) yield paint.tone(tone)(part);
    }
  }
}
