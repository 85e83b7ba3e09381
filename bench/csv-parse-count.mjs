// What reading alone costs with csv-parse: it parses the stock files of a book one after the other and counts their cells.

import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';

const LARGE = 8_000_000; // from here on a file is streamed: whole, its cells would not fit in memory
const folder = join(process.argv[2] ?? '.', 'stock');
let rows = 0;
let cells = 0;
const count = (/** @type {string[]} */ row) => {
  rows++;
  cells += row.length;
};
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  if (statSync(path).size < LARGE) {
    for (const row of parseSync(readFileSync(path), { bom: true })) count(row);
  } else {
    for await (const row of createReadStream(path).pipe(parse({ bom: true }))) count(row);
  }
}
console.log(JSON.stringify({ rows, cells }));
