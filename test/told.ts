// Findings as a test reads them: where each one points, by its first line, and which check it is of.

import type { Finding, Span } from '../src/core/finding.js';
import { defaultSeverity } from '../src/core/slugs.js';
import { locate } from '../src/source/locate.js';
import type { Workspace } from '../src/source/workspace.js';

/** `org.yaml:3:5-9 yaml/schema`: the line, the first column, and the column after the last. */
export function told(workspace: Workspace, findings: readonly Finding[]): string[] {
  return locate(workspace, findings, (finding) => finding.severity ?? defaultSeverity(finding.code)).map(
    ({ at, code, tell, related }) => {
      expectWhole(at, (lang) => Object.values(tell(lang)));
      for (const one of related) expectWhole(one.at, (lang) => [one.tell(lang)]);
      return `${at.file}:${at.line}:${at.column}-${at.endColumn} ${code}`;
    },
  );
}

/** Whatever is told has a place, and words in both languages with nothing missing in them. */
function expectWhole({ file, line }: Span, tell: (lang: 'zh' | 'en') => string[]): void {
  const said = (['zh', 'en'] as const).map((lang) => tell(lang).join(' | '));
  if (typeof file !== 'string' || line < 1 || said.some((text) => /undefined|\[object/u.test(text)))
    throw new Error(`${file}:${line} ${said.join(' | ')}`);
}

/** The words of each finding, message and hint, in one language. */
export function words(findings: readonly Finding[], lang: 'zh' | 'en'): string[] {
  return findings.map(({ tell }) => {
    const { message, hint } = tell(lang);
    return `${message} | ${hint}`;
  });
}
