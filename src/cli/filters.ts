// --site, --item and --only: what a report is narrowed to, by code, name or alias.

import type { Command } from 'commander';
import type { Book } from '../book/book.js';
import { nearest } from '../core/nearest.js';
import { matchable } from '../core/text.js';
import { type Filter, isOnlyWord, type OnlyWord, onlyWords } from '../report/filter.js';
import type { Say } from './command.js';
import { UsageError } from './exit.js';
import { type RawOptions, textOption } from './options.js';

export function filterOptions(command: Command, say: Say, only: boolean): void {
  command
    .option('--site <site>', say({ zh: '只看一个点位（编码或名称）', en: 'one site only (code or name)' }))
    .option(
      '--item <item>',
      say({ zh: '只看一种物资（编码、名称或别名）', en: 'one item only (code, name or alias)' }),
    );
  if (!only) return;
  command.option(
    '--only <statuses>',
    say({
      zh: `只看这些状态，逗号分隔：${onlyWords.join('、')}`,
      en: `only these statuses, comma between: ${onlyWords.join(', ')}`,
    }),
  );
}

export function siteNamed(book: Book, text: string): number {
  const found = book.sites.directory.find(matchable(text));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const candidates =
    found.length > 1 ? found.map((site) => book.sites.all[site]!.code) : book.sites.directory.suggest(text);
  throw new UsageError(
    found.length > 1
      ? { zh: `“${text}”对应多个点位`, en: `"${text}" fits several sites` }
      : { zh: `没有点位“${text}”`, en: `there is no site "${text}"` },
    candidateWords(candidates),
  );
}

export function itemNamed(book: Book, text: string): number {
  const found = book.items.directory.find(matchable(text));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const candidates =
    found.length > 1 ? found.map((item) => book.items.all[item]!.code) : book.items.directory.suggest(text);
  throw new UsageError(
    found.length > 1
      ? { zh: `“${text}”对应多种物资`, en: `"${text}" fits several items` }
      : { zh: `没有物资“${text}”`, en: `there is no item "${text}"` },
    candidateWords(candidates),
  );
}

function candidateWords(candidates: readonly string[]) {
  if (candidates.length === 0)
    return { zh: '编码和名称见 items.csv、sites.csv', en: 'items.csv and sites.csv have the codes and names' };
  return { zh: `是否为：${candidates.join('、')}`, en: `did you mean ${candidates.join(', ')}?` };
}

export function filterOf(book: Book, raw: RawOptions): Filter {
  const site = textOption(raw, 'site');
  const item = textOption(raw, 'item');
  const only = textOption(raw, 'only');
  return {
    site: site === null ? null : siteNamed(book, site),
    item: item === null ? null : itemNamed(book, item),
    only: only === null ? null : statuses(only),
  };
}

function statuses(text: string): ReadonlySet<OnlyWord> {
  const words = new Set<OnlyWord>();
  for (const word of text.split(/[,，、]/u).map((part) => matchable(part))) {
    if (isOnlyWord(word)) words.add(word);
    else if (word !== '') {
      const near = nearest(word, onlyWords);
      throw new UsageError(
        { zh: `--only 没有“${word}”这种状态`, en: `--only has no status "${word}"` },
        {
          zh: `可用：${(near.length > 0 ? near : onlyWords).join('、')}`,
          en: `use ${(near.length > 0 ? near : onlyWords).join(', ')}`,
        },
      );
    }
  }
  return words;
}
