// Prints a report in the format asked for, and says in one line what was found beside it.

import type { Checked } from '../checks/run.js';
import { csvPieces } from '../render/csv.js';
import { jsonPieces, type Part } from '../render/json/envelope.js';
import { ndjsonPieces } from '../render/json/lines.js';
import { renderMarkdown } from '../render/markdown.js';
import { renderSummary } from '../render/terminal/diagnostics.js';
import { terminalLines } from '../render/terminal/document.js';
import type { Document } from '../report/document.js';
import { Exit } from './exit.js';
import { emit, note } from './output.js';
import type { Format, Session } from './session.js';

export interface Answer {
  readonly command: string;
  readonly checked: Checked;
  readonly document: Document;
  readonly parts: () => readonly Part[];
  /** What a row for a program is, where the report is a list. */
  readonly rows?: () => Iterable<unknown>;
}

export const reportFormats: readonly Format[] = ['text', 'json', 'csv', 'markdown', 'ndjson'];

/** 0, or 1 where a figure that was printed is incomplete. */
export function printReport(session: Session, answer: Answer): number {
  const { checked, document } = answer;
  const formats = answer.rows === undefined ? reportFormats.filter((one) => one !== 'ndjson') : reportFormats;
  const format = session.format(formats);
  const { lang, terminal, common } = session;
  emit(pieces(), common.output);
  const summary = session.summary(checked);
  const found = summary.errors + summary.warnings > 0;
  if ((format === 'text' || format === 'markdown') && found && !common.quiet) {
    const words = renderSummary(summary, { lang, color: false, width: terminal.width });
    note(lang === 'zh' ? `${words}；taizhang check 列出详情` : `${words}; "taizhang check" lists them`);
  }
  return document.incomplete ? Exit.findings : Exit.good;

  function* pieces(): Iterable<string> {
    if (format === 'json') yield* jsonPieces(session.outcome(answer.command, checked), answer.parts());
    else if (format === 'ndjson') yield* ndjsonPieces(answer.rows?.() ?? []);
    else if (format === 'csv') yield* csvPieces(document, { lang, bom: common.output !== null && lang === 'zh' });
    else if (format === 'markdown') yield renderMarkdown(document, lang);
    else for (const line of terminalLines(document, { lang, ...terminal })) yield `${line}\n`;
  }
}
