// How the things of a book are written in a row: an item by name and specification where these fit it alone, everything
// else by its code, which does not change when somebody is renamed. What cannot be told stays as it was typed, so that
// the complaint about it can point at it.

import type { Book } from '../book/book.js';
import { type MovementKind, movementKinds, TRANSIT_WORDS } from '../book/choices.js';
import { type Column, columnsOf, type LedgerName } from '../book/columns.js';
import { columnNames } from '../book/header.js';
import { itemTitle } from '../book/register/items.js';
import { formatDay, parseDay } from '../core/day.js';
import { parseQuantity } from '../core/quantity.js';
import { compareText, matchable } from '../core/text.js';
import type { Row } from './dayfile.js';

/** The item that a word means, with its specification and unit where these are needed; null where none or several do. */
export function itemIn(book: Book, word: string, spec = ''): number | null {
  const found = book.items.directory.find(matchable(word));
  const fitting = spec === '' ? found : found.filter((at) => book.items.all[at]!.spec === matchable(spec));
  return fitting.length === 1 ? fitting[0]! : null;
}

function only(found: readonly number[]): number | null {
  return found.length === 1 ? found[0]! : null;
}

export function siteIn(book: Book, word: string): number | null {
  return only(book.sites.directory.find(matchable(word)));
}

export function partyIn(book: Book, word: string): number | null {
  return only(book.parties.directory.find(matchable(word)));
}

export function isTransit(word: string): boolean {
  return TRANSIT_WORDS.includes(matchable(word).toLowerCase());
}

/** The columns of a row that name an item. */
export function itemCells(book: Book, item: number): Row {
  const { code, name, spec } = book.items.all[item]!;
  const byName = itemIn(book, name) === item || (spec !== '' && itemIn(book, name, spec) === item);
  return { item: byName ? name : code, spec };
}

export function kindText(book: Book, kind: MovementKind): string {
  return book.settings.language === 'zh' ? movementKinds[kind][0] : kind;
}

function placeText(book: Book, word: string): string {
  if (isTransit(word)) return book.settings.language === 'zh' ? '在途' : 'transit';
  const site = siteIn(book, word);
  if (site !== null) return book.sites.all[site]!.code;
  const party = partyIn(book, word);
  return party === null ? word : book.parties.all[party]!.code;
}

function cellText(book: Book, column: Column, word: string): string {
  switch (column.cell) {
    case 'site':
    case 'place':
      return placeText(book, word);
    case 'staff': {
      const found = only(book.staff.directory.find(matchable(word)));
      return found === null ? word : book.staff.all[found]!.code;
    }
    case 'day': {
      const day = parseDay(matchable(word));
      return day === null ? word : formatDay(day);
    }
    default:
      return word;
  }
}

/** `30箱` as 30 in the column of the amount and 箱 in that of the unit, where the item comes in it. */
function splitUnit(book: Book, row: Record<string, string>, amountColumn: string): void {
  const amount = row[amountColumn] ?? '';
  const parsed = parseQuantity(matchable(amount));
  if (!parsed.ok || parsed.suffix === '' || (row.unit ?? '') !== '') return;
  const item = itemIn(book, row.item ?? '', row.spec ?? '');
  if (item === null || !book.items.all[item]!.packs.has(parsed.suffix)) return;
  const digits = matchable(amount);
  row[amountColumn] = digits.slice(0, digits.length - parsed.suffix.length).trim();
  row.unit = parsed.suffix;
}

/** A row as it will be written, from words as people use them. */
export function writtenRow(book: Book, ledger: LedgerName, words: Row): Row {
  const row: Record<string, string> = {};
  for (const column of columnsOf(ledger)) {
    const word = (words[column.name] ?? '').trim();
    if (word !== '') row[column.name] = cellText(book, column, word);
  }
  for (const amount of ['qty', 'counted', 'received']) splitUnit(book, row, amount);
  const item = itemIn(book, row.item ?? '', row.spec ?? '');
  // The specification is only written where the name needs it or people expect it beside the name.
  if (item !== null) Object.assign(row, itemCells(book, item));
  // A number alone is in the base unit; written out, nobody has to know that.
  const amount = row.qty ?? row.counted ?? row.received ?? '';
  if (item !== null && (row.unit ?? '') === '' && /^[\d.,]+$/.test(amount)) row.unit = book.items.all[item]!.unit;
  return row;
}

/** The canonical name of a column by any of its names, null for one that the ledger does not have. */
export function columnNamed(ledger: LedgerName, name: string): string | null {
  const columns = columnsOf(ledger);
  const at = columnNames(columns).get(matchable(name).toLowerCase());
  return at === undefined ? null : columns[at]!.name;
}

/** Items that people may mean, for an example that would work. */
export function someItem(book: Book): string {
  const [first] = [...book.items.all].sort((a, b) => compareText(a.code, b.code));
  return first === undefined ? 'ITEM' : itemTitle(first).replace(/（.*/u, '');
}
