// Plans what leaves the depot: every item's total spread over days and destinations, gathered into documents.
import { ITEMS, item } from './catalogue.mjs';
import { apportion, chance, clock, DAYS } from './lib.mjs';
import { DEPOT, ISOLATION, PARTY_DEST, SERVICE, TESTING, ZONES } from './places.mjs';
import { nameOf, pair } from './staff.mjs';

const DAY_WEIGHT = [0.8, 1, 1.2, 1.3, 1.3, 1.2, 1.1, 1.1];
const SERVED = ISOLATION.filter((s) => s.served);
const DESTINATIONS = [...TESTING, ...SERVED, ...ZONES, ...SERVICE, PARTY_DEST];
/** Half of the isolation sites are visited on a day, turn and turn about; the rest every day. */
const visited = (dest, day) =>
  dest.kind !== 'isolation' || (SERVED.indexOf(dest) + Math.floor(day / 2) * 2 + (day % 2)) % 4 < 2;

/** The evening on which every testing point was fitted out for the next morning: 3,100 suits. */
export const EVENING = { day: '2022-01-09', item: 'PPE-SUIT', boxes: 62 };
/** Single rows that are written apart, and so are left out when totals are spread. */
export const APART = {
  'PPE-SUIT': EVENING.boxes * 50,
  'PPE-SHIELD': 20 - 30, // the right one after a wrong booking; more goes out where 30 come back
};

export const newDoc = (fields) => ({ kind: '出库', from: DEPOT, ref: '', note: '', lines: [], ...fields });
const line = (code, qty, more = {}) => ({ item: item(code), qty, lot: '', expiry: '', note: '', ...more });

export { line };

/** Ordinary deliveries: one document a day and destination, on the road between 07:30 and 17:00. */
export function ordinary() {
  const random = chance('issues');
  const size = new Map(DESTINATIONS.map((d) => [d, 0.7 + random.next() * 0.7]));
  const docs = new Map();
  for (const it of ITEMS.filter((i) => i.total > 0)) {
    const cells = DAYS.flatMap((_, day) =>
      DESTINATIONS.filter((d) => it.to[d.kind] !== undefined && visited(d, day)).map((dest) => ({ day, dest })),
    );
    const weights = cells.map(
      (c) => DAY_WEIGHT[c.day] * it.to[c.dest.kind] * size.get(c.dest) * (0.8 + random.next() * 0.4),
    );
    const units = (it.total - (APART[it.code] ?? 0)) / it.step;
    if (!Number.isInteger(units)) throw new Error(`${it.code}: the total is no multiple of the step`);
    apportion(units, weights).forEach((n, i) => {
      if (n === 0) return;
      const { day, dest } = cells[i];
      const key = `${day} ${dest.code}`;
      if (!docs.has(key)) docs.set(key, newDoc({ date: DAYS[day], to: dest }));
      docs.get(key).lines.push(line(it.code, n * it.step));
    });
  }
  for (const doc of docs.values()) {
    doc.minutes = random.between(450, 1020);
    Object.assign(doc, { time: clock(doc.minutes), ...pair(random, doc.minutes) });
  }
  return [...docs.values()];
}

/** Meals of a day, and what the kitchens brought that morning: breakfast from 06:00, lunch from 11:00. */
export function meals() {
  const random = chance('meals');
  const eaters = [...SERVICE, ...ZONES, ...TESTING];
  return DAYS.flatMap((date) => {
    const docs = [];
    const kitchens = [
      { code: 'MEAL-B', from: 'GY01', share: 0.6, at: 320 },
      { code: 'MEAL-B', from: 'GY02', share: 0.4, at: 335 },
      { code: 'MEAL-L', from: 'GY01', share: 1, at: 640 },
    ];
    const sizes = { 'MEAL-B': random.between(506, 548) * 10, 'MEAL-L': random.between(90, 118) * 10 };
    const volunteers = 80;
    for (const k of kitchens) {
      const first = Math.round(sizes[k.code] * 0.6);
      const qty = k.share === 1 ? sizes[k.code] : k.share > 0.5 ? first : sizes[k.code] - first;
      docs.push({
        ...newDoc({ kind: '入库', date, minutes: k.at, from: k.from, to: DEPOT, lines: [line(k.code, qty)] }),
        ...pair(random, k.at),
        note: '当日现做，当日送完',
      });
    }
    const share = apportion(
      sizes['MEAL-B'],
      eaters.map((d) => (d.kind === 'zone' ? 3 : 2) + random.next()),
    );
    eaters.forEach((to, i) => {
      const minutes = 360 + Math.floor((i * 30) / (eaters.length - 1));
      docs.push({ ...newDoc({ date, minutes, to, lines: [line('MEAL-B', share[i])] }), ...pair(random, minutes) });
    });
    const lunchers = [...TESTING, ...ZONES.slice(2)];
    const lunch = apportion(
      sizes['MEAL-L'] - volunteers,
      lunchers.map(() => 1 + random.next() * 0.3),
    );
    lunchers.forEach((to, i) => {
      const minutes = 665 + i;
      docs.push({ ...newDoc({ date, minutes, to, lines: [line('MEAL-L', lunch[i])] }), ...pair(random, minutes) });
    });
    const carried = newDoc({ date, minutes: 660, to: ZONES[1], lines: [line('MEAL-L', volunteers)] });
    docs.push({ ...carried, ...pair(random, 660), note: `志愿者${nameOf('V001')}每日义务送餐80份` });
    return docs.map((d) => ({ ...d, time: clock(d.minutes) }));
  });
}

/** The urgent issue of one evening: suits to all testing points, by the box, each against an urgent request. */
export function evening() {
  const random = chance('evening');
  const boxes = apportion(
    EVENING.boxes,
    TESTING.map(() => 1 + random.next() * 0.2),
  );
  return TESTING.map((to, i) => {
    const minutes = 1165 + i * 7;
    const doc = newDoc({
      date: EVENING.day,
      minutes,
      time: clock(minutes),
      to,
      urgent: '特急',
      ...pair(random, minutes),
    });
    return { ...doc, lines: [line(EVENING.item, boxes[i] * 50)], note: '当晚紧急调配，次日清晨全员检测用' };
  });
}
