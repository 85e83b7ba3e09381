// HTML, read by a browser's own parser: the elements that the program makes, no attribute and no comment more, nothing to guess.

import { expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.js';
import { pageIn } from './html.js';
import { COLUMNS, pageOf } from './made.js';
import { acting, each } from './strings.js';

const attributes = new Set([
  'html lang',
  'meta charset',
  'meta name',
  'meta content',
  'meta http-equiv',
  'p class',
  'th class',
  'td class',
]);

test('a string is text wherever it stands', () => {
  each((text) => {
    const html = renderHtml(pageOf([text]), 'zh');
    expect(acting.exec(html)?.[0]).toBeUndefined();
    const page = pageIn(html);
    expect(page.elements).toEqual({
      '#documentType': 1,
      html: 1,
      head: 1,
      meta: 3,
      title: 1,
      style: 1,
      body: 1,
      h1: 1,
      h2: 1,
      p: 3,
      ul: 1,
      li: 2,
      table: 1,
      thead: 1,
      tbody: 1,
      tr: 3,
      th: COLUMNS.length,
      td: 2 * COLUMNS.length,
    });
    expect([...page.attributes].filter((one) => !attributes.has(one))).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});

test('the policy of the page forbids every script and every address', () => {
  const html = renderHtml(pageOf(['x']), 'zh');
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/<script|https?:|\bon\w+=/u);
});
