// A process that records documents, for tests that run many at once or kill them: BOOK NAME COUNT.

import { parseDay } from '../../src/core/day.js';
import { appendRows } from '../../src/record/append.js';

const [root = '', name = '', count = '1'] = process.argv.slice(2);
const day = parseDay('2022-01-12')!;
for (let n = 0; n < Number(count); n++) {
  const row = { date: '2022-01-12', kind: 'issue', item: 'SUIT', from: 'D1', to: 'F1', note: `by ${name}` };
  const done = appendRows(root, [
    {
      ledger: 'stock',
      day,
      series: 'CK',
      rows: [
        { ...row, qty: '1' },
        { ...row, qty: '2' },
      ],
    },
  ]);
  if (!done.ok) {
    process.stderr.write(`${JSON.stringify(done.fault)}\n`);
    process.exit(1);
  }
}
