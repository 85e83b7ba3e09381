// How a check names things: an item by its name, a quantity with its unit.

import type { Book } from '../book/book.js';
import { itemTitle } from '../book/register/items.js';
import { formatGrouped } from '../core/quantity.js';
import { quoted } from '../core/text.js';

export function itemName(book: Book, item: number): string {
  return quoted(itemTitle(book.items.all[item]!));
}

/** `1,200 套` */
export function amount(book: Book, item: number, qty: number): string {
  return `${formatGrouped(qty)} ${quoted(book.items.all[item]!.unit)}`;
}

export function placeName(book: Book, place: number): string {
  return quoted(book.places.name(place));
}

export function docName(book: Book, doc: number): string {
  return quoted(book.docs.text(doc));
}
