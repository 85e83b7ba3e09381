// What things of the book are called on a page.

import type { Book } from '../book/book.js';
import { NO_EXPIRY } from '../book/lots.js';
import { itemTitle } from '../book/register/items.js';
import type { Words } from '../core/lang.js';
import { commonWords } from '../core/messages/report.js';
import { compareText } from '../core/text.js';
import type { Text } from './document.js';

/** Names of sites are long enough to be told apart by; the code stands where there is none. */
export function siteName(book: Book, site: number): string {
  const found = book.sites.all[site];
  return found === undefined ? '' : found.name === '' ? found.code : found.name;
}

/** The name of an item with its specification; the code of one without a name. */
export function itemName(book: Book, item: number): string {
  const found = book.items.all[item]!;
  return found.name === '' ? found.code : itemTitle(found);
}

export function itemUnit(book: Book, item: number): string {
  return book.items.all[item]!.unit;
}

/** A site, a party, transit or a free text; nothing for none. */
export function placeName(book: Book, place: number): Text {
  if (place < 0) return '';
  if (place === book.places.transit) return commonWords.transit;
  const name = book.places.name(place);
  return name === '' ? book.places.code(place) : name;
}

export function bothWords(text: Text): Words {
  return typeof text === 'string' ? { zh: text, en: text } : text;
}

/** The last day a lot may be used, null where nobody said. */
export function lotExpiry(book: Book, lot: number): number | null {
  const expiry = book.lots.expiry(lot);
  return expiry === NO_EXPIRY ? null : expiry;
}

/** Items in the order of a page: by category as the settings list them, then by code. */
export function itemOrder(book: Book): (a: number, b: number) => number {
  const categories = [...book.settings.categories.keys()];
  const rank = book.items.all.map(({ category }) => {
    const at = categories.indexOf(category);
    return at < 0 ? categories.length : at;
  });
  return (a, b) => rank[a]! - rank[b]! || compareText(book.items.all[a]!.code, book.items.all[b]!.code);
}
