// reverse DOC: undoes what is left of a document, or some of its lines. Item, lot and both ends are those of the original.

import { NO_LOT } from '../../book/lots.js';
import { kindNames, REVERSAL } from '../../book/movement.js';
import type { Day } from '../../core/day.js';
import { promptWords } from '../../core/messages/record-prompts.js';
import { formatQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { itemCells, itemIn } from '../../record/rowtext.js';
import type { DocLines } from '../../stock/doclines.js';
import { oneDay } from '../../stock/period.js';
import { postBook } from '../../stock/post.js';
import { flagOption, type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { canAsk, missingDocument, nothingLeft, now, someStaff } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { sharedCells } from './movements.js';
import { batchesOf, kindCell, record, stamped } from './write.js';

/** As many documents as a list at a prompt is searched for: the last ones are those that somebody wants to undo. */
const MOST_OFFERED = 200;

interface Left {
  readonly item: number;
  readonly lot: number;
  readonly from: number;
  readonly to: number;
  qty: number;
}

/** What the document moved, line by line, less what earlier reversals undid and what cannot be undone any more. */
function leftOf({ book }: Session, doc: string, lines: DocLines): Left[] {
  const { stock, docs } = book;
  const left = new Map<string, Left>();
  let number = -1;
  for (let row = 0; row < stock.length; row++) {
    const { doc: own, kind, item, lot, qty, from, to, ref } = stock.movement(row);
    const key = `${item}:${lot}:${from}:${to}`;
    if (kind !== REVERSAL && kind < kindNames.length && docs.text(own) === doc) {
      number = own;
      const known = left.get(key);
      if (known === undefined) left.set(key, { item, lot, from, to, qty });
      else known.qty += qty;
    } else if (kind === REVERSAL && docs.text(ref) === doc) {
      const known = left.get(key);
      if (known !== undefined) known.qty -= qty;
    }
  }
  return [...left.values()]
    .map((line) => ({ ...line, qty: Math.min(line.qty, undoable(lines, number, line)) }))
    .filter(({ qty }) => qty > 0);
}

/** What a reversal may still undo of a line: of what a site signs for, what is on its way. */
function undoable(lines: DocLines, doc: number, { item, lot, from, to }: Left): number {
  let sum = 0;
  for (let line = lines.head(doc, item); line >= 0; line = lines.next.data[line]!) {
    const same =
      lines.from.data[line] === from && lines.to.data[line] === to && (lot === NO_LOT || lines.lot.data[line] === lot);
    if (same && lines.kind.data[line] !== REVERSAL) sum += Math.max(0, lines.undoable(line));
  }
  return sum;
}

/** The latest documents that something is left of, the last first, with what they are about. */
function reversible(session: Session, lines: DocLines): Map<string, string> {
  const { book } = session;
  const found = new Map<string, string>();
  const tried = new Set<number>();
  for (let row = book.stock.length - 1; row >= 0 && found.size < MOST_OFFERED; row--) {
    const { doc, kind } = book.stock.movement(row);
    if (kind === REVERSAL || tried.has(doc)) continue;
    tried.add(doc);
    const [first, ...more] = leftOf(session, book.docs.text(doc), lines);
    if (first === undefined) continue;
    const item = book.items.all[first.item]!.name;
    const end = book.places.name(first.to >= 0 ? first.to : first.from);
    found.set(book.docs.text(doc), `${item}${more.length > 0 ? '…' : ''}  ${end}`);
  }
  return found;
}

/** The last document that something is left of, and who undoes it where the book wants a name. */
function example(session: Session, lines: DocLines, by: string | undefined): string[] | null {
  const { stock, docs, staff } = session.book;
  const tried = new Set<number>();
  for (let row = stock.length - 1; row >= 0; row--) {
    const { doc, kind } = stock.movement(row);
    if (kind === REVERSAL || tried.has(doc)) continue;
    tried.add(doc);
    const text = docs.text(doc);
    if (text === '' || leftOf(session, text, lines).length === 0) continue;
    return [text, ...(staff.present && by === undefined ? ['--by', someStaff(session.book)] : [])];
  }
  return null;
}

async function askReversible(session: Session, lines: DocLines): Promise<string> {
  const { askDocument } = await import('../prompts/document.js');
  return await askDocument(session, promptWords.undone, reversible(session, lines));
}

/** Who undoes it: one of the staff where the book lists them. */
async function askBy(session: Session): Promise<string> {
  const { askFor, askText } = await import('../prompts/ask.js');
  if (!session.book.staff.present) return await askText(session.say(promptWords.by), '');
  const { staffFinder } = await import('../prompts/find.js');
  return await askFor(session.say(promptWords.by), staffFinder(session.book), null, session.lang);
}

export async function reverse(session: Session, [given = '']: readonly string[], options: RawOptions): Promise<number> {
  const { book, common } = session;
  const shared = sharedCells(options);
  const named = matchable(given || (shared.ref ?? ''));
  const day = common.date ?? now(book).day;
  const { lines: taken } = postBook(book, oneDay(later(day, book.lastDay)), true).posting;
  const asking = named === '' && canAsk() && !flagOption(options, 'yes');
  const doc = asking ? await askReversible(session, taken) : named;
  if (doc === '') throw missingDocument(example(session, taken, shared.by));
  const by = shared.by ?? (asking ? await askBy(session) : undefined);
  const left = leftOf(session, doc, taken);
  if (left.length === 0) throw nothingLeft(book, doc);
  const whole = (line: Left): Row => ({
    ...itemCells(book, line.item),
    lot: book.lots.text(line.lot),
    qty: formatQuantity(line.qty),
    unit: book.items.all[line.item]!.unit,
    from: book.places.code(line.from),
    to: book.places.code(line.to),
  });
  const asked = linesFromStdin(options, 'stock') ?? linesFromOptions(options);
  const lines: Row[] =
    asked.length === 0 ? left.map(whole) : asked.map((line) => completed(session, line, left, whole));
  const rows = stamped(book, lines, common.date, true).map((line) => ({
    ...kindCell(book, 'reversal'),
    ref: doc,
    ...(shared.doc === undefined ? {} : { doc: shared.doc }),
    ...(by === undefined || by === '' ? {} : { by }),
    ...(shared.checked_by === undefined ? {} : { checked_by: shared.checked_by }),
    note: textOption(options, 'note') ?? '',
    ...line,
  }));
  return await record(session, 'reverse', batchesOf(book, 'stock', rows, now(book).day));
}

function later(a: Day, b: Day | null): Day {
  return b !== null && b > a ? b : a;
}

/** A line as it was asked for, with what it leaves out taken from the original. */
function completed({ book }: Session, line: Row, left: readonly Left[], whole: (line: Left) => Row): Row {
  const item = itemIn(book, line.item ?? '', line.spec ?? '');
  const original = left.find(
    (one) => one.item === item && ((line.lot ?? '') === '' || book.lots.text(one.lot) === line.lot),
  );
  if (original === undefined) return line;
  const { qty, unit, ...rest } = whole(original);
  return { ...rest, ...((line.qty ?? '') === '' ? { qty, unit } : {}), ...line };
}
