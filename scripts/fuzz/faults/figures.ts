// Faults of figures: every cell can be read, but what was moved, signed for and counted does not agree.

import { type CellFault, COUNTS, DELIVERIES, gridOf, off, STOCK, set } from './fault.js';

export const figureFaults: readonly CellFault[] = [
  { what: 'a count is off', slugs: ['count/variance'], put: set(COUNTS, 'counted', off) },
  {
    what: 'an issue is off',
    slugs: ['count/variance', 'stock/negative'],
    put: set(STOCK, 'qty', off, (_, at) => at('kind') !== 'transfer'),
  },
  {
    what: 'a dispatch is off',
    slugs: ['count/variance', 'delivery/short'],
    put: set(STOCK, 'qty', off, (_, at) => at('kind') === 'transfer'),
  },
  {
    what: 'a receipt is signed for with more',
    slugs: ['delivery/over', 'count/variance'],
    put: set(DELIVERIES, 'received', off),
  },
  {
    what: 'a delivery row is gone',
    slugs: ['count/variance'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, DELIVERIES);
      rows.splice(random.below(rows.length), 1);
    },
  },
  {
    what: 'a movement is gone',
    slugs: ['count/variance', 'stock/negative', 'delivery/unmatched'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, STOCK);
      rows.splice(random.below(rows.length), 1);
    },
  },
  {
    what: 'a movement stands twice',
    slugs: ['stock/duplicate-row'],
    put(sheets, random) {
      const { rows } = gridOf(sheets, STOCK);
      rows.splice(random.below(rows.length + 1), 0, [...random.pick(rows)]);
    },
  },
  {
    what: 'counted twice, and differently',
    slugs: ['count/duplicate'],
    put(sheets, random) {
      const { header, rows } = gridOf(sheets, COUNTS);
      const again = [...random.pick(rows)];
      const at = header.indexOf('counted');
      again[at] = off(again[at]!, random);
      rows.push(again);
    },
  },
];
