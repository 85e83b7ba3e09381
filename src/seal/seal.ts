// A seal as it is written and read. Its text is made in one way only, so that any other text with the same content is
// an altered seal.

import { type Day, formatDay, parseDay } from '../core/day.js';
import { isSlug, type Slug } from '../core/slugs.js';
import { sha256 } from './canonical.js';

export interface PinnedFile {
  readonly path: string;
  /** From the start of the file, in canonical bytes. */
  readonly bytes: number;
  readonly sha256: string;
  /** Base64 of the digests of the lines that the seal before did not pin. */
  readonly lines: string;
}

export interface Accepted {
  readonly check: Slug;
  /** `file:line` */
  readonly at: string;
  readonly reason: string;
  /** The figures that were accepted: with others it is another finding. */
  readonly figures: readonly string[];
}

export interface Seal {
  readonly date: Day;
  /** Digest of the file of the seal before, null for the first. */
  readonly previous: string | null;
  readonly closedBy: string;
  readonly closedAt: string;
  readonly files: readonly PinnedFile[];
  readonly statement: { readonly path: string; readonly sha256: string };
  readonly accepted: readonly Accepted[];
}

export const SEALS = 'seals';
export const REOPENED = `${SEALS}/reopened.csv`;

export function sealPath(date: Day): string {
  return `${SEALS}/${formatDay(date)}.json`;
}

export function statementPath(date: Day): string {
  return `${SEALS}/${formatDay(date)}.csv`;
}

export function signaturePath(date: Day): string {
  return `${sealPath(date)}.sig`;
}

function listed(key: string, entries: readonly object[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  return `  "${key}": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}],`;
}

/** The text of a seal without its digest: one line a key, one line a file, as `git diff` and people read it. */
function body(seal: Seal): string[] {
  const head = {
    seal: 1,
    date: formatDay(seal.date),
    previous: seal.previous,
    closed_by: seal.closedBy,
    closed_at: seal.closedAt,
  };
  return [
    '{',
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
    listed(
      'files',
      seal.files.map(({ path, bytes, sha256, lines }) => ({ path, bytes, sha256, lines })),
    ),
    `  "statement": ${JSON.stringify({ path: seal.statement.path, sha256: seal.statement.sha256 })},`,
    listed(
      'accepted',
      seal.accepted.map(({ check, at, reason, figures }) => ({ check, at, reason, figures })),
    ),
  ];
}

/** The whole text. The digest is of all its other lines: `grep -v '"digest"' FILE | sha256sum`. */
export function renderSeal(seal: Seal): string {
  const lines = body(seal);
  const digest = sha256(new TextEncoder().encode(`${[...lines, '}'].join('\n')}\n`));
  return `${[...lines, `  "digest": ${JSON.stringify(digest)}`, '}'].join('\n')}\n`;
}

/**
 * Reads the text of a seal, null where there is nothing to make out in it; `exact` where it is what `renderSeal` writes,
 * to the letter.
 */
export function parseSeal(text: string): { readonly seal: Seal; readonly exact: boolean } | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const seal = sealOf(read);
  return seal === null ? null : { seal, exact: renderSeal(seal) === text };
}

/** What can be made out of an altered seal, for telling what it is about. */
export function dateOfName(file: string): Day | null {
  return parseDay(/^seals\/(\d{4}-\d{2}-\d{2})\.(?:json|csv)$/u.exec(file)?.[1] ?? '');
}

function field(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
}

function text(from: unknown, key: string): string {
  const value = field(from, key);
  return typeof value === 'string' ? value : '';
}

function list(from: unknown, key: string): readonly unknown[] {
  const value = field(from, key);
  return Array.isArray(value) ? value : [];
}

function sealOf(read: unknown): Seal | null {
  const date = parseDay(text(read, 'date'));
  if (date === null || field(read, 'seal') !== 1) return null;
  const previous = field(read, 'previous');
  const accepted = list(read, 'accepted').flatMap((entry) => {
    const check = text(entry, 'check');
    const figures = list(entry, 'figures').map(String);
    return isSlug(check) ? [{ check, at: text(entry, 'at'), reason: text(entry, 'reason'), figures }] : [];
  });
  return {
    date,
    previous: typeof previous === 'string' ? previous : null,
    closedBy: text(read, 'closed_by'),
    closedAt: text(read, 'closed_at'),
    files: list(read, 'files').map((file) => ({
      path: text(file, 'path'),
      bytes: Number(field(file, 'bytes')),
      sha256: text(file, 'sha256'),
      lines: text(file, 'lines'),
    })),
    statement: { path: text(field(read, 'statement'), 'path'), sha256: text(field(read, 'statement'), 'sha256') },
    accepted,
  };
}
