// reverse DOC: undoes what is left of a document, or some of its lines. Item, lot and both ends are those of the original.

import { kindNames, REVERSAL } from '../../book/movement.js';
import { previewWords } from '../../core/messages/record-preview.js';
import { formatQuantity } from '../../core/quantity.js';
import { matchable, quoted } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { itemCells, itemIn } from '../../record/rowtext.js';
import { UsageError } from '../exit.js';
import { type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { missing, now } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { sharedCells } from './movements.js';
import { batchesOf, kindCell, record, stamped } from './write.js';

interface Left {
  readonly item: number;
  readonly lot: number;
  readonly from: number;
  readonly to: number;
  qty: number;
}

/** What the document moved, line by line, less what earlier reversals undid. */
function leftOf({ book }: Session, doc: string): Left[] {
  const { stock, docs } = book;
  const left = new Map<string, Left>();
  for (let row = 0; row < stock.length; row++) {
    const { doc: own, kind, item, lot, qty, from, to, ref } = stock.movement(row);
    const key = `${item}:${lot}:${from}:${to}`;
    if (kind !== REVERSAL && kind < kindNames.length && docs.text(own) === doc) {
      const known = left.get(key);
      if (known === undefined) left.set(key, { item, lot, from, to, qty });
      else known.qty += qty;
    } else if (kind === REVERSAL && docs.text(ref) === doc) {
      const known = left.get(key);
      if (known !== undefined) known.qty -= qty;
    }
  }
  return [...left.values()].filter(({ qty }) => qty > 0);
}

export async function reverse(session: Session, [given = '']: readonly string[], options: RawOptions): Promise<number> {
  const { book, common } = session;
  const shared = sharedCells(options);
  const doc = matchable(given || (shared.ref ?? ''));
  if (doc === '') throw missing([['DOC', 'CK20220112-001']]);
  const left = leftOf(session, doc);
  if (left.length === 0) {
    throw new UsageError(previewWords.nothingLeft({ doc: quoted(doc) }), previewWords.nothingLeftHint);
  }
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
    ...(shared.by === undefined ? {} : { by: shared.by }),
    ...(shared.checked_by === undefined ? {} : { checked_by: shared.checked_by }),
    note: textOption(options, 'note') ?? '',
    ...line,
  }));
  return await record(session, 'reverse', batchesOf(book, 'stock', rows, now(book).day));
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
