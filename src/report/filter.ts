// Which lines of a report are asked for: of one site, of one item, of some statuses.

import type { BalanceLine, BalanceStatus, DeliveryLine, DeliveryStatus, ItemCountLine } from '../stock/figures.js';

/** `variance` stands for whatever a count found that the book does not say. */
export type OnlyWord = BalanceStatus | DeliveryStatus | 'variance';

const balanceStatuses: readonly BalanceStatus[] = [
  'incomplete',
  'negative',
  'short',
  'surplus',
  'balanced',
  'uncounted',
];

const deliveryStatuses: readonly DeliveryStatus[] = [
  'received',
  'short',
  'over',
  'in-transit',
  'overdue',
  'settled',
  'unmatched',
  'incomplete',
];

/** Every word that `--only` takes. */
export const onlyWords: readonly OnlyWord[] = [
  ...new Set<OnlyWord>(['variance', ...balanceStatuses, ...deliveryStatuses]),
];

export function isOnlyWord(word: string): word is OnlyWord {
  return onlyWords.some((known) => known === word);
}

/** Null wherever anything will do; sites and items as indexes into the book. */
export interface Filter {
  readonly site: number | null;
  readonly item: number | null;
  readonly only: ReadonlySet<OnlyWord> | null;
}

export const everything: Filter = { site: null, item: null, only: null };

interface Counted {
  readonly site: number;
  readonly item: number;
  readonly variance: number | null;
  readonly status: BalanceStatus;
}

function keepsCounted({ site, item, variance, status }: Counted, filter: Filter): boolean {
  if (filter.site !== null && site !== filter.site) return false;
  if (filter.item !== null && item !== filter.item) return false;
  if (filter.only === null || filter.only.has(status)) return true;
  return filter.only.has('variance') && variance !== null && variance !== 0;
}

export function keepsBalance(line: BalanceLine, filter: Filter): boolean {
  return keepsCounted(line, filter);
}

export function keepsItemCount(line: ItemCountLine, filter: Filter): boolean {
  return keepsCounted(line, filter);
}

/** A delivery belongs to the site that sent it and to the one that signs. */
export function keepsDelivery({ from, to, item, status }: DeliveryLine, filter: Filter): boolean {
  if (filter.site !== null && from !== filter.site && to !== filter.site) return false;
  if (filter.item !== null && item !== filter.item) return false;
  return filter.only === null || filter.only.has(status);
}
