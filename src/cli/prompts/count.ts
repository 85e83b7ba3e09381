// Counts a site thing by thing, blind. What was counted is kept as it is entered, so that an interruption costs nothing.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Day, formatDay } from '../../core/day.js';
import { countWords } from '../../core/messages/record-night.js';
import { promptWords } from '../../core/messages/record-prompts.js';
import { parseQuantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import type { Row } from '../../record/append.js';
import { countables } from '../../record/countables.js';
import { OWN_FOLDER } from '../../record/lock.js';
import { itemCells, siteIn } from '../../record/rowtext.js';
import { UsageError } from '../exit.js';
import { note } from '../output.js';
import type { Session } from '../session.js';
import { askFor, askText } from './ask.js';
import { siteFinder } from './find.js';
import { askNight, askStaff } from './movement.js';

export interface AskedCount {
  readonly day: Day;
  readonly rows: readonly Row[];
  /** To be called once the rows are in the book: the notes are not needed any more. */
  finished(): void;
}

/** Figures by item and lot, as they were entered so far; an empty text was skipped. */
type Notes = Record<string, string>;

function readNotes(file: string): Notes {
  if (!existsSync(file)) return {};
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]));
  } catch {
    // Half-written notes are no notes: the count begins anew.
    return {};
  }
}

/** Null where the clerk stopped for now. */
export async function askCount(
  session: Session,
  given: string | null,
  shared: Row,
  when: string | null,
): Promise<AskedCount | null> {
  const { book, root } = session;
  const say = session.say.bind(session);
  const day = await askNight(session);
  const code =
    given ??
    (await askFor(
      say(promptWords.site),
      siteFinder(book, (at) => book.sites.all[at]!.tracked),
      null,
      session.lang,
    ));
  const site = siteIn(book, code);
  if (site === null) throw new UsageError(countWords.noSite, null);
  const things = countables(book, site, day);
  if (things.length === 0) throw new UsageError(countWords.nothing({ site: code }), null);

  const folder = path.join(root, OWN_FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = path.join(
    folder,
    `count-${formatDay(day)}-${encodeURIComponent(code)}-${when === null ? 'close' : encodeURIComponent(when)}.json`,
  );
  const notes = readNotes(file);
  const keyOf = (item: number, lot: number): string => `${book.items.all[item]!.code} ${book.lots.text(lot)}`;
  const left = (): number => things.filter(({ item, lot }) => notes[keyOf(item, lot)] === undefined).length;
  const done = (): number => things.length - left();
  if (done() > 0) note(say(countWords.resumed({ done: done(), left: left() })));
  const by = shared.by ?? (await askStaff(session, say(promptWords.counter), false));
  const checkedBy = shared.checked_by ?? (await askStaff(session, say(promptWords.checkedBy), true));

  for (const { item, lot } of things) {
    const key = keyOf(item, lot);
    if (notes[key] !== undefined) continue;
    const { name, spec, unit } = book.items.all[item]!;
    const title = [name, spec, book.lots.text(lot)].filter((part) => part !== '').join(' ');
    const typed = await askText(`${title}  ${say(promptWords.counted)} (${unit})`, '', (text) => {
      const parsed = parseQuantity(matchable(text));
      const fits = text.trim() === '' || text.trim() === 'q' || (parsed.ok && parsed.value >= 0);
      return fits ? null : say(promptWords.badCount);
    });
    if (typed.trim() === 'q') {
      note(say(countWords.stopped({ done: done(), left: left() })));
      return null;
    }
    notes[key] = typed.trim();
    writeFileSync(file, JSON.stringify(notes));
  }
  const rows = things
    .filter(({ item, lot }) => (notes[keyOf(item, lot)] ?? '') !== '')
    .map(({ item, lot }) => ({
      site: code,
      ...(when === null ? {} : { when }),
      ...itemCells(book, item),
      lot: book.lots.text(lot),
      counted: notes[keyOf(item, lot)] ?? '',
      by,
      checked_by: checkedBy,
    }));
  return { day, rows, finished: () => rmSync(file, { force: true }) };
}
