// Findings and documents made by hand, for the tests of how they look.

import type { Diagnostic, Span } from '../../src/core/finding.js';
import type { Severity, Slug } from '../../src/core/slugs.js';

export function span(file: string, line: number, column: number, endColumn: number, endLine = line): Span {
  return { file, line, column, endLine, endColumn };
}

export interface Made {
  readonly code?: Slug;
  readonly severity?: Severity;
  readonly at?: Span;
  readonly message?: string;
  readonly hint?: string;
  readonly excerpt?: string | null;
  readonly related?: Diagnostic['related'];
}

export function diagnostic(made: Made = {}): Diagnostic {
  const { message = '结存为负', hint = '补记入库' } = made;
  return {
    code: made.code ?? 'stock/negative',
    severity: made.severity ?? 'error',
    at: made.at ?? span('stock/2022-01-12.csv', 7, 12, 14),
    tell: (lang) => (lang === 'zh' ? { message, hint } : { message: 'below zero', hint: 'book the receipt' }),
    related: made.related ?? [],
    excerpt: made.excerpt === undefined ? '2022-01-12,30,D1' : made.excerpt,
  };
}
