// Writes the movements of a generated book as a journal that hledger and ledger read, on its own reading of the rules.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** @typedef {Record<string, string>} Row */

/** @type {Record<string, string>} */
const KINDS = {
  期初: 'opening',
  入库: 'receipt',
  出库: 'issue',
  调拨: 'transfer',
  退库: 'return',
  报损: 'disposal',
  盘盈: 'gain',
  盘亏: 'loss',
  冲销: 'reversal',
};

/**
 * One transaction a document and one a delivery row; accounts are `site:D1:I001` for what is on a shelf that is kept
 * account of, and `transit:`, `used:`, `party:`, `adjust:` for the other ends.
 * @param {string} book
 * @param {string} target
 */
export function writeJournal(book, target) {
  const items = new Map();
  for (const item of rowsOf(join(book, 'items.csv'))) {
    const [code, name, spec, unit, packs] = ['物资编码', '名称', '规格', '单位', '包装'].map((key) => item[key]);
    const factors = new Map([['', 1], [unit, 1], ...packs.split(';').filter(Boolean).map(pack)]);
    for (const key of [`${code}|`, `${name}|${spec}`, `${item.别名}|`]) items.set(key, { code, unit, factors });
  }
  const sites = new Map();
  for (const site of rowsOf(join(book, 'sites.csv'))) sites.set(site.site, site).set(site.name, site);

  /** @param {string} place */
  const account = (place) => {
    if (place === 'transit' || place === '在途') return 'transit';
    const site = sites.get(place);
    if (!site) return `party:${place}`;
    return `${site.tracked === 'yes' ? 'site' : 'used'}:${site.site}`;
  };
  /**
   * @param {Row} row
   * @param {string} qty
   */
  const goods = (row, qty) => {
    const item = items.get(`${row.item}|${row.spec}`);
    const hundredths = Math.round(Number(qty) * 100) * item.factors.get(row.unit);
    return { code: item.code, unit: item.unit, qty: hundredths / 100 };
  };
  const line = (
    /** @type {string} */ from,
    /** @type {string} */ to,
    /** @type {{code: string, unit: string, qty: number}} */ g,
  ) => `    ${from}:${g.code}  -${g.qty} ${g.unit}\n    ${to}:${g.code}  ${g.qty} ${g.unit}\n`;

  const text = [];
  for (const name of readdirSync(join(book, 'stock')).sort()) {
    let open = '';
    for (const row of rowsOf(join(book, 'stock', name))) {
      const kind = KINDS[row.kind] ?? row.kind;
      const adjusts = ['opening', 'gain', 'disposal', 'loss'].includes(kind);
      const from = row.from === '' && adjusts ? `adjust:${kind}` : account(row.from);
      let to = row.to === '' && adjusts ? `adjust:${kind}` : account(row.to);
      const leaves = ['issue', 'transfer', 'reversal'].includes(kind) || (kind === 'return' && from !== 'transit');
      if (leaves && sites.get(row.to)?.signs === 'yes') to = 'transit';
      if (row.doc !== open) text.push(`\n${row.date} ${row.doc}\n`);
      open = row.doc;
      const g = goods(row, row.qty);
      text.push(kind === 'reversal' ? line(to, from, g) : line(from, to, g));
    }
    const signed = join(book, 'deliveries', name);
    for (const row of existsSync(signed) ? rowsOf(signed) : []) {
      text.push(`\n${row.date} ${row.doc}\n${line('transit', account(row.site), goods(row, row.received))}`);
      if (row.damaged) text.push(line('transit', 'adjust:damaged', goods(row, row.damaged)));
    }
  }
  writeFileSync(target, text.join(''));
}

/**
 * @param {string} path
 * @returns {Row[]}
 */
function rowsOf(path) {
  return parse(readFileSync(path), { bom: true, columns: true });
}

/**
 * @param {string} text
 * @returns {[string, number]}
 */
function pack(text) {
  const [unit, factor] = text.split('=');
  return [unit, Number(factor)];
}
