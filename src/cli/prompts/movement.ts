// Asks for a movement line by line: who, from where, to where, which item, of which lot, how much.

import type { Book } from '../../book/book.js';
import { NO_EXPIRY, NO_LOT } from '../../book/lots.js';
import { addDays, type Day, dayFromColumn, formatDay, parseDay } from '../../core/day.js';
import { promptWords as words } from '../../core/messages/record-prompts.js';
import { formatGrouped, parseQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { isTransit, itemIn, siteIn } from '../../record/rowtext.js';
import { oneDay } from '../../stock/period.js';
import { reconcile } from '../../stock/reconcile.js';
import { now } from '../recording/common.js';
import type { Movement } from '../recording/movements.js';
import type { Session } from '../session.js';
import { askFor, askOne, askText, askYes, type Choice } from './ask.js';
import { type Finder, itemFinder, partyFinder, placeFinder, siteFinder, staffFinder } from './find.js';

export interface AskedMovement {
  readonly day: Day;
  readonly cells: Row;
  readonly lines: readonly Row[];
}

/** Until this hour the work may still be that of the evening before. */
const SMALL_HOURS = 5 * 60;

/** The day that is meant: shortly after midnight that is for the clerk to say. */
export async function askNight(session: Session): Promise<Day> {
  const { day, minute } = now(session.book);
  if (session.common.date !== null) return session.common.date;
  if (minute >= SMALL_HOURS) return day;
  const choices = [addDays(day, -1), day].map((one) => ({ name: formatDay(one), value: formatDay(one) }));
  return parseDay(await askOne(session.say(words.night), choices, formatDay(addDays(day, -1)), session.lang)) ?? day;
}

/** The last row of the same kind, whose answers are the defaults of the next one. */
function lastOf(book: Book, kind: string): Row {
  const { stock, places } = book;
  for (let row = stock.length - 1; row >= 0; row--) {
    const { kind: at, from, to } = stock.movement(row);
    if (KINDS[at] === kind) return { from: places.code(from), to: places.code(to) };
  }
  return {};
}

const KINDS = ['opening', 'receipt', 'issue', 'transfer', 'return', 'disposal', 'gain', 'loss', 'reversal'];

function fromFinder(session: Session, { command }: Movement): Finder {
  const { book } = session;
  if (command === 'in') return partyFinder(book);
  if (command !== 'return') return siteFinder(book, (at) => book.sites.all[at]!.tracked);
  const transit: Choice = { value: 'transit', name: session.say({ zh: 'zt  在途', en: 'transit' }) };
  const sites = siteFinder(book, (at) => book.sites.all[at]!.kind !== 'depot');
  return (typed) => [...('zt 在途 transit'.includes(typed.toLowerCase()) ? [transit] : []), ...sites(typed)];
}

function toFinder({ book }: Session, { command }: Movement): Finder {
  if (command === 'out') return placeFinder(book, () => true);
  return siteFinder(book, (at) => command === 'transfer' || book.sites.all[at]!.tracked);
}

export async function askStaff(session: Session, question: string, optional: boolean): Promise<string> {
  const { book } = session;
  if (!book.staff.present) return await askText(question, '');
  const find = staffFinder(book);
  const none: Choice = { value: '', name: session.say(words.nobody) };
  return await askFor(
    question,
    (typed) => (optional && typed === '' ? [none, ...find(typed)] : find(typed)),
    null,
    session.lang,
  );
}

export async function askMovement(session: Session, movement: Movement, given: Row): Promise<AskedMovement> {
  const { book } = session;
  const say = session.say.bind(session);
  const day = await askNight(session);
  const before = lastOf(book, movement.kind);
  const cells: Record<string, string> = { ...given };
  if (movement.from && cells.from === undefined) {
    const free = movement.command === 'in' && !book.parties.present;
    cells.from = free
      ? await askText(say(words.from), before.from ?? '')
      : await askFor(say(words.from), fromFinder(session, movement), before.from ?? null, session.lang);
  }
  if (movement.to && cells.to === undefined) {
    cells.to = await askFor(say(words.to), toFinder(session, movement), before.to ?? null, session.lang);
  }
  if (isTransit(cells.from ?? '') && cells.ref === undefined) {
    cells.ref = await askText(say(words.refNeeded), '', (text) => (text.trim() === '' ? say(words.needed) : null));
  }
  const lines: Row[] = [];
  do lines.push(await askLine(session, movement, cells, day));
  while (await askYes(say(words.more), session.lang));
  if (cells.by === undefined) cells.by = await askStaff(session, say(words.by), false);
  if (cells.checked_by === undefined) cells.checked_by = await askStaff(session, say(words.checkedBy), true);
  if (cells.ref === undefined) cells.ref = await askText(say(words.ref), '');
  return { day, cells, lines };
}

async function askLine(session: Session, { command }: Movement, cells: Row, day: Day): Promise<Row> {
  const { book } = session;
  const say = session.say.bind(session);
  const code = await askFor(say(words.item), itemFinder(book), null, session.lang);
  const at = itemIn(book, code);
  const row: Record<string, string> = { item: code };
  if (at === null) return row;
  const item = book.items.all[at]!;
  if (item.lots !== 'no' && command === 'in') {
    row.lot = await askText(say(words.newLot), '');
    row.expiry = await askText(say(words.expiry), '', (text) =>
      text.trim() === '' || parseDay(matchable(text)) !== null ? null : say(words.badDay),
    );
  } else if (item.lots !== 'no') row.lot = await askLot(session, at, cells.from ?? '', day, item.lots === 'required');
  const units = [...item.packs.keys()];
  const preset = item.unit;
  if (units.length > 1) {
    const choices = units.map((unit) => ({ value: unit, name: unit }));
    row.unit = await askOne(say(words.unit), choices, preset, session.lang);
  } else row.unit = preset;
  row.qty = await askText(`${say(words.qty)} (${row.unit})`, '', (text) => {
    const parsed = parseQuantity(matchable(text));
    return parsed.ok && parsed.value > 0 ? null : say(words.badQty);
  });
  row.note = await askText(say(words.note), '');
  return row;
}

/** Lots in the order in which they expire, with what is left of each. */
async function askLot(session: Session, item: number, from: string, day: Day, required: boolean): Promise<string> {
  const { book } = session;
  const site = siteIn(book, from);
  const { unit } = book.items.all[item]!;
  const lots = reconcile(book, oneDay(day))
    .balances.filter((line) => line.site === site && line.item === item && line.lot !== NO_LOT && line.closing > 0)
    .sort((a, b) => book.lots.expiry(a.lot) - book.lots.expiry(b.lot) || book.lots.compare(a.lot, b.lot))
    .map(({ lot, closing }) => {
      const expiry = book.lots.expiry(lot);
      const name = session.say(
        words.lotLeft({
          lot: book.lots.text(lot),
          expiry: expiry === NO_EXPIRY ? '' : formatDay(dayFromColumn(expiry)),
          left: `${formatGrouped(closing)} ${unit}`,
        }),
      );
      return { value: book.lots.text(lot), name };
    });
  if (lots.length === 0) return required ? await askText(session.say(words.lot), '') : '';
  const automatic = required ? [] : [{ value: '', name: session.say(words.fefo) }];
  return await askOne(session.say(words.lot), [...automatic, ...lots], null, session.lang);
}
