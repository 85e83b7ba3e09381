// request: what a site asks for, and by when.

import type { Row } from '../../record/append.js';
import { someItem } from '../../record/rowtext.js';
import { flagOption, type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { canAsk, missing, now } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { sharedCells } from './movements.js';
import { batchesOf, record, stamped } from './write.js';

export async function request(session: Session, options: RawOptions): Promise<number> {
  const { book, common } = session;
  const { from, to, ...shared } = sharedCells(options);
  const cells: Record<string, string> = { ...shared };
  delete cells.checked_by;
  delete cells.ref;
  const site = textOption(options, 'site') ?? to ?? from;
  if (site !== undefined) cells.site = site;
  for (const [option, column] of [
    ['neededBy', 'needed_by'],
    ['priority', 'priority'],
  ] as const) {
    const text = textOption(options, option);
    if (text !== null) cells[column] = text;
  }
  let lines: readonly Row[] = linesFromStdin(options, 'requests') ?? linesFromOptions(options);
  if (lines.length === 0 && canAsk() && !flagOption(options, 'yes')) {
    const { askRequest } = await import('../prompts/request.js');
    const asked = await askRequest(session, cells);
    Object.assign(cells, asked.cells);
    lines = asked.lines;
  }
  const has = (column: string): boolean => lines.length > 0 && lines.every((line) => (line[column] ?? '') !== '');
  const absent: [string, string][] = [];
  if (cells.site === undefined && !has('site')) absent.push(['--site', book.sites.all.at(-1)?.code ?? 'S001']);
  if (!has('item')) absent.push(['--item', someItem(book)]);
  if (!has('qty') && !has('cancelled')) absent.push(['--qty', '10']);
  if (absent.length > 0) throw missing(absent);
  const rows = stamped(book, lines, common.date, false).map((line) => ({ ...cells, ...line }));
  return await record(session, 'request', batchesOf(book, 'requests', rows, now(book).day));
}
