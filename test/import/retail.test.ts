// A shop's week, day by day through one mapping file: cancellations come back as returns, sums as in the source.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { readMapping } from '../../src/import/mapping.js';
import { writeImport } from '../../src/import/write.js';
import { bookOnDisk, csv, diskWorkspace, plan } from './workbooks.js';

const folder = fileURLToPath(new URL('../../../shared/data/retail-week/', import.meta.url));
const map = `
as: stock
columns:
  InvoiceNo: doc
  StockCode: item
  Description: item_name
  Quantity: qty
  InvoiceDate: date
  UnitPrice: ignore
  CustomerID: note
  Country: to
set: {kind: issue, from: SHOP, unit: pcs}
negative: {C: return, other: disposal}
values:
  to: {EIRE: Ireland}
create: {category: living}
`;

describe.skipIf(!existsSync(folder))("a shop's week (skipped where ../shared/data is absent)", () => {
  it('goes in day by day', { timeout: 120_000 }, async () => {
    const read = readMapping('map.yaml', csv(map));
    if (!read.ok) throw new Error(read.refusal.message.en);
    const days = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    const source = days.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
    const countries = new Set<string>();
    const rows = source.map(({ bytes }): Record<string, string>[] => parse(bytes, { columns: true }));
    for (const row of rows.flat()) countries.add(row.Country === 'EIRE' ? 'Ireland' : (row.Country ?? ''));
    const sites = [...countries].map((name, i) => `S${i},${name},service`);
    const root = bookOnDisk({
      'taizhang.yaml': 'language: en\n',
      'sites.csv': `site,name,kind\nSHOP,Shop,depot\n${sites.join('\n')}\n`,
    });
    let expected = 0;
    for (const [i, { name, bytes }] of source.entries()) {
      const workspace = diskWorkspace(root);
      const planned = await plan(bytes, { fileName: name, workspace, lang: 'en', create: true, mapping: read.mapping });
      const own = rows[i]!;
      expect(planned.rejected).toEqual([]);
      expect(planned.accepted).toHaveLength(own.length);
      expect(planned.sums.toRecord()).toEqual({
        pcs: String(own.reduce((sum, { Quantity }) => sum + Number(Quantity), 0)),
      });
      const returned = own.filter(({ InvoiceNo = '' }) => InvoiceNo.startsWith('C'));
      expect(planned.accepted.filter(({ texts }) => texts.kind === 'return')).toHaveLength(returned.length);
      const distinct = new Set(own.map((row) => [row.InvoiceNo, row.StockCode, row.Quantity, row.Country].join('|')));
      expect(planned.repeats).toHaveLength(own.length - distinct.size);
      expect(writeImport(root, workspace, planned, null).ok).toBe(true);
      expected += own.length;
    }
    const book = loadBook(diskWorkspace(root));
    expect(book.stock.length).toBe(expected);
    expect(book.quarantined).toEqual([]);
    expect(book.findings).toEqual([]);
  });
});
