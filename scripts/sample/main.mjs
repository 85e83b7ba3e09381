// Writes the sample book data/shizhu afresh: run `node scripts/sample/main.mjs`; the same files come out every time.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goods } from './goods.mjs';
import { COUNT_HEADER, countRows, DELIVERY_HEADER, deliveryRows, STOCK_HEADER, stockRows } from './ledgers.mjs';
import { csv, groupBy } from './lib.mjs';
import { NEED_HEADER, needRows, needs } from './needs.mjs';
import { ORG_FILES } from './org.mjs';
import { SITE_HEADER, siteRows } from './places.mjs';
import { items, norms, parties, SETTINGS } from './registers.mjs';
import { REQUEST_HEADER, requestRows } from './requests.mjs';
import { ROLLCALL_HEADER, rollcall, rollcallRows } from './rollcall.mjs';
import { CENSUS_HEADER, census, censusRows, ROSTER_HEADER, roster, rosterRows } from './shifts.mjs';
import { STAFF_HEADER, staffRows } from './staff.mjs';

const book = process.argv[2] ?? fileURLToPath(new URL('../../data/shizhu', import.meta.url));

function write(path, text) {
  const file = join(book, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** One file a day. */
function writeDays(folder, header, list, rows) {
  for (const [date, group] of groupBy(list, (x) => x.date))
    write(`${folder}/${date}.csv`, csv(header, group.flatMap(rows)));
}

rmSync(book, { recursive: true, force: true });
write('taizhang.yaml', SETTINGS);
for (const [path, text] of Object.entries(ORG_FILES)) write(path, text);
write('items.csv', csv(...items));
write('sites.csv', csv(SITE_HEADER, siteRows()));
write('staff.csv', csv(STAFF_HEADER, staffRows()));
write('parties.csv', csv(...parties));
write('norms.csv', csv(...norms));

const all = goods();
writeDays('stock', STOCK_HEADER, all.docs, stockRows);
writeDays('deliveries', DELIVERY_HEADER, all.deliveries, deliveryRows);
writeDays('counts', COUNT_HEADER, all.counts, countRows);
writeDays('requests', REQUEST_HEADER, all.requests, requestRows);
writeDays('roster', ROSTER_HEADER, roster, rosterRows);
writeDays('census', CENSUS_HEADER, census, censusRows);
writeDays('rollcalls', ROLLCALL_HEADER, rollcall, rollcallRows);
writeDays('needs', NEED_HEADER, needs, needRows);
