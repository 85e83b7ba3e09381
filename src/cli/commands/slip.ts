// taizhang slip DOC: a document to print and sign; of a site, its blind count sheet.

import { formatDay } from '../../core/day.js';
import { slipWords } from '../../core/messages/slip.js';
import { nearest } from '../../core/nearest.js';
import { matchable, quoted } from '../../core/text.js';
import { countables } from '../../record/countables.js';
import { siteIn } from '../../record/rowtext.js';
import { renderHtml } from '../../render/html.js';
import { renderMarkdown } from '../../render/markdown.js';
import { terminalLines } from '../../render/terminal/document.js';
import type { Document } from '../../report/document.js';
import { countSheet, movementSlip, requestSlip } from '../../report/slip.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emit } from '../output.js';
import { missing, now } from '../recording/common.js';
import { Session } from '../session.js';

/** Prints a slip in the form asked for; a terminal gets the lines to sign on as well. */
export function printSlip(session: Session, document: Document): number {
  const { lang, terminal, common } = session;
  const format = session.format(['text', 'html', 'markdown']);
  if (format === 'html') emit([renderHtml(document, lang)], common.output);
  else if (format === 'markdown') emit([renderMarkdown(document, lang)], common.output);
  else {
    const lines = [...terminalLines(document, { lang, ...terminal })];
    const signed = document.blocks.flatMap((block) =>
      block.kind === 'signature'
        ? block.labels.map((label) => `${label[lang]}${lang === 'zh' ? '：' : ': '}____________`)
        : [],
    );
    emit([`${lines.join('\n')}\n\n${signed.join('    ')}\n`], common.output);
  }
  return Exit.good;
}

/** A blind count sheet of a site, for tonight or the day asked for. */
export function sheetOf(session: Session, site: number): Document {
  const { book, common } = session;
  const day = common.date ?? book.lastDay ?? now(book).day;
  return countSheet(book, site, formatDay(common.date ?? now(book).day), countables(book, site, day));
}

const command: CommandModule = {
  configure(self, say) {
    self.argument('[doc]', say({ zh: '单号；或点位，印盘点表', en: 'a document, or a site for its count sheet' }));
  },
  run([given], options) {
    const session = new Session(options);
    const { book } = session;
    if (given === undefined)
      throw missing([['DOC', book.stock.length > 0 ? book.docs.text(book.stock.movement(0).doc) : 'D1']]);
    const doc = matchable(given);
    const found = movementSlip(book, doc) ?? requestSlip(book, doc);
    if (found !== null) return printSlip(session, found);
    const site = siteIn(book, doc);
    if (site !== null) return printSlip(session, sheetOf(session, site));
    const known = new Set<string>();
    for (let row = 0; row < book.stock.length; row++) known.add(book.docs.text(book.stock.movement(row).doc));
    const near = nearest(doc, known).map((one) => quoted(one));
    throw new UsageError(slipWords.unknown({ doc: quoted(doc) }), slipWords.unknownHint({ near }));
  },
};

export const { configure, run } = command;
