// Replays a book day by day up to the end of a period: counts at opening, the day's rows, counts at close.

import type { Book } from '../book/book.js';
import type { Day } from '../core/day.js';
import { compiledOrPlain, type Kernel } from '../source/wasm/kernel.js';
import { CountResults, observe } from './counts.js';
import { DayEvents } from './dayevents.js';
import type { Period } from './period.js';
import { type DayPoster, PlainPoster } from './postday.js';
import { Posting } from './posting.js';
import { isInKernel, KernelPoster } from './postkernel.js';
import { closedThrough, preload } from './preload.js';
import { orderByDay, rowAt } from './roworder.js';

/**
 * `everyLine` keeps the lines of all documents of items in lots, or those of documents since a day: for those who ask
 * which lots a document took.
 */
export function postBook(book: Book, period: Period, everyLine: boolean | Day = false): Posted {
  const { kernel } = book;
  const plain = () => postWith(null, book, period, everyLine);
  if (kernel === null || !isInKernel(book)) return plain();
  return compiledOrPlain(() => postWith(kernel, book, period, everyLine), plain);
}

interface Posted {
  readonly posting: Posting;
  readonly counts: CountResults;
}

function postWith(kernel: Kernel | null, book: Book, period: Period, everyLine: boolean | Day): Posted {
  const posting = new Posting(book, period, everyLine, kernel);
  const { stock, deliveries } = book;
  const last: number = period.to;
  const rows = orderByDay(stock.day.data, stock.length, last);
  const signed = orderByDay(deliveries.day.data, deliveries.length, last);
  const closed = closedThrough(book);
  const counted = orderByDay(book.counts.day.data, book.counts.length, last);
  const events = new DayEvents(posting);
  const counts = new CountResults(book.counts);
  preload(posting, counts);
  const poster: DayPoster =
    kernel === null
      ? new PlainPoster(posting, events, rows, signed)
      : new KernelPoster(kernel, posting, events, rows, signed);

  let row = 0;
  let delivery = 0;
  while (row < rows.count && stock.day.data[rowAt(rows, row)]! <= closed) row++;
  while (delivery < signed.count && deliveries.day.data[rowAt(signed, delivery)]! <= closed) delivery++;
  let count = 0;
  const countDays = book.counts.day.data;
  const isOpen = book.counts.open.data;
  while (count < counted.count && countDays[rowAt(counted, count)]! <= closed) count++;
  let begun = false;
  for (;;) {
    const stockDay = row < rows.count ? stock.day.data[rowAt(rows, row)]! : Number.POSITIVE_INFINITY;
    const signedDay =
      delivery < signed.count ? deliveries.day.data[rowAt(signed, delivery)]! : Number.POSITIVE_INFINITY;
    const countDay = count < counted.count ? countDays[rowAt(counted, count)]! : Number.POSITIVE_INFINITY;
    const day = Math.min(stockDay, signedDay, countDay);
    if (!begun && day >= period.from) {
      begun = true;
      posting.balances.beginPeriod();
    }
    if (day === Number.POSITIVE_INFINITY) break;
    posting.day = day;
    posting.inPeriod = begun;
    const ofDay = count;
    while (count < counted.count && countDays[rowAt(counted, count)] === day) count++;
    const look = (open: number) => {
      for (let i = ofDay; i < count; i++) {
        const one = rowAt(counted, i);
        if (isOpen[one] === open) observe(posting, one, counts);
      }
    };
    look(1);
    poster.begin();
    if (stockDay === day) row = poster.rows(row);
    if (signedDay === day) delivery = poster.deliveries(delivery);
    poster.run();
    look(0);
  }
  posting.finish();
  return { posting, counts };
}
