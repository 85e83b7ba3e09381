// The options that commands share, read and judged once.

import { type Day, parseDay } from '../core/day.js';
import type { Lang } from '../core/lang.js';
import { matchable } from '../core/text.js';
import { UsageError } from './exit.js';
import { langOf } from './language.js';

/** What commander hands over: every value still unjudged. */
export type RawOptions = Readonly<Record<string, unknown>>;

export interface CommonOptions {
  readonly book: string | null;
  readonly date: Day | null;
  readonly format: string | null;
  readonly output: string | null;
  readonly lang: Lang | null;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly showPersonal: boolean;
  readonly color: boolean;
}

export function textOption(raw: RawOptions, name: string): string | null {
  const value = raw[name];
  return typeof value === 'string' ? value : null;
}

export function flagOption(raw: RawOptions, name: string): boolean {
  return raw[name] === true;
}

export function listOption(raw: RawOptions, name: string): readonly string[] {
  const value = raw[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function dayOption(raw: RawOptions, name: string): Day | null {
  const text = textOption(raw, name);
  return text === null ? null : dayArgument(text, `--${name}`);
}

export function dayArgument(text: string, where: string): Day {
  const day = parseDay(matchable(text));
  if (day !== null) return day;
  throw new UsageError(
    { zh: `${where} “${text}”不是有效日期`, en: `${where} "${text}" is not a date` },
    { zh: '写成 2022-01-12', en: 'write 2022-01-12' },
  );
}

export function commonOptions(raw: RawOptions): CommonOptions {
  const asked = textOption(raw, 'lang');
  const lang = langOf(asked ?? undefined);
  if (asked !== null && lang === null) {
    throw new UsageError(
      { zh: `--lang 只能是 zh 或 en，不能是“${asked}”`, en: `--lang is zh or en, not "${asked}"` },
      null,
    );
  }
  return {
    book: textOption(raw, 'book'),
    date: dayOption(raw, 'date'),
    format: textOption(raw, 'format'),
    // A dash is standard output, as everywhere; a file of that name is ./-
    output: textOption(raw, 'output') === '-' ? null : textOption(raw, 'output'),
    lang,
    strict: flagOption(raw, 'strict'),
    quiet: flagOption(raw, 'quiet'),
    showPersonal: flagOption(raw, 'showPersonal'),
    color: raw.color !== false,
  };
}
