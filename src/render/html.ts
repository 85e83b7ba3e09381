// A document as one HTML page that prints on A4 by itself: no script, no picture, nothing from anywhere else.

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
import { htmlStyle } from './html-style.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that a browser shows as it is. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (c) => entities[c] ?? c);
}

export function renderHtml(document: Document, lang: Lang): string {
  const say = (text: Text): string => escapeHtml(textIn(text, lang));
  const title = say(document.title);
  const blocks = document.blocks.map((block) => blockHtml(block, lang)).filter((html) => html !== '');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${htmlStyle}</style>
</head>
<body>
<h1>${title}</h1>
<p class="subtitle">${say(document.subtitle)}</p>
${blocks.join('\n')}
</body>
</html>
`;
}

function blockHtml(block: Block, lang: Lang): string {
  const say = (text: Text): string => escapeHtml(textIn(text, lang));
  switch (block.kind) {
    case 'heading':
      return `<h2>${say(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${say(block.text)}</p>`;
    case 'notice':
      return `<p class="notice ${block.tone}">${say(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${say(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(block, lang) ?? (block.empty === null ? '' : `<p>${say(block.empty)}</p>`);
    case 'signature': {
      const colon = lang === 'zh' ? '：' : ':';
      return `<p class="signatures">${block.labels.map((label) => `<span>${say(label)}${colon}</span>`).join('')}</p>`;
    }
  }
}

/** Null for a table without rows. */
function tableHtml({ columns, rows }: Table, lang: Lang): string | null {
  const aligned = columns.map(({ kind }) => (isRightAligned(kind) ? ' class="number"' : ''));
  const head = columns.map(({ title }, at) => `<th${aligned[at]}>${escapeHtml(title[lang])}</th>`).join('');
  const body: string[] = [];
  for (const row of rows) {
    const cells = columns.map(({ kind }, at) => {
      const { value, incomplete, tone } = markedCell(row[at] ?? null);
      const text = `${escapeHtml(shownValue(value, kind, lang))}${incomplete ? INCOMPLETE_MARK : ''}`;
      const classes = [isRightAligned(kind) ? 'number' : '', tone === 'plain' ? '' : tone].filter((one) => one !== '');
      return `<td${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${text}</td>`;
    });
    body.push(`<tr>${cells.join('')}</tr>`);
  }
  if (body.length === 0) return null;
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}
