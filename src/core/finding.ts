// What a check found, where, and how it reads once it has been located in its file.

import type { Lang } from './lang.js';
import type { Severity, Slug } from './slugs.js';

/** A stretch of a file: lines and columns count from 1, columns in characters; the end is one past the last. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where a finding is, before anybody needs its line: `record` and the byte offsets count in the file's text as UTF-8
 * without its BOM; `cell` counts from 0, and one past the last cell of a record is the end of its line.
 */
export type Place =
  | { readonly kind: 'cell'; readonly file: string; readonly record: number; readonly cell: number }
  | { readonly kind: 'record'; readonly file: string; readonly record: number }
  | { readonly kind: 'bytes'; readonly file: string; readonly start: number; readonly end: number }
  | { readonly kind: 'span'; readonly span: Span }
  /** A whole line, from 1, of a file that is spoken of as it stands. */
  | { readonly kind: 'line'; readonly file: string; readonly line: number }
  | { readonly kind: 'file'; readonly file: string };

/** The words of a finding: what is wrong with the figures, and what to do now. */
export interface Telling {
  readonly message: string;
  readonly hint: string;
}

export type Tell = (lang: Lang) => Telling;

export interface Related<At> {
  readonly at: At;
  readonly tell: (lang: Lang) => string;
}

export interface Finding {
  readonly code: Slug;
  readonly at: Place;
  readonly tell: Tell;
  readonly related: readonly Related<Place>[];
  /** Where a check knows two degrees, the one of this finding: it stands whatever the settings say. */
  readonly severity?: Severity;
  /** The figures that it rests on, where somebody may accept it for as long as they stay what they are. */
  readonly figures?: readonly string[];
}

/** A finding with its severity as the book has set it, located in its file. */
export interface Diagnostic {
  readonly code: Slug;
  readonly severity: Severity;
  readonly at: Span;
  readonly tell: Tell;
  readonly related: readonly Related<Span>[];
  readonly figures?: readonly string[];
  /** The line as it stands in the file, null where the file is not there. */
  readonly excerpt: string | null;
  /** How many characters of the line stand before the excerpt, where the line is too long to be shown whole. */
  readonly excerptFrom?: number;
}

/** What a stage returns: its value, and what was wrong with its input. */
export interface Staged<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
