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
import { dayAt, orderByDay, rowAt } from './roworder.js';

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
  const stockDays = stock.day.data;
  const signedDays = deliveries.day.data;
  const countDays = book.counts.day.data;
  const last: number = period.to;
  const rows = orderByDay(stockDays, stock.length, last);
  const signed = orderByDay(signedDays, deliveries.length, last);
  const counted = orderByDay(countDays, book.counts.length, last);
  const closed = closedThrough(book);
  const events = new DayEvents(posting);
  const counts = new CountResults(book.counts);
  preload(posting, counts);
  const poster: DayPoster =
    kernel === null
      ? new PlainPoster(posting, events, rows, signed)
      : new KernelPoster(kernel, posting, events, rows, signed);

  let row = 0;
  let delivery = 0;
  let count = 0;
  while (dayAt(rows, row, stockDays) <= closed) row++;
  while (dayAt(signed, delivery, signedDays) <= closed) delivery++;
  while (dayAt(counted, count, countDays) <= closed) count++;
  const isOpen = book.counts.open.data;
  let begun = false;
  for (;;) {
    const stockDay = dayAt(rows, row, stockDays);
    const signedDay = dayAt(signed, delivery, signedDays);
    const day = Math.min(stockDay, signedDay, dayAt(counted, count, countDays));
    if (!begun && day >= period.from) {
      begun = true;
      posting.balances.beginPeriod();
    }
    if (day === Number.POSITIVE_INFINITY) break;
    posting.day = day;
    posting.inPeriod = begun;
    const ofDay = count;
    while (dayAt(counted, count, countDays) === day) count++;
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
