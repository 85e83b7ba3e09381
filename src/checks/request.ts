// Checks of requests: what sites asked for against what was sent to them.

import { R } from '../book/ledger/requests.js';
import { S } from '../book/ledger/stockrows.js';
import { formatDay } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { figureTellings } from '../core/messages/figures.js';
import { saying } from '../core/messages/telling.js';
import type { CheckInput, Family } from './check.js';
import { amount, docName, itemName, placeName } from './words.js';

const asked = saying({ zh: () => '申请在这里', en: () => 'asked for here' });

function overIssued({ book, figures }: CheckInput): Finding[] {
  return (figures?.requests ?? [])
    .filter(({ overRow }) => overRow >= 0)
    .map((line) => ({
      code: 'request/over-issued',
      at: book.stock.cellPlace(line.overRow, S.qty),
      tell: figureTellings.overIssued({
        doc: docName(book, line.doc),
        item: itemName(book, line.item),
        asked: amount(book, line.item, line.asked),
        sent: amount(book, line.item, line.filled),
      }),
      related: [{ at: book.requestLog.cellPlace(line.row, R.qty), tell: asked }],
    }));
}

function overdue({ book, figures }: CheckInput): Finding[] {
  const found: Finding[] = [];
  for (const line of figures?.requests ?? []) {
    if (!line.overdue || line.neededBy === null) continue;
    found.push({
      code: 'request/overdue',
      at: book.requestLog.cellPlace(line.neededRow, R.neededBy),
      tell: figureTellings.requestOverdue({
        doc: docName(book, line.doc),
        item: itemName(book, line.item),
        open: amount(book, line.item, line.open),
        site: placeName(book, line.site),
        neededBy: formatDay(line.neededBy),
      }),
      related: [],
    });
  }
  return found;
}

export const requestChecks: Family = {
  'request/over-issued': overIssued,
  'request/overdue': overdue,
};
