// Strings that break software, in every cell: each line is a row or a reject, and the book reads what was written.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { rejectedCsv } from '../../src/import/rejects.js';
import { plan, workbook } from './workbooks.js';

const file = fileURLToPath(new URL('../../../shared/data/naughty-strings/blns.json', import.meta.url));

describe.skipIf(!existsSync(file))('naughty strings (skipped where ../shared/data is absent)', () => {
  const strings = (): string[] => JSON.parse(readFileSync(file, 'utf8')).filter((text: string) => text.length < 30_000);
  it.each(['item', 'spec', 'unit', 'from', 'note', 'qty', 'date'])('in %s', { timeout: 60_000 }, async (column) => {
    const names = ['date', 'kind', 'item', 'spec', 'qty', 'unit', 'from', 'note'];
    const plain = ['2020-01-30', 'receipt', '口罩', '', '1', '只', '某人', ''];
    const at = names.indexOf(column);
    // What XML cannot hold no workbook can either.
    const texts = strings().map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, ''));
    const rows = texts.map((text) => plain.map((cell, i) => (i === at ? text : cell)));
    const planned = await plan(await workbook({ rows: [names, ...rows] }), { create: true });
    const lines = planned.accepted.length + planned.rejected.length + planned.footers.length + planned.duplicates;
    expect(lines).toBe(rows.length);
    expect(planned.after?.book.quarantined ?? []).toEqual([]);
    expect(planned.after === null ? 0 : planned.after.book.stock.length).toBe(planned.accepted.length);
    const read: string[][] = parse(rejectedCsv('stock', planned.rejected, 'en', false));
    expect(read).toHaveLength(planned.rejected.length + 1);
  });
});
