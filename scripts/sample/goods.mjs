// The movements of the week put together: documents numbered, lots named, then proof of delivery and counts from them.
import { evening, meals, ordinary } from './issues.mjs';
import { chance, clock, compact, DAYS, dayAfter, groupBy, LAST, pad } from './lib.mjs';
import { nameLots, newShelf, postDay } from './lots.mjs';
import { DEPOT } from './places.mjs';
import { requests } from './requests.mjs';
import { nameOf, pair } from './staff.mjs';
import { supplies } from './supplies.mjs';
import { comesBack, shelf as onShelf, shortArrival, TONIGHT, wrongBooking } from './wrinkles.mjs';

const SERIES = { 期初: 'QC', 入库: 'RK', 出库: 'CK', 退库: 'TK', 报损: 'BS', 盘盈: 'PY', 盘亏: 'PK', 冲销: 'CX' };
const NIGHTLY = new Set([
  'PPE-SUIT',
  'PPE-SHIELD',
  'PPE-MASK',
  'PPE-N95',
  'PPE-GLOVE-M',
  'PPE-GLOVE-L',
  'MEAL-B',
  'MEAL-L',
]);
const EVERYTHING = new Set([DAYS[0], DAYS[4], LAST]);
const EXTRA = [
  ['2022-01-07', 'PPE-GOGGLE'],
  ['2022-01-08', 'NAT-SWAB'],
  ['2022-01-10', 'NAT-TUBE10'],
];

/** Numbers run per day and kind, in order of time. */
function number(docs) {
  for (const group of groupBy(docs, (d) => `${SERIES[d.kind]}${compact(d.date)}`).values()) {
    group.sort((a, b) => a.minutes - b.minutes);
    group.forEach((d, i) => {
      d.doc = `${SERIES[d.kind]}${compact(d.date)}-${pad(i + 1, 3)}`;
    });
  }
  for (const d of docs) {
    if (d.refDoc) d.ref = d.refDoc.doc;
    else if (d.request) d.ref = d.request.doc;
  }
}

/** What signing sites signed for: mostly within hours; late dispatches the next morning, save on the last day. */
function deliveries(docs) {
  const random = chance('deliveries');
  return docs
    .filter((d) => d.kind === '出库' && d.to.signs)
    .map((d) => {
      const sameDay = d.date === LAST || d.shortBy !== undefined || d.minutes < 960 || random.yes(0.5);
      const minutes = sameDay ? d.minutes + random.between(60, 170) : random.between(440, 520);
      const date = sameDay && d.shortBy === undefined ? d.date : dayAfter(d.date);
      return {
        doc: d,
        date,
        minutes,
        time: d.shortBy === undefined ? clock(minutes) : '08:40',
        by: nameOf(d.to.contact),
        signedOn: d.shortBy === undefined ? '' : d.date,
        note: d.shortBy === undefined ? '' : '签收时少2套，当晚电话核实，次日登记',
      };
    })
    .sort((a, b) => (a.date === b.date ? a.minutes - b.minutes : a.date < b.date ? -1 : 1));
}

function counts(days) {
  const random = chance('counts');
  const shelf = newShelf();
  const rows = [];
  for (const [date, docs] of days) {
    nameLots(shelf, docs);
    postDay(shelf, docs);
    const wanted = (code) =>
      NIGHTLY.has(code) || EVERYTHING.has(date) || EXTRA.some(([d, c]) => d === date && c === code);
    for (const [code, lots] of shelf) {
      if (!wanted(code)) continue;
      const people = pair(random, 1235);
      for (const lot of lots.values()) {
        if (lot.qty === 0 && lot.moved !== date) continue;
        const note = TONIGHT[date]?.[0] === code ? TONIGHT[date][1] : '';
        rows.push({ date, code, lot: lot.lot, counted: lot.qty, note, ...people });
      }
    }
  }
  return rows;
}

export function goods() {
  const sent = ordinary();
  const docs = [
    ...sent,
    ...meals(),
    ...evening(),
    ...wrongBooking(),
    ...comesBack(sent),
    ...shortArrival(sent),
    ...onShelf(),
  ];
  docs.push(...supplies(docs));
  const asked = requests(docs);
  number(docs);
  docs.sort((a, b) =>
    a.date === b.date ? a.minutes - b.minutes || (a.doc < b.doc ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
  const days = [...groupBy(docs, (d) => d.date)];
  return { docs, counts: counts(days), deliveries: deliveries(docs), requests: asked, depot: DEPOT };
}
