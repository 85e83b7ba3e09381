// A document in Markdown: for git, chat and paper. Nothing that stands in a book can break a table or become markup.

import type { Lang } from '../core/lang.js';
import { visible } from '../core/text.js';
import {
  type Block,
  type Document,
  isRightAligned,
  markedCell,
  type Table,
  type Text,
  textIn,
} from '../report/document.js';
import { INCOMPLETE_MARK, shownValue } from './cells.js';

// Whatever Markdown or HTML could take for markup: inside a line, and at its beginning, where two colons are a
// command to GitHub's runner as well.
const markup = /[\\`*_{}[\]<>|~#&$]/g;
// Where GitHub would make a link by itself: behind a scheme, www. or in a mail address.
const linking = /:(?=\/\/)|(?<=\bwww)\.|@/gi;
const leading = /^([-+=]|:(?=:)|\d+[.)])/;

/** Text that Markdown shows as it is, on one line, wherever it stands in that line. */
export function escapeMarkdown(text: string): string {
  // Blanks at an end would begin a block of code or keep a bold text from being one.
  return visible(text.trim())
    .replace(markup, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : `\\${c}`))
    .replace(linking, '\\$&');
}

/** The same at the beginning of a line, where a sign or a number could begin a list. */
function escapeLine(text: string): string {
  return escapeMarkdown(text).replace(leading, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
}

/** The whole document, a newline at its end. */
export function renderMarkdown(document: Document, lang: Lang): string {
  const parts = [`# ${escapeMarkdown(textIn(document.title, lang))}`, escapeLine(textIn(document.subtitle, lang))];
  for (const block of document.blocks) {
    const text = blockText(block, lang);
    if (text !== '') parts.push(text);
  }
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block, lang: Lang): string {
  const say = (text: Text) => escapeMarkdown(textIn(text, lang));
  const begin = (text: Text) => escapeLine(textIn(text, lang));
  switch (block.kind) {
    case 'heading':
      return `## ${say(block.text)}`;
    case 'paragraph':
      return begin(block.text);
    case 'notice':
      return `> **${say(block.text)}**`;
    case 'list':
      return block.items.map((item) => `- ${begin(item)}`).join('\n');
    case 'table':
      return tableText(block, lang) ?? (block.empty === null ? '' : begin(block.empty));
    case 'signature':
      return block.labels.map((label) => `${say(label)}${lang === 'zh' ? '：' : ': '}＿＿＿＿＿＿＿＿`).join('　　');
  }
}

/** Null for a table without rows. */
function tableText({ columns, rows }: Table, lang: Lang): string | null {
  const lines = [
    `| ${columns.map((column) => escapeMarkdown(column.title[lang])).join(' | ')} |`,
    `|${columns.map((column) => (isRightAligned(column.kind) ? ' ---: |' : ' --- |')).join('')}`,
  ];
  for (const row of rows) {
    const cells = columns.map((column, at) => {
      const { value, incomplete } = markedCell(row[at] ?? null);
      const text = shownValue(value, column.kind, lang);
      // A figure is its own escape: a minus sign before digits is no list inside a cell.
      const shown = typeof value === 'number' ? text : escapeMarkdown(text);
      return `${shown}${incomplete ? `\\${INCOMPLETE_MARK}` : ''}`;
    });
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines.length === 2 ? null : lines.join('\n');
}
