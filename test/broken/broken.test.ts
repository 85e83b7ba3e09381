// A book in which everything is wrong that can be wrong at once. How each finding reads is held by the transcripts
// test/cases/check/broken-*.txt; here, that none is missing.

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { slugs } from '../../src/core/slugs.js';
import { check, diagnostics, loadBook } from '../../src/index.js';

const book = fileURLToPath(new URL('book', import.meta.url));
const families = ['file', 'csv', 'yaml', 'value', 'ref', 'id', 'stock', 'count', 'delivery', 'request'];

/** Without its registers a book has no figures, so this one cannot stand beside the rest. */
const alone = new Set<string>(['file/missing']);

describe('the broken book', () => {
  const checked = check(loadBook(book));
  const found = new Set<string>(checked.diagnostics.map(({ code }) => code));

  test.each(slugs.filter((slug) => families.includes(slug.split('/')[0] ?? '') && !alone.has(slug)))(
    'shows %s',
    (slug) => {
      expect(found).toContain(slug);
    },
  );

  test('every finding stands at a line that is there, between its columns', () => {
    for (const { at, excerpt } of checked.diagnostics) {
      if (excerpt === null) continue;
      expect(at.column).toBeGreaterThanOrEqual(1);
      expect(at.endLine).toBeGreaterThanOrEqual(at.line);
      if (at.endLine === at.line) expect(at.endColumn).toBeLessThanOrEqual([...excerpt].length + 1);
    }
  });

  test('every finding says what is wrong and what to do, in both languages', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const { message, hint } of diagnostics(checked, lang)) {
        expect(message).not.toBe('');
        expect(hint).not.toBe('');
        expect(`${message}${hint}`).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });

  test('some rows are left out, and the rest of the book still has its figures', () => {
    expect(checked.quarantined).toBeGreaterThan(0);
    expect(checked.figures?.balances.some(({ status }) => status !== 'incomplete')).toBe(true);
  });
});
