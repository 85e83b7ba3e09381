// Few documents, few lots and few amounts on a day or two, so that nearly every row meets another that it depends on or
// is like but for one thing: the engine answers as the model does.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcileJson } from '../model/engine.js';
import { reconcileModel } from '../model/model.js';
import { type Ledgers, smallBook } from '../model/small.js';

const LOTS = ['A', 'B', 'C', 'E'];
/** A is good through the first day, B and C through the same one, and E for ever. */
const EXPIRY: Readonly<Record<string, string>> = { A: '@2', B: '2022-03-01', C: '2022-03-01' };
const KEPT = ['D1', 'D2', 'D3', 'S2', 'S4'];

const lot = fc.constantFrom('-', '-', ...LOTS);
const qty = fc.integer({ min: 1, max: 4 });
const kept = fc.constantFrom(...KEPT);
const day = fc.constantFrom(2, 2, 2, 2, 3);
const rank = fc.integer({ min: 0, max: 9 });
const lines = fc.array(fc.record({ lot, qty }), { minLength: 1, maxLength: 3 });
const head = { day, rank, lines };

const dispatch = fc.record({
  ...head,
  kind: fc.constantFrom('issue', 'transfer'),
  from: kept,
  to: fc.constantFrom('D1', 'D2', 'D3', 'S1', 'S2', 'S2', 'S3', 'S4'),
});
const EVERYTHING = [
  ...['receipt', 'gain', 'disposal', 'loss', 'signed', 'signed', 'back', 'unnamed', 'from transit', 'lost', 'undone'],
];
const further = (kinds: readonly string[]) =>
  fc.record({
    ...head,
    kind: fc.constantFrom(...kinds),
    /** Which of those before it is about, and what arrived damaged; `wrong` takes as much back. */
    of: fc.nat(30),
    site: kept,
    damaged: fc.constantFrom(0, 0, 1, 2),
    wrong: fc.boolean(),
  });
const opening = fc.array(fc.record({ site: kept, lot: fc.constantFrom(...LOTS), qty }), { maxLength: 8 });

interface Written {
  readonly day: number;
  readonly doc: string;
  readonly from: string;
  readonly to: string;
  /** Do signatures for it say where they were given? */
  readonly named: boolean;
}

function crowded(items: readonly string[], kinds: readonly string[]): fc.Arbitrary<Ledgers> {
  return fc
    .record({
      item: fc.constantFrom(...items),
      opened: opening,
      sent: fc.array(dispatch, { minLength: 1, maxLength: 5 }),
      later: fc.array(further(kinds), { maxLength: 8 }),
    })
    .map(({ item, opened, sent, later }): Ledgers => {
      const stock: string[] = [];
      const deliveries: string[] = [];
      const written: Written[] = [];
      const signed = new Map<string, { received: number; damaged: number }>();
      const named = (one: string) => (item === 'SUIT' ? '-' : one);
      const put = (on: number, doc: string, kind: string, one: string, amount: number, ends: string) => {
        const adds = ['opening', 'receipt', 'gain'].includes(kind);
        const expiry = adds && item === 'MASK' ? (EXPIRY[one] ?? '-') : '-';
        stock.push(`@${on} ${doc} ${kind} ${item} ${named(one)} ${expiry} ${amount} ${ends}`);
      };
      // Every lot has been somewhere before, so that its expiry is known.
      for (const [at, one] of LOTS.entries()) put(1, `QB${at}`, 'opening', one, 1, '- D1 -');
      for (const [at, one] of opened.entries()) put(1, `QC${at}`, 'opening', one.lot, one.qty, `- ${one.site} -`);
      for (const [at, { rank: first, kind, from, to, day: on, lines: rows }] of sent.entries()) {
        if (from === to) continue;
        const doc = `DB${first}${at}`;
        written.push({ day: on, doc, from, to, named: first % 2 === 0 });
        for (const row of rows) put(on, doc, kind, row.lot, row.qty, `${from} ${to} -`);
      }
      for (const [at, one] of later.entries()) {
        const { kind, day: on, rank: first, site, lines: rows } = one;
        // What has come out of transit is undone and nothing else: it was neither sent nor signed for.
        const open = kind === 'undone' ? written : written.filter(({ from }) => from !== 'transit');
        const about = open[one.of % Math.max(1, open.length)];
        const doc = `X${first}${at}`;
        for (const row of rows) {
          const sure = row.lot === '-' ? 'B' : row.lot;
          if (kind === 'receipt') put(on, doc, kind, sure, row.qty, `SUP ${site} -`);
          else if (kind === 'gain') put(on, doc, kind, sure, row.qty, `- ${site} -`);
          else if (kind === 'disposal' || kind === 'loss') put(on, doc, kind, row.lot, row.qty, `${site} - -`);
          else if (about === undefined) continue;
          else if (kind === 'signed') {
            // Nothing is signed for before it was sent, and a correction is never of more than was signed for.
            const key = `${about.doc} ${row.lot}`;
            const sum = signed.get(key) ?? { received: 0, damaged: 0 };
            const wrong = one.wrong && row.qty <= sum.received && one.damaged <= sum.damaged;
            const sign = wrong ? -1 : 1;
            sum.received += sign * row.qty;
            sum.damaged += sign * one.damaged;
            signed.set(key, sum);
            const figures = `${sign * row.qty} ${sign * one.damaged || '-'}`;
            deliveries.push(
              `@${wrong ? 3 : Math.max(on, about.day)} ${about.doc} ${item} ${named(row.lot)} ${figures} ${about.named ? about.to : '-'}`,
            );
          } else if (kind === 'back') put(on, doc, 'return', '-', row.qty, `${about.to} ${about.from} ${about.doc}`);
          else if (kind === 'unnamed') put(on, doc, 'return', row.lot, row.qty, `${about.to} ${about.from} -`);
          else if (kind === 'from transit')
            put(on, doc, 'return', row.lot, row.qty, `transit ${about.from} ${about.doc}`);
          else if (kind === 'lost') put(on, doc, 'loss', row.lot, row.qty, `transit - ${about.doc}`);
          else put(on, doc, 'reversal', row.lot, row.qty, `${about.from} ${about.to} ${about.doc}`);
        }
        if (kind === 'back' && about !== undefined)
          written.push({ day: on, doc, from: about.to, to: about.from, named: false });
        if (kind === 'from transit' && about !== undefined)
          written.push({ day: on, doc, from: 'transit', to: about.from, named: false });
      }
      return { stock, deliveries };
    });
}

/**
 * `CROWDED=5000` looks at others than the suite does. One in some thousands is of more coming back, in several rows, than
 * was sent, and of that being undone: of which lots it was then is nowhere said.
 */
const looked = process.env.CROWDED;

test.each([
  ['whatever it is', ['MASK'], EVERYTHING],
  ['of an item without lots', ['SUIT'], EVERYTHING],
  ['signatures and what corrects them', ['MASK', 'MASK', 'SUIT'], ['signed', 'signed', 'from transit', 'undone']],
  ['what comes back, and what is undone of it', ['MASK', 'MASK', 'SUIT'], ['signed', 'back', 'unnamed', 'undone']],
])('what meets on a crowded day: %s', (_, items, kinds) => {
  const parts = ({ lines: balances, deliveries, delivered, findings }: ReturnType<typeof reconcileModel>) => {
    return { balances, deliveries, delivered, findings };
  };
  fc.assert(
    fc.property(crowded(items, kinds), fc.constantFrom('2022-01-02', '2022-01-03'), (ledgers, date) => {
      const files = smallBook(ledgers);
      expect(parts(reconcileJson(files, date))).toEqual(parts(reconcileModel(files, date)));
    }),
    looked === undefined ? { numRuns: 80, seed: 20220112 } : { numRuns: Number(looked) },
  );
});
