// What stands at the top of every page while rows are left out of the figures.

import { commonWords, quarantineWords } from '../core/messages/report.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Block, notice } from './document.js';

/** A notice where rows could not be counted, whether or not they touch this page; else none. */
export function pageNotices(figures: Reconciliation, incomplete: boolean): Block[] {
  const rows = figures.quarantined.length;
  if (rows > 0) return [notice('warning', quarantineWords(rows))];
  // A register row can be at fault too: it declares its code, and what rests on it is not certain.
  return incomplete ? [notice('warning', commonWords.incompleteNote)] : [];
}
