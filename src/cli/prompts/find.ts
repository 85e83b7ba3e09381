// Finds things by what people type: code, name, alias, or the initials of the pinyin (fhf for 防护服).

import { pinyin } from 'pinyin-pro';
import type { Book } from '../../book/book.js';
import { compareText, matchable } from '../../core/text.js';
import type { Choice } from './ask.js';

interface Findable extends Choice {
  /** Everything it answers to, folded, the code first. */
  readonly keys: readonly string[];
}

const fold = (text: string): string => matchable(text).toLowerCase().replaceAll(/\s+/gu, '');

/** `fhf` and `fanghufu` for 防护服; other letters stay. */
function pinyinKeys(name: string): string[] {
  if (!/\p{Script=Han}/u.test(name)) return [];
  const options = { toneType: 'none', nonZh: 'consecutive', v: true } as const;
  return [
    pinyin(name, { ...options, pattern: 'first', separator: '' }),
    pinyin(name, { ...options, separator: '' }),
  ].map(fold);
}

function findable(value: string, name: string, names: readonly string[]): Findable {
  const keys = [value, ...names].map(fold);
  return { value, name, keys: [...new Set([...keys, ...names.flatMap(pinyinKeys)])] };
}

/** How well a thing fits what was typed: the smaller the better, null: not at all. */
function rank({ keys }: Findable, typed: string): number | null {
  if (typed === '') return 0;
  const [code = ''] = keys;
  if (code === typed) return 0;
  if (keys.includes(typed)) return 1;
  if (code.startsWith(typed)) return 2;
  if (keys.some((key) => key.startsWith(typed))) return 3;
  return keys.some((key) => key.includes(typed)) ? 4 : null;
}

export type Finder = (typed: string) => readonly Choice[];

function finder(things: readonly Findable[]): Finder {
  return (typed) => {
    const word = fold(typed);
    return things
      .flatMap((thing) => {
        const place = rank(thing, word);
        return place === null ? [] : [{ thing, place }];
      })
      .sort((a, b) => a.place - b.place || compareText(a.thing.value, b.thing.value))
      .map(({ thing: { value, name } }) => ({ value, name }));
  };
}

export function itemFinder(book: Book): Finder {
  return finder(
    book.items.all.map(({ code, name, spec, unit, aliases }) =>
      findable(code, `${code}  ${name}${spec === '' ? '' : ` ${spec}`}  (${unit})`, [name, ...aliases]),
    ),
  );
}

export function siteFinder(book: Book, fits: (site: number) => boolean): Finder {
  return finder(
    book.sites.all.flatMap(({ code, name }, at) => (fits(at) ? [findable(code, `${code}  ${name}`, [name])] : [])),
  );
}

/** Sites and parties, for goods that may go to either. */
export function placeFinder(book: Book, fits: (site: number) => boolean): Finder {
  const sites = siteFinder(book, fits);
  const parties = partyFinder(book);
  return (typed) => [...sites(typed), ...parties(typed)];
}

export function partyFinder(book: Book): Finder {
  return finder(book.parties.all.map(({ code, name }) => findable(code, `${code}  ${name}`, [name])));
}

export function staffFinder(book: Book): Finder {
  return finder(book.staff.all.map(({ code, name }) => findable(code, `${code}  ${name}`, [name])));
}
