// taizhang adjust: the gains and losses that tonight's variances need, each with a reason and a second person.

import type { Day } from '../../core/day.js';
import { formatDay } from '../../core/day.js';
import { adjustWords } from '../../core/messages/record-night.js';
import { promptWords } from '../../core/messages/record-prompts.js';
import { formatGrouped, formatQuantity } from '../../core/quantity.js';
import type { Row } from '../../record/append.js';
import { itemCells, itemIn } from '../../record/rowtext.js';
import type { CountResult } from '../../stock/counts.js';
import { oneDay } from '../../stock/period.js';
import { reconcile } from '../../stock/reconcile.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { flagOption, listOption, textOption } from '../options.js';
import { emit, note } from '../output.js';
import { canAsk, missing, now, someStaff, staffCode, writerSession } from '../recording/common.js';
import { batchesOf, kindCell, record, stamped } from '../recording/write.js';
import type { Session } from '../session.js';

/** Of each thing the count that stands, where the book says something else. */
function variances({ book }: Session, day: Day, items: readonly string[]): CountResult[] {
  const wanted = new Set(items.map((word) => itemIn(book, word)));
  const standing = new Map<string, CountResult>();
  for (const result of reconcile(book, oneDay(day)).counts) {
    const { count } = result;
    if (count.day !== day || (wanted.size > 0 && !wanted.has(count.item))) continue;
    const key = `${count.site}:${count.item}:${count.lot}`;
    // Of both counts of a day the closing one stands.
    const known = standing.get(key);
    if (known === undefined || (known.count.when === 'open' && count.when === 'close')) standing.set(key, result);
  }
  return [...standing.values()].filter(({ variance }) => variance !== 0);
}

function amount(session: Session, item: number, qty: number): string {
  return `${formatGrouped(qty)} ${session.book.items.all[item]!.unit}`;
}

function rowOf(session: Session, { count, variance }: CountResult, day: Day, cells: Row): Row {
  const { book } = session;
  const site = book.sites.all[count.site]!.code;
  return {
    ...kindCell(book, variance > 0 ? 'gain' : 'loss'),
    ...itemCells(book, count.item),
    lot: book.lots.text(count.lot),
    qty: formatQuantity(Math.abs(variance)),
    unit: book.items.all[count.item]!.unit,
    ...(variance > 0 ? { to: site } : { from: site }),
    ref: `count:${formatDay(day)}:${site}`,
    ...cells,
  };
}

const command: CommandModule = {
  configure(self, say) {
    const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
    self
      .option('--item <item>', say({ zh: '只调这些物资', en: 'only these items' }), collect)
      .option('--by <staff>', say({ zh: '经办人', en: 'who does it' }))
      .option('--checked-by <staff>', say({ zh: '复核人（不能是同一人）', en: 'the second person' }))
      .option('--note <text>', say({ zh: '原因', en: 'the reason' }))
      .option('--yes', say({ zh: '不再询问，全部写入', en: 'write all of them without asking' }));
  },
  async run(_args, options) {
    const session = writerSession(options);
    const { book, lang, common } = session;
    const day = common.date ?? book.lastDay ?? now(book).day;
    const found = variances(session, day, listOption(options, 'item'));
    if (found.length === 0) {
      emit([`${adjustWords.none({ day: formatDay(day) })[lang]}\n`], common.output);
      return Exit.good;
    }
    const asking = canAsk() && !flagOption(options, 'yes');
    const given = {
      by: textOption(options, 'by'),
      checked_by: textOption(options, 'checkedBy'),
      note: textOption(options, 'note'),
    };
    const absent: [string, string][] = [];
    if (given.by === null) absent.push(['--by', someStaff(book)]);
    if (given.checked_by === null) absent.push(['--checked-by', book.staff.all[1]?.code ?? 'P002']);
    if (given.note === null) absent.push(['--note', session.say({ zh: '原因', en: 'REASON' })]);
    if (absent.length > 0 && !asking) throw missing(absent);

    const { askStaff } = asking ? await import('../prompts/movement.js') : { askStaff: null };
    const { askText, askYes } = asking ? await import('../prompts/ask.js') : { askText: null, askYes: null };
    const by = staffCode(book, given.by ?? (await askStaff?.(session, session.say(promptWords.by), false)) ?? '');
    const second = given.checked_by ?? (await askStaff?.(session, session.say(promptWords.checkedBy), false)) ?? '';
    const checkedBy = staffCode(book, second);
    if (by === checkedBy) throw new UsageError(adjustWords.samePerson, adjustWords.samePersonHint);

    const rows: Row[] = [];
    for (const result of found) {
      const { count, variance } = result;
      const item = book.items.all[count.item]!.name;
      const site = book.sites.all[count.site]!.name;
      const figures = {
        book: amount(session, count.item, result.book),
        counted: amount(session, count.item, count.counted),
      };
      note(session.say(adjustWords.proposal({ site, item, ...figures })));
      const what = (variance > 0 ? adjustWords.gain : adjustWords.loss)[lang];
      const qty = amount(session, count.item, Math.abs(variance));
      if (askYes !== null && !(await askYes(session.say(promptWords.bookIt({ item, what, qty })), lang))) continue;
      const needed = (text: string): string | null => (text.trim() === '' ? session.say(promptWords.needed) : null);
      const reason = given.note ?? (await askText?.(session.say(promptWords.reason), '', needed)) ?? '';
      rows.push(rowOf(session, result, day, { by, checked_by: checkedBy, note: reason }));
    }
    if (rows.length === 0) return Exit.good;
    return await record(session, 'adjust', batchesOf(book, 'stock', stamped(book, rows, day, false), day));
  },
};

export const { configure, run } = command;
