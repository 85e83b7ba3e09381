// The least a competitor does: DuckDB reads the stock files of a book and sums them by place and item, nothing else.

import { DuckDBInstance } from '@duckdb/node-api';
import { COLUMNS } from './clerk.mjs';

// `sniffed` leaves the columns and their types to DuckDB's own detection, which looks into every file first. With many
// files that costs it far more than the reading, so the figure to compare with is the one with the columns declared.
const [book, how] = process.argv.slice(2);
const types = COLUMNS.stock.split(',').map((column) => `'${column}': '${column === 'qty' ? 'DOUBLE' : 'VARCHAR'}'`);
const declared = `, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}}`;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const files = `${book}/stock/*.csv`.replaceAll("'", "''");
const result = await connection.runAndReadAll(
  `SELECT "from", item, count(*) AS lines, sum(qty) AS qty
   FROM read_csv('${files}', header = true${how === 'sniffed' ? '' : declared}) GROUP BY ALL`,
);
const rows = result.getRows();
const total = (/** @type {number} */ column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
console.log(JSON.stringify({ groups: rows.length, rows: total(2), qty: total(3) }));
