// What needs attention: errors and warnings gathered by check, with how many there are and where the first one stands.

import { manual } from '../checks/manual/index.js';
import type { Diagnostic } from '../core/finding.js';
import type { Words } from '../core/lang.js';
import { severityWords } from '../core/messages/report.js';
import { columnWords } from '../core/messages/report-columns.js';
import { type Severity, type Slug, slugs } from '../core/slugs.js';
import { column, rowsOf, type Table, table, toned } from './document.js';

export interface Attention {
  readonly code: Slug;
  readonly severity: Severity;
  readonly title: Words;
  readonly count: number;
  /** `file:line` of the first, in the order of the findings. */
  readonly place: string;
}

/** Errors before warnings, each in the order of the list of checks; notes need nobody's attention. */
export function attention(diagnostics: readonly Diagnostic[]): Attention[] {
  const groups = new Map<string, { code: Slug; severity: Severity; count: number; place: string }>();
  for (const { code, severity, at } of diagnostics) {
    if (severity === 'note') continue;
    const key = `${severity} ${code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { code, severity, count: 1, place: `${at.file}:${at.line}` });
    else group.count++;
  }
  const rank = (one: { readonly code: Slug; readonly severity: Severity }) =>
    (one.severity === 'error' ? 0 : slugs.length) + slugs.indexOf(one.code);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map((group) => ({ ...group, title: manual[group.code].title }));
}

export function attentionTable(groups: readonly Attention[], empty: Words): Table {
  const columns = [
    column('severity', columnWords.severity, 'code'),
    column('check', columnWords.check, 'code'),
    column('title', columnWords.meaning, 'text'),
    column('count', columnWords.count, 'count'),
    // A place is copied into an editor: it is never broken over two lines.
    column('place', columnWords.place, 'code'),
  ];
  const rows = rowsOf(groups, ({ severity, code, title, count, place }) => [
    toned(severityWords[severity], severity === 'error' ? 'bad' : 'warning'),
    code,
    title,
    count,
    place,
  ]);
  return table(columns, rows, { group: ['severity'], empty });
}
