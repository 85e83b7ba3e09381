// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

import type { Diagnostic } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import type { Severity } from '../core/slugs.js';
import { visible } from '../core/text.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One command a line. `prefix` leads from the root of the repository to the book: empty, or ending in `/`. */
export function renderGithub(diagnostics: readonly Diagnostic[], lang: Lang, prefix = ''): string {
  const lines = diagnostics.map(({ code, severity, at, tell }) => {
    const { message, hint } = tell(lang);
    const properties = [
      ['file', visible(`${prefix}${at.file}`)],
      ['line', String(at.line)],
      ['col', String(at.column)],
      ['endLine', String(at.endLine)],
      ['endColumn', String(at.endColumn)],
      ['title', code],
    ].map(([name = '', value = '']) => `${name}=${escapeProperty(value)}`);
    const text = [message, hint]
      .filter((line) => line !== '')
      .map(visible)
      .join('\n');
    return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}\n`;
  });
  return lines.join('');
}
