// A document in a terminal.

import type { Lang } from '../../core/lang.js';
import { logLine } from '../../core/log.js';
import { visible } from '../../core/text.js';
import { type Block, type Document, type Text, type Tone, textIn } from '../../report/document.js';
import { type Painter, painter } from './paint.js';
import { tableLines } from './table.js';
import { textWidth } from './width.js';
import { wrap } from './wrap.js';

export interface TerminalOptions {
  readonly lang: Lang;
  /** Columns of the terminal; 80 where nobody knows. */
  readonly width: number;
  readonly color: boolean;
}

/** What stands before a notice, so that it says the same without its colour. */
const signs: Readonly<Record<Tone, string>> = { plain: '', good: '✓ ', warning: '! ', bad: '✗ ', muted: '' };

/** The document line by line, without line ends. */
export function* terminalLines(document: Document, options: TerminalOptions): Generator<string> {
  for (const line of pageLines(document, options)) yield logLine(line);
}

function* pageLines(document: Document, options: TerminalOptions): Generator<string> {
  const paint = painter(options.color);
  const { lang, width } = options;
  const say = (text: Text) => visible(textIn(text, lang));
  for (const line of wrap(say(document.title), width)) yield paint.title(line);
  for (const line of wrap(say(document.subtitle), width)) yield paint.muted(line);
  for (const block of document.blocks) {
    let begun = false;
    for (const line of blockLines(block, options, paint)) {
      if (!begun) yield '';
      begun = true;
      yield line;
    }
  }
}

export function renderTerminal(document: Document, options: TerminalOptions): string {
  const lines = [...terminalLines(document, options)];
  return `${lines.join('\n')}\n`;
}

function* blockLines(block: Block, { lang, width }: TerminalOptions, paint: Painter): Generator<string> {
  const say = (text: Text) => visible(textIn(text, lang));
  switch (block.kind) {
    case 'heading':
      for (const line of wrap(say(block.text), width)) yield paint.heading(line);
      break;
    case 'paragraph':
      yield* wrap(say(block.text), width);
      break;
    case 'notice':
      yield* hanging(signs[block.tone], say(block.text), width, paint.tone(block.tone));
      break;
    case 'list':
      for (const item of block.items) yield* hanging('- ', say(item), width, (text) => text);
      break;
    case 'table': {
      let any = false;
      for (const line of tableLines(block, lang, width, paint)) {
        any = true;
        yield line;
      }
      if (!any && block.empty !== null) yield paint.muted(say(block.empty));
      break;
    }
    case 'signature':
      break;
  }
}

function* hanging(sign: string, text: string, width: number, paint: (text: string) => string): Generator<string> {
  const indent = textWidth(sign);
  let first = true;
  for (const line of wrap(text, Math.max(10, width - indent))) {
    yield paint(`${first ? sign : ' '.repeat(indent)}${line}`);
    first = false;
  }
}
