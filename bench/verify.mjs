// Holds the closing balances of one program to those of another, so that nothing is called fast that is wrong.

import { DuckDBInstance } from '@duckdb/node-api';
import { COLUMNS } from './clerk.mjs';

/** @typedef {Record<string, Record<string, string>>} Closing by site and item, decimals in base units, zeros left out */

/** A decimal written the one shortest way. @param {string} text */
function plain(text) {
  const value = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return value === '-0' || value === '' ? '0' : value;
}

/**
 * @param {Iterable<[string, string, string]>} rows site, item, quantity
 * @returns {Closing}
 */
function gather(rows) {
  /** @type {Map<string, Map<string, bigint>>} */
  const sums = new Map();
  for (const [site, item, qty] of rows) {
    const held = sums.get(site) ?? new Map();
    sums.set(site, held.set(item, (held.get(item) ?? 0n) + millionths(qty)));
  }
  /** @type {Closing} */
  const closing = {};
  for (const [site, held] of sums) {
    const kept = [...held].filter(([, qty]) => qty !== 0n);
    closing[site] = Object.fromEntries(kept.map(([item, qty]) => [item, decimal(qty)]));
  }
  return closing;
}

/** @param {string} text */
function millionths(text) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a quantity: ${text}`);
  const value = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'));
  return sign ? -value : value;
}

/** @param {bigint} value */
function decimal(value) {
  const size = value < 0n ? -value : value;
  return plain(`${value < 0n ? '-' : ''}${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, '0')}`);
}

/** The lines of `taizhang reconcile --format json`, lots added up. @param {string} json */
export function closingOfReconcile(json) {
  /** @type {{lines: {site: string, item: string, closing: string}[]}} */
  const { lines } = JSON.parse(json);
  return gather(lines.map((line) => [line.site, line.item, line.closing]));
}

/** What `balance --flat` of hledger and of ledger prints: `  120 套  site:D1:I001`. @param {string} text */
export function closingOfJournal(text) {
  const lines = text.matchAll(/^\s*(-?[\d.]+) \S+\s+site:([^:\s]+):(\S+)\s*$/gm);
  return gather([...lines].map(([, qty, site, item]) => [site, item, qty]));
}

/**
 * The rules once more, in SQL: names, aliases and packs looked up, reversals, returns and signed deliveries accounted for.
 * @param {string} book
 */
export async function closingOfSql(book) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const csv = (/** @type {string} */ path) => `read_csv('${book}/${path}', header = true, all_varchar = true)`;
  const ledger = (/** @type {'stock' | 'deliveries'} */ name) => {
    const columns = COLUMNS[name].split(',').map((column) => `'${column}': 'VARCHAR'`);
    return `read_csv('${book}/${name}/*.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
      columns = {${columns.join(', ')}})`;
  };
  const result = await connection.runAndReadAll(`
    WITH
    register AS (SELECT 物资编码 AS code, 名称 AS name, coalesce(规格, '') AS spec, 单位 AS unit, 包装 AS packs, 别名 AS alias
                 FROM ${csv('items.csv')}),
    spelling AS (SELECT code AS item, '' AS spec, code FROM register
                 UNION SELECT name, spec, code FROM register
                 UNION SELECT alias, '', code FROM register WHERE alias IS NOT NULL),
    factor AS (SELECT code, '' AS unit, 1 AS factor FROM register
               UNION SELECT code, unit, 1 FROM register
               UNION SELECT code, split_part(pack, '=', 1), split_part(pack, '=', 2)::INTEGER
                     FROM (SELECT code, unnest(string_split(packs, ';')) AS pack FROM register WHERE packs IS NOT NULL)),
    place AS (SELECT unnest([site, name]) AS key, site AS code, tracked = 'yes' AS tracked, signs = 'yes' AS signs
              FROM ${csv('sites.csv')}),
    word AS (SELECT * FROM (VALUES ('期初', 'opening'), ('入库', 'receipt'), ('出库', 'issue'), ('调拨', 'transfer'),
             ('退库', 'return'), ('报损', 'disposal'), ('盘盈', 'gain'), ('盘亏', 'loss'), ('冲销', 'reversal')) AS w (zh, en)),
    movement AS (
      SELECT s.doc, s.ref, coalesce(w.en, s.kind) AS kind, p.code AS item, f.code AS source, t.code AS target,
             s.qty::DECIMAL(18, 6) * u.factor AS qty,
             coalesce(f.tracked, false) AS takes, coalesce(t.tracked, false) AS puts, coalesce(t.signs, false) AS signs
      FROM ${ledger('stock')} s
      LEFT JOIN word w ON w.zh = s.kind
      JOIN spelling p ON p.item = s.item AND p.spec = coalesce(s.spec, '')
      JOIN factor u ON u.code = p.code AND u.unit = coalesce(s.unit, '')
      LEFT JOIN place f ON f.key = s."from"
      LEFT JOIN place t ON t.key = s."to"),
    first AS (SELECT doc, any_value(kind) AS kind FROM movement WHERE kind <> 'reversal' GROUP BY doc),
    signed AS (
      SELECT m.* EXCLUDE (kind, qty), if(m.kind = 'reversal', o.kind, m.kind) AS kind, if(m.kind = 'reversal', -qty, qty) AS qty
      FROM movement m LEFT JOIN first o ON o.doc = if(m.kind = 'reversal', m.ref, NULL)),
    change AS (
      SELECT source AS site, item, -qty AS qty FROM signed WHERE takes
      UNION ALL
      SELECT target, item, qty FROM signed
      WHERE puts AND NOT (signs AND (kind IN ('issue', 'transfer') OR (kind = 'return' AND source IS NOT NULL)))
      UNION ALL
      SELECT t.code, p.code, d.received::DECIMAL(18, 6)
      FROM ${ledger('deliveries')} d
      JOIN spelling p ON p.item = d.item AND p.spec = coalesce(d.spec, '')
      JOIN place t ON t.key = d.site AND t.tracked)
    SELECT site, item, sum(qty)::VARCHAR, (SELECT count(*) FROM movement)::INTEGER FROM change GROUP BY ALL HAVING sum(qty) <> 0`);
  const rows = result.getRows().map(([site, item, qty]) => /** @type {[string, string, string]} */ ([site, item, qty]));
  return { closing: gather(rows), rows: Number(result.getRows()[0]?.[3] ?? 0) };
}

/**
 * What differs between two closings, in words; nothing where they agree.
 * @param {Closing} expected
 * @param {Closing} found
 * @returns {string[]}
 */
export function differences(expected, found) {
  const keys = new Set(
    [expected, found].flatMap((c) => Object.keys(c).flatMap((s) => Object.keys(c[s]).map((i) => `${s} ${i}`))),
  );
  return [...keys].sort().flatMap((key) => {
    const [site, item] = key.split(' ');
    const [a, b] = [expected, found].map((closing) => closing[site]?.[item] ?? '0');
    return a === b ? [] : [`${key}: ${b}, not ${a}`];
  });
}
