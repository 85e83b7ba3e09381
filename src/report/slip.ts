// A document as a slip to print and sign: what stands in the book, and room for what is written by hand.

import type { Book } from '../book/book.js';
import type { MovementKind } from '../book/choices.js';
import { NO_EXPIRY } from '../book/lots.js';
import { kindNames } from '../book/movement.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import type { Words } from '../core/lang.js';
import { signers, slipTitles, slipWords as words } from '../core/messages/slip.js';
import { type Block, type Cell, column, type Document, paragraph, type Text, table } from './document.js';

const SIGNERS: Readonly<Record<MovementKind | 'request', readonly Words[]>> = {
  opening: [signers.keeper, signers.checker, signers.head],
  receipt: [signers.sender, signers.keeper, signers.checker],
  issue: [signers.sender, signers.driver, signers.receiver, signers.head],
  transfer: [signers.sender, signers.driver, signers.receiver],
  return: [signers.sender, signers.keeper, signers.checker],
  disposal: [signers.keeper, signers.checker, signers.head],
  gain: [signers.counter, signers.recounter, signers.head],
  loss: [signers.counter, signers.recounter, signers.head],
  reversal: [signers.keeper, signers.checker, signers.head],
  request: [signers.receiver, signers.head],
};

/** What every slip says of each thing. */
const things = [
  column('line', words.line, 'count'),
  column('code', words.code, 'code'),
  column('item', words.item, 'text'),
  column('spec', words.spec, 'text'),
];

function labelled(pairs: readonly (readonly [Words, string])[]): Block {
  const filled = pairs.filter(([, value]) => value !== '');
  return paragraph({
    zh: filled.map(([label, value]) => `${label.zh}：${value}`).join('　'),
    en: filled.map(([label, value]) => `${label.en}: ${value}`).join('   '),
  });
}

/** The slip of a movement, null where the book has no such document. */
export function movementSlip(book: Book, doc: string): Document | null {
  const { stock, docs, lots, items, places } = book;
  const rows: Cell[][] = [];
  let first = -1;
  for (let row = 0; row < stock.length; row++) {
    const line = stock.movement(row);
    if (line.kind >= kindNames.length || docs.text(line.doc) !== doc) continue;
    if (first < 0) first = row;
    const { code, name, spec, unit } = items.all[line.item]!;
    const expiry = lots.expiry(line.lot);
    const until = expiry === NO_EXPIRY ? '' : formatDay(dayFromColumn(expiry));
    rows.push([rows.length + 1, code, name, spec, lots.text(line.lot), until, line.qty, unit]);
  }
  if (first < 0) return null;
  const { kind: at, day, from, to, ref } = stock.movement(first);
  const kind = kindNames[at]!;
  const arrives = kind === 'issue' || kind === 'transfer';
  const columns = [
    ...things,
    column('lot', words.lot, 'code'),
    column('expiry', words.expiry, 'code'),
    column('qty', words.qty, 'quantity'),
    column('unit', words.unit, 'text'),
    ...(arrives ? [column('received', words.received, 'text'), column('damaged', words.damaged, 'text')] : []),
    column('note', words.note, 'text'),
  ];
  return slip(book, slipTitles[kind], SIGNERS[kind], columns, rows, [
    [words.number, doc],
    [words.date, formatDay(dayFromColumn(day))],
    [words.from, places.name(from)],
    [words.to, places.name(to)],
    [words.ref, docs.text(ref)],
  ]);
}

/** The slip of a requisition, null where there is none of that number. */
export function requestSlip(book: Book, doc: string): Document | null {
  const lines = book.requests.filter((line) => book.docs.text(line.doc) === doc && !line.cancelled);
  const [first] = lines;
  if (first === undefined) return null;
  const rows = lines.map(({ item, qty }, at): Cell[] => {
    const { code, name, spec, unit } = book.items.all[item]!;
    return [at + 1, code, name, spec, qty, unit];
  });
  const columns = [
    ...things,
    column('qty', words.qty, 'quantity'),
    column('unit', words.unit, 'text'),
    column('note', words.note, 'text'),
  ];
  return slip(book, slipTitles.request, SIGNERS.request, columns, rows, [
    [words.number, doc],
    [words.date, formatDay(first.day)],
    [words.site, book.sites.all[first.site]?.name ?? ''],
  ]);
}

/** What is to be counted: items and lots that are or were at a site. */
export interface Countable {
  readonly item: number;
  readonly lot: number;
}

const BLANK_LINES = 5;

/** A blind count sheet: no figure of the book stands on it. */
export function countSheet(book: Book, site: number, day: string, counted: readonly Countable[]): Document {
  const rows = counted.map(({ item, lot }, at): Cell[] => {
    const { code, name, spec, unit } = book.items.all[item]!;
    return [at + 1, code, name, spec, book.lots.text(lot), unit];
  });
  for (let n = 0; n < BLANK_LINES; n++) rows.push([rows.length + 1]);
  const columns = [
    ...things,
    column('lot', words.lot, 'code'),
    column('unit', words.unit, 'text'),
    column('counted', words.counted, 'text'),
    column('note', words.note, 'text'),
  ];
  const who = [signers.counter, signers.recounter, signers.witness];
  const head: [Words, string][] = [
    [words.date, day],
    [words.site, `${book.sites.all[site]!.name}（${book.sites.all[site]!.code}）`],
  ];
  const made = slip(book, slipTitles.count, who, columns, rows, head);
  const [top, ...rest] = made.blocks;
  return { ...made, blocks: [...(top === undefined ? [] : [top]), paragraph(words.blind), ...rest] };
}

function slip(
  book: Book,
  title: Words,
  labels: readonly Words[],
  columns: Parameters<typeof table>[0],
  rows: readonly (readonly Cell[])[],
  head: readonly (readonly [Words, string])[],
): Document {
  const subtitle: Text = book.settings.title ?? '';
  const blocks = [labelled(head), table(columns, rows, { main: true }), { kind: 'signature', labels } as const];
  return { title, subtitle, blocks, incomplete: false };
}
