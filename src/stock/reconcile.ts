// Reconciles a book as of a day: the book with itself, with the shelf, and the sender with the receiver.

import type { Book } from '../book/book.js';
import { NO_EXPIRY, NO_LOT } from '../book/lots.js';
import { dayFromColumn, MINUTES_A_DAY } from '../core/day.js';
import { ONE } from '../core/quantity.js';
import { compareText } from '../core/text.js';
import { AVERAGE_DAYS } from './averages.js';
import { type CountedThings, standingCounts } from './countings.js';
import { explainCounts } from './explained.js';
import type {
  BalanceLine,
  BalanceStatus,
  DeliveredFigure,
  DeliveryLine,
  DeliveryStatus,
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
  const counted = standingCounts(counts, period.to);
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

function deliveryLines(book: Book, posting: Posting, incomplete: Incomplete): DeliveryLine[] {
  const { lines, period } = posting;
  const end = (period.to + 1) * MINUTES_A_DAY;
  const allowed = book.settings.policy.deliveryHours * 60;
  const made: DeliveryLine[] = [];
  for (let line = 0; line < lines.size; line++) {
    if (lines.transit.data[line] !== 1) continue;
    const doc = lines.doc.data[line]!;
    const item = lines.item.data[line]!;
    const lot = lines.lot.data[line]!;
    const to = lines.to.data[line]!;
    const day = lines.day.data[line]!;
    const minute = lines.minute.data[line]!;
    const inTransit = lines.inTransit(line);
    const signed = lines.signedRow.data[line]! >= 0;
    // Settled history is the bulk of a long book, and nobody asks for it.
    const current = inTransit !== 0 || day >= period.from || lines.signedDay.data[line]! >= period.from;
    if (!current && lines.damaged.data[line] === 0 && !incomplete.any) continue;
    const age = end - (day * MINUTES_A_DAY + Math.max(0, minute));
    let status: DeliveryStatus;
    if (incomplete.document(doc, item, lot, to, period.to)) status = 'incomplete';
    else if (inTransit < 0) status = 'over';
    else if (inTransit === 0) {
      const settled = !signed || lines.returned.data[line]! + lines.lost.data[line]! > 0;
      status = settled ? 'settled' : 'received';
    } else if (signed) status = 'short';
    else status = age > allowed ? 'overdue' : 'in-transit';
    made.push({
      doc,
      item,
      lot,
      day: dayFromColumn(day),
      minute,
      from: lines.from.data[line]!,
      to,
      dispatched: lines.dispatched.data[line]!,
      received: lines.received.data[line]!,
      damaged: lines.damaged.data[line]!,
      returned: lines.returned.data[line]!,
      lost: lines.lost.data[line]!,
      inTransit,
      status,
      row: lines.row.data[line]!,
      signedRow: lines.signedRow.data[line]!,
      damagedRow: lines.damagedRow.data[line]!,
      overRow: lines.overRow.data[line]!,
      current,
    });
  }
  const unmatched = new Map<string, Unmatched>();
  for (const index of posting.unmatched) {
    const line = unmatchedLine(book, posting, incomplete, index);
    const key = `${line.doc}:${line.item}:${line.lot}:${line.to}`;
    const known = unmatched.get(key);
    unmatched.set(key, known === undefined ? line : both(known, line));
  }
  for (const line of unmatched.values()) made.push(line);
  return made.sort(
    (a, b) =>
      book.docs.compare(a.doc, b.doc) ||
      compareText(book.items.all[a.item]!.code, book.items.all[b.item]!.code) ||
      book.lots.compare(a.lot, b.lot) ||
      a.row - b.row,
  );
}

interface Unmatched extends DeliveryLine {
  readonly signedToday: boolean;
}

/** Two signatures for the same nothing, the later one second. */
function both(a: Unmatched, b: Unmatched): Unmatched {
  return {
    ...a,
    received: a.received + b.received,
    damaged: a.damaged + b.damaged,
    inTransit: a.inTransit + b.inTransit,
    signedToday: b.signedToday,
    current: a.inTransit + b.inTransit !== 0 || b.signedToday,
  };
}

/** Signed for, never dispatched: what is on the way is less than nothing. */
function unmatchedLine(book: Book, posting: Posting, incomplete: Incomplete, index: number): Unmatched {
  const { deliveries } = book;
  const doc = deliveries.doc.data[index]!;
  const item = deliveries.item.data[index]!;
  const lot = deliveries.lot.data[index]!;
  const to = deliveries.site.data[index]!;
  const received = deliveries.received.data[index]!;
  const damaged = deliveries.damaged.data[index]!;
  const signedToday = deliveries.day.data[index]! >= posting.period.from;
  return {
    doc,
    item,
    lot,
    day: dayFromColumn(deliveries.day.data[index]!),
    minute: deliveries.minute.data[index]!,
    from: -1,
    to,
    dispatched: 0,
    received,
    damaged,
    returned: 0,
    lost: 0,
    inTransit: -(received + damaged),
    status: incomplete.document(doc, item, lot, to, posting.period.to) ? 'incomplete' : 'unmatched',
    row: -1,
    signedRow: index,
    damagedRow: -1,
    overRow: -1,
    signedToday,
    current: received + damaged !== 0 || signedToday,
  };
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
