// Odd rows of random books: duplicates, numbers used twice, strays, and rows that must be quarantined.
import type { Odd } from './acts.js';
import { type Draft, lotOf, number, put } from './rows.js';
import { type Cells, dayAt, ITEMS, pick, TRACKED } from './world.js';

/** Cells that spoil an otherwise good issue. */
function spoil(which: string, head: Cells): Cells {
  if (which === 'item') return { ...head, item: 'NOTHING' };
  if (which === 'qty') return { ...head, qty: pick(['x', '0', '-3', '1.2345678', '5桶', ''], (head.qty ?? '').length) };
  if (which === 'date') return { ...head, date: '2022-02-30' };
  if (which === 'site') return { ...head, from: 'D9' };
  if (which === 'direction') return { ...head, kind: 'disposal' };
  if (head.item === 'SUIT' || head.item === 'RICE') return { ...head, lot: 'L1' };
  return { ...head, item: 'KIT', lot: '' };
}

function brokenElsewhere(draft: Draft, odd: Odd, index: number): void {
  const date = dayAt(odd.day);
  const { item } = pick(ITEMS, odd.line.item);
  const bad = odd.index % 2 === 0;
  const site = pick(TRACKED, odd.site);
  if (odd.which === 'count') {
    put(draft, 'counts', { date, site, item: bad ? 'NOTHING' : item, counted: bad ? '1' : 'x' }, true);
  } else if (odd.which === 'request') {
    const cells = {
      date,
      doc: number('SQ', odd.day, index),
      site: 'S3',
      item: bad ? 'NOTHING' : item,
      qty: bad ? '1' : 'x',
    };
    put(draft, 'requests', cells, true);
  } else if (draft.dispatches.length > 0) {
    const { doc, item: sent, to } = pick(draft.dispatches, odd.index).cells;
    const cells = { date, doc: doc ?? '', item: bad ? 'NOTHING' : (sent ?? ''), received: bad ? '1' : 'x' };
    put(draft, 'deliveries', { ...cells, site: odd.site % 2 === 0 ? '' : (to ?? '') }, true);
  }
}

export function oddRow(draft: Draft, odd: Odd, index: number): void {
  const date = dayAt(odd.day);
  const { item } = pick(ITEMS, odd.line.item);
  const lot = lotOf(odd.line, false);
  const qty = String(odd.line.amount.n);
  const head: Cells = { date, doc: number('CK', odd.day, index), kind: 'issue', item, lot, qty, from: 'D1', to: 'S3' };
  const stock = draft.rows.filter((row) => row.ledger === 'stock' && !row.broken);
  if (odd.which === 'duplicate') {
    if (stock.length > 0) put(draft, 'stock', { ...pick(stock, odd.index).cells });
  } else if (odd.which === 'reused') {
    if (stock.length > 0) put(draft, 'stock', { ...head, doc: pick(stock, odd.index).cells.doc ?? '' });
  } else if (odd.which === 'stray delivery') {
    const site = pick(['', 'S1', 'S2', 'S3', 'D1'], odd.site);
    put(draft, 'deliveries', { date, doc: number('CK', odd.day, index), item, lot, received: qty, site });
  } else if (odd.which === 'stray reversal') {
    const ref = stock.length > 0 && odd.site % 2 === 0 ? (pick(stock, odd.index).cells.doc ?? '') : 'CK20210101-001';
    put(draft, 'stock', { ...head, doc: number('CX', odd.day, index), kind: 'reversal', ref });
  } else if (['count', 'request', 'delivery'].includes(odd.which)) {
    brokenElsewhere(draft, odd, index);
  } else {
    put(draft, 'stock', spoil(odd.which, head), true);
  }
}
