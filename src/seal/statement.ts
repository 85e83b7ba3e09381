// The statement of a closed night: every balance line as it was. Evidence, and what a replay is held against.

import type { Book } from '../book/book.js';
import { formatQuantity } from '../core/quantity.js';
import type { Reconciliation } from '../stock/figures.js';

export const STATEMENT_COLUMNS = [
  'site',
  'item',
  'lot',
  'opening',
  'in',
  'out',
  'adjusted',
  'closing',
  'counted',
  'variance',
] as const;

export interface StatementLine {
  readonly site: string;
  readonly item: string;
  readonly lot: string;
  /** Opening, in, out, adjusted, closing, counted, variance; the last two empty where nothing was counted. */
  readonly figures: readonly string[];
}

const CLOSING = 4;

export function closingOf({ figures }: StatementLine): string {
  return figures[CLOSING] ?? '';
}

export function statementLines(book: Book, { balances }: Reconciliation): StatementLine[] {
  return balances.map(({ site, item, lot, opening, in: added, out, adjusted, closing, counted, variance }) => ({
    site: book.sites.all[site]!.code,
    item: book.items.all[item]!.code,
    lot: book.lots.text(lot),
    figures: [opening, added, out, adjusted, closing, counted, variance].map((figure) =>
      figure === null ? '' : formatQuantity(figure),
    ),
  }));
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function renderStatement(lines: readonly StatementLine[]): string {
  const rows = lines.map(({ site, item, lot, figures }) => [site, item, lot, ...figures]);
  return [[...STATEMENT_COLUMNS], ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Reads what `renderStatement` wrote, and of what was touched since as much as there is. */
export function parseStatement(text: string): StatementLine[] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [site = '', item = '', lot = '', ...figures] = cells(line);
      return { site, item, lot, figures };
    });
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain,
  );
}
