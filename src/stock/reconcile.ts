// Reconciles a book as of a day: the book with itself, with the shelf, and the sender with the receiver.

import type { Book } from '../book/book.js';
import { NO_EXPIRY, NO_LOT } from '../book/lots.js';
import { ONE } from '../core/quantity.js';
import { compareText } from '../core/text.js';
import { AVERAGE_DAYS } from './averages.js';
import { type CountedThings, standingCounts } from './countings.js';
import { deliveryLines } from './deliverylines.js';
import { explainCounts } from './explained.js';
import type {
  BalanceLine,
  BalanceStatus,
  DeliveredFigure,
  ExpiringLot,
  ItemCountLine,
  ItemStock,
  Reconciliation,
} from './figures.js';
import { Incomplete } from './incomplete.js';
import { findNegatives } from './negatives.js';
import type { Period } from './period.js';
import { postBook } from './post.js';
import type { Posting } from './posting.js';
import { fillRequests } from './requests.js';
import { findStale } from './stale.js';

export function reconcile(book: Book, period: Period): Reconciliation {
  const { posting, counts } = postBook(book, period);
  explainCounts(book, posting, counts);
  const incomplete = new Incomplete(book, posting.leftOut, posting.lines);
  const counted = standingCounts(counts.ofDays(new Set([period.to])));
  const balances = balanceLines(book, posting, counted, incomplete);
  return {
    day: period.to,
    period,
    balances,
    itemCounts: itemCountLines(book, posting, counted, incomplete),
    deliveries: deliveryLines(book, posting, incomplete),
    delivered: deliveredFigures(book, posting, incomplete),
    stock: itemStock(book, posting, balances),
    requests: fillRequests(book, posting, incomplete),
    counts,
    negatives: findNegatives(book, posting, incomplete),
    stale: findStale(book, posting, counts, incomplete),
    expiring: expiringLots(book, posting),
    expiredIssued: posting.expiredIssued,
    fefo: posting.fefo,
    reversalFaults: posting.reversalFaults,
    unmatched: posting.unmatched,
    quarantined: [...book.quarantined, ...posting.leftOut],
    leftOutRows: posting.leftOutRows,
    incomplete,
  };
}

function statusOf(unknown: boolean, closing: number, variance: number | null): BalanceStatus {
  if (unknown) return 'incomplete';
  if (closing < 0) return 'negative';
  if (variance === null) return 'uncounted';
  return variance < 0 ? 'short' : variance > 0 ? 'surplus' : 'balanced';
}

/** Every balance that is not zero, or had a row or a count in the period, by site, item and lot. */
function balanceLines(book: Book, posting: Posting, counted: CountedThings, incomplete: Incomplete): BalanceLine[] {
  const { balances, period } = posting;
  // A count may find what the book has never had.
  for (const { count } of counted.ofLots.values()) balances.of(count.site, count.item, count.lot);
  const lines: BalanceLine[] = [];
  for (let balance = 0; balance < balances.size; balance++) {
    const site = balances.site.data[balance]!;
    const item = balances.item.data[balance]!;
    const lot = balances.lot.data[balance]!;
    const opening = balances.opening.data[balance]!;
    const closing = balances.closing.data[balance]!;
    const result = counted.ofLot(site, item, lot);
    const moved = balances.lastDay.data[balance]! >= period.from;
    if (closing === 0 && opening === 0 && !moved && result === null) continue;
    const variance = result?.variance ?? null;
    lines.push({
      site,
      item,
      lot,
      opening,
      in: balances.in.data[balance]!,
      out: balances.out.data[balance]!,
      adjusted: balances.adjusted.data[balance]!,
      closing,
      counted: result?.count.counted ?? null,
      variance,
      status: statusOf(incomplete.count(site, item, lot, period.to), closing, variance),
    });
  }
  const siteRank = ranks(book.sites.all.map(({ code }) => code));
  const itemRank = ranks(book.items.all.map(({ code }) => code));
  return lines.sort(
    (a, b) =>
      siteRank[a.site]! - siteRank[b.site]! || itemRank[a.item]! - itemRank[b.item]! || book.lots.compare(a.lot, b.lot),
  );
}

/** The position of each code in code-unit order. */
function ranks(codes: readonly string[]): Int32Array {
  const order = codes.map((_, index) => index).sort((a, b) => compareText(codes[a]!, codes[b]!));
  const rank = new Int32Array(codes.length);
  for (const [position, index] of order.entries()) rank[index] = position;
  return rank;
}

function itemCountLines(book: Book, posting: Posting, counted: CountedThings, incomplete: Incomplete): ItemCountLine[] {
  const lines: ItemCountLine[] = [];
  for (const { count, book: value, variance } of counted.ofItems.values()) {
    const { site, item } = count;
    const unknown = incomplete.shelf(site, item, posting.period.to);
    lines.push({
      site,
      item,
      book: value,
      counted: count.counted,
      variance,
      status: statusOf(unknown, value, variance),
    });
  }
  const code = (line: ItemCountLine) => [book.sites.all[line.site]!.code, book.items.all[line.item]!.code] as const;
  return lines.sort((a, b) => compareText(code(a)[0], code(b)[0]) || compareText(code(a)[1], code(b)[1]));
}

function deliveredFigures(book: Book, posting: Posting, incomplete: Incomplete): DeliveredFigure[] {
  const { headline, period } = posting;
  const unknown = new Uint8Array(headline.categories.length + 1);
  let any = false;
  for (let item = 0; item < book.items.all.length; item++) {
    if (!incomplete.deliveredItem(item, period.to)) continue;
    unknown[headline.categoryOf[item]!] = 1;
  }
  // A row whose item cannot be told may be of any category; so may an item whose own category cannot.
  any =
    incomplete.deliveredItem(-1, period.to) ||
    book.items.all.some(({ category }) => !book.settings.categories.has(category));
  return headline.categories.map((category, index) => ({
    category,
    today: headline.period[index]!,
    total: headline.total[index]!,
    signedTotal: headline.signed[index]!,
    incomplete: any || unknown[index] === 1,
  }));
}

function itemStock(book: Book, posting: Posting, balances: readonly BalanceLine[]): ItemStock[] {
  const sums = new Map<
    number,
    { opening: number; in: number; out: number; adjusted: number; closing: number; incomplete: boolean }
  >();
  for (const line of balances) {
    const sum = sums.get(line.item) ?? { opening: 0, in: 0, out: 0, adjusted: 0, closing: 0, incomplete: false };
    sum.opening += line.opening;
    sum.in += line.in;
    sum.out += line.out;
    sum.adjusted += line.adjusted;
    sum.closing += line.closing;
    sum.incomplete ||= line.status === 'incomplete';
    sums.set(line.item, sum);
  }
  const { to } = posting.period;
  const days = Math.max(1, Math.min(AVERAGE_DAYS, to - firstDay(posting) + 1));
  const lines: ItemStock[] = [];
  for (const [item, sum] of sums) {
    const averageDailyIssue = Math.round(posting.issued[item]! / days);
    const daysOfCover =
      averageDailyIssue > 0 && sum.closing >= 0 ? Math.round((sum.closing / averageDailyIssue) * ONE) : null;
    lines.push({ item, ...sum, averageDailyIssue, daysOfCover });
  }
  return lines.sort((a, b) => compareText(book.items.all[a.item]!.code, book.items.all[b.item]!.code));
}

function firstDay(posting: Posting): number {
  const { balances, period } = posting;
  let first: number = period.to;
  for (let balance = 0; balance < balances.size; balance++) {
    const day = balances.firstDay.data[balance]!;
    if (day >= 0 && day < first) first = day;
  }
  return first;
}

/** Lots in stock that expire within the days of the policy, or have expired. */
function expiringLots(book: Book, posting: Posting): ExpiringLot[] {
  const { balances, period } = posting;
  const within = book.settings.policy.expiringDays;
  const found: ExpiringLot[] = [];
  for (let balance = 0; balance < balances.size; balance++) {
    const lot = balances.lot.data[balance]!;
    const closing = balances.closing.data[balance]!;
    if (lot === NO_LOT || closing <= 0) continue;
    const expiry = book.lots.expiry(lot);
    if (expiry === NO_EXPIRY || expiry - period.to > within) continue;
    const site = balances.site.data[balance]!;
    const item = balances.item.data[balance]!;
    found.push({ site, item, lot, closing, daysLeft: expiry - period.to });
  }
  return found;
}
