// deliver DOC: what the receiving site signed for; all that is on its way where nothing else is said. With --settle, what
// never arrived is booked: returned, or lost.

import type { Day } from '../../core/day.js';
import { previewWords } from '../../core/messages/record-preview.js';
import { promptWords } from '../../core/messages/record-prompts.js';
import { formatQuantity, parseQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { itemCells } from '../../record/rowtext.js';
import type { DeliveryLine } from '../../stock/figures.js';
import { oneDay } from '../../stock/period.js';
import { reconcile } from '../../stock/reconcile.js';
import { UsageError } from '../exit.js';
import { flagOption, type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { canAsk, missingDocument, nothingLeft, now } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { sharedCells } from './movements.js';
import { batchesOf, kindCell, record, stamped } from './write.js';

/** What of a document is still on its way, added up where the book does not need lots apart. */
interface Open {
  readonly item: number;
  readonly lot: string;
  readonly from: string;
  readonly to: string;
  readonly qty: number;
}

function openLines({ book }: Session, doc: string, day: Day): Open[] {
  const { deliveries } = reconcile(book, oneDay(day));
  const open = new Map<string, Open>();
  for (const line of deliveries) {
    if (book.docs.text(line.doc) !== doc || line.inTransit <= 0) continue;
    const lot = lotOf(book, line);
    const key = JSON.stringify([line.item, lot, line.to]);
    const known = open.get(key);
    open.set(key, {
      item: line.item,
      lot,
      from: book.places.code(line.from),
      to: book.places.code(line.to),
      qty: (known?.qty ?? 0) + line.inTransit,
    });
  }
  return [...open.values()];
}

function lotOf(book: Session['book'], { item, lot }: DeliveryLine): string {
  return book.items.all[item]!.lots === 'required' ? book.lots.text(lot) : '';
}

function quantityCells(session: Session, { item, lot, qty }: Open, column: string): Row {
  const { unit } = session.book.items.all[item]!;
  return { ...itemCells(session.book, item), lot, [column]: formatQuantity(qty), unit };
}

/** The night on which something is settled: as asked, or today, but never before what is to be settled. */
function dayOf(session: Session): Day {
  return session.common.date ?? now(session.book).day;
}

export async function deliver(session: Session, [given = '']: readonly string[], options: RawOptions): Promise<number> {
  const { book, common } = session;
  const asking = canAsk() && !flagOption(options, 'yes');
  const named = matchable(given || (textOption(options, 'doc') ?? ''));
  const doc = named === '' && asking ? await askDispatch(session) : named;
  if (doc === '') {
    const [open] = onTheWay(session).keys();
    throw missingDocument(open === undefined ? null : [open]);
  }
  const settle = textOption(options, 'settle');
  if (settle !== null) return await settleRest(session, doc, settle, options);
  const shared = sharedCells(options);
  const site = textOption(options, 'site') ?? shared.to;
  const asked = linesFromStdin(options, 'deliveries') ?? linesFromOptions(options).map(received);
  const nothingSaid = asked.length === 0 && textOption(options, 'stdin') === null;
  const answers = nothingSaid && asking ? await askLines(session, doc) : [];
  const said = answers.length > 0 ? answers : asked;
  const lines =
    said.length > 0
      ? said
      : openLines(session, doc, dayOf(session)).map((line) => ({
          ...quantityCells(session, line, 'received'),
          site: line.to,
        }));
  if (lines.length === 0) {
    throw nothingLeft(book, doc);
  }
  const rows = stamped(book, lines, common.date, true).map((line) => ({
    doc,
    ...(site === undefined ? {} : { site }),
    ...(shared.by === undefined ? {} : { by: shared.by }),
    ...line,
  }));
  return await record(session, 'deliver', batchesOf(book, 'deliveries', rows, now(book).day));
}

/** The documents that are on their way, and where to. */
function onTheWay(session: Session): Map<string, string> {
  const { book } = session;
  const open = new Map<string, string>();
  for (const { doc, to, inTransit } of reconcile(book, oneDay(dayOf(session))).deliveries) {
    if (inTransit > 0) open.set(book.docs.text(doc), book.places.name(to));
  }
  return open;
}

/** Which of the documents that are on their way, found by number or by where they go. */
async function askDispatch(session: Session): Promise<string> {
  const { askDocument } = await import('../prompts/document.js');
  const open = onTheWay(session);
  if (open.size === 0) throw new UsageError(previewWords.nothingOnTheWay, null);
  return await askDocument(session, promptWords.document, open);
}

/** What arrived of each line: all of it where Enter is pressed. */
async function askLines(session: Session, doc: string): Promise<Row[]> {
  const { book } = session;
  const { askText } = await import('../prompts/ask.js');
  const judge = (text: string): string | null => {
    const parsed = parseQuantity(matchable(text));
    return parsed.ok && parsed.value >= 0 && parsed.suffix === '' ? null : session.say(promptWords.badCount);
  };
  const lines: Row[] = [];
  for (const line of openLines(session, doc, dayOf(session))) {
    const { name, unit } = book.items.all[line.item]!;
    const title = `${name}${line.lot === '' ? '' : ` ${line.lot}`} (${unit})`;
    const arrived = await askText(`${title}  ${session.say(promptWords.received)}`, formatQuantity(line.qty), judge);
    const damaged = await askText(`${title}  ${session.say(promptWords.damaged)}`, '0', judge);
    lines.push({ ...quantityCells(session, line, 'received'), site: line.to, received: arrived, damaged });
  }
  return lines;
}

function received({ qty, ...rest }: Row): Row {
  return { ...rest, received: qty ?? '' };
}

async function settleRest(session: Session, doc: string, how: string, options: RawOptions): Promise<number> {
  const { book, common } = session;
  if (how !== 'returned' && how !== 'lost') throw new UsageError(previewWords.settleChoice, null);
  const lines = openLines(session, doc, dayOf(session));
  if (lines.length === 0) {
    throw nothingLeft(book, doc);
  }
  const { by, checked_by, ...rest } = sharedCells(options);
  const signers = { ...(by === undefined ? {} : { by }), ...(checked_by === undefined ? {} : { checked_by }) };
  const [note] = linesFromOptions({ ...options, item: ['-'] }).map((line) => line.note ?? '');
  const rows = stamped(
    book,
    lines.map((line) => ({
      ...kindCell(book, how === 'returned' ? 'return' : 'loss'),
      ...quantityCells(session, line, 'qty'),
      from: 'transit',
      ...(how === 'returned' ? { to: rest.to ?? line.from } : {}),
      ref: doc,
      note: note ?? '',
      ...signers,
    })),
    common.date,
    true,
  );
  return await record(session, 'deliver', batchesOf(book, 'stock', rows, now(book).day));
}
