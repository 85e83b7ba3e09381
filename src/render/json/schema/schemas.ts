// The JSON Schema of what each command prints with `--format json`.

import { choicesOf, movementKinds, partyKinds, priorities } from '../../../book/choices.js';
import {
  answerSchema,
  count,
  day,
  flag,
  type JsonSchema,
  listOf,
  objectOf,
  oneOf,
  orNull,
  quantity,
  text,
  time,
  whole,
} from './parts.js';
import { needFigures, peopleParts, staffFigures } from './people.js';
import { recordParts } from './record.js';

const balanceStatus = oneOf('incomplete', 'negative', 'short', 'surplus', 'balanced', 'uncounted');
const kind = oneOf(...choicesOf(movementKinds));

const balanceLine = objectOf({
  site: text,
  item: text,
  lot: text,
  unit: text,
  opening: quantity,
  in: quantity,
  out: quantity,
  adjusted: quantity,
  closing: quantity,
  counted: orNull(quantity),
  variance: orNull(quantity),
  status: balanceStatus,
});

const itemCount = objectOf({
  site: text,
  item: text,
  book: quantity,
  counted: quantity,
  variance: quantity,
  status: balanceStatus,
});

const delivery = objectOf({
  doc: text,
  item: text,
  lot: text,
  date: day,
  from: text,
  to: text,
  dispatched: quantity,
  received: quantity,
  damaged: quantity,
  returned: quantity,
  lost: quantity,
  inTransit: quantity,
  status: oneOf('received', 'short', 'over', 'in-transit', 'overdue', 'settled', 'unmatched', 'incomplete'),
});

const delivered = objectOf({
  category: text,
  today: quantity,
  total: quantity,
  signedTotal: quantity,
  incomplete: flag,
});

const itemStock = objectOf({
  item: text,
  opening: quantity,
  in: quantity,
  out: quantity,
  adjusted: quantity,
  closing: quantity,
  averageDailyIssue: quantity,
  daysOfCover: orNull(quantity),
});

const onHand = objectOf({
  site: text,
  item: text,
  lot: text,
  unit: text,
  expiry: orNull(day),
  daysLeft: orNull(whole),
  onHand: quantity,
  status: balanceStatus,
});

const itemTotal = objectOf({
  item: text,
  unit: text,
  onHand: quantity,
  min: orNull(quantity),
  max: orNull(quantity),
  incomplete: flag,
});

/** Also one line of `report card --format ndjson`. */
export const cardRow = objectOf({
  date: day,
  doc: text,
  kind: oneOf(...choicesOf(movementKinds), 'delivery'),
  site: text,
  from: orNull(text),
  to: orNull(text),
  lots: listOf(text),
  in: quantity,
  out: quantity,
  adjusted: quantity,
  balance: quantity,
  ref: orNull(text),
});

/** Also one line of `report movements --format ndjson`. */
export const movement = objectOf({
  date: day,
  time: orNull(time),
  doc: text,
  kind,
  item: text,
  lot: text,
  qty: quantity,
  unit: text,
  from: orNull(text),
  to: orNull(text),
  ref: orNull(text),
});

const movementTotal = objectOf({ item: text, unit: text, kind, rows: count, qty: quantity });

const request = objectOf({
  doc: text,
  date: day,
  site: text,
  item: text,
  unit: text,
  asked: quantity,
  filled: quantity,
  open: quantity,
  neededBy: orNull(day),
  priority: oneOf(...choicesOf(priorities)),
  status: oneOf('open', 'part-filled', 'filled', 'cancelled', 'incomplete'),
  overdue: flag,
});

/** Amounts by unit, as the sheet has them: a unit is whatever the sheet calls one. */
const sumsByUnit: JsonSchema = { type: 'object', additionalProperties: quantity };

const importAnswer = objectOf({
  accepted: count,
  rejected: count,
  footers: count,
  duplicates: count,
  sumsByUnit,
  rejects: listOf(objectOf({ cell: text, text, reason: text })),
  fills: count,
  repeats: listOf(objectOf({ cell: text, doc: text })),
  totals: listOf(objectOf({ cell: text, stated: quantity, sum: quantity, agrees: flag })),
  differences: listOf(objectOf({ cell: text, doc: text, was: text, now: orNull(text) })),
  reversals: count,
  created: objectOf({ items: count, parties: count }),
  items: listOf(objectOf({ code: text, name: text, spec: text, unit: text, category: text })),
  parties: listOf(objectOf({ code: text, name: text, kind: oneOf(...choicesOf(partyKinds)) })),
  balances: listOf(objectOf({ site: text, item: text, unit: text, before: quantity, after: quantity })),
  unknownColumns: listOf(objectOf({ header: text, cell: text })),
  files: listOf(text),
});

const reconciled = { lines: listOf(balanceLine), itemCounts: listOf(itemCount), deliveries: listOf(delivery) };

const ofTheDay = {
  delivered: listOf(delivered),
  stock: listOf(itemStock),
  needs: orNull(needFigures),
  staff: orNull(staffFigures),
};

/** What each command adds to its findings, by the words that call it. */
export const answerParts = {
  nightly: { ...reconciled, ...ofTheDay },
  check: {},
  import: { import: importAnswer },
  reconcile: reconciled,
  'report daily': ofTheDay,
  'report stock': { onHand: listOf(onHand), itemTotals: listOf(itemTotal) },
  'report card': {
    item: text,
    site: orNull(text),
    unit: text,
    from: day,
    opening: quantity,
    closing: quantity,
    incomplete: flag,
    rows: listOf(cardRow),
  },
  'report deliveries': { deliveries: listOf(delivery) },
  'report movements': { movements: listOf(movement), totals: listOf(movementTotal) },
  'report requests': { requests: listOf(request) },
} satisfies Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;

export const schemaNames: readonly string[] = Object.keys(answerParts);
export const peopleSchemaNames: readonly string[] = Object.keys(peopleParts);
export const recordSchemaNames: readonly string[] = Object.keys(recordParts);

/** The schema of a command's answer, null for a command that has none here. */
export function schemaOf(command: string): JsonSchema | null {
  const all = { ...answerParts, ...peopleParts, ...recordParts };
  const found = Object.entries(all).find(([name]) => name === command);
  return found === undefined ? null : answerSchema(command, found[1]);
}
