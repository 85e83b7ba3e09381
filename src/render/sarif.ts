// Findings as SARIF 2.1.0, which code hosts and editors read.

import { manual } from '../checks/manual/index.js';
import type { Diagnostic, Span } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import { defaultSeverity, type Slug } from '../core/slugs.js';
import { inertJson } from './json/inert.js';

export interface SarifOptions {
  readonly lang: Lang;
  /** The program's own version. */
  readonly version: string;
  /** Leads from the root of the repository to the book: empty, or ending in `/`. */
  readonly prefix?: string;
}

function rule(code: Slug, lang: Lang) {
  const { title, explanation } = manual[code];
  return {
    id: code,
    shortDescription: { text: title[lang] },
    fullDescription: { text: explanation[lang] },
    defaultConfiguration: { level: defaultSeverity(code) },
  };
}

// On Windows a name may hold half a character, which no URI can.
const half = /[\uD800-\uDFFF]/gu;

/** A path as a relative URI: names may hold anything. */
function uriOf(path: string): string {
  return path.replace(half, '\uFFFD').split('/').map(encodeURIComponent).join('/');
}

function location(at: Span, prefix: string) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(`${prefix}${at.file}`), uriBaseId: '%SRCROOT%' },
      region: { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn },
    },
  };
}

/** One run, with a rule for each check that found something. */
export function renderSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const { lang, version, prefix = '' } = options;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const results = diagnostics.map(({ code, severity, at, tell, related }) => {
    const { message, hint } = tell(lang);
    return {
      ruleId: code,
      ruleIndex: ruleIndex.get(code),
      level: severity,
      message: { text: hint === '' ? message : `${message}\n${hint}` },
      locations: [location(at, prefix)],
      relatedLocations: related.map((one, id) => ({
        id,
        ...location(one.at, prefix),
        message: { text: one.tell(lang) },
      })),
    };
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'taizhang', semanticVersion: version, rules: codes.map((code) => rule(code, lang)) } },
        // Columns count characters, not UTF-16 units.
        columnKind: 'unicodeCodePoints',
        results,
      },
    ],
  };
  return inertJson(`${JSON.stringify(log, null, 1)}\n`);
}
