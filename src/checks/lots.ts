// Checks of lots and of levels: expiries, first expired first out, minimum and maximum.

import { S } from '../book/ledger/stockrows.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { figureTellings } from '../core/messages/figures.js';
import { saying } from '../core/messages/telling.js';
import { quoted } from '../core/text.js';
import type { CheckInput, Family } from './check.js';
import { amount, itemName, placeName } from './words.js';

const stated = saying({ zh: () => '先前写的效期', en: () => 'the expiry stated before' });

function expiryOf({ book }: CheckInput, lot: number): string {
  return formatDay(dayFromColumn(book.lots.expiry(lot)));
}

function lotExpiry({ book, figures }: CheckInput): Finding[] {
  const { stock, lots } = book;
  const last = figures?.day ?? -1;
  return book.expiryConflicts
    .filter(({ row }) => stock.day.data[row]! <= last)
    .map(({ row, lot, expiry, kept, keptRow }) => ({
      code: 'stock/lot-expiry',
      at: stock.cellPlace(row, S.expiry),
      tell: figureTellings.lotExpiry({
        item: itemName(book, lots.item(lot)),
        lot: quoted(lots.text(lot)),
        expiry: formatDay(dayFromColumn(expiry)),
        kept: formatDay(dayFromColumn(kept)),
      }),
      related: [{ at: stock.cellPlace(keptRow, S.expiry), tell: stated }],
    }));
}

function expiredIssued(input: CheckInput): Finding[] {
  const { book, figures } = input;
  return (figures?.expiredIssued ?? []).map(({ row, lot }) => ({
    code: 'stock/expired-issued',
    at: book.stock.cellPlace(row, S.lot),
    tell: figureTellings.expiredIssued({
      item: itemName(book, book.lots.item(lot)),
      lot: quoted(book.lots.text(lot)),
      expiry: expiryOf(input, lot),
    }),
    related: [],
  }));
}

function fefo(input: CheckInput): Finding[] {
  const { book, figures } = input;
  return (figures?.fefo ?? []).map(({ row, lot, earlier }) => ({
    code: 'stock/fefo',
    at: book.stock.cellPlace(row, S.lot),
    tell: figureTellings.fefo({
      item: itemName(book, book.lots.item(lot)),
      lot: quoted(book.lots.text(lot)),
      earlier: quoted(book.lots.text(earlier)),
      expiry: expiryOf(input, earlier),
    }),
    related: [],
  }));
}

function expiring(input: CheckInput): Finding[] {
  const { book, figures } = input;
  return (figures?.expiring ?? []).map(({ site, item, lot, closing, daysLeft }) => {
    const row = book.lots.expiryRow(lot);
    return {
      code: 'stock/expiring',
      at: book.stock.cellPlace(row, S.expiry),
      tell: figureTellings.expiring({
        site: placeName(book, site),
        item: itemName(book, item),
        lot: quoted(book.lots.text(lot)),
        closing: amount(book, item, closing),
        expiry: expiryOf(input, lot),
        days: daysLeft,
      }),
      related: [],
    };
  });
}

function levels({ book, figures }: CheckInput, which: 'min' | 'max'): Finding[] {
  if (figures === null) return [];
  const onHand = new Map(figures.stock.map((line) => [line.item, line]));
  const found: Finding[] = [];
  for (const [item, { min, max, levelsAt }] of book.items.all.entries()) {
    const line = onHand.get(item);
    const limit = which === 'min' ? min : max;
    if (limit === null || line?.incomplete === true) continue;
    const closing = line?.closing ?? 0;
    if (which === 'min' ? closing >= limit : closing <= limit) continue;
    const words = { item: itemName(book, item), closing: amount(book, item, closing) };
    const text = amount(book, item, limit);
    const tell =
      which === 'min'
        ? figureTellings.belowMin({ ...words, min: text })
        : figureTellings.aboveMax({ ...words, max: text });
    found.push({
      code: which === 'min' ? 'stock/below-min' : 'stock/above-max',
      at: levelsAt[which],
      tell,
      related: [],
    });
  }
  return found;
}

export const lotChecks: Family = {
  'stock/lot-expiry': lotExpiry,
  'stock/expired-issued': expiredIssued,
  'stock/fefo': fefo,
  'stock/expiring': expiring,
  'stock/below-min': (input) => levels(input, 'min'),
  'stock/above-max': (input) => levels(input, 'max'),
};
