// JSON for programs: one object with the findings, and beside them what the command itself has to say.

import { type Day, formatDay } from '../../core/day.js';
import type { Diagnostic, Span } from '../../core/finding.js';
import type { Lang } from '../../core/lang.js';
import { isOk, summarize } from '../../report/summary.js';
import { inertJson } from './inert.js';

export interface DiagnosticData {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly RelatedData[];
}

export interface RelatedData {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What every answer in JSON begins with. */
export interface Outcome {
  readonly command: string;
  /** The title of the book, null where it has none. */
  readonly book: string | null;
  /** As of which day; null in a book without dated rows. */
  readonly date: Day | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Rows that were left out of every figure. */
  readonly quarantined: number;
  /** Warnings count as errors. */
  readonly strict: boolean;
  readonly lang: Lang;
}

/**
 * What stands under a key after the findings: a list goes out element by element, so that a long one is never one
 * string, and may be made while it is written.
 */
export type Part = readonly [key: string, value: unknown];

const CHUNK = 1 << 16;

function start({ line, column }: Span) {
  return { line, column };
}

export function diagnosticData({ code, severity, at, tell, related }: Diagnostic, lang: Lang): DiagnosticData {
  const { message, hint } = tell(lang);
  return {
    code,
    severity,
    message,
    hint,
    file: at.file,
    ...start(at),
    endLine: at.endLine,
    endColumn: at.endColumn,
    related: related.map((one) => ({ file: one.at.file, ...start(one.at), message: one.tell(lang) })),
  };
}

/** The whole answer in pieces that are ready to write; together they are one JSON text and a newline. */
export function* jsonPieces(outcome: Outcome, parts: readonly Part[] = []): Generator<string> {
  const { command, book, date, diagnostics, quarantined, strict, lang } = outcome;
  const summary = summarize(diagnostics, quarantined);
  const head = {
    taizhang: 1,
    command,
    book,
    date: date === null ? null : formatDay(date),
    ok: isOk(summary, strict),
    summary,
  };
  let piece = JSON.stringify(head).slice(0, -1);
  const list: Part = ['diagnostics', lazily(diagnostics, (one) => diagnosticData(one, lang))];
  for (const [key, value] of [list, ...parts]) {
    piece += `,\n${JSON.stringify(key)}:`;
    if (!isList(value)) {
      piece += JSON.stringify(value ?? null);
      continue;
    }
    piece += '[';
    let first = true;
    for (const element of value) {
      piece += `${first ? '\n' : ',\n'}${JSON.stringify(element)}`;
      first = false;
      if (piece.length < CHUNK) continue;
      yield inertJson(piece);
      piece = '';
    }
    piece += first ? ']' : '\n]';
  }
  yield inertJson(`${piece}}\n`);
}

/** The whole answer as one text, for answers that are not long. */
export function renderJson(outcome: Outcome, parts: readonly Part[] = []): string {
  return [...jsonPieces(outcome, parts)].join('');
}

/** The parts of an object in the order of its keys. */
export function partsOf(data: object): Part[] {
  return Object.entries(data);
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

export function lazily<T, U>(source: Iterable<T>, make: (one: T) => U): Iterable<U> {
  return {
    *[Symbol.iterator]() {
      for (const one of source) yield make(one);
    },
  };
}
