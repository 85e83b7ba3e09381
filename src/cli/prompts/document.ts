// Asks for a document among those that come into question, found by its number or by what it is about.

import type { Words } from '../../core/lang.js';
import type { Session } from '../session.js';
import { askFor } from './ask.js';

/** `documents`: number → what it is about. */
export async function askDocument(
  session: Session,
  question: Words,
  documents: ReadonlyMap<string, string>,
): Promise<string> {
  const find = (typed: string) =>
    [...documents]
      .map(([doc, about]) => ({ value: doc, name: `${doc}  ${about}` }))
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return await askFor(session.say(question), find, null, session.lang);
}
