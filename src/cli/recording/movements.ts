// in, out, transfer, return, dispose: movements of goods, from options, standard input or prompts.

import type { MovementKind } from '../../book/choices.js';
import type { Day } from '../../core/day.js';
import type { Words } from '../../core/lang.js';
import type { Row } from '../../record/append.js';
import { isTransit, siteIn, someItem } from '../../record/rowtext.js';
import type { CommandModule } from '../command.js';
import { flagOption, type RawOptions, textOption } from '../options.js';
import type { Session } from '../session.js';
import { canAsk, missing, now, someStaff, writerSession } from './common.js';
import { linesFromOptions, linesFromStdin } from './lines.js';
import { declareOptions } from './options.js';
import { batchesOf, kindCell, record, stamped } from './write.js';

export interface Movement {
  readonly command: string;
  /** `out` is an issue, or a transfer where it goes to another depot. */
  readonly kind: MovementKind;
  readonly from: boolean;
  readonly to: boolean;
}

export const movements = {
  in: { command: 'in', kind: 'receipt', from: true, to: true },
  out: { command: 'out', kind: 'issue', from: true, to: true },
  transfer: { command: 'transfer', kind: 'transfer', from: true, to: true },
  return: { command: 'return', kind: 'return', from: true, to: true },
  dispose: { command: 'dispose', kind: 'disposal', from: true, to: false },
} as const satisfies Record<string, Movement>;

/** The cells that all lines of the document share, as the options give them. */
export function sharedCells(raw: RawOptions): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [option, column] of [
    ['doc', 'doc'],
    ['from', 'from'],
    ['to', 'to'],
    ['by', 'by'],
    ['checkedBy', 'checked_by'],
    ['ref', 'ref'],
  ] as const) {
    const text = textOption(raw, option);
    if (text !== null) cells[column] = text;
  }
  return cells;
}

/** The only depot of a book needs no naming. */
export function onlyDepot({ book }: Session): string | null {
  const depots = book.sites.all.filter(({ kind }) => kind === 'depot');
  return depots.length === 1 ? depots[0]!.code : null;
}

export function kindOf(session: Session, movement: Movement, to: string, opening = false): MovementKind {
  const { kind, command } = movement;
  if (opening) return 'opening';
  if (command !== 'out') return kind;
  const site = siteIn(session.book, to);
  return site !== null && session.book.sites.all[site]!.kind === 'depot' ? 'transfer' : 'issue';
}

/** Where the goods are kept where nobody said: at the only depot. */
export function withDepot(session: Session, { command }: Movement, cells: Record<string, string>): void {
  const depot = onlyDepot(session);
  if (depot === null) return;
  if (command === 'in' || command === 'return') cells.to ??= depot;
  if (command === 'out' || command === 'dispose') cells.from ??= depot;
}

function examples(session: Session, { from, to, command }: Movement, opening: boolean): Record<string, string> {
  const { book } = session;
  const depot = onlyDepot(session) ?? 'D1';
  const elsewhere = book.sites.all.find(({ kind }) => kind !== 'depot')?.code ?? 'S001';
  const giver = book.parties.all[0]?.code ?? session.say({ zh: '县红十字会', en: 'RED-CROSS' });
  const ends: Record<string, [string, string]> = {
    in: [giver, depot],
    out: [depot, elsewhere],
    transfer: [depot, elsewhere],
    return: [elsewhere, depot],
    dispose: [depot, ''],
  };
  const [source = '', target = ''] = ends[command] ?? [];
  return { ...(from && !opening ? { from: source } : {}), ...(to ? { to: target } : {}) };
}

/** What must be there before a row can be made. */
function require(session: Session, movement: Movement, cells: Row, lines: readonly Row[], opening: boolean): void {
  const absent: [string, string][] = [];
  if (lines.length === 0 || lines.some((line) => (line.item ?? '') === ''))
    absent.push(['--item', someItem(session.book)]);
  if (lines.length === 0 || lines.some((line) => (line.qty ?? '') === '')) absent.push(['--qty', '10']);
  for (const [end, example] of Object.entries(examples(session, movement, opening))) {
    const everywhere = lines.length > 0 && lines.every((line) => (line[end] ?? '') !== '');
    if ((cells[end] ?? '') === '' && !everywhere) absent.push([`--${end}`, example]);
  }
  const transit = isTransit(cells.from ?? '') && (cells.ref ?? '') === '';
  if (transit) absent.push(['--ref', 'CK20220112-001']);
  const staffed =
    session.book.staff.present && (cells.by ?? '') === '' && lines.every((line) => (line.by ?? '') === '');
  if (staffed && absent.length > 0) absent.push(['--by', someStaff(session.book)]);
  if (absent.length > 0) throw missing(absent);
}

export function movementCommand(movement: Movement): CommandModule {
  return {
    configure(self, say) {
      declareOptions(self, say);
      const opening: Words = { zh: '记为期初（没有来源）', en: 'an opening balance, which comes from nowhere' };
      if (movement.command === 'in') self.option('--opening', say(opening));
    },
    async run(_args, options) {
      const session = writerSession(options);
      const { book, common } = session;
      const opening = flagOption(options, 'opening');
      const cells = sharedCells(options);
      const given = linesFromStdin(options, 'stock') ?? linesFromOptions(options);
      let lines: readonly Row[] = given;
      let askedDay: Day | null = null;
      if (given.length === 0 && canAsk() && !flagOption(options, 'yes')) {
        const { askMovement } = await import('../prompts/movement.js');
        const asked = await askMovement(session, movement, cells);
        Object.assign(cells, asked.cells);
        lines = asked.lines;
        askedDay = asked.day;
      }
      withDepot(session, movement, cells);
      require(session, movement, cells, lines, opening);
      const rows = stamped(book, lines, askedDay ?? common.date, true).map((line) => {
        const row = { ...cells, ...line };
        return { ...kindCell(book, kindOf(session, movement, row.to ?? '', opening)), ...row };
      });
      return await record(session, movement.command, batchesOf(book, 'stock', rows, now(book).day));
    },
  };
}
