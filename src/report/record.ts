// The preview of rows: what will be written, and the balances before and after.

import type { Book } from '../book/book.js';
import { columnsOf, type LedgerName } from '../book/columns.js';
import { previewWords } from '../core/messages/record-preview.js';
import { column, type Document, heading, table } from './document.js';

/** What of a preview a document needs. */
export interface Previewed {
  readonly added: readonly {
    readonly file: string;
    readonly doc: string | null;
    readonly rows: readonly Readonly<Record<string, string>>[];
  }[];
  readonly balances: readonly {
    readonly site: number;
    readonly item: number;
    readonly lot: number;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Cells that say nothing once they are cut. */
const WHOLE = new Set<string>(['day', 'time', 'doc', 'lot', 'site', 'place', 'staff', 'quantity', 'choice']);

/** Ledgers that move no goods. */
const ofPeople = new Set<LedgerName>(['needs', 'census', 'roster', 'rollcalls']);

/** `agreed`: it is written without being asked about. */
export function previewDocument(
  book: Book,
  ledger: LedgerName,
  { added, balances }: Previewed,
  agreed: boolean,
): Document {
  const rows = added.flatMap((one) => one.rows);
  const used = columnsOf(ledger).filter(({ name }) => rows.some((row) => (row[name] ?? '') !== ''));
  const rowTable = table(
    used.map(({ name, zh, cell }) => column(name, { zh: zh[0] ?? name, en: name }, WHOLE.has(cell) ? 'code' : 'text')),
    rows.map((row) => used.map(({ name }) => row[name] ?? '')),
  );
  const balanceTable = table(
    [
      column('site', previewWords.site, 'text'),
      column('item', previewWords.item, 'text'),
      column('lot', previewWords.lot, 'code'),
      column('unit', previewWords.unit, 'text'),
      column('before', previewWords.before, 'quantity'),
      column('after', previewWords.after, 'quantity'),
    ],
    balances.map(({ site, item, lot, before, after }) => {
      const { name, unit } = book.items.all[item]!;
      return [book.sites.all[site]!.name, name, book.lots.text(lot), unit, before, after];
    }),
    { empty: previewWords.noBalance },
  );
  return {
    title: agreed ? previewWords.titleAgreed : previewWords.title,
    subtitle: [...new Set(added.map(({ file }) => file))].join(' '),
    blocks: [
      heading(previewWords.rows),
      rowTable,
      ...(ofPeople.has(ledger) ? [] : [heading(previewWords.balances), balanceTable]),
    ],
    incomplete: false,
  };
}
