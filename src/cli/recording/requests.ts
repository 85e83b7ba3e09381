// request: what a site asks for, and by when.

import type { Row } from '../../record/append.js';
import { someItem } from '../../record/rowtext.js';
import { type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { missing, now } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { sharedCells } from './movements.js';
import { batchesOf, record, stamped } from './write.js';

export async function request(session: Session, options: RawOptions): Promise<number> {
  const { book, common } = session;
  const shared = sharedCells(options);
  const site = textOption(options, 'site') ?? shared.to ?? shared.from;
  const lines = linesFromStdin(options, 'requests') ?? linesFromOptions(options);
  const absent: [string, string][] = [];
  const has = (column: string): boolean => lines.length > 0 && lines.every((line) => (line[column] ?? '') !== '');
  if (site === undefined && !has('site')) absent.push(['--site', book.sites.all.at(-1)?.code ?? 'S001']);
  if (!has('item')) absent.push(['--item', someItem(book)]);
  const cancels = lines.length > 0 && lines.every((line) => (line.cancelled ?? '') !== '');
  if (!has('qty') && !cancels) absent.push(['--qty', '10']);
  if (absent.length > 0) throw missing(absent);
  const more: Record<string, string> = {};
  for (const [option, column] of [
    ['neededBy', 'needed_by'],
    ['priority', 'priority'],
  ] as const) {
    const text = textOption(options, option);
    if (text !== null) more[column] = text;
  }
  const rows: Row[] = stamped(book, lines, common.date, false).map((line) => ({
    ...(site === undefined ? {} : { site }),
    ...(shared.doc === undefined ? {} : { doc: shared.doc }),
    ...(shared.by === undefined ? {} : { by: shared.by }),
    ...more,
    ...line,
  }));
  return await record(session, 'request', batchesOf(book, 'requests', rows, now(book).day));
}
