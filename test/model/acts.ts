// Arbitrary acts of a supply centre: what comes in, goes out and what becomes of it, counts, requests, and odd rows.
import fc from 'fast-check';
import { DAYS } from './world.js';

const small = fc.nat({ max: 11 });
const day = fc.nat({ max: DAYS - 1 });
const after = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1) },
  { weight: 1, arbitrary: fc.constantFrom(2, 3) },
);
const eighths = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(8, 8, 4, 2) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
);
const rarely = fc.integer({ min: 0, max: 5 }).map((value) => value === 5);

const amount = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  tenths: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) }),
  style: fc.constantFrom('plain', 'suffix', 'unit', 'pack', 'pack suffix'),
});
export type Amount = typeof amount extends fc.Arbitrary<infer T> ? T : never;

const line = fc.record({ item: small, lot: small, named: rarely, amount });
export type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;
const lines = fc.array(line, { minLength: 1, maxLength: 3 });

const undo = fc.record({ line: small, after, eighths, named: rarely });
export type Undo = typeof undo extends fc.Arbitrary<infer T> ? T : never;
const undos = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.constant<Undo[]>([]) },
  { weight: 1, arbitrary: fc.array(undo, { minLength: 1, maxLength: 2 }) },
);

const followUp = fc.record({
  type: fc.constantFrom('deliver', 'deliver', 'deliver', 'return', 'from transit', 'lost', 'reverse'),
  line: small,
  after,
  eighths,
  named: rarely,
  where: small,
  damaged: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
  correct: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
  undone: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
});
export type FollowUp = typeof followUp extends fc.Arbitrary<infer T> ? T : never;

const comesIn = fc.record({
  type: fc.constant('in' as const),
  kind: fc.constantFrom('receipt', 'opening', 'gain'),
  day,
  to: small,
  lines,
  undos,
});
export type ComesIn = typeof comesIn extends fc.Arbitrary<infer T> ? T : never;

const goesOut = fc.record({
  type: fc.constant('out' as const),
  kind: fc.constantFrom('issue', 'issue', 'issue', 'transfer', 'return'),
  day,
  time: fc.constantFrom('', '', '07:30', '16:00'),
  from: small,
  to: small,
  lines,
  followUps: fc.array(followUp, { maxLength: 4 }),
});
export type GoesOut = typeof goesOut extends fc.Arbitrary<infer T> ? T : never;

const writeOff = fc.record({
  type: fc.constant('write-off' as const),
  kind: fc.constantFrom('disposal', 'loss'),
  day,
  from: small,
  lines,
  undos,
});
export type WriteOff = typeof writeOff extends fc.Arbitrary<infer T> ? T : never;

const count = fc.record({
  type: fc.constant('count' as const),
  day,
  when: fc.constantFrom('', 'close', 'open'),
  site: small,
  item: small,
  lot: small,
  delta: fc.constantFrom(0, 0, 1, -1, 2, -2, 0.5, -0.5, 30, -30),
  again: fc.constantFrom(0, 0, 0, 0, 1, 2),
  explain: fc.option(fc.record({ after, eighths, lot: small }), { freq: 2 }),
});
export type CountAct = typeof count extends fc.Arbitrary<infer T> ? T : never;

const request = fc.record({
  type: fc.constant('request' as const),
  day,
  site: small,
  lines,
  neededAfter: fc.option(after),
  fills: fc.array(
    fc.record({
      from: small,
      after,
      eighths,
      kind: fc.constantFrom('issue', 'transfer'),
      followUps: fc.array(followUp, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  cancelAfter: fc.option(after, { freq: 1 }),
  repeated: rarely,
});
export type RequestAct = typeof request extends fc.Arbitrary<infer T> ? T : never;

const odd = fc.record({
  type: fc.constant('odd' as const),
  which: fc.constantFrom(
    'duplicate',
    'duplicate',
    'reused',
    'stray delivery',
    'stray reversal',
    'item',
    'qty',
    'date',
    'site',
    'direction',
    'lot',
    'delivery',
    'count',
    'request',
  ),
  day,
  index: fc.nat({ max: 60 }),
  site: small,
  line,
});
export type Odd = typeof odd extends fc.Arbitrary<infer T> ? T : never;

/** Every item and lot in stock at some sites from the first day on. */
const stocked = fc.record({
  type: fc.constant('stocked' as const),
  sites: fc.constantFrom(['D1'], ['D1', 'D2'], ['D1', 'D2', 'S4', 'S2', 'D3']),
  each: fc.integer({ min: 5, max: 60 }),
});
export type Stocked = typeof stocked extends fc.Arbitrary<infer T> ? T : never;

export type Act = Stocked | ComesIn | GoesOut | WriteOff | CountAct | RequestAct | Odd;

const openings = fc.array(
  comesIn.map((act) => ({ ...act, day: 0 })),
  { maxLength: 4 },
);

/** The acts of a book: mostly something in stock first, then whatever happens, odd rows last and seldom. */
export const acts: fc.Arbitrary<Act[]> = fc
  .tuple(
    fc.oneof(
      { withCrossShrink: true },
      { weight: 1, arbitrary: fc.constant<Stocked[]>([]) },
      { weight: 3, arbitrary: fc.tuple(stocked) },
    ),
    openings,
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: goesOut },
        { weight: 2, arbitrary: comesIn },
        { weight: 2, arbitrary: count },
        { weight: 1, arbitrary: writeOff },
        { weight: 1, arbitrary: request },
      ),
      { maxLength: 10 },
    ),
    fc.oneof(
      { withCrossShrink: true },
      { weight: 2, arbitrary: fc.constant<Odd[]>([]) },
      { weight: 1, arbitrary: fc.array(odd, { maxLength: 2 }) },
    ),
  )
  .map((parts) => parts.flat());

export const policy: fc.Arbitrary<string> = fc
  .record({ tolerance: fc.constantFrom('0', '1', '0.5', '5%', '2.5%'), hours: fc.constantFrom(24, 12, 40, 48) })
  .map(({ tolerance, hours }) => `count-tolerance: ${tolerance}, delivery-hours: ${hours}`);
