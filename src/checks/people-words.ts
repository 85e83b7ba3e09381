// How checks about people name units, sites, people and shifts.

import type { Book } from '../book/book.js';
import { dayFromColumn, formatDay, formatMinute } from '../core/day.js';
import { quoted } from '../core/text.js';
import type { ChartPeople } from '../people/chart.js';

export function unitTitle(people: ChartPeople, unit: number): string {
  const found = people.chart.units[unit];
  return found === undefined ? '' : quoted(found.name === '' ? found.id.value : found.name);
}

export function siteTitle(book: Book, site: number): string {
  const found = book.sites.all[site];
  return found === undefined ? '' : quoted(found.name === '' ? found.code : found.name);
}

export function memberTitle(book: Book, member: number): string {
  return quoted(book.resolver.staffName(member));
}

/** `2022-01-12 08:00–16:00` */
export function shiftTitle(book: Book, row: number): string {
  const { day, start, end } = book.roster;
  const on = formatDay(dayFromColumn(day.data[row]!));
  return `${on} ${formatMinute(start.data[row]!)}–${formatMinute(end.data[row]!)}`;
}
