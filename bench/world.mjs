// The shelves of the generated book: what every place that keeps stock holds, so that nothing is taken that is not there.

import { weightedTable } from './random.mjs';

/** @typedef {import('./catalogue.mjs').Item} Item */
/** @typedef {import('./catalogue.mjs').Site} Site */
/** @typedef {import('./catalogue.mjs').Party} Party */
/**
 * What a book is generated from. Quantities are hundredths of the base unit, everywhere in the generator.
 * @typedef {object} Setting
 * @property {Item[]} items the goods that move
 * @property {Site[]} sites
 * @property {Party[]} parties
 * @property {import('./random.mjs').Random} random
 * @property {number} linesPerDay
 * @property {number} days
 * @property {(day: number) => string} date
 */

const RECEIPT_LINES = 9; // one receipt brings about what nine issues take
const COVER_DAYS = 15; // what a depot holds of everything, in days of usual issue

/** @param {Setting} setting */
export function createWorld({ items, sites, random, linesPerDay }) {
  const tracked = sites.filter((s) => s.tracked);
  const depots = tracked.filter((s) => s.kind === 'depot');
  const place = new Map(tracked.map((s, n) => [s.code, n]));
  const balances = new Float64Array(tracked.length * items.length);
  const touched = new Uint8Array(balances.length);
  const slot = (/** @type {string} */ site, /** @type {number} */ item) =>
    (place.get(site) ?? -1) * items.length + item;

  const weights = items.map((_, n) => 1 / (1 + ((n * 37) % items.length) / 12));
  const popular = weightedTable(weights);
  const totalWeight = weights.reduce((sum, w) => sum + w, 0);
  const levels = items.map((item, n) => {
    const perDay = ((linesPerDay / depots.length) * item.typical * weights[n]) / totalWeight;
    return Math.ceil(Math.max(perDay * COVER_DAYS, item.typical * 60)) * 100;
  });
  const receiptSizes = items.map((item) => {
    const wanted = item.typical * RECEIPT_LINES;
    const pack = item.packs.find((p) => p.factor <= wanted * 2);
    return (pack ? Math.ceil(wanted / pack.factor) * pack.factor : wanted) * 100;
  });
  const used = depots.map(() => new Float64Array(items.length));
  /** @type {Map<number, number>[]} */
  const wanted = depots.map(() => new Map());

  /** What has left a depot is ordered again, once it makes a receipt. */
  const leave = (/** @type {string} */ site, /** @type {number} */ item, /** @type {number} */ qty) => {
    const depot = place.get(site);
    if (depot === undefined || depot >= depots.length) return;
    used[depot][item] += qty;
    const times = Math.floor(used[depot][item] / receiptSizes[item]);
    if (times <= 0) return;
    used[depot][item] -= times * receiptSizes[item];
    wanted[depot].set(item, (wanted[depot].get(item) ?? 0) + times * receiptSizes[item]);
  };
  const put = (/** @type {string} */ site, /** @type {number} */ item, /** @type {number} */ qty) => {
    if (!place.has(site)) return;
    balances[slot(site, item)] += qty;
    touched[slot(site, item)] = 1;
  };

  /** A quantity such as a clerk issues: small ones often, round ones mostly, whole packs now and then. */
  const usual = (/** @type {number} */ item) => {
    const { typical, decimal, packs } = items[item];
    if (packs.length > 0 && random.chance(0.2)) {
      const { factor } = random.pick(packs);
      if (factor <= typical * 4) return factor * (1 + random.below(3)) * 100;
    }
    const qty = 1 + Math.floor(random.unit() * random.unit() * typical * 4);
    if (decimal && random.chance(0.4)) return qty * 100 - 5 * random.below(20);
    return (qty > 20 && random.chance(0.6) ? Math.ceil(qty / 10) * 10 : qty) * 100;
  };

  return {
    tracked,
    depots,
    levels,
    put,
    leave,
    /** Is this the day of the week on which the site is counted? */
    countsOn: (/** @type {string} */ site, /** @type {number} */ day) => (day + (place.get(site) ?? 0)) % 7 === 6,
    balance: (/** @type {string} */ site, /** @type {number} */ item) => balances[slot(site, item)],
    touched: (/** @type {string} */ site, /** @type {number} */ item) => touched[slot(site, item)] === 1,
    /**
     * What is on order for a depot, up to `size` goods of it.
     * @param {number} depot
     * @param {number} size
     */
    arrive(depot, size) {
      const lines = [];
      for (const [item, qty] of wanted[depot]) {
        if (lines.length === size) break;
        wanted[depot].delete(item);
        put(depots[depot].code, item, qty);
        lines.push({ item, qty });
      }
      return lines;
    },
    /**
     * Takes up to `size` different goods off the shelf of a site.
     * @param {string} site
     * @param {number} size
     * @param {{lots?: boolean, most?: number}} [limits]
     */
    take(site, size, { lots = true, most = Infinity } = {}) {
      /** @type {{item: number, qty: number}[]} */
      const lines = [];
      for (let tries = 0; tries < size * 3 && lines.length < size; tries++) {
        const item = random.pick(popular);
        if (lines.some((l) => l.item === item) || (items[item].lots && !lots)) continue;
        const qty = Math.min(usual(item), most);
        if (balances[slot(site, item)] < qty) continue;
        balances[slot(site, item)] -= qty;
        lines.push({ item, qty });
      }
      return lines;
    },
  };
}
