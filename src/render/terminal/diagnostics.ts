// Findings in the words of a terminal: where, what, the line itself with a caret under the cell, what to do, what else.

import type { Diagnostic, Span } from '../../core/finding.js';
import type { Lang } from '../../core/lang.js';
import { logLine } from '../../core/log.js';
import { summaryWords } from '../../core/messages/report.js';
import { maskPersonal } from '../../core/personal.js';
import { visible } from '../../core/text.js';
import { type Summary, summarize } from '../../report/summary.js';
import { type Painter, painter } from './paint.js';
import { textWidth } from './width.js';

export interface DiagnosticsOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** What to put before the path of a file, so that it can be opened from here; default nothing. */
  readonly prefix?: string;
  /** Show telephone and identity numbers in excerpts as they stand; default masked. */
  readonly showPersonal?: boolean;
}

const INDENT = '    ';

/** Every finding and a last line that counts them, with a newline at the end. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: DiagnosticsOptions,
  quarantined = 0,
): string {
  const parts: string[] = [];
  for (const diagnostic of diagnostics) parts.push(renderDiagnostic(diagnostic, options), '\n');
  parts.push(renderSummary(summarize(diagnostics, quarantined), options), '\n');
  return parts.join('');
}

export function renderSummary(summary: Summary, options: DiagnosticsOptions): string {
  const paint = painter(options.color);
  const words = summaryWords(summary)[options.lang];
  const tone = summary.errors > 0 ? 'bad' : summary.warnings > 0 ? 'warning' : 'good';
  return paint.tone(tone)(words);
}

/** One finding, each line ended by a newline. */
export function renderDiagnostic(diagnostic: Diagnostic, options: DiagnosticsOptions): string {
  const { lang } = options;
  const paint = painter(options.color);
  const { message, hint } = diagnostic.tell(lang);
  const label = paint.severity(diagnostic.severity)(`${diagnostic.severity}[${diagnostic.code}]`);
  const lines = [`${placeText(diagnostic.at, options)}: ${label}: ${visible(message)}`];
  lines.push(...excerptLines(diagnostic, options, paint));
  if (hint !== '') lines.push(`  hint: ${visible(hint)}`);
  for (const { at, tell } of diagnostic.related) lines.push(`  ${placeText(at, options)}: ${visible(tell(lang))}`);
  return `${lines.map(logLine).join('\n')}\n`;
}

function placeText(at: Span, { prefix = '' }: DiagnosticsOptions): string {
  return `${prefix}${visible(at.file)}:${at.line}:${at.column}`;
}

function excerptLines(diagnostic: Diagnostic, options: DiagnosticsOptions, paint: Painter): string[] {
  const { at } = diagnostic;
  if (diagnostic.excerpt === null || diagnostic.excerpt === '') return [];
  // As long as before, so that the carets stay under the cell.
  const excerpt = options.showPersonal === true ? diagnostic.excerpt : masked(diagnostic.excerpt);
  const room = Math.max(20, options.width - INDENT.length);
  const { line, before, under } = windowed(excerpt, diagnostic.excerptFrom ?? 0, at, room);
  const carets = paint.severity(diagnostic.severity)('^'.repeat(under));
  return [INDENT + line, INDENT + ' '.repeat(before) + carets];
}

/** The findings of one line come one after the other: it is masked once. */
let lastMasked = { text: '', shown: '' };

function masked(text: string): string {
  if (lastMasked.text !== text) lastMasked = { text, shown: maskPersonal(text) };
  return lastMasked.shown;
}

interface Window {
  readonly line: string;
  /** Columns before the carets, and how many carets there are. */
  readonly before: number;
  readonly under: number;
}

/** The line, or as much of it around the cell as there is room for; `from` characters of it are not in the excerpt. */
function windowed(excerpt: string, from: number, at: Span, room: number): Window {
  const start = indexOfPoint(excerpt, at.column - 1 - from, 0);
  const length = at.endLine > at.line ? Number.POSITIVE_INFINITY : at.endColumn - at.column;
  const end = length === Number.POSITIVE_INFINITY ? excerpt.length : indexOfPoint(excerpt, length, start);
  // Nobody needs the far ends of an endless line made visible: a character is at least a column wide, or an escape.
  const head = visible(tail(excerpt.slice(0, start), room * 2));
  const cell = visible(excerpt.slice(start, Math.min(end, start + room * 2)));
  const rest = visible(excerpt.slice(end, end + room * 2));
  const whole = from === 0 && start <= room * 2 && excerpt.length - end <= room * 2 && end - start <= room * 2;
  if (whole && textWidth(head) + textWidth(cell) + textWidth(rest) <= room) {
    return { line: head + cell + rest, before: textWidth(head), under: Math.max(1, textWidth(cell)) };
  }
  // A third of the line before the cell, the cell as far as it fits, and what follows.
  const shownCell = startOf(cell, Math.max(1, room - 2));
  const left = Math.max(0, Math.min(Math.floor(room / 3), room - 2 - textWidth(shownCell)));
  const cutHead = from > 0 || textWidth(head) > left || head.length < start;
  const shownHead = cutHead ? `…${endOf(head, Math.max(0, left - 1))}` : head;
  const free = room - textWidth(shownHead) - textWidth(shownCell);
  const cutRest = shownCell.length < cell.length || textWidth(rest) > free || excerpt.length - end > rest.length;
  const shownRest = cutRest ? `${shownCell.length < cell.length ? '' : startOf(rest, Math.max(0, free - 1))}…` : rest;
  return {
    line: shownHead + shownCell + shownRest,
    before: textWidth(shownHead),
    under: Math.max(1, textWidth(shownCell)),
  };
}

/** The index in the string of the character that is `points` further on. */
function indexOfPoint(text: string, points: number, from: number): number {
  let index = from;
  for (let count = 0; count < points && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** The last characters of a text, no half of one among them. */
function tail(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most;
  const code = text.charCodeAt(from);
  return text.slice(code >= 0xdc00 && code <= 0xdfff ? from + 1 : from);
}

/** As much of the start of a text as fits the width. */
function startOf(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const point of text) {
    const own = textWidth(point);
    if (used + own > width) break;
    kept += point;
    used += own;
  }
  return kept;
}

/** As much of the end of a text as fits the width. */
function endOf(text: string, width: number): string {
  const points = [...text];
  let used = 0;
  let from = points.length;
  while (from > 0) {
    const own = textWidth(points[from - 1]!);
    if (used + own > width) break;
    used += own;
    from--;
  }
  return points.slice(from).join('');
}
