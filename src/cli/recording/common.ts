// What commands that write have in common: may they ask, may they write, and what to say where they could not.

import type { Book } from '../../book/book.js';
import type { Lang, Words } from '../../core/lang.js';
import { writeWords } from '../../core/messages/record-commands.js';
import { previewWords } from '../../core/messages/record-preview.js';
import { nearest } from '../../core/nearest.js';
import { matchable, quoted, visible } from '../../core/text.js';
import { type Now, nowIn } from '../../record/clock.js';
import type { RecordFault } from '../../record/fault.js';
import { readInTurn } from '../../record/session.js';
import { tellFault } from '../../record/words.js';
import { findBook } from '../bookroot.js';
import { Exit, UsageError } from '../exit.js';
import type { RawOptions } from '../options.js';
import { flagOption } from '../options.js';
import { note } from '../output.js';
import { Session, Speaker } from '../session.js';

/** A session of a command that writes: when several clerks record at once, nobody is sent away. */
export function writerSession(options: RawOptions): Session {
  return readInTurn(findBook(new Speaker(options).common.book), () => new Session(options));
}

/** Somebody is there to be asked, and sees what is asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

export function now(book: Book): Now {
  const fixed = process.env.TAIZHANG_NOW;
  return nowIn(book.settings.timezone, fixed === undefined || fixed === '' ? new Date() : new Date(fixed));
}

/** May what was shown be written? Without a terminal only --yes says so, and the line that would have worked is told. */
export async function agreed(session: Session): Promise<boolean> {
  if (flagOption(session.raw, 'yes')) return true;
  if (!canAsk()) {
    note(session.say(writeWords.sayYes({ line: commandLine(['--yes']) })));
    return false;
  }
  const { askYes } = await import('../prompts/ask.js');
  const yes = await askYes(session.say(writeWords.agree), session.lang);
  if (!yes) note(session.say(writeWords.declined));
  return yes;
}

/** Exit status where nothing was agreed to: a preview that nobody could answer is wrong usage. */
export function declinedStatus(): number {
  return canAsk() ? Exit.good : Exit.usage;
}

const plainWord = /^[\p{L}\p{N}_./:@=+,-]+$/u;

/** A word as a shell takes it. */
export function shellWord(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The command line as it was given, and what is to be added to it. */
export function commandLine(more: readonly string[]): string {
  return ['taizhang', ...process.argv.slice(2), ...more].map(shellWord).join(' ');
}

/** Says why nothing was written; a closed day is a finding, everything else has to be seen to first. */
export function sayFault(fault: RecordFault, lang: Lang): number {
  const { message, hint } = tellFault(fault)(lang);
  note(`taizhang: ${visible(message)}`);
  note(`${lang === 'zh' ? '提示：' : 'hint: '}${visible(hint)}`);
  return fault.kind === 'closed' ? Exit.findings : Exit.usage;
}

/** What is missing, and the line that would have worked. */
export function missing(options: readonly (readonly [option: string, example: string])[]): UsageError {
  const names = options.map(([name]) => name);
  const more = options.flat();
  return new UsageError(writeWords.missing({ options: names }), writeWords.wouldWork({ line: commandLine(more) }));
}

/** A document is missing; `example` is one that would have worked, null where the book has none. */
export function missingDocument(example: readonly string[] | null): UsageError {
  const hint = example === null ? previewWords.nothingLeftHint : writeWords.wouldWork({ line: commandLine(example) });
  return new UsageError(writeWords.missing({ options: ['DOC'] }), hint);
}

/** Nothing of a document is left to act on, or there is no such document and others are near. */
export function nothingLeft({ stock, docs }: Book, doc: string): UsageError {
  const known = new Set<string>();
  for (let row = 0; row < stock.length; row++) known.add(docs.text(stock.movement(row).doc));
  return known.has(doc)
    ? new UsageError(previewWords.nothingLeft({ doc: quoted(doc) }), previewWords.nothingLeftHint)
    : new UsageError(
        previewWords.noDocument({ doc: quoted(doc) }),
        previewWords.noDocumentHint({ near: nearest(doc, known).map((one) => quoted(one)) }),
      );
}

/** The code of the member of staff that a word names. A book without a register takes every name. */
export function staffCode(book: Book, text: string): string {
  const { staff } = book;
  const word = matchable(text);
  if (!staff.present) return word;
  const found = staff.directory.find(word);
  if (found.length === 1) return staff.all[found[0]!]!.code;
  const near =
    found.length > 1 ? found.map((at) => staff.all[at]!.code) : staff.directory.suggest(word).map((one) => quoted(one));
  const words: Words =
    found.length > 1
      ? writeWords.ambiguousStaff({ text: quoted(text) })
      : writeWords.unknownStaff({ text: quoted(text) });
  throw new UsageError(words, writeWords.staffHint({ near }));
}

/** Somebody of the book, for an example that would work. */
export function someStaff(book: Book): string {
  return book.staff.all[0]?.code ?? 'P001';
}
