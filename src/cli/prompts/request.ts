// Asks what a site wants: which site, which items, how much, by when.

import { parseDay } from '../../core/day.js';
import { promptWords as words } from '../../core/messages/record-prompts.js';
import { parseQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { itemIn } from '../../record/rowtext.js';
import type { Session } from '../session.js';
import { askFor, askOne, askText, askYes } from './ask.js';
import { itemFinder, siteFinder } from './find.js';

export async function askRequest(
  session: Session,
  given: Row,
): Promise<{ readonly cells: Row; readonly lines: Row[] }> {
  const { book } = session;
  const say = session.say.bind(session);
  const cells: Record<string, string> = { ...given };
  const elsewhere = siteFinder(book, (at) => book.sites.all[at]!.kind !== 'depot');
  cells.site ??= await askFor(say(words.site), elsewhere, null, session.lang);
  const lines: Row[] = [];
  do {
    const item = await askFor(say(words.item), itemFinder(book), null, session.lang);
    const at = itemIn(book, item);
    const units = at === null ? [] : [...book.items.all[at]!.packs.keys()];
    const choices = units.map((unit) => ({ value: unit, name: unit }));
    const unit =
      units.length > 1 ? await askOne(say(words.unit), choices, units[0] ?? null, session.lang) : (units[0] ?? '');
    const qty = await askText(`${say(words.qty)} (${unit})`, '', (text) => {
      const parsed = parseQuantity(matchable(text));
      return parsed.ok && parsed.value > 0 ? null : say(words.badQty);
    });
    lines.push({ item, qty, unit });
  } while (await askYes(say(words.more), session.lang));
  cells.needed_by ??= await askText(say(words.neededBy), '', (text) =>
    text.trim() === '' || parseDay(matchable(text)) !== null ? null : say(words.badDay),
  );
  cells.by ??= await askText(say(words.by), '');
  return { cells, lines };
}
