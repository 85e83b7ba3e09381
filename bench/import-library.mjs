// The spreadsheet library alone: reads the workbook and does nothing with it. What bench/import.mjs holds us against.

import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';

const workbook = await readXlsx(readFileSync(process.argv[2] ?? ''));
process.stdout.write(`${workbook.sheets.reduce((sum, { rows }) => sum + rows.length, 0)}\n`);
