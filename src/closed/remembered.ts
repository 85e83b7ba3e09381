// What is remembered of the closed days of a book between two nights, and the text that it is kept as.

import { createHash } from 'node:crypto';
import type { Carried } from '../book/carried.js';
import type { Day } from '../core/day.js';
import type { Span } from '../core/finding.js';
import type { Accepted } from '../seal/seal.js';
import type { Excerpt } from '../source/locate.js';

/** A file as it was when it was last read. */
export interface FileState {
  readonly path: string;
  /** What the file system said of it; empty where it had changed too lately for that to tell anything. */
  readonly stamp: string;
  /** Digest of its bytes as they stand. */
  readonly sha256: string;
}

export interface Remembered {
  /** Digest of settings, registers and org chart. */
  readonly registers: string;
  /** Ledgers that have files: what a book keeps decides what is held against it. */
  readonly present: readonly string[];
  /** The closed files of every ledger, the seals and their statements. */
  readonly files: readonly FileState[];
  readonly seal: { readonly date: Day; readonly digest: string; readonly accepted: readonly Accepted[] };
  readonly carried: Carried;
  /** Documents that were put by, the newest last: each by its digest and the last day in it. */
  readonly drawers: readonly { readonly sha256: string; readonly through: Day }[];
  /** Where findings in closed files stand, and how their lines read. */
  readonly places: readonly (readonly [place: string, span: Span])[];
  readonly lines: readonly (readonly [at: Span, excerpt: Excerpt])[];
}

/** What a night leaves behind: what is remembered, and a drawer of documents more. */
export interface Memory {
  readonly remembered: Remembered;
  readonly drawer: Uint8Array | null;
}

/** Which program wrote it, for which book: read by any other it says nothing. */
export interface Origin {
  readonly program: string;
  readonly node: string;
  readonly book: string;
}

/** To be raised with every change of what is remembered or what it means. */
const FORMAT = 1;

function head(origin: Origin, body: string): string {
  const digest = createHash('sha256').update(body).digest('hex');
  return JSON.stringify({ taizhang: 'closed', format: FORMAT, ...origin, sha256: digest });
}

export function renderRemembered(origin: Origin, remembered: Remembered): string {
  const body = JSON.stringify(remembered);
  return `${head(origin, body)}\n${body}`;
}

/** Null for anything that this very program did not write for this very book. */
export function parseRemembered(origin: Origin, text: string): Remembered | null {
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== head(origin, body)) return null;
  const remembered: Remembered = JSON.parse(body);
  return remembered;
}
