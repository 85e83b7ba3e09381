// What a check is, and what it may read: the book as it was loaded and the figures computed from it, never the files.

import type { Book } from '../book/book.js';
import type { Finding } from '../core/finding.js';
import type { Severity, Slug } from '../core/slugs.js';
import type { People } from '../people/survey.js';
import type { SealView } from '../seal/inspect.js';
import type { Documents } from '../stock/documents.js';
import type { Reconciliation } from '../stock/figures.js';
import type { CheckManual } from './manual/manual.js';

export interface CheckInput {
  readonly book: Book;
  /** Null in a book without dated rows. */
  readonly figures: Reconciliation | null;
  readonly documents: Documents | null;
  /** Null in a book that was never closed. */
  readonly seals: SealView | null;
  readonly people: People;
}

export type Finder = (input: CheckInput) => Finding[];

export interface Check extends CheckManual {
  readonly slug: Slug;
  readonly severity: Severity;
  /** Null for what is found while the text, the cells and the references are read. */
  readonly find: Finder | null;
}

/** The finders of one family; a slug that is found while a book is read needs none. */
export type Family = Partial<Record<Slug, Finder>>;
