// Faults of one cell: it is blank, or names nothing that there is, or says what nobody may say there.

import { dates, numbers } from '../weird.js';
import { type CellFault, COUNTS, DELIVERIES, ledgers, REQUESTS, STOCK, set, to } from './fault.js';

/** What no reader should take for an amount. */
const noNumbers = numbers.filter((text) =>
  /^(?:1e3|1E-3|0x10|10,00|1,2345|1\.2\.3|NaN|Infinity|九|十二|½|²|1−1|—|1\/2|l0|1O|O|٣|१२|1_000|1e400|\+1|-1|0\.0000001|9{26,})$/u.test(
    text,
  ),
);
const noDates = dates.filter((text) =>
  /^(?:2022-02-29|2022-13-01|2022-00-10|2022-01-32|2022年13月1日|2100-02-29|昨天|2022-1|2022|20221301|12\/1\/2022|22-01-12|10000-01-01)$/u.test(
    text,
  ),
);

export const cellFaults: readonly CellFault[] = [
  ...ledgers.map(
    (file): CellFault => ({
      what: `no date in ${file}`,
      slugs: ['value/date'],
      put: set(file, 'date', (_, random) => random.pick(noDates)),
    }),
  ),
  ...ledgers.map(
    (file): CellFault => ({
      what: `a blank date in ${file}`,
      slugs: ['value/required'],
      put: set(file, 'date', to('', ' ', '\u200b', '\u3000')),
    }),
  ),
  ...ledgers.slice(0, 4).map(
    (file): CellFault => ({
      what: `an unknown item in ${file}`,
      slugs: ['ref/item'],
      put: set(file, 'item', to('SUITS', '防护', 'MASK\u0000', 'ＭASKS', 'constructor', '__proto__', 'S\u00adUIT')),
    }),
  ),
  ...[DELIVERIES, COUNTS, REQUESTS, 'census/2022.csv', 'roster/2022.csv'].map(
    (file): CellFault => ({
      what: `an unknown site in ${file}`,
      slugs: ['ref/site'],
      put: set(file, 'site', to('S9', '仓库', 'D 1', 'D1\u0007', 'toString')),
    }),
  ),
  { what: 'no amount', slugs: ['value/quantity'], put: set(STOCK, 'qty', (_, random) => random.pick(noNumbers)) },
  { what: 'an amount of nothing', slugs: ['value/quantity'], put: set(STOCK, 'qty', to('0', '-0', '0.0', '０')) },
  {
    what: 'no amount signed for',
    slugs: ['value/quantity', 'delivery/short'],
    put: set(DELIVERIES, 'received', (_, random) => random.pick(noNumbers.filter((text) => text !== '-1'))),
  },
  { what: 'no count', slugs: ['value/quantity'], put: set(COUNTS, 'counted', (_, random) => random.pick(noNumbers)) },
  { what: 'a blank count', slugs: ['value/required'], put: set(COUNTS, 'counted', to('', ' ', '\u200b')) },
  { what: 'a blank amount', slugs: ['value/required'], put: set(STOCK, 'qty', to('', '\u3000')) },
  { what: 'an unknown unit', slugs: ['value/unit', 'value/quantity'], put: set(STOCK, 'unit', to('件', '吨', 'x')) },
  { what: 'an unknown kind', slugs: ['value/choice'], put: set(STOCK, 'kind', to('issues', '出', '入厍', 'x')) },
  {
    what: 'nobody it comes from',
    slugs: ['stock/direction'],
    put: set(STOCK, 'from', to(''), (_, at) => ['transfer', 'issue', 'disposal'].includes(at('kind'))),
  },
  {
    what: 'nobody it goes to',
    slugs: ['stock/direction'],
    put: set(STOCK, 'to', to(''), (_, at) => at('kind') !== 'disposal'),
  },
  {
    what: 'from an unknown place',
    slugs: ['ref/site', 'ref/party'],
    put: set(STOCK, 'from', to('D9', 'nowhere'), (_, at) => at('kind') !== 'opening'),
  },
  {
    what: 'to an unknown place',
    slugs: ['ref/site', 'ref/party'],
    put: set(STOCK, 'to', to('D9', 'nowhere'), (_, at) => at('kind') !== 'disposal'),
  },
  { what: 'by somebody unknown', slugs: ['ref/staff'], put: set(STOCK, 'by', to('P999', '无名')) },
  { what: 'checked by oneself', slugs: ['stock/self-check'], put: set(STOCK, 'checked_by', to('P001', '陈明')) },
  { what: 'counted by oneself', slugs: ['count/self-check'], put: set(COUNTS, 'checked_by', to('P001', '陈明')) },
  {
    what: 'a lot where there are none',
    slugs: ['stock/lot-unexpected'],
    put: set(STOCK, 'lot', to('L9'), (_, at) => ['SUIT', 'MASK', '防护服', '医用口罩'].includes(at('item'))),
  },
  {
    what: 'signed for a document that is not',
    slugs: ['delivery/unmatched'],
    put: set(DELIVERIES, 'doc', to('DB19990101-001', 'x')),
  },
  {
    what: 'one person in two places',
    slugs: ['staff/double-booked'],
    put: set('roster/2022.csv', 'staff', (cell) => (cell === 'P002' ? 'P003' : 'P002')),
  },
  {
    what: 'resolved before it was raised',
    slugs: ['need/transition'],
    put: set('needs/2022.csv', 'event', to('resolve', '办结'), (_, at) => at('event') === 'raise'),
  },
];
