// Plays a year of a supply centre, document by document: no balance ever goes below zero and every count agrees.

import { createWorld } from './world.mjs';

/**
 * @typedef {object} Document
 * @property {string} kind
 * @property {string} from code of a site or a party, `transit`, or nothing
 * @property {string} to
 * @property {string} [ref]
 * @property {{item: number, qty: number, lot?: string, expiry?: string}[]} lines
 */
/**
 * Where the records of a day go. `document` says which number the document was given.
 * @typedef {object} Sink
 * @property {(document: Document) => string} document
 * @property {(row: {doc: string, item: number, received: number, damaged: number, site: string}) => void} delivery
 * @property {(row: {site: string, item: number, counted: number}) => void} count
 */
/** @typedef {{day: number, size: number, sink: Sink}} Moment a day, and how many lines a document may have */
/** @typedef {{due: number, doc: string, item: number, qty: number, from: string, to: string}} Errand */

/** @param {import('./world.mjs').Setting} setting */
export function createPlay(setting) {
  const { items, sites, parties, random, date, days } = setting;
  const world = createWorld(setting);
  const { depots, put, take, leave } = world;
  const outposts = world.tracked.filter((s) => s.kind !== 'depot');
  const signing = sites.filter((s) => s.signs);
  const plain = sites.filter((s) => !s.signs && !s.tracked);
  const senders = parties.filter((p) => p.kind !== 'recipient');
  const recipients = parties.filter((p) => p.kind === 'recipient');
  /** @type {[string, number, number][]} on the shelf only when the day's documents are written */
  let evening = [];
  /** @type {Errand[]} issues that may still come back or be undone */
  const recent = [];
  /** @type {Errand[]} dispatches to be signed for, from their day on */
  let unsigned = [];
  /** @type {Errand[]} what was signed short, to be settled */
  const missing = [];

  const lot = (/** @type {number} */ item, /** @type {number} */ day) => {
    if (!items[item].lots) return {};
    const [year, month] = date(day).split('-');
    return { lot: `L${year.slice(2)}${month}`, expiry: `${Number(year) + 2}-${month}-28` };
  };

  /** Each scene writes one document and says how many lines it has: none where there is nothing to write. */
  const scenes = {
    /** @param {Moment} moment */
    receipt({ day, size, sink }) {
      const depot = random.below(depots.length);
      const lines = world.arrive(depot, size).map((line) => ({ ...line, ...lot(line.item, day) }));
      const ref = random.chance(0.2) ? `SH${1000 + random.below(9000)}` : '';
      if (lines.length > 0) {
        sink.document({ kind: 'receipt', from: random.pick(senders).code, to: depots[depot].code, ref, lines });
      }
      return lines.length;
    },
    /** @param {Moment} moment */
    issue({ day, size, sink }) {
      const outpost = outposts.length > 0 && random.chance(0.06);
      const from = random.pick(outpost ? outposts : depots).code;
      const lines = take(from, size, { lots: !outpost });
      if (lines.length === 0) return 0;
      const party = random.chance(0.01);
      const site = signing.length > 0 && !outpost && random.chance(0.05) ? random.pick(signing) : random.pick(plain);
      const to = party ? random.pick(recipients).code : site.code;
      const doc = sink.document({ kind: 'issue', from, to, lines });
      const due = day + (random.chance(0.5) ? 1 : 0);
      for (const { item, qty } of lines) {
        leave(from, item, qty);
        const errand = { due, doc, item, qty, from, to };
        if (!party && site.signs) unsigned.push(errand);
        else if (!party && !outpost && recent.length < 5000 && random.chance(0.1))
          recent.push({ ...errand, due: day + 1 });
      }
      return lines.length;
    },
    /** @param {Moment} moment */
    transfer({ size, sink }) {
      const from = random.pick(depots).code;
      const to = random.pick([...depots, ...outposts].filter((s) => s.code !== from && !s.signs));
      const lines = take(from, size);
      if (lines.length === 0) return 0;
      for (const { item, qty } of lines) {
        evening.push([to.code, item, qty]);
        if (to.kind !== 'depot') leave(from, item, qty);
      }
      sink.document({ kind: 'transfer', from, to: to.code, lines });
      return lines.length;
    },
    /** @param {Moment} moment */
    return({ day, sink }) {
      const first = recent[0];
      if (first === undefined || first.due > day) return 0;
      recent.shift();
      const { doc, from, to, item, qty } = first;
      const back = Math.min(qty, (1 + Math.floor((qty / 100) * random.unit())) * 100);
      put(from, item, back);
      leave(from, item, -back);
      sink.document({ kind: 'return', from: to, to: from, ref: doc, lines: [{ item, qty: back }] });
      return 1;
    },
    /** @param {Moment} moment */
    disposal({ size, sink }) {
      const from = random.pick(depots).code;
      const lines = take(from, Math.min(size, 2));
      for (const { item, qty } of lines) leave(from, item, qty);
      if (lines.length > 0) sink.document({ kind: 'disposal', from, to: '', lines });
      return lines.length;
    },
    /** What the evening's count of a depot found. @param {Moment} moment */
    adjust({ day, sink }) {
      const depot = depots.find((d) => world.countsOn(d.code, day));
      const lines = depot ? take(depot.code, 1, { lots: false, most: 100 * (1 + random.below(3)) }) : [];
      if (!depot || lines.length === 0) return 0;
      const ref = `count:${date(day)}:${depot.code}`;
      const gain = random.chance(0.5);
      if (gain) for (const { item, qty } of lines) put(depot.code, item, 2 * qty);
      if (gain) sink.document({ kind: 'gain', from: '', to: depot.code, ref, lines });
      else sink.document({ kind: 'loss', from: depot.code, to: '', ref, lines });
      return lines.length;
    },
    /** @param {Moment} moment */
    reversal({ sink }) {
      const last = recent.pop();
      if (!last) return 0;
      const { doc, from, to, item, qty } = last;
      evening.push([from, item, qty]);
      leave(from, item, -qty);
      sink.document({ kind: 'reversal', from, to, ref: doc, lines: [{ item, qty }] });
      return 1;
    },
    /** What a site signed short comes back from the road, or is booked as lost there. @param {Moment} moment */
    settle({ day, sink }) {
      const first = missing[0];
      if (first === undefined || first.due > day) return 0;
      missing.shift();
      const { doc, from, item, qty } = first;
      const back = random.chance(0.5);
      if (back) put(from, item, qty);
      sink.document({
        kind: back ? 'return' : 'loss',
        from: 'transit',
        to: back ? from : '',
        ref: doc,
        lines: [{ item, qty }],
      });
      return 1;
    },
  };

  const sign = (/** @type {number} */ day, /** @type {Sink} */ sink) => {
    const due = unsigned.filter((d) => d.due <= day);
    unsigned = unsigned.filter((d) => d.due > day);
    for (const errand of due) {
      const { doc, item, qty, to: site } = errand;
      const short = qty > 300 && day < days - 5 && random.chance(0.004) ? 100 : 0;
      const damaged = qty > 300 && random.chance(0.0002) ? 100 : 0;
      const received = qty - short - damaged;
      if (short) missing.push({ ...errand, due: day + 2, qty: short });
      put(site, item, received);
      sink.delivery({ doc, item, received, damaged, site });
    }
  };

  const draw = () => {
    const at = random.unit();
    if (at < 0.12) return scenes.receipt;
    if (at < 0.24) return scenes.return;
    if (at < 0.32) return scenes.transfer;
    return at < 0.33 ? scenes.disposal : scenes.issue;
  };

  return {
    world,
    /** The opening balances of every depot: says how many lines. @param {Sink} sink */
    open(sink) {
      for (const { code } of depots) {
        for (let first = 0; first < items.length; first += 6) {
          const lines = items.slice(first, first + 6).map((_, n) => {
            const item = first + n;
            put(code, item, world.levels[item]);
            return { item, qty: world.levels[item], ...lot(item, 0) };
          });
          sink.document({ kind: 'opening', from: '', to: code, lines });
        }
      }
      return depots.length * items.length;
    },
    /**
     * One day of exactly `quota` lines of stock movements, then the deliveries signed and the counts taken.
     * @param {number} day
     * @param {number} quota
     * @param {Sink} sink
     */
    day(day, quota, sink) {
      let left = quota;
      const play = (/** @type {(moment: Moment) => number} */ scene, /** @type {number} */ size) => {
        const lines = scene({ day, size: Math.min(size, left), sink });
        left -= lines;
        return lines > 0;
      };
      const late = Math.floor(quota * 0.004 + random.unit());
      while (left > 0 && play(scenes.settle, 1));
      while (left > late) play(draw(), Math.min(1 + random.below(6), left - late));
      for (let n = 0; n < late && left > 0; n++) play(n % 4 === 0 ? scenes.reversal : scenes.adjust, 1);
      while (left > 0) play(scenes.issue, left);
      for (const [site, item, qty] of evening) put(site, item, qty);
      evening = [];
      sign(day, sink);
      for (const { code, kind } of world.tracked) {
        if (!world.countsOn(code, day)) continue;
        for (let item = 0; item < items.length; item++) {
          if (kind !== 'depot' && !world.touched(code, item)) continue;
          sink.count({ site: code, item, counted: world.balance(code, item) });
        }
      }
    },
  };
}
