// The JSON Schema of what commands answer that record rows and close days.

import { day, type JsonSchema, listOf, objectOf, orNull, quantity, text, whole } from './parts.js';

/** The rows as they were written, and the balances that they changed. */
const recorded = {
  recorded: listOf(
    objectOf({
      doc: orNull(text),
      file: text,
      firstLine: whole,
      lastLine: whole,
      rows: listOf({ type: 'object', additionalProperties: text }),
    }),
  ),
  balances: listOf(objectOf({ site: text, item: text, lot: text, before: quantity, after: quantity })),
};

const seal = objectOf({
  date: day,
  file: text,
  sha256: text,
  closedBy: text,
  closedAt: text,
  signer: orNull(text),
});

export const recordParts = {
  in: recorded,
  out: recorded,
  transfer: recorded,
  return: recorded,
  dispose: recorded,
  deliver: recorded,
  reverse: recorded,
  request: recorded,
  count: recorded,
  adjust: recorded,
  close: { closed: orNull(objectOf({ date: day, seal: text, digest: text })) },
  reopen: { reopened: listOf(day) },
  verify: { seals: listOf(seal) },
} satisfies Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
