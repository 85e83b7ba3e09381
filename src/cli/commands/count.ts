// taizhang count: what is on the shelf, by options, standard input, or thing by thing on the terminal, blind.

import { countWords } from '../../core/messages/record-night.js';
import type { Row } from '../../record/append.js';
import { siteIn, someItem } from '../../record/rowtext.js';
import type { CommandModule } from '../command.js';
import { Exit } from '../exit.js';
import { flagOption, type RawOptions, textOption } from '../options.js';
import { note } from '../output.js';
import { canAsk, missing, now, writerSession } from '../recording/common.js';
import { linesFromOptions, linesFromStdin } from '../recording/lines.js';
import { onlyDepot, sharedCells } from '../recording/movements.js';
import { declareOptions } from '../recording/options.js';
import { batchesOf, record, stamped } from '../recording/write.js';
import type { Session } from '../session.js';
import { printSlip, sheetOf } from './slip.js';

function counted({ qty, ...rest }: Row): Row {
  return { ...(qty === undefined ? {} : { counted: qty }), ...rest };
}

async function asked(session: Session, site: string | null, raw: RawOptions): Promise<number> {
  const { askCount } = await import('../prompts/count.js');
  const result = await askCount(session, site, sharedCells(raw), textOption(raw, 'when'));
  if (result === null) return Exit.good;
  if (result.rows.length === 0) {
    note(session.say(countWords.skipped));
    return Exit.good;
  }
  const rows = stamped(session.book, result.rows, result.day, false);
  const status = await record(session, 'count', batchesOf(session.book, 'counts', rows, result.day));
  if (status === Exit.good) result.finished();
  return status;
}

const command: CommandModule = {
  configure(self, say) {
    declareOptions(self, say);
    self
      .option('--site <site>', say({ zh: '盘哪个点位', en: 'the site that is counted' }))
      .option('--when <point>', say({ zh: '日终（缺省）或日初', en: 'close (default) or open' }))
      .option('--sheet', say({ zh: '只印盲盘表，不录入', en: 'only print a blind count sheet' }));
  },
  async run(_args, options) {
    const session = writerSession(options);
    const { book, common } = session;
    const shared = sharedCells(options);
    const site = textOption(options, 'site') ?? shared.to ?? shared.from ?? onlyDepot(session);
    if (flagOption(options, 'sheet')) {
      const at = site === null ? null : siteIn(book, site);
      if (at === null) throw missing([['--site', book.sites.all.find(({ tracked }) => tracked)?.code ?? 'D1']]);
      return printSlip(session, sheetOf(session, at));
    }
    const lines = linesFromStdin(options, 'counts') ?? linesFromOptions(options).map(counted);
    if (lines.length === 0 && canAsk() && !flagOption(options, 'yes')) return await asked(session, site, options);
    const has = (column: string): boolean => lines.length > 0 && lines.every((line) => (line[column] ?? '') !== '');
    const absent: [string, string][] = [];
    if (site === null && !has('site')) absent.push(['--site', 'D1']);
    if (!has('item')) absent.push(['--item', someItem(book)]);
    if (!has('counted')) absent.push(['--qty', '0']);
    if (absent.length > 0) throw missing(absent);
    const when = textOption(options, 'when');
    const rows: Row[] = stamped(book, lines, common.date, false).map((line) => ({
      ...(site === null ? {} : { site }),
      ...(when === null ? {} : { when }),
      ...(shared.by === undefined ? {} : { by: shared.by }),
      ...(shared.checked_by === undefined ? {} : { checked_by: shared.checked_by }),
      ...line,
    }));
    return await record(session, 'count', batchesOf(book, 'counts', rows, now(book).day));
  },
};

export const { configure, run } = command;
