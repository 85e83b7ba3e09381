// Markdown, read by a parser of GitHub's dialect: the blocks that the program makes, and not one element more.

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.js';
import { elementsOf, textOf } from './html.js';
import { BLOCKS_A_STRING, COLUMNS, pageOf } from './made.js';
import { acting, each, naughty } from './strings.js';

const read = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });

/** Of a string: a heading, a paragraph, a quotation in bold, a list of two, a table of two rows. */
const expected = {
  h1: 1,
  p: 1 + 1 + 1,
  h2: 1,
  blockquote: 1,
  strong: 1,
  ul: 1,
  li: 2,
  table: 1,
  thead: 1,
  tbody: 1,
  tr: 3,
  th: COLUMNS.length,
  td: 2 * COLUMNS.length,
};

test('a string is text wherever it stands', () => {
  each((text) => {
    const markdown = renderMarkdown(pageOf([`x${text}`]), 'zh');
    expect(acting.exec(markdown)?.[0]).toBeUndefined();
    expect(elementsOf(read(markdown))).toEqual(expected);
  });
});

test('a string is text at the beginning of a line', () => {
  each((text) => {
    if (text.trim() === '') return;
    const markdown = renderMarkdown(pageOf([text]), 'zh');
    expect(markdown).not.toMatch(/^\s*::/mu);
    const elements = elementsOf(read(markdown));
    expect(elements).toEqual(expected);
  });
});

test('one string leaves nothing open for the next', () => {
  const strings = naughty.filter((text) => text.trim() !== '');
  const elements = elementsOf(read(renderMarkdown(pageOf(strings), 'zh')));
  expect(elements.table).toBe(strings.length);
  expect(elements.td).toBe(strings.length * 2 * COLUMNS.length);
  expect(pageOf(strings).blocks.length).toBe(strings.length * BLOCKS_A_STRING);
  expect(Object.keys(elements).sort()).toEqual(Object.keys(expected).sort());
});

test('what is read is what was written: a sign is not lost on the way', () => {
  for (const text of [
    'a|b',
    '\\|',
    '*a*',
    '<b>',
    '&amp;',
    'a@b.c',
    'www.a.b',
    'http://a',
    '1. x',
    '- x',
    '＝1',
    '`x`',
  ]) {
    const page = { ...pageOf([]), title: 'x', subtitle: '', blocks: pageOf([text]).blocks.slice(1, 2) };
    expect(
      textOf(read(renderMarkdown(page, 'zh')))
        .trim()
        .split('\n')
        .at(-1),
    ).toBe(text);
  }
});
