// A small seeded random source, so that a generated book is the same on every machine.

/**
 * @typedef {object} Random
 * @property {() => number} unit a number in [0, 1)
 * @property {(n: number) => number} below an integer in [0, n)
 * @property {(p: number) => boolean} chance true with probability p
 * @property {<T>(list: ArrayLike<T>) => T} pick one of the list
 */

/**
 * The sfc32 generator: fast, and good enough to choose goods and quantities.
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  const unit = () => next() / 4294967296;
  return {
    unit,
    below: (n) => Math.floor(unit() * n),
    chance: (p) => unit() < p,
    pick: (list) => list[Math.floor(unit() * list.length)],
  };
}

/**
 * A table from which a plain pick gives each index as often as its weight says.
 * @param {number[]} weights
 * @returns {Uint16Array}
 */
export function weightedTable(weights) {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const slots = weights.map((w) => Math.max(1, Math.round((w / total) * 8192)));
  const table = new Uint16Array(slots.reduce((sum, n) => sum + n, 0));
  let at = 0;
  slots.forEach((n, index) => {
    table.fill(index, at, at + n);
    at += n;
  });
  return table;
}
